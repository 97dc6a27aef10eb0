"""Lists of places from the command line: taken in with their terms, known to the next run, taken out again."""

import shutil
from hashlib import sha256

import pytest

from tests.acceptance.command_line import show, sijill

REPORT = "Five people were killed in Tal Harun on May 1, 2021, a doctor said. The Orrakan Front shelled the village."
ROWS = "Village,Arabic,Latitude,Longitude,Province\nTal Harun,تل هارون,-45.60,-126.30,Azelan\n,,1,1,\n"
TERMS = ("--source", "Field team", "--licence", "internal use")


@pytest.fixture
def case(tmp_path):
    folder = tmp_path / "case"
    sijill("init", folder, "--pack", "demo")
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "villages.csv").write_text(ROWS, encoding="utf-8")
    sijill("add", folder, tmp_path / "report.txt", "--published", "2021-05-02")
    sijill("run", folder)
    return folder


def where(case):
    return next(each["where"] for each in show(case, "claims") if each["harm"] == "killed")


def test_a_place_that_nothing_lists_is_a_doubt_until_a_list_has_it(case, tmp_path):
    assert where(case)["place"] is None
    assert "unknown_place" in {each["question"]["code"] for each in show(case, "doubts")}
    told = sijill("places", case, tmp_path / "villages.csv", *TERMS).out
    assert "1 places (1 settlement)" in told
    assert "no name (rows 3)" in told
    sijill("run", case)
    assert where(case) == {
        "text": "Tal Harun",
        "place": "list:villages/tal harun/azelan",
        "lat": -45.60,
        "lon": -126.30,
        "precision": "settlement",
    }
    assert "unknown_place" not in {each["question"]["code"] for each in show(case, "doubts")}


def test_a_list_keeps_who_made_it_and_on_what_terms(case, tmp_path):
    sijill("places", case, tmp_path / "villages.csv", *TERMS)
    assert sijill("places", case).out == "villages: 1 of 2 rows of villages.csv; Field team, internal use\n"
    sijill("run", case)
    assert sijill("verify", case).code == 0


def test_without_terms_nothing_is_taken(case, tmp_path):
    refused = sijill("places", case, tmp_path / "villages.csv")
    assert "--licence" in refused.err
    assert "no list of places" in sijill("places", case).out


def test_the_same_list_again_changes_nothing(case, tmp_path):
    sijill("places", case, tmp_path / "villages.csv", *TERMS)
    assert "already taken" in sijill("places", case, tmp_path / "villages.csv", *TERMS).out


def test_a_list_can_be_taken_out_again_with_a_reason(case, tmp_path):
    before = show(case, "claims")
    sijill("places", case, tmp_path / "villages.csv", *TERMS)
    assert "reason" in sijill("places", case, "--withdraw", "villages").err
    sijill("places", case, "--withdraw", "villages", "--because", "positions were wrong")
    sijill("run", case)
    assert show(case, "claims") == before


def test_rows_that_were_not_taken_are_no_backlog(case, tmp_path):
    before = show(case, "totals")
    sijill("places", case, tmp_path / "villages.csv", *TERMS)
    sijill("run", case)
    assert [each["backlog"] for each in show(case, "totals")] == [each["backlog"] for each in before]


def test_a_list_is_read_once_and_rests_with_all_that_is_computed(case, tmp_path):
    """Its original is needed again only when nothing of it rests."""
    sijill("places", case, tmp_path / "villages.csv", *TERMS)
    sijill("run", case)
    before = show(case, "claims")
    held = sha256((tmp_path / "villages.csv").read_bytes()).hexdigest()
    (original,) = [
        each for each in (case / "vault").rglob("*") if each.is_file() and held in str(each).replace("/", "")
    ]
    original.unlink()
    found = sijill("show", case, "claims", "--place", "Tal Harun")
    assert found.code == 0 and show(case, "claims") == before
    shutil.rmtree(case / "derived" / "known")
    assert sijill("show", case, "claims", "--place", "Tal Harun").code != 0
