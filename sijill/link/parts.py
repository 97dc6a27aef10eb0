"""Clustering part by part: claims that no chain of near pairs connects cannot join, so they need not be held together.

The groups are those that clustering everything at once would give. Two groups are looked at only if some pair of their
claims scores ASK or more, so all that a merge depends on lies within one part of the graph of such pairs.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from sijill.link.cluster import Scored, cluster, settled
from sijill.link.pairs.score import ASK
from sijill.link.pairs.sketch import Sketch

Pair = tuple[int, int]
Flat = npt.NDArray[Any]


class Scores:
    """Pairs with their points, ten bytes each, in the order in which they were scored."""

    def __init__(self) -> None:
        self.left, self.right, self.tenths = array("I"), array("I"), array("h")

    def add(self, left: int, right: int, points: float) -> None:
        """One pair more."""
        self.left.append(left)
        self.right.append(right)
        self.tenths.append(round(points * 10))

    def __len__(self) -> int:
        return len(self.left)

    def __iter__(self) -> Iterator[Scored]:
        return zip(self.left, self.right, (tenths / 10 for tenths in self.tenths), strict=True)

    def at(self, numbers: Iterable[int]) -> list[Scored]:
        """Those of these numbers."""
        return [(self.left[each], self.right[each], self.tenths[each] / 10) for each in numbers]


class Gathered(Sequence[Sequence[int]]):
    """Groups of positions one behind the other in one array: a list for each would take ten times as much."""

    def __init__(self) -> None:
        self._members, self._ends = array("I"), array("I", (0,))

    def add(self, group: Iterable[int]) -> None:
        """One group more."""
        self._members.extend(group)
        self._ends.append(len(self._members))

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, at: int) -> Sequence[int]: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Sequence[int]]: ...

    def __getitem__(self, at: int | slice) -> Sequence[int] | Sequence[Sequence[int]]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        at = range(len(self))[at]
        return self._members[self._ends[at] : self._ends[at + 1]]


@dataclass(frozen=True, slots=True)
class Parted:
    """home: for each position the first one of its group; near and broken as in `Grouping`."""

    home: "array[int]"
    near: list[Scored]
    broken: list[Pair]


def cluster_parts(
    sketches: Sequence[Sketch], scored: Scores, *, same: Iterable[Pair] = (), different: Iterable[Pair] = ()
) -> Parted:
    """As `cluster`, with what it holds at a time bounded by the largest part."""
    together, apart, broken = settled(same, different)
    part = _parts(len(sketches), scored, together)
    whole = Parted(home=part[:], near=[], broken=broken)
    joins, bars = _by_part(together, part), _by_part(apart, part)
    for number, members, pairs in _split(part, scored):
        if len(members) == 1:
            continue
        here = {position: at for at, position in enumerate(members)}
        found = cluster(
            [sketches[position] for position in members],
            [(here[left], here[right], points) for left, right, points in pairs],
            same=[(here[a], here[b]) for a, b in joins.get(number, ())],
            different=[(here[a], here[b]) for a, b in bars.get(number, ())],
        )
        for group in found.groups:
            first = members[min(group)]
            for at in group:
                whole.home[members[at]] = first
        whole.near.extend((members[left], members[right], points) for left, right, points in found.near)
        whole.broken.extend((members[left], members[right]) for left, right in found.broken)
    return whole


def _parts(n: int, scored: Scores, together: Iterable[Pair]) -> "array[int]":
    """For each claim the earliest one that a chain of near pairs, or of judgements `same`, connects it with."""
    above = array("I", range(n))

    def top(at: int) -> int:
        while above[at] != at:
            above[at] = above[above[at]]
            at = above[at]
        return at

    near = ((left, right) for left, right, points in scored if points >= ASK)
    for pairs in (near, together):
        for left, right in pairs:
            one, other = top(left), top(right)
            if one != other:
                above[max(one, other)] = min(one, other)
    return array("I", (top(at) for at in range(n)))


def _by_part(pairs: Iterable[Pair], part: Sequence[int]) -> dict[int, list[Pair]]:
    """Judgements within a part; between two parts nothing can join them anyway."""
    found: dict[int, list[Pair]] = {}
    for left, right in pairs:
        if part[left] == part[right]:
            found.setdefault(part[left], []).append((left, right))
    return found


def in_order(home: "array[int]") -> Iterator[tuple[int, list[int]]]:
    """Each first position with those whose home it is, in order."""
    if home:
        claims, edges = _by_home(home)
        for at in range(len(edges) - 1):
            members = claims[edges[at] : edges[at + 1]].tolist()
            yield home[members[0]], members


def _by_home(home: "array[int]") -> tuple[Flat, Flat]:
    """The positions, home after home, and where each begins and ends."""
    of = np.asarray(home, dtype=np.uint32)
    claims = np.argsort(of, kind="stable").astype(np.uint32)
    return claims, np.flatnonzero(np.concatenate(([True], np.diff(of[claims]) != 0, [True])))


def _split(part: "array[int]", scored: Scores) -> Iterator[tuple[int, list[int], list[Scored]]]:
    """Each part with its claims and the pairs inside it, in order."""
    if not part:
        return
    of = np.asarray(part, dtype=np.uint32)
    claims, edges = _by_home(part)
    inside = np.zeros(0, dtype=np.int64)
    starts = ends = np.zeros(len(edges) - 1, dtype=np.int64)
    if len(scored):
        left = of[np.frombuffer(scored.left, dtype=np.uint32)]
        same = np.flatnonzero(left == of[np.frombuffer(scored.right, dtype=np.uint32)])
        inside = same[np.argsort(left[same], kind="stable")]
        numbers = of[claims[edges[:-1]]]
        starts = np.searchsorted(left[inside], numbers, side="left")
        ends = np.searchsorted(left[inside], numbers, side="right")
    for at in range(len(edges) - 1):
        members = claims[edges[at] : edges[at + 1]].tolist()
        chosen = inside[starts[at] : ends[at]].tolist()
        yield part[members[0]], members, scored.at(chosen)
