"""The closed classes of English: what each word may do in a sentence (syntax/classes)."""

from functools import lru_cache

from sijill.extract.lexicon import verb_forms, word_sets
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

WORDS = word_sets("en")

_WORDS: tuple[tuple[int, str], ...] = (
    (
        DET,
        "the a an this that these those each every all both any some another no such either neither several"
        " many few most",
    ),
    (DET | POSSESSIVE, "his her its their our my your"),
    (
        PREP,
        "of in on at by for with from to into onto against near around between among amid during through"
        " across over under"
        " within without after before since until despite towards toward outside inside behind beside"
        " besides along following"
        " including like via per as than because due upon off about above below beyond throughout alongside"
        " versus regarding till amongst atop aboard except minus"
        " concerning according",
    ),
    (CONJ, "and or but nor yet so plus"),
    (PRONOUN, "he she it they we i you him them us me himself herself itself themselves one's there"),
    (AUX, "is are was were be been being am has have had having do does did 's're got get gets getting"),
    (MODAL, "will would shall should can could may might must to"),
    (NEGATION, "not never n't hardly cannot"),
    (RELATIVE, "who which whom whose that where"),
    (
        SUBORDINATOR,
        "when while if because although though whether unless whereas once after before since as until how why what",
    ),
    (
        ADVERB,
        "also now then just still already only even too recently reportedly allegedly apparently perhaps"
        " however meanwhile"
        " moreover furthermore instead later earlier ago again often always sometimes usually here there"
        " almost nearly so"
        " together thus therefore soon away back far directly immediately separately previously shortly"
        " ultimately eventually"
        " repeatedly intentionally deliberately indiscriminately shamelessly systematically largely mainly"
        " mostly partly"
        " responsible perpetually constantly continuously effectively presumably indeed likewise otherwise further"
        " least worse rarely alone out off",
    ),
)


def _table() -> dict[str, int]:
    bits: dict[str, int] = {}
    for bit, words in _WORDS:
        for word in words.split():
            bits[word] = bits.get(word, 0) | bit
    for word in verb_forms("en"):
        bits[word] = bits.get(word, 0) | VERB
    for mark in ".,;:!?()\"\u201c\u201d\u2018\u2019'-\u2013\u2014/\u00ab\u00bb*|\u2026":
        bits[mark] = MARK
    for word in (
        "that",
        "those",
        "some",
        "all",
        "both",
        "one",
        "most",
        "least",
        "further",
        "several",
        "many",
        "few",
        "no",
        "other",
    ):
        bits[word] = bits.get(word, 0) & ~ADVERB
    for word in ("least", "further", "nearly", "almost", "about", "over", "around", "under", "above"):
        bits[word] = bits.get(word, 0)
    return bits


BITS = _table()
NOT = frozenset(
    "not never n't neither nor cannot hardly didn't doesn't don't wasn't weren't haven't hasn't isn't aren't".split()
)


@lru_cache(maxsize=1 << 15)
def bits(low: str) -> int:
    """What the word may do; 0 for an open-class word. An adverb in -ly is one unless it is listed otherwise."""
    known = BITS.get(low)
    if known is not None:
        return known
    if low.endswith("ly") and len(low) > 4 and low not in ("family", "italy", "july", "elderly", "assembly", "early"):
        return ADVERB
    if low.endswith("n't"):
        return AUX | NEGATION
    return 0
