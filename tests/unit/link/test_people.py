"""Names as evidence: two reports that name the same people are seldom about two incidents."""

from dataclasses import replace

import pytest

from sijill.link.events import link_events
from sijill.link.people import PASSAGE
from sijill.model.claim import Act, Claim, Harm, identified
from sijill.model.toll import Toll
from sijill.model.when import Period, Precision

QUOTE = "a man was shot"
NAMES = ("karim hadad", "lena orsa", "old mill road")


def claim(document, at=0):
    return identified(
        Claim(
            id="",
            document=document,
            span=(at, at + len(QUOTE)),
            quote=QUOTE,
            act=Act.SHOOTING,
            harm=Harm.KILLED,
            toll=Toll(number=1, low=1, high=1, text="a man"),
            extractor="test@1",
        )
    )


def events(claims, named, days=("2031-05-02", "2031-05-03")):
    order = {each: at for at, each in enumerate(dict.fromkeys(one.document for one in claims))}
    published = dict(zip(order, days, strict=False))
    return link_events(claims, published=published, order=order, places={}, named=named)


def named(number, at=0):
    return {each: tuple((at, name) for name in NAMES[:number]) for each in ("a", "b")}


@pytest.mark.parametrize(("number", "together"), [(0, 2), (1, 2), (2, 1), (3, 1)])
def test_reports_without_place_and_day_are_one_event_if_they_name_two_of_the_same_people(number, together):
    assert len(events([claim("a"), claim("b")], named(number)).events) == together


def test_the_same_names_months_later_need_more_than_two():
    """A trial, an anniversary: what is told long after speaks against one event as it always does."""
    assert len(events([claim("a"), claim("b")], named(2), ("2031-05-02", "2031-12-01")).events) == 1
    assert len(events([claim("a"), claim("b")], named(1), ("2031-05-02", "2031-12-01")).events) == 2


def test_a_link_by_names_says_how_many_and_never_which():
    (link,) = events([claim("a"), claim("b")], named(3)).links
    row = next(each for each in link.reasons if each.code == "people.several_people")
    assert (row.values["left"], row.values["right"]) == (3, 3)
    assert "hadad" not in str(link)


def test_in_a_report_on_several_days_only_names_near_the_claim_count():
    def dated(day, at):
        when = Period(start=day, end=day, precision=Precision.DAY, text=day)
        return identified(replace(claim("a", at), id="", when=when))

    several = [dated("2031-04-01", 0), dated("2031-04-05", 50), dated("2031-04-09", 100)]
    far = events([*several, claim("b")], named(3, at=101 + len(QUOTE) + PASSAGE))
    assert len(far.events) == 4
