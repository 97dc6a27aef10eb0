"""What went on for weeks or years stands beside what happened on a day, and lends it neither doers nor people."""

from dataclasses import replace

from sijill.link.events import link_events
from sijill.model.when import Period, Precision
from tests.unit.link.claims import PLACES, said

SINCE_APRIL = Period(start="2031-04-20", end="2031-05-03", precision=Precision.RANGE, text="Since 20 April")
FOUR_YEARS = Period(start="2027-05-03", end="2031-05-03", precision=Precision.RANGE, text="over the past four years")


def link(*claims):
    return link_events(claims, published={"a": "2031-05-04"}, order={"a": 0}, places=PLACES)


def test_an_act_that_began_weeks_ago_is_no_part_of_the_raid_of_today():
    raid = said("a", "airstrike", number="12", by=())
    long = replace(said("a", "airstrike", "none", at=60), when=SINCE_APRIL)
    [event] = link(raid, long).events
    assert event.claims == (raid.id,)


def test_one_that_began_yesterday_is():
    raid = said("a", "airstrike", number="12", by=())
    yesterday = Period(start="2031-05-02", end="2031-05-03", precision=Precision.RANGE, text="Since Friday")
    [event] = link(raid, replace(said("a", "airstrike", "none", at=60), when=yesterday)).events
    assert len(event.claims) == 2


def test_the_dead_of_years_are_of_no_day_though_nobody_counts_them():
    raid = said("a", number="12")
    dead = replace(said("a", at=60), when=FOUR_YEARS)
    linked = link(raid, dead)
    assert [event.claims for event in linked.events] == [(raid.id,)]
    assert linked.aside[dead.id] == "cumulative"


def test_a_year_told_below_the_news_is_not_that_of_the_news():
    reported = Period(start="2031-05-02", end="2031-05-03")
    assert reported.only_reported
    news = replace(said("a", number="dozens"), when=reported)
    then = said("a", at=200, on="2029", number="many")
    assert all(then.id not in event.claims for event in link(news, then).events if news.id in event.claims)
    lately = said("a", at=200, on="2031-05", number="many")
    [event] = link(news, lately).events
    assert set(event.claims) == {news.id, lately.id}
