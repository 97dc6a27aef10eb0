"""A headline or lead that describes a place, or names only the country, is where a sentence soon after says it was."""

from dataclasses import replace

import pytest

from sijill.model.claim import Part, Reading
from sijill.resolve.places import resolve_places
from sijill.resolve.scenes.grounds import on_their_ground
from tests.unit.resolve.island import KNOWN, claim
from tests.unit.resolve.test_scenes import told

LEAD = "Air strikes killed 12 people in {}, a monitor said. {}"


@pytest.mark.parametrize("where", ["a town in the north", "a rebel-held village"])
@pytest.mark.parametrize(
    "then",
    [
        "The raids on Corvo began at dawn, the mayor said.",
        "Warplanes bombed Corvo in the province of Brell twice, the mayor said.",
        "The attack on Corvo was the third of its kind.",
    ],
)
def test_the_place_that_the_next_sentence_names_is_that_of_the_lead(where, then):
    found, readings = told(LEAD.format(where, then))
    assert found[0] == (12, None, "corvo")
    [part] = [each for each in next(iter(readings.values())).parts if each.field == "ground"]
    assert (part.rule, part.carried) == ("news place", True)


@pytest.mark.parametrize(
    ("then", "place"),
    [
        ("The raids, heavier than in recent weeks, centred around Corvo.", "corvo"),
        ("The raids took place outside Corvo, a nurse said.", "corvo"),
        ("Raids took place outside Corvo.", None),
        ("The raids took place amid clashes in Corvo.", None),
        ("The mayor said that the harvest took place outside Corvo.", None),
    ],
)
def test_a_sentence_that_only_says_where_places_what_the_one_before_told(then, place):
    talk = "Officials met in the evening and talked of the harvest of the year. " * 14
    found, _ = told(f"{talk}Raids killed 12 people in an eastern province on Monday. {then}")
    assert found == [(12, "2031-05-19", place)]


@pytest.mark.parametrize(
    ("then", "place"),
    [
        ("The bomb went off at the gate of the Corvo hospital, a nurse said.", "corvo"),
        ("A man worked at a Corvo hospital, a nurse said.", None),
        ("A man left a cart at the gate of the Corvo hospital, a nurse said.", None),
        ("Nine carts of wounded were brought to the Corvo hospital.", None),
        ("The governor talked for an hour at the Corvo hospital.", None),
        ("Those who fled reached the Corvo hospital.", None),
        ("Nine people died at the Corvo hospital.", None),
    ],
)
def test_a_building_is_the_one_that_a_later_sentence_names(then, place):
    found, _ = told(f"A bomb killed 12 people at a hospital on Monday. Officials met in the evening. {then}")
    assert found[0] == (12, "2031-05-19", place)


@pytest.mark.parametrize(
    ("where", "then"),
    [
        ("a town in the north", "Gunmen killed three people in Corvo."),
        ("a town in the north", "An earlier raid hit Corvo."),
        ("a town in the north", "The raids on Corvo and on Halen began at dawn."),
        ("a town in the north", "Last month air strikes hit Corvo."),
        ("a town in the north", "The army seized Corvo."),
        ("Sarkland", "The raids on Corvo began at dawn."),
        ("Brell province", "Warplanes bombed Corvo twice."),
        ("Brell province", "The raids on Corvo began at dawn. The raids on Mosk went on until noon."),
        ("Halen", "The raids on Corvo began at dawn."),
        ("Brell province", "The raids hit the Oskar district of Corvo and the northern Sabha quarter."),
        ("Brell province", "Five people were killed in Corvo. The raids on Corvo began at dawn."),
        ("a town in the north", "The fighters among the dead fell in Mosk. Fighters died in Corvo. The raid on Corvo."),
    ],
)
def test_not_the_place_of_others_of_another_time_of_two_places_or_of_another_country(where, then):
    found, _ = told(LEAD.format(where, then))
    assert found[0][2] != "corvo"


@pytest.mark.parametrize(
    "then",
    [
        "The raids on Corvo began at dawn, the mayor said.",
        "Tuesday's raids struck Corvo, the mayor said.",
        "Twelve people were killed in Corvo, the mayor said.",
        "The mayor said that all the deaths took place at Corvo below the Lazy River.",
    ],
)
def test_a_province_gives_way_to_the_town_in_it_where_the_same_attack_or_number_is_told_of(then):
    found, _ = told(LEAD.format("Brell province", then))
    assert (found[0][0], found[0][2]) == (12, "corvo")


def test_those_of_whom_the_lead_has_one_number_died_where_their_sort_did():
    lead = "Air strikes killed 12 fighters and six civilians, a monitor said. "
    found, _ = told(lead + "The monitor said the fighters were killed in Corvo and the civilians were killed in Halen.")
    assert found[:2] == [(12, None, "corvo"), (6, None, "halen")]
    found, _ = told(lead + "Nine fighters died in Mosk, a medic said. The fighters were buried in Corvo.")
    assert [place for _, _, place in found[:2]] == [None, None]


def test_in_arabic_too_each_sort_died_where_it_is_told_of():
    lead = "قتل 12 مقاتلا وستة مدنيين في غارات في أرفانيا. "
    _, readings = told(lead + "قتل المقاتلون في بلدة كورفو وقتل المدنيون في بلدة هالن.")
    grounds = [[part.value for part in each.parts if part.field == "ground"] for each in readings.values()]
    assert grounds[:2] == [["بلدة كورفو"], ["بلدة هالن"]]


@pytest.mark.parametrize(
    ("said", "ground", "place", "words"),
    [
        ("Arvania", "Corvo", "corvo", "Corvo"),
        ("a village", "Corvo", "corvo", "a village"),
        (None, "Corvo", "corvo", "Corvo"),
        ("Sarkland", "Corvo", None, "Sarkland"),
        ("Halen", "Corvo", "halen", "Halen"),
        ("a village", "Nowhere", None, "Nowhere"),
        ("Brell province", "Corvo", "corvo", "Corvo"),
        ("Brell province", "the village of Nowhere", "north", "the village of Nowhere"),
        ("Corvo", "the Harbour district", "corvo", "the Harbour district"),
        ("Corvo", "the village of Nowhere", "corvo", "Corvo"),
        ("Corvo", "Brell province", "corvo", "Corvo"),
        ("Corvo", "Marsh", "corvo", "Corvo"),
        ("Brell", "Corvo", "corvo", "Corvo"),
        ("near Ostara", "Corvo", "corvo", "Corvo"),
        ("an eastern province", "outside Corvo", "corvo", "outside Corvo"),
        ("a hospital", "outside Corvo", "corvo", "a hospital"),
    ],
)
def test_a_country_gives_way_to_a_place_in_it_and_words_that_describe_stay(said, ground, place, words):
    told_of = claim(where=said)
    part = Part(field="ground", start=2, end=3, rule="news place", value=ground, carried=True)
    wheres, _ = resolve_places([told_of], KNOWN.places, {})
    readings = {told_of.id: Reading(claim=told_of.id, rules=(), parts=(part,))}
    wheres |= on_their_ground([told_of], wheres, readings, KNOWN.places, {})
    assert (wheres[told_of.id].place, wheres[told_of.id].text) == (place, words)


@pytest.mark.parametrize(
    ("said", "place"),
    [("the capital", "corvo"), ("a district of the Arvanian capital", "corvo"), ("the town", None)],
)
def test_the_capital_is_the_one_that_was_named(said, place):
    told_of = claim(where=said)
    part = Part(field="ground", start=2, end=3, rule="the capital", value="Corvo", carried=True)
    wheres, _ = resolve_places([told_of], KNOWN.places, {})
    readings = {told_of.id: Reading(claim=told_of.id, rules=(), parts=(part,) if "capital" in said else ())}
    wheres |= on_their_ground([told_of], wheres, readings, KNOWN.places, {})
    assert wheres[told_of.id].place == place


def test_a_district_of_the_capital_is_not_in_the_town_told_before():
    before, told_of = claim(where="Halen"), replace(claim(where="a district of the capital"), span=(60, 80))
    part = Part(field="ground", start=2, end=3, rule="the capital", value="Corvo", carried=True)
    wheres, _ = resolve_places([before, told_of], KNOWN.places, {})
    readings = {told_of.id: Reading(claim=told_of.id, rules=(), parts=(part,))}
    wheres |= on_their_ground([before, told_of], wheres, readings, KNOWN.places, {})
    assert (wheres[told_of.id].place, wheres[told_of.id].text) == ("corvo", "a district of the capital")


@pytest.mark.parametrize(("did", "day"), [("Police named", "2031-05-19"), ("The army freed", None)])
def test_only_who_was_freed_was_taken_before(did, day):
    found, _ = told(f"Gunmen stormed a mill in Corvo on Monday. {did} 23 weavers who were abducted.")
    assert found == [(23, day, "corvo")]


FIGHT = "Rebels fought the army in Halen on Sunday. Army shelling killed two men on Monday. "


@pytest.mark.parametrize(
    ("then", "place"),
    [
        ("Ada Orr and Jon Quill were killed in army shelling of Corvo.", "corvo"),
        ("Ada Orr and Jon Quill were also killed in army shelling of Corvo.", "halen"),
        ("Ada Orr and Jon Quill were killed in army shelling of Corvo on Tuesday.", "halen"),
        ("Ada Orr, Tam Bell and Jon Quill were killed in army shelling of Corvo.", "halen"),
        ("Ada Orr and Jon Quill were killed in a rebel ambush in Corvo.", "halen"),
        ("Army shelling killed two men in Corvo.", "halen"),
    ],
)
def test_those_who_are_named_next_say_where_it_was_that_had_been_taken_from_before(then, place):
    found, _ = told(FIGHT + then)
    assert next(each for each in found if each[0] == 2)[2] == place
