"""What came in as a row of a dataset leaves as the same row; what did not is coded as far as it is known."""

import csv
import io
import json
import re

import pytest

from sijill.publish.coding.acled import COLUMNS as ACLED
from sijill.publish.coding.acled import to_acled
from sijill.publish.coding.airwars import to_airwars
from sijill.publish.coding.ucdp import COLUMNS as UCDP
from sijill.publish.coding.ucdp import to_ucdp
from sijill.publish.formats.follow_the_money import to_follow_the_money
from sijill.publish.formats.geojson import to_geojson
from sijill.publish.formats.hxl import to_hxl
from tests.unit.publish.coding.rows import OLD, acled, airwars, material, ucdp
from tests.unit.publish.in_memory import whole


def table(content):
    return list(csv.DictReader(io.StringIO(whole(content).decode("utf-8-sig"))))


def test_the_columns_are_those_of_the_codebooks():
    assert (len(UCDP), len(OLD), len(ACLED)) == (49, 46, 31)


@pytest.mark.parametrize("columns", [UCDP, OLD, sorted(UCDP)], ids=["49 columns", "an older form", "another order"])
def test_ucdp_rows_come_back_cell_by_cell(columns):
    rows = [ucdp("1", columns), ucdp("2.0", columns, low="9", best="7", where_coordinates='Lisse, "old" town\nnorth')]
    back = table(to_ucdp(material(*rows)))
    assert sorted(map(str, back)) == sorted(str(dict(row.cells)) for row in rows)


def test_acled_and_airwars_rows_come_back_cell_by_cell():
    assert table(to_acled(material(acled("NOR1"), acled("NOR2", fatalities="")))) == [
        dict(acled("NOR1").cells),
        dict(acled("NOR2", fatalities="").cells),
    ]
    assert table(to_airwars(material(airwars()))) == [dict(airwars().cells)]


def test_an_event_of_one_dataset_is_coded_for_another_as_far_as_it_is_known():
    (row,) = table(to_ucdp(material(acled())))
    said = ("date_start", "where_coordinates", "low", "best", "high", "event_clarity", "conflict_new_id")
    assert [row[each] for each in said] == ["2031-05-03", "Varna", "3", "3", "3", "1", ""]
    (row,) = table(to_acled(material(ucdp())))
    assert (row["fatalities"], row["event_type"], row["iso"]) == ("5", "Violence against civilians", "")
    (row,) = table(to_airwars(material(ucdp())))
    assert (row["killed_min"], row["killed_max"], row["belligerent"]) == ("5", "5", "Government of Norland")


def test_no_number_leaves_an_empty_cell_and_never_a_zero():
    (row,) = table(to_airwars(material(airwars(killed_min="", killed_max="", injured_min="3", injured_max="3"))))
    assert (row["killed_min"], row["killed_max"], row["injured_min"]) == ("", "", "3")


def test_rows_of_one_dataset_are_never_one_event():
    assert len(material(ucdp("1"), ucdp("2")).findings) == 2
    battle = ucdp("1", type_of_violence="1", side_b="Free Coast", deaths_civilians="0", low="3", best="3", high="3")
    assert len(material(battle, acled()).findings) == 1


def test_an_event_without_a_place_is_on_the_map_as_nothing_and_is_not_left_out():
    rows = ucdp("1"), ucdp("2", latitude="", longitude="", date_start="2031-05-09", date_end="2031-05-09")
    features = json.loads(whole(to_geojson(material(*rows))))["features"]
    drawn = {each["properties"]["start"]: each["geometry"] for each in features}
    assert drawn == {"2031-05-03": {"type": "Point", "coordinates": [10.0, 10.0]}, "2031-05-09": None}


def test_follow_the_money_refers_only_to_what_it_holds():
    entities = [json.loads(line) for line in whole(to_follow_the_money(material(ucdp()))).splitlines()]
    ids = {each["id"] for each in entities}
    (event,) = (each for each in entities if each["schema"] == "Event")
    assert set(event["properties"]["proof"]) <= ids
    assert all(re.fullmatch(r"[0-9a-zA-Z.\-]+", each) for each in ids)
    assert event["properties"]["startDate"] == ["2031-05-03"]


def test_hxl_has_its_hashtags_under_the_header():
    header, tags, row = csv.reader(io.StringIO(whole(to_hxl(material(ucdp()))).decode("utf-8-sig")))
    assert len(header) == len(tags) == len(row)
    assert all(each.startswith("#") for each in tags)
    assert dict(zip(tags, row, strict=True))["#affected+killed+min"] == "5"
