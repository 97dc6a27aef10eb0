"""What people decided on an event stands while the event is what they looked at."""

import pytest

from sijill.assess.standing import standing
from sijill.model.decision import Decision
from sijill.model.event import Event, event_id
from sijill.model.exchange import to_json
from sijill.model.place import Where
from sijill.model.when import Period

EVENT = Event(id=event_id("clm_a"), act="killing", when=Period(), where=Where(), claims=("clm_a", "clm_b"))


def decided(value, about=EVENT.id, number=0):
    return Decision(
        id=f"dec_{number}",
        kind="status",
        about=(about,),
        value=to_json(value),
        by="ana",
        at="2032-01-01",
        because="read",
    )


def codes(found):
    return [each.question.code for each in found.doubts]


def test_without_a_decision_nothing_is_said():
    assert standing([], [EVENT]).status == {}


def test_the_last_decision_stands_and_null_takes_it_back():
    reviewed, unfounded, undone = (decided(each, number=n) for n, each in enumerate(["reviewed", "unfounded", None]))
    assert standing([reviewed, unfounded], [EVENT]).status == {EVENT.id: "unfounded"}
    assert standing([reviewed, unfounded, undone], [EVENT]).status == {}


def test_a_decision_on_an_event_that_was_joined_to_an_older_one_speaks_of_that():
    assert standing([decided("reviewed", about=event_id("clm_b"))], [EVENT]).status == {EVENT.id: "reviewed"}


@pytest.mark.parametrize(
    ("claims", "status", "asked"),
    [(["clm_b", "clm_a"], "final", []), (["clm_a"], "in_review", ["event_changed_since"])],
)
def test_an_event_that_changed_after_it_was_final_is_in_review_again(claims, status, asked):
    found = standing([decided({"status": "final", "claims": claims})], [EVENT])
    assert (found.status, codes(found)) == ({EVENT.id: status}, asked)


@pytest.mark.parametrize(
    ("decision", "asked"),
    [
        (decided("reviewed", about="evt_gone"), "decision_finds_no_event"),
        (decided("excellent"), "decision_not_understood"),
    ],
)
def test_a_decision_that_cannot_be_followed_is_a_doubt(decision, asked):
    found = standing([decision], [EVENT])
    assert (found.status, codes(found)) == ({}, [asked])
