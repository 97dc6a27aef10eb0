"""A case with one report in English and one in Arabic: one event, the same party and place, nothing unread."""

import pytest

from tests.acceptance.command_line import show, sijill

REPORTS = {
    "english.txt": "The Orrakan Front shelled Ostal on 3 March 2021, killing 12 people.\n",
    "arabic.txt": "قصفت جبهة أوراكان أوستال في 3 آذار 2021، ما أدى إلى مقتل 12 شخصاً.\n",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    """A case of the invented conflict with both reports, read."""
    folder = tmp_path_factory.mktemp("languages")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    case = folder / "case"
    assert sijill("init", case, "--pack", "demo").code == 0
    added = sijill("add", case, *(folder / name for name in REPORTS), "--published", "2021-03-05")
    assert added.code == 0, added.err
    assert sijill("run", case).code == 0
    return case


def test_both_reports_tell_of_one_event(case):
    (event,) = show(case, "events")
    assert len(event["documents"]) == 2
    assert event["tolls"]["killed"]["low"] == event["tolls"]["killed"]["high"] == 12


def test_names_in_either_script_are_the_same_party_and_place(case):
    claims = show(case, "claims")
    assert {actor["party"] for claim in claims for actor in claim["actors"]} == {"orrakan-front"}
    assert {claim["where"]["place"] for claim in claims} == {"demo-ostal"}
    assert {claim["when"]["start"] for claim in claims} == {"2021-03-03"}


def test_no_total_has_unread_documents_beside_it(case):
    assert {total["backlog"] for total in show(case, "totals")} == {0}
