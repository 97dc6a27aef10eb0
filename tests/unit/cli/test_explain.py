"""`sijill explain`: what a reader and a machine are shown of how words were read."""

import io
import json

import pytest
from rich.console import Console

from sijill.chain.explaining import explain_text, known_by
from sijill.cli.records.explained import paint
from sijill.cli.records.marks import END_OF_ISOLATE, ISOLATE, isolated, painted
from sijill.cli.records.read_as import record
from sijill.model.claim import Part

REPORT = "Shells killed at least 12 people in Kessa on Friday, residents said."


def read(text, published=None, packs=()):
    return explain_text(text, known_by(packs), published=published)


def shown(text, *, width=140, colours=False, published=None):
    """What a terminal of this width would show."""
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=colours, color_system="standard" if colours else None)
    paint(read(text, published), console, None)
    return out.getvalue()


@pytest.mark.parametrize("width", [60, 80, 140])
def test_every_field_is_shown_with_its_words_its_rule_and_its_table(width):
    told = shown(REPORT, width=width, published="2031-05-04")
    for words in ("who says", "residents", "how many", "at least 12", "2031-05-02", "verb:kill", "en/predicates.csv"):
        assert words in told
    assert max(map(len, told.splitlines())) <= width


def test_fields_have_their_colour_in_the_sentence_and_a_legend():
    told = shown(REPORT, colours=True)
    assert "\x1b[1;32mat least 12" in told
    assert "\x1b[1;32mhow many" in told.split("\n")[0]


def test_without_a_terminal_there_is_no_colour_and_no_legend():
    assert "\x1b" not in shown(REPORT)
    assert shown(REPORT).startswith(REPORT[:20])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It was a quiet day.", "no word here says that something was done"),
        ("Residents said they were afraid.", "somebody speaks"),
    ],
)
def test_a_sentence_without_a_claim_says_why(text, why):
    assert why in shown(text)


def test_what_an_earlier_sentence_said_is_shown_as_said_there():
    told = shown("Shells killed 12 people in Kessa. Thirty others were wounded.")
    assert "Kessa (said before)" in told


def test_a_record_holds_the_words_and_the_row_of_each_part():
    (sentence,) = map(record, read("Ada Holm, 40, was killed in Kessa."))
    json.dumps(sentence)
    (claim,), (victim,) = sentence["claims"], sentence["victims"]
    act = next(part for part in claim["reading"] if part["field"] == "act")
    assert (act["words"], act["row"]) == ("killed", {"table": "en/predicates.csv", "row": "kill"})
    assert [part["words"] for part in victim["reading"] if part["field"] == "age"] == ["40"]
    assert sentence["silent"] is None


def test_a_part_inside_another_is_painted_over_it():
    parts = [Part(field="toll", start=7, end=9, rule="count"), Part(field="victims", start=7, end=16, rule="victims")]
    spans = painted("killed 12 people", 0, parts).spans
    assert [(span.start, span.end) for span in spans] == [(7, 16), (7, 9)]


def test_words_from_right_to_left_are_kept_apart_from_what_stands_beside_them():
    assert isolated("قُتل") == f"{ISOLATE}قُتل{END_OF_ISOLATE}"
    assert isolated("killed") == "killed"
