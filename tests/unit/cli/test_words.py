"""Figures read as a careful person says them: no number is not zero, and no date is finer than it is known."""

import pytest

from sijill.cli.words import bounds, figure, period, plain, toll
from sijill.model.finding import CasualtyRange
from sijill.model.toll import Hedge, Toll
from sijill.model.when import Period, Precision


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (85, 300, "85 to 300"),
        (77, None, "at least 77"),
        (None, 300, "up to 300"),
        (12, 12, "12"),
        (0, 0, "0"),
        (None, None, "no number"),
        (1200, 15000, "1,200 to 15,000"),
    ],
)
def test_bounds_are_said_in_words(low, high, said):
    assert bounds(low, high) == said


def test_nobody_gave_a_number_is_not_zero():
    assert figure(CasualtyRange(unknown=True, policy="range")) == "no number"
    assert figure(None) == ""


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (Toll(number=77, low=77, text="at least 77", hedge=Hedge.AT_LEAST), "at least 77"),
        (Toll(number=700, text="nearly 700", hedge=Hedge.NEARLY), "nearly 700"),
        (Toll(low=10, high=12, text="10 to 12", hedge=Hedge.BETWEEN), "10 to 12"),
        (Toll(text="dozens", hedge=Hedge.VAGUE), "“dozens”"),
        (None, "no number"),
    ],
)
def test_a_toll_keeps_its_hedge(said, words):
    assert toll(said) == words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (Period(start="2031-08-01", end="2031-08-31", precision=Precision.MONTH), "2031-08"),
        (Period(start="2031-01-01", end="2031-12-31", precision=Precision.YEAR), "2031"),
        (Period(start="2031-08-17", end="2031-08-17", precision=Precision.DAY), "2031-08-17"),
        (Period(start="2031-08-14", end="2031-08-16", precision=Precision.RANGE), "2031-08-14 to 2031-08-16"),
        (Period(start="2031-08-14", precision=Precision.RANGE), "since 2031-08-14"),
        (Period(text="last month"), "last month"),
        (Period(), "no date"),
    ],
)
def test_a_date_is_no_finer_than_it_is_known(when, words):
    assert period(when) == words


def test_what_others_wrote_cannot_steer_a_terminal():
    assert plain("a\x1b[2J\u202eb\nc\td") == "a [2J b c d"
