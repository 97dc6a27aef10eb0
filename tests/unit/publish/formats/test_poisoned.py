"""Whatever somebody wrote to be computed in a reader's spreadsheet is computed in none."""

import csv
import io

import pytest

from sijill.publish.bundle import data_files
from sijill.publish.formats.delimited import as_said
from tests.unit.publish.formats.poisoned import PAYLOADS, poisoned
from tests.unit.publish.formats.test_tables import alive
from tests.unit.publish.in_memory import writer


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_cell_of_any_table_of_a_release_is_a_formula(case, payload):
    written, write = writer()
    data_files(poisoned(case, payload), write, custody=())
    files = {name: each for name, each in written.items() if ".csv" in name}
    cells = [
        (name, cell)
        for name, content in files.items()
        for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        for cell in row
    ]
    assert {f"data/events.{form}csv" for form in ("", "hxl.", "ucdp_ged.", "acled.")} | {
        "data/capture_histories.csv"
    } <= set(files)
    assert sum(payload.strip() in as_said(cell) for _, cell in cells) > 100, "the payload is in the tables"
    assert not [each for each in cells if alive(each[1])]
