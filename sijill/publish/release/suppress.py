"""Small numbers of living people are not shown, and cannot be computed: not from what is shown, not from releases.

A table is a set of groups of which each lies in, or apart from, every other (people of one fate at one place, and of
one fate everywhere). Whoever subtracts takes the groups that a release shows apart into pieces: a group less all
that is shown inside it. No other sum of the table can be computed from it than sums of pieces, so these are looked at:

1. a piece of 1 to k - 1 people;
2. with an earlier release, pieces that both know together: the people who came or went between them, 1 to k - 1;
3. with an earlier release, a group of one less what the other shows inside it: as if nobody had come or gone.

Whatever gives such a number away is hidden: the group itself, else the smallest one beside it, else the one around.
Sources: Hundepool et al., Statistical Disclosure Control (2012), chapters 4 and 5.4 (linked tables, differencing).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sijill.model.decision import Reason

Leaf = tuple[str, ...]
Group = frozenset[Leaf]
Shown = Mapping[Group, int]
"""What a release shows: groups and how many people each holds [persons]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What an earlier release showed. name: how it is told to the house."""

    name: str
    shown: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """People who can be counted by subtracting, and the groups of this release that it takes."""

    people: Group
    number: int
    takes: tuple[Group, ...]


def suppressed(counts: Shown, k: int, earlier: Sequence[Earlier] = ()) -> dict[Group, Reason]:
    """Of the groups of a table, those that must not be shown, each with the reason.

    counts   every group, nested or apart, with its number [persons]
    k        least number of living people that may be known
    cost     O(rounds x releases x leaves); a round hides at least one group
    """
    hidden: dict[Group, Reason] = {}
    small = Reason(code="small_number", values={"k": k})
    known = [*earlier, *_latest(earlier)]
    while found := list(_given_away({each: n for each, n in counts.items() if each not in hidden}, k, known)):
        direct = [(piece, why) for piece, why in found if piece.people in piece.takes]
        for piece, why in direct:
            hidden.setdefault(piece.people, small if 0 < counts[piece.people] < k else why)
        for piece, why in () if direct else found:
            if not hidden.keys() & set(piece.takes):
                hidden[_least(piece.takes, counts)] = why
    return hidden


def _latest(earlier: Sequence[Earlier]) -> Iterator[Earlier]:
    """What somebody knows who has kept every release: of each group the number told last."""
    if len(earlier) > 1:
        told = {group: number for each in earlier for group, number in each.shown.items()}
        yield Earlier(name=earlier[-1].name, shown=told)


def _least(groups: Iterable[Group], counts: Shown) -> Group:
    """The group of fewest people; one of nobody only if there is no other."""
    return min(groups, key=lambda each: (counts[each] == 0, counts[each], len(each), sorted(each)))


def _given_away(shown: Shown, k: int, earlier: Iterable[Earlier]) -> Iterator[tuple[Piece, Reason]]:
    """Every small number of people that can be computed."""
    own = pieces(shown)
    beside = Reason(code="beside_small_number", values={"k": k})
    yield from ((each, beside) for each in own if 0 < each.number < k)
    for each in earlier:
        why = Reason(code="told_by_two_releases", values={"k": k, "release": each.name})
        for piece in (*_came_or_went(own, pieces(each.shown)), *_left_over(shown, each.shown)):
            if 0 < abs(piece.number) < k:
                yield piece, why


def pieces(shown: Shown) -> list[Piece]:
    """Each group that is shown less all that is shown inside it."""
    return [
        Piece(
            people=outer.difference(*parts),
            number=shown[outer] - sum(shown[each] for each in parts),
            takes=(outer, *parts),
        )
        for outer, parts in _inside(shown).items()
        if outer.difference(*parts)
    ]


def _inside(groups: Iterable[Group]) -> dict[Group, list[Group]]:
    """Of each group the greatest ones inside it. Groups are nested or apart, and none is empty."""
    innermost: dict[Leaf, Group] = {}
    found: dict[Group, list[Group]] = {}
    for each in sorted(groups, key=lambda group: (-len(group), sorted(group))):
        found[each] = []
        outer = innermost.get(next(iter(each)))
        if outer is not None:
            found[outer].append(each)
        innermost |= dict.fromkeys(each, each)
    return found


def _came_or_went(now: Sequence[Piece], before: Sequence[Piece]) -> Iterator[Piece]:
    """The smallest sums of pieces that both releases know, with how many people more there are now."""
    joined = _Joined(piece.people for piece in (*now, *before))
    sides = [{leaf for piece in side for leaf in piece.people} for side in (now, before)]
    of_now, of_before = joined.sorted(now), joined.sorted(before)
    for block, people in joined.blocks.items():
        if people <= sides[0] and people <= sides[1]:
            mine, theirs = of_now[block], of_before[block]
            yield Piece(
                people=frozenset(people),
                number=sum(each.number for each in mine) - sum(each.number for each in theirs),
                takes=tuple(dict.fromkeys(group for each in mine for group in each.takes)),
            )


def _left_over(now: Shown, before: Shown) -> Iterator[Piece]:
    """A group of one release less what the other shows inside it, as if nobody had come or gone."""
    for outer, parts in _inside({*now, *before}).items():
        for one, other in ((now, before), (before, now)):
            mixed = any(each in other for each in parts)
            if outer in one and parts and mixed:
                told = sum(other[each] if each in other else one[each] for each in parts)
                takes = tuple(each for each in (outer, *parts) if each in now)
                if takes:
                    yield Piece(people=outer.difference(*parts) or outer, number=one[outer] - told, takes=takes)


class _Joined:
    """Leaves that stand in one piece of either release, put together until no block shares a piece with another."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._up: dict[Leaf, Leaf] = {}
        for group in groups:
            first, *others = group
            for each in (first, *others):
                self._up[self._root(each)] = self._root(first)
        self.blocks: dict[Leaf, set[Leaf]] = {}
        for leaf in list(self._up):
            self.blocks.setdefault(self._root(leaf), set()).add(leaf)

    def sorted(self, side: Iterable[Piece]) -> dict[Leaf, list[Piece]]:
        """Pieces by the block that they lie in."""
        found: dict[Leaf, list[Piece]] = {}
        for each in side:
            found.setdefault(self._root(next(iter(each.people))), []).append(each)
        return found

    def _root(self, leaf: Leaf) -> Leaf:
        up = self._up
        up.setdefault(leaf, leaf)
        while up[leaf] != leaf:
            up[leaf] = up[up[leaf]]
            leaf = up[leaf]
        return leaf
