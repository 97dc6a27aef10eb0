"""Sampled linkages: each pair as often as its odds say, and never against a judgement."""

from math import exp

import pytest

from sijill.chain.estimates.sampling import at_threshold, compared, linkages
from sijill.link.persons.counting.found import found_share
from sijill.model.decision import Verdict
from sijill.model.person import Likeness, RecordId

RECORDS = tuple(RecordId(each) for each in ("A1", "A2", "B1", "B2", "C1"))


def likeness(left, right, odds, judged=None):
    return Likeness(left=left, right=right, odds=odds, together=odds > 0, worth=0.0, levels={}, judged=judged)


def rows(*likenesses):
    return compared(RECORDS, [each[0] for each in RECORDS], likenesses)


def told(persons):
    """The persons of one linkage, each as the names of its records."""
    return sorted("".join(RECORDS[row] for row in each) for each in persons)


def drawn(*likenesses, number=1, seed=1):
    return [told(each) for each in linkages(rows(*likenesses), number=number, seed=seed)]


def test_without_a_likeness_every_record_is_a_person():
    assert drawn() == [["A1", "A2", "B1", "B2", "C1"]]


def test_records_that_are_surely_one_person_are_one_every_time():
    assert set(map(tuple, drawn(likeness("A1", "B1", 25.0), number=30))) == {("A1B1", "A2", "B2", "C1")}


@pytest.mark.parametrize("odds", [-1.0, 0.0, 1.5])
def test_a_pair_stands_as_often_as_its_odds_say(odds):
    found = drawn(likeness("A1", "B1", odds), number=3000)
    assert sum("A1B1" in each for each in found) / len(found) == pytest.approx(1 / (1 + exp(-odds)), abs=0.03)


def test_a_judgement_stands_in_every_linkage():
    apart = drawn(likeness("A1", "B1", 25.0, Verdict.DIFFERENT), number=20)
    same = drawn(likeness("A1", "B1", -3.0, Verdict.SAME), number=20)
    assert all("A1B1" not in each for each in apart)
    assert all("A1B1" in each for each in same)


def test_records_that_do_not_count_are_in_no_linkage():
    assert drawn(likeness("A1", "X9", 25.0)) == [["A1", "A2", "B1", "B2", "C1"]]


def test_joins_that_linking_misses_are_put_back_where_records_might_have_been_one():
    """Of a hundred sure pairs and a hundred doubtful ones the doubtful are joined more often than their odds alone."""
    records = [RecordId(f"{side}{n}") for n in range(200) for side in "AB"]
    sure = [likeness(f"A{n}", f"B{n}", 12.0) for n in range(100)]
    doubtful = [likeness(f"A{n}", f"B{n}", -2.0) for n in range(100, 200)]
    every = compared(records, [each[0] for each in records], [*sure, *doubtful])
    joined = [400 - len(each) for each in linkages(every, number=50, seed=2)]
    from_odds = 100 + 100 / (1 + exp(2.0))
    assert sum(joined) / 50 == pytest.approx(from_odds / found_share(len(records), 112), rel=0.02)


def test_a_higher_threshold_joins_less():
    every = rows(likeness("A1", "B1", 3.0), likeness("A2", "B2", 0.5), likeness("B2", "C1", -1.0))
    assert told(at_threshold(every, 1.0)) == ["A1B1", "A2", "B2", "C1"]
    assert told(at_threshold(every, 0.0)) == ["A1B1", "A2B2", "C1"]
    assert told(at_threshold(every)) == ["A1B1", "A2B2", "C1"]


def test_a_seed_gives_the_same_linkages_again():
    unsure = [likeness("A1", "B1", 0.0), likeness("A2", "B2", 0.0), likeness("B2", "C1", 0.0)]
    assert drawn(*unsure, number=8, seed=4) == drawn(*unsure, number=8, seed=4)
    assert drawn(*unsure, number=8, seed=4) != drawn(*unsure, number=8, seed=5)
