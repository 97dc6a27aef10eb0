"""Groups of rows that are one person: loose components, average linkage inside each, judgements above both."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

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
    """For each of `size` rows the lowest row of its group."""
    label = np.arange(size)
    same = _by_component(size, pairs, judged)
    alone = []
    for each in components_of(size, pairs, judged):
        if len(each.left) == 1 and not same:
            alone.append(each)
            continue
        rows = sorted({*each.left.tolist(), *each.right.tolist()})
        inside = set(rows)
        edges = zip(each.left.tolist(), each.right.tolist(), (each.weight - threshold).tolist(), strict=True)
        of = joined(
            rows,
            edges,
            unseen=UNSEEN - threshold,
            same=[pair for pair in same.get(rows[0], ()) if pair[0] in inside],
            apart=judged.apart,
        )
        for row, lowest in of.items():
            label[row] = lowest
    for each in alone:
        if each.weight[0] > threshold:
            label[each.right[0]] = each.left[0]
    return label


def _by_component(size: int, pairs: Pairs, judged: Judged) -> dict[int, list[tuple[int, int]]]:
    """The pairs judged the same by the lowest row of their component."""
    if not judged.same:
        return {}
    left, right = _with_judged(pairs, judged)[:2]
    lowest = components(size, left, right)
    found: dict[int, list[tuple[int, int]]] = {}
    for pair in sorted(judged.same):
        found.setdefault(int(lowest[pair[0]]), []).append(pair)
    return found


def components_of(size: int, pairs: Pairs, judged: Judged) -> Iterator[Component]:
    """The components in the order of their lowest rows. A pair that was judged has a weight that says so."""
    left, right, weight = _with_judged(pairs, judged)
    if not len(left):
        return
    lowest = components(size, left, right)[left]
    order = np.argsort(lowest, kind="stable")
    left, right, weight, lowest = left[order], right[order], weight[order], lowest[order]
    starts = np.flatnonzero(np.r_[True, lowest[1:] != lowest[:-1]])
    for start, stop in zip(starts.tolist(), [*starts[1:].tolist(), len(left)], strict=True):
        yield Component(left=left[start:stop], right=right[start:stop], weight=weight[start:stop])


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
