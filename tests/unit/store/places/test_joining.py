"""Lists joined to what is known: spellings for the same place, a place of its own for another one."""

from sijill.model.place import Place
from sijill.store.places.joining import join_lists

COUNTRY = Place(id="country:XT", name="Tessavar", kind="country")
AZELAN = Place(id="adm1:XT.01", name="Azelan", kind="province", within=("country:XT",))
BELQARA = Place(
    id="gn:3", name="Belqara", lat=-45.72, lon=-126.42, kind="settlement", within=("adm1:XT.01", "country:XT")
)
BASE = (COUNTRY, AZELAN, BELQARA)


def row(**more):
    return Place(**{"id": "list:a/1", "name": "Belqara", "kind": "settlement", "within": ("country:XT",), **more})


def joined(*rows):
    return {place.id: place for place in join_lists(BASE, [rows])}


def test_a_near_namesake_is_the_same_place_and_keeps_its_name_and_position():
    known = joined(row(name="Bilqara", aliases=("Belqara",), lat=-45.70, lon=-126.43))
    assert "list:a/1" not in known
    assert known["gn:3"].aliases == ("Bilqara",)
    assert known["gn:3"].lat == -45.72


def test_a_namesake_far_off_is_another_place():
    assert joined(row(lat=-45.0, lon=-126.4))["list:a/1"].lat == -45.0


def test_a_site_is_not_the_town_of_its_name():
    assert "list:a/1" in joined(row(kind="site", lat=-45.72, lon=-126.42))


def test_a_province_is_the_one_of_its_country_and_what_lies_in_it_follows():
    province = Place(id="list:XT01", name="Azelan", aliases=("Azilan",), kind="province", within=("country:XT",))
    hamlet = row(id="list:C1", name="Hamlet", lat=-45.1, lon=-126.1, within=("list:XT01", "country:XT"))
    known = joined(hamlet, province)
    assert "list:XT01" not in known
    assert known["adm1:XT.01"].aliases == ("Azilan",)
    assert known["list:C1"].within == ("adm1:XT.01", "country:XT")


def test_a_name_of_what_it_lies_in_is_looked_up_and_left_out_if_nobody_bears_it():
    known = joined(
        row(id="list:a/1", name="Hamlet", within=("name:Azelan", "country:XT")),
        row(id="list:a/2", name="Other", within=("name:Elsewhere", "country:XT")),
    )
    assert known["list:a/1"].within == ("adm1:XT.01", "country:XT")
    assert known["list:a/2"].within == ("country:XT",)


def test_a_row_without_a_position_is_the_one_namesake_that_lies_in_the_same():
    assert "list:a/1" not in joined(row(within=("name:Azelan", "country:XT")))


def test_a_known_place_without_a_position_gets_that_of_the_list():
    known = {
        each.id: each
        for each in join_lists(
            (COUNTRY, AZELAN), [(row(id="adm1:XT.01", name="Azelan", kind="province", lat=-45.0, lon=-126.0),)]
        )
    }
    assert known["adm1:XT.01"].lat == -45.0


def test_the_order_of_rows_does_not_matter():
    rows = [
        Place(id="list:XT01", name="Azelan", kind="province", within=("country:XT",)),
        row(id="list:C1", name="Hamlet", lat=-45.1, lon=-126.1, within=("list:XT01", "country:XT")),
        row(id="list:C2", name="Belqara", lat=-45.71, lon=-126.42),
    ]
    assert join_lists(BASE, [rows]) == join_lists(BASE, [rows[::-1]])
