"""Times as English says them, and the days they stand for once the date of publication is known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.language.dates import read_time
from sijill.language.days import anchor
from sijill.language.tokens import tokenize

WEDNESDAY = "2031-09-17"


def read(words):
    """The first time in the words: (its words, its value)."""
    tokens = tokenize(words)
    for i in range(len(tokens)):
        found = read_time(tokens, i, len(tokens))
        if found is not None:
            return tokens.quote(found[0], found[1]), found[2]
    return None


def days(words, published=WEDNESDAY):
    period = anchor(read(words)[1], published)
    return None if period is None else (period.start, period.end, str(period.precision))


@pytest.mark.parametrize(
    ("words", "start", "end", "precision"),
    [
        ("on 17 August 2014", "2014-08-17", "2014-08-17", "day"),
        ("on August 17, 2014", "2014-08-17", "2014-08-17", "day"),
        ("on Aug. 17, 2014", "2014-08-17", "2014-08-17", "day"),
        ("on 2014-08-17", "2014-08-17", "2014-08-17", "day"),
        ("on the 3rd of June 2030", "2030-06-03", "2030-06-03", "day"),
        ("on Sunday, 17 August 2014", "2014-08-17", "2014-08-17", "day"),
        ("in August 2014", "2014-08-01", "2014-08-31", "month"),
        ("in February 2028", "2028-02-01", "2028-02-29", "month"),
        ("in 2013", "2013-01-01", "2013-12-31", "year"),
        ("from 14 to 16 August 2014", "2014-08-14", "2014-08-16", "range"),
        ("on August 14-16, 2014", "2014-08-14", "2014-08-16", "range"),
        ("between 14 and 16 August", "2031-08-14", "2031-08-16", "range"),
        ("on 14 August", "2031-08-14", "2031-08-14", "day"),
        ("on 14 October", "2030-10-14", "2030-10-14", "day"),
        ("in May", "2031-05-01", "2031-05-31", "month"),
        ("in December", "2030-12-01", "2030-12-31", "month"),
        ("on Monday", "2031-09-15", "2031-09-15", "day"),
        ("on Thursday", "2031-09-11", "2031-09-11", "day"),
        ("on Wednesday", "2031-09-17", "2031-09-17", "day"),
        ("on Tuesday night", "2031-09-16", "2031-09-16", "day"),
        ("Tuesdays assault", "2031-09-16", "2031-09-16", "day"),
        ("on Tuesday-and others", "2031-09-16", "2031-09-16", "day"),
        ("soon after Friday prayers", "2031-09-12", "2031-09-12", "day"),
        ("yesterday", "2031-09-16", "2031-09-16", "day"),
        ("today", "2031-09-17", "2031-09-17", "day"),
        ("this morning", "2031-09-17", "2031-09-17", "day"),
        ("last night", "2031-09-16", "2031-09-16", "day"),
        ("last week", "2031-09-08", "2031-09-14", "week"),
        ("last month", "2031-08-01", "2031-08-31", "month"),
        ("this month", "2031-09-01", "2031-09-17", "month"),
        ("earlier this month", "2031-09-01", "2031-09-17", "month"),
        ("last year", "2030-01-01", "2030-12-31", "year"),
        ("two days ago", "2031-09-15", "2031-09-15", "day"),
        ("three weeks ago", "2031-08-25", "2031-08-31", "week"),
        ("a year ago", "2030-01-01", "2030-12-31", "year"),
        ("over the past three days", "2031-09-14", "2031-09-17", "range"),
        ("in the last 24 hours", "2031-09-16", "2031-09-17", "range"),
        ("in early March", "2031-03-01", "2031-03-10", "range"),
        ("in mid-March", "2031-03-11", "2031-03-21", "range"),
        ("in late March", "2031-03-22", "2031-03-31", "range"),
        ("last summer", "2030-06-01", "2030-08-31", "season"),
        ("in the summer of 2014", "2014-06-01", "2014-08-31", "season"),
        ("in the winter of 2014", "2014-12-01", "2015-02-28", "season"),
        ("since August 2014", "2014-08-01", "2031-09-17", "range"),
        ("since Monday", "2031-09-15", "2031-09-17", "range"),
        ("last Friday", "2031-09-12", "2031-09-12", "day"),
        ("on the night of 14 August", "2031-08-14", "2031-08-14", "day"),
        ("at the end of August", "2031-08-22", "2031-08-31", "range"),
        ("in the early hours of Monday", "2031-09-15", "2031-09-15", "day"),
        ("two months ago", "2031-07-01", "2031-07-31", "month"),
        ("on 29 February", "2028-02-29", "2028-02-29", "day"),
    ],
)
def test_a_time_stands_for_its_days(words, start, end, precision):
    """All read in a report of Wednesday, 17 September 2031."""
    assert days(words) == (start, end, precision)


@pytest.mark.parametrize(
    "words",
    [
        "the 4th Division",
        "Flight 2014 landed",
        "killed 2013 people",
        "They may shell the town",
        "they march on the town",
        "the second man",
        "a sun hat",
        "Resolution 2254",
        "he sat down",
        "a mon cheri",
    ],
)
def test_what_only_looks_like_a_time_is_none(words):
    assert read(words) is None


@pytest.mark.parametrize(
    "words", ["last month", "on Monday", "yesterday", "on 14 August", "three weeks ago", "since Monday"]
)
def test_a_relative_time_without_a_date_of_publication_is_no_day(words):
    assert anchor(read(words)[1], None) is None


@pytest.mark.parametrize("words", ["on 17 August 2014", "in August 2014", "in 2013", "from 14 to 16 August 2014"])
def test_a_full_date_needs_no_date_of_publication(words):
    assert anchor(read(words)[1], None) == anchor(read(words)[1], WEDNESDAY)


def test_a_report_dated_by_its_month_widens_what_is_relative_to_it():
    assert days("last month", "2031-09") == ("2031-08-01", "2031-08-31", "month")
    assert days("yesterday", "2031-09") == ("2031-08-31", "2031-09-29", "range")


@pytest.mark.parametrize("words", ["on 31 February 2014", "on 2014-13-01", "on 2014-02-30"])
def test_a_day_that_never_was_is_no_day(words):
    found = read(words)
    assert found is None or anchor(found[1], WEDNESDAY) is None or days(words)[2] != "day"


PAST = ["on Monday", "on Sunday", "on 14 August", "on 30 December", "in May", "in December", "yesterday", "today"]
PAST += [
    "last week",
    "last month",
    "last year",
    "this week",
    "this month",
    "this year",
    "two weeks ago",
    "in early March",
]
PAST += ["since January", "over the past three days", "last summer", "last winter", "this morning"]


@given(st.sampled_from(PAST), st.dates(date(2000, 1, 1), date(2035, 12, 31)))
def test_what_is_told_as_past_never_lies_after_the_report(words, published):
    start, end, _ = days(words, published.isoformat())
    assert start <= end <= published.isoformat()


@given(st.integers(0, 6), st.dates(date(2000, 1, 1), date(2035, 12, 31)))
def test_a_weekday_is_the_last_such_day_not_after_the_report(number, published):
    name = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[number]
    start, end, _ = days(f"on {name}", published.isoformat())
    assert start == end
    assert date.fromisoformat(start).weekday() == number
    assert timedelta(0) <= published - date.fromisoformat(start) < timedelta(7)


@given(st.dates(date(1990, 1, 1), date(2035, 12, 31)))
def test_a_full_date_is_itself_however_it_is_written(day):
    forms = [f"on {day:%-d %B %Y}", f"on {day:%B %-d, %Y}", f"on {day:%Y-%m-%d}", f"on the {day.day}th of {day:%B %Y}"]
    assert {days(form) for form in forms} == {(day.isoformat(), day.isoformat(), "day")}
