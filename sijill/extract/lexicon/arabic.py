"""The forms of an Arabic word, from the one or two that a table lists. Keys are folded as the tokens of a text are.

A noun is listed as `singular:plural`, or as a single form. A verb is listed in the perfect, third person, and with its
imperfect, passive perfect, passive imperfect and participle, `-` where it has none of its own spelling. Particles that
the tokenizer takes off stand apart: "la mort de" is two tokens in a text, and two words in a cell.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sijill.language.ar.clitics import ARTICLE
from sijill.language.ar.words import Phrase, phrase

PERFECT = ("", "ت", "وا", "ا", "تا", "ن", "نا")
WEAK_PERFECT = {"ى": (("ى", "ت", "وا", "يا", "تا", "ين", "ينا")), "ا": ("ا", "ت", "وا", "وا", "تا", "ون", "ونا")}
WITH_YEH = ("ي", "يت", "وا", "يا", "يتا", "ين", "ينا")
JUSSIVE = {"s": "jussive", "passive_s": "jussive_passive"}
FORMS = ("s", "passive", "passive_s", "ing")
NO_ACCUSATIVE = ("ة", "ات", "اء", "ى", "ا", "ون", "ين", "ان")
SHORTEST = 3
"""Letters in a word that a clitic may be taken off for."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a noun: its words, 1 for a singular, 2 for a dual, None where it does not say how many."""

    words: Phrase
    number: int | None
    plural: bool


def conjugated(perfect: str, forms: str) -> Iterator[tuple[Phrase, str]]:
    """(words, form) of every person: past, s (imperfect), future, passive, passive_s, jussive, jussive_passive, ing."""
    yield from ((words, "past") for words in _perfect(perfect))
    for kind, cell in zip(FORMS, forms.split("|"), strict=False):
        if cell in ("", "-"):
            continue
        if kind == "ing":
            yield phrase(cell), kind
        elif kind == "passive":
            yield from ((words, kind) for words in _perfect(cell))
        else:
            for words in _imperfect(cell):
                yield words, kind
                yield ("س" + words[0], *words[1:]), "future"
            yield from ((words, JUSSIVE[kind]) for words in _jussive(cell))


def _perfect(cell: str) -> Iterator[Phrase]:
    verb, _, rest = cell.partition(" ")
    if verb.endswith("ي") and len(verb) > 2:
        stem, endings = verb[:-1], WITH_YEH
    elif verb[-1] in WEAK_PERFECT and len(verb) > 2:
        stem, endings = verb[:-1], WEAK_PERFECT[verb[-1]]
    else:
        stem, endings = verb, PERFECT
    for ending in endings:
        yield phrase(f"{stem}{ending} {rest}")


def _imperfect(cell: str) -> Iterator[Phrase]:
    verb, _, rest = cell.partition(" ")
    weak = verb[-1] in "يىو" and len(verb) > 2
    stem = verb[:-1] if weak else verb
    dual = verb[:-1] + "ي" if verb.endswith("ى") else verb
    tail = stem[1:]
    for form in (verb, "ت" + verb[1:], "ن" + verb[1:], f"ي{tail}ون", f"ي{tail}وا", f"ت{tail}ون", f"ي{tail}ن"):
        yield phrase(f"{form} {rest}")
    for form in (f"ي{dual[1:]}ان", f"ت{dual[1:]}ان", f"ي{dual[1:]}ا"):
        yield phrase(f"{form} {rest}")


def _jussive(cell: str) -> Iterator[Phrase]:
    """After the negation of the past a long vowel of the last two letters falls off: yusib of yusibu."""
    verb, _, rest = cell.partition(" ")
    if len(verb) > 3 and verb[-1] in "يىو":
        stem = verb[:-1]
    elif len(verb) > 3 and verb[-2] in "اوي":
        stem = verb[:-2] + verb[-1]
    else:
        return
    yield from (phrase(f"{form} {rest}") for form in (stem, "ت" + stem[1:]))


def declined(cell: str) -> Iterator[Form]:
    """Every form of a noun, with and without the article."""
    singular, _, plural = cell.partition(":")
    if not plural:
        yield from _articled([(form, None, False) for form in _cases(singular)])
        return
    sound = plural.endswith("ون")
    forms: list[tuple[str, int | None, bool]] = [(form, 1, False) for form in _cases(singular)]
    forms += [(form, 2, True) for form in _duals(singular, sound=sound)]
    forms += [(form, None, True) for form in _plurals(plural)]
    yield from _articled(forms)


def _cases(noun: str) -> Iterator[str]:
    yield noun
    words = noun.split()
    if not any(word.endswith(NO_ACCUSATIVE) or word.startswith(ARTICLE) or len(word) < SHORTEST for word in words):
        yield " ".join(word + "ا" for word in words)
        if len(words) > 1:
            yield f"{words[0]}ا {' '.join(words[1:])}"


def _duals(noun: str, *, sound: bool) -> Iterator[str]:
    """Not the oblique dual of a noun with a sound plural, which is spelled like the plural."""
    if " " in noun or noun.endswith(("ى", "اء")):
        return
    stem = noun[:-1] + "ت" if noun.endswith("ة") else noun
    yield stem + "ان"
    if not sound:
        yield stem + "ين"
    if noun.endswith("ة"):
        yield stem + "ا"


def _plurals(noun: str) -> Iterator[str]:
    yield from _cases(noun)
    words = noun.split()
    if words[0].endswith("ون"):
        yield " ".join(word[:-2] + "ين" if word.endswith("ون") else word for word in words)
        yield " ".join([words[0][:-1], *words[1:]])
        yield " ".join([words[0][:-2] + "ي", *words[1:]])


def _articled(forms: list[tuple[str, int | None, bool]]) -> Iterator[Form]:
    for form, number, plural in forms:
        for words in with_article(phrase(form)):
            yield Form(words, number, plural)


def with_article(words: Phrase) -> Iterator[Phrase]:
    """The words bare; with the article on the last (of a genitive); with the article on each (of an adjective)."""
    yield words
    last = (*words[:-1], _definite(words[-1]))
    every = tuple(_definite(word) for word in words)
    yield last
    if every not in (words, last):
        yield every


def _definite(word: str) -> str:
    return word if word.startswith(ARTICLE) or len(word) < SHORTEST else ARTICLE + word
