"""Lists of places: GeoNames dumps, COD-AB tables in their editions, workbooks, GeoJSON, an organisation's own."""

import json
import zipfile

import pytest

from sijill.capture.gazetteers.listed import NotAPlaceList
from sijill.capture.gazetteers.own import NotAPlaceMap
from sijill.capture.gazetteers.reading import read_places


def dump(*rows):
    """Lines of a GeoNames dump: (id, name, alternates, lat, lon, class, code, adm1, adm2, people)."""
    lines = []
    for id_, name, others, lat, lon, feature, code, first, second, people in rows:
        cells = [id_, name, name, others, lat, lon, feature, code, "XT", "", first, second, "", "", people]
        lines.append("\t".join([*map(str, cells), "", "", "Etc/UTC", "2031-01-01"]))
    return "\n".join(lines) + "\n"


GEONAMES = dump(
    (1, "Azelan", "أزيلان", -45.6, -126.2, "A", "ADM1", "01", "", 0),
    (2, "Belqara District", "", -45.7, -126.4, "A", "ADM2", "01", "0101", 0),
    (3, "Belqara", "Bilqara,بلقارة,BQR", -45.72, -126.42, "P", "PPL", "01", "0101", 41000),
    (4, "Sabha", "", -45.73, -126.42, "P", "PPLX", "01", "0101", 0),
    (5, "Belqara Hospital", "", -45.72, -126.41, "S", "HSP", "01", "", 0),
    (6, "Wadi Sabha", "", -45.7, -126.4, "H", "WAD", "01", "", 0),
    (7, "Nowhere", "", 123, -126.4, "P", "PPL", "01", "", 0),
)


def by_id(read):
    return {place.id: place for place in read.places}


def test_a_geonames_dump_gives_places_with_their_province_and_district(tmp_path):
    (tmp_path / "XT.txt").write_text(GEONAMES, encoding="utf-8")
    read = read_places(tmp_path / "XT.txt", "XT.txt", list_="geonames")
    town = by_id(read)["gn:3"]
    assert (town.kind, town.within, town.population) == ("settlement", ("gn:2", "adm1:XT.01", "country:XT"), 41000)
    assert set(town.aliases) == {"Bilqara", "بلقارة"}
    assert {id_: place.kind for id_, place in by_id(read).items()} == {
        "adm1:XT.01": "province",
        "gn:2": "district",
        "gn:3": "settlement",
        "gn:4": "site",
        "gn:5": "site",
    }


def test_every_row_of_a_dump_is_accounted_for(tmp_path):
    """Rivers are left out, a place off the globe is refused: nothing vanishes."""
    (tmp_path / "XT.txt").write_text(GEONAMES, encoding="utf-8")
    read = read_places(tmp_path / "XT.txt", "XT.txt", list_="geonames")
    assert read.left_out == {"water": 1}
    assert [(each.row, each.reason) for each in read.refused] == [("7", "no_position")]
    assert read.rows == read.accepted + sum(read.left_out.values()) + len(read.refused)


def test_the_archive_that_geonames_offers_is_read_as_it_is(tmp_path):
    with zipfile.ZipFile(tmp_path / "XT.zip", "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("XT.txt", GEONAMES)
    assert len(read_places(tmp_path / "XT.zip", "XT.zip", list_="g").places) == 5


@pytest.mark.parametrize(
    "header",
    [
        "ADM0_PCODE,ADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_EN,ADM2_AR,ADM2_PCODE,Latitude,Longitude",
        "admin0Pcode,admin1Name_en,admin1Name_ar,admin1Pcode,admin2Name_en,admin2Name_ar,admin2Pcode,LAT,LON",
        "adm0_pcode,adm1_name,adm1_name1,adm1_pcode,adm2_name,adm2_name1,adm2_pcode,center_lat,center_lon",
    ],
)
def test_a_table_of_ocha_gives_each_unit_once_under_its_code(tmp_path, header):
    rows = (
        "XT,Azelan,أزيلان,XT01,Belqara,بلقارة,XT0101,-45.7,-126.4",
        "XT,Azelan,أزيلان,XT01,Kessa,كسا,XT0102,-45.9,-126.1",
    )
    (tmp_path / "units.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    read = read_places(tmp_path / "units.csv", "units.csv", list_="cod")
    assert read.form == "codab"
    assert sorted(by_id(read)) == ["list:XT01", "list:XT0101", "list:XT0102"]
    district = by_id(read)["list:XT0101"]
    assert (district.name, district.aliases, district.kind) == ("Belqara", ("بلقارة",), "district")
    assert district.within == ("list:XT01", "country:XT")
    assert (district.lat, by_id(read)["list:XT01"].lat) == (-45.7, None)


def test_the_fourth_level_is_populated_places(tmp_path):
    header = "ADM1_EN,ADM1_PCODE,ADM3_EN,ADM3_PCODE,ADM4_EN,ADM4_PCODE,LATITUDE_Y,LONGITUDE_X"
    (tmp_path / "p.csv").write_text(header + "\nAzelan,XT01,Sub,XT010101,Hamlet,C1,-45.7,-126.4\n", encoding="utf-8")
    read = read_places(tmp_path / "p.csv", "p.csv", list_="cod", country="XT")
    hamlet = by_id(read)["list:C1"]
    assert (hamlet.kind, hamlet.within) == ("settlement", ("list:XT010101", "list:XT01", "country:XT"))


def test_outlines_become_a_middle_and_a_radius(tmp_path):
    """A square of 2 by 2 degrees on the equator: its middle, and the circle as large as it (111.2² · 4 km² = π r²)."""
    square = [[0, -1], [2, -1], [2, 1], [0, 1], [0, -1]]
    feature = {
        "properties": {"adm1_name": "Azelan", "adm1_pcode": "XT01", "adm0_pcode": "XT"},
        "geometry": {"type": "Polygon", "coordinates": [square]},
    }
    (tmp_path / "a.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    (province,) = read_places(tmp_path / "a.geojson", "a.geojson", list_="cod").places
    assert (province.lat, province.lon) == pytest.approx((0, 1), abs=1e-9)
    assert province.radius_km == pytest.approx((4 * 111.2**2 / 3.14159265) ** 0.5, abs=0.06)


def test_an_organisations_own_list_needs_only_names(tmp_path):
    (tmp_path / "own.csv").write_text(
        "Village;Type;Lat;Lon;District\nHamlet;village;-45,7;-126,4;Belqara\nX;spaceport;;;\n"
    )
    read = read_places(tmp_path / "own.csv", "own.csv", list_="ours", country="XT")
    (hamlet,) = read.places
    assert (hamlet.id, hamlet.lat) == ("list:ours/hamlet/belqara", -45.7)
    assert hamlet.within == ("name:Belqara", "country:XT")
    assert [each.reason for each in read.refused] == ["unknown_kind"]


def test_a_map_says_which_column_is_what(tmp_path):
    (tmp_path / "own.csv").write_text("a,b,c\nHamlet,Amlet|حاملت,17\n", encoding="utf-8")
    read = read_places(tmp_path / "own.csv", "own.csv", list_="ours", mapping="name=a,aliases=b,id=c")
    assert (read.places[0].id, read.places[0].aliases) == ("list:ours/17", ("Amlet", "حاملت"))
    assert read.map == "id=c,name=a,aliases=b"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b"when,how many\n1,2\n"),
        ("a.csv", b""),
        ("a.geojson", b'{"type": "FeatureCollection"'),
        ("a.geojson", b'{"features": [1, 2]}'),
        ("a.zip", b"PK\x03\x04 broken"),
        ("a.txt", b"\x00\x01\x02"),
    ],
)
def test_what_is_no_list_of_places_is_refused_by_name(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(NotAPlaceList, match=name):
        read_places(tmp_path / name, name, list_="x")


def test_an_outline_that_is_none_costs_its_row_alone(tmp_path):
    broken = {"properties": {"name": "A"}, "geometry": {"type": "Polygon", "coordinates": [[["x"]]]}}
    whole = {"properties": {"name": "B"}, "geometry": {"type": "Point", "coordinates": [1, 2]}}
    (tmp_path / "a.geojson").write_text(json.dumps({"features": [broken, whole]}))
    read = read_places(tmp_path / "a.geojson", "a.geojson", list_="x")
    assert [each.name for each in read.places] == ["B"]
    assert [each.reason for each in read.refused] == ["no_position"]


@pytest.mark.parametrize("spec", ["lat=a", "name=a,planet=b", "name=a,name=b", "name"])
def test_a_map_that_says_nothing_is_refused(tmp_path, spec):
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    with pytest.raises(NotAPlaceMap):
        read_places(tmp_path / "a.csv", "a.csv", list_="x", mapping=spec)


def test_a_table_with_other_quotes_is_read_as_tables_of_reports_are(tmp_path):
    text = "'Village','Lat','Lon'\n" + "".join(f"'Upper, Lower {n}','-45.{n}','-126.{n}'\n" for n in range(1, 9))
    (tmp_path / "ours.csv").write_text(text, encoding="utf-8")
    read = read_places(tmp_path / "ours.csv", "ours.csv", list_="ours")
    assert [place.name for place in read.places] == [f"Upper, Lower {n}" for n in range(1, 9)]
    assert read.places[0].lat == -45.1
