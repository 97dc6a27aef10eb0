"""The gate: nothing is written that need not be, nothing of somebody else's is touched."""

import pytest

from sijill.publish import gate


def test_only_changed_pages_are_written_and_stale_ones_go(tmp_path):
    first = gate.let_out(tmp_path, {"index.html": b"1", "events/evt_a.html": b"a"})
    assert (first.written, first.unchanged, first.removed) == (["events/evt_a.html", "index.html"], 0, [])
    untouched = (tmp_path / "index.html").stat().st_mtime_ns
    second = gate.let_out(tmp_path, {"index.html": b"1", "events/evt_b.html": b"b"})
    assert (second.written, second.unchanged, second.removed) == (["events/evt_b.html"], 1, ["events/evt_a.html"])
    assert (tmp_path / "index.html").stat().st_mtime_ns == untouched
    assert not (tmp_path / "events/evt_a.html").exists()


def test_a_kept_page_stays_without_being_drawn_again(tmp_path):
    gate.let_out(tmp_path, {"index.html": b"1", "events/evt_a.html": b"a"})
    passed = gate.let_out(tmp_path, {"index.html": b"1"}, kept={"events/evt_a.html"})
    assert (passed.written, passed.unchanged, passed.removed) == ([], 2, [])


def test_a_file_of_somebody_else_is_never_overwritten_or_removed(tmp_path):
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(gate.NotOurs, match="name an empty folder"):
        gate.let_out(tmp_path, {"index.html": b"1"})
    (tmp_path / "index.html").rename(tmp_path / "notes.html")
    gate.let_out(tmp_path, {"index.html": b"1"})
    gate.let_out(tmp_path, {"doubts.html": b"2"})
    assert (tmp_path / "notes.html").read_text() == "mine"


@pytest.mark.parametrize(
    "name",
    ["../index.html", "events/../../x.html", "/tmp/x.html", "events/.html", "a.exe", "a/b/c/d.html", "e/a b.html"],
)
def test_a_page_cannot_be_named_out_of_its_folder(tmp_path, name):
    with pytest.raises(gate.NotAPageName):
        gate.let_out(tmp_path, {name: b""})


def test_a_list_of_pages_that_was_tampered_with_removes_nothing_outside(tmp_path):
    out = tmp_path / "out"
    gate.let_out(out, {"index.html": b"1"})
    (tmp_path / "secret.html").write_text("keep")
    (out / gate.LIST).write_text("../secret.html\nindex.html\n")
    gate.let_out(out, {"index.html": b"1"})
    assert (tmp_path / "secret.html").exists()


def test_no_half_written_page_is_left_behind(tmp_path):
    gate.let_out(tmp_path, {"index.html": b"1"})
    assert sorted(each.name for each in tmp_path.iterdir()) == ["index.html", gate.LIST]
