"""Several places with one number are the place that holds them all."""

import pytest

from sijill.language.places.together import holding_all, told_together
from sijill.model.place import Place, PlaceId

LAND = Place(id=PlaceId("r"), name="Ruritania", kind="country")
NAMAR = Place(id=PlaceId("n"), name="Namar governorate", kind="province", within=(LAND.id,))
KESSA = Place(id=PlaceId("k"), name="Kessa", kind="settlement", within=(NAMAR.id, LAND.id))
ABBEY = Place(id=PlaceId("a"), name="Abbey", kind="site", within=(KESSA.id, NAMAR.id, LAND.id))
TARN = Place(id=PlaceId("t"), name="Tarn", kind="settlement", within=(NAMAR.id, LAND.id))
FAR = Place(id=PlaceId("f"), name="Brell", kind="settlement", within=(PlaceId("b"), LAND.id))
KNOWN = {each.id: each for each in (LAND, NAMAR, KESSA, ABBEY, TARN, FAR)}


@pytest.mark.parametrize(
    ("text", "names", "outer"),
    [
        ("the towns of Kessa and Tarn in Namar province", ("the towns of Kessa", "Tarn"), "Namar province"),
        ("Kessa, Tarn and Brell", ("Kessa", "Tarn", "Brell"), None),
        ("Kessa as well as in Tarn", ("Kessa", "Tarn"), None),
        ("the provinces of Namar and Brell", ("province of Namar", "province of Brell"), None),
        ("بلدتي كيسا وتارن في ريف نمار", ("بلدتي كيسا", "تارن"), "ريف نمار"),
    ],
)
def test_the_names_of_a_list_are_told_apart(text, names, outer):
    told = told_together(text)
    assert told is not None
    assert (told.names, told.outer) == (names, outer)


def test_one_place_is_no_list():
    assert told_together("the town of Kessa in Namar province") is None


@pytest.mark.parametrize(
    ("places", "holder"),
    [((KESSA, TARN), NAMAR), ((KESSA, ABBEY), KESSA), ((TARN, FAR), LAND), ((KESSA,), KESSA), ((), None)],
)
def test_the_smallest_place_that_holds_them_all(places, holder):
    assert holding_all(places, KNOWN) == holder
