"""What a pair is worth beside the other pairs of its rows: against a slow plain reference, and as it should move."""

from math import exp

import numpy as np
import pytest

from sijill.link.persons.learning.company import FINE, STEPS, company_levels, in_company
from sijill.link.persons.learning.patterns import unpacked
from sijill.link.persons.victims import VICTIMS
from sijill.link.persons.weighing import LOOSE, Pairs

LIKELY = {
    "given": 8, "family": 8, "died": 8, "place": 4, "sex": 2, "script": 0, "killed_together": 1, "region_namesakes": 1,
}  # fmt: skip


def pattern(levels):
    """The levels of one pair as one number."""
    number = 0
    for name, size in reversed(list(zip(VICTIMS.names, VICTIMS.sizes, strict=True))):
        number = number * size + levels.get(name, 0)
    return number


def pairs(*edges, levels=LIKELY):
    left, right, weight = (np.array([each[n] for each in edges]) for n in range(3))
    return Pairs(
        left=left.astype(np.int64),
        right=right.astype(np.int64),
        pattern=np.full(len(left), pattern(levels)),
        weight=weight.astype(float),
        looked_at=len(left),
    )


def reference(found, lists):
    """One pair after the other, by the words of `company_levels`."""
    near = {}
    for a, b, weight in zip(found.left.tolist(), found.right.tolist(), found.weight.tolist(), strict=True):
        near.setdefault(a, {})[b] = near.setdefault(b, {})[a] = weight
    chance = {a: {b: round(1000 / (1 + exp(-w))) for b, w in each.items()} for a, each in near.items()}
    rows = []
    for a, b, weight in zip(found.left.tolist(), found.right.tolist(), found.weight.tolist(), strict=True):
        rivals = [
            sum(round(1000 * exp(w)) for c, w in near[one].items() if lists[c] == lists[other] and c != other)
            for one, other in ((a, b), (b, a))
        ]
        friends = sum(chance[a][c] * chance[b][c] for c in near[a] if c in near[b]) // 1000
        strangers = [max(0, sum(chance[one].values()) - chance[a][b] - friends) for one in (a, b)]
        told = (max(rivals), min(rivals), friends, max(strangers), min(strangers))
        rows.append([int((weight - LOOSE) * FINE), *(sum(step <= each for step in STEPS) for each in told)])
    return np.array(rows)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_levels_are_those_of_the_plain_reference(seed):
    random = np.random.default_rng(seed)
    edges = sorted({tuple(sorted(each)) for each in random.integers(0, 25, (90, 2)).tolist() if each[0] != each[1]})
    found = pairs(*((a, b, w) for (a, b), w in zip(edges, random.uniform(-3, 7, len(edges)), strict=True)))
    lists = random.integers(0, 3, 25)
    levels = company_levels(found, lists)
    assert np.array_equal(levels[:, :6], reference(found, lists))
    assert np.array_equal(levels[:, 6:], unpacked(found.pattern, VICTIMS.sizes))


def test_a_pair_is_worth_less_the_more_rows_of_the_other_list_claim_to_be_the_same():
    lists = np.array([0, 1, 1, 1, 1])
    alone = in_company(pairs((0, 1, 1.0)), lists).weight[0]
    two = in_company(pairs((0, 1, 1.0), (0, 2, 1.0)), lists).weight[0]
    four = in_company(pairs(*((0, other, 1.0) for other in (1, 2, 3, 4))), lists).weight[0]
    assert alone > two > four


def test_a_pair_is_worth_more_if_a_third_row_is_both():
    lists = np.array([0, 1, 2])
    chain = in_company(pairs((0, 1, 0.5), (1, 2, 4.0)), lists).weight[0]
    triangle = in_company(pairs((0, 1, 0.5), (0, 2, 4.0), (1, 2, 4.0)), lists).weight[0]
    assert triangle > chain


def test_no_pair_has_no_company():
    assert in_company(pairs(*np.zeros((0, 3))), np.zeros(0, dtype=np.int64)).weight.tolist() == []
