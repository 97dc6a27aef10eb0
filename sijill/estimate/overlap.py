"""The overlap of lists: how many persons stand on which. What every model starts from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from sijill.errors import SijillError
from sijill.model.estimate import Overlap
from sijill.model.exchange import to_json

MOST_LISTS = 12


class NotAnOverlap(SijillError):
    """An overlap that contradicts itself."""

    def __init__(self, *, seen: str, wanted: str) -> None:
        super().__init__(f"{seen}; {wanted}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """An overlap as arrays, cells in the order of their patterns; empty cells left out.

    x   [cells, lists] 0 or 1      n   [cells] persons
    """

    lists: tuple[str, ...]
    x: NDArray[np.int64]
    n: NDArray[np.int64]


def overlap_of(counts: Mapping[str, int], lists: Sequence[str]) -> Overlap:
    """Checked counts by pattern as an overlap. Raises NotAnOverlap."""
    _names(lists)
    for pattern, number in counts.items():
        if len(pattern) != len(lists) or set(pattern) - {"0", "1"}:
            raise NotAnOverlap(seen=f"pattern {pattern!r}", wanted=f"{len(lists)} marks of 0 or 1, one for each list")
        if isinstance(number, bool) or not isinstance(number, int | np.integer) or number < 0:
            raise NotAnOverlap(
                seen=f"pattern {pattern} has count {number}", wanted="a whole number of persons, 0 or more"
            )
        if "1" not in pattern and number:
            raise NotAnOverlap(
                seen=f"{number} persons on no list",
                wanted="whoever is on no list was not counted: leave the pattern out",
            )
    kept = {pattern: int(counts[pattern]) for pattern in sorted(counts) if counts[pattern]}
    return Overlap(lists=tuple(lists), counts=kept)


def overlap_of_persons(persons: Iterable[Iterable[str]], lists: Sequence[str]) -> Overlap:
    """persons: for each, the lists that hold it. Raises NotAnOverlap for a list that is none of `lists`."""
    return overlap_of(counted(persons, lists), lists)


def counted(persons: Iterable[Iterable[str]], lists: Sequence[str]) -> dict[str, int]:
    """Persons by pattern, in the order of the patterns; those on no list are not counted. Raises NotAnOverlap."""
    place = {name: i for i, name in enumerate(lists)}
    counts: dict[str, int] = {}
    for held_by in persons:
        marks = ["0"] * len(lists)
        for name in held_by:
            if name not in place:
                raise NotAnOverlap(seen=f"a person on {name!r}", wanted="one of " + ", ".join(lists))
            marks[place[name]] = "1"
        counts["".join(marks)] = counts.get("".join(marks), 0) + 1
    return {each: counts[each] for each in sorted(counts) if "1" in each}


def _names(lists: Sequence[str]) -> None:
    if len(lists) < 2:
        raise NotAnOverlap(seen=f"{len(lists)} list", wanted="an estimate needs lists that overlap: two at least")
    if len(lists) > MOST_LISTS:
        raise NotAnOverlap(seen=f"{len(lists)} lists", wanted=f"at most {MOST_LISTS}: merge those that copy each other")
    if doubled := sorted({name for name in lists if list(lists).count(name) > 1}):
        raise NotAnOverlap(seen=f"two lists are called {doubled[0]!r}", wanted="each list needs a name of its own")


def cells_of(overlap: Overlap) -> Cells:
    """The overlap as arrays."""
    kept = [(pattern, number) for pattern, number in sorted(overlap.counts.items()) if number]
    x = np.array([[int(mark) for mark in pattern] for pattern, _ in kept], dtype=np.int64)
    return Cells(
        lists=overlap.lists,
        x=x.reshape(len(kept), len(overlap.lists)),
        n=np.array([number for _, number in kept], dtype=np.int64),
    )


def documented(overlap: Overlap) -> int:
    """Persons on one list or more [persons]."""
    return sum(overlap.counts.values())


def on_each(overlap: Overlap) -> dict[str, int]:
    """Persons on each list [persons]."""
    return {name: _on(overlap, (i,)) for i, name in enumerate(overlap.lists)}


def on_both(overlap: Overlap) -> dict[tuple[str, str], int]:
    """Persons on both lists of each pair [persons]."""
    pairs = combinations(range(len(overlap.lists)), 2)
    return {(overlap.lists[i], overlap.lists[j]): _on(overlap, (i, j)) for i, j in pairs}


def on_so_many(overlap: Overlap) -> list[int]:
    """f_k [persons]: on exactly k lists, for k = 0 .. J; f_0 is what nobody knows, here 0."""
    f = [0] * (len(overlap.lists) + 1)
    for pattern, number in overlap.counts.items():
        f[pattern.count("1")] += number
    return f


def _on(overlap: Overlap, which: tuple[int, ...]) -> int:
    return sum(number for pattern, number in overlap.counts.items() if all(pattern[i] == "1" for i in which))


def of_lists(overlap: Overlap, lists: Sequence[str]) -> Overlap:
    """Only these lists: whoever is on none of them is not counted any more."""
    keep = [overlap.lists.index(name) for name in lists]
    counts: dict[str, int] = {}
    for pattern, number in sorted(overlap.counts.items()):
        rest = "".join(pattern[i] for i in keep)
        if "1" in rest:
            counts[rest] = counts.get(rest, 0) + number
    return replace(overlap, lists=tuple(lists), counts=counts)


def without(overlap: Overlap, name: str) -> Overlap:
    """The overlap as if this list had never been."""
    return of_lists(overlap, [each for each in overlap.lists if each != name])


def held_out(overlap: Overlap, name: str) -> tuple[int, Overlap]:
    """A population of known size: the persons on this list, and how the other lists overlap among them."""
    i = overlap.lists.index(name)
    among = {pattern: number for pattern, number in overlap.counts.items() if pattern[i] == "1"}
    return sum(among.values()), without(replace(overlap, counts=among), name)


def merged(overlap: Overlap, groups: Sequence[Sequence[str]]) -> Overlap:
    """Lists that copy each other as one: whoever is on any of a group is on it. Named "A+B", in place of the first."""
    group_of = {name: tuple(group) for group in groups for name in group}
    if unknown := sorted(set(group_of) - set(overlap.lists)):
        raise NotAnOverlap(seen=f"{unknown[0]!r} is to be merged", wanted="lists are " + ", ".join(overlap.lists))
    columns: dict[tuple[str, ...], list[int]] = {}
    for i, name in enumerate(overlap.lists):
        columns.setdefault(group_of.get(name, (name,)), []).append(i)
    counts: dict[str, int] = {}
    for pattern, number in sorted(overlap.counts.items()):
        joined = "".join("1" if any(pattern[i] == "1" for i in places) else "0" for places in columns.values())
        counts[joined] = counts.get(joined, 0) + number
    return replace(overlap, lists=tuple("+".join(group) for group in columns), counts=counts)


def canonical(overlap: Overlap) -> Overlap:
    """The same numbers with lists called L1, L2 ... in an order that does not depend on the one they came in.

    In the order of what they hold, then of the counts of the patterns they are in; lists that cannot be told apart so
    keep theirs.
    """
    order = sorted(range(len(overlap.lists)), key=lambda j: _held(overlap, j))
    counts = {"".join(pattern[j] for j in order): number for pattern, number in overlap.counts.items() if number}
    return Overlap(lists=tuple(f"L{i}" for i in range(1, len(order) + 1)), counts=dict(sorted(counts.items())))


def _held(overlap: Overlap, j: int) -> tuple[int, list[tuple[int, int]]]:
    inside = [
        (pattern.count("1"), number) for pattern, number in overlap.counts.items() if pattern[j] == "1" and number
    ]
    return sum(number for _, number in inside), sorted(inside)


def fingerprint(overlap: Overlap) -> str:
    """What the numbers are, whatever the lists are called and whosever they are."""
    return sha256(to_json(canonical(overlap).counts).encode()).hexdigest()
