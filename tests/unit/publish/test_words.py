"""Codes are put into English in one table; what the table lacks is seen, never lost."""

import ast
from pathlib import Path

import pytest

import sijill
from sijill.model.claim import About, Harm, Stance
from sijill.model.decision import Reason, Step
from sijill.model.document import State
from sijill.model.finding import EventStatus
from sijill.model.source import SpeakerKind
from sijill.publish import words

COMPARISONS = Path("link", "score.py")
"""Its codes are names of comparisons and levels, told by `words.compared`."""


def codes():
    """Every code written out in a `Reason(code=...)` of the chain."""
    root = Path(sijill.__file__).parent
    for path in sorted(root.rglob("*.py")):
        if path.relative_to(root) == COMPARISONS:
            continue
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", None) == "Reason":
                for given in (each.value for each in call.keywords if each.arg == "code"):
                    parts = [given.body, given.orelse] if isinstance(given, ast.IfExp) else [given]
                    yield from (each.value for each in parts if isinstance(each, ast.Constant))


@pytest.mark.parametrize("code", sorted(set(codes())))
def test_every_code_of_the_chain_has_a_sentence(code):
    assert code in words.SENTENCES


def test_a_sentence_holds_its_values():
    reason = Reason(code="unknown_place", values={"name": "Ombrel"})
    assert words.sentence(reason) == "Where is “Ombrel”? No table of places has it."


def test_an_id_is_told_by_its_name_and_a_list_by_its_names():
    reason = Reason(code="competing_responsibility", values={"parties": "a, b"})
    assert "The Reds, The Blues" in words.sentence(reason, {"a": "The Reds", "b": "The Blues"}.__getitem__)


def test_a_code_without_a_sentence_is_spelt_out_with_its_values():
    assert words.sentence(Reason(code="new_code", values={"a": 1, "b": None})) == "new_code (a: 1, b: not known)"
    assert words.sentence(Reason(code="bare", values={})) == "bare"


def test_a_sentence_whose_value_is_missing_is_spelt_out_too():
    assert words.sentence(Reason(code="unknown_place", values={"place": "x"})) == "unknown_place (place: x)"


@pytest.mark.parametrize(
    ("stance", "about", "told"),
    [
        (Stance.ASSERTS, None, "said"),
        (Stance.DENIES, About.RESPONSIBILITY, "denied responsibility"),
        (Stance.DENIES, None, "denied"),
        (Stance.DOUBTS, About.NUMBER, "doubted the number"),
        (Stance.ACCEPTS_RESPONSIBILITY, None, "accepted responsibility"),
        (Stance.ACCEPTS_RESPONSIBILITY, About.HARM, "admitted that people were harmed"),
    ],
)
def test_what_a_voice_does_is_told_with_what_it_speaks_of(stance, about, told):
    assert words.stance(stance, about) == told


def test_braces_in_a_value_are_text():
    assert "{0.__class__}" in words.sentence(Reason(code="unknown_place", values={"name": "{0.__class__}"}))


@pytest.mark.parametrize(
    ("kind", "table"),
    [
        (Harm, words.FORM_OF_HARM),
        (Stance, words.FORM_OF_STANCE),
        (About, words.FORM_OF_ABOUT),
        (About, words.FORM_OF_ADMISSION),
        (SpeakerKind, words.FORM_OF_SPEAKER),
        (State, words.FORM_OF_STATE),
        (Step, words.FORM_OF_STEP),
        (EventStatus, words.FORM_OF_STATUS),
    ],
)
def test_every_choice_of_the_model_has_words(kind, table):
    assert set(table) == set(kind)
