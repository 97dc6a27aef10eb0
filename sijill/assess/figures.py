"""Numbers of people as claims give them: bounds, extent, moment. What a policy makes ranges of."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from sijill.assess.testimony import Testimony, later
from sijill.model.claim import ClaimId, Harm, Modality, Stance, Status, Victims
from sijill.model.toll import Extent, Hedge, Toll, Unit

WORD = re.compile(r"[^\W\d_]+")
HOW_MANY = frozenset("at least most up to about some nearly more than another other a an the of and".split())
OPEN_ABOVE = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})
OPEN_BELOW = frozenset({Hedge.UP_TO, Hedge.LESS_THAN})
NEVER_TWO_OF = frozenset({"children", "women", "men"})  # nobody is counted in two of these
GROUP_WORDS = {
    "children": "child boy girl kid infant bab toddler minor teen newborn schoolchild son daughter".split(),
    "women": "woman women mother daughter sister wife wives girl".split(),
    "men": "man men boy".split(),
    "displaced": "refugee displaced idp".split(),
    "medics": "doctor medic nurse paramedic patient health surgeon rescue responder".split(),
    "journalists": "journalist reporter camera photograph media".split(),
    "aid_workers": "aid humanitarian relief".split(),
}
"""Beginnings of the words by which a group is counted; any other group by its own name."""

TELLING_SUM = 10
"""Persons. Three numbers of which two add up to a smaller third are often unrelated."""

AT_LARGE = frozenset("people person persons civilians civilian dead others bodies victims citizens residents".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of one origin. low, high [persons]: None is open, or not said.

    part     of one hospital, one village, one day, a list of names, or named as a part of a larger number
    people   the groups it counts alone ("children"); empty: people at large      kind   the words for whom it counts
    span     where it stands in its document
    """

    claims: tuple[ClaimId, ...]
    harm: Harm
    low: int | None
    high: int | None
    hedge: Hedge
    text: str
    part: bool
    subset: bool
    people: frozenset[str]
    kind: frozenset[str]
    span: tuple[int, int]
    status: Status
    document: str
    origin: str
    moment: str | None
    interested: bool

    @property
    def open_above(self) -> bool:
        """A least number without a greatest one."""
        return self.low is not None and self.high is None


def figures(testimonies: Iterable[Testimony]) -> list[Figure]:
    """The numbers that count: asserted, said to have happened, of this event alone.

    Cumulative totals are never an event's. Denials carry no number. Zero from an interested voice is a denial.
    """
    found = []
    for each in testimonies:
        claim, toll = each.claim, each.claim.toll
        if toll is None or toll.cumulative or claim.modality is not Modality.ACTUAL:
            continue
        if claim.stance not in (Stance.ASSERTS, Stance.ACCEPTS_RESPONSIBILITY):
            continue
        low, high = bounds(toll)
        if (low is None and high is None) or (each.interested and high == 0):
            continue
        found.append(_figure(each, toll, low, high))
    return _kinds_added(found)


def bounds(toll: Toll) -> tuple[int | None, int | None]:
    """Bounds as said; "about N" and "nearly N" as the point N; "dozens" gives none. design.md, section 5."""
    if toll.low is not None or toll.high is not None or toll.number is None:
        return toll.low, toll.high
    return (None if toll.hedge in OPEN_BELOW else toll.number), (None if toll.hedge in OPEN_ABOVE else toll.number)


def _figure(testimony: Testimony, toll: Toll, low: int | None, high: int | None) -> Figure:
    victims = testimony.claim.victims
    return Figure(
        claims=(testimony.claim.id,),
        harm=testimony.claim.harm,
        low=low,
        high=high,
        hedge=toll.hedge,
        text=toll.text,
        part=toll.extent is Extent.PART or toll.unit is Unit.NAMED,
        subset=toll.subset_of is not None,
        people=counted_alone(victims) if victims else frozenset(),
        kind=_kind(victims, toll),
        span=testimony.claim.span,
        status=victims.status if victims else Status.UNKNOWN,
        document=testimony.claim.document,
        origin=testimony.origin,
        moment=testimony.moment,
        interested=testimony.interested,
    )


def counted_alone(victims: Victims) -> frozenset[str]:
    """The groups that the number counts and nobody else: "13 children". In "48 people", or "52", with children said
    beside it ("among them children"), the number counts people at large and the groups are only named."""
    said = WORD.findall(victims.text.casefold())
    return frozenset(
        group
        for group in victims.groups
        if any(word.startswith(start) for word in said for start in GROUP_WORDS.get(group, [group.rstrip("s")]))
    )


def _kind(victims: Victims | None, toll: Toll) -> frozenset[str]:
    """The words for whom it counts, without those that say how many."""
    counting = HOW_MANY.union(WORD.findall(toll.text.casefold()))
    return frozenset(WORD.findall(victims.text.casefold())) - counting if victims else frozenset()


def _kinds_added(found: list[Figure]) -> list[Figure]:
    """ "4 civilians and 6 fighters" are 10 people, "2 women and 2 soldiers" of one breath are 4: beside the numbers
    their sum stands for the whole."""
    by_report: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    in_one_breath: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    by_document: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for each in found:
        if not each.part and not each.subset:
            by_report[(each.document, each.origin, each.harm, each.moment)].append(each)
            in_one_breath[(each.document, each.harm, each.span)].append(each)
            by_document[(each.document, each.harm)].append(each)
    together = [members for members in by_report.values() if _two_statuses(members)]
    breaths = in_one_breath.values()
    together += [members for members in breaths if _two_statuses(members) or _of_several_kinds(members)]
    parts = {each.claims: replace(each, subset=True) for members in by_document.values() for each in _summands(members)}
    sums = []
    for members in together:
        if not any(each.claims in parts for each in members):
            parts.update({each.claims: replace(each, subset=True) for each in members})
            sums.append(reduce(_sum, members))
    return [*(parts.get(each.claims, each) for each in found), *sums]


def _summands(members: Sequence[Figure]) -> list[Figure]:
    """ "45 dead. ... the car bomb killed 36, the rockets nine others": two numbers of one report whose sum it gives too
    are parts of it."""
    exact = [each for each in members if each.low is not None and each.low > 1]
    sums = {each.low for each in exact if (each.low or 0) >= TELLING_SUM}
    found = {}
    for at, one in enumerate(exact):
        for other in exact[at + 1 :]:
            if one.low != other.low and (one.low or 0) + (other.low or 0) in sums:
                found.update({each.claims: each for each in exact if each.low in (one.low, other.low)})
    return list(found.values())


def _two_statuses(members: Sequence[Figure]) -> bool:
    statuses = [each.status for each in members]
    return len(members) == 2 and set(statuses) == {Status.CIVILIAN, Status.COMBATANT}


def _of_several_kinds(members: Sequence[Figure]) -> bool:
    """Each counts by a noun of its own, none of them "people", and not all are groups ("13 children, 9 women"), which
    may be named as parts."""
    words = [word for each in members for word in each.kind]
    named = all(each.kind for each in members) and len(words) == len(set(words))
    return len(members) > 1 and named and not AT_LARGE.intersection(words) and not all(each.people for each in members)


def _sum(one: Figure, other: Figure) -> Figure:
    exact = one.hedge is other.hedge is Hedge.EXACT
    return replace(
        one,
        claims=one.claims + other.claims,
        low=_plus(one.low, other.low) if one.low is not None or other.low is not None else None,
        high=one.high + other.high if one.high is not None and other.high is not None else None,
        hedge=Hedge.EXACT if exact else Hedge.BETWEEN,
        text=f"{one.text} + {other.text}",
        people=frozenset(),
        status=Status.MIXED,
    )


def _plus(one: int | None, other: int | None) -> int:
    return (one or 0) + (other or 0)


def current(found: Sequence[Figure]) -> list[Figure]:
    """Without those that their own origin has since revised. A repetition of an old number stays an old number."""
    by_origin: dict[tuple[str, Harm, frozenset[str]], list[Figure]] = defaultdict(list)
    kept = []
    for each in found:
        if each.part or each.subset:
            kept.append(each)
        else:
            by_origin[(each.origin, each.harm, each.people)].append(each)
    for members in by_origin.values():
        moments = _first_said(members)
        said = {(_number(each), moments[each.claims], each.status) for each in members}
        kept += [each for each in members if not any(_revises(new, each, moments[each.claims]) for new in said)]
    return kept


Number = tuple[int | None, int | None]


def _number(figure: Figure) -> Number:
    return (figure.low, figure.high)


def _first_said(members: Sequence[Figure]) -> dict[tuple[ClaimId, ...], str | None]:
    """The moment of each: the first day on which its origin gave that number, however hedged."""
    first: dict[int | None, str | None] = {}
    for each in members:
        known = first.setdefault(_said(each), each.moment)
        if each.moment is not None and (known is None or later(known, each.moment)):
            first[_said(each)] = each.moment
    return {each.claims: first[_said(each)] for each in members}


def _said(figure: Figure) -> int | None:
    return figure.high if figure.low is None else figure.low


def _revises(new: tuple[Number, str | None, Status], old: Figure, moment: str | None) -> bool:
    """Later, more than a looser way of saying the same, and of the same people: "60 civilians" after "31 people" is a
    larger number of dead, "12 civilians" after it is a part."""
    (low, high), day, status = new
    if (low, high) == _number(old) or not later(day, moment):
        return False
    if status is not old.status and (low is None or low < (old.high or old.low or 0)):
        return False
    looser_below = low is None or (old.low is not None and low <= old.low)
    looser_above = high is None or (old.high is not None and high >= old.high)
    return not (looser_below and looser_above)
