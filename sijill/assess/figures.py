"""Numbers of people that claims give of one event: which count, which are parts of which, which still stand. What a
policy makes ranges of."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import reduce
from itertools import chain, pairwise

from sijill.assess.figure import GROUP, WORD, Figure, bounds, figure_of, names_of, says_nobody
from sijill.assess.numbers.others import with_one_more
from sijill.assess.numbers.sides import SIDES, sides_of
from sijill.assess.testimony import Testimony
from sijill.model.claim import ClaimId, Harm, Modality, Stance, Status
from sijill.model.toll import Hedge

NEVER_TWO_OF = frozenset({"children", "women", "men"})  # nobody is counted in two of these
TELLING_SUM = 10
"""Persons. Three numbers of which two add up to a smaller third are often unrelated."""

LOST = "lost"
"""The side of those whom somebody lost, who is only named."""

OF_SOMEBODY = frozenset("his her their".split())
"""Before those counted: somebody's own, of whom there are more than these."""

AT_LARGE = frozenset(
    "people person persons civilians civilian dead others bodies victims citizens residents individuals lives".split()
)


def figures(testimonies: Iterable[Testimony]) -> list[Figure]:
    """The numbers that count: asserted, said to have happened, of this event alone.

    Cumulative totals are never an event's. Denials carry no number. Zero from an interested voice is a denial.
    """
    found, heard, others = [], list(testimonies), set()
    named = names_of(each.claim for each in heard)
    for each in heard:
        claim, toll = each.claim, each.claim.toll
        if claim.modality is not Modality.ACTUAL or (toll is not None and toll.cumulative):
            continue
        if claim.stance not in (Stance.ASSERTS, Stance.ACCEPTS_RESPONSIBILITY):
            continue
        if toll is None:
            others |= {claim.harm} if claim.victims is not None else set()
            continue
        low, high = bounds(toll)
        if each.interested and says_nobody(toll):
            continue
        found.append(figure_of(each, toll, low, high, named))
    told = _parts_and_sums(_names_alone(with_one_more(found, heard), others))
    return [each for each in told if each.low is not None or each.high is not None]


def _names_alone(found: Sequence[Figure], uncounted: Collection[Harm]) -> list[Figure]:
    """Where a report tells of nobody but by one name, those who are so named are all: "Ada Brandt and Jon Orr were
    killed". Beside any number, beside people without one, and beside another name a name is a part: two names may be
    those of one ("Abu Orr", "Mr Brandt").

    uncounted   harms of which the claims tell of people without any number
    """
    others = {each.harm for each in found if not each.name}.union(uncounted)
    reports: dict[tuple[str, Harm], list[Figure]] = defaultdict(list)
    for each in found:
        if each.harm not in others:
            reports[(each.document, each.harm)].append(each)
    wholes = [each for told in reports.values() for each in _as_all(_each_once(told, _is_one_person))]
    return [*(each for each in found if each.harm in others), *wholes]


def _is_one_person(one: Figure, other: Figure) -> bool:
    """ "Ada Mary Brandt", and "Ada Brandt" again."""
    return one.kind <= other.kind or other.kind <= one.kind


def _as_all(told: Sequence[Figure]) -> Sequence[Figure]:
    return told if len(told) > 1 else [replace(told[0], part=False)]


def _parts_and_sums(found: Sequence[Figure]) -> list[Figure]:
    """Numbers of one report that count different people are parts of its whole: of the one that it gives too, else of
    their sum, which stands beside them."""
    told = _besides_what(found)
    by_report: dict[tuple[str, Harm], list[Figure]] = defaultdict(list)
    for each in told:
        if not each.part and not each.subset:
            by_report[(each.document, each.harm)].append(each)
    parts: set[tuple[ClaimId, ...]] = set()
    sums = []
    for members in by_report.values():
        known, made = _of_report(members)
        parts |= {each.claims for each in known}
        sums += made
    return [*(replace(each, subset=True) if each.claims in parts else each for each in told), *sums]


def _besides_what(found: Sequence[Figure]) -> list[Figure]:
    """Each report in its order. Of "nine were hurt and four others killed" the four are all of the killed; of "50 were
    killed. ... Five of them died in a blast, another eleven in clashes" the eleven are a part as the five are."""
    documents: dict[str, list[Figure]] = defaultdict(list)
    for each in found:
        documents[each.document].append(each)
    told = []
    for members in documents.values():
        before: Figure | None = None
        for each in sorted(members, key=lambda one: one.span[0]):
            alone = before is not None and before.harm is not each.harm
            one = replace(each, besides=False) if each.besides and alone else each
            of_a_part = before is not None and before.subset and before.span[1] <= each.span[0]
            one = replace(one, subset=True) if one.besides and of_a_part else one
            told.append(one)
            within = before is not None and each.subset and each.span[0] < before.span[1]
            before = before if within else one
    return told


def _of_report(members: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """What is a part among the numbers that one report gives for one harm, and the sums that stand for a whole."""
    known, sums = _summands(members)
    rest = [each for each in members if each not in known]
    for together in _with_who_killed_himself(_of_different_people(rest), rest):
        whole = _whole(together)
        known += [each for each in members if any(each == one or _is_twin(each, one) for one in together)]
        more = [each for each in members if _at_large(each) and each not in together and _reaches(each, whole)]
        reached = any(not _is_the_least(each, whole) for each in more)
        if not reached or whole.status is not Status.UNKNOWN:
            sums.append(replace(whole, subset=reached))
    sides, wholes = _of_two_sides([each for each in rest if each not in known])
    return [*known, *sides, *_among_more(members)], [*sums, *wholes]


def _of_two_sides(members: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """ "35 rebels died. ... The army lost four soldiers": those who fell on the two sides of a fight, whoever counts
    them, and the least and the most that the two come to (which proves nothing); not where the report gives as many."""
    able = [each for each in members if each.low is not None and not (each.besides or each.listed or each.people)]
    sides = sides_of(able)
    if not sides:
        return [], []
    least = _whole([min(told, key=lambda each: each.low or 0) for told in sides])
    greatest = (max(told, key=lambda each: (each.low or 0, each.open_above)) for told in sides)
    most = replace(_whole([*greatest]), proven=False)
    theirs = [*chain(*sides)]
    wholes = [each for each in members if not (each in theirs or each.people or each.besides or each.listed)]
    sums = [
        one
        for one in ([least] if least.claims == most.claims else [least, most])
        if not any(_reaches(w, one) and not _is_the_least(w, one) for w in wholes)
    ]
    return theirs, sums


def _of_different_people(members: Sequence[Figure]) -> list[list[Figure]]:
    """Numbers of which nobody is counted in two: the kinds of people of one breath, those told besides others,
    civilians and fighters of one voice."""
    said_once = (_each_once(told, _is_same) for told in _breaths(members))
    found = [told for told in said_once if _and_others(told) or _two_statuses(told) or _of_several_kinds(told, members)]
    for before, other in pairwise(_each_once(members, _is_twin)):
        if _adds_to(other, before):
            told, theirs = (next((one for one in found if each in one), [each]) for each in (before, other))
            if told is not theirs:
                found = [*(each for each in found if each is not told and each is not theirs), [*told, *theirs]]
    taken = [*chain(*found)]
    by_voice: dict[tuple[str, str | None], list[Figure]] = defaultdict(list)
    for each in _each_once(members, _is_twin):
        if not any(each == one or _is_twin(each, one) for one in taken) and not _at_large(each):
            by_voice[(each.origin, each.moment)].append(each)
    return [*found, *(told for told in by_voice.values() if _two_statuses(told))]


def _with_who_killed_himself(found: list[list[Figure]], members: Sequence[Figure]) -> list[list[Figure]]:
    """ "Killed two guards and himself": he is none of those whom he killed in the same breath. Not where the report
    gives one less than theirs too, for then their number may hold him already."""
    killed = [each for each in members if not each.own_hand and each.low is not None]
    numbers = {each.low for each in killed}
    for himself in (each for each in members if each.own_hand and each.low is not None):
        those = [
            each for each in killed if _meet(each, himself) and (each.low or 0) - (himself.low or 0) not in numbers
        ]
        most = max(those, key=lambda each: each.low or 0, default=None)
        if most is None or any(himself in told for told in found):
            continue
        told = next((told for told in found if most in told), None)
        if told is not None:
            told.append(himself)
        else:
            found.append([most, himself])
    return found


def _meet(one: Figure, other: Figure) -> bool:
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]


def _breaths(members: Sequence[Figure]) -> list[list[Figure]]:
    """Those that one stretch of words holds."""
    found: list[list[Figure]] = []
    for each in members:
        told = next((told for told in found if _holds(told[0], each) or _holds(each, told[0])), None)
        if told is None:
            found.append([each])
        else:
            told.append(each)
    return found


def _holds(one: Figure, other: Figure) -> bool:
    return one.span[0] <= other.span[0] and other.span[1] <= one.span[1]


def _adds_to(other: Figure, before: Figure) -> bool:
    """ "Four civilians died, another five rebels were killed": in one scene, and of known kind. The others beside "nine
    people" may be some of the nine."""
    known = before.status in (Status.CIVILIAN, Status.COMBATANT) and not before.listed
    return other.besides and known and not other.listed and _one_scene(before, other)


def _one_scene(one: Figure, other: Figure) -> bool:
    """Of one place and one day, as far as they are said."""
    return all(a == b or a is None or b is None for a, b in zip(one.scene, other.scene, strict=True))


def _each_once(members: Sequence[Figure], same: Callable[[Figure, Figure], bool]) -> list[Figure]:
    found: list[Figure] = []
    for each in members:
        if not any(same(each, one) for one in found):
            found.append(each)
    return found


def _is_same(one: Figure, other: Figure) -> bool:
    """Two voices say one number side by side; or it is written in two ways, "40 rebels ... forty rebel fighters"."""
    if (one.low, one.high, one.status) != (other.low, other.high, other.status):
        return False
    bands = [set(GROUP.findall(" ".join(each.kind))) for each in (one, other)]
    figures = {any(letter.isdigit() for letter in each.text) for each in (one, other)}
    return one.kind == other.kind or (len(figures) > 1 and bool(bands[0] & bands[1]))


def _is_twin(one: Figure, other: Figure) -> bool:
    """ "14 fighters" of a headline are those of "14 fighters and five civilians"; so with "five others", told twice."""
    known = one.status is other.status and one.status in (Status.CIVILIAN, Status.COMBATANT)
    return (
        (known or (one.besides and other.besides) or (one.own_hand and other.own_hand))
        and one != other
        and (one.low is not None or one.high is other.high is None)
        and (one.low, one.people) == (other.low, other.people)
    )


def _at_large(figure: Figure) -> bool:
    """Of people, whoever they were."""
    return figure.status in (Status.UNKNOWN, Status.MIXED) and not (figure.people or figure.besides or figure.listed)


def _reaches(figure: Figure, whole: Figure) -> bool:
    most = figure.low if figure.high is None else figure.high
    return most is not None and most >= (whole.low or whole.high or 0)


def _is_the_least(figure: Figure, whole: Figure) -> bool:
    """ "20 dead", above "at least 15 rebels and five clerks": the headline leaves out that there may be more."""
    return whole.open_above and figure.low == figure.high == whole.low


def _among_more(members: Sequence[Figure]) -> list[Figure]:
    """Civilians, fighters, or a kind of people ("15 detainees") fewer than the people whom the same voice counts;
    persons told one by one without a number ("the mayor and his son"), and those of somebody ("Ada and her two
    children"), after a larger number."""
    found = []
    for each in members:
        more = [one for one in members if _at_large(one) and (one.low or 0) > (each.low or 0)]
        if each.listed or not OF_SOMEBODY.isdisjoint((*each.kind, *each.text.casefold().split())):
            more += [one for one in members if _is_more_of_them(one, each)]
            some = any(one.span[0] < each.span[0] or _is_one_of(each, one) for one in more)
            some = some or any(_told_within(each, one) for one in members)
        else:
            known = each.status in (Status.CIVILIAN, Status.COMBATANT) or (_of_a_kind(each) and not each.own_hand)
            some = known and any(not _of_a_kind(one) and _one_voice(one, each) for one in more if not each.people)
            some = some or any(_is_more_of_both(one, each) or _may_hold_the_lost(one, each) for one in members)
        if some:
            found.append(each)
    return found


def _is_one_of(each: Figure, one: Figure) -> bool:
    """ "A guard was killed in Kessa. ... Ten people died": a guard, before the number of all who died there."""
    return each.low == each.high == 1 and _at_large(one) and _one_scene(each, one)


def _is_more_of_them(one: Figure, each: Figure) -> bool:
    """25 fighters, before a commander: of fighters, of civilians, and not of another side."""
    of_one = one.status is each.status and one.status is not Status.UNKNOWN and one.side in ("", each.side)
    return of_one and (one.low or 0) > (each.low or 0) and not (one.besides or one.people)


def _told_within(each: Figure, one: Figure) -> bool:
    """A commander, of "a commander and five others"."""
    more = each.listed and (one.low or 0) > (each.low or 0)
    return more and bool(each.kind) and each.kind <= set(WORD.findall(one.text.casefold()))


def _is_more_of_both(one: Figure, each: Figure) -> bool:
    return each.side in SIDES | {LOST} and one.side == "both" and (one.low or 0) > (each.low or 0)


def _may_hold_the_lost(one: Figure, each: Figure) -> bool:
    """Thirty rebels, of whom three that the Column lost may be or not: nobody knows that it is another side."""
    more = (one.low or 0) > (each.low or 0) and _one_voice(one, each)
    return each.side == LOST and more and one.side in SIDES and not (one.besides or one.listed or one.people)


def _of_a_kind(figure: Figure) -> bool:
    """Of students, of detainees: not of people at large, of whom "four men" are said too."""
    return bool(figure.kind) and not (AT_LARGE | {"men", "man"}) & figure.kind


def _one_voice(one: Figure, other: Figure) -> bool:
    return (one.origin, one.moment) == (other.origin, other.moment)


def _summands(members: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """ "45 dead. ... the car bomb killed 36, the rockets nine others": two numbers of one report whose sum it gives too
    are parts of it; and what they come to, of fighters, of civilians, or of both."""
    exact = [each for each in members if each.low is not None and each.low > 1 and each.hedge is not Hedge.BETWEEN]
    sums = {each.low for each in exact if (each.low or 0) >= TELLING_SUM}
    found, added = {}, []
    for at, one in enumerate(exact):
        for other in exact[at + 1 :]:
            if one.origin == other.origin and one.low != other.low and (one.low or 0) + (other.low or 0) in sums:
                found.update({each.claims: each for each in exact if each.low in (one.low, other.low)})
                whole = _whole([one, other])
                given = [each for each in exact if each.low == whole.low]
                added += [replace(whole, subset=not all(_is_the_least(each, whole) for each in given))]
    return list(found.values()), [each for each in added if each.status is not Status.UNKNOWN]


def _two_statuses(members: Sequence[Figure]) -> bool:
    statuses = [each.status for each in members]
    return len(members) == 2 and set(statuses) == {Status.CIVILIAN, Status.COMBATANT}


def _and_others(told: Sequence[Figure]) -> bool:
    """ "The mayor's son and 16 other militants"."""
    return len(told) > 1 and told[-1].besides and not told[0].besides


def _of_several_kinds(told: Sequence[Figure], members: Sequence[Figure]) -> bool:
    """Each counts by words of its own, none of them "people"; if all are groups ("13 children, 9 women"), only where
    the report has no number of people of which these may be parts."""
    kinds = [each.kind for each in told]
    named = len(told) > 1 and all(kinds) and len(kinds) == len(set(kinds)) and not _may_be_one(told)
    groups = all(each.people for each in told) and any(_at_large(each) for each in members)
    return named and not AT_LARGE.intersection(chain(*kinds)) and not groups


def _may_be_one(told: Sequence[Figure]) -> bool:
    """ "A 6-year-old boy" and "the boy": less is said of the one than of the other."""
    return any(one.kind < other.kind and (one.listed or other.listed) for one in told for other in told)


def _whole(told: Sequence[Figure]) -> Figure:
    """The sum of numbers of different people: what is proven, if one voice gives them all."""
    return replace(reduce(_sum, told), proven=len({each.origin for each in told}) == 1)


def _sum(one: Figure, other: Figure) -> Figure:
    exact = one.hedge is other.hedge is Hedge.EXACT
    statuses = {one.status, other.status}
    of_one = one.status if len(statuses) == 1 else Status.MIXED
    return replace(
        one,
        claims=one.claims + other.claims,
        low=_plus(one.low, other.low) if one.low is not None or other.low is not None else None,
        high=one.high + other.high if one.high is not None and other.high is not None else None,
        hedge=Hedge.EXACT if exact else Hedge.BETWEEN,
        text=f"{one.text} + {other.text}",
        people=frozenset(),
        status=Status.UNKNOWN if statuses == {Status.CIVILIAN, Status.UNKNOWN} else of_one,
        besides=False,
        listed=False,
    )


def _plus(one: int | None, other: int | None) -> int:
    return (one or 0) + (other or 0)
