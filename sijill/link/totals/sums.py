"""Totals of what a report tells: "air strikes killed 44 across the country. In Kessa 16 died, ... in Tarn ten" counts
nobody besides those of Kessa, Tarn and so on. docs/method/link.md, "Totals of incidents".
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby

from sijill.language.besides import counts_others
from sijill.link.pairs.compare import DEAD, HEADLINE, compare_acts, compare_places, compare_victims
from sijill.link.pairs.levels import ONE_PLACE, TWO_PLACES
from sijill.link.pairs.score import JOIN, score
from sijill.link.pairs.sketch import PROVINCE, Sketch
from sijill.model.claim import ClaimId, Harm, Modality, Stance
from sijill.model.decision import Doubt, Reason, Step, doubt
from sijill.model.toll import Extent, Hedge

FEWEST = 10
"""Persons: smaller numbers add up by chance, unless the words say that they are added ("a ninth man")."""
ROOM = 10
"""A number without a bound ("at least 40", "nearly 50") may be off by one part in so many."""
SUMMED = frozenset({Harm.KILLED, Harm.INJURED})
Pair = tuple[ClaimId, ClaimId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A number of a report and those of its incidents that make it up.

    told     claims that give it, and what is said of nobody else (its children, its "dozens wounded")
    items    claims of the incidents, as told
    """

    told: tuple[Sketch, ...]
    items: tuple[Sketch, ...]

    @property
    def whole(self) -> Sketch:
        """The claim that gives the number first."""
        return self.told[0]

    @property
    def made(self) -> int:
        """What the items come to [persons]."""
        return sum(each.number or 0 for each in self.items)


def sums_told(drawn: Sequence[Sketch], *, kept: Collection[ClaimId] = (), apart: Collection[Pair] = ()) -> list[Sum]:
    """The totals of incidents, in order of document and text; each with the same number in other reports.

    drawn   in order of document and text      kept   claims that an analyst joined to others: never set aside
    apart   pairs that an analyst judged different, the smaller id first: a total that is none of one item is an event
    """
    parts: dict[ClaimId, list[Sketch]] = defaultdict(list)
    for each in drawn:
        if each.claim.toll is not None and each.claim.toll.subset_of is not None:
            parts[ClaimId(each.claim.toll.subset_of)].append(each)
    found = [
        one
        for _, told in groupby(drawn, key=lambda each: each.document)
        for one in _of_report(list(told), parts)
        if not any(tuple(sorted((claim.id, item.id))) in apart for claim in one.told for item in one.items)
    ]
    again = _told_elsewhere(found, drawn, parts) if found else found
    return [each for each in again if not any(claim.id in kept for claim in each.told)]


def doubts_of(sums: Iterable[Sum]) -> Iterator[Doubt]:
    """sum_not_exact: a total that its incidents come near to, with their claims."""
    for one in sums:
        total, made = one.whole.number or 0, one.made
        if total != made:
            asked = Reason(code="sum_not_exact", values={"total": total, "made": made})
            question = doubt(Step.LINK, asked, (one.whole.id,), tuple(each.id for each in one.items))
            yield replace(question, matters=abs(total - made))


def _of_report(told: Sequence[Sketch], parts: Mapping[ClaimId, Sequence[Sketch]]) -> Iterator[Sum]:
    counted = [each for each in told if counts(each)]
    if len(counted) < 3:
        return
    used: set[ClaimId] = set()
    for whole in counted:
        if whole.id in used:
            continue
        alike = [each for each in counted if each.claim.harm is whole.claim.harm]
        items = _items(whole, alike)
        wholes = [each for each in alike if items and each.number == whole.number and each.begin < items[0].begin]
        if items and all(_holds(each, items) for each in wholes):
            made = Sum(told=(*_with_parts(wholes, parts), *_hurt_with(wholes, items, told)), items=items)
            used.update(each.id for each in made.told)
            yield made


def counts(sketch: Sketch) -> bool:
    """Whether it says how many people were killed or wounded in all."""
    claim, toll = sketch.claim, sketch.claim.toll
    if toll is None or not is_told(sketch) or not sketch.number or claim.harm not in SUMMED:
        return False
    return toll.extent is Extent.WHOLE and not toll.cumulative and toll.subset_of is None


def is_told(sketch: Sketch) -> bool:
    """Is it said of what was, and by no row of a dataset?"""
    claim = sketch.claim
    return claim.stance is Stance.ASSERTS and claim.modality is Modality.ACTUAL and sketch.listed is None


def _items(whole: Sketch, alike: Sequence[Sketch]) -> tuple[Sketch, ...]:
    """The first counts after the whole that make it up, each at a place apart from all others: linking cannot take two
    of them for one, so that nobody of the whole is lost."""
    after = [each for each in alike if each.begin >= whole.finish and may_be_of(each, whole)]
    for smaller in (True, False):
        items = _first(whole, after, smaller=smaller)
        exact = sum(each.number or 0 for each in items) == whole.number
        if items and all(_are_two(*pair, exact=exact) for pair in combinations(items, 2)):
            return items if _holds(whole, items) and says_who(whole, items) else ()
    return ()


def _are_two(a: Sketch, b: Sketch, *, exact: bool) -> bool:
    """At two places; or, of a village that no table has, as far as words tell, where they make just the number."""
    level = compare_places(a, b)
    return level in TWO_PLACES or (exact and level == "not_listed" and score(a, b) < JOIN)


def _first(whole: Sketch, after: Sequence[Sketch], *, smaller: bool) -> tuple[Sketch, ...]:
    least, most = _bounds(whole)
    found: list[Sketch] = []
    made = 0
    for each in after:
        number = each.number or 0
        if number >= least or made > most:
            break
        if any(_tells_again(each, one, smaller=smaller) for one in found):
            continue
        found.append(each)
        made += number
        if least <= made <= most and len(found) > 1:
            few = (whole.number or 0) < FEWEST and not any(map(_others, found[1:]))
            return () if few else tuple(found)
    return ()


def _bounds(whole: Sketch) -> tuple[int, int]:
    """Least and most that the items may come to: just the number, if it is small or exact."""
    number, hedge = whole.number or 0, whole.claim.toll.hedge if whole.claim.toll else Hedge.EXACT
    if number < FEWEST or hedge is Hedge.EXACT:
        return number, number
    room = max(1, number // ROOM)
    least, most = whole.low or number, whole.high or number
    return (least, number + room) if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN) else (least, most)


def may_be_of(each: Sketch, whole: Sketch) -> bool:
    """Nothing said of the one speaks against its people being among those of the other, wherever."""
    if each.start > whole.end or whole.start > each.end or compare_victims(each, whole) == "other_status":
        return False
    parties = not (each.identified and whole.identified and each.parties.isdisjoint(whole.parties))
    return parties and compare_acts(each, whole) != "other_act"


def _holds(whole: Sketch, items: Collection[Sketch]) -> bool:
    """Whether it tells no place or many at once, or a country or province in which all lie; or one does, and what no
    table has may. A number of one town is never the sum of those of others."""
    if whole.place is None:
        return whole.place_words is None or whole.described or whole.everywhere
    known = [each for each in items if each.place is not None or each.unlisted is None]
    around = 0 < whole.level <= PROVINCE and all(
        whole.place in each.ring and whole.place != each.place and compare_places(whole, each) not in ONE_PLACE
        for each in known or items
    )
    return around or _heads(whole, items)


def _heads(whole: Sketch, items: Collection[Sketch]) -> bool:
    """ "21 dead in Kessa and Tarn", above the 15 of Kessa and the six of Tarn: a headline that names the place of each,
    or what it lies in."""
    named = [_stands_in(each, whole) for each in items]
    held = [whole.place in each.ring for each in items]
    return whole.begin < HEADLINE and any(named) and all(a or b for a, b in zip(named, held, strict=True))


def _stands_in(each: Sketch, whole: Sketch) -> bool:
    """Whether the words of a total name a place of an item that is not its own."""
    names = [word for word in (each.claim.where.text or "").split() if word[0].isupper()]
    return whole.place not in each.ring and any(word in whole.claim.quote.split() for word in names)


def says_who(whole: Sketch, items: Collection[Sketch]) -> bool:
    """An accusation told with the total is told with each of its incidents: none is set aside with it."""
    return not whole.parties or all(each.parties for each in items)


def _tells_again(each: Sketch, one: Sketch, *, smaller: bool) -> bool:
    """A number told before; or, of the same place, a smaller one: a part of it."""
    level = compare_places(each, one)
    if level in TWO_PLACES or _others(each):
        return False
    return each.number == one.number or (smaller and (each.number or 0) < (one.number or 0) and level in ONE_PLACE)


def _others(sketch: Sketch) -> bool:
    """Of the dead: the others who were wounded are others than these."""
    toll, victims = sketch.claim.toll, sketch.claim.victims
    told = toll is not None and counts_others(toll.text, victims.text if victims else "")
    return sketch.claim.harm in DEAD and told


def _with_parts(wholes: Iterable[Sketch], parts: Mapping[ClaimId, Sequence[Sketch]]) -> list[Sketch]:
    """With all that are told as a part of them, and the parts of those."""
    found = {each.id: each for each in wholes}
    waiting = [*found.values()]
    for each in waiting:
        waiting += [part for part in parts.get(each.id, ()) if part.id not in found]
        found.update((part.id, part) for part in parts.get(each.id, ()))
    return [*found.values()]


def _hurt_with(wholes: Sequence[Sketch], items: Sequence[Sketch], told: Sequence[Sketch]) -> list[Sketch]:
    """The wounded told in the words of the total of the dead, if those of the incidents are as many: a number only if
    their numbers reach it, "dozens" if any are told."""
    begins = {each.begin for each in wholes}
    beside = [each for each in told if each.begin in begins and each.claim.harm is Harm.INJURED and each.claim.toll]
    if wholes[0].claim.harm is Harm.INJURED or not beside:
        return []
    theirs = [each for each in told if _is_hurt_of(each, items)]
    reached = sum(each.number or 0 for each in theirs)
    return [each for each in beside if theirs and (each.number is None or reached >= each.number)]


def _is_hurt_of(each: Sketch, items: Sequence[Sketch]) -> bool:
    toll = each.claim.toll
    whole = each.claim.harm is Harm.INJURED and toll is not None and toll.subset_of is None and is_told(each)
    after = whole and each.begin >= items[0].begin
    return after and any(compare_places(each, one) in ONE_PLACE for one in items)


def _told_elsewhere(
    found: Iterable[Sum], drawn: Sequence[Sketch], parts: Mapping[ClaimId, Sequence[Sketch]]
) -> list[Sum]:
    """With the claims of other reports that give the same number of the same people and no incident of it."""
    known = {each.id for one in found for each in (*one.told, *one.items)}
    numbers = {one.whole.number for one in found}
    alike: dict[tuple[int | None, Harm], list[Sketch]] = defaultdict(list)
    for each in drawn:
        if each.number in numbers and each.id not in known and counts(each):
            alike[each.number, each.claim.harm].append(each)
    made = []
    for one in found:
        again = [each for each in alike[one.whole.number, one.whole.claim.harm] if _is_again(each, one)]
        made.append(replace(one, told=(*one.told, *_with_parts(again, parts))))
    return made


def _is_again(each: Sketch, one: Sum) -> bool:
    whole = one.whole
    elsewhere = each.document != whole.document and (whole.number or 0) >= FEWEST
    return elsewhere and _holds(each, one.items) and says_who(each, one.items) and score(each, whole) >= JOIN
