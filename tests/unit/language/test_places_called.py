"""A place is called by what the words name in it too, where no table has that."""

import pytest

from sijill.language.places.calling import called, unlisted
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


def test_words_without_a_known_place_are_its_name():
    assert (called("the village of Sabha", None), called(None, None)) == ("the village of Sabha", None)


def test_the_name_is_that_of_the_readers_script():
    assert called("حي صبحة", NAMAR, "نمار") == "حي صبحة، نمار"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a school in Namar", "a school, Namar"),
        ("a hospital", "a hospital, Namar"),
        ("the hospital", "Namar"),
        ("Namar military airport", "Namar military airport"),
        ("a camp of people from the hills in Namar", "Namar"),
    ],
)
def test_a_building_stands_before_its_town_with_a_name_or_without(text, name):
    assert called(text, NAMAR) == name
