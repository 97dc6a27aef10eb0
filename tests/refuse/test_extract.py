"""Broken, empty and hostile text is read without a crash, in time linear in its length."""

from functools import cache
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.extract.document import extract
from sijill.model.document import DocumentId
from tests.spec.invented import WORDS

REPORT = "Column fighters killed 12 people in Kessa on Monday, the Harbour Monitor said."
ATTACKS = [
    "killed ", "12 ", "and ", "said ", "the Red Column ", "killed 12 people and ", "killed 12 people, ", "who ",
    "by ", "of the ", "in Kessa ", "on Monday ", "between ", "between 1 and ", "one hundred and ", "1,", "12-",
    "not ", '"', "\u201c", "'s ", "(", ".", "A. ", "if ", "among ", "including 3 children, ", "according to ",
    "said that ", "accused the Red Column of ", "denied ", "air strike ", "the death toll rose to 12 ",
    "the killing of ", "dead ", "a", "0", "A", "\n", "\u200f", "\u0651", "to flee ", "Kessa, ",
    "told the Island Post that ", "it ", "was ", "a family of ", "the bodies of ", "since ", "Mr ", "-", ":",
    "\u2026",
]  # fmt: skip


def read(text):
    claims = extract(DocumentId("doc_refuse"), text, WORDS).claims
    assert all(text[slice(*claim.span)] == claim.quote for claim in claims)
    return claims


SIZE = 60_000  # characters
FACTOR = 3  # times the cost of plain reports of as many characters or claims, at most
NOTHING = [
    "",
    " ",
    "\n\n\n",
    "\t",
    ".",
    "a",
    "1",
    "-",
    "'",
    "\u2019s",
    "?!?!",
    '""',
    "\u201c",
    "\u201d",
    "()",
    ",,,",
    "...",
]
MARKS = ["\u2026", "\U0001f4a5\U0001f480", "\u200f\u202e\u200f", "\x00", "\x00\x00\x00", "\ufeff", "\u0301"]
BROKEN = ["\ud800", "\udfff\ud800"]


@pytest.mark.parametrize("text", [*NOTHING, *MARKS, *BROKEN])
def test_what_says_nothing_holds_no_claim(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    "noise",
    ["\u200f", "\u202e", "\ufeff", "\x00", "\U0001f4a5", "\ud800", "\udfff", "\u00ad", "\x1b[31", "<b>", "]]>", "\\"],
)
def test_noise_around_a_report_hides_no_claim(noise):
    [claim] = read(f"{noise} {REPORT} {noise}")
    assert (claim.toll.number, claim.actors[0].name) == (12, "Column fighters")


@pytest.mark.parametrize("noise", ["\ud800", "\x00", "\U0001f4a5", "\u202e", "\u0651", "\ufffd"])
def test_noise_inside_a_report_never_crashes(noise):
    for k in range(len(REPORT)):
        read(REPORT[:k] + noise + REPORT[k:])


@pytest.mark.parametrize("k", range(1, len(REPORT), 7))
def test_a_report_cut_anywhere_is_still_read(k):
    read(REPORT[:k])
    read(REPORT[k:])


@given(st.text(st.one_of(st.characters(), st.characters(categories=["Cs", "Cc", "Cf", "Mn"])), max_size=200))
def test_no_text_crashes(text):
    read(text)


@given(st.lists(st.sampled_from([*ATTACKS, "Gunmen ", "people ", "in Tarn.", "? ", "\n\n"]), max_size=30))
def test_no_heap_of_words_crashes(words):
    read("".join(words))


def seconds(text):
    """Of one core, to read the text."""
    started = process_time()
    read(text)
    return process_time() - started


@cache
def plain():
    """What as many characters of plain reports cost on this machine [s], and how many claims they hold."""
    text = (REPORT + " ") * (SIZE // len(REPORT))
    return min(seconds(text) for _ in range(2)), len(read(text))


@pytest.mark.parametrize("attack", ATTACKS)
def test_one_string_repeated_costs_little_more_than_reports_of_its_length_or_with_its_claims(attack):
    """Were the cost not linear it would be minutes."""
    text = (attack * (SIZE // len(attack) + 1))[:SIZE]
    cost, claims = plain()
    assert min(seconds(text) for _ in range(2)) < FACTOR * cost * max(1, len(read(text)) / claims)


def test_a_megabyte_in_one_line_is_read_in_linear_time():
    idle = "Bread is cheap on the island and olives grow there on every hill. " * 10
    text = (REPORT + " " + idle) * (1_000_000 // (len(REPORT) + len(idle)))
    started = process_time()
    claims = read(text)
    assert process_time() - started < 25 * plain()[0]
    assert len(claims) > 1_300
    assert {claim.toll.number for claim in claims} == {12}


def test_text_in_capitals_is_read():
    [claim] = read(REPORT.upper())
    assert (claim.toll.number, claim.harm) == (12, "killed")


def test_a_text_that_is_nothing_but_a_dateline_is_read():
    assert read("KESSA (Agency) \u2014") == ()
