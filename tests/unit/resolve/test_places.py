"""A name of a place becomes one place, or a doubt. It is never known more finely than it was said."""

from dataclasses import replace
from math import cos, radians

import pytest

from sijill.model.place import PlaceId
from sijill.resolve.knowledge import index_places
from sijill.resolve.places import resolve_places
from tests.unit.resolve.island import KNOWN, PLACES, claim, place


def resolved(*texts, settled=None, places=KNOWN.places):
    """(where per text, doubts) of one document that names these places."""
    claims = [claim(where=text, start=20 * i) for i, text in enumerate(texts)]
    found, doubts = resolve_places(claims, places, settled or {})
    return [found[each.id] for each in claims], doubts


@pytest.mark.parametrize(
    ("words", "place", "precision"),
    [
        ("Corvo", "corvo", "settlement"),
        ("the town of Corvo", "corvo", "settlement"),
        ("the northern town of Corvo", "corvo", "settlement"),
        ("Front-held Corvo", "corvo", "settlement"),
        ("Corvo’s", "corvo", "settlement"),
        ("Corvos", "corvo", "settlement"),
        ("a hospital in Corvo", "corvo", "settlement"),
        ("Corvo market", "corvo", "settlement"),
        ("Corvo, Brell", "corvo", "settlement"),
        ("near Corvo", "corvo", "district"),
        ("the outskirts of Corvo", "corvo", "district"),
        ("the northern entrance to Corvo", "corvo", "district"),
        ("the barrens of Corvo", "corvo", "district"),
        ("the eastern countryside of Corvo", "corvo", "district"),
        ("parts of Corvo", "corvo", "district"),
        ("eastern Corvo", "corvo", "district"),
        ("10 km north of Corvo", "corvo", "district"),
        ("بريل", "brell", "settlement"),
        ("مدينة بريل", "brell", "settlement"),
        ("ريف بريل", "north", "province"),
        ("Brell", "brell", "settlement"),
        ("Brell province", "north", "province"),
        ("the governorate of Brell", "north", "province"),
        ("rural Brell", "north", "province"),
        ("rural Corvo", "corvo", "district"),
        ("Calder", "south", "province"),
        ("Upper Reeds", "reeds", "district"),
        ("the neighbourhood of Old Quay", "quay", "site"),
        ("near Old Quay", "quay", "district"),
        ("southern Arvania", "arv", "country"),
        ("near Ostara", None, "unknown"),
    ],
)
def test_words_name_one_place_no_finer_than_said(words, place, precision):
    (where,), doubts = resolved(words)
    assert (where.place, where.precision, where.text) == (place, precision, words)
    assert doubts == []


def test_a_name_of_two_places_is_a_doubt_and_not_a_guess():
    (where,), (doubt,) = resolved("Linden")
    assert (where.place, where.lat) == (None, None)
    assert doubt.question.code == "which_place"
    assert doubt.candidates == ("linden-n", "linden-s")


@pytest.mark.parametrize("words", ["Linden in Calder province", "Linden, Calder", "the village of Linden in Calder"])
def test_the_place_it_is_said_to_lie_in_tells_which(words):
    (where,), doubts = resolved(words)
    assert (where.place, doubts) == ("linden-s", [])


def test_the_other_places_of_the_document_tell_which():
    (_, where), doubts = resolved("Corvo", "Linden")
    assert (where.place, doubts) == ("linden-n", [])


def test_places_of_both_provinces_do_not_tell_which():
    (*_, where), doubts = resolved("Corvo", "Calder", "Linden")
    assert where.place is None
    assert [doubt.question.code for doubt in doubts] == ["which_place"]


def test_the_country_of_the_case_comes_before_others():
    (where,), _ = resolved("Halen")
    assert where.place == "halen"


def test_a_place_said_to_lie_abroad_is_abroad():
    (where,), _ = resolved("Halen, Ostara")
    assert where.place == "halen-abroad"


def test_a_much_larger_town_is_meant_by_the_bare_name():
    (where,), _ = resolved("Marsh")
    assert where.place == "marsh-n"


def test_a_name_that_nothing_is_listed_under_is_a_doubt_with_those_that_sound_alike():
    (where,), (doubt,) = resolved("Korvu")
    assert where.place is None
    assert doubt.question.code == "unknown_place"
    assert doubt.candidates[0] == "corvo"


def test_an_unknown_village_in_a_known_province_is_known_as_the_province():
    (where,), (doubt,) = resolved("the village of Smeaton in Brell province")
    assert (where.place, where.precision) == ("north", "province")
    assert doubt.question.code == "unknown_place"


@pytest.mark.parametrize("words", ["the city", "parts of the town", "a mosque", "the eastern suburbs"])
def test_words_that_name_nothing_are_no_place_and_no_doubt(words):
    (where,), doubts = resolved(words)
    assert (where.place, where.text, doubts) == (None, words, [])


@pytest.mark.parametrize(("words", "precision"), [("the city", "settlement"), ("parts of the town", "district")])
def test_the_city_is_the_only_one_that_the_document_names(words, precision):
    (_, where), doubts = resolved("Corvo", words)
    assert (where.place, where.precision, doubts) == ("corvo", precision, [])


@pytest.mark.parametrize("others", [("Corvo", "Brell"), ("Corvo", "Linden in a dream"), ("Calder",)])
def test_the_city_is_left_open_where_the_document_names_several_or_none(others):
    (*_, where), _ = resolved(*others, "the city")
    assert where.place is None


def test_what_an_analyst_settled_wins():
    (where,), doubts = resolved("Linden", settled={"linden": "linden-s"})
    assert (where.place, doubts) == ("linden-s", [])


def test_one_name_is_one_doubt_for_a_document_and_names_its_claims():
    _, doubts = resolved("Linden", "Linden", "Linden")
    assert len(doubts) == 1
    assert len(doubts[0].about) == 4


def test_the_market_is_in_the_town_that_heads_a_report_which_names_no_place():
    (market,) = (claim(where="the market", start=0),)
    found, _ = resolve_places([market], KNOWN.places, {}, "Corvo Hospital: statement")
    assert found[market.id].place == "corvo"


def test_a_heading_says_nothing_where_the_report_names_a_place_itself():
    market, other = claim(where="the market", start=0), claim(where="Brell province", start=40)
    found, _ = resolve_places([market, other], KNOWN.places, {}, "Corvo Hospital: statement")
    assert found[market.id].place is None


@pytest.mark.parametrize(
    ("words", "north_km", "east_km", "precision"),
    [
        ("10 km north of Corvo", 10, 0, "district"),
        ("about 10 kilometres (6 miles) south-west of the town of Corvo", -7.07, -7.07, "district"),
        ("12 miles east of Corvo", 0, 19.3, "district"),
        ("60 km to the east of Corvo", 0, 60, "province"),
        ("10 كم شرق بريل", 0, 10, "district"),
    ],
)
def test_a_distance_and_a_direction_move_the_point_and_never_make_it_finer(words, north_km, east_km, precision):
    """Half of the distance may be wrong: a direction is an eighth of a circle, and distances are round."""
    (moved, centre), doubts = resolved(words, "بريل" if "بريل" in words else "Corvo")
    assert (doubts, moved.place, moved.precision) == ([], centre.place, precision)
    assert (moved.lat - centre.lat) * 111.2 == pytest.approx(north_km, abs=0.05)
    assert (moved.lon - centre.lon) * 111.2 * cos(radians(centre.lat)) == pytest.approx(east_km, abs=0.05)


def test_a_distance_without_a_direction_is_around_the_place():
    (around, centre), _ = resolved("10 km from Corvo", "Corvo")
    assert (around.lat, around.lon, around.precision) == (centre.lat, centre.lon, "district")


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("Amal hospital in Corvo", "settlement"),
        ("the Sabha neighbourhood, Corvo", "settlement"),
        ("the Sabha neighbourhood of Corvo", "settlement"),
        ("Tanners Street in the Sabha neighbourhood, Corvo", "settlement"),
        ("the Sabha neighbourhood, west of Corvo", "district"),
        ("Tanners Street, in the Sabha area, east of Corvo", "district"),
        ("al-Amal hospital, northern Corvo", "district"),
        ("Block 4 of al-Corvo camp", "settlement"),
        ("Tal Harun, Corvo", "district"),
    ],
)
def test_what_nothing_lists_is_as_wide_as_what_it_is_said_to_lie_in(words, precision):
    """A hospital in a town is in it; an unknown name beside a town may be a village some way off. Both are asked."""
    (where,), (doubt,) = resolved(words)
    assert (where.place, where.precision, doubt.question.code) == ("corvo", precision, "unknown_place")


@pytest.mark.parametrize(
    ("words", "place", "precision"),
    [
        ("the Tanners district", "corvo", "settlement"),
        ("another district of the city", "corvo", "district"),
        ("Sailors Hospital", "corvo", "settlement"),
        ("the village of Unlisted", None, "unknown"),
    ],
)
def test_a_quarter_or_building_that_is_not_listed_lies_in_the_town_told_before(words, place, precision):
    (_, where), doubts = resolved("Corvo", words)
    assert (where.place, where.precision, where.text) == (place, precision, words)
    assert [doubt.question.code for doubt in doubts] == ["unknown_place"] * ("city" not in words)


@pytest.mark.parametrize(
    ("told", "words", "place"),
    [
        (("Brell province", "Brell"), "a suburb of the city", "brell"),
        (("Brell", "Halen", "Brell province"), "the north of the province", "north"),
        (("Halen", "Corvo"), "the north of the province", "north"),
        (("Brell province", "Corvo", "Halen"), "another district of the town", "halen"),
    ],
)
def test_a_part_of_the_city_or_the_province_is_in_that_which_was_told_last(told, words, place):
    *_, where = resolved(*told, words)[0]
    assert where.place == place


def test_a_quarter_lies_nowhere_before_a_town_is_told():
    (where, _), _ = resolved("the Tanners district", "Corvo")
    assert where.place is None


def test_a_quarter_told_after_the_land_around_a_town_is_no_finer_than_that():
    (_, where), _ = resolved("eastern Corvo", "the Tanners district")
    assert (where.place, where.precision) == ("corvo", "district")


def test_a_quarter_told_after_a_known_one_lies_in_the_town_of_that():
    known = index_places([*PLACES, place("ropes", "Ropemakers", kind="site", within="corvo north arv")])
    (_, _, where), _ = resolved("Marsh", "the Ropemakers quarter", "the Tanners district", places=known)
    assert (where.place, where.precision) == ("corvo", "settlement")


def test_a_street_called_like_a_town_is_not_in_it():
    """Streets are called after towns far away; so are hotels and restaurants."""
    (where,), (doubt,) = resolved("Corvo Street")
    assert (where.place, doubt.question.code) == (None, "unknown_place")


def test_a_quarter_called_like_a_country_is_not_that_country():
    (where, told), _ = resolved("the Ostara neighbourhood", "the Ostara neighbourhood of Corvo")
    assert (where.place, told.place, told.precision) == ("corvo", "corvo", "settlement")


def test_a_village_told_again_lies_in_what_it_was_said_to_lie_in():
    """Where nothing is listed under its name, and it is not said to lie in two places."""
    (bare, told), _ = resolved("Otra village", "Otra village in Corvo")
    assert (bare.place, bare.precision, bare.text) == (told.place, told.precision, "Otra village")
    (bare, *_), _ = resolved("Otra village", "Otra village in Corvo", "Otra village in Calder province")
    assert bare.place is None


def test_what_lies_in_a_quarter_is_there_and_what_lies_beside_it_is_around():
    for words, precision in (("Mill Lane in Old Quay", "site"), ("Otra village in Corvo", "district")):
        (where,), _ = resolved(words)
        assert where.precision == precision
    (beside,), _ = resolved("Otra village, west of Old Quay")
    assert (beside.place, beside.precision) == ("quay", "district")


def test_the_crossing_or_airport_of_a_town_is_around_it():
    for words in ("Corvo crossing", "Corvo airport"):
        (where,), doubts = resolved(words)
        assert (where.place, where.precision, doubts) == ("corvo", "district", [])


def test_a_quarter_called_like_a_village_elsewhere_is_not_that_village():
    """Only the place it is said to lie in is known, and the name is asked."""
    away = replace(place("faraway", "Sabha", within="south arv"), lat=1.5)
    known = index_places([*PLACES, away], home=[PlaceId("arv")])
    (where,), (doubt,) = resolved("the Sabha area, east of Corvo", places=known)
    assert (where.place, where.precision) == ("corvo", "district")
    assert (doubt.question.code, doubt.candidates) == ("unknown_place", ("faraway",))
    (alone,), doubts = resolved("Sabha", places=known)
    assert (alone.place, doubts) == ("faraway", [])


def test_the_old_city_of_a_town_is_a_quarter_of_it():
    (where,), (doubt,) = resolved("the walled Old City of Corvo")
    assert (where.place, where.precision, doubt.question.code) == ("corvo", "settlement", "unknown_place")


def test_a_village_of_a_nation_is_in_its_country_and_a_hospital_of_that_name_anywhere():
    (village, hospital, _, told), _ = resolved(
        "an Arvanian village", "the Arvanian Hospital", "Corvo", "the Arvanian Hospital"
    )
    assert (village.place, hospital.place, told.place) == ("arv", None, "corvo")


def test_a_nationality_before_a_kind_of_place_is_no_name_of_a_part():
    (where,), doubts = resolved("the Arvanian area of Corvo")
    assert (where.place, where.precision, doubts) == ("corvo", "district", [])


def test_a_headline_over_a_village_of_the_province_names_the_province():
    (headline, village), _ = resolved("Brell", "the village of Corvo")
    assert (headline.place, village.place) == ("north", "corvo")


@pytest.mark.parametrize("other", ["Brell", "Halen"])
def test_a_headline_over_nothing_else_of_its_province_names_the_town(other):
    (headline, _), _ = resolved("Brell", other)
    assert headline.place == "brell"


@pytest.mark.parametrize("bare", [(), ("Halen",)])
def test_a_quarter_whose_name_is_listed_only_in_another_province_is_not_that_place(bare):
    wheres, doubts = resolved("Corvo", "the Halen district", *bare)
    assert [where.place for where in wheres] == ["corvo"] * len(wheres)
    [doubt] = doubts
    assert doubt.question.code == "unknown_place"


def test_a_quarter_of_the_same_province_and_a_town_of_another_are_what_is_listed():
    assert [where.place for where in resolved("Corvo", "the Old Quay district")[0]] == ["corvo", "quay"]
    assert [where.place for where in resolved("Corvo", "Halen")[0]] == ["corvo", "halen"]


@pytest.mark.parametrize("words", ["the central city of Halen", "south of the town of Halen", "areas of Halen"])
def test_a_part_of_a_town_is_no_quarter_of_another_that_bears_its_name(words):
    wheres, doubts = resolved("Corvo", words, "Halen")
    assert ([where.place for where in wheres], doubts) == (["corvo", "halen", "halen"], [])


def test_the_city_is_the_town_told_also_beside_a_school_in_it_that_nothing_lists():
    (_, _, city), _ = resolved("Corvo", "the Tanners school in Corvo", "the central city")
    assert city.place == "corvo"


def test_the_town_before_its_suburb_is_not_the_place_but_the_suburb_is():
    (quarter, there), doubts = resolved("the Brell suburb of Old Quay", "the Old Quay suburb of Brell")
    assert (quarter.place, quarter.text, there.place) == ("quay", "Old Quay", "quay")
    assert doubts == []


@pytest.mark.parametrize(
    ("before", "bare"),
    [
        (("Brell province",), "north"),
        (("the city of Brell", "Brell province"), "north"),
        (("Brell province", "the city of Brell"), "brell"),
        (("Halen",), "brell"),
    ],
)
def test_a_bare_name_after_that_of_its_province_is_the_province(before, bare):
    claims = [claim(where=text, start=500 + 20 * i) for i, text in enumerate((*before, "Brell"))]
    found, _ = resolve_places(claims, KNOWN.places, {})
    assert found[claims[-1].id].place == bare


@pytest.mark.parametrize(
    ("words", "at", "precision"),
    [
        ("the road between Corvo and Brell", "corvo", "district"),
        ("the road between Tarn and Corvo", "corvo", "district"),
        ("an area between Corvo and the border with Ostara", "corvo", "district"),
        ("villages between Corvo and Farrow", "north", "province"),
        ("the road between Tarn and Oskar", None, "unknown"),
        ("the border between Arvania and Ostara", None, "unknown"),
    ],
)
def test_what_lies_between_two_is_around_one_of_them_unless_they_lie_far_apart(words, at, precision):
    far = replace(place("farrow", "Farrow", within="north arv"), lat=2.0)
    known = index_places([*PLACES, far], home=[PlaceId("arv")])
    (where,), _ = resolved(words, places=known)
    assert (where.place, where.precision, where.text) == (at, precision, words)
