"""Wire text set in capitals only, read as if names alone had them.

A capital there tells nothing, so what is a common word is told by tables: the lexicon, common words and their regular
forms, endings that names seldom have. What is left is a name. Spans do not move: only the letters' case is read anew.
"""

from functools import lru_cache

from sijill.extract.en.words import BITS, bits
from sijill.extract.lexicon import predicates, speech, victim_nouns, words
from sijill.extract.syntax.parts import PARTY
from sijill.extract.syntax.sentence import Names
from sijill.language.dates import MONTHS, WEEKDAYS
from sijill.language.numbers import STARTS
from sijill.language.tokens import Tokens

ENDINGS = tuple(
    "tion tions sion sions ment ments ness ly ity ities ism isms ous ive ives able"  # codespell:ignore ment
    " ical ist ists ial ize izes ary ate ates logy graphy wide ward wards hood man"  # codespell:ignore ist
    " ible less ful ship ance ence ances ences men".split()
)
FORMS = ("ed", "ing", "ings")
LONG, SHORT = 6, 5
"""Letters from which on an ending tells."""
REGULAR = ("'s", "s'", "s", "es", "er", "ers", "or", "ors", "est", "al", "en", "th", "ic", "y", "d", "r", "rs")
PARTICLES = frozenset("el la los las de del san santa santo da von van der bin ibn abu al".split())
VOWELS = frozenset("aeiouy")
ACRONYM = 7
"""Most letters of an acronym."""


def recased(tokens: Tokens, names: Names) -> Tokens:
    """The same tokens, with small letters in every common word."""
    letters = _acronyms(tokens)
    written = [
        low if not is_name(low) else word if low in letters else _capitalised(word)
        for word, low in zip(tokens.words, tokens.lows, strict=True)
    ]
    for name in names.find(tokens, 0, len(tokens), False):
        whole = range(name.start, name.end)
        if len(whole) == 1 and (name.kind == PARTY or not is_name(tokens.lows[name.start])):
            continue
        for i in whole:
            low = tokens.lows[i]
            if low not in letters and (low in PARTICLES or not bits(low)):
                written[i] = _capitalised(tokens.words[i])
    return Tokens(tokens.text, written, tokens.lows, tokens.starts, tokens.ends)


def _acronyms(tokens: Tokens) -> set[str]:
    """Words without a vowel, and words that stand alone between brackets somewhere: "FMLN", "[ARENA]"."""
    found = set()
    for i, (word, low) in enumerate(zip(tokens.words, tokens.lows, strict=True)):
        if len(word) <= ACRONYM and word[0].isalpha() and low not in PARTICLES and low not in found and is_name(low):
            spelt = VOWELS.isdisjoint(low) or any(not c.isalpha() for c in word)
            if len(word) > 1 and (spelt or _in_brackets(tokens, i)):
                found.add(low)
    return found


def _capitalised(word: str) -> str:
    return "-".join(piece[:1] + piece[1:].lower() for piece in word.split("-"))


def _in_brackets(tokens: Tokens, i: int) -> bool:
    text, start, end = tokens.text, tokens.starts[i], tokens.ends[i]
    return start > 0 and end < len(text) and text[start - 1] in "[(" and text[end] in "])"


def is_name(low: str) -> bool:
    """Is this word, in small letters, no common word of English?"""
    if not low[0].isalpha() or low in PARTICLES or low in given():
        return True
    return not _is_common(low)


@lru_cache(maxsize=16384)
def _is_common(low: str) -> bool:
    """Is it a word of the language?"""
    known = common()
    if bits(low) or low in known:
        return True
    if "-" in low:
        return all(not piece or piece[0].isdigit() or _is_common(piece) for piece in low.split("-"))
    if len(low) >= LONG and low.endswith(ENDINGS):
        return True
    if len(low) >= SHORT and low.endswith(FORMS):
        return True
    for ending in REGULAR:
        if low.endswith(ending) and low[: -len(ending)] in known and len(low) - len(ending) > 2:
            return True
    return low.endswith("ies") and low[:-3] + "y" in known


@lru_cache(maxsize=1)
def given() -> frozenset[str]:
    """Given names, which no ending makes common words."""
    return frozenset(word for (word,) in words("en", "given_names.csv"))


@lru_cache(maxsize=1)
def common() -> frozenset[str]:
    """Every word of the tables of English."""
    found = set(BITS) | set(STARTS) | set(WEEKDAYS) | set(MONTHS)
    for table in (predicates("en"), speech("en")):
        found |= {word for bucket in table.values() for entry in bucket for word in entry[0]}
    found |= {word for noun in victim_nouns("en") for word in noun}
    for name in ("common.csv", "forces.csv", "means.csv", "supplies.csv"):
        found |= {word for phrase in words("en", name) for word in phrase}
    return frozenset(found)
