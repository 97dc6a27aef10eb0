"""Two incidents that have a town, a day or a sentence in common, and the near misses: one incident told in two ways."""

from dataclasses import replace

import pytest

from sijill.link.events import link_events
from sijill.link.pairs.bonds import compare_bonds, compare_breaths
from sijill.link.pairs.compare import compare_acts, compare_places, compare_scenes
from sijill.link.pairs.sketch import sketch
from sijill.link.pairs.villages import are_two_villages
from sijill.model.claim import Act
from sijill.model.document import DocumentId
from sijill.model.place import PlaceId, PlacePrecision, Where
from tests.unit.link.claims import PLACES, groups, ids, link, said, victims


def linked(*claims):
    """The claims of each event of two reports."""
    told = {"a": "2031-05-04", "b": "2031-05-04"}
    return groups(link_events(claims, published=told, order={"a": 0, "b": 1}, places=PLACES))


def drawn(*claims):
    return [sketch(each, PLACES) for each in claims]


def unlisted(claim, words):
    """At a place that no table has."""
    return replace(claim, where=Where(text=words))


def test_two_acts_that_say_nothing_are_no_sign_of_one_incident():
    one, other = said("a", "other", "none", by=()), said("b", "other", "none", by=())
    assert compare_acts(*drawn(one, other)) == "may_be_one"
    assert compare_acts(*drawn(one, said("a", "other", "injured", at=90, on=None))) == "told_on"
    assert compare_acts(*drawn(said("a", "bombing"), said("b", "bombing"))) == "same_act"


def test_two_reports_of_one_town_and_day_that_tell_of_a_bomb_and_of_a_fight_are_of_two_incidents():
    bomb = said("a", "bombing", number="7", by=())
    fight = said("b", "armed_clash", number="3", by=(), place="harbour")
    assert linked(bomb, fight) == {ids(bomb), ids(fight)}
    again = said("b", "armed_clash", number="at least 30")
    many = said("a", "shelling", number="30")
    assert linked(many, again) == {ids(many, again)}


def test_gas_in_another_report_is_not_what_a_bomb_did():
    bomb, gas = said("a", "bombing", number="7"), said("b", "chemical_attack", number="9")
    assert compare_acts(*drawn(bomb, gas)) == "other_act"
    assert compare_acts(*drawn(said("a", "killing", number="9"), gas)) == "may_be_one"
    assert compare_acts(*drawn(said("a", "shelling"), said("a", "chemical_attack", at=60))) == "may_be_one"


def test_an_offensive_of_which_a_report_says_nothing_more_holds_it_to_no_other_report():
    bomb = said("a", "bombing", number="7", by=())
    gas = said("b", "chemical_attack", number="9", by=())
    offensive = said("b", "other", "none", at=60, by=())
    assert linked(bomb, gas, offensive) == {ids(bomb), ids(gas, offensive)}


def test_a_count_in_a_village_that_no_table_has_is_not_in_the_town_named_next():
    village = unlisted(said("a", "airstrike", number="3"), "the village of Tarn")
    town = said("a", "airstrike", at=90, place="lisse", number="7")
    assert compare_scenes(*drawn(village, town)) is None
    nowhere = replace(village, where=Where(text="a rebel-held village"))
    assert compare_scenes(*drawn(nowhere, town)) == "says_where"
    square = said("a", "airstrike", at=90, place="lisse", place_words="the square", quote="fell on the square")
    assert compare_scenes(*drawn(replace(village, where=Where()), square)) is None


def test_a_village_that_no_table_has_is_told_of_beside_a_town_and_makes_up_the_total_with_it():
    whole = said("a", "airstrike", place="marrow", number="10", voice=("the monitor",))
    village = unlisted(said("a", "airstrike", at=300, number="3", voice=("the monitor",)), "the village of Tarn")
    town = said("a", "airstrike", at=350, place="lisse", number="7", voice=("the monitor",))
    undated = [replace(each, when=replace(each.when, start=None, end=None, text=None)) for each in (village, town)]
    made = link(whole, *undated)
    assert made.aside == {whole.id: "sum"}
    assert len(made.events) == 2


def test_a_village_that_no_table_has_is_no_other_place_of_its_report_within_reach():
    near, far = Where(text="Oskar in Varna", precision=PlacePrecision.DISTRICT), Where(text="the village of Tarn")
    one, other = said("a", "killing", number="3"), said("a", "killing", at=300, number="3")
    one = replace(one, where=replace(near, place=PlaceId("varna")))
    other = replace(other, where=replace(far, place=PlaceId("lisse"), precision=PlacePrecision.DISTRICT))
    places = {**PLACES, PlaceId("lisse"): replace(PLACES[PlaceId("lisse")], lat=10.1, lon=10.1)}
    assert compare_places(*(sketch(each, places) for each in (one, other))) == "apart"
    elsewhere = replace(other, document=DocumentId("doc_b"))
    assert compare_places(*(sketch(each, places) for each in (one, elsewhere))) == "within_reach"
    named = replace(other, where=replace(other.where, text="near Lisse"))
    assert compare_places(*(sketch(each, places) for each in (one, named))) == "within_reach"


def test_without_a_number_those_of_a_name_in_a_known_district_are_not_those_of_another_name():
    one, other = said("a", "killing", number="scores"), said("a", "killing", at=300, number="many")
    district = Where(text="Oskar in Eastvale", place=PlaceId("eastvale"), precision=PlacePrecision.DISTRICT)
    one, other = replace(one, where=district), replace(other, where=Where(text="Tarn Mills"))
    assert compare_places(*drawn(one, other)) == "apart"
    province = Where(text="Oskar in Upper", place=PlaceId("upper"), precision=PlacePrecision.PROVINCE)
    assert compare_places(*drawn(replace(one, where=province), other)) == "apart"
    whole = replace(province, text="Upper")
    assert compare_places(*drawn(replace(one, where=whole), other)) == "not_listed"
    assert compare_places(*drawn(one, replace(other, where=Where(text="the mills")))) != "apart"
    assert compare_places(*drawn(one, replace(other, where=Where(text="Oscar")))) != "apart"


def test_another_shell_beside_another_place_is_another_incident():
    first = said("a", "shelling", number="2", by=())
    words = "Another mortar shell fell on Lisse"
    then = said("a", "shelling", "none", at=90, on=None, place="lisse", by=(), quote=words)
    assert compare_bonds(*drawn(first, then)) == "opens_another"
    elsewhere = replace(then, quote="Meanwhile shells fell on Lisse")
    assert compare_bonds(*drawn(first, elsewhere)) == "opens_another"
    same = said("a", "shelling", "none", at=90, on=None, by=(), quote="Another mortar shell fell on Varna")
    assert compare_bonds(*drawn(first, same)) is None
    assert compare_bonds(*drawn(first, replace(then, quote="Another witness in Lisse saw shells"))) is None
    assert compare_bonds(*drawn(first, replace(then, quote="Another shell fell"))) is None


def test_a_sentence_that_begins_with_also_is_of_another_breath():
    hurt = said("a", "other", "injured", number="3", by=())
    dead = said("a", "other", number="9", at=42, by=(), quote="killed nine")
    assert compare_breaths(*drawn(hurt, dead)) == "in_one_breath"
    assert compare_breaths(*drawn(hurt, replace(dead, quote="Also, troops killed nine"))) is None


def test_what_the_same_words_tell_besides_of_the_dead_is_of_those_whom_they_count():
    three = said("a", "killing", number="3", by=())
    hanged = said("a", "execution", by=(), place="upper", quote=three.quote)
    assert compare_bonds(*drawn(three, hanged)) == "of_the_same_words"
    assert compare_bonds(*drawn(three, replace(hanged, span=(60, 100)))) is None
    assert compare_bonds(*drawn(three, said("a", "detention", "detained", by=(), quote=three.quote))) is None
    assert compare_bonds(*drawn(three, said("a", "killing", number="2", by=(), quote=three.quote))) is None


def test_what_was_done_also_at_a_building_is_another_incident_than_that_of_the_town_told_before():
    town = said("a", number="1", by=())
    clinic = said("a", at=90, number="many", by=(), place_words="Oskar Hospital in Varna")
    clinic = replace(clinic, quote="troops also killed many near Oskar Hospital in Varna")
    assert groups(link(town, clinic)) == {ids(town), ids(clinic)}
    without = replace(clinic, quote="troops killed many near Oskar Hospital in Varna")
    assert groups(link(town, without)) == {ids(town, without)}


def test_civilians_who_died_in_that_fight_are_of_the_fight_told_before():
    fighters = said("a", "armed_clash", number="70", victims=victims("70 rebels", status="combatant"))
    words = "Five farmers were killed in Saturday's fighting for the village of Tarn"
    farmers = victims("Five farmers", status="civilian")
    then = unlisted(said("a", "armed_clash", at=400, number="5", victims=farmers, quote=words), "the village of Tarn")
    assert groups(link(fighters, then)) == {ids(fighters, then)}
    other = replace(then, quote="Five farmers were killed in fighting for the village of Tarn")
    assert groups(link(fighters, other)) == {ids(fighters), ids(other)}
    assert compare_bonds(*drawn(fighters, other)) is None
    assert compare_bonds(*drawn(fighters, replace(then, victims=victims("Five rebels", status="combatant")))) is None
    assert compare_bonds(*drawn(fighters, replace(then, span=(1400, 1440)))) is None


def test_those_executed_and_those_who_fell_in_the_fight_by_other_names_are_of_two_incidents():
    shot = victims("more than 50 Varran conscripts", status="combatant")
    executed = said("a", "execution", number="more than 50", victims=shot)
    fell = victims("more than 35 Column gunmen")
    fight = said("a", "armed_clash", at=90, number="more than 35", victims=fell, by=(), voice=("the monitor",))
    assert groups(link(executed, fight)) == {ids(executed), ids(fight)}
    alike = replace(fight, victims=victims("more than 35 people"))
    assert groups(link(executed, alike)) == {ids(executed, alike)}


def test_shells_and_a_fight_are_held_against_each_other_whenever_their_dead_were_counted():
    fight = said("a", "armed_clash", on=None, number="at least 16", by=())
    shells = said("a", "shelling", at=300, on=None, number="5", by=(), as_of="2031-05-04", voice=("the radio",))
    assert groups(link(fight, shells)) == {ids(fight), ids(shells)}
    again = replace(shells, act=fight.act)
    assert groups(link(fight, again)) == {ids(fight, again)}


def test_villages_of_two_names_that_no_table_has_are_two_places():
    one = unlisted(said("a", number="many", quote="killed many in the village of Tarn"), "the village of Tarn")
    words = "the village of Oskar in Upper"
    other = said("a", at=60, place="upper", number="many", place_words=words)
    assert compare_places(*drawn(one, other)) == "apart"
    again = said("a", at=60, place="upper", number="many", place_words="the village of Tarne in Upper")
    assert compare_places(*drawn(one, again)) != "apart"
    mill = said("a", at=60, place="upper", number="many", place_words="the Oskar mill in Upper")
    assert compare_places(*drawn(one, mill)) != "apart"
    assert compare_places(*drawn(one, replace(other, document="b"))) != "apart"


def test_so_are_two_of_which_each_is_in_another_province():
    near = {**PLACES, "nether": replace(PLACES["upper"], id="nether", name="Nether", lat=10.6)}
    one = said("a", number="many", place="upper", place_words="the town of Tarn in Upper")
    other = said("a", at=60, place="upper", number="many", place_words="Oskar, the fields of Nether")
    other = replace(other, where=replace(other.where, place="nether", lat=10.6))
    assert are_two_villages(sketch(one, near), sketch(other, near))
    assert not are_two_villages(sketch(one, near), sketch(replace(other, where=Where(text="the Oskar mill")), near))
    assert not are_two_villages(sketch(one, near), sketch(replace(other, document="b"), near))


def test_what_is_told_after_the_latest_of_a_series_is_one_before_it():
    news = said("a", "bombing", "none", on=None, by=(), quote="The blast is the latest in a series of attacks on Varna")
    school = said("a", "bombing", number="52", at=60, on="2031-03", by=(), quote="In 2031-03 a bomb in Varna killed 52")
    assert compare_bonds(*drawn(news, school)) == "opens_another"
    assert compare_bonds(*drawn(replace(news, quote="The blast hit Varna"), school)) is None
    assert compare_bonds(*drawn(news, replace(school, quote="It killed 52"))) is None
    undated = said("a", "bombing", number="52", at=60, on=None, by=(), quote="It killed 52")
    assert compare_bonds(*drawn(news, undated)) is None


def test_gas_is_no_fight_of_others_that_its_report_tells():
    gas = said("a", "chemical_attack", "none", at=90, by=("nor",))
    storm = said("a", "armed_clash", "none", by=("fre",))
    assert compare_bonds(*drawn(storm, gas)) == "gas_beside_a_fight"
    assert compare_bonds(*drawn(replace(storm, act=Act.OTHER), gas)) == "gas_beside_a_fight"
    assert compare_bonds(*drawn(said("a", "armed_clash", "none", by=("fre", "nor")), gas)) is None
    assert compare_bonds(*drawn(said("a", "armed_clash", "none", by=()), gas)) is None
    assert compare_bonds(*drawn(said("a", "armed_clash", by=("fre",), number="9"), gas)) is None
    assert compare_bonds(*drawn(said("a", "shelling", "none", by=("fre",)), gas)) is None
    assert compare_bonds(*drawn(replace(storm, document="b"), gas)) is None
    assert compare_bonds(*drawn(replace(storm, span=gas.span), gas)) is None
    assert compare_bonds(*drawn(storm, said("a", "chemical_attack", "none", at=90, by=("gunmen",)))) is None


def test_whom_the_fighting_has_driven_out_are_those_of_no_single_bombing():
    bomb = said("a", "bombing", "none", by=())
    words = "The violence has forced thousands of residents to flee"
    fled = said("a", "displacement", "displaced", at=90, on=None, by=(), quote=words)
    assert compare_bonds(*drawn(bomb, fled)) == "of_the_wider_fighting"
    assert compare_bonds(*drawn(bomb, replace(fled, quote="The blast has forced thousands to flee"))) is None
    assert compare_bonds(*drawn(bomb, replace(fled, quote="The violence forced thousands to flee"))) is None
    assert compare_bonds(*drawn(said("a", "armed_clash", "none", by=()), fled)) is None
    assert compare_bonds(*drawn(bomb, said("a", "displacement", "displaced", at=90, by=(), quote=words))) is None


def test_a_day_of_weeks_before_is_not_that_of_what_others_do_next():
    told, quote = "2031-06-20", "On 2031-05-03 the Coast fired rockets, killing six"
    then = said("a", "shelling", number="6", by=("fre",), quote=quote)
    now = said("a", "airstrike", "none", at=90, on=None, by=("nor",), quote="In Varna raids of Norland brought chaos")

    def bond(then, now, published=told):
        return compare_bonds(sketch(then, PLACES, published), sketch(now, PLACES, published))

    assert bond(then, now) == "looks_back"
    assert bond(then, now, "2031-05-04") is None
    assert bond(said("a", "shelling", number="6", on="2031-05", by=("fre",)), now) is None
    assert bond(then, said("a", "airstrike", "none", at=90, on=None, by=("fre",))) is None
    assert bond(then, said("a", "airstrike", "none", at=90, on=None, by=())) is None
    assert bond(then, said("a", "airstrike", "none", at=90, by=("nor",))) is None
    assert bond(then, said("a", "airstrike", at=90, on=None, by=("nor",), number="2")) is None
    assert bond(then, said("a", "shelling", "none", at=90, on=None, by=("nor",))) is None
    assert bond(then, said("a", "airstrike", "none", at=90, on=None, by=("nor",), voice=("Ada/local/",))) is None


@pytest.mark.parametrize("words", ["a nearby village", "another part of the city", "a neighbouring town"])
def test_what_was_done_to_another_place_than_the_one_told_is_another_incident(words):
    killed = said("a", "shelling", by=(), number="9")
    beside = replace(said("a", "shelling", "none", at=90, by=("fre",), number=None), where=Where(text=words))
    assert compare_places(*drawn(killed, beside)) == "apart"
