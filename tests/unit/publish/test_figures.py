"""Numbers and dates in words: no surer and no finer than they are known."""

import pytest

from sijill.model.finding import CasualtyRange
from sijill.model.when import Period, Precision
from sijill.publish import figures


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (85, 300, "85 to 300"),
        (77, None, "at least 77"),
        (None, 12, "up to 12"),
        (1200, 1200, "1,200"),
        (0, 0, "0"),
        (0, 3, "0 to 3"),
        (None, None, "no number given"),
    ],
)
def test_a_range_is_told_with_its_open_ends(low, high, told):
    assert figures.bounds(low, high) == told


def test_unknown_is_never_a_number():
    assert figures.figure(CasualtyRange(unknown=True, policy="range")) == "no number given"


@pytest.mark.parametrize(
    ("start", "end", "precision", "told"),
    [
        ("2021-03-09", "2021-03-09", Precision.DAY, "9 March 2021"),
        ("2021-03-01", "2021-03-31", Precision.MONTH, "March 2021"),
        ("2021-01-01", "2021-12-31", Precision.YEAR, "2021"),
        ("2021-03-01", "2021-03-07", Precision.WEEK, "1 to 7 March 2021"),
        ("2021-02-28", "2021-03-03", Precision.RANGE, "28 February to 3 March 2021"),
        ("2020-12-30", "2021-01-02", Precision.RANGE, "30 December 2020 to 2 January 2021"),
        ("2020-11-01", None, Precision.RANGE, "since 1 November 2020"),
        (None, "2021-03-03", Precision.RANGE, "until 3 March 2021"),
    ],
)
def test_a_date_is_no_finer_than_its_precision(start, end, precision, told):
    assert figures.period(Period(start=start, end=end, precision=precision)) == told


def test_a_date_that_is_not_known_is_told_as_it_was_said():
    assert figures.period(Period(text="last month")) == "“last month”, date not known"
    assert figures.period(Period()) == "date not known"


@pytest.mark.parametrize(
    ("iso", "told"),
    [("2016", "2016"), ("2016-02", "February 2016"), ("2016-02-04", "4 February 2016"), (None, "no date")],
)
def test_a_date_of_publication_keeps_its_own_precision(iso, told):
    assert figures.day(iso) == told
