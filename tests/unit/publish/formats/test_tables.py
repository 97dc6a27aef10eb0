"""Tables of a release: every cell means what the dictionary says, in every form the same, and no cell is alive."""

import csv
import json
import re
import sqlite3
from io import BytesIO, StringIO

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.model.estimate import Overlap
from sijill.publish.formats.column import Column, Table
from sijill.publish.formats.delimited import NUMBER, as_said, inert, to_csv
from sijill.publish.formats.histories import capture_histories
from sijill.publish.formats.package import csv_on_the_web, data_package
from sijill.publish.formats.parquet import to_parquet
from sijill.publish.formats.sqlite import to_sqlite
from sijill.publish.material import Edition
from sijill.publish.sealed import sealed
from tests.unit.publish.in_memory import whole

ROWS = [("a", 3, 1.5, True), ("b", None, None, None), ("=c", -2, -45.7, False)]
COLUMNS = [
    Column(name="id", type="string", means="id", cell=lambda row: row[0]),
    Column(name="killed", type="integer", means="killed [persons]", cell=lambda row: row[1]),
    Column(name="lat", type="number", means="latitude [degrees]", cell=lambda row: row[2]),
    Column(name="open", type="boolean", means="open above", cell=lambda row: row[3]),
]
TABLE = Table(name="events", means="events", columns=COLUMNS, rows=ROWS)


def read_csv(content):
    return list(csv.DictReader(StringIO(whole(content).decode("utf-8-sig"), newline="")))


def test_not_said_is_an_empty_cell_and_never_zero():
    assert read_csv(to_csv(TABLE))[1] == {"id": "b", "killed": "", "lat": "", "open": ""}


def test_numbers_below_zero_stay_numbers():
    assert read_csv(to_csv(TABLE))[2] == {"id": "'=c", "killed": "-2", "lat": "-45.7", "open": "false"}


def test_parquet_and_sqlite_hold_the_cells_as_they_are():
    rows = [dict(zip(("id", "killed", "lat", "open"), row, strict=True)) for row in ROWS]
    assert pq.read_table(BytesIO(whole(to_parquet(TABLE)))).to_pylist() == rows
    base = sqlite3.connect(":memory:")
    base.deserialize(whole(to_sqlite([TABLE])))
    assert base.execute("SELECT id, killed FROM events").fetchall() == [("a", 3), ("b", None), ("=c", -2)]
    assert base.execute("SELECT means FROM dictionary WHERE in_column = 'killed'").fetchone() == ("killed [persons]",)


STARTS = "=+-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
UNSEEN = [
    "",
    " ",
    "\N{NO-BREAK SPACE}",
    "\N{ZERO WIDTH SPACE}",
    "\N{RIGHT-TO-LEFT MARK}",
    "\x00",
    "\ufeff",
    "\N{EM SPACE}",
]
HOSTILE = st.text(alphabet=st.sampled_from([*STARTS, *filter(None, UNSEEN), *"'\"\t\r\n;,|ab1"]), max_size=12)


def alive(text):
    """Would a spreadsheet compute it, in a country of commas, of semicolons or of tabs?"""
    return any(
        cell.strip("".join(UNSEEN)).startswith(tuple(STARTS)) and not NUMBER.fullmatch(cell)
        for cell in re.split(r"[;\t\r\n]", text)
    ) or text.startswith(("\t", "\r", "\n"))


@pytest.mark.parametrize("before", UNSEEN)
@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("where", ["", "a;", "a\t", "a\n", "a\r\n"])
def test_no_cell_begins_a_formula_nor_does_what_another_country_takes_for_a_cell(before, start, where):
    text = f"{where}{before}{start}cmd|' /C calc'!A0"
    assert alive(text)
    assert not alive(inert(text))


@given(HOSTILE)
def test_nothing_that_is_written_is_alive_and_what_was_said_can_be_read_back(text):
    assert not alive(inert(text))
    assert as_said(inert(text)) == text


@given(st.text(alphabet=st.characters(exclude_characters=STARTS + "\t\r\n"), max_size=30))
def test_what_begins_no_formula_stays_as_it_is(text):
    assert inert(text) == text


@pytest.mark.parametrize("number", ["-45.72", "0", "12", "-1e-05"])
def test_a_number_stays_a_number(number):
    assert inert(number) == number


def test_the_package_describes_every_column():
    package = json.loads(
        data_package("x", Edition(number=1, as_of="2031-05-01"), [TABLE], {"events.csv": sealed(to_csv(TABLE))})
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
