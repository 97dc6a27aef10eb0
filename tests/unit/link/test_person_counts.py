"""How many persons: sampled partitions, the overlap of lists in each, and a second opinion by hashing."""

from math import exp

import numpy as np
import pytest

from sijill.link.persons.counting.counts import Rows, found_share, person_counts
from sijill.link.persons.counting.missed import with_missed
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


def test_counts_hold_everybody_and_every_stratum():
    rows = Rows(lists=["A", "B", "B"], counts=[True, True, False], strata={"sex": ["male", "male", "female"]})
    tally = person_counts(rows, np.array([0, 0, 2]), [np.array([0, 0, 2])] * 5, seed=1)
    assert [(each.stratum, each.standing) for each in tally.counts] == [("", 1), ("sex=male", 1)]


def test_a_person_whom_two_parties_are_accused_of_counts_with_both():
    rows = Rows(lists=["A", "B"], counts=[True, True], strata={"accused": [("nor", "est"), None]})
    tally = person_counts(rows, np.array([0, 1]), [np.array([0, 1])], seed=1)
    assert [(each.stratum, each.standing) for each in tally.counts] == [("", 2), ("accused=est", 1), ("accused=nor", 1)]


def test_how_often_a_list_repeats_a_person_is_told_for_each_list():
    """Rows 0 and 1 of A are one person in half of the linkages; B has one row, which repeats nobody."""
    rows = Rows(lists=["A", "A", "A", "B"], counts=[True] * 4, strata={})
    apart, one = np.array([0, 1, 2, 0]), np.array([0, 0, 2, 0])
    told = person_counts(rows, one, [apart, one] * 20, seed=1).repeats
    assert [(each.list, each.rows, each.standing) for each in told] == [("A", 3, 1), ("B", 1, 0)]
    assert told[0].low90 == 0.0
    assert 1.0 <= told[0].high90 < 1.5
    assert told[1].high90 == 0.0


def test_fewer_joins_are_found_in_longer_lists_and_never_all():
    assert found_share(10_000) > found_share(50_000) > found_share(1_000_000)
    assert found_share(100) == found_share(2_000) == 0.965


MANY = 4_000


def spoken_of(odds):
    """Two records each of MANY persons, on two lists, and a candidate of `odds` beside each."""
    left = [*range(0, 2 * MANY, 2), *range(1, 2 * MANY - 1, 2)]
    right = [*range(1, 2 * MANY, 2), *range(2, 2 * MANY, 2)]
    return pairs(*zip(left, right, [25.0] * MANY + [odds] * (MANY - 1), strict=True))


def test_a_partition_gets_as_many_joins_more_as_linking_is_known_to_miss():
    label, lists = np.repeat(np.arange(0, 2 * MANY, 2), 2), np.tile([0, 1], MANY)
    random = np.random.default_rng(3)
    found = [with_missed(label, spoken_of(-2.0), lists, random, apart=frozenset()) for _ in range(60)]
    joins = [2 * MANY - len(np.unique(each)) for each in found]
    assert np.mean(joins) == pytest.approx(MANY / found_share(2 * MANY), rel=0.01)
    assert all((each[::2] == each[1::2]).all() for each in found), "what was joined stays joined"


def test_no_missed_join_brings_together_what_was_judged_apart_or_what_nothing_speaks_for():
    label, lists = np.array([0, 0, 2, 3]), np.array([0, 1, 0, 1])
    every, random = pairs((0, 1, 9.0), (2, 3, 0.0)), np.random.default_rng(1)
    free = [with_missed(label, every, lists, random, apart=frozenset()) for _ in range(200)]
    assert {tuple(each) for each in free} == {(0, 0, 2, 3), (0, 0, 2, 2)}
    kept = [with_missed(label, every, lists, random, apart=frozenset({(2, 3)})) for _ in range(200)]
    assert {tuple(each) for each in kept} == {(0, 0, 2, 3)}


@pytest.mark.parametrize("p", [1.0, 0.9, 0.6])
def test_unique_entities_put_right_what_sampling_takes_apart(p):
    """Chen, Shrivastava and Steorts (2018): with the expected components of 100, 40 and 10 persons, they come back."""
    n1, n2, n3 = 100, 40, 10
    three = n3 * p * p * (3 - 2 * p)
    two = n2 * p + 3 * n3 * p * (1 - p) ** 2
    one = n1 + 2 * n2 * (1 - p) + 3 * n3 * (1 - p) ** 2
    assert corrected(one, two, three, p) == pytest.approx(150, rel=0.02)
