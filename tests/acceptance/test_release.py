"""A release holds what its profile lets out, and nothing else: marks put into the house are in no file of it."""

import json
import re
import shutil
import subprocess
import sys

import pytest

from bench.publish import canaries
from tests.acceptance.command_line import files_of, shell, show, sijill

MARKS = 100
"""Of the 500 that `make bench` plants."""


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """A case with marks in every place where a name can stand that must not leave."""
    return canaries.planted(tmp_path_factory.mktemp("planted"), MARKS, canaries.said)


@pytest.mark.parametrize("profile", canaries.PROFILES)
def test_of_all_marks_in_the_house_none_is_in_a_release(planted, tmp_path, profile):
    case, marks = planted
    ended = sijill("publish", case, "--profile", profile, "--dossiers", "--to", tmp_path / "out")
    assert ended.code == 0, ended.err
    assert [*(tmp_path / "out").rglob("*.pdf")]
    told = {"what the command says": (ended.out + ended.err).encode()}
    found = list(canaries.marks_in(canaries.unpacked({**files_of(tmp_path / "out"), **told}), marks))
    assert not found, f"{len(found)} found, such as {found[:5]}"


@pytest.mark.parametrize("failure", canaries.FAILURES)
def test_a_release_that_fails_says_no_mark_and_leaves_nothing_of_itself(planted, tmp_path, failure):
    case, marks = planted
    with canaries.FAILURES[failure](marks):
        ended = sijill("publish", case, "--to", tmp_path / "out")
    assert ended.code != 0
    assert ended.err.count("\n") == 1
    assert not list(canaries.marks_in([(failure, ended.out + ended.err)], marks))
    assert [*tmp_path.iterdir()] == []


def test_what_is_held_back_is_told_without_a_mark(planted, tmp_path):
    case, marks = planted
    toml = case / "case.toml"
    before = toml.read_text(encoding="utf-8")
    toml.write_text(before + "\n[release.partner]\nreviewed = true\n", encoding="utf-8")
    ended = sijill("publish", case, "--profile", "partner", "--to", tmp_path / "out")
    toml.write_text(before, encoding="utf-8")
    assert ended.code == 0, ended.err
    assert "held back: " in ended.out and "only what people have reviewed" in ended.out
    assert not list(canaries.marks_in([("said", ended.out + ended.err)], marks))


def test_the_marks_were_in_the_house(planted):
    case, marks = planted
    shown = "".join(sijill("show", case, kind, "--format", "jsonl").out for kind in ("claims", "documents", "persons"))
    assert sum(json.dumps(mark, ensure_ascii=False)[1:-1] in shown for mark in marks) > MARKS / 5


def test_the_same_case_gives_the_same_bytes_in_any_folder_time_zone_locale_and_order_of_hashing(
    belqara_unestimated, tmp_path
):
    """PDF, Parquet, SQLite and pictures too: a copy of the case, elsewhere, run anew, by another process."""
    case, event = tmp_path / "case", show(belqara_unestimated, "events")[0]["id"]
    shutil.copytree(belqara_unestimated, case)
    assert sijill("publish", case, "--dossier", event, "--to", tmp_path / "here" / "out").code == 0
    elsewhere = tmp_path / "another place" / "of the same case"
    shutil.copytree(case, elsewhere)
    shutil.rmtree(elsewhere / "derived")
    around = {"TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711", "HOME": str(tmp_path)}
    for words in (("run", elsewhere), ("publish", elsewhere, "--dossier", event, "--to", tmp_path / "there" / "out")):
        ended = shell(*words, folder=tmp_path, **around)
        assert ended.code == 0, ended.err
    assert "as it was made before" in ended.out
    here, there = files_of(tmp_path / "here" / "out"), files_of(tmp_path / "there" / "out")
    assert {"pdf", "parquet", "sqlite", "csv", "html"} <= {name.rpartition(".")[2] for name in here}
    assert {name for name in here.keys() | there.keys() if here.get(name) != there.get(name)} == set()


def test_ids_of_a_release_are_those_of_no_other_and_not_those_of_the_house(belqara, tmp_path):
    ids = re.compile(rb"(?:evt|clm|doc)_[0-9a-f]{20}")
    case, released = shutil.copytree(belqara, tmp_path / "case"), {}
    toml = case / "case.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace('"en", "ar"', '"en"'), encoding="utf-8")
    for profile in canaries.PROFILES:
        assert sijill("publish", case, "--profile", profile, "--to", tmp_path / profile).code == 0
        released[profile] = {each for file in files_of(tmp_path / profile).values() for each in ids.findall(file)}
    house = {each for file in files_of(belqara / "published" / "internal").values() for each in ids.findall(file)}
    assert all(released.values())
    assert not released["public"] & house
    assert not released["public"] & released["partner"]


@pytest.fixture(scope="module")
def twice(belqara_unestimated, tmp_path_factory):
    """A case with two releases, the second after another report, and the folder of the second."""
    folder = tmp_path_factory.mktemp("twice")
    case = shutil.copytree(belqara_unestimated, folder / "case")
    assert sijill("publish", case, "--to", folder / "first").code == 0
    (folder / "more.txt").write_text("At least 31 people were killed in Belqara on 9 March 2021.", encoding="utf-8")
    assert sijill("add", case, folder / "more.txt", "--source", "Ostal Herald", "--published", "2021-03-12").code == 0
    assert sijill("run", case).code == 0
    ended = sijill("publish", case, "--to", folder / "second")
    assert "release 2 for the profile public, made now" in ended.out
    return case, folder / "second"


def test_a_second_release_made_again_is_the_same_with_what_it_says_otherwise_than_the_first(twice, tmp_path):
    case, second = twice
    ended = sijill("publish", case, "--to", tmp_path / "second")
    assert "release 2 for the profile public, as it was made before" in ended.out
    assert files_of(tmp_path / "second") == files_of(second)
    assert b"Nothing that a reader of the last release must know" not in (second / "method.html").read_bytes()


def test_a_release_with_another_dossier_is_another_release(twice, tmp_path):
    case, _ = twice
    event = show(case, "events")[0]["id"]
    words = ("publish", case, "--profile", "partner")
    without = sijill(*words, "--to", tmp_path / "one").out.splitlines()[0]
    with_one = sijill(*words, "--dossier", event, "--selection", "--to", tmp_path / "two").out.splitlines()[0]
    assert without.split(",")[0] != with_one.split(",")[0]
    assert len([*(tmp_path / "two").rglob("dossiers/*.pdf")]) == 2 * len(("en", "ar")), "the event, and the selection"
    assert sijill("verify", tmp_path / "two").code == 0


def verdicts(folder):
    """What `sijill verify` says of a release, and what the program in it says without Sijill: exit codes."""
    alone = subprocess.run([sys.executable, "-I", folder / "verify.py"], capture_output=True, check=False)
    return sijill("verify", folder).code, alone.returncode


def test_a_release_is_verified_with_sijill_and_without_it_and_a_changed_file_is_found(twice, tmp_path):
    shutil.copytree(twice[1], tmp_path / "out")
    assert verdicts(tmp_path / "out") == (0, 0)
    data = tmp_path / "out" / "data" / "events.csv"
    before = data.read_bytes()
    data.write_bytes(before.replace(b"31", b"13"))
    assert verdicts(tmp_path / "out") == (1, 1)
    data.write_bytes(before)
    manifest = tmp_path / "out" / "manifest.json"
    manifest.write_bytes(manifest.read_bytes().replace(b'"release": 2', b'"release": 1'))
    assert verdicts(tmp_path / "out") == (1, 1)
    data.unlink()
    shutil.copy(twice[1] / "manifest.json", manifest)
    assert verdicts(tmp_path / "out") == (2, 2)
