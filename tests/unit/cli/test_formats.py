"""Machines get exactly the records; a spreadsheet gets no formula."""

import csv
import io
import json

import pytest

from sijill.cli.records.formats import Format, neutral, write
from sijill.model.document import Document
from sijill.model.exchange import from_json
from sijill.model.place import Where

DOCUMENT = Document(
    id="doc_1", name="=cmd|' /C calc'!A0.txt", digest="ab", title='شهداء، "سوق"', captured="2031-01-01T00:00:00Z"
)


def written(records, form):
    out = io.StringIO(newline="")
    write(records, form, out)
    return out.getvalue()


def test_a_line_of_json_reads_back_as_the_record():
    assert from_json(Document, written([DOCUMENT], Format.JSONL)) == DOCUMENT


def test_json_is_one_array():
    assert [each["id"] for each in json.loads(written([DOCUMENT, DOCUMENT], Format.JSON))] == ["doc_1", "doc_1"]
    assert json.loads(written([], Format.JSON)) == []


def test_no_cell_of_a_spreadsheet_begins_a_formula():
    rows = list(csv.DictReader(io.StringIO(written([DOCUMENT], Format.CSV))))
    assert rows[0]["name"] == "'" + DOCUMENT.name
    assert rows[0]["title"] == DOCUMENT.title


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1"])
def test_every_beginning_of_a_formula_is_neutralised(cell):
    assert neutral(cell) == "'" + cell


def test_numbers_stay_numbers():
    row = next(csv.DictReader(io.StringIO(written([Where(text="Orvan", lat=-45.5, lon=-126.0)], Format.CSV))))
    assert (row["lat"], row["lon"], row["place"]) == ("-45.5", "-126.0", "")
