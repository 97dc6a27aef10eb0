"""Derived tables: found again by what they were computed from, the same bytes for the same rows, and never trusted."""

import subprocess
import sys

import pyarrow as pa
import pytest

from sijill.model.arrow import from_table, to_table
from sijill.model.document import Document, document_id
from sijill.store.tables import NotATableName, Tables

DOCUMENT = Document(id=document_id("ab" * 32, ""), name="قرية.txt", digest="ab" * 32, captured="2031-05-04T12:00:00Z")


@pytest.fixture
def tables(tmp_path):
    return Tables(tmp_path / "derived")


def table(*numbers: int) -> pa.Table:
    return pa.table({"n": pa.array(numbers, pa.int64())})


def test_a_table_comes_back_as_it_was(tables):
    tables.put("documents", "k1", to_table(Document, [DOCUMENT]))
    found = tables.get("documents", "k1")
    assert found.equals(to_table(Document, [DOCUMENT]), check_metadata=True)
    assert from_table(Document, found) == [DOCUMENT]


def test_a_table_of_something_else_counts_as_absent(tables):
    tables.put("events", "k1", table(1))
    assert tables.get("events", "k2") is None
    assert tables.get("claims", "k1") is None


def test_every_damaged_byte_is_noticed(tables, tmp_path):
    """Flip each byte in turn: the table counts as absent."""
    tables.put("events", "k1", table(*range(50)))
    path = tmp_path / "derived" / "events.parquet"
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x40]) + whole[at + 1 :])
        assert tables.get("events", "k1") is None, at


@pytest.mark.parametrize("damage", [b"", b"PAR1", b"not parquet at all"])
def test_a_file_that_is_no_table_counts_as_absent(tables, tmp_path, damage):
    tables.put("events", "k1", table(1))
    (tmp_path / "derived" / "events.parquet").write_bytes(damage)
    assert tables.get("events", "k1") is None
    assert tables.key("events") is None


def test_the_same_rows_give_the_same_bytes_however_they_are_chunked(tables, tmp_path):
    tables.put("a", "k", pa.concat_tables([table(1, 2), table(3)]))
    tables.put("b", "k", table(1, 2, 3))
    assert (tmp_path / "derived/a.parquet").read_bytes() == (tmp_path / "derived/b.parquet").read_bytes()


def test_tables_can_be_nested_and_listed_with_their_keys(tables):
    for name, key in (("extract/00000", "a"), ("extract/00001", "b"), ("extracts", "c"), ("link", "d")):
        tables.put(name, key, table(1))
    assert tables.names() == ["extract/00000", "extract/00001", "extracts", "link"]
    assert tables.keys("extract") == {"extract/00000": "a", "extract/00001": "b"}
    tables.remove("extract/00001")
    tables.remove("extract/00001")
    assert tables.keys("extract") == {"extract/00000": "a"}


WRITE_AND_READ = """
import os, sys
from pathlib import Path
import pyarrow as pa
from sijill.store.tables import Tables
def threads():
    return len(os.listdir("/proc/self/task"))
before, tables = threads(), Tables(Path(sys.argv[1]))
tables.put("events", "k1", pa.table({"n": [1, 2], "s": [{"t": ["a"]}, None]}))
assert tables.key("events") == "k1" and len(tables.get("events", "k1").to_pylist()) == 2
sys.exit(threads() - before)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="threads are counted under /proc")
def test_no_thread_is_left_behind_that_could_abort_a_command_at_its_end(tmp_path):
    assert subprocess.run([sys.executable, "-c", WRITE_AND_READ, tmp_path], check=False).returncode == 0


def test_putting_again_replaces_the_table(tables):
    tables.put("link", "a", table(1))
    tables.put("link", "b", table(2))
    assert tables.get("link", "b").equals(table(2))
    assert tables.names() == ["link"]


@pytest.mark.parametrize("name", ["../events", "/etc/x", "a//b", "", "a/../b", "Events", "a\n", "."])
def test_a_name_cannot_lead_out_of_the_folder(tables, name):
    with pytest.raises(NotATableName):
        tables.put(name, "k", table(1))
