"""Of the numbers that one report gives of a fight, those of each side: nobody is counted in two."""

from collections import defaultdict
from collections.abc import Sequence

from sijill.assess.figure import Figure

SIDES = frozenset({"state", "group"})
"""By the words for those who fell: see figure.Figure.side."""
TELLING = 10
"""Persons. Smaller numbers are those of two sides by chance."""


def sides_of(members: Sequence[Figure]) -> list[list[Figure]]:
    """The numbers of two sides or more, each once; empty where they are not known to be of two."""
    return _by_their_words(members) or _by_their_party(members) or _by_whose(members)


def _by_their_words(members: Sequence[Figure]) -> list[list[Figure]]:
    """Soldiers, rebels."""
    sides: dict[str, list[Figure]] = defaultdict(list)
    for each in members:
        if each.side in SIDES:
            sides[each.side].append(each)
    return [*sides.values()] if len(sides) == len(SIDES) else []


def _by_their_party(members: Sequence[Figure]) -> list[list[Figure]]:
    """ "40 Column fighters", and those whom the Column killed: none of them, unless both are one number told twice."""
    for own in dict.fromkeys(each.whose for each in members if each.whose):
        lost = [each for each in members if each.whose == own and own not in each.by]
        killed = [each for each in members if each.whose is None and own in each.by]
        if lost and killed and {each.low for each in lost}.isdisjoint(each.low for each in killed):
            return [lost, killed]
    return []


def _by_whose(members: Sequence[Figure]) -> list[list[Figure]]:
    """Those of two parties, by the words for them, that are named together as sides of a fight: nobody is of both. A
    number of ten and more that is told again by other words ("30 gunmen of the group") is that of its side."""
    whose: dict[str, list[Figure]] = defaultdict(list)
    for each in members:
        if each.whose:
            whose[each.whose].append(each)
    fought = [each.fought & whose.keys() for each in members]
    both = max(fought, key=len, default=frozenset())
    if len(both) < 2:
        return []
    others = [each for each in members if each.whose not in both and (each.low or 0) >= TELLING]
    sides = [told for party, told in whose.items() if party in both]
    return [[*told, *(each for each in others if each.low in {one.low for one in told})] for told in sides]
