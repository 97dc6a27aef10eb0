"""How many persons: sampled partitions, the overlap of lists in each, and a second opinion by hashing."""

from math import exp

import numpy as np
import pytest

from sijill.link.persons.counting.counts import Rows, found_share, overlap, person_counts
from sijill.link.persons.counting.sampling import sampled
from sijill.link.persons.counting.unique import corrected
from sijill.link.persons.grouping import NOTHING, Judged, grouped
from sijill.link.persons.weighing import Pairs


def pairs(*edges):
    left, right, weight = (np.array([each[n] for each in edges]) for n in range(3))
    return Pairs(
        left=left,
        right=right,
        pattern=np.zeros(len(left), dtype=np.int64),
        weight=weight.astype(float),
        looked_at=len(left),
    )


@pytest.mark.parametrize("odds", [-1.5, 0.0, 2.0])
def test_two_records_are_one_person_as_often_as_their_weight_says(odds):
    draws = list(sampled(2, pairs((0, 1, odds)), NOTHING, np.arange(2), draws=4000, seed=1))
    assert np.mean([label[1] == 0 for label in draws]) == pytest.approx(1 / (1 + exp(-odds)), abs=0.03)


def test_what_was_judged_apart_is_apart_in_every_draw():
    judged = Judged(apart=frozenset({(0, 2)}))
    every = pairs((0, 1, 3.0), (1, 2, 3.0), (0, 2, 3.0))
    for label in sampled(3, every, judged, grouped(3, every, judged), draws=50, seed=1):
        assert label[0] != label[2]


def test_the_same_seed_draws_the_same():
    every = pairs((0, 1, 0.3), (1, 2, 0.2), (2, 3, -0.4))
    one, two = (list(sampled(4, every, NOTHING, np.arange(4), draws=20, seed=5)) for _ in range(2))
    assert all(np.array_equal(a, b) for a, b in zip(one, two, strict=True))


def test_an_overlap_counts_persons_by_the_lists_that_hold_them():
    """Rows 0 and 1 are one person on both lists, 2 stands on the second alone, 3 in a text alone."""
    found = overlap(np.array([0, 0, 2, 3]), np.array([1, 2, 2, 0]), ["A", "B"], replicate=7)
    assert (found.counts, found.lists, found.replicate) == ({"11": 1, "01": 1}, ("A", "B"), 7)


def test_counts_hold_everybody_and_every_stratum():
    rows = Rows(lists=["A", "B", "B"], counts=[True, True, False], strata={"sex": ["male", "male", "female"]})
    counts, overlaps = person_counts(rows, np.array([0, 0, 2]), [np.array([0, 0, 2])] * 5, seed=1)
    assert [(each.stratum, each.standing) for each in counts] == [("", 1), ("sex=male", 1)]
    assert len(overlaps) == 5


def test_fewer_joins_are_found_in_longer_lists():
    assert found_share(10_000) > found_share(50_000) > found_share(1_000_000)


@pytest.mark.parametrize("p", [1.0, 0.9, 0.6])
def test_unique_entities_put_right_what_sampling_takes_apart(p):
    """Chen, Shrivastava and Steorts (2018): with the expected components of 100, 40 and 10 persons, they come back."""
    n1, n2, n3 = 100, 40, 10
    three = n3 * p * p * (3 - 2 * p)
    two = n2 * p + 3 * n3 * p * (1 - p) ** 2
    one = n1 + 2 * n2 * (1 - p) + 3 * n3 * (1 - p) ** 2
    assert corrected(one, two, three, p) == pytest.approx(150, rel=0.02)
