"""The same words mean the same whoever is in them; and nothing is read that the words do not hold."""

import os
import re
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.extract.document import extract
from sijill.model.document import DocumentId
from tests.spec.invented import WORDS

DOCUMENT = DocumentId("doc_agree")
NAMES = [
    ("the Varran army", "the Red Column"),
    ("the Varran army", "Ostmark"),
    ("Varran forces", "Column fighters"),
    ("the Varran government", "the Red Column"),
]
ALONE = [
    "{A} killed {n} civilians in {town} on {day}.",
    "{A} shelled {town} on {day}, killing {n} people.",
    "On {day}, {n} people were killed by {A} in {town}.",
    "On {day}, {n} fighters of {A} were killed by {B} in {town}.",
    "Shelling by {A} killed at least {n} people in {town} on {day}.",
    "An air strike by {A} left {n} people dead in {town} on {day}.",
    "{A} abducted {n} teachers in {town} on {day}.",
    "{A} arrested up to {n} people in {town} on {day}.",
    "{A} accused {B} of killing {n} people in {town} on {day}.",
    "{A} denied killing {n} people in {town} on {day}.",
    "{A} denied that it had bombed {town} on {day}.",
    "{A} said {n} people were killed by {B} in {town} on {day}.",
    "{A} claimed responsibility for the car bomb that killed {n} people in {town} on {day}.",
    "Residents blamed {A} for the killing of about {n} people in {town} on {day}.",
    "Witnesses said {A} executed {n} captives in {town} on {day}.",
    "The killing of {n} prisoners by {A} in {town} on {day} was condemned by {B}.",
    "The Harbour Monitor said {A} and {B} killed {n} people in {town} on {day}.",
    "{A} clashed with {B} in {town} on {day}, leaving {n} people dead.",
    "{A} has besieged {town} since {day}.",
    "{A} blocked food and medicine from entering {town} on {day}.",
    "{A} seized {town} on {day}.",
    "{A} killed {n} people, including {m} children, in {town} on {day}.",
    "{A} bombed {town} on {day} after {B} killed {n} soldiers.",
    "{A} threatened to kill {n} hostages in {town}.",
    "A spokesman for {A} said {n} people were killed in {town} on {day}.",
    "{A} said it had killed {n} people in {town} on {day}.",
    "{A} said that {B} had killed {n} people in {town} on {day}, but {B} denied it.",
    "{A} denied that its fighters killed {n} people in {town} on {day}.",
    "{A} blamed {B} for an attack that killed {n} people in {town} on {day}.",
    "Fighting between {A} and {B} killed {n} people in {town} on {day}.",
    "A commander of {A} told the Island Post that {B} shelled {town} on {day}.",
    "{A} never targets civilians, its spokesman said.",
    "{A} rejected the accusation that it had abducted {n} people in {town} on {day}.",
    "{A} held {B} responsible for the killing of {n} people in {town} on {day}.",
    "According to {A}, {B} executed {n} captives in {town} on {day}.",
    '"{B} killed {n} people in {town} on {day}," a commander of {A} said.',
    "{A} admitted that it had killed {n} people in {town} on {day}.",
    "Shells of {A} fell on {town} on {day}, leaving {n} people dead and {m} wounded.",
    "{A}'s shelling of {town} on {day} killed {n} people.",
    "{n} people were killed in {town} on {day} when {A} opened fire.",
    "{A}, which holds {town}, has detained {n} people since {day}.",
    "{A} did not kill {n} people in {town} on {day}.",
]
LEANING = [
    "It killed {n} more people on {day}.",
    "The group said {n} others were wounded.",
    "{n} others were wounded.",
    "{A} denied the accusations.",
    "{n} of them were children.",
]
FACTS = st.fixed_dictionaries(
    {
        "n": st.integers(2, 4000),
        "m": st.integers(2, 90),
        "town": st.sampled_from(["Kessa", "Tarn", "Old Harbour"]),
        "day": st.sampled_from(["Monday", "14 August 2031", "Tuesday"]),
        "order": st.booleans(),
    }
)
SELF_CONTAINED = st.tuples(st.sampled_from(ALONE), FACTS)
ANY = st.tuples(st.sampled_from([*ALONE, *LEANING]), FACTS)
REPORT = st.tuples(SELF_CONTAINED, st.lists(ANY, max_size=3)).map(lambda pair: [pair[0], *pair[1]])
PAIR = st.sampled_from(NAMES)


def told(sentences, a, b):
    """The sentences with the two belligerents in their places, each with a capital."""
    out = []
    for template, facts in sentences:
        one, other = (a, b) if facts["order"] else (b, a)
        text = template.format(**{k: v for k, v in facts.items() if k != "order"}, A=one, B=other)
        out.append(text[0].upper() + text[1:])
    return " ".join(out)


def read(text):
    return extract(DOCUMENT, text, WORDS).claims


def content(claim, rename=lambda words: words):
    """What a claim says, without where in the document it stands."""
    toll, victims = claim.toll, claim.victims
    return (
        rename(claim.quote), claim.act, claim.harm, claim.stance, claim.about, claim.reach,
        claim.modality, claim.directness,
        tuple((rename(actor.name), actor.role) for actor in claim.actors),
        tuple((rename(speaker.name), speaker.kind) for speaker in claim.speakers),
        victims and (rename(victims.text), victims.label, victims.status, victims.inferred, victims.groups),
        toll and (toll.number, toll.low, toll.high, toll.text, toll.hedge, toll.extent, toll.unit),
        toll and (toll.cumulative, bool(toll.subset_of)),
        claim.when.text, claim.where.text, claim.means, claim.said_to_be,
    )  # fmt: skip


def masking(first, second):
    """Puts `<1>` for the first name and `<2>` for the second, article or not, capital or not."""
    bare = {name.lower().removeprefix("the "): mark for name, mark in ((first, "<1>"), (second, "<2>"))}
    found = re.compile(r"\b(?:the )?(" + "|".join(map(re.escape, bare)) + r")\b", re.IGNORECASE)
    return lambda words: found.sub(lambda match: bare[match[1].lower()], words).casefold()


@given(REPORT, PAIR)
def test_swapping_the_names_of_the_belligerents_swaps_them_in_the_claims_and_changes_nothing_else(report, pair):
    a, b = pair
    one = [content(claim, masking(a, b)) for claim in read(told(report, a, b))]
    other = [content(claim, masking(b, a)) for claim in read(told(report, b, a))]
    assert Counter(one) == Counter(other)


@given(REPORT, PAIR)
def test_every_quote_reads_in_the_text_exactly_as_quoted(report, pair):
    text = told(report, *pair)
    for claim in read(text):
        start, end = claim.span
        assert text[start:end] == claim.quote != ""


@given(REPORT, PAIR)
def test_every_number_stands_in_the_words_it_was_read_from(report, pair):
    text = told(report, *pair)
    for claim in read(text):
        if claim.toll is not None:
            assert claim.toll.text in text
            said = {int(digits) for digits in re.findall(r"\d+", claim.toll.text)}
            assert {claim.toll.number, claim.toll.low, claim.toll.high} <= said | {None}


@given(REPORT, PAIR)
def test_nobody_is_an_actor_or_a_speaker_whom_the_words_do_not_name(report, pair):
    text = told(report, *pair)
    parties = {name.lower() for name in pair}
    actors = parties | {name.removeprefix("the ") for name in parties}
    voices = parties | {"residents", "witnesses", "the harbour monitor", "the group", "it"}
    voices |= {"the island post", "its spokesman", "a spokesman", "a commander"}
    voices |= {
        f"a {person} {of} {name}" for person in ("spokesman", "commander") for of in ("of", "for") for name in parties
    }
    for claim in read(text):
        assert {actor.name.lower() for actor in claim.actors} <= actors
        assert {speaker.name.lower() for speaker in claim.speakers} <= voices
        assert all(speaker.name in text for speaker in claim.speakers)
        assert all(actor.name in text for actor in claim.actors)


@given(REPORT, PAIR, st.sampled_from(["Bread is cheap.", "The ferry was late.", "Olives grow there."]), st.booleans())
def test_an_unrelated_sentence_before_or_after_changes_no_claim(report, pair, idle, before):
    text = told(report, *pair)
    longer = f"{idle} {text}" if before else f"{text} {idle}"
    assert [content(claim) for claim in read(longer)] == [content(claim) for claim in read(text)]


@given(st.lists(SELF_CONTAINED, min_size=2, max_size=4), PAIR)
def test_sentences_that_lean_on_none_other_may_come_in_any_order(report, pair):
    there = Counter(content(claim) for claim in read(told(report, *pair)))
    back = Counter(content(claim) for claim in read(told(report[::-1], *pair)))
    assert there == back


@given(st.lists(SELF_CONTAINED, min_size=2, max_size=4), PAIR)
def test_sentences_that_lean_on_none_other_say_together_what_each_says_alone(report, pair):
    together = Counter(content(claim) for claim in read(told(report, *pair)))
    alone = Counter(content(claim) for sentence in report for claim in read(told([sentence], *pair)))
    assert set(together) == set(alone)


@given(REPORT, PAIR)
def test_the_same_words_give_the_same_claims_and_readings_again(report, pair):
    text = told(report, *pair)
    assert extract(DOCUMENT, text, WORDS) == extract(DOCUMENT, text, WORDS)


def test_the_same_words_give_the_same_claims_in_another_process():
    program = (
        "from tests.agree.test_symmetry import *\n"
        "facts = {'n': 12, 'm': 3, 'town': 'Kessa', 'day': 'Monday', 'order': True}\n"
        "text = told([(template, facts) for template in ALONE + LEANING], *NAMES[0])\n"
        "print(extract(DOCUMENT, text, WORDS))\n"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(printed) == 1


@pytest.mark.parametrize("pair", NAMES)
@pytest.mark.parametrize("template", [*ALONE, "{A} killed {n} people in {town}. " + LEANING[0]])
def test_each_kind_of_sentence_is_read_and_is_symmetric(template, pair):
    """So that the properties above are not true for want of claims."""
    facts = {"n": 12, "m": 3, "town": "Kessa", "day": "Monday", "order": True}
    one, other = (read(told([(template, facts)], *names)) for names in (pair, pair[::-1]))
    assert one
    a, b = pair
    assert [content(claim, masking(a, b)) for claim in one] == [content(claim, masking(b, a)) for claim in other]
