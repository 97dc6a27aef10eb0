"""Only what changed is done again, and what people decide takes effect with the next run."""

import json
import shutil

import pytest

from sijill import demo
from sijill.case import read_case
from sijill.chain.run import run_chain
from sijill.model.decision import Decision
from sijill.store.ledger import Ledger
from tests.acceptance.command_line import files_of, show, sijill

NEW = "Seven people were killed in Tarvish on 11 March 2021 when shells hit the town, a local doctor said.\n"


@pytest.fixture
def case(belqara_unestimated, tmp_path):
    shutil.copytree(belqara_unestimated, tmp_path / "case")
    return tmp_path / "case"


def run(case):
    return run_chain(read_case(case), by="analyst", at="2031-01-01T00:00:00Z", progress=lambda step, done, total: None)


def test_a_second_run_does_nothing(case):
    outcome = run(case)
    assert set(outcome.redone.values()) == {0}
    assert outcome.counts["documents"] == 20


def test_one_article_more_redoes_only_what_it_touches(case, tmp_path):
    events = {each["id"]: each for each in show(case, "events")}
    (tmp_path / "new.txt").write_text(NEW)
    assert sijill("add", case, tmp_path / "new.txt", "--published", "2021-03-12").code == 0
    outcome = run(case)
    assert outcome.redone["documents read"] == 1
    assert outcome.redone["documents resolved"] == 1
    after = {each["id"]: each for each in show(case, "events")}
    changed = [key for key, event in after.items() if events.get(key) != event]
    assert changed and set(events) <= set(after)
    assert 1 <= outcome.redone["events assessed"] <= len(changed) + 2
    assert outcome.redone["events assessed"] < len(after) / 2


def test_pages_that_were_kept_are_as_if_drawn_anew(case, tmp_path):
    (tmp_path / "new.txt").write_text(NEW)
    sijill("add", case, tmp_path / "new.txt", "--published", "2021-03-12")
    outcome = run(case)
    kept = files_of(case / "published")
    assert 0 < outcome.redone["pages written"] < len(kept)
    assert sijill("run", case, "--from", "publish").code == 0
    assert files_of(case / "published") == kept


def test_the_same_file_again_changes_nothing(case):
    ended = sijill("add", case, demo.reports() / "monitor.md", "--published", "2021-03-11")
    assert ended.code == 0 and "0 documents accepted, 1 known already" in ended.out
    assert set(run(case).redone.values()) == {0}


def test_a_repeated_text_is_a_copy_of_one_origin(case, tmp_path):
    (tmp_path / "reprint.txt").write_text("Reprinted.\n\n" + (demo.reports() / "un-statement.txt").read_text())
    before = {each["id"]: each["independent_sources"] for each in show(case, "events")}
    sijill("add", case, tmp_path / "reprint.txt", "--published", "2021-03-16")
    run(case)
    documents = show(case, "documents")
    origins = [each["origin"] for each in documents if each["name"] in ("un-statement.txt", "reprint.txt")]
    assert len(origins) == 2 and len(set(origins)) == 1
    after = {each["id"]: each["independent_sources"] for each in show(case, "events")}
    assert {key: after[key] for key in before} == before


def test_a_place_added_by_hand_settles_its_doubt(case):
    asked = [each for each in show(case, "doubts") if each["question"]["values"].get("name") == "Ombrel"]
    assert asked
    with (case / "hand" / "places.csv").open("a") as table:
        table.write("own-ombrel,Ombrel,,-45.6,-126.3,settlement,demo-azelan,A hamlet on the invented map\n")
    outcome = run(case)
    assert outcome.redone["documents read"] > 0
    left = [each for each in show(case, "doubts") if each["question"]["values"].get("name") == "Ombrel"]
    assert left == []
    assert "own-ombrel" in {each["where"]["place"] for each in show(case, "events")}


def decide(case, name, place):
    with Ledger.open(case / "ledger.db") as ledger:
        last = [each for each in ledger.decisions() if each.about == (name,)]
        made = Decision(id=f"dec_{len(last)}{place}", kind="place", about=(name,), value=json.dumps(place),
                        by=ledger.account("analyst"), at="2031-01-01T00:00:00Z", because="from a map")  # fmt: skip
        ledger.decide(made, seen=last[-1].id if last else None)


def test_of_a_decision_on_a_name_only_the_documents_that_say_it_are_resolved_again(case):
    before, named = show(case, "events"), show(case, "claims")
    saying = {each["document"] for each in named if each["where"]["text"] and "Ombrel" in each["where"]["text"]}
    known = next(each["where"]["place"] for each in before if each["where"]["place"])
    decide(case, "Ombrel", known)
    outcome = run(case)
    assert outcome.redone["documents read"] == 0
    assert outcome.redone["documents resolved"] == len(saying) < outcome.counts["documents"] / 2
    kept = {name: show(case, name) for name in ("events", "claims", "doubts")}
    assert known in {each["where"]["place"] for each in kept["claims"] if each["document"] in saying}
    shutil.rmtree(case / "derived")
    run(case)
    assert {name: show(case, name) for name in kept} == kept


def test_a_name_that_is_decided_otherwise_is_as_if_decided_so_at_once(case):
    for place in ("demo-azelan", "demo-belqara", None):
        decide(case, "Ombrel", place)
        outcome = run(case)
        assert 0 < outcome.redone["documents resolved"] < outcome.counts["documents"] / 2
    assert "Ombrel" in {each["question"]["values"].get("name") for each in show(case, "doubts")}


def test_a_report_without_a_date_is_asked_about_once(case):
    asked = [each for each in show(case, "doubts") if each["question"]["code"] == "no_publication_date"]
    assert [each["question"]["values"]["name"] for each in asked] == ["letters-from-the-cistern.txt"]


def backlog(case):
    (number,) = {each["backlog"] for each in show(case, "totals")}
    return number


def test_what_could_not_be_read_stands_beside_the_totals(case, tmp_path):
    """A scan, an empty file and a text in a language that is not read yet: what is unread looks like peace."""
    assert backlog(case) == 0
    (tmp_path / "scan.mp4").write_bytes(b"not readable")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "unknown.txt").write_text("Kolme ihmista sai surmansa kylassa eilen illalla.\n")
    sijill("add", case, *(tmp_path / name for name in ("scan.mp4", "empty.txt", "unknown.txt")))
    run(case)
    assert backlog(case) == 3
    shown = sijill("show", case, "documents").out
    assert all(why in shown for why in ("unsupported", "no text", "language und"))


def test_a_text_that_was_read_and_holds_nothing_is_no_backlog(case, tmp_path):
    (tmp_path / "calm.txt").write_text("The ferry was late on Monday, and the baker said that it was the wind.\n")
    sijill("add", case, tmp_path / "calm.txt")
    assert "not run yet" in sijill("show", case, "documents").out
    run(case)
    assert backlog(case) == 0
    assert "not run yet" not in sijill("show", case, "documents").out


def test_totals_count_what_lies_in_the_scope(case):
    whole = {each["harm"]: len(each["rests_on"]) for each in show(case, "totals")}
    text = (case / "case.toml").read_text().replace("places = []", 'places = ["Bilqara"]\nfrom = 2021-03-01')
    (case / "case.toml").write_text(text)
    outcome = run(case)
    inside = {each["harm"]: each for each in show(case, "totals")}
    assert inside["killed"]["scope"] == "Bilqara"
    assert 0 < len(inside["killed"]["rests_on"]) < whole["killed"]
    assert outcome.redone["events assessed"] == 0


def test_a_scope_that_nobody_knows_is_refused(case):
    text = (case / "case.toml").read_text().replace("places = []", 'places = ["Xyzzy"]')
    (case / "case.toml").write_text(text)
    ended = sijill("run", case)
    assert ended.code == 2 and "scope.places = 'Xyzzy'" in ended.err


def test_the_log_knows_who_decided_only_by_a_code(case):
    with (case / "hand" / "places.csv").open("a") as table:
        table.write("own-ombrel,Ombrel,,,,settlement,,A hamlet on the invented map\n")
    assert sijill("run", case).code == 0
    with Ledger.open(case / "ledger.db") as ledger:
        made = [each for each in ledger.decisions() if each.about == ("own-ombrel",)]
    assert len(made) == 1
    assert made[0].by.startswith("u:") and made[0].because == "A hamlet on the invented map"


def test_what_was_added_since_the_last_run_is_said(case, tmp_path):
    (tmp_path / "new.txt").write_text(NEW)
    sijill("add", case, tmp_path / "new.txt", "--published", "2021-03-12")
    ended = sijill("show", case, "events")
    assert ended.code == 0 and "1 documents were added since the last run" in ended.err
    run(case)
    assert sijill("show", case, "events").err == ""
