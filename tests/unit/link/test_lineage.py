"""How persons came to be those that they are: merges by weights or by word, splits by word."""

import pytest

from sijill.link.persons.telling.lineage import lineage
from sijill.link.persons.verdicts import verdicts
from sijill.model.decision import Decision, DecisionId
from sijill.model.document import DocumentId
from sijill.model.person import Likeness, PersonId, RecordId, RowRef, VictimRecord, What

CAPTURED = {DocumentId("doc_a"): "2031-01-01T00:00:00Z", DocumentId("doc_b"): "2031-02-01T00:00:00Z"}


def record(name, document):
    row = RowRef(list=document, row=name, key=None, document=DocumentId(document))
    return VictimRecord(id=RecordId("rec_" + name), names=(), row=row)


def pair(left, right, odds, *, together):
    left, right = RecordId("rec_" + left), RecordId("rec_" + right)
    return Likeness(left=left, right=right, odds=odds, together=together, worth=0.0, levels={})


def said(verdict, *about):
    return Decision(
        id=DecisionId("dec_1"),
        kind="link",
        about=about,
        value=f'"{verdict}"',
        by="ann",
        at="2031-03-01T00:00:00Z",
        because="the mothers differ",
    )


@pytest.fixture
def told():
    """Persons by the names of their records, pairs and decisions -> their history."""

    def told(members, pairs=(), decisions=()):
        every = [each for records in members.values() for each in records]
        return lineage(
            {PersonId("psn_" + name): records for name, records in members.items()},
            pairs,
            verdicts(decisions, [each.id for each in every]),
            {each.id: each for each in decisions},
            CAPTURED,
        )

    return told


def test_a_later_record_became_part_of_the_older_person_when_it_was_captured(told):
    (change,) = told({"1": [record("1", "doc_a"), record("2", "doc_b")]}, [pair("1", "2", 3.0, together=True)])
    assert (change.what, change.person, change.was) == (What.MERGED, "psn_1", "psn_2")
    assert (change.at, change.by, change.odds) == ("2031-02-01T00:00:00Z", None, 3.0)


def test_a_merge_by_judgement_names_the_word_and_its_time(told):
    decision = said("same", "rec_1", "rec_2")
    (change,) = told({"1": [record("1", "doc_a"), record("2", "doc_b")]}, [], [decision])
    assert (change.by, change.decision, change.at) == ("ann", "dec_1", "2031-03-01T00:00:00Z")


def test_a_judgement_against_the_weights_is_a_split(told):
    members = {"1": [record("1", "doc_a")], "2": [record("2", "doc_b")]}
    decision = said("different", "rec_1", "rec_2")
    (change,) = told(members, [pair("1", "2", 2.0, together=False)], [decision])
    assert (change.what, change.person, change.was, change.because) == (
        What.SPLIT,
        "psn_1",
        "psn_2",
        "the mothers differ",
    )


def test_a_judgement_that_the_weights_agree_with_is_no_split(told):
    members = {"1": [record("1", "doc_a")], "2": [record("2", "doc_b")]}
    assert told(members, [pair("1", "2", -2.0, together=False)], [said("different", "rec_1", "rec_2")]) == []


def test_a_judgement_on_others_does_not_explain_a_merge(told):
    """Ann said that 2 is 3, which stands in another person; 2 came to 1 by its weights."""
    members = {"1": [record("1", "doc_a"), record("2", "doc_b")], "3": [record("3", "doc_b")]}
    found = told(members, [pair("1", "2", 3.0, together=True)], [said("same", "rec_2", "rec_3")])
    assert [(each.was, each.by) for each in found] == [("psn_2", None)]
