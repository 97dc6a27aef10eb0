"""Broken and hostile files: each ends in named outcomes, no row is lost, and nothing is raised but on purpose."""

import json
import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.capture.found import Found
from sijill.capture.read import read
from sijill.capture.survey import survey
from sijill.capture.tables.lines import lines
from sijill.capture.tables.records import Dialect, records
from sijill.capture.tables.table_map import NoSuchColumn, TableMap
from sijill.capture.walk import Spotted, walk
from sijill.errors import SijillError
from sijill.model.document import Quarantined, State
from sijill.model.exchange import from_json, to_json
from sijill.store.ledger import Ledger
from sijill.store.vault import Vault

CAPTURED = "2031-05-04T12:00:00Z"
needs_files = pytest.mark.skipif("SIJILL_DATA" not in os.environ, reason="SIJILL_DATA names no folder of broken files")


def broken_files(folder, suffix):
    return sorted(Path(os.environ["SIJILL_DATA"], "badinput", folder).rglob(f"*.{suffix}"))


def outcome(path, mapping, name=None):
    """(documents with a text, quarantined, without a text); None if the map does not fit the table."""
    try:
        found = list(read(path, name=name, captured=CAPTURED, mapping=mapping))
    except NoSuchColumn:
        return None
    for each in found:
        record = each.document if isinstance(each, Found) else each
        assert from_json(type(record), to_json(record)) == record
    texts = [each for each in found if isinstance(each, Found) and each.text is not None]
    rows = [each for each in found if isinstance(each, Quarantined)]
    return texts, rows, [each for each in found if each not in texts and each not in rows]


def numbers(found):
    """The numbers of the rows, in the order they came."""
    texts, rows, _ = found
    locators = [each.document.locator for each in texts] + [each.locator for each in rows]
    return sorted(int(each.removeprefix("row:")) for each in locators if each)


@needs_files
def test_every_broken_csv_gives_as_many_rows_as_it_has():
    files = broken_files("csv", "csv")
    assert len(files) > 60
    for path in files:
        seen = survey(path, encoding=None)
        for delimiter in ",;\t|":
            first = next(records(lines(path, seen), Dialect(delimiter=delimiter)), None)
            if first is None or not first.fields or not first.fields[0].strip():
                continue
            found = outcome(path, TableMap(text=first.fields[0].strip()))
            if found is None or found[2]:
                continue
            counted = {
                each: sum(1 for _ in records(lines(path, seen), Dialect(delimiter=each))) - 1 for each in ",;\t|"
            }
            assert len(numbers(found)) in counted.values(), path
            assert numbers(found) == list(range(1, len(numbers(found)) + 1)), path


@needs_files
def test_every_broken_json_ends_in_named_outcomes():
    files = broken_files("json", "json")
    assert len(files) > 300
    for path in files:
        for name in ("t.json", "t.jsonl"):
            found = outcome(path, TableMap(text="a"), name=name)
            if found is not None and not found[2]:
                assert numbers(found) == list(range(1, len(numbers(found)) + 1)), path


@needs_files
def test_every_array_that_json_must_accept_gives_a_row_for_each_element():
    for path in broken_files("json", "json"):
        if path.name.startswith("y_array"):
            count = len(json.loads(path.read_text("utf-8")))
            found = outcome(path, TableMap(text="a"))
            assert len(numbers(found)) == count, path


@given(
    st.one_of(
        st.binary(max_size=80),
        st.text(st.sampled_from('ab,"\n\r;\t é'), max_size=80).map(str.encode),
        st.lists(st.sampled_from([b"a,b", b'"a', b'b"', b"\xff", b'"x","y"', b"", b"1,2,3"])).map(b"\n".join),
    )
)
def test_no_row_of_any_csv_is_lost(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "generated.csv"
    path.write_bytes(b"text,more\n" + content)
    found = outcome(path, TableMap(text="text"))
    if not found[2]:
        expected = sum(1 for _ in records(lines(path, survey(path, encoding=None)), Dialect(delimiter=","))) - 1
        assert numbers(found) == list(range(1, expected + 1))


CELL = st.one_of(st.none(), st.booleans(), st.text(max_size=5), st.floats())
OBJECT = st.dictionaries(st.sampled_from(["text", "more"]), CELL)


@given(st.lists(st.one_of(OBJECT, st.lists(st.integers(), max_size=2), CELL), max_size=8))
def test_no_line_of_any_json_lines_is_lost(tmp_path_factory, values):
    path = tmp_path_factory.getbasetemp() / "generated.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in [{"text": "first", "more": None}, *values]))
    assert numbers(outcome(path, TableMap(text="text"))) == list(range(1, len(values) + 2))


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.md", "a.csv", "a.tsv", "a.json", "a.jsonl", "a.xyz"]))
def test_whatever_the_bytes_are_reading_them_ends_by_name(tmp_path_factory, content, name):
    path = tmp_path_factory.getbasetemp() / "generated"
    path.write_bytes(content)
    try:
        found = list(read(path, name=name, captured=CAPTURED, mapping=TableMap(text="text")))
    except SijillError as refused:
        assert len(str(refused).splitlines()) == 1
    else:
        assert found


def test_a_text_of_200_megabytes_is_kept_and_named_in_flat_memory(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.write(b"Nine people were killed. " * 1000)
        os.truncate(stream.fileno(), 200_000_000)
    tracemalloc.start()
    (found,) = read(path, captured=CAPTURED)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (found.document.state, found.text) == (State.TOO_LARGE, None)
    assert peak < 16_000_000


def test_a_table_of_one_endless_line_is_read_in_bounded_memory(tmp_path):
    path = tmp_path / "endless.jsonl"
    with path.open("wb") as stream:
        stream.write(b'{"text": "')
        os.truncate(stream.fileno(), 150_000_000)
    path.rename(tmp_path / "e.jsonl")
    tracemalloc.start()
    found = list(read(tmp_path / "e.jsonl", captured=CAPTURED, mapping=TableMap(text="text"), encoding="utf-8"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [each.reason for each in found] == ["too_large"]
    assert peak < 64_000_000


HOSTILE = ("../../x.txt", "/etc/passwd.txt", "a\nb.txt", "n" * 5000 + ".txt", "\u202eexe.txt", "nul\x00.txt", "..txt")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_kept_as_a_name_and_reaches_no_file(tmp_path, name):
    original = tmp_path / "case" / "in"
    original.parent.mkdir()
    original.write_text("Nine dead.")
    vault = Vault(tmp_path / "case" / "vault")
    with Ledger.create(tmp_path / "case" / "ledger.db", vault=vault) as ledger:
        digest = vault.put(original)
        (found,) = read(vault.path(digest), name=name, captured=CAPTURED)
        ledger.capture([(found.document, found.text)], by="sys:add", means="test")
        assert [each.name for each in ledger.documents()] == [name]
    beside = {path.name.split("-")[0] for path in (tmp_path / "case").iterdir()}
    assert (beside, list(tmp_path.iterdir())) == ({"in", "vault", "ledger.db"}, [tmp_path / "case"])


def test_a_folder_of_good_and_bad_files_is_captured_whole(tmp_path):
    """Every file of the folder is in the ledger under a state or in quarantine, and its original is in the vault."""
    folder = tmp_path / "in"
    folder.mkdir()
    files = {
        "good.txt": b"Nine people were killed.",
        "empty.txt": b"",
        "photo.txt": b"\x89PNG\r\n\x1a\n\x00\x00",
        "old.txt": "قتل تسعة".encode("windows-1256"),
        "table.csv": b"text\nnine dead\n\"open\nten dead\n",
        "table.jsonl": b'{"text": "nine"}\n{"text": NaN}\n',
    }  # fmt: skip
    for name, content in files.items():
        (folder / name).write_bytes(content)
    vault = Vault(tmp_path / "vault")
    with Ledger.create(tmp_path / "ledger.db") as ledger:
        for spotted in walk(folder):
            assert isinstance(spotted, Spotted)
            original = vault.path(vault.put(spotted.path))
            found = list(read(original, name=spotted.name, captured=CAPTURED, mapping=TableMap(text="text")))
            good = [each for each in found if isinstance(each, Found)]
            bad = [each for each in found if isinstance(each, Quarantined)]
            doubts = [doubt for each in good for doubt in each.doubts]
            batch = [(each.document, each.text) for each in good]
            ledger.capture(batch, bad, by="sys:add", means="test", doubts=doubts)
        states = {(each.name, each.locator): each.state.value for each in ledger.documents()}
        assert states == {
            ("empty.txt", ""): "no_text",
            ("good.txt", ""): "ok",
            ("old.txt", ""): "corrupt",
            ("photo.txt", ""): "corrupt",
            ("table.csv", "row:1"): "ok",
            ("table.csv", "row:3"): "ok",
            ("table.jsonl", "row:1"): "ok",
        }
        refused = [(each.name, each.locator, each.reason) for each in ledger.quarantined()]
        assert refused == [("table.csv", "row:2", "unclosed_quote"), ("table.jsonl", "row:2", "bad_json")]
        assert [each.question.code for each in ledger.doubts()] == ["bad_encoding"]
        assert {vault.read(each) for each in ledger.cited()} == set(files.values())
