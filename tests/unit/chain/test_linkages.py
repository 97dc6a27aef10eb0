"""Sampled linkages: each pair as often as its odds say, and never against a judgement."""

from math import exp

import pytest

from sijill.chain.estimates.sampling import linkages
from sijill.link.persons.grouping import THRESHOLD
from sijill.model.decision import Verdict
from sijill.model.person import Likeness, RecordId

RECORDS = {RecordId(each): each[0] for each in ("A1", "A2", "B1", "B2", "C1")}


def likeness(left, right, odds, judged=None):
    return Likeness(left=left, right=right, odds=odds, together=odds > 0, worth=0.0, levels={}, judged=judged)


def drawn(*likenesses, number=1, seed=1):
    return [
        sorted("".join(sorted(on)) for on in each) for each in linkages(RECORDS, likenesses, number=number, seed=seed)
    ]


def test_without_a_likeness_every_record_is_a_person():
    assert drawn() == [["A", "A", "B", "B", "C"]]


def test_records_that_are_surely_one_person_are_one_every_time():
    assert set(map(tuple, drawn(likeness("A1", "B1", 25.0), number=30))) == {("A", "AB", "B", "C")}


def test_a_pair_that_nobody_can_tell_stands_as_often_as_the_grouping_lets_it():
    found = drawn(likeness("A1", "B1", 0.0), number=2000)
    share = sum("AB" in each for each in found) / len(found)
    assert share == pytest.approx(1 / (1 + exp(THRESHOLD)), abs=0.04)


def test_a_judgement_stands_in_every_linkage():
    apart = drawn(likeness("A1", "B1", 25.0, Verdict.DIFFERENT), number=20)
    same = drawn(likeness("A1", "B1", -3.0, Verdict.SAME), number=20)
    assert all("AB" not in each for each in apart)
    assert all("AB" in each for each in same)


def test_records_that_do_not_count_are_in_no_linkage():
    assert drawn(likeness("A1", "X9", 25.0)) == [["A", "A", "B", "B", "C"]]


def test_a_seed_gives_the_same_linkages_again():
    unsure = [likeness("A1", "B1", 0.0), likeness("A2", "B2", 0.0), likeness("B2", "C1", 0.0)]
    assert drawn(*unsure, number=8, seed=4) == drawn(*unsure, number=8, seed=4)
    assert drawn(*unsure, number=8, seed=4) != drawn(*unsure, number=8, seed=5)
