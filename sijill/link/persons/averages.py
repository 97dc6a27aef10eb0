"""Average linkage inside loose components: two groups become one while the mean log-odds between them is above zero.

Pairs that were never looked at count with a prior log-odds. Judgements are hard: `same` is joined first, and no join
brings a `different` pair together. Complexity: O(e log e) in the edges of a component; ties break by the lower rows.
"""

import heapq
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray


def components(size: int, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each row the lowest row that it hangs together with."""
    parent = np.arange(size)
    while True:
        low = np.minimum(parent[left], parent[right])
        before = parent.copy()
        np.minimum.at(parent, parent[left], low)
        np.minimum.at(parent, parent[right], low)
        while True:
            up = parent[parent]
            if np.array_equal(up, parent):
                break
            parent = up
        if np.array_equal(parent, before):
            return parent


def joined(
    rows: Sequence[int],
    edges: Iterable[tuple[int, int, float]],
    *,
    unseen: float,
    same: Iterable[tuple[int, int]] = (),
    apart: Iterable[tuple[int, int]] = (),
) -> dict[int, int]:
    """For each row of one component the lowest row of its group.

    edges    pairs with their log-odds (minus the threshold)      unseen   log-odds of a pair that has no edge
    """
    group = {row: [row] for row in rows}
    of = {row: row for row in rows}
    near: dict[int, dict[int, tuple[float, int]]] = {row: {} for row in rows}
    for a, b, weight in edges:
        near[a][b] = near[b][a] = (weight, 1)
    banned = {frozenset(pair) for pair in apart}
    for a, b in same:
        if a in of and b in of and of[a] != of[b] and not _kept_apart(group, of[a], of[b], banned):
            _join(of[a], of[b], group, of, near)
    heap = [(-_mean(group, a, b, near, unseen), min(a, b), max(a, b)) for a in group for b in near[a] if a < b]
    heapq.heapify(heap)
    while heap:
        negative, a, b = heapq.heappop(heap)
        if a not in group or b not in group or b not in near[a]:
            continue
        mean = _mean(group, a, b, near, unseen)
        if -negative != mean:
            continue
        if mean <= 0:
            break
        if banned and _kept_apart(group, a, b, banned):
            del near[a][b], near[b][a]
            continue
        kept = _join(a, b, group, of, near)
        for other in near[kept]:
            first, second = min(kept, other), max(kept, other)
            heapq.heappush(heap, (-_mean(group, kept, other, near, unseen), first, second))
    return of


def _mean(
    group: dict[int, list[int]], a: int, b: int, near: dict[int, dict[int, tuple[float, int]]], unseen: float
) -> float:
    total, seen = near[a][b]
    number = len(group[a]) * len(group[b])
    return (total + unseen * (number - seen)) / number


def _kept_apart(group: dict[int, list[int]], a: int, b: int, banned: set[frozenset[int]]) -> bool:
    return any(frozenset((x, y)) in banned for x in group[a] for y in group[b])


def _join(
    a: int,
    b: int,
    group: dict[int, list[int]],
    of: dict[int, int],
    near: dict[int, dict[int, tuple[float, int]]],
) -> int:
    """Put two groups under the lower of their names."""
    kept, gone = min(a, b), max(a, b)
    for row in group[gone]:
        of[row] = kept
    group[kept] += group.pop(gone)
    for other, (weight, seen) in near.pop(gone).items():
        del near[other][gone]
        if other == kept:
            continue
        total, number = near[kept].get(other, (0.0, 0))
        near[kept][other] = near[other][kept] = (total + weight, number + seen)
    return kept
