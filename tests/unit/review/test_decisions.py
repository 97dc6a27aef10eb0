"""What is decided at the desk is appended, with a reason, and the chain makes the register of it."""

import json

import pytest

from sijill.model.claim import Harm
from sijill.model.finding import EventStatus
from tests.acceptance.command_line import sijill


def event(sitting, act):
    return next(each for each in sitting.view.findings if each.act.value == act)


def doubt(sitting, code):
    return next(each for each in sitting.view.doubts if each.question.code == code)


def claim_on(sitting, words):
    return next(each for each in sitting.view.claims.values() if words in each.quote)


def test_an_answer_is_a_decision_and_the_doubt_is_gone(sitting):
    asked = doubt(sitting, "unknown_place")
    name = asked.question.values["name"]
    answered = sitting.post(f"/doubts/{asked.id}/answer", typed="Belqara", because="the text says so", seen="")
    assert answered.status_code == 303
    made = sitting.desk.journal.all[-1]
    assert (made.kind, made.about, made.because) == ("place", (name,), "the text says so")
    assert asked.id not in {each.id for each in sitting.desk.queue(sitting.desk.alone)}
    sitting.run()
    assert asked.id not in sitting.view.doubt_of


def test_undo_puts_back_what_was_before(sitting):
    asked = doubt(sitting, "unknown_place")
    before = len(sitting.desk.queue(sitting.desk.alone))
    sitting.post(f"/doubts/{asked.id}/answer", typed="Belqara", because="x", seen="")
    sitting.post("/undo")
    assert len(sitting.desk.queue(sitting.desk.alone)) == before
    sitting.run()
    assert asked.id in sitting.view.doubt_of
    assert sitting.post("/undo").status_code == 422


def test_a_decision_without_a_reason_is_refused(sitting):
    found = event(sitting, "shelling")
    assert sitting.post(f"/events/{found.id}/status", status="in_review", because=" ").status_code == 422
    assert not [each for each in sitting.desk.journal.all if each.kind == "status"]


def test_whoever_decides_on_something_else_than_what_stands_sees_both(sitting):
    asked = doubt(sitting, "unknown_place")
    sitting.post(f"/doubts/{asked.id}/answer", typed="Belqara", because="the first", seen="")
    conflict = sitting.post(f"/doubts/{asked.id}/answer", typed="Miraw", because="the second", seen="")
    assert conflict.status_code == 409
    assert "the first" in conflict.text
    assert "the second" in conflict.text
    settled = sitting.desk.journal.last("place", (asked.question.values["name"],))
    assert sitting.post(f"/doubts/{asked.id}/answer", typed="Miraw", because="x", seen=settled.id).status_code == 303


def test_a_corrected_number_moves_the_range_and_the_claim_stays_as_read(sitting):
    claim = next(each for each in sitting.view.claims.values() if each.toll and each.toll.number == 400)
    before = sitting.view.finding_of[sitting.view.event_of[claim.id]].tolls[Harm.KILLED]
    assert (before.low, before.high) == (400, 400)
    sitting.post(f"/claims/{claim.id}/correct", field="toll", number="390", hedge="exact", because="a slip", seen="")
    sitting.run()
    after = sitting.view.finding_of[sitting.view.event_of[claim.id]].tolls[Harm.KILLED]
    assert (after.low, after.high) == (390, 390)
    assert sitting.view.claims[claim.id].quote == claim.quote
    moved = sitting.desk.movements[0]
    assert ((400, 400), (390, 390)) in {(each.before, each.after) for each in moved.figures}
    assert [each.because for each in moved.decisions] == ["a slip"]


def test_words_that_make_no_claim_leave_the_register(sitting):
    claim = claim_on(sitting, "executed nine men")
    sitting.post(f"/claims/{claim.id}/correct", field="withdrawn", value="true", because="hearsay", seen="")
    sitting.run()
    assert claim.id not in sitting.view.claims
    sitting.post("/undo")
    sitting.run()
    assert claim.id in sitting.view.claims


@pytest.mark.parametrize(("field", "form"), [("toll", {"number": "many"}), ("when", {"value": "soon"}), ("x", {})])
def test_a_correction_that_is_none_is_refused_by_name(sitting, field, form):
    claim = claim_on(sitting, "executed nine men")
    refused = sitting.post(f"/claims/{claim.id}/correct", field=field, because="x", seen="", **form)
    assert refused.status_code == 422
    assert "Traceback" not in refused.text


def test_a_claim_that_reading_missed_is_added_on_its_words(sitting):
    document = next(iter(sitting.view.claims.values())).document
    text = sitting.view.text(document)
    start = text.index("Neither account")
    sitting.post(
        f"/documents/{document}/missed", start=start, end=start + 15, harm="injured", act="shelling", number="3",
        hedge="at_least", stance="asserts", where="Belqara", because="the reader missed it",
    )  # fmt: skip
    sitting.run()
    added = next(each for each in sitting.view.claims.values() if each.extractor == "review@1")
    assert added.quote == "Neither account"
    assert (added.toll.low, added.toll.high) == (3, None)
    assert added.where.place is not None


def test_the_date_of_a_document_is_decided(sitting):
    asked = doubt(sitting, "no_publication_date")
    sitting.post(f"/doubts/{asked.id}/answer", typed="12/3/2021", because="postmark", seen="")
    sitting.run()
    assert sitting.view.documents[asked.about[0]].published == "2021-03-12"
    assert asked.id not in sitting.view.doubt_of


def test_a_split_makes_two_events_and_a_merge_makes_one_again(sitting):
    found = event(sitting, "shelling")
    number = len(sitting.view.findings)
    apart = found.claims[-1]
    sitting.post(f"/events/{found.id}/split", **{f"claim-{apart}": "on"}, other="", because="another day")
    sitting.run()
    assert sitting.view.event_of.get(apart) != found.id
    other = sitting.view.event_of.get(apart)
    sitting.post("/undo")
    sitting.run()
    assert sitting.view.event_of[apart] == found.id
    assert len(sitting.view.findings) == number
    assert other != found.id


def test_states_follow_each_other_and_nobody_reviews_their_own_work(sitting):
    found = event(sitting, "shelling")
    assert sitting.post(f"/events/{found.id}/status", status="final", because="x").status_code == 422
    sitting.post(f"/events/{found.id}/status", status="in_review", because="begun", seen="")
    sitting.run()
    assert sitting.view.finding_of[found.id].status is EventStatus.IN_REVIEW
    seen = sitting.desk.journal.last("status", (found.id,)).id
    sitting.post(f"/events/{found.id}/status", status="peer_review", because="done", seen=seen)
    sitting.run()
    seen = sitting.desk.journal.last("status", (found.id,)).id
    own = sitting.post(f"/events/{found.id}/status", status="reviewed", because="looks right", seen=seen)
    assert own.status_code == 422
    assert sitting.view.finding_of[found.id].status is EventStatus.PEER_REVIEW


def test_two_persons_are_judged_to_be_one(sitting, tmp_path):
    for name in ("Salma Daro, 34", "Huda Marran, 51"):
        path = tmp_path / f"{name[:4]}.txt"
        path.write_text(f"{name}, was killed when shells hit Belqara on 9 March 2021.", encoding="utf-8")
        sijill("add", sitting.folder, path, "--published", "2021-03-10")
    sitting.run()
    first, second = (each.id for each in sitting.view.persons[:2])
    ended = sitting.post(f"/persons/{first}/judge", other=second, verdict="same", because="the same mother")
    assert ended.status_code == 303
    number = len(sitting.view.persons)
    sitting.run()
    assert len(sitting.view.persons) == number - 1


def test_a_row_that_is_decided_is_written_into_hand_and_survives_a_run(sitting):
    place = next(each for each in sitting.view.places.values() if each.name == "Belqara")
    sitting.post(
        "/known/place", id=place.id, name="Belqara", lat="1.5", lon="2.5", kind="settlement", because="survey",
        aliases=" | ".join(place.aliases),
    )  # fmt: skip
    assert "1.5,2.5" in (sitting.folder / "hand" / "places.csv").read_text(encoding="utf-8")
    sitting.run()
    assert (sitting.view.places[place.id].lat, sitting.view.places[place.id].lon) == (1.5, 2.5)
    row = [each for each in sitting.desk.journal.all if each.kind == "place" and each.about == (place.id,)]
    assert json.loads(row[-1].value)["lat"] == 1.5
