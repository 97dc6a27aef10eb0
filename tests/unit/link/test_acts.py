"""The act of an event: the one that says how, of the claims that hold its number."""

import pytest

from sijill.link.events import link_events
from sijill.model.claim import Status, Victims
from sijill.model.toll import Extent
from tests.unit.link.claims import PLACES, said


def act_of(*claims):
    [event] = link_events(claims, published={"a": None, "b": None}, order={"a": 0, "b": 1}, places=PLACES).events
    return event.act


def test_a_fight_in_which_people_are_counted_is_the_act_however_often_it_is_called_a_killing():
    headline = said("a", "killing", on=None, place=None, number="45")
    again = said("a", "killing", at=40, on=None, place=None, number="45")
    assert act_of(headline, again, said("a", "armed_clash", at=90, number="45")) == "armed_clash"


def test_the_act_of_the_greatest_number_comes_before_that_of_a_smaller_one():
    few = said("a", "shooting", at=90, number="3", number_is={"extent": Extent.PART})
    assert act_of(said("a", "airstrike", number="45"), few) == "airstrike"


def test_where_a_headline_says_it_otherwise_the_report_decides():
    headline = [said("a", "shooting", at=at, place="marrow", number="21") for at in (0, 40)]
    assert act_of(*headline, said("a", "shelling", at=90, number="at least 21")) == "shelling"


@pytest.mark.parametrize(("other", "act"), [("airstrike", "airstrike"), ("killing", "bombing")])
def test_a_bombing_that_others_call_an_air_strike_is_one(other, act):
    assert act_of(said("a", "bombing", number="45"), said("b", other, number="45")) == act


def test_where_those_who_count_do_not_say_how_acts_told_beside_decide_only_if_they_are_one():
    killed = said("a", "killing", number="20")
    strike = said("a", "airstrike", "none", at=60, number=None)
    clash = said("a", "armed_clash", "none", at=120, number=None)
    assert act_of(killed, strike) == "airstrike"
    assert act_of(killed, strike, clash) == "killing"


def test_fighters_of_whom_nobody_says_how_they_fell_fell_in_the_fight_told_beside():
    fighters = Victims(text="soldiers", status=Status.COMBATANT)
    killed = said("a", "killing", number="20", victims=fighters)
    strike = said("a", "airstrike", "none", at=60, number=None)
    clash = said("a", "armed_clash", "none", at=120, number=None)
    assert act_of(killed, strike, clash) == "armed_clash"


def test_a_few_of_many_do_not_say_how_all_of_them_were_killed():
    few = said("a", "execution", at=90, number="15")
    assert act_of(said("a", "killing", number="236"), few) == "killing"
    assert act_of(said("a", "killing", number="20"), few) == "execution"


def test_how_it_was_done_also_counts_from_who_owns_to_it():
    owned = said("a", "shooting", at=90, number="30", stance="accepts_responsibility")
    assert act_of(said("a", "killing", number="30"), owned) == "shooting"


@pytest.mark.parametrize(
    ("surer", "vague"), [("shelling", "shooting"), ("execution", "shooting"), ("airstrike", "bombing")]
)
def test_of_two_words_for_one_harm_the_surer_is_the_act(surer, vague):
    often = [said("a", vague, at=at, number="21") for at in (0, 40)]
    assert act_of(*often, said("a", surer, at=90, number="21")) == surer


def test_how_the_dead_were_killed_comes_before_how_others_were_hurt():
    beheaded = said("a", "execution", number="1")
    shot = said("a", "shooting", "casualties", at=60, number="2")
    assert act_of(beheaded, shot) == "execution"
