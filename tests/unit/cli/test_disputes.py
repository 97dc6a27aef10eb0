"""What is disputed is said in words that a reader who sees it for the first time understands."""

import pytest

from sijill.cli.records.disputes import against


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (["8", "at least 19"], "8 against at least 19"),
        (["up to 12", "31", "more than 60"], "up to 12, 31 or more than 60"),
    ],
)
def test_two_values_stand_against_each_other_and_more_are_listed(values, words):
    assert against(values) == words
