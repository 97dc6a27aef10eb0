"""What can be read of a case, in the house and outside, is followed as far as the register itself."""

import json
import re
import shutil

import pytest

from sijill.chain.keeping.released import reads
from sijill.cli.main import call
from sijill.publish.release.hide import MARK


@pytest.fixture(scope="module")
def published(belqara, tmp_path_factory):
    folder = shutil.copytree(belqara, tmp_path_factory.mktemp("published") / "case")
    assert call(["publish", str(folder), "--profile", "public"]) == 0
    return folder


@pytest.fixture
def case(published, tmp_path):
    return shutil.copytree(published, tmp_path / "case")


def verified(case, capsys):
    capsys.readouterr()
    code = call(["verify", str(case), "--format", "json"])
    said = json.loads(capsys.readouterr().out)
    return code, {each["code"] for each in said["faults"]}, said


def test_pages_of_the_house_and_releases_are_followed_to_their_words(case, capsys):
    """A release adds to the log; pages that still say what the register says are still sound."""
    code, faults, said = verified(case, capsys)
    assert (code, faults) == (0, set())
    assert said["pages"].endswith("drawn again from these figures and compared")
    _, bounds, quotes = map(int, re.findall(r"\d+", said["releases"]))
    assert min(bounds, quotes) > 50


def test_another_number_on_a_page_of_the_house_is_tampering(case, capsys):
    """Right after a run a page can differ for one reason only."""
    assert call(["run", str(case), "--jobs", "1"]) == 0
    page = next(
        each for each in sorted((case / "published/internal/events").glob("*.html")) if b"31" in each.read_bytes()
    )
    page.write_bytes(page.read_bytes().replace(b"31", b"13"))
    code, faults, said = verified(case, capsys)
    assert (code, faults) == (1, {"page_unlike_the_register"})
    assert page.name in said["faults"][0]["says"]


def test_a_page_that_no_register_draws_and_one_that_is_gone_are_named(case, capsys):
    pages = case / "published/internal"
    (pages / "events" / "evt_00000000000000000000.html").write_text("<p>700 were killed")
    (pages / "doubts.html").unlink()
    code, faults, _ = verified(case, capsys)
    assert (code, faults) == (2, {"page_of_nothing", "page_missing"})


def test_a_page_that_is_older_than_the_record_is_incomplete_and_says_what_to_do(case, tmp_path, capsys):
    (tmp_path / "new.txt").write_text("At least 12 people were killed in Belqara on Monday, residents said.")
    assert call(["add", str(case), str(tmp_path / "new.txt"), "--published", "2021-03-20"]) == 0
    code, faults, said = verified(case, capsys)
    assert code == 2
    assert faults <= {"page_unlike_the_register", "page_missing"}
    assert "run again" in said["faults"][0]["says"]


def test_a_file_put_into_a_release_or_a_release_that_nobody_made_is_found(case, capsys):
    public = case / "published/public"
    (public / "data" / "more.csv").write_text("event,killed\nx,700\n")
    shutil.copytree(public, case / "published" / "copied")
    (case / "published" / "copied" / "manifest.json").unlink()
    code, faults, said = verified(case, capsys)
    assert (code, faults) == (1, {"published_by_nobody"})
    assert len(said["faults"]) == 2


def test_a_release_that_quotes_what_was_erased_since_is_incomplete(case, capsys):
    (case / "published" / "internal").rename(case / "aside")
    assert call(["show", str(case), "documents", "--format", "jsonl"]) == 0
    documents = [json.loads(each)["id"] for each in capsys.readouterr().out.splitlines()]
    for each in documents:
        call(["erase", str(case), each, "--because", "asked by the author", "--yes"])
    code, faults, _ = verified(case, capsys)
    assert code == 2
    assert "published_without_text" in faults


def test_names_that_a_release_hides_may_stand_between_words_that_it_shows():
    words = "Huda Orro and Sami Orro were killed at home"
    assert reads(words, words)
    assert reads(f"{MARK} and {MARK} were killed at home", words)
    assert reads(f"Huda Orro and {MARK} were killed at {MARK}", words)
    assert not reads(f"{MARK} and {MARK} were killed at work", words)
    assert not reads(f"{MARK} or {MARK} were killed at home", words)
    assert not reads(f"{words}{MARK}home", words)
    assert not reads(words[1:], words)
