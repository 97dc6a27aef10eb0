"""No figure leaves whose words do not stand in a document."""

from dataclasses import replace

import pytest

from sijill.model.claim import Harm
from sijill.model.finding import CasualtyRange
from sijill.publish.soundness import fault_of, sound
from tests.unit.publish.belqara import without_its_words


def market(case):
    return next(each for each in case.findings if each.id == "evt_market")


def test_a_finding_whose_quotes_stand_in_their_documents_passes(case):
    assert all(fault_of(each, case.claims, case.texts.get) is None for each in case.findings)


def test_a_quote_one_character_off_refuses_the_finding_and_names_the_claim(case):
    claim = market(case).claims[0]
    fault = fault_of(market(without_its_words(case)), case.claims, case.texts.get)
    assert fault is not None
    assert (fault.code, fault.values["claim"]) == ("quote_not_in_text", claim)


def test_a_document_without_its_text_refuses_what_rests_on_it(case):
    del case.texts[case.claims[market(case).claims[0]].document]
    assert fault_of(market(case), case.claims, case.texts.get).code == "quote_not_in_text"


def test_a_claim_that_is_not_in_the_register_refuses_the_finding(case):
    del case.claims[market(case).tolls[Harm.KILLED].high_rests_on[0]]
    assert fault_of(market(case), case.claims, case.texts.get).code == "claim_missing"


@pytest.mark.parametrize("bound", ["low", "high"])
def test_a_figure_that_names_no_claim_is_refused(case, bound):
    bare = CasualtyRange(**{bound: 5}, policy="range")
    finding = replace(market(case), tolls={Harm.KILLED: bare})
    fault = fault_of(finding, case.claims, case.texts.get)
    assert (fault.code, fault.values["figure"], fault.values["number"]) == ("figure_rests_on_nothing", "killed", 5)


def test_a_part_of_a_figure_is_held_to_the_same(case):
    killed = market(case).tolls[Harm.KILLED]
    children = {"children": CasualtyRange(low=13, policy="range")}
    finding = replace(market(case), tolls={Harm.KILLED: replace(killed, by_group=children)})
    assert fault_of(finding, case.claims, case.texts.get).values["figure"] == "killed.children"


def test_an_empty_span_proves_nothing(case):
    claim = case.claims[market(case).claims[0]]
    assert not sound(replace(claim, span=(5, 5), quote=""), "a text")


def test_a_span_beyond_the_text_proves_nothing(case):
    claim = case.claims[market(case).claims[0]]
    assert not sound(replace(claim, span=(-4, 400), quote="text"), "text")
