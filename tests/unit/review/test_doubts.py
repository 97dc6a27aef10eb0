"""A doubt as a question: what is offered where the step that doubted had nothing to offer."""

import json
from dataclasses import replace

from sijill.model.decision import Reason, Step, doubt
from sijill.review.doubts import question
from sijill.review.web.pages.queue import period_of


def asked(code, about, **values):
    return doubt(Step.RESOLVE, Reason(code=code, values=values), about)


def shown(doubt, view):
    return [each.shown for each in question(doubt, view).choices]


def test_a_name_that_nobody_knows_is_offered_known_names_that_look_alike(sitting):
    view = sitting.view
    assert shown(asked("unknown_place", ("doc_1",), name="Tarvesh"), view)[0] == "demo-tarvish"
    assert shown(asked("unknown_source", ("doc_1",), name="Daily Lodestarr"), view)[0] == "daily-lodestar"
    assert shown(asked("unknown_place", ("doc_1",), name="Xyq"), view) == []


def test_a_total_that_its_incidents_come_near_to_can_be_kept_as_one_of_its_own(sitting):
    """The verdict is on the number and the first incident: that they differ. Nothing else is to be said of them."""
    near = doubt(
        Step.LINK, Reason(code="sum_not_exact", values={"total": 30, "made": 32}), ("clm_2",), ("clm_1", "clm_3")
    )
    told = question(near, sitting.view)
    assert (told.kind, told.about) == ("link", ("clm_1", "clm_2"))
    assert [each.shown for each in told.choices] == ["different"]


def dated(view, document, *periods):
    """The same view, the claims of a document at these times."""
    times = iter(periods * 20)
    claims = {
        id_: replace(each, when=next(times)) if each.document == document else each for id_, each in view.claims.items()
    }
    return replace(view, claims=claims)


def test_a_document_without_a_date_is_offered_the_last_days_it_speaks_of(sitting):
    """Nothing of it is marked as the answer: that a report is not older than these days is all that they say."""
    found = next(each for each in sitting.view.doubts if each.question.code == "no_publication_date")
    days = [period_of(each) for each in ("2021-03-07", "2021-03-09", "2021-03-01", "2021-02-28", "2021-04", "2022")]
    view = dated(sitting.view, found.about[0], *days)
    told = question(found, view).choices
    spoken = {each.when.end for each in view.claims_of[found.about[0]] if each.when.precision.value == "day"}
    assert [json.loads(each.value) for each in told] == sorted(spoken, reverse=True)[:3] != []
    assert not any(each.best for each in told)


def test_years_and_months_are_no_days_to_offer(sitting):
    found = next(each for each in sitting.view.doubts if each.question.code == "no_publication_date")
    view = dated(sitting.view, found.about[0], period_of("2021"), period_of("2021-04"))
    assert question(found, view).choices == ()


def test_what_was_left_open_and_taken_back_can_be_left_open_again(sitting):
    """Nobody meets a conflict with themselves."""
    found = sitting.view.doubts[0]
    for _ in range(2):
        page = sitting.client.get(f"/queue?doubt={found.id}").text
        seen = page.split('name="seen_open" value="')[1].split('"')[0]
        assert sitting.post(f"/doubts/{found.id}/answer", leave="1", seen="", seen_open=seen).status_code == 303
        assert sitting.post("/undo").status_code == 303
