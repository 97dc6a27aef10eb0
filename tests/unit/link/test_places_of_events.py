"""An event is where the finest of its claims says, with the words for what no table has."""

from dataclasses import replace

import pytest

from sijill.link.events import link_events
from sijill.link.pairs.sketch import sketch
from sijill.link.portrait import portrait
from sijill.model.place import PlacePrecision
from sijill.model.toll import Extent
from tests.unit.link.claims import PLACES, said

NAMESAKES = {**PLACES, "upper": replace(PLACES["upper"], aliases=("Varna",))}
"""The province has the name of its town too."""


def told(*claims, places=PLACES):
    days = {"a": "2031-05-04", "b": "2031-05-04"}
    return link_events(claims, published=days, order={"a": 0, "b": 1}, places=places)


def drawn(claim):
    return sketch(claim, PLACES)


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


def test_a_list_of_villages_names_no_province():
    strikes = said(
        "a", "airstrike", "none", place="upper", place_words="Varna and the village of Sabha, Upper province"
    )
    dead = said("a", "airstrike", at=80, number="14")
    (event,) = told(strikes, dead).events
    assert (event.where.place, event.where.text) == ("varna", "Varna")


def around(words, harm="killed", precision="district", **more):
    claim = said("a", "shelling", harm, place_words=words, number="14" if harm == "killed" else None, **more)
    return replace(claim, where=replace(claim.where, precision=precision), quote=f"shells fell on {words}")


@pytest.mark.parametrize(
    ("harm", "words", "text"),
    [
        ("killed", ("the northern entrance to Varna",), "the northern entrance to Varna"),
        ("none", ("western Varna",), "western Varna"),
        ("killed", ("western Varna", "eastern Varna"), "Varna"),
        ("killed", ("areas of Varna",), "Varna"),
    ],
)
def test_one_part_of_a_town_says_more_than_the_town(harm, words, text):
    town = said("a", "shelling", number="14")
    parts = [around(each, harm, at=60 * at) for at, each in enumerate(words, 1)]
    (event,) = told(town, *parts).events
    assert (event.where.place, event.where.text) == ("varna", text)


@pytest.mark.parametrize(("at", "place"), [(0, "eastvale"), (70, "varna")])
def test_the_town_of_a_headline_gives_way_to_the_area_around_it_that_its_report_tells(at, place):
    headline = said("a", "shelling", at=at, number="14")
    near = around("outside Varna", at=130)
    areas = [said("a", "shelling", at=200 + 90 * k, place="eastvale", number="14") for k in range(2)]
    (event,) = told(headline, near, *areas).events
    assert event.where.place == place


def test_one_part_of_a_province_says_more_than_the_province():
    province = said("a", "shelling", place="upper", place_words="Upper province", number="14")
    part = around("the western hills", precision="province", at=60, place="upper")
    (event,) = told(province, part).events
    assert (event.where.place, event.where.text) == ("upper", "the western hills")


def test_another_district_of_a_town_is_not_the_quarter_told_before():
    bomb = said("a", "bombing", "injured", place="harbour", number="9")
    other = said("a", "bombing", "injured", at=70, place_words="another district of the town", number="4")
    other = replace(other, where=replace(other.where, precision="district"))
    assert [each.where.place for each in told(bomb, other).events] == ["harbour", "varna"]


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


def test_an_event_is_in_the_town_where_its_dead_are_counted_and_not_where_nobody_is():
    counted = said("a", "shelling", number="14")
    damage = said("a", "shelling", "none", at=60, place="lisse", place_words="the Sabha quarter", on=None)
    mill = said("a", "shelling", "none", at=110, place_words="the Oskar mill", on=None)
    assert portrait([drawn(counted), drawn(damage)]).where.place == "varna"
    assert portrait([drawn(counted), drawn(damage), drawn(mill)]).where.text == "the Oskar mill"


def test_the_bridge_at_which_two_of_them_fell_is_not_the_place_of_all():
    whole = said("a", "armed_clash", number="60")
    bridge = {"number_is": {"extent": Extent.PART}, "place_words": "a bridge, Varna"}
    some = said("a", "armed_clash", at=60, number="2", **bridge)
    assert portrait([drawn(whole), drawn(some)]).where.text == "Varna"
    assert portrait([drawn(said("a", "armed_clash", number="60", place=None)), drawn(some)]).where.place == "varna"
    assert portrait([drawn(said("a", "armed_clash", number="60", place="upper")), drawn(some)]).where.place == "upper"


def test_the_quarter_with_the_count_is_the_place_and_not_one_where_nobody_was_harmed():
    counted = said("a", "shelling", place="the Sabha quarter", number="4")
    damage = said("a", "shelling", "none", at=60, place_words="the Oskar quarter", on=None)
    where = portrait([drawn(counted), drawn(damage)]).where
    assert (where.place, where.text) == ("varna", "the Sabha quarter")
    town = portrait([drawn(said("a", "shelling", place="the village of Sabha", number="4")), drawn(damage)]).where
    assert (town.place, town.text) == ("varna", "the Oskar quarter")


def test_what_was_struck_in_the_words_for_those_harmed_is_where_they_were():
    hurt = said("a", "shelling", "injured", at=100, number="3")
    hurt = replace(hurt, span=(100, 200))
    struck = said("a", "destruction", "none", at=150, place="harbour", number=None)
    [event] = told(hurt, struck).events
    assert event.where.place == "harbour"
    later = said("a", "destruction", "none", at=210, place="harbour", number=None)
    [event] = told(hurt, later).events
    assert event.where.place == "varna"


def test_what_an_attack_is_said_to_have_struck_is_the_place_of_those_counted_around_the_town():
    """ "27 died outside Varna. Nine of them, found in Varna, were clerks. Sunday's attack hit a market"."""
    whole = said("a", "airstrike", number="27", place_words="outside Varna")
    whole = replace(whole, where=replace(whole.where, precision=PlacePrecision.DISTRICT))
    some = said("a", "airstrike", at=60, number="9", number_is={"extent": Extent.PART})
    struck = said("a", "other", "none", at=120, place_words="a market, Varna")
    assert portrait([drawn(whole), drawn(some), drawn(struck)]).where.text == "a market, outside Varna"
    taken = said("a", "territorial_control", "none", at=120, place_words="a market, Varna")
    assert "market" not in (portrait([drawn(said("a", "airstrike", number="27")), drawn(taken)]).where.text or "")


def test_where_some_were_held_is_not_where_others_were_killed():
    killed = said("a", "shooting", place="upper", place_words="Otra village", number="14")
    held = said("a", "detention", "detained", at=60, place="upper", place_words="a school, Otra village", number="90")
    assert portrait([drawn(killed), drawn(held)]).where.text == "Otra village"
    assert portrait([drawn(held)]).where.text == "a school, Otra village"


def test_a_village_of_a_province_with_the_count_is_the_place_and_not_a_town_where_nobody_is_counted():
    counted = said("a", "armed_clash", place="upper", place_words="Otra village", number="90")
    fought = said("a", "armed_clash", "none", at=60)
    assert portrait([drawn(counted), drawn(fought)]).where.text == "Otra village"
    whole = said("a", "armed_clash", place="upper", number="90")
    assert portrait([drawn(whole), drawn(fought)]).where.place == "varna"


def test_of_two_things_named_in_a_town_the_place_is_that_of_those_counted():
    struck = said("a", "bombing", "none", at=60, place_words="the Harbour pilgrims bus, Varna")
    counted = said("a", "bombing", "injured", at=120, number="22", place_words="the Sabha quarter")
    assert portrait([drawn(struck), drawn(counted)]).where.text == "the Sabha quarter"
    assert portrait([drawn(struck)]).where.text == "the Harbour pilgrims bus, Varna"
