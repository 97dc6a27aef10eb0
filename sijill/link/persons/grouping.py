"""Groups of rows that are one person: loose components, average linkage inside each, judgements above both."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sijill.link.persons.averages import components, joined
from sijill.link.persons.weighing import Floats, Ints, Pairs

UNSEEN = -3.0
"""Log-odds of a pair that no block brought together, or that was too unlikely to be kept."""
THRESHOLD = -0.5
"""Mean log-odds above which two groups become one. Below zero: a pair that no block found speaks against a join as
well.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Pairs of rows that people judged. `apart` wins over a chain of `same`."""

    same: frozenset[tuple[int, int]] = frozenset()
    apart: frozenset[tuple[int, int]] = frozenset()


NOTHING = Judged()


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """Rows that hang together by kept pairs, and those pairs."""

    left: Ints
    right: Ints
    weight: Floats


def grouped(size: int, pairs: Pairs, judged: Judged, *, threshold: float = THRESHOLD) -> Ints:
    """For each of `size` rows the lowest row of its group.

    Two groups join only over a pair that weighs more than the threshold, so what no such pairs hold together is grouped
    by itself.
    """
    label = np.arange(size)
    held = _held(size, pairs, judged, above=threshold)
    same, apart = (_by_component(each, held.lowest) for each in (judged.same, judged.apart))
    alone = np.diff(np.append(held.starts, len(held.left))) == 1
    first = held.starts[alone]
    label[held.right[first]] = held.left[first]
    for each in held.components(~alone):
        rows = sorted({*each.left.tolist(), *each.right.tolist()})
        edges = zip(each.left.tolist(), each.right.tolist(), (each.weight - threshold).tolist(), strict=True)
        of = joined(
            rows,
            edges,
            unseen=UNSEEN - threshold,
            same=same.get(rows[0], ()),
            apart=apart.get(rows[0], ()),
        )
        for row, lowest in of.items():
            label[row] = lowest
    return label


def members_of(label: Ints) -> dict[int, list[int]]:
    """The rows of each group, from the group of each row."""
    members: dict[int, list[int]] = {}
    for row, group in enumerate(label.tolist()):
        members.setdefault(group, []).append(row)
    return members


def _by_component(judged: frozenset[tuple[int, int]], lowest: Ints) -> dict[int, list[tuple[int, int]]]:
    """Judged pairs of one component, by its lowest row."""
    found: dict[int, list[tuple[int, int]]] = {}
    for pair in sorted(judged):
        if lowest[pair[0]] == lowest[pair[1]]:
            found.setdefault(int(lowest[pair[0]]), []).append(pair)
    return found


def components_of(size: int, pairs: Pairs, judged: Judged) -> Iterator[Component]:
    """The components in the order of their lowest rows. A pair that was judged has a weight that says so."""
    held = _held(size, pairs, judged, above=-np.inf)
    return held.components(np.ones(len(held.starts), dtype=bool))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """Rows held together by pairs: of each row the lowest that it hangs together with, and the pairs inside, component
    by component, with the place where each begins.
    """

    lowest: Ints
    left: Ints
    right: Ints
    weight: Floats
    starts: Ints

    def components(self, wanted: NDArray[np.bool_]) -> Iterator[Component]:
        """Those that are wanted, in order."""
        ends = np.append(self.starts[1:], len(self.left))
        for start, stop in zip(self.starts[wanted].tolist(), ends[wanted].tolist(), strict=True):
            part = slice(start, stop)
            yield Component(left=self.left[part], right=self.right[part], weight=self.weight[part])


def _held(size: int, pairs: Pairs, judged: Judged, *, above: float) -> _Held:
    """above: log-odds from which on a pair holds its rows together; pairs of less stay where others hold both ends."""
    left, right, weight = _with_judged(pairs, judged)
    holds = weight > above
    lowest = components(size, left[holds], right[holds])
    inside = np.flatnonzero(lowest[left] == lowest[right])
    order = inside[np.argsort(lowest[left[inside]], kind="stable")]
    first = lowest[left[order]]
    starts = np.flatnonzero(np.r_[True, first[1:] != first[:-1]]) if len(order) else np.zeros(0, dtype=np.int64)
    return _Held(lowest=lowest, left=left[order], right=right[order], weight=weight[order], starts=starts)


def _with_judged(pairs: Pairs, judged: Judged) -> tuple[Ints, Ints, Floats]:
    """Kept pairs without those judged apart, and with those judged the same, whatever they weighed."""
    if not judged.same and not judged.apart:
        return pairs.left, pairs.right, pairs.weight
    known = np.fromiter(_keys(judged.same | judged.apart), dtype=np.int64)
    free = ~np.isin(pairs.left << 32 | pairs.right, known)
    same = sorted(judged.same)
    return (
        np.r_[pairs.left[free], np.array([a for a, _ in same], dtype=np.int64)],
        np.r_[pairs.right[free], np.array([b for _, b in same], dtype=np.int64)],
        np.r_[pairs.weight[free], np.full(len(same), 20.0)],
    )


def _keys(pairs: Iterable[tuple[int, int]]) -> Iterator[int]:
    return (a << 32 | b for a, b in pairs)
