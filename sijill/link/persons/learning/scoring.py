"""Log-odds of many rows of levels by a forest, without walking down a tree: by the leaves that a row cannot reach.

source   Lucchese, Nardini, Orlando, Perego, Tonellotto and Venturini (2015), QuickScorer: a node that sends a row
         to the right strikes out the leaves on its left; of those that no node struck out, the first is its leaf.
What the levels of several comparisons strike out together is looked up in one table, for they take few values. Sums are
taken tree by tree, so a row has the same log-odds to the last bit in whatever company it is weighed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sijill.errors import SijillError
from sijill.link.persons.learning.boosting import Floats, Forest, Levels, Tree

DEEPEST = 6
"""Levels of a tree whose leaves are the bits of one word."""
TOGETHER = 10_000
"""Values that the levels of comparisons looked up together may take."""
CHUNK = 32_768
"""Rows at a time, so that what is looked up stays near."""

Words = NDArray[np.uint64]
Codes = NDArray[np.int64]


class TreeTooDeep(SijillError):
    """A tree with more leaves than a word has bits."""

    def __init__(self, *, depth: int) -> None:
        super().__init__(f"a tree of the weights asks {depth} questions in a row, wanted {DEEPEST} at most")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lookup:
    """One tree: for each group of comparisons the leaves that stay, by code; and the leaves, the first at 1."""

    stay: tuple[Words, ...]
    leaf: Floats


def scores(forest: Forest, levels: Levels) -> Floats:
    """Log-odds of each row of levels [patterns, comparisons]: base plus one leaf of each tree. Raises TreeTooDeep."""
    total = np.full(len(levels), forest.base)
    if not len(levels) or not forest.trees:
        return total
    sizes = [int(each) + 1 for each in levels.max(0)]
    groups = _groups(sizes)
    codes = [_codes(levels, group, sizes) for group in groups]
    lookups = [_lookup(tree, groups, sizes) for tree in forest.trees]
    for start in range(0, len(levels), CHUNK):
        _add(total, codes, lookups, start)
    return total


def _add(total: Floats, codes: Sequence[Codes], lookups: Sequence[_Lookup], start: int) -> None:
    """The leaves of one chunk of rows onto their total."""
    mine = [each[start : start + CHUNK] for each in codes]
    sum_ = total[start : start + CHUNK]
    for each in lookups:
        left = each.stay[0].take(mine[0])
        for stay, code in zip(each.stay[1:], mine[1:], strict=True):
            left &= stay.take(code)
        left ^= left - np.uint64(1)
        sum_ += each.leaf.take(np.bitwise_count(left))


def _groups(sizes: Sequence[int]) -> list[range]:
    """Comparisons side by side whose levels are looked up together."""
    groups, start, values = [], 0, 1
    for at, size in enumerate(sizes):
        if values * size > TOGETHER:
            groups.append(range(start, at))
            start, values = at, 1
        values *= size
    return [*groups, range(start, len(sizes))]


def _codes(levels: Levels, group: range, sizes: Sequence[int]) -> Codes:
    """The levels of a group as one number, the last comparison lowest."""
    code = np.zeros(len(levels), dtype=np.int64)
    for at in group:
        code = code * sizes[at] + levels[:, at]
    return code


def _lookup(tree: Tree, groups: Sequence[range], sizes: Sequence[int]) -> _Lookup:
    feature, leaf, depth = _handed_down(tree)
    everything = np.uint64(2**2**depth - 1)
    stays = [np.full(size, everything, dtype=np.uint64) for size in sizes]
    for node, (asked, most) in enumerate(zip(feature, tree.at, strict=True)):
        if asked >= 0:
            stays[asked][most + 1 :] &= ~np.uint64(_on_the_left(node, depth))
    return _Lookup(stay=tuple(_joint([stays[at] for at in group]) for group in groups), leaf=leaf)


def _joint(stays: Sequence[Words]) -> Words:
    found = stays[0]
    for each in stays[1:]:
        found = (found[:, None] & each[None, :]).ravel()
    return found


def _on_the_left(node: int, depth: int) -> int:
    """The lowest leaves below the left side of a node, as bits."""
    level = (node + 1).bit_length() - 1
    width = 1 << (depth - level)
    first = (node + 1 - (1 << level)) * width
    return ((1 << width // 2) - 1) << first


def _handed_down(tree: Tree) -> tuple[list[int], Floats, int]:
    """What each node asks (-1: nothing), the lowest leaves with a place before the first, and their depth.

    A leaf above the lowest level is handed down on both sides.
    """
    inner = len(tree.feature)
    depth = (inner + 1).bit_length() - 1
    if depth > DEEPEST:
        raise TreeTooDeep(depth=depth)
    feature, leaf = list(tree.feature), list(tree.leaf)
    for node in range(inner):
        if feature[node] < 0:
            for child in (2 * node + 1, 2 * node + 2):
                leaf[child] = leaf[node]
                if child < inner:
                    feature[child] = -1
    return feature, np.array([0.0, *leaf[inner:]]), depth
