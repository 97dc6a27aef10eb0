"""1. The nouns: what a record holds, in which order, and what nothing was said about.

Every list of keys here is typed from the design, not from the code. Other programs read these records: a key that moves
or changes its name breaks a contract.
"""

import csv
from importlib.resources import files

import pytest

from sijill.model.claim import Act, Claim, ClaimId, Harm, Stance, Victims, identified
from sijill.model.decision import Doubt, Reason
from sijill.model.document import Document, DocumentId
from sijill.model.estimate import Estimate
from sijill.model.exchange import from_plain, shape, to_plain
from sijill.model.finding import (
    Attribution,
    CasualtyRange,
    Contradiction,
    Denial,
    Finding,
    Grade,
    PolicyFinding,
    TollAt,
    Total,
)
from sijill.model.party import Actor
from sijill.model.person import FateAt, Name, Person, RowRef
from sijill.model.place import Where
from sijill.model.source import Speaker
from sijill.model.toll import Toll
from sijill.model.when import Period

EXPORTED = {
    Document: """id name digest locator media_type title source published captured language state origin""",
    Claim: """id document span quote region speakers stance act harm directness about reach actors victims toll when
              as_of where means said_to_be modality because extractor confidence""",
    Speaker: "name kind source party",
    Actor: "name party role",
    Victims: "text label status inferred groups counts",
    Toll: "number low high text hedge extent unit cumulative subset_of",
    Period: "start end precision text",
    Where: "text place lat lon precision",
    Finding: """id title act when where claims documents independent_sources tolls policies attribution contradictions
                within status may_repeat positions""",
    CasualtyRange: "low high best unknown policy low_rests_on high_rests_on by_status by_group over_time",
    TollAt: "as_of low high claims",
    Grade: "value reasons",
    Attribution: "party role accused_by independent_accusers denied_by accepted_by interested",
    Denial: "claim about reach",
    Contradiction: "field claims values",
    Total: """scope harm as_of unit low high unknown_events open_events overlaps_removed grades processed_through
              backlog rests_on may_repeat left_out""",
    Estimate: """stratum lists documented model assumption median low95 high95 chao_under_assumption range_over_models
                 diagnostics refused""",
    Person: "id names sex age died place status records events judgements fates unnamed vanished",
    Name: "text script",
    RowRef: "list row key document",
    FateAt: "fate as_of claim",
    Doubt: "id step about question candidates matters",
    Reason: "code values",
}
CHOICES = {
    (Claim, "stance"): "asserts denies accepts_responsibility doubts",
    (Claim, "act"): """killing execution airstrike shelling bombing chemical_attack shooting armed_clash abduction
        detention torture sexual_violence siege deprivation aid_obstruction aid_delivery displacement destruction
        looting territorial_control other""",
    (Claim, "harm"): """killed injured casualties abducted missing detained displaced deprived found_dead presumed_dead
        none""",
    (Claim, "directness"): "direct indirect",
    (Claim, "reach"): "this_event general",
    (Claim, "modality"): "actual habitual threatened planned hypothetical",
    (Speaker, "kind"): "media official party ngo un local eyewitness social anonymous unknown",
    (Actor, "role"): "direct joint support command collective",
    (Victims, "status"): "civilian combatant mixed unknown",
    (Toll, "hedge"): "exact at_least up_to about nearly more_than less_than between vague",
    (Toll, "extent"): "whole part",
    (Toll, "unit"): "dead casualties bodies named",
    (Period, "precision"): "hour day week month season year range unknown",
    (Where, "precision"): "exact site settlement district province country unknown",
    (Finding, "status"): "machine in_review peer_review reviewed final unfounded",
    (Document, "state"): "ok no_text encrypted corrupt too_large timeout unsupported list places",
    (FateAt, "fate"): "missing detained released alive injured dead",
}


@pytest.mark.parametrize("noun", EXPORTED, ids=lambda noun: noun.__name__)
def test_an_exported_record_has_exactly_the_keys_of_the_design_in_its_order(noun):
    assert [key for key, _ in shape(noun)] == EXPORTED[noun].split()


@pytest.mark.parametrize(("noun", "key"), CHOICES, ids=lambda each: getattr(each, "__name__", each))
def test_a_closed_choice_has_exactly_the_words_of_the_design(noun, key):
    assert [str(each.value) for each in dict(shape(noun))[key]] == CHOICES[noun, key].split()


def test_a_denial_says_what_it_is_about():
    about = dict(shape(Denial))["about"].__args__[0]
    said = "occurrence act responsibility harm number status intent"
    assert [str(each.value) for each in about] == said.split(" ")


def test_what_was_not_said_is_null_and_never_zero():
    """Nobody gave a number, a day or a place: the record says so."""
    said = to_plain(claim_that(toll=None))
    assert said["toll"] is None
    assert said["victims"] is None
    assert said["when"] == {"start": None, "end": None, "precision": "unknown", "text": None}
    assert said["where"] == {"text": None, "place": None, "lat": None, "lon": None, "precision": "unknown"}
    assert to_plain(CasualtyRange(policy="range", unknown=True))["low"] is None


def test_a_disinterested_zero_is_a_number():
    """`The hospital received no dead` is a claim with number 0, which is not the same as no number."""
    zero = to_plain(claim_that(toll=Toll(number=0, low=0, high=0, text="no dead")))["toll"]
    assert (zero["number"], zero["low"], zero["high"]) == (0, 0, 0)
    assert claim_that(toll=None).id != claim_that(toll=Toll(number=0, low=0, high=0, text="no dead")).id


def test_a_claim_and_its_denial_are_two_claims():
    assert claim_that(stance=Stance.DENIES).id != claim_that(stance=Stance.ASSERTS).id


def test_the_id_of_a_claim_does_not_depend_on_what_is_found_out_about_it():
    """A decision made on a claim today is found again when a better gazetteer gives the place tomorrow."""
    assert claim_that(where=Where(text="Kessa")).id == claim_that(where=Where(text="Kessa", lat=1.0, lon=2.0)).id


def test_a_policy_is_exported_as_its_tolls_and_its_grade_side_by_side():
    finding = PolicyFinding(
        tolls={
            Harm.KILLED: CasualtyRange(low=85, high=300, policy="range"),
            Harm.INJURED: CasualtyRange(policy="range"),
        },
        grade=Grade(value=None, reasons=(Reason(code="not_graded", values={}),)),
    )
    plain = to_plain(finding)
    assert list(plain) == ["killed", "injured", "grade"]
    assert from_plain(PolicyFinding, plain) == finding


def test_every_act_has_a_row_in_the_act_table():
    """acts.csv maps each act to the codes of ACLED, UCDP and HURIDOCS, and says which mappings are not sure."""
    rows = act_table()
    assert [row["act"] for row in rows] == [act.value for act in Act]
    assert all(row["description"] and row["certainty"] in ("sure", "unsure") and row["since"] for row in rows)


def test_every_act_row_names_known_acled_codes_only():
    """The six event types and their sub-event types as the ACLED codebook prints them; empty where none fits."""
    acled = {
        "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
        "Explosions/Remote violence": {
            "Chemical weapon",
            "Air/drone strike",
            "Suicide bomb",
            "Shelling/artillery/missile attack",
            "Remote explosive/landmine/IED",
            "Grenade",
        },
        "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
        "Strategic developments": {
            "Agreement",
            "Arrests",
            "Change to group/activity",
            "Disrupted weapons use",
            "Headquarters or base established",
            "Looting/property destruction",
            "Non-violent transfer of territory",
            "Other",
        },
        "": {""},
    }
    for row in act_table():
        subs = set(row["acled_sub_event"].split("|"))
        assert subs <= acled[row["acled_event"]], row["act"]


def act_table():
    text = files("sijill.model").joinpath("acts.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def claim_that(**says):
    """A claim about an invented shelling."""
    known = {"act": Act.SHELLING, "harm": Harm.KILLED, "extractor": "rules@1"} | says
    return identified(Claim(id=ClaimId(""), document=DocumentId("doc_1"), span=(0, 7), quote="12 dead", **known))
