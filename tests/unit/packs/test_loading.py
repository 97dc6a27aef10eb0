"""Packs and the tables of hand/: refused rather than half read, with the row that is wrong."""

import pytest

from sijill.store.packs import (
    BadColumns,
    BadRow,
    UnknownPack,
    known_packs,
    load_hand,
    load_pack,
    merge_packs,
    write_hand_templates,
)
from sijill.store.places.gazetteer import UnknownCountry, add_places, load_places, neighbours

PARTIES = "id,name,aliases,kind,allies,because\n"
PLACES = "id,name,aliases,lat,lon,kind,within,because\n"
SOURCES = "id,name,aliases,kind,party,address,because\n"


def test_the_templates_are_empty_tables_that_load(tmp_path):
    write_hand_templates(tmp_path)
    pack = load_hand(tmp_path)
    assert (pack.parties, pack.places, pack.sources) == ((), (), ())


def test_a_template_never_overwrites_what_people_wrote(tmp_path):
    (tmp_path / "parties.csv").write_text(PARTIES + "reds,Reds,,armed_group,,seen\n", encoding="utf-8")
    write_hand_templates(tmp_path)
    assert [party.id for party in load_hand(tmp_path).parties] == ["reds"]


def test_aliases_of_any_script_are_separated_by_a_bar(tmp_path):
    (tmp_path / "places.csv").write_text(
        PLACES + "namar,Namar,Nemar|نمر,1.5,-2,settlement,,our map\n", encoding="utf-8"
    )
    place = load_hand(tmp_path).places[0]
    assert place.aliases == ("Nemar", "نمر")
    assert (place.lat, place.lon) == (1.5, -2.0)


@pytest.mark.parametrize(
    ("table", "rows", "row", "says"),
    [
        ("parties", PARTIES + "a,Reds,,armed_group,,seen\na,Blues,,state,,seen\n", 3, "id 'a' again"),
        ("parties", PARTIES + "a,Reds,,armed_group,b,seen\n", 2, "ally 'b'"),
        ("parties", PARTIES + "a,Reds,,gang,,seen\n", 2, "kind 'gang'"),
        ("parties", PARTIES + "a,Reds,,armed_group,,\n", 2, "an empty because"),
        ("parties", PARTIES + "a,Reds,,armed_group,,seen,more\n", 2, "more cells than columns"),
        ("places", PLACES + "p,Namar,,91,0,settlement,,map\n", 2, "coordinate 91"),
        ("places", PLACES + "p,Namar,,north,0,settlement,,map\n", 2, "coordinate 'north'"),
        ("places", PLACES + "p,Namar,,1,,settlement,,map\n", 2, "one coordinate"),
        ("places", PLACES + "p,Namar,,1,1,settlement,q,map\n", 2, "within 'q'"),
        ("sources", SOURCES + "s,Herald,,media,reds,,masthead\n", 2, "party 'reds'"),
        ("sources", SOURCES + "s,Herald,,paper,,,masthead\n", 2, "kind 'paper'"),
    ],
)
def test_a_wrong_row_is_refused_by_its_number(tmp_path, table, rows, row, says):
    (tmp_path / f"{table}.csv").write_text(rows, encoding="utf-8")
    with pytest.raises(BadRow) as fault:
        load_hand(tmp_path)
    assert fault.value.row == row
    assert says in str(fault.value)
    assert f"{table}.csv" in str(fault.value)


def test_an_unknown_column_is_refused_by_name(tmp_path):
    (tmp_path / "parties.csv").write_text("id,name,colour\n", encoding="utf-8")
    with pytest.raises(BadColumns, match="colour"):
        load_hand(tmp_path)


def test_a_row_of_hand_may_name_a_party_of_the_pack(tmp_path):
    (tmp_path / "sources.csv").write_text(SOURCES + "s,Palace Gazette,,media,reds,,masthead\n", encoding="utf-8")
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "parties.csv").write_text(PARTIES + "reds,Reds,,armed_group,,seen\n", encoding="utf-8")
    beside = load_hand(tmp_path / "pack")
    assert load_hand(tmp_path, beside=beside).sources[0].party == "reds"


def test_of_two_packs_the_later_row_of_an_id_stands(tmp_path):
    for name, shown in (("one", "Reds"), ("two", "Red Army")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "parties.csv").write_text(PARTIES + f"reds,{shown},,armed_group,,x\n", encoding="utf-8")
    merged = merge_packs([load_hand(tmp_path / "one"), load_hand(tmp_path / "two")])
    assert [party.name for party in merged.parties] == ["Red Army"]


def test_every_pack_that_is_shipped_loads():
    assert {"syria", "demo"} <= set(known_packs())
    assert all(load_pack(name).parties for name in known_packs())


def test_a_pack_that_is_not_shipped_is_refused_with_those_that_are():
    with pytest.raises(UnknownPack, match="syria"):
        load_pack("atlantis")


def test_a_country_without_a_file_is_refused_by_name():
    with pytest.raises(UnknownCountry, match="XX"):
        load_places(["XX"])


def test_the_gazetteer_stands_in_order_of_id_each_place_once():
    places = load_places(["SY"], beside=neighbours(["SY"]))
    ids = [place.id for place in places]
    assert ids == sorted(set(ids))
    assert {"country:SY", "country:FR", "adm1:SY.07"} <= set(ids)


def test_everything_a_place_lies_in_is_a_place():
    places = load_places(["SY", "YE", "UA"])
    known = {place.id for place in places}
    assert all(set(place.within) <= known for place in places)
    assert all(-90 <= place.lat <= 90 and -180 <= place.lon <= 180 for place in places if place.lat is not None)


def test_towns_abroad_are_read_only_if_large():
    home = {place.id for place in load_places(["SY"])}
    abroad = [place for place in load_places(["SY"], beside=["TR"]) if place.id not in home]
    assert abroad
    assert all(place.kind != "settlement" or (place.population or 0) >= 100_000 for place in abroad)


def test_a_row_under_a_known_id_adds_spellings_and_keeps_the_position(tmp_path):
    (tmp_path / "places.csv").write_text(PLACES + "gn:170063,Alep,Chahba,,,settlement,,local usage\n", encoding="utf-8")
    places = add_places(load_places(["SY"]), load_hand(tmp_path).places)
    place = next(each for each in places if each.id == "gn:170063")
    assert place.name == "Alep"
    assert {"Chahba", "Aleppo"} <= set(place.aliases)
    assert place.lat == pytest.approx(36.2, abs=0.1)
    assert place.within == ("adm1:SY.09", "country:SY")
