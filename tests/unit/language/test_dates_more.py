"""More times as English says them: told from another time, by the part of a day, by the clock, still to come."""

import pytest

from sijill.language.dates import all_times, read_time, read_times
from sijill.language.days import anchor, either_day, told_of_the_past, with_then
from sijill.language.sentences import sentences
from sijill.language.tokens import tokenize

WEDNESDAY = "2031-09-17"


def read(words):
    """Every time of the words: (its words, its value)."""
    tokens = tokenize(words)
    return [(tokens.quote(a, b), value) for a, b, value in all_times(tokens, sentences(tokens))]


def days(words, published=WEDNESDAY):
    """The days of the last time in the words."""
    period = anchor(read(words)[-1][1], published)
    return None if period is None else (period.start, period.end, str(period.precision))


@pytest.mark.parametrize(
    ("words", "start", "end", "precision"),
    [
        ("Since the war began in 2019", "2019-01-01", "2031-09-17", "range"),
        ("since the start of the uprising in March 2031", "2031-03-01", "2031-09-17", "range"),
        ("in the first week of July", "2031-07-01", "2031-07-07", "range"),
        ("the second week of March 2030", "2030-03-08", "2030-03-14", "range"),
        ("during the last week of February 2028", "2028-02-23", "2028-02-29", "range"),
        ("over the final week of August", "2031-08-25", "2031-08-31", "range"),
        ("in the opening week of May last year", "2030-05-01", "2030-05-07", "range"),
        ("in the last week of fighting", "2031-09-08", "2031-09-14", "week"),
        ("in late 2014", "2014-09-02", "2014-12-31", "range"),
        ("in the 1990s", "1990-01-01", "1999-12-31", "range"),
        ("in the early '90s", "1990-01-01", "1993-05-01", "range"),
        ("in the second quarter of 2014", "2014-04-01", "2014-06-30", "range"),
        ("in the first half of 2030", "2030-01-01", "2030-06-30", "range"),
        ("in fiscal 2014", "2014-01-01", "2014-12-31", "year"),
        ("in '98", "1998-01-01", "1998-12-31", "year"),
        ("the summer of '98", "1998-06-01", "1998-08-31", "season"),
        ("the 2014 attack", "2014-01-01", "2014-12-31", "year"),
        ("on Christmas Day", "2030-12-25", "2030-12-25", "day"),
        ("on Thanksgiving 2029", "2029-11-22", "2029-11-22", "day"),
        ("during Eid al-Fitr", "2031-01-24", "2031-01-26", "range"),
        ("on the second day of Eid al-Adha", "2031-04-03", "2031-04-03", "day"),
        ("on 4 May 2030 (Saturday)", "2030-05-04", "2030-05-04", "day"),
        ("during the Eid al-Adha holiday", "2031-04-02", "2031-04-05", "range"),
        ("on the third day of Eid al-Fitr 2030", "2030-02-06", "2030-02-06", "day"),
        ("on Ashura", "2031-05-02", "2031-05-02", "day"),
        ("over the weekend", "2031-09-13", "2031-09-14", "range"),
        ("overnight", "2031-09-16", "2031-09-17", "range"),
        ("overnight on Sunday", "2031-09-14", "2031-09-14", "day"),
        ("on the night of 3 May", "2031-05-03", "2031-05-03", "day"),
        ("at dawn on Friday", "2031-09-12", "2031-09-12", "day"),
        ("at 10 p.m. on Friday", "2031-09-12", "2031-09-12", "day"),
        ("on Friday at 10:30 p.m.", "2031-09-12", "2031-09-12", "day"),
        ("on Monday, 15 September", "2031-09-15", "2031-09-15", "day"),
        ("on Friday, 15 September", "2028-09-15", "2028-09-15", "day"),
        ("last Wednesday", "2031-09-10", "2031-09-10", "day"),
        ("last September", "2030-09-01", "2030-09-30", "month"),
        ("on 5 March last year", "2030-03-05", "2030-03-05", "day"),
        ("on Tuesday of last week", "2031-09-09", "2031-09-09", "day"),
        ("ten days ago", "2031-09-07", "2031-09-07", "day"),
        ("a decade ago", "2021-01-01", "2021-12-31", "year"),
        ("several weeks ago", None, "2031-09-07", "range"),
        ("in recent days", None, "2031-09-17", "range"),
        ("two days after 5 May", "2031-05-07", "2031-05-07", "day"),
        ("the day before 1 March 2028", "2028-02-29", "2028-02-29", "day"),
        ("the week of 6 March", "2031-03-03", "2031-03-09", "week"),
        ("13/4/2031", "2031-04-13", "2031-04-13", "day"),
        ("3.4.2031", "2031-04-03", "2031-04-03", "day"),
        ("9/10/2031", "2031-09-10", "2031-09-10", "day"),
        ("from August 30 to September 2", "2031-09-02", "2031-09-02", "day"),
        ("On 3 May they came, and the following day they left", "2031-05-04", "2031-05-04", "day"),
        ("They came on 3 May. Two weeks later they left.", "2031-05-12", "2031-05-18", "week"),
        ("They came on 3 May 2029. Later that year they left.", "2029-01-01", "2029-12-31", "year"),
        ("They came on 3 May. They left that same night.", "2031-05-03", "2031-05-03", "day"),
        ("Three weeks earlier they had left.", "2031-08-25", "2031-08-31", "week"),
        ("The council will meet on Friday", "2031-09-19", "2031-09-19", "day"),
        ("The ballot is scheduled for 5 May", "2032-05-05", "2032-05-05", "day"),
        ("until 20 September", None, "2031-09-20", "range"),
        ("next month", "2031-10-01", "2031-10-31", "month"),
        ("tomorrow", "2031-09-18", "2031-09-18", "day"),
    ],
)
def test_a_time_stands_for_its_days(words, start, end, precision):
    """All read in a report of Wednesday, 17 September 2031."""
    assert days(words) == (start, end, precision)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("for three days", "P3D"),
        ("a two-week truce", "P2W"),
        ("for years", "PXY"),
        ("every night", "P1D"),
        ("daily strikes", "P1D"),
        ("each month", "P1M"),
        ("half an hour", "PT30M"),
        ("the past 20 years", "last:year:20"),
        ("now", "PRESENT_REF"),
        ("in the future", "FUTURE_REF"),
    ],
)
def test_how_long_and_how_often_are_times_too(words, value):
    assert [found for _, found in read(words)] == [value]


@pytest.mark.parametrize("words", ["for three days", "every night", "daily strikes", "for years", "a two-week truce"])
def test_how_long_and_how_often_date_no_claim(words):
    tokens = tokenize(words)
    assert read_times(tokens, 0, len(tokens)) == []


@pytest.mark.parametrize(
    "words",
    [
        "a 12-year-old girl",
        "40 years old",
        "aged 3 years",
        "the 1st Corps",
        "Jan Tarn said",
        "the 2013 people",
        "300 people",
        "this march",
        "5-3 to them",
        "resolution 3/40",
        "a night raid",
    ],
)
def test_what_only_looks_like_a_time_is_none(words):
    assert read(words) == []


def test_a_date_with_two_readings_is_left_open_unless_the_report_is_older_than_one():
    assert anchor(read("3/4/2031")[0][1], WEDNESDAY) is None
    assert either_day(read("3/4/2031")[0][1]) == ("2031-04-03", "2031-03-04")
    assert anchor(read("3/4/2031")[0][1], "2031-03-20").start == "2031-03-04"


def test_a_time_that_leans_on_another_is_no_day_without_it():
    assert read("That night they left.") == [("That night", "night:then")]
    assert anchor("night:then", WEDNESDAY) is None
    assert with_then("by:1:day:then", "2031-05-03") == "by:1:day:2031-05-03"
    assert with_then("by:1:day:then", "last:month:2") == "by:1:day:then"


def test_days_are_not_counted_from_what_is_known_by_the_month():
    assert anchor("by:1:day:2031-05", WEDNESDAY) is None
    assert anchor("by:1:month:2031-05", WEDNESDAY).start == "2031-06-01"


def test_what_is_told_as_done_lost_its_turn_to_the_future():
    assert told_of_the_past("coming:weekday-4") == "weekday-4"
    assert told_of_the_past("night:coming:--05-03") == "night:--05-03"


def test_a_word_of_the_future_in_another_clause_turns_nothing():
    assert read("They will try the men who attacked on Friday")[-1][1] == "weekday-4"


def test_an_hour_inside_a_sentence_does_not_end_it():
    tokens = tokenize("It fell at 10 p.m. Friday. Nobody died.")
    assert [tokens.quote(*span) for span in sentences(tokens)] == ["It fell at 10 p.m. Friday.", "Nobody died."]


def test_reading_goes_on_after_a_time_that_is_none():
    tokens = tokenize("from the town to the hill on Monday")
    assert read_time(tokens, 0, len(tokens)) is None
    assert [value for *_, value in read_times(tokens, 0, len(tokens))] == ["weekday-0"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Shells hurt 41 villagers in three days, a nurse said.", "lasting:day:3"),
        ("Fifty were killed in Corvo in 24 hours.", "lasting:hour:24"),
        ("Two days of clashes killed 88 people.", "lasting:day:2"),
        ("A month of infighting has killed 300 fighters.", "lasting:month:1"),
        ("Nobody has left Corvo since the five-day-old siege began.", "lasting:day:5"),
        ("The arrests come four days after a mine blew up a bus.", "by:-4:day:then"),
        ("His visit comes less than three months after shells hit a school.", "last:month:3"),
    ],
)
def test_what_lasted_is_as_long_as_that_up_to_the_report(words, value):
    tokens = tokenize(words)
    assert [time[2] for time in read_times(tokens, 0, len(tokens.lows))] == [value]


@pytest.mark.parametrize(
    "words",
    [
        "They will leave in two days.",
        "It was the second attack in two days.",
        "Ten people were killed in Corvo, where talks resume in two weeks.",
        "Ten people were killed in Corvo and a truce begins in two days.",
        "The ceasefire expires in 36 hours.",
        "Ten were executed in one day.",
        "A two-week-old child was killed.",
        "The toll of the three weeks of fighting is not known.",
        "Three months after shells hit a school, the mayor spoke.",
    ],
)
def test_what_is_to_come_the_second_of_its_kind_or_an_age_dates_nothing(words):
    tokens = tokenize(words)
    assert read_times(tokens, 0, len(tokens.lows)) == []


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("It began on Sunday and was still raging on Monday", "2031-09-14", "2031-09-15"),
        ("on Sunday and continued into Monday", "2031-09-14", "2031-09-15"),
        ("throughout Sunday night and into Monday morning", "2031-09-14", "2031-09-15"),
        ("late Tuesday and early Wednesday", "2031-09-16", "2031-09-17"),
        ("from Sunday evening until Tuesday", "2031-09-14", "2031-09-16"),
        ("on Monday and during the night", "2031-09-15", "2031-09-16"),
        ("on Monday and overnight", "2031-09-15", "2031-09-16"),
        ("On Monday Halen was lost after four days of shelling", "2031-09-11", "2031-09-15"),
        ("on Monday they took Halen after days of clashes", "2031-09-08", "2031-09-15"),
        ("killed in three days of heavy shelling", "2031-09-14", "2031-09-17"),
    ],
)
def test_what_went_on_into_another_day_has_all_of_them(words, start, end):
    tokens = tokenize(words)
    period = anchor(read_times(tokens, 0, len(tokens.lows))[-1][2], WEDNESDAY)
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Five died on Monday and on Tuesday three", ["weekday-0", "weekday-1"]),
        ("They spoke on Monday and Kessa fell", ["weekday-0"]),
        ("on Monday and Halen is calm", ["weekday-0"]),
        ("two days of the fighting", []),
        ("on Monday after two days of talks", ["weekday-0"]),
    ],
)
def test_two_days_told_beside_each_other_are_two(words, values):
    tokens = tokenize(words)
    assert [time[2] for time in read_times(tokens, 0, len(tokens.lows))] == values


@pytest.mark.parametrize(
    "words",
    [
        "Gunmen shot six men in Corvo ahead of Eid al-Adha.",
        "Crowds were buying sweets for the Eid al-Fitr holiday.",
        "Shells fell on Corvo shortly before the second day of Eid al-Adha.",
        "A mine lay under a stall of the Eid al-Fitr market.",
    ],
)
def test_a_feast_that_was_to_come_or_names_a_thing_is_no_day(words):
    tokens = tokenize(words)
    assert read_times(tokens, 0, len(tokens.lows)) == []


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2006-12-31", "2006-12-31"),
        ("2007-01-02", "2006-12-31"),
        ("2006-12-29", "2006-01-10"),
        ("2007-12-25", "2007-12-20"),
    ],
)
def test_of_two_feasts_in_one_year_the_last_that_had_begun_is_meant(published, day):
    assert anchor("--h12-10x4", published).start == day


def test_a_feast_that_a_year_had_twice_is_either():
    period = anchor("2006-h12-10x4", "2008-05-14")
    assert (period.start, period.end) == ("2006-01-10", "2007-01-03")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("On Monday gunmen shot six men, two days after a mine killed nine.", "by:-2:day:weekday-0"),
        (
            "The mayor said on Monday gunmen shot six men two days after a mine killed nine.",
            "by:-2:day:until:weekday-0",
        ),
        (
            "On Monday the mayor said gunmen shot six men two days after a mine killed nine.",
            "by:-2:day:until:weekday-0",
        ),
    ],
)
def test_nothing_is_counted_back_from_a_day_of_speaking(words, value):
    tokens = tokenize(words)
    assert read_times(tokens, 0, len(tokens.lows))[-1][2] == value
    assert (anchor(value, WEDNESDAY) is None) is ("until" in value)


def test_a_text_that_breaks_off_in_a_time_tells_none():
    assert read("They left late that same") == []
