"""Gradient boosting on levels: few, small trees; trained on counted patterns; at rest as JSON, never as a pickle.

source   Friedman (2001), second-order as in Chen and Guestrin (2016): gain G^2/(H+lambda), leaf -G/(H+lambda).
Levels are ordinals: a split asks "level <= t". Everything is summed in a fixed order, so the same counts give the same
trees on any machine of the same arithmetic.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Levels = NDArray[np.int8]

SHRINK, RIDGE, LEAST = 0.1, 4.0, 3.0
"""Step of each tree, the penalty on a leaf, and the least weight (pairs times p(1-p)) of a leaf."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """Nodes in the order of a heap: node n asks feature[n] <= at[n] and goes to 2n+1 or 2n+2; -1 is a leaf."""

    feature: tuple[int, ...]
    at: tuple[int, ...]
    leaf: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forest:
    """The log-odds that a pair is one person: base plus one leaf of each tree. names: the comparisons it reads."""

    names: tuple[str, ...]
    base: float
    trees: tuple[Tree, ...]


def trained(
    levels: Levels,
    same: Floats,
    different: Floats,
    *,
    names: Sequence[str],
    rounds: int,
    depth: int,
    start: Floats | None = None,
) -> Forest:
    """A forest for counted patterns.

    same, different   pairs of each pattern that are one person, and that are not [pairs, may be weighted]
    start             log-odds to begin with (of an earlier model); none: their common base
    """
    weight = same + different
    base = 0.0 if start is not None else float(np.log((same.sum() + 0.5) / (different.sum() + 0.5)))
    at = start.copy() if start is not None else np.full(len(levels), base)
    columns = [np.ascontiguousarray(levels[:, each]).astype(np.int64) for each in range(levels.shape[1])]
    sizes = [int(column.max(initial=0)) + 1 for column in columns]
    trees = []
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-at))
        tree, step = _grown(columns, sizes, weight * p - same, weight * p * (1 - p), depth)
        trees.append(tree)
        at += step
    return Forest(names=tuple(names), base=base, trees=tuple(trees))


def _grown(
    columns: list[NDArray[np.int64]], sizes: list[int], gradient: Floats, curve: Floats, depth: int
) -> tuple[Tree, Floats]:
    """One tree and the step that it takes at each pattern."""
    inner = 2**depth - 1
    feature, at, leaf = [-1] * inner, [0] * inner, [0.0] * (2 * inner + 1)
    node = np.zeros(len(gradient), dtype=np.int64)
    for level in range(depth):
        first, width = 2**level - 1, 2**level
        best = np.zeros(width)
        chosen = [(-1, 0)] * width
        local = node - first
        live = local >= 0
        for each, (column, size) in enumerate(zip(columns, sizes, strict=True)):
            if size < 2:
                continue
            cell = local[live] * size + column[live]
            g = np.bincount(cell, gradient[live], width * size).reshape(width, size).cumsum(1)
            h = np.bincount(cell, curve[live], width * size).reshape(width, size).cumsum(1)
            left_g, left_h, all_g, all_h = g[:, :-1], h[:, :-1], g[:, -1:], h[:, -1:]
            right_g, right_h = all_g - left_g, all_h - left_h
            gain = left_g**2 / (left_h + RIDGE) + right_g**2 / (right_h + RIDGE) - all_g**2 / (all_h + RIDGE)
            gain = np.where((left_h >= LEAST) & (right_h >= LEAST), gain, 0.0)
            threshold = gain.argmax(1)
            found = gain[np.arange(width), threshold]
            for n in np.flatnonzero(found > best + 1e-9).tolist():
                best[n], chosen[n] = found[n], (each, int(threshold[n]))
        for n in range(width):
            feature[first + n], at[first + n] = chosen[n]
        split = np.array([f for f, _ in chosen])[np.maximum(local, 0)]
        node = np.where(live & (split >= 0), _next(node, columns, feature, at), node)
        node = np.where(live & (split < 0), -1 - node, node)
    node = np.where(node < 0, -1 - node, node)
    g = np.bincount(node, gradient, 2 * inner + 1)
    h = np.bincount(node, curve, 2 * inner + 1)
    leaf = [round(-SHRINK * float(a) / (float(b) + RIDGE), 6) for a, b in zip(g, h, strict=True)]
    return Tree(feature=tuple(feature), at=tuple(at), leaf=tuple(leaf)), np.array(leaf)[node]


def _next(
    node: NDArray[np.int64], columns: list[NDArray[np.int64]], feature: Sequence[int], at: Sequence[int]
) -> NDArray[np.int64]:
    """The child that each pattern goes to; those at rest stay where they are."""
    here = np.maximum(node, 0)
    inner = np.minimum(here, len(feature) - 1)
    which, threshold = np.array(feature)[inner], np.array(at)[inner]
    level = np.zeros(len(node), dtype=np.int64)
    for each, column in enumerate(columns):
        mine = which == each
        level[mine] = column[mine]
    return 2 * here + 1 + (level > threshold)
