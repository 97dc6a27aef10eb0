"""What the benchmarks of linking count, on cases small enough to count by hand, and the suite of origins."""

import pytest

from bench.events.articles import b_cubed, conll_f1
from bench.events.independence import run
from bench.events.scale import claims_of


def test_b_cubed_of_one_group_split_in_two():
    """Four of one incident, given as two and two: all that is together belongs together, half of it is found."""
    wanted = dict.fromkeys("abcd", "one")
    given = {"a": 1, "b": 1, "c": 2, "d": 2}
    assert b_cubed(given, wanted) == (1.0, 0.5, pytest.approx(2 / 3))


def test_the_right_groups_score_one_whatever_they_are_called():
    wanted = {"a": "one", "b": "one", "c": "two"}
    given = {"a": 7, "b": 7, "c": 8}
    assert b_cubed(given, wanted) == (1.0, 1.0, 1.0)
    assert conll_f1(given, wanted)[0] == pytest.approx(1.0)


def test_copies_of_the_suite_are_found_and_nothing_else_is(tmp_path):
    """Pick-ups, cuts and reworded copies of agency stories beside what other reporters wrote on the same events."""
    precision, recall = (float(row.value) for row in run(tmp_path / "no such folder"))
    assert precision >= 0.98
    assert recall >= 0.90


def test_the_claims_of_the_growth_are_the_same_every_time():
    assert claims_of(200) == claims_of(200)
