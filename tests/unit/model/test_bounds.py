"""A toll and a period that cannot be are refused; None stays "not said" and never becomes zero."""

import pytest

from sijill.errors import SijillError
from sijill.model.toll import ImpossibleToll, Toll
from sijill.model.when import ImpossiblePeriod, Period


@pytest.mark.parametrize("bounds", [{"low": 5, "high": 4}, {"number": -1}, {"low": -3}, {"high": -1}])
def test_bounds_that_cross_or_count_less_than_nobody_are_refused(bounds):
    with pytest.raises(ImpossibleToll, match="must not be negative or cross"):
        Toll(text="as said", **bounds)


@pytest.mark.parametrize("bounds", [{"low": 5, "high": 5}, {"low": 0, "high": 0, "number": 0}, {"low": 77}, {}])
def test_any_other_bounds_stand_as_said(bounds):
    toll = Toll(text="as said", **bounds)
    assert (toll.number, toll.low, toll.high) == tuple(bounds.get(key) for key in ("number", "low", "high"))


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2031-03-02", "2031-03-01"),
        ("2031", None),
        (None, "2031-03"),
        ("1 March 2031", None),
        ("2031-3-1", None),
        ("2031-02-30", None),
        ("2031-13-01", None),
        ("2031-03-01T25", None),
        ("2031-03-01\n", None),
    ],
)
def test_a_period_needs_real_days_in_order(start, end):
    with pytest.raises(ImpossiblePeriod, match="must be dates"):
        Period(start=start, end=end)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2031-03-01", "2031-03-01"),
        ("2031-03-01", None),
        (None, "2032-02-29"),
        ("2031-03-01T06", "2031-03-01T07:30"),
        ("2031-03-01T06", "2031-03-01"),
    ],
)
def test_an_edge_may_be_open(start, end):
    assert (Period(start=start, end=end).start, Period(start=start, end=end).end) == (start, end)


def test_what_is_not_said_is_none():
    assert (Toll(text="dozens").low, Toll(text="dozens").number, Period(text="once").start) == (None, None, None)


def test_both_are_errors_that_a_command_can_print():
    assert issubclass(ImpossibleToll, SijillError)
    assert issubclass(ImpossiblePeriod, SijillError)
