"""Records judged to be one person are taken apart at the desk, moved, and put together again by undoing it."""

import json

import pytest


@pytest.fixture
def several(sitting):
    """A person of several records."""
    found = max(sitting.view.persons, key=lambda each: len(each.records))
    assert len(sitting.view.records_of[found.id]) > 1
    return found


def of(sitting, record):
    return sitting.view.person_by_record[record]


def test_a_record_that_is_taken_out_is_a_person_of_its_own_until_that_is_undone(sitting, several):
    *staying, leaving = [each.id for each in sitting.view.records_of[several.id]]
    form = {f"record-{leaving}": "on", "because": "another father"}
    assert sitting.post(f"/persons/{several.id}/split", **form).status_code == 303
    sitting.run()
    assert of(sitting, leaving) != of(sitting, staying[0])
    assert {of(sitting, each) for each in staying} == {several.id}
    assert sitting.post("/undo").status_code == 303
    sitting.run()
    assert of(sitting, leaving) == several.id


def test_a_record_is_moved_into_another_person(sitting, several):
    other = next(each for each in sitting.view.persons if each.id != several.id and sitting.view.records_of[each.id])
    *staying, leaving = [each.id for each in sitting.view.records_of[several.id]]
    form = {f"record-{leaving}": "on", "because": "his brother", "other": other.id}
    assert sitting.post(f"/persons/{several.id}/split", **form).status_code == 303
    sitting.run()
    assert of(sitting, leaving) == of(sitting, sitting.view.records_of[other.id][0].id)
    assert of(sitting, staying[0]) != of(sitting, leaving)


def test_none_and_all_of_the_records_cannot_be_taken_out(sitting, several):
    every = {f"record-{each.id}": "on" for each in sitting.view.records_of[several.id]}
    for form in ({}, every):
        told = sitting.post(f"/persons/{several.id}/split", because="x", **form)
        assert told.status_code == 422 and "not all of them" in told.text


def test_the_page_of_a_person_shows_what_each_record_says_and_how_they_compare(sitting, several):
    page = sitting.client.get(f"/persons/{several.id}").text
    for each in sitting.view.records_of[several.id]:
        assert all(name.text in page for name in each.names)
        assert each.row.list in page
    pairs = [p for each in sitting.view.records_of[several.id] for p in sitting.view.likenesses_of.get(each.id, ())]
    assert pairs and f"{pairs[0].odds:+.1f}" in page
    assert f"alone: {pairs[0].alone:+.1f}" in page and "rivals: " in page


def test_judgements_on_records_stand_in_the_history_under_their_names(sitting, several):
    leaving = sitting.view.records_of[several.id][-1]
    sitting.post(f"/persons/{several.id}/split", **{f"record-{leaving.id}": "on", "because": "another father"})
    page = sitting.client.get(f"/persons/{several.id}").text
    assert "another father" in page.split("History")[-1] and leaving.id not in page.split("History")[-1]
    told = [json.loads(each.value) for each in sitting.desk.journal.on(leaving.id)]
    assert set(told) == {"different"}
