"""Numbers that count others than those told before."""

import pytest

from sijill.language.besides import counts_others


@pytest.mark.parametrize(
    ("number", "counted"),
    [
        ("another five", "another five men"),
        ("five", "five more men"),
        ("six", "six others"),
        ("a ninth man", "a ninth man"),
        ("a further 19", "a further 19"),
        ("5", "5 آخرين"),
        ("رجل", "رجل تاسع"),
    ],
)
def test_others_are_counted_besides(number, counted):
    assert counts_others(number, counted)


@pytest.mark.parametrize(
    ("number", "counted"), [("five", "five men"), ("five", "five more than"), ("a man", "a man"), ("رجل", "رجل")]
)
def test_these_are_nobody_besides(number, counted):
    assert not counts_others(number, counted)
