"""Numbers of people as claims give them: bounds, extent, moment. What a policy makes ranges of."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

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
        kind=_kind(victims),
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


def _kind(victims: Victims | None) -> frozenset[str]:
    return frozenset(WORD.findall(victims.text.casefold())) - HOW_MANY if victims else frozenset()


def _kinds_added(found: list[Figure]) -> list[Figure]:
    """ "4 civilians and 6 fighters" are 10 people, "12 loyalists and 9 rebels" of one breath are 21: beside the numbers
    their sum stands for the whole."""
    by_report: dict[tuple[str, str, Harm, str | None], list[Figure]] = defaultdict(list)
    for each in found:
        if not each.part and not each.subset:
            by_report[(each.document, each.origin, each.harm, each.moment)].append(each)
    summed: dict[tuple[ClaimId, ...], Figure] = {}
    sums = []
    for members in by_report.values():
        if len(members) == 2 and (_two_statuses(*members) or _two_kinds_in_one_breath(*members)):
            summed.update({each.claims: replace(each, subset=True) for each in members})
            sums.append(_sum(*members))
    return [*(summed.get(each.claims, each) for each in found), *sums]


def _two_statuses(one: Figure, other: Figure) -> bool:
    return {one.status, other.status} == {Status.CIVILIAN, Status.COMBATANT}


def _two_kinds_in_one_breath(one: Figure, other: Figure) -> bool:
    """Two nouns of one sentence, neither of them "people" or a group of them."""
    together = one.span[0] < other.span[1] and other.span[0] < one.span[1]
    named = bool(one.kind and other.kind) and one.kind.isdisjoint(other.kind)
    return together and named and not (AT_LARGE & (one.kind | other.kind)) and not one.people and not other.people


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
