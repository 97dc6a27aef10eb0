"""Who copied whom can be corrected, and the correction taken back."""

from dataclasses import replace

import pytest

from sijill.model.decision import Decision
from sijill.model.exchange import to_json
from sijill.model.source import Speaker, SpeakerKind
from sijill.resolve.corrections import corrections
from sijill.resolve.origins import find_origins
from tests.unit.resolve.island import KNOWN, claim, document
from tests.unit.resolve.test_copies import story

PAPERS = [document("doc_a"), document("doc_b")]
ALIKE = {"doc_a": story(1), "doc_b": f"{story(1)} again"}
APART = {"doc_a": story(1), "doc_b": story(2)}


def decided(value, *about, number=0):
    return Decision(
        id=f"dec_{number}", kind="origin", about=about, value=to_json(value), by="ana", at="2032-01-01", because="read"
    )


def origins(texts, *decisions, claims=()):
    return find_origins(PAPERS, texts, claims, {}, KNOWN.sources, judged=corrections(decisions))


def groups(texts, *decisions):
    return len(set(origins(texts, *decisions).documents.values()))


def test_two_texts_are_kept_apart_or_put_together_as_decided():
    assert groups(ALIKE) == 1
    assert groups(ALIKE, decided("different", "doc_a", "doc_b")) == 2
    assert groups(APART) == 2
    assert groups(APART, decided("same", "doc_b", "doc_a")) == 1


def test_a_correction_can_be_taken_back():
    made, undone = decided("different", "doc_a", "doc_b"), decided(None, "doc_b", "doc_a", number=1)
    assert groups(ALIKE, made, undone) == 1


def test_the_graph_names_the_reason_of_every_edge():
    (copied,) = origins(ALIKE).links
    assert (copied.left, copied.right, copied.kind) == ("doc_a", "doc_b", "copy")
    (judged,) = origins(APART, decided("same", "doc_a", "doc_b")).links
    assert judged.kind == "decided"


def spoken(document_, name, at=0):
    speaker = Speaker(name=name, kind=SpeakerKind.NGO)
    return replace(claim(document=document_, start=at), speakers=(speaker,), id=f"clm_{document_}_{at}")


def test_two_names_of_one_voice_are_one_origin_once_somebody_says_so():
    one, other = spoken("doc_a", "Coast Doctors League"), spoken("doc_b", "Doctors of the Coast")
    found = origins(APART, claims=[one, other])
    assert len(set(found.claims.values())) == 2
    pair = tuple(sorted(set(found.claims.values())))
    assert len(set(origins(APART, decided("same", *pair), claims=[one, other]).claims.values())) == 1


def test_two_claims_of_one_name_are_two_origins_once_somebody_says_so():
    one, other = spoken("doc_a", "Ana Terrin"), spoken("doc_b", "Ana Terrin")
    assert len(set(origins(APART, claims=[one, other]).claims.values())) == 1
    found = origins(APART, decided("different", one.id, other.id), claims=[one, other])
    assert len(set(found.claims.values())) == 2


@pytest.mark.parametrize(
    ("decision", "code"),
    [
        (decided("same", "doc_a", "doc_gone"), "decision_finds_no_pair"),
        (decided("maybe", "doc_a", "doc_b"), "decision_not_understood"),
        (decided("same", "doc_a"), "decision_not_understood"),
    ],
)
def test_a_correction_that_cannot_be_followed_is_a_doubt(decision, code):
    found = origins(APART, decision)
    assert [each.question.code for each in found.doubts] == [code]
    assert len(set(found.documents.values())) == 2
