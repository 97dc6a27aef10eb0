"""The gate: nothing is written that need not be, nothing of somebody else's is touched."""

import errno
from hashlib import sha256

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


def files(folder):
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def release(out, **named):
    with gate.Staged(out) as stage:
        for name, content in named.items():
            stage.write(f"{name}.html", content)
        return stage.take_place()


def test_until_a_release_is_whole_its_reader_meets_the_last_one(tmp_path):
    out = tmp_path / "out"
    first = release(out, index=b"1", gone=b"2", same=[b"3", b"4"])
    assert (first.written, first.unchanged, first.removed) == (["gone.html", "index.html", "same.html"], 0, [])
    before = files(out)
    with gate.Staged(out) as stage:
        sealed = stage.write("index.html", (each for each in (b"5", b"6")))
        stage.write("same.html", b"34")
        assert files(out) == before
        second = stage.take_place()
    assert (sealed.size, sealed.sha256) == (2, sha256(b"56").hexdigest())
    assert (second.written, second.unchanged, second.removed) == (["index.html"], 1, ["gone.html"])
    assert files(out) == {"index.html": b"56", "same.html": b"34", gate.LIST: b"index.html\nsame.html\n"}
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def full_disk():
    yield b"half"
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_release_that_cannot_be_written_leaves_the_last_one_and_nothing_of_itself(tmp_path):
    out = tmp_path / "out"
    release(out, index=b"1")
    before = files(out)
    with pytest.raises(OSError, match="No space left"):
        release(out, index=b"2", more=full_disk())
    assert files(out) == before
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_a_process_killed_at_any_moment_is_mended_by_the_next_release(tmp_path):
    out = tmp_path / "out"
    release(out, index=b"1")
    (tmp_path / ".out.part").mkdir()
    (tmp_path / ".out.part" / "half.html").write_bytes(b"half")
    out.rename(tmp_path / ".out.gone")
    with gate.Staged(out):
        assert files(out)["index.html"] == b"1", "what was put aside is back"
    assert release(out, index=b"2").written == ["index.html"]
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_files_of_others_stay_where_a_release_is_made_and_are_never_in_its_way(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "notes.html").write_text("mine")
    release(out, index=b"1")
    release(out, index=b"2")
    assert (out / "notes.html").read_text() == "mine"
    with pytest.raises(gate.NotOurs, match="name an empty folder"):
        release(out, notes=b"1")
    assert (out / "index.html").read_bytes() == b"2"


def test_a_process_killed_before_files_of_others_were_brought_back_loses_none(tmp_path):
    out = tmp_path / "out"
    release(out, index=b"1", old=b"1")
    (out / "of").mkdir()
    (out / "of" / "others.txt").write_text("mine")
    out.rename(tmp_path / ".out.gone")
    release(tmp_path / "new", index=b"2")
    (tmp_path / "new").rename(out)
    release(out, index=b"3")
    assert files(out) == {"index.html": b"3", "of/others.txt": b"mine", gate.LIST: b"index.html\n"}
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_pages_of_a_drawing_that_was_cut_short_are_known_as_ours(tmp_path):
    def cut_short():
        yield "index.html", b"1"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        gate.let_out(tmp_path, cut_short())
    assert gate.let_out(tmp_path, {"index.html": b"2"}).written == ["index.html"]
