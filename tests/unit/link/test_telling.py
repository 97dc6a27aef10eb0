"""What the other pairs of two records did to their weight, in words."""

import numpy as np

from sijill.link.persons.learning.company import BESIDE, STEPS, beside, reached
from sijill.link.persons.telling.levels import NONE, told_beside
from sijill.link.persons.weighing import Pairs


def company(*edges, lists):
    """The company of the first of these pairs (row, row, log-odds alone)."""
    left, right, weight = (np.array([each[n] for each in edges]) for n in range(3))
    pattern = np.zeros(len(edges), dtype=np.int64)
    found = Pairs(left=left, right=right, pattern=pattern, weight=weight.astype(float), looked_at=len(edges))
    return dict(told_beside(dict(zip(BESIDE, beside(found, np.array(lists))[0].tolist(), strict=True))))


def test_a_pair_that_is_alone_has_neither_rivals_nor_friends():
    assert company((0, 1, 2.0), lists=[0, 1]) == dict.fromkeys(("rivals", "friends", "strangers"), NONE)


def test_a_row_of_the_same_list_that_is_taken_for_the_record_is_a_rival_and_a_stranger():
    told = company((0, 1, 1.0), (0, 2, 1.0), lists=[0, 1, 1])
    assert told["rivals"] == "rows of one list compete with this one, at odds of 2.5 or more"
    assert told["friends"] == NONE
    assert told["strangers"].startswith("third records that are one and not the other: 0.63 or more")


def test_both_records_may_have_rivals():
    told = company((0, 1, 1.0), (0, 2, 4.0), (1, 3, 1.0), lists=[0, 1, 1, 0])
    assert told["rivals"].endswith("at odds of 40 or more; from the other side 2.5")


def test_a_third_record_that_is_both_is_a_friend():
    told = company((0, 1, 0.0), (0, 2, 9.0), (1, 2, 9.0), lists=[0, 1, 2])
    assert told["friends"] == "third records that are both: 1 or more, by their chances"


def test_a_level_stands_for_what_it_reaches():
    assert reached(0) is None
    assert [reached(level) for level in (1, 16)] == [STEPS[0] / 1000, STEPS[15] / 1000]


def test_a_pair_that_was_judged_and_never_weighed_has_no_company():
    assert told_beside({}) == []
