"""The days of an event: those on which its people were harmed, and no finer."""

from dataclasses import replace

from sijill.link.events import link_events
from sijill.link.pairs.sketch import sketch
from sijill.link.portrait import portrait
from sijill.model.toll import Extent
from sijill.model.when import Period, Precision
from tests.unit.link.claims import PLACES, said

IN_THREE_DAYS = Period(start="2031-05-01", end="2031-05-03", precision=Precision.RANGE, text="in three days")
THIS_MONTH = Period(start="2031-05-01", end="2031-05-31", precision=Precision.MONTH, text="this month")


def days(*claims):
    [event] = link_events(claims, published={"a": None, "b": None}, order={"a": 0, "b": 1}, places=PLACES).events
    return event.when.start, event.when.end


def days_of(*claims):
    when = portrait([sketch(claim, PLACES) for claim in claims]).when
    return when.start, when.end


def dated(when, *words, **more):
    return replace(said(*words, **more), when=when)


def test_a_day_on_which_something_of_a_fight_was_told_does_not_cut_the_days_of_its_toll():
    toll = dated(IN_THREE_DAYS, "a", "armed_clash", number="45")
    flared = said("a", "armed_clash", "none", at=60, on="2031-05-02")
    assert days(toll, flared) == ("2031-05-01", "2031-05-03")


def test_whoever_counts_as_many_on_one_day_dates_them_all():
    assert days(
        dated(IN_THREE_DAYS, "a", "armed_clash", number="45"),
        said("b", "armed_clash", on="2031-05-02", number="44"),
    ) == ("2031-05-02", "2031-05-02")


def test_some_of_them_on_one_day_do_not():
    some = said("a", "armed_clash", at=60, on="2031-05-02", number="5", number_is={"extent": Extent.PART})
    assert days(dated(IN_THREE_DAYS, "a", "armed_clash", number="45"), some) == ("2031-05-01", "2031-05-03")


def test_a_month_is_cut_by_a_day():
    toll = dated(THIS_MONTH, "a", "airstrike", number="45")
    struck = said("a", "airstrike", "none", at=60, on="2031-05-02")
    assert days(toll, struck) == ("2031-05-02", "2031-05-02")


def test_a_month_is_cut_by_the_day_of_the_report_that_tells_it_as_news_in_that_month():
    news = dated(Period(start="2031-05-06", end="2031-05-07"), "a", "bombing", number="12")
    month = dated(THIS_MONTH, "b", "bombing", number="12")
    assert portrait([sketch(news, PLACES), sketch(month, PLACES)]).when == news.when
    before = dated(Period(start="2031-04-29", end="2031-04-30"), "a", "bombing", number="12")
    assert portrait([sketch(before, PLACES), sketch(month, PLACES)]).when == month.when


def test_a_time_without_a_first_day_keeps_its_last():
    until = Period(end="2031-05-03", precision=Precision.RANGE, text="in recent days")
    assert days(dated(until, "a", "shelling", number="12")) == (None, "2031-05-03")


def test_the_weeks_since_an_offensive_began_are_not_the_days_of_those_told_as_news():
    """ "Mortars killed four. ... The Column began an offensive in the first week of May"."""
    news = dated(Period(start="2031-05-19", end="2031-05-20"), "a", "shelling", number="4")
    weeks = Period(start="2031-05-01", end="2031-05-20", precision=Precision.RANGE, text="in the first week of May")
    assert days_of(news, dated(weeks, "a", "other", "none", at=60)) == ("2031-05-19", "2031-05-20")
    assert days_of(news, dated(weeks, "a", "airstrike", "none", at=60)) == ("2031-05-01", "2031-05-20")
    assert days_of(news, dated(IN_THREE_DAYS, "a", "other", "none", at=60)) == ("2031-05-01", "2031-05-03")


def test_a_year_long_before_the_news_is_not_its_time():
    """ "In 2029 too many were killed", beside what is told as news."""
    news = dated(Period(start="2031-05-01", end="2031-05-02"), "a", "killing", number="45")
    before = dated(Period(start="2029-01-01", end="2029-12-31", precision=Precision.YEAR), "a", number="dozens", at=60)
    assert days(news) == ("2031-05-01", "2031-05-02")
    events = link_events([news, before], published={"a": None}, order={"a": 0}, places=PLACES).events
    assert [event.when for event in events if news.id in event.claims] == [news.when]


def test_a_fight_that_the_same_report_tells_from_day_to_day_tells_which_days_were_counted():
    toll = dated(IN_THREE_DAYS, "a", "armed_clash", number="45")
    over = Period(start="2031-05-02", end="2031-05-03", precision=Precision.RANGE, text="on Friday and into Saturday")
    assert days(toll, dated(over, "a", "armed_clash", "none", at=60)) == ("2031-05-02", "2031-05-03")
    assert days(toll, dated(over, "b", "armed_clash", "none", at=60)) == ("2031-05-01", "2031-05-03")


def test_a_part_that_fell_the_day_before_is_of_the_event_too():
    toll = said("a", "armed_clash", on="2031-05-02", number="85")
    part = said("a", "armed_clash", at=60, on="2031-05-01", number="50", number_is={"extent": Extent.PART})
    assert days(toll, part) == ("2031-05-01", "2031-05-02")


def test_numbers_of_two_days_that_make_up_the_whole_date_it():
    toll = dated(Period(start="2031-05-01", end="2031-05-03"), "a", number="40")
    one = said("a", at=60, on="2031-05-02", number="21")
    found = [toll, one, said("a", at=90, on="2031-05-03", number="19")]
    assert days_of(*found) == ("2031-05-02", "2031-05-03")
    assert days_of(*found[:2]) == ("2031-05-02", "2031-05-02")


def test_what_one_report_tells_among_the_news_of_a_day_was_on_that_day_of_the_two_that_another_leaves_open():
    """Neither has a word of time; the headline has the day of the report and the one before."""
    headline = dated(Period(start="2031-05-02", end="2031-05-03"), "a", "armed_clash", number="45")
    among = dated(Period(start="2031-05-03", end="2031-05-03"), "a", "armed_clash", at=500, number="45")
    later = dated(Period(start="2031-05-05", end="2031-05-05"), "b", "armed_clash", number="45")
    assert days_of(headline, among) == ("2031-05-03", "2031-05-03")
    assert days_of(headline, later) == ("2031-05-02", "2031-05-03")
