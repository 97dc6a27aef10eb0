"""An event is where the finest of its claims says, with the words for what no table has."""

from dataclasses import replace

import pytest

from sijill.link.events import link_events
from tests.unit.link.claims import PLACES, said

NAMESAKES = {**PLACES, "upper": replace(PLACES["upper"], aliases=("Varna",))}
"""The province has the name of its town too."""


def told(*claims, places=PLACES):
    days = {"a": "2031-05-04", "b": "2031-05-04"}
    return link_events(claims, published=days, order={"a": 0, "b": 1}, places=places)


def test_an_event_has_the_words_for_a_quarter_beside_the_town_that_others_name():
    town = said("a", "shelling", number="4")
    quarter = said("a", "shelling", at=100, number="4", place_words="the Sabha quarter")
    (event,) = told(town, quarter).events
    assert (event.where.place, event.where.text) == ("varna", "the Sabha quarter")


def test_an_act_of_another_kind_that_harmed_nobody_does_not_say_where_people_were_killed():
    gas = said("a", "chemical_attack", number="40")
    rockets = said("a", "shelling", "none", at=60, place="oldtown", on=None)
    (event,) = told(gas, rockets).events
    assert event.where.place == "varna"
    (event,) = told(gas, said("a", "chemical_attack", "none", at=60, place="oldtown", on=None)).events
    assert event.where.place == "oldtown"


@pytest.mark.parametrize(
    ("place", "text"),
    [("upper", "the village of Sabha"), ("marrow", "the village of Sabha"), ("varna", "Varna")],
)
def test_a_village_that_no_table_has_lies_in_the_province_of_its_event_and_in_no_town(place, text):
    wide = said("a", "shelling", place=place, number="14")
    village = said("a", "shelling", at=80, place="the village of Sabha", number="14")
    (event,) = told(wide, village).events
    assert (event.where.place, event.where.text, event.where.precision) == (place, text, wide.where.precision)


def test_a_headline_over_a_village_of_the_province_of_its_name_is_in_the_province():
    town = said("a", "shelling", at=0, number="14")
    province = said("a", "shelling", at=60, place="upper", place_words="Varna province", number="14")
    village = said("a", "shelling", at=110, place="the village of Sabha", number="14")
    (event,) = told(town, province, village, places=NAMESAKES).events
    assert (event.where.place, event.where.text) == ("upper", "the village of Sabha")


def test_counts_of_one_sentence_in_a_town_that_make_up_the_number_of_its_district_are_there():
    whole = said("a", "airstrike", place="eastvale", number="5")
    here = [said("a", "airstrike", at=80, number=number) for number in ("2", "3")]
    assert [each.where.place for each in told(whole, *here).events] == ["varna"]
    assert [each.where.place for each in told(whole, *here[:1]).events] == ["eastvale"]


def test_the_words_of_a_place_are_those_that_name_it():
    described = [said("a", "shelling", at=at, number="4", place_words="a town") for at in (0, 60)]
    named = said("a", "shelling", at=120, number="4", place_words="Varna")
    assert [each.where.text for each in told(*described, named).events] == ["Varna"]


def test_a_headline_gives_way_to_a_village_that_no_table_has_in_a_province_beside_its_town():
    headline = said("a", "shelling", at=0, place="lisse", number="14")
    village = said("a", "shelling", at=90, place="upper", place_words="Sabha in Upper province", number="14")
    (event,) = told(headline, village).events
    assert (event.where.place, event.where.text) == ("upper", "Sabha in Upper province")


def test_a_place_that_no_table_has_lies_in_what_its_own_report_names():
    wide = said("a", "chemical_attack", place="upper", number="140")
    elsewhere = said("b", "chemical_attack", place="Sabha", number="140")
    (event,) = told(wide, elsewhere).events
    assert (event.where.place, event.where.text) == ("upper", "Upper")


def test_an_event_tells_the_building_that_one_of_its_claims_names_in_the_town():
    town = said("a", "shelling", number="4")
    school = said("a", "shelling", at=60, number="4", place_words="a school in Varna")
    (event,) = told(town, school).events
    assert (event.where.place, event.where.text) == ("varna", "a school in Varna")


def test_of_words_in_two_scripts_those_of_the_tables_come_first():
    market = said("a", "shelling", number="4", place_words="a market in Varna")
    same = said("b", "shelling", number="4", place_words="سوق الخبز, فارنا")
    (event,) = told(market, same).events
    assert event.where.text == "a market in Varna"


@pytest.mark.parametrize(
    ("place", "text"), [("upper", "a market, Varna"), ("lisse", "Varna"), (None, "a market, Varna")]
)
def test_the_building_of_a_claim_at_a_wider_place_or_none_is_in_the_town_that_another_names(place, text):
    wide = said("a", "shelling", place=place, place_words="a market", number="4")
    town = said("a", "shelling", at=60, number="4")
    (event,) = [each for each in told(wide, town).events if town.id in each.claims]
    assert (event.where.place, event.where.text) == ("varna", text)


def test_a_building_beside_its_town_joins_and_parts_claims_as_the_town_alone_does():
    market = said("a", "shelling", number="4", place_words="a market, Varna")
    town = said("b", "shelling", number="4")
    (event,) = told(market, town).events
    assert (event.where.place, event.where.text) == ("varna", "a market, Varna")
    other = said("b", "shelling", number="19", place_words="a school, Varna", on="2031-05-01")
    assert len(told(market, other).events) == 2
