"""How many persons: sampled partitions, the overlap of lists in each, and a second opinion by hashing."""

from math import exp

import numpy as np
import pytest

from bench.make.found_joins import War, fitted
from sijill.link.persons.counting.counts import Rows, person_counts
from sijill.link.persons.counting.found import HALF, FoundJoins, drawn_share, found_share, likely_shares, shipped
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
    tally = person_counts(rows, np.array([0, 0, 2]), [np.array([0, 0, 2])] * 5)
    assert [(each.stratum, each.standing) for each in tally.counts] == [("", 1), ("sex=male", 1)]


def test_a_person_whom_two_parties_are_accused_of_counts_with_both():
    rows = Rows(lists=["A", "B"], counts=[True, True], strata={"accused": [("nor", "est"), None]})
    tally = person_counts(rows, np.array([0, 1]), [np.array([0, 1])])
    assert [(each.stratum, each.standing) for each in tally.counts] == [("", 2), ("accused=est", 1), ("accused=nor", 1)]


def test_how_often_a_list_repeats_a_person_is_told_for_each_list():
    """Rows 0 and 1 of A are one person in half of the linkages; B has one row, which repeats nobody."""
    rows = Rows(lists=["A", "A", "A", "B"], counts=[True] * 4, strata={})
    apart, one = np.array([0, 1, 2, 0]), np.array([0, 0, 2, 0])
    told = person_counts(rows, one, [apart, one] * 20).repeats
    assert [(each.list, each.rows, each.standing) for each in told] == [("A", 3, 1), ("B", 1, 0)]
    assert told[0].low90 == 0.0
    assert 1.0 <= told[0].high90 < 1.5
    assert told[1].high90 == 0.0


LINE = FoundJoins(found=0.96, denser=0.1, grown=0.01, spread=0.02, thinnest=0.25, densest=0.6, fewest=200, wars=9)


def test_fewer_of_the_joins_are_found_where_lists_overlap_more_and_in_longer_lists():
    assert LINE.share(48_000, 24_000) == LINE.found
    assert LINE.share(48_000, 16_000) > LINE.found > LINE.share(48_000, 28_000)
    assert LINE.share(10_000, 5_000) > LINE.found > LINE.share(1_000_000, 500_000)


@pytest.mark.parametrize(("joins", "nearest"), [(0, 12_000), (480, 12_000), (47_000, 28_800)])
def test_lists_that_overlap_as_none_that_was_measured_are_taken_for_the_nearest(joins, nearest):
    assert LINE.share(48_000, joins) == pytest.approx(LINE.share(48_000, nearest))
    assert LINE.share(6, 3) == LINE.share(200, 100)


def test_no_records_have_a_share_too():
    assert LINE.share(0, 0) > 0.9


def test_what_comes_with_the_package_was_measured_on_many_wars():
    known = shipped()
    assert known.wars > 100 and known.thinnest < HALF < known.densest
    random = np.random.default_rng(1)
    drawn = [drawn_share(5_000, 2_500, random) for _ in range(2_000)]
    assert np.mean(drawn) == pytest.approx(found_share(5_000, 2_500), abs=3 * known.spread / np.sqrt(2_000))
    for shares in (drawn, likely_shares(5_000, 2_500)):
        assert np.std(shares) == pytest.approx(known.spread, rel=0.1)


def test_the_line_is_that_of_least_squares_with_each_size_of_war_alike():
    """Shares on a line come back as that line, however many wars there are of a size."""
    told = []
    for dead, times in ((1_000, 5), (50_000, 1)):
        for density in (0.35, 0.5, 0.6):
            rows, joins = 2 * dead, 2 * dead * density
            persons = rows - joins / LINE.share(rows, joins)
            told += [War(dead=dead, reach=0.0, noise=1.0, rows=rows, persons=persons, groups=rows - joins)] * times
    found = fitted(told)
    assert (found.found, found.denser, found.grown) == (LINE.found, LINE.denser, LINE.grown)
    assert (found.spread, found.thinnest, found.densest, found.wars) == (0.0, 0.35, 0.6, 18)


def test_an_interval_is_as_wide_as_wars_differ_even_where_no_pair_is_in_doubt():
    """A thousand persons of two records each, all joined: what is unsure is only how many joins were missed."""
    label = np.repeat(np.arange(0, 2_000, 2), 2)
    rows = Rows(lists=[None] * 2_000, counts=[True] * 2_000, strata={})
    (told,) = person_counts(rows, label, [label]).counts
    at = [2_000 - 1_000 / (found_share(2_000, 1_000) + z * shipped().spread) for z in (-1.645, 0, 1.645)]
    assert [told.low90, told.median, told.high90] == pytest.approx(at, abs=1.5)


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
    assert np.mean(joins) == pytest.approx(MANY / found_share(2 * MANY, MANY), rel=0.01)
    assert all((each[::2] == each[1::2]).all() for each in found), "what was joined stays joined"


def test_no_missed_join_brings_together_what_was_judged_apart_or_what_nothing_speaks_for():
    joined = (0, 0, 0, 3, 3, 3)
    label, lists = np.array([*joined, 6, 7, 8]), np.tile([0, 1, 2], 3)
    every, random = pairs((0, 1, 9.0), (3, 4, 9.0), (6, 7, 0.0)), np.random.default_rng(1)
    free = [with_missed(label, every, lists, random, apart=frozenset()) for _ in range(500)]
    assert {tuple(each.tolist()) for each in free} == {(*joined, 6, 7, 8), (*joined, 6, 6, 8)}
    kept = [with_missed(label, every, lists, random, apart=frozenset({(6, 7)})) for _ in range(500)]
    assert {tuple(each.tolist()) for each in kept} == {(*joined, 6, 7, 8)}


@pytest.mark.parametrize("p", [1.0, 0.9, 0.6])
def test_unique_entities_put_right_what_sampling_takes_apart(p):
    """Chen, Shrivastava and Steorts (2018): with the expected components of 100, 40 and 10 persons, they come back."""
    n1, n2, n3 = 100, 40, 10
    three = n3 * p * p * (3 - 2 * p)
    two = n2 * p + 3 * n3 * p * (1 - p) ** 2
    one = n1 + 2 * n2 * (1 - p) + 3 * n3 * (1 - p) ** 2
    assert corrected(one, two, three, p) == pytest.approx(150, rel=0.02)
