"""How many are missing, held or hurt, by place: what one release after another tells of them."""

import hashlib

import pytest

from sijill.model.person import Fate, FateAt, Person, PersonId
from sijill.model.place import Place, PlaceId, PlacePrecision, Where
from sijill.model.release import Profile
from sijill.model.release.issued import Issued
from sijill.model.release.rules import ReleaseRules
from sijill.publish.release.fates import EVERYWHERE, fates, told

SHIRE = Place(id=PlaceId("shire"), name="Tarn district", kind="district", within=(PlaceId("valley"),))
MOOR = Place(id=PlaceId("moor"), name="Moor district", kind="district", within=(PlaceId("valley"),))
VALLEY = Place(id=PlaceId("valley"), name="The Valley", kind="province")
TARN = Place(id=PlaceId("tarn"), name="Tarn", within=(SHIRE.id, VALLEY.id))
KESSA = Place(id=PlaceId("kessa"), name="Kessa", within=(MOOR.id, VALLEY.id))
PLACES = {each.id: each for each in (SHIRE, MOOR, VALLEY, TARN, KESSA)}
DISTRICT, PROVINCE, SETTLEMENT = PlacePrecision.DISTRICT, PlacePrecision.PROVINCE, PlacePrecision.SETTLEMENT


def people(number, place, fate=Fate.DETAINED):
    where = Where() if place is None else Where(place=place.id, precision=PlacePrecision(place.kind))
    return [Person(id=PersonId(f"psn_{n}"), names=(), place=where, fates=(FateAt(fate=fate),)) for n in range(number)]


def release(persons, earlier=(), *, place=DISTRICT, profile=Profile.PUBLIC):
    rules = ReleaseRules(place=place)
    cells = fates(persons, PLACES, rules, earlier)
    return Issued(
        profile=profile,
        number=len(earlier) + 1,
        at="2031-05-01T00:00:00Z",
        key="00",
        made_from=hashlib.sha256().hexdigest(),
        rules=rules,
        root="",
        manifest="",
        figures={},
        named=(),
        small=told(cells),
    ), {(each.fate.value, each.place): each for each in cells}


def numbers(cells):
    return {place: each.persons for (_, place), each in cells.items()}


def test_a_number_below_five_is_not_shown_nor_left_to_the_sum():
    _, cells = release([*people(9, TARN), *people(2, KESSA)])
    assert numbers(cells) == {"shire": None, "moor": None, EVERYWHERE: 11}
    assert {each.hidden.code for each in cells.values() if each.hidden} == {"small_number", "beside_small_number"}


def test_two_more_held_between_releases_are_not_told_and_the_gate_says_by_which_release_they_would_be():
    first, cells = release([*people(12, TARN), *people(20, KESSA)])
    assert numbers(cells) == {"shire": 12, "moor": 20, EVERYWHERE: 32}
    second, cells = release([*people(14, TARN), *people(20, KESSA)], [first])
    assert numbers(cells) == {"shire": None, "moor": 20, EVERYWHERE: None}
    assert cells["detained", "shire"].hidden.values["release"] == "release 1 for the profile public"
    _, cells = release([*people(17, TARN), *people(20, KESSA)], [first, second])
    assert numbers(cells) == {"shire": 17, "moor": 20, EVERYWHERE: 37}, "five came: nobody is told apart"


def test_a_place_first_coarse_then_fine_gives_nobody_away():
    province, cells = release([*people(13, TARN), *people(6, KESSA)], place=PROVINCE)
    assert numbers(cells) == {"valley": 19, EVERYWHERE: 19}
    _, cells = release([*people(12, TARN), *people(6, KESSA)], [province], place=DISTRICT)
    assert None in (cells["detained", "shire"].persons, cells["detained", "moor"].persons), "19 - 12 - 6 is somebody"


def test_what_partners_were_shown_of_towns_and_the_public_of_districts_give_nobody_away_together():
    apart = [*people(20, TARN), *people(3, SHIRE), *people(9, KESSA)]
    partner, cells = release(apart, place=SETTLEMENT, profile=Profile.PARTNER)
    assert cells["detained", "tarn"].persons == 20
    _, cells = release(apart, [partner], place=DISTRICT)
    assert cells["detained", "shire"].persons is None, "23 - 20 are three people"


def test_somebody_whose_place_became_known_is_not_followed_from_one_cell_to_the_other():
    first, _ = release([*people(8, None), *people(10, TARN)])
    _, cells = release([*people(6, None), *people(12, TARN)], [first])
    assert numbers(cells) == {"": None, "shire": None, EVERYWHERE: 18}


def test_a_cell_that_nobody_stands_in_any_more_tells_who_left_only_if_many_did():
    first, _ = release([*people(30, TARN), *people(12, KESSA)])
    _, cells = release(people(30, TARN), [first])
    assert numbers(cells) == {"shire": 30, EVERYWHERE: 30}


@pytest.mark.parametrize("fate", [each for each in Fate if each is not Fate.DEAD])
def test_every_fate_of_the_living_is_kept_from_small_numbers(fate):
    _, cells = release(people(4, TARN, fate))
    assert set(numbers(cells).values()) == {None}


def test_the_dead_are_counted_as_they_are_and_are_not_kept_for_comparison():
    issued, cells = release(people(2, TARN, Fate.DEAD))
    assert numbers(cells) == {"shire": 2, EVERYWHERE: 2}
    assert issued.small == {}
