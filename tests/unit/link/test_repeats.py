"""An event without a day may tell of any that it could be: that is said of both, and neither is thrown away."""

import pytest

from sijill.link.events import link_events
from sijill.model.decision import Decision
from tests.unit.link.claims import PLACES, said


def pairs(*claims, decisions=()):
    """Which events may repeat which, by the documents of their first claims."""
    order = {claim.document: at for at, claim in enumerate(claims)}
    published = {claim.document: f"203{2 + at}-01-01" for at, claim in enumerate(claims)}
    linked = link_events(claims, published=published, order=order, places=PLACES, decisions=decisions)
    assert len(linked.events) == len(claims)
    first = {event.id: next(c.document for c in claims if c.id == event.claims[0]) for event in linked.events}
    return {(first[event.id], first[other]) for event in linked.events for other in event.may_repeat}


DATED = said("a", "airstrike", number="12")


def test_an_undated_number_may_be_that_of_a_dated_event():
    """The undated report came months later: nothing joins the two."""
    vague = said("b", "airstrike", on=None, number="12")
    assert pairs(DATED, vague) == {("a", "b"), ("b", "a")}


def test_so_may_a_number_without_a_place():
    assert pairs(DATED, said("b", "shelling", on="2031-05", place="marrow", by=("fre",), number="12")) == {
        ("a", "b"),
        ("b", "a"),
    }


@pytest.mark.parametrize(
    "other",
    [
        said("b", "airstrike", on="2031-05-20", number="12"),
        said("b", "airstrike", on=None, place="lisse", number="12"),
        said("b", "airstrike", on=None, number="40"),
        said("b", "abduction", "abducted", on=None, number="12"),
        said("b", "airstrike", on="2030", number="12"),
        said("b", "airstrike", on=None, number="1"),
    ],
    ids=["another day", "another town", "another number", "another harm", "another year", "one person"],
)
def test_what_cannot_be_one_is_no_repetition(other):
    assert pairs(DATED, other) == set()


def test_judged_different_they_are_no_repetition():
    vague = said("b", "airstrike", on=None, number="12")
    made = Decision(
        id="dec_1",
        kind="link",
        about=(DATED.id, vague.id),
        value='"different"',
        by="ana",
        at="2032-01-01",
        because="read",
    )
    assert pairs(DATED, vague, decisions=[made]) == set()
