"""Folders are walked in one order everywhere; names are names, never paths."""

import os

import pytest

from sijill.capture.walk import LeftOut, NothingThere, Spotted, on_one_line, walk


def names(root):
    return [each.name for each in walk(root)]


def test_the_order_is_that_of_the_bytes_of_the_names(tmp_path):
    for name in ("b.txt", "B.txt", "é.txt", "a/z.txt", "a.txt", "قرية.txt", ".hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert names(tmp_path) == [".hidden", "B.txt", "a/z.txt", "a.txt", "b.txt", "é.txt", "قرية.txt"]


def test_a_file_is_called_the_same_from_every_working_directory(tmp_path, monkeypatch):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("a")
    monkeypatch.chdir(tmp_path)
    assert names(tmp_path) == names(tmp_path / "in" / "..") == ["in/a.txt"]
    assert names(tmp_path / "in" / "a.txt") == ["a.txt"]


def test_links_and_special_files_are_named_and_not_followed(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("s")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link").symlink_to(outside)
    (inside / "file").symlink_to(outside / "secret.txt")
    os.mkfifo(inside / "pipe")
    assert list(walk(inside)) == [
        LeftOut(name="file", reason="link"),
        LeftOut(name="link", reason="link"),
        LeftOut(name="pipe", reason="special"),
    ]


def test_a_closed_folder_is_named_and_not_entered(tmp_path):
    for name in ("shut/a.txt", "wide/b.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("x")
    found = list(walk(tmp_path, closed=lambda folder: folder.name == "shut"))
    assert [each.name for each in found] == ["shut", "wide/b.txt"]
    assert found[0] == LeftOut(name="shut", reason="closed")


def test_a_hostile_name_is_shown_and_not_obeyed(tmp_path):
    valid = [b"..%2f..%2fx.txt", b"a\nb.txt", b"n" * 251 + b".txt", b"-rf.txt", "\u202etxt.exe".encode()]
    hostile = [*valid, b"\xff\xfe.txt"]
    for name in hostile:
        (tmp_path / os.fsdecode(name)).write_text("x")
    found = list(walk(tmp_path))
    assert all(isinstance(each, Spotted) and each.path.read_text() == "x" for each in found)
    assert [each.name.encode() for each in found] == [*sorted(valid), b"\\udcff\\udcfe.txt"]


def test_a_path_that_leads_nowhere_is_refused(tmp_path):
    with pytest.raises(NothingThere, match="check the path"):
        names(tmp_path / "gone")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\nb.txt", "a\\nb.txt"),
        ("\x1b[2Jgone.txt", "\\x1b[2Jgone.txt"),
        ("\u202etxt.exe", "\\u202etxt.exe"),
        ("a\x85\u2028b", "a\\x85\\u2028b"),
        ("Hôtel de ville\u00a0.txt", "Hôtel de ville\u00a0.txt"),
        ("نیم\u200cفاصله.txt", "نیم\u200cفاصله.txt"),
    ],
)
def test_a_name_is_shown_on_one_line_and_steers_nothing(name, shown):
    assert on_one_line(name) == shown
