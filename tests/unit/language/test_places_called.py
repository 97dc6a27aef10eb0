"""A place is called by what the words name in it too, where no table has that."""

import pytest

from sijill.language.places.calling import called, is_everywhere, stands_in, unlisted, without_site
from sijill.model.place import Place, PlaceId

NAMAR = Place(id=PlaceId("namar"), name="Namar", aliases=("Nammar", "نمار"))
PROVINCE = Place(id=PlaceId("n"), name="Namar governorate", aliases=("Namar",), kind="province")
RURITANIA = Place(id=PlaceId("r"), name="Ruritania", kind="country")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the village of Sabha in Namar province", "village of Sabha, Namar governorate"),
        ("the rebel-held town of Sabha", "town of Sabha, Namar governorate"),
        ("Sabha town", "Sabha town, Namar governorate"),
        ("Nimir village", "Nimir village, Namar governorate"),
        ("near Tal Harun", "Tal Harun, Namar governorate"),
        ("Namar province", "Namar governorate"),
        ("the countryside of Namar", "Namar governorate"),
        ("a northern village", "Namar governorate"),
        ("the east of the province", "east of Namar governorate"),
        ("south-western Namar province", "south-western Namar governorate"),
        ("the south-western province of Namar", "Namar governorate"),
        ("another quarter of the town", "Namar governorate"),
        (None, "Namar governorate"),
    ],
)
def test_a_village_that_no_table_has_stands_before_its_province(text, name):
    assert called(text, PROVINCE) == name


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("al-Amal hospital in Namar", "al-Amal hospital"),
        ("the Sabha quarter of Namar", "Sabha quarter"),
        ("the village of al-Sabha southwest of Namar", "village of al-Sabha"),
        ("Sabha village north of Namar", "Sabha village"),
        ("northern Nammar", None),
        ("Nammarr", None),
        ("the city", None),
        ("Namars", None),
    ],
)
def test_what_stands_in_a_town_is_told_from_other_spellings_of_its_name(text, inner):
    assert unlisted(text, NAMAR) == inner


def test_a_nation_before_a_kind_of_place_names_nothing_in_its_country():
    assert called("a Ruritanian village", RURITANIA) == "Ruritania"
    assert called("Ruritaniakesh village", RURITANIA) == "Ruritaniakesh village, Ruritania"
    assert called("north-eastern Ruritania", RURITANIA) == "north-eastern Ruritania"


def test_a_side_that_the_name_has_is_not_said_twice():
    eastern = Place(id=PlaceId("e"), name="Eastern Nirra", aliases=("East Nirra",), kind="settlement")
    assert called("East Nirra", eastern) == "Eastern Nirra"
    assert called("northern Nammar", NAMAR) == "northern Namar"


def test_words_without_a_known_place_are_its_name():
    assert (called("the village of Sabha", None), called(None, None)) == ("the village of Sabha", None)


def test_the_name_is_that_of_the_readers_script():
    assert called("حي صبحة", NAMAR, "نمار") == "حي صبحة، نمار"
    assert called("وسط نمار", NAMAR, "نمار") == "وسط نمار"
    assert called("ضواحي المدينة", NAMAR, "نمار") == "ضواحي نمار"
    assert called("شرق المحافظة", PROVINCE, "محافظة نمار") == "شرق محافظة نمار"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a school in Namar", "a school, Namar"),
        ("a hospital", "a hospital, Namar"),
        ("Market, Namar", "market, Namar"),
        ("Harbour Market, Namar", "Harbour Market, Namar"),
        ("the hospital", "Namar"),
        ("the hospital in Namar", "the hospital, Namar"),
        ("a market, the besieged town of Namar", "a market, Namar"),
        ("near a school, the Sabha quarter, Namar", "near a school, Sabha quarter, Namar"),
        ("Namar military airport", "Namar military airport"),
        ("outside the northern town of Namar", "outside Namar"),
        ("a northeastern district of Nammar", "a northeastern district of Namar"),
        ("20 km east of Namar", "20 km east of Namar"),
        ("the northern town of Namar", "Namar"),
        ("the Sabha and Abbey quarters in Namar", "Sabha and Abbey quarters, Namar"),
        ("a camp of people from the hills in Namar", "Namar"),
        ("central Namar", "central Namar"),
        ("the centre of Namar city", "centre of Namar"),
        ("the central city of Namar", "Namar"),
        ("eastern Ruritanian town of Namar", "Namar"),
        ("the central Namar", "Namar"),
        ("near Sabha town to the west of Namar city", "Sabha town, west of Namar"),
        ("Sabha village, west of Tarn", "Sabha village, Namar"),
        ("Sabha school at the centre of Namar city", "Sabha school, centre of Namar"),
        ("southern Namar countryside", "southern countryside of Namar"),
        ("the outskirts of the town of Namar", "outskirts of Namar"),
        ("the southern entrance to Nammar", "southern entrance to Namar"),
        ("another quarter of the town", "another quarter of Namar"),
        ("the town", "Namar"),
        ("the east of the province", "Namar"),
    ],
)
def test_a_building_stands_before_its_town_with_a_name_or_without(text, name):
    assert called(text, NAMAR) == name


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("a market, the town of Namar", "the town of Namar"),
        ("سوق شعبي, نمار", "نمار"),
        ("Mill Street, Namar", "Mill Street, Namar"),
        ("a market in Namar", "a market in Namar"),
        ("Namar", "Namar"),
    ],
)
def test_the_words_of_a_place_without_those_of_the_building_before_it(words, place):
    assert without_site(words) == place


@pytest.mark.parametrize(
    ("words", "told"),
    [("a market, Namar", True), ("a school, Namar", False), ("Namar", True), ("a market, Halen", False), (None, False)],
)
def test_words_stand_in_a_quote_that_has_each_of_their_parts(words, told):
    assert stands_in(words, "Shells hit a market in the besieged town of Namar") is told


def test_words_for_many_places_at_once_are_told_from_those_of_one():
    for text in ("across the country", "in Various Provinces", "throughout the country, Ruritania", "في عدة محافظات"):
        assert is_everywhere(text), text
    for text in ("the country", "several areas", "across the river", "Namar province", "across Ruritania"):
        assert not is_everywhere(text), text
