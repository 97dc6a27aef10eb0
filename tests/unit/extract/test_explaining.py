"""A text explained: the same claims as extract makes, sentence by sentence, and why a sentence made none."""

import pytest

from sijill.extract.document import extract
from sijill.extract.explaining import explain
from sijill.extract.lexicon.origin import origin_of
from sijill.model.document import DocumentId
from tests.spec.invented import WORDS

TEXT = (
    "Shelling by the Varran army killed at least 20 people, including Ada Holm (40), in Kessa. "
    "It was a quiet day. He said nine others were wounded. Four of them were children."
)


def explained(text):
    return list(explain(DocumentId("doc_unit"), text, WORDS))


def test_the_sentences_together_hold_what_extract_reads():
    read, told = extract(DocumentId("doc_unit"), TEXT, WORDS), explained(TEXT)
    assert tuple(claim for each in told for claim in each.claims) == read.claims
    assert tuple(reading for each in told for reading in each.readings) == read.readings
    assert tuple(victim for each in told for victim in each.victims) == read.victims


def test_each_sentence_stands_where_it_says():
    assert all(TEXT[slice(*each.span)] == each.text for each in explained(TEXT))
    assert len(explained(TEXT)) == 4


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("It was a quiet day.", "no_predicate"),
        ("Residents said they were afraid.", "speech_alone"),
        ("It rained.", "predicate_alone"),
    ],
)
def test_a_silent_sentence_says_why(text, code):
    (sentence,) = explained(text)
    assert sentence.silent is not None
    assert sentence.silent.code == code


@pytest.mark.parametrize(
    ("rule", "table", "row"),
    [
        ("verb:kill", "en/predicates.csv", "kill"),
        ("speech:say", "en/speech.csv", "say"),
        ("victims:people", "en/victims.csv", "people"),
        ("party:gov", "parties.csv", "gov"),
    ],
)
def test_a_rule_names_the_row_that_it_read_by(rule, table, row):
    origin = origin_of("en", rule)
    assert (origin.table, origin.row) == (table, row)


@pytest.mark.parametrize("rule", ["place", "count:at_least", "speech:according to", "carried time"])
def test_a_rule_without_a_row_names_none(rule):
    assert origin_of("en", rule) is None
