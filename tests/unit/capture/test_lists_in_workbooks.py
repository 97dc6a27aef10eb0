"""Lists kept in spreadsheets: several sheets, one map; a sheet under other columns costs no other sheet."""

import pytest

from sijill.capture.lists.list_map import ListWithoutMap
from sijill.capture.lists.reading import read_list
from sijill.capture.lists.workbooks import WorkbookNotRead, workbook_grids
from sijill.model.document import DocumentId
from tests.unit.capture.made import ods, xlsx

HEADER = ["Name", "Age", "Date of death"]


def read(tmp_path, content, name="list.xlsx"):
    path = tmp_path / name
    path.write_bytes(content)
    return read_list(workbook_grids(path, name=name, mapping=None), list_="Registry", document=DocumentId("doc_1"))


def test_every_sheet_is_read_with_one_map(tmp_path):
    found = read(
        tmp_path,
        xlsx(
            {
                "North": [HEADER, ["Ada Holm", 40, "2031-05-12"]],
                "Notes": [["price", "quantity"], ["3", "4"]],
                "South": [HEADER, ["Bero Lant", 31, "2031-05-13"]],
            }
        ),
    )
    assert [(each.names[0].text, each.row.row, each.age) for each in found.records] == [
        ("Ada Holm", "North!2", (40, 40)),
        ("Bero Lant", "South!2", (31, 31)),
    ]
    assert found.rows == found.accepted + len(found.refused)
    assert {each.reason for each in found.refused} == {"other_columns"}


def test_an_open_document_sheet_is_a_list_too(tmp_path):
    found = read(tmp_path, ods([HEADER, ["Ada Holm", "40", "2031-05-12"]]), "list.ods")
    assert [each.names[0].text for each in found.records] == ["Ada Holm"]


def test_a_workbook_that_is_none_is_refused_with_a_sentence(tmp_path):
    (tmp_path / "list.xlsx").write_bytes(b"PK\x03\x04 and no workbook")
    with pytest.raises(WorkbookNotRead):
        workbook_grids(tmp_path / "list.xlsx", name="list.xlsx", mapping=None)


def test_a_workbook_without_known_columns_asks_for_a_map(tmp_path):
    with pytest.raises(ListWithoutMap):
        read(tmp_path, xlsx({"One": [["price", "quantity"], ["3", "4"]]}))
