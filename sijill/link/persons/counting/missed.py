"""The joins that linking does not find, put into a sampled partition: otherwise every overlap of lists is too small.

A partition drawn from the weights of the pairs holds only what blocks brought together and the model let stand. How
many joins that leaves out was measured (`found.found_share`); which, nobody knows. So a draw gets as many more as a
draw of that share says, each between two groups that hold a pair which might have been one: taken by p (1 - p), for
pairs that are unsure stand between the same lists as those that are missed (docs/method/estimation.md).
"""

import numpy as np

from sijill.link.persons.counting.found import drawn_share
from sijill.link.persons.grouping import members_of
from sijill.link.persons.weighing import Ints, Pairs

SPARE = 3
"""Pairs drawn for each join that is wanted: some join groups that an earlier one has joined already."""


def with_missed(
    label: Ints, pairs: Pairs, lists: Ints, random: np.random.Generator, *, apart: frozenset[tuple[int, int]]
) -> Ints:
    """One partition with the joins that it misses.

    label   [rows] for each row the lowest row of its group       lists   [rows] of which list, as a number
    apart   pairs of rows that were judged to be two persons: no join brings one of them together
    """
    persons = len(np.unique(label))
    joins = len(np.unique(label << 32 | lists)) - persons
    share = min(1.0, drawn_share(len(label), len(label) - persons, random))
    wanted = int(random.negative_binomial(joins, share)) if joins else 0
    p = 1 / (1 + np.exp(-pairs.weight))
    open_ = (label[pairs.left] != label[pairs.right]) & (lists[pairs.left] != lists[pairs.right])
    weight = np.where(open_, p * (1 - p), 0.0)
    most = int((weight > 0).sum())
    if not wanted or not most:
        return label
    drawn = random.choice(len(weight), size=min(SPARE * wanted, most), replace=False, p=weight / weight.sum())
    members = members_of(label)
    found = label.copy()
    for pair in drawn.tolist():
        low, high = sorted((int(found[pairs.left[pair]]), int(found[pairs.right[pair]])))
        if low == high or _kept_apart(members[low], members[high], apart):
            continue
        members[low] += members.pop(high)
        found[members[low]] = low
        wanted -= 1
        if not wanted:
            break
    return found


def _kept_apart(one: list[int], other: list[int], apart: frozenset[tuple[int, int]]) -> bool:
    return bool(apart) and any((min(a, b), max(a, b)) in apart for a in one for b in other)
