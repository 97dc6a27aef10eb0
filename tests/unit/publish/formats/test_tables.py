"""Tables of a release: every cell means what the dictionary says, in every form the same, and no cell is alive."""

import csv
import json
import sqlite3
from io import BytesIO, StringIO

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.model.estimate import Overlap
from sijill.publish.formats.column import Column, Table
from sijill.publish.formats.delimited import inert, to_csv
from sijill.publish.formats.histories import capture_histories
from sijill.publish.formats.package import csv_on_the_web, data_package
from sijill.publish.formats.parquet import to_parquet
from sijill.publish.formats.sqlite import to_sqlite
from sijill.publish.material import Edition

ROWS = [("a", 3, 1.5, True), ("b", None, None, None), ("=c", -2, -45.7, False)]
COLUMNS = [
    Column(name="id", type="string", means="id", cell=lambda row: row[0]),
    Column(name="killed", type="integer", means="killed [persons]", cell=lambda row: row[1]),
    Column(name="lat", type="number", means="latitude [degrees]", cell=lambda row: row[2]),
    Column(name="open", type="boolean", means="open above", cell=lambda row: row[3]),
]
TABLE = Table(name="events", means="events", columns=COLUMNS, rows=ROWS)


def read_csv(content):
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_not_said_is_an_empty_cell_and_never_zero():
    assert read_csv(to_csv(TABLE))[1] == {"id": "b", "killed": "", "lat": "", "open": ""}


def test_numbers_below_zero_stay_numbers():
    assert read_csv(to_csv(TABLE))[2] == {"id": "'=c", "killed": "-2", "lat": "-45.7", "open": "false"}


def test_parquet_and_sqlite_hold_the_cells_as_they_are():
    rows = [dict(zip(("id", "killed", "lat", "open"), row, strict=True)) for row in ROWS]
    assert pq.read_table(BytesIO(to_parquet(TABLE))).to_pylist() == rows
    base = sqlite3.connect(":memory:")
    base.deserialize(to_sqlite([TABLE]))
    assert base.execute("SELECT id, killed FROM events").fetchall() == [("a", 3), ("b", None), ("=c", -2)]
    assert base.execute("SELECT means FROM dictionary WHERE in_column = 'killed'").fetchone() == ("killed [persons]",)


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t=", " =", "\N{NO-BREAK SPACE}@", "\r+", "\N{FULLWIDTH EQUALS SIGN}"]
)
def test_no_cell_begins_a_formula(start):
    assert inert(f"{start}cmd|' /C calc'!A0").startswith("'")


@given(st.text(max_size=30))
def test_what_begins_no_formula_stays_as_it_is(text):
    assert inert(text) in (text, f"'{text}")


def test_the_package_describes_every_column():
    package = json.loads(
        data_package("x", Edition(number=1, as_of="2031-05-01"), [TABLE], {"events.csv": to_csv(TABLE)})
    )
    fields = package["resources"][0]["schema"]["fields"]
    assert [(each["name"], each["type"]) for each in fields] == [(each.name, each.type) for each in COLUMNS]
    table = json.loads(csv_on_the_web("x", [TABLE]))["tables"][0]
    assert [each["name"] for each in table["tableSchema"]["columns"]] == [each.name for each in COLUMNS]


def test_capture_histories_count_patterns_and_name_nobody():
    overlap = Overlap(lists=("north", "south"), counts={"11": 1, "10": 2})
    assert read_csv(capture_histories(overlap)) == [
        {"north": "1", "south": "1", "count": "1"},
        {"north": "1", "south": "0", "count": "2"},
    ]
    assert capture_histories(Overlap(lists=("north",), counts={"1": 3})) is None
