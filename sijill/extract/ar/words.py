"""The closed classes of Arabic: what each word may do in a sentence (syntax/classes), from classes.csv."""

from functools import lru_cache
from importlib.resources import files

from sijill.extract.lexicon import rows, speaker_kinds, victim_nouns, word_sets
from sijill.extract.lexicon import words as lexicon_words
from sijill.extract.lexicon.arabic import conjugated
from sijill.extract.syntax.classes import (
    ADVERB,
    AUX,
    CONJ,
    DET,
    MARK,
    MODAL,
    NEGATION,
    POSSESSIVE,
    PREP,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    VERB,
)
from sijill.language.ar.letters import fold_word

WORDS = word_sets("ar")
ARTICLE = "ال"
CLASSES = {
    "determiner": DET,
    "preposition": PREP,
    "conjunction": CONJ,
    "pronoun": PRONOUN,
    "attached": PRONOUN | POSSESSIVE,
    "auxiliary": AUX,
    "modal": MODAL,
    "negation": NEGATION,
    "with_pronoun": ADVERB,
    "relative": RELATIVE,
    "subordinator": SUBORDINATOR,
    "adverb": ADVERB,
}
MARKS = ".,;:!?()\"\u201c\u201d\u2018\u2019'-\u2013\u2014/\u00ab\u00bb*|\u2026"
ATTACHED = frozenset("ه ها هم هما هن نا كم".split())
"""Pronouns written at the end of a word."""
NO_VERBS = frozenset("يوم يوما يومي يومين يومان يد يدي يدين يسار يمين يمن يمني يمنية يهود يهودي يهودية ياسر".split())
NOT_ALWAYS_VERBS = frozenset("راح امر سبب ما مما قبل حكم عمل عرض دعم وضع عقد نقل".split())
TENTH = "است"
LETTERS_OF_TENTH = 6


def _table() -> dict[str, int]:
    bits: dict[str, int] = {}
    for row in rows("ar", "classes.csv"):
        if row["class"] in ("adjective", "noun"):
            continue
        for word in row["words"].split("|"):
            bits[fold_word(word)] = bits.get(fold_word(word), 0) | CLASSES[row["class"]]
    for mark in MARKS:
        bits[mark] = MARK
    return bits


def _verbs() -> frozenset[str]:
    """Forms that end a noun phrase: the verbs of verbs.txt (perfect|imperfect) in every person."""
    lines = files("sijill.extract.lexicon").joinpath("ar", "verbs.txt").read_text(encoding="utf-8").splitlines()
    listed = [line.partition("|") for line in lines if line and not line.startswith("#")]
    found = {words[0] for perfect, _, forms in listed for words, _ in conjugated(perfect, forms)}
    nouns = (
        {words[-1] for words in speaker_kinds("ar")}
        | {words[-1] for words in victim_nouns("ar")}
        | {words[-1] for words in lexicon_words("ar", "forces.csv")}
    )
    return frozenset(found - NOT_ALWAYS_VERBS - nouns)


BITS = _table()
VERBS = _verbs() | (WORDS.caused | WORDS.light | WORDS.carried_out | WORDS.done_by) - NOT_ALWAYS_VERBS


def _listed(kind: str) -> frozenset[str]:
    cells = (row["words"] for row in rows("ar", "classes.csv") if row["class"] == kind)
    return frozenset(fold_word(word) for cell in cells for word in cell.split("|"))


ADJECTIVES = _listed("adjective") | {word[0] for word in lexicon_words("ar", "nationalities.csv") if len(word) == 1}
NOUNS = _listed("noun")


@lru_cache(maxsize=1 << 16)
def bits(low: str) -> int:
    """What the word may do; 0 for an open-class word. A verb is known by its form where no table lists it."""
    known = BITS.get(low)
    if known is not None:
        return known
    return VERB if low in VERBS or _has_the_form_of_a_verb(low) else 0


def _has_the_form_of_a_verb(low: str) -> bool:
    """The imperfect begins with yeh; the tenth form with ist-, and its noun has an alef before the last letter."""
    if low.startswith("ي"):
        return len(low) > 3 and low not in NO_VERBS and not low.endswith(("ي", "ية", "يا"))
    return low.startswith(TENTH) and len(low) >= LETTERS_OF_TENTH and "ا" not in low[3:6]


def is_definite(low: str) -> bool:
    """Does the word carry the article?"""
    return low.startswith(ARTICLE) and len(low) > 3


def plain(low: str) -> str:
    """The word without its article."""
    return low[2:] if is_definite(low) else low


def is_adjective(low: str) -> bool:
    """A listed adjective, or the form of one made from a name: -i, -iyya and their plurals."""
    word = plain(low)
    if word in NOUNS:
        return False
    return word in ADJECTIVES or (
        len(word) > 4 and word.endswith(("ي", "ية", "يون", "يين", "يا", "يان", "يتين", "يتان"))
    )
