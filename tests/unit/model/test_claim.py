"""The id of a claim is a hash of the words and what they say: not of what is found out later, nor of who read them."""

from dataclasses import replace

import pytest

from sijill.model.claim import Act, Claim, ClaimId, Harm, Stance, identified
from sijill.model.decision import Reason, Step, doubt
from sijill.model.document import Digest, DocumentId, document_id
from sijill.model.party import Actor, PartyId, Role
from sijill.model.place import PlaceId, PlacePrecision, Where
from sijill.model.source import SourceId, Speaker, SpeakerKind
from sijill.model.toll import Hedge, Toll
from sijill.model.when import Period, Precision

READ = identified(
    Claim(
        id=ClaimId(""),
        document=DocumentId("doc_1"),
        span=(10, 42),
        quote="the Varran army shelled Old Harbour",
        speakers=(Speaker(name="a nurse", kind=SpeakerKind.EYEWITNESS),),
        act=Act.SHELLING,
        harm=Harm.KILLED,
        actors=(Actor(name="the Varran army"),),
        toll=Toll(number=12, low=12, high=12, text="12 dead"),
        when=Period(text="on Monday"),
        where=Where(text="Old Harbour"),
        extractor="rules@1",
    )
)

FOUND_OUT_LATER = {
    "the source and the party of the speaker": {
        "speakers": (Speaker(name="a nurse", kind=SpeakerKind.LOCAL, source=SourceId("s"), party=PartyId("p")),)
    },
    "the party of the actor": {"actors": (Actor(name="the Varran army", party=PartyId("varra")),)},
    "the place on the map": {
        "where": Where(text="Old Harbour", place=PlaceId("p1"), lat=1.5, lon=2.5, precision=PlacePrecision.SETTLEMENT)
    },
    "the date of a relative day": {
        "when": Period(start="2031-03-04", end="2031-03-04", precision=Precision.DAY, text="on Monday")
    },
    "what it answers": {"because": ClaimId("clm_other")},
    "the reader and its version": {"extractor": "rules@2"},
    "the reader's confidence": {"confidence": 0.4},
}

SAID = {
    "another document": {"document": DocumentId("doc_2")},
    "another place in the text": {"span": (11, 42)},
    "another act": {"act": Act.BOMBING},
    "another harm": {"harm": Harm.INJURED},
    "a denial": {"stance": Stance.DENIES},
    "another speaker": {"speakers": (Speaker(name="a doctor", kind=SpeakerKind.EYEWITNESS),)},
    "no speaker": {"speakers": ()},
    "another actor": {"actors": (Actor(name="the Red Column"),)},
    "another role": {"actors": (Actor(name="the Varran army", role=Role.COLLECTIVE),)},
    "another number": {"toll": Toll(number=13, low=13, high=13, text="12 dead")},
    "another hedge": {"toll": Toll(number=12, low=12, text="12 dead", hedge=Hedge.AT_LEAST)},
    "no number": {"toll": None},
}


@pytest.mark.parametrize("change", FOUND_OUT_LATER.values(), ids=FOUND_OUT_LATER)
def test_what_is_found_out_later_leaves_the_id_alone(change):
    assert replace(READ, **change) != READ
    assert identified(replace(READ, **change)).id == READ.id


@pytest.mark.parametrize("change", SAID.values(), ids=SAID)
def test_what_is_said_moves_the_id(change):
    assert identified(replace(READ, **change)).id != READ.id


def test_ids_name_their_kind_and_hold_from_version_to_version():
    """These are written down: a change here would orphan every decision ever made on a claim."""
    assert READ.id == "clm_f93b2eda66d2adee1b33"
    assert document_id(Digest("ab" * 32), "row 7") == "doc_919acc784d6ae3d5302c"
    assert (
        doubt(Step.RESOLVE, Reason(code="which_place", values={"name": "Kessa"}), ("clm_1",)).id
        == "dbt_46421aadc3966cf561da"
    )


def test_a_document_is_its_content_and_the_place_in_it():
    assert document_id(Digest("ab"), "") != document_id(Digest("ab"), "row 1") != document_id(Digest("cd"), "row 1")


def test_the_same_question_about_the_same_things_is_the_same_doubt():
    """Candidates may grow between two runs: an answer still finds its question."""
    question = Reason(code="which_place", values={"name": "Kessa"})
    first = doubt(Step.RESOLVE, question, ("clm_1",), ("a",))
    assert doubt(Step.RESOLVE, question, ("clm_1",), ("a", "b")).id == first.id
    assert doubt(Step.RESOLVE, question, ("clm_2",), ("a",)).id != first.id
    assert doubt(Step.LINK, question, ("clm_1",), ("a",)).id != first.id
