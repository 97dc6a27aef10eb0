"""Totals that a report tells without a number, above the counts of its incidents."""

from collections.abc import Sequence
from itertools import groupby

from sijill.language.folding import fold
from sijill.link.counted import counted_apart
from sijill.link.pairs.compare import LEAD, compare_places
from sijill.link.pairs.levels import TWO_PLACES
from sijill.link.pairs.sketch import Sketch
from sijill.link.totals.sums import SUMMED, counts, is_told, may_be_of, says_who
from sijill.model.claim import SAYS_NOT_HOW, ClaimId

LEAST = {
    fold(word): least
    for words, least in (("dozens العشرات عشرات", 20), ("scores", 40), ("hundreds المئات مئات", 200))
    for word in words.split()
}
"""Persons that a word without a number means at least."""
NEWS_DAYS = 3
"""Days of which one report tells as news."""


def vague_totals(drawn: Sequence[Sketch]) -> frozenset[ClaimId]:
    """ "Dozens killed in raids on Kessa", above the 25 of Monday and the 14 of Tuesday, or of two of its quarters: what
    a report says first without a number, of incidents that it counts below and that linking holds apart."""
    found: set[ClaimId] = set()
    wholes = {each.claim.toll.subset_of for each in drawn if each.claim.toll is not None}
    for _, telling in groupby(drawn, key=lambda each: each.document):
        told = list(telling)
        heads = [each for each in told if each.begin < LEAD and _least(each) and each.id not in wholes]
        counted = [each for each in told if counts(each) and (each.days or 1) == 1] if heads else []
        found.update(head.id for head in heads if _is_of_several(head, counted))
    return frozenset(found)


def _least(sketch: Sketch) -> int:
    """How many "dozens" are at least; 0 where a number is told, or none at all."""
    toll = sketch.claim.toll
    if toll is None or toll.number is not None or not is_told(sketch) or sketch.claim.harm not in SUMMED:
        return 0
    return max((LEAST.get(word, 0) for word in fold(toll.text).split()), default=0)


def _is_of_several(head: Sketch, counted: Sequence[Sketch]) -> bool:
    items: list[Sketch] = []
    for each in counted:
        alike = each.claim.harm is head.claim.harm and each.begin >= head.finish and may_be_of(each, head)
        alike = alike and (head.act in SAYS_NOT_HOW or each.act not in SAYS_NOT_HOW)
        here = head.place_words is None or head.everywhere or (head.place is not None and head.place in each.ring)
        if alike and here and all(_are_apart(each, one) for one in items):
            items.append(each)
    if len(items) < 2 or sum(each.number or 0 for each in items) < _least(head):
        return False
    dated = head.days is None or all(each.days is not None for each in items)
    return dated and says_who(head, items)


def _are_apart(one: Sketch, other: Sketch) -> bool:
    """On two days that follow each other; or by what the report tells of them, in the same days."""
    dated = one.days is not None and other.days is not None
    gap = max(one.start, other.start) - min(one.end, other.end) if dated else 0
    two = compare_places(one, other) in TWO_PLACES or counted_apart([one], [other], near=True)
    return gap <= NEWS_DAYS and (gap > 0 or two)
