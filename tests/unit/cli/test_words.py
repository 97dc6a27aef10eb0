"""Figures read as a careful person says them: no number is not zero, and no date is finer than it is known."""

import pytest

from sijill.cli.words import figure, period, period_lines, plain, short_figure, toll
from sijill.model.finding import CasualtyRange
from sijill.model.toll import Hedge, Toll
from sijill.model.when import Period, Precision


@pytest.mark.parametrize(
    ("low", "high", "said", "short"),
    [
        (85, 300, "85 to 300", "85–300"),
        (77, None, "at least 77", "77+"),
        (None, 300, "up to 300", "up to 300"),
        (12, 12, "12", "12"),
        (0, 0, "0", "0"),
        (None, None, "no number given", "?"),
        (1200, 15000, "1,200 to 15,000", "1,200–15,000"),
    ],
)
def test_a_range_is_said_in_words_and_shortly(low, high, said, short):
    found = CasualtyRange(low=low, high=high, policy="range")
    assert (figure(found), short_figure(found)) == (said, short)


def test_nobody_gave_a_number_is_not_zero():
    unknown = CasualtyRange(unknown=True, policy="range")
    assert (figure(unknown), short_figure(unknown), figure(None)) == ("no number given", "?", "")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (Toll(number=77, low=77, text="at least 77", hedge=Hedge.AT_LEAST), "at least 77"),
        (Toll(number=700, text="nearly 700", hedge=Hedge.NEARLY), "nearly 700"),
        (Toll(low=10, high=12, text="10 to 12", hedge=Hedge.BETWEEN), "10 to 12"),
        (Toll(text="dozens", hedge=Hedge.VAGUE), "“dozens”"),
        (None, "no number given"),
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


def test_a_range_of_days_fits_a_narrow_column_without_the_year_twice():
    days = [("2031-08-14", "2031-08-16"), ("2030-12-30", "2031-01-02"), ("2031-08-14", "2031-08-14")]
    told = [period_lines(Period(start=a, end=b, precision=Precision.RANGE)) for a, b in days]
    assert told == ["2031-08-14–\n08-16", "2030-12-30–\n2031-01-02", "2031-08-14"]


def test_what_others_wrote_cannot_steer_a_terminal():
    assert plain("a\x1b[2J\u202eb\nc\td") == "a [2J b c d"
