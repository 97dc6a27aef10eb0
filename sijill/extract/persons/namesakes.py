"""Names of places that somebody or something else bears: a person, a family, an agency, an account, a street.

A gazetteer has a village for many a first name, surname and newspaper. What stands around the words tells: a title, an
age or a word of kin before them, "family" after them, a word for an outlet beside them, a verb of speech of which they
are the subject. What a text shows so of a name holds for all of it, except where the words themselves place something
there ("in Salma", "the village of Salma"). Fails: a village that is told of only as a subject ("Salma was shelled") in
a text that also names somebody Salma.
"""

from functools import lru_cache

from sijill.extract.en.words import WORDS, bits
from sijill.extract.lexicon import words
from sijill.extract.lexicon.people import KIN, TITLE, people
from sijill.extract.persons.ages import age_before
from sijill.extract.syntax.classes import ADVERB, AUX, DET, PREP
from sijill.extract.syntax.classes import POSSESSIVE as POSSESSES
from sijill.extract.syntax.parts import PLACE, Named, SpeechCue
from sijill.language.tokens import POSSESSIVE, Tokens, is_raised

INSIDE = frozenset("in at near inside outside around across throughout into".split())
SIDES = frozenset("north south east west northern southern eastern western central downtown rural greater".split())
PATRONYMIC = frozenset("bin ben ibn bint bent ould abu abou abo abul umm oum abd abdel abdul".split())
STREETS = frozenset("street avenue boulevard".split())
FAMILY = frozenset("family clan tribe household residence".split())
ANYBODYS = frozenset("child baby infant newborn toddler kid twin teenager".split())
"""Words of kin that are said of those who are nobody's kin, too."""
OUTLETS = frozenset("news agency newspaper radio tv television channel".split())
NAMED_OUTLETS = OUTLETS | frozenset("press network today times post page account website magazine".split())
"""With a capital they are the end of an outlet's name; some are common words without."""
KINDS = WORDS.place_words | WORDS.after_place
LISTED = 16
"""Tokens of a list of names behind the word of kin that opens it."""


def without_namesakes(
    tokens: Tokens, found: list[Named], span: tuple[int, int], speech: list[SpeechCue]
) -> list[Named]:
    """The names of a sentence without those of places that somebody else bears there."""
    return [name for name in found if name.kind != PLACE or not _is_namesake(tokens, name, span, speech)]


def _is_namesake(tokens: Tokens, name: Named, span: tuple[int, int], speech: list[SpeechCue]) -> bool:
    start, end = name.start, name.end
    if _is_of_an_outlet(tokens, start, end) or _is_of_a_family(tokens, start, end) or _low(tokens, end) in STREETS:
        return True
    if _is_located(tokens, start, end):
        return False
    if end - start == 1 and _is_of_a_person(tokens, start):
        return True
    if tuple(tokens.lows[start:end]) in _countries():
        return False
    known = end - start == 1 and is_borne(tokens, tokens.lows[start])
    return known or _speaks(tokens, (start, end), span, speech)


def is_borne(tokens: Tokens, low: str) -> bool:
    """Does the text show a word to be the name of a person or outlet, or a part of it, and never to be where something
    is?"""
    if low not in tokens.borne:
        named = [i for i in tokens.at(low) if _is_capital(tokens, i)]
        shown = any(_is_shown(tokens, i) for i in named)
        tokens.borne[low] = shown and not any(_is_located(tokens, i, i + 1) for i in named)
    return tokens.borne[low]


def _is_shown(tokens: Tokens, i: int) -> bool:
    one = i, i + 1
    return _is_of_a_person(tokens, i) or _is_of_a_family(tokens, *one) or _is_of_an_outlet(tokens, *one)


def _is_of_a_family(tokens: Tokens, start: int, end: int) -> bool:
    """ "the Salma family", "Abu Salma", "Salma bint Ada"."""
    one = end - start == 1
    return _low(tokens, end) in FAMILY or (
        one and (_low(tokens, start - 1) in PATRONYMIC or _low(tokens, end) in PATRONYMIC)
    )


def _is_of_a_person(tokens: Tokens, i: int) -> bool:
    """ "Dr Salma", "six-year-old Salma", "his son Salma", "Salma's mother", "Ahmed Salma"."""
    after = _low(tokens, i + 1)
    if after in KINDS:
        return False
    table = people("en")
    if after in POSSESSIVE and table.word(_low(tokens, i + 2), KIN) is not None:
        return True
    before = i - 2 if _low(tokens, i - 1) == "." else i - 1
    if table.word(_low(tokens, before), TITLE) is not None and _is_capital(tokens, before):
        return True
    described = after[:1].isalpha() and not _is_capital(tokens, i + 1) and not bits(after)
    if i > 0 and not described and age_before(tokens, i - 1, 0) is not None:
        return True
    if _is_kin(tokens, i):
        return True
    given = tokens.lows[i] in _given() or table.word(tokens.lows[i], TITLE) is not None
    return (given and _is_name(tokens, i + 1)) or (_low(tokens, i - 1) in _given() and _is_capital(tokens, i - 1))


def _is_kin(tokens: Tokens, i: int) -> bool:
    """ "his son Salma", "her daughters: Ada and Salma"; not "killed 12 children Salma province"."""
    k = i - 1
    while k > max(0, i - LISTED) and (_is_capital(tokens, k) or tokens.lows[k] in (",", "and", ":")):
        k -= 1
    word = people("en").word(_low(tokens, k), KIN)
    if word is None or not tokens.words[k].islower() or (k < i - 1 and not word.plural):
        return False
    owned = any(bits(_low(tokens, j)) & POSSESSES or _low(tokens, j) in POSSESSIVE for j in (k - 1, k - 2))
    return owned or word.relation not in ANYBODYS


def _is_of_an_outlet(tokens: Tokens, start: int, end: int) -> bool:
    """ "Salma News", "the Press Agency (Salma)", "@Salma_ab", "Salma.net", "Tarn Agency, Salma, and"."""
    before, after = _low(tokens, start - 1), _low(tokens, end)
    if before in ("@", "_") or after == "_" or after in OUTLETS or _ends_an_outlet(tokens, end):
        return True
    if before == "(" and _low(tokens, end) == ")" and _low(tokens, start - 2) in NAMED_OUTLETS:
        return True
    close = tokens.ends[end - 1]
    if tokens.text[close : close + 1] == "." and tokens.text[close + 1 : close + 2].islower():
        return True
    return _is_listed_with_outlets(tokens, start, end)


def _ends_an_outlet(tokens: Tokens, k: int) -> bool:
    return _low(tokens, k) in NAMED_OUTLETS and _is_capital(tokens, k)


def _is_listed_with_outlets(tokens: Tokens, start: int, end: int) -> bool:
    """ "Tarn News Agency, Salma and", "Salma and Tarn Agency"."""
    if _low(tokens, start - 1) == "," and _low(tokens, end) in (",", "and") and _ends_an_outlet(tokens, start - 2):
        return True
    k = end + 1
    while k < len(tokens) and _is_capital(tokens, k) and tokens.lows[k] not in NAMED_OUTLETS:
        k += 1
    return _low(tokens, end) == "and" and k > end + 1 and _ends_an_outlet(tokens, k)


def _is_located(tokens: Tokens, start: int, end: int) -> bool:
    """Do the words place something there: "in Salma", "the village of Salma", "northern Salma"? Not "in Salma's"."""
    k = start - 1
    while k >= 0 and (bits(tokens.lows[k]) & DET or tokens.lows[k] in SIDES):
        k -= 1
    if _low(tokens, k) in INSIDE or _low(tokens, start - 1) in SIDES:
        return _low(tokens, end) not in POSSESSIVE
    if _low(tokens, end) in KINDS or _low(tokens, k) in KINDS:
        return True
    return _low(tokens, k) == "of" and _low(tokens, k - 1) in KINDS | WORDS.dwellers


def _speaks(tokens: Tokens, name: tuple[int, int], span: tuple[int, int], speech: list[SpeechCue]) -> bool:
    """Does the name alone speak: "Salma reported that", "according to Salma"? It tells then of what was elsewhere."""
    start, k = name
    if _low(tokens, start - 1) == "to" and _low(tokens, start - 2) in WORDS.according:
        return True
    if bits(_low(tokens, start - 1)) & PREP:
        return False
    while k < span[1] and bits(tokens.lows[k]) & (ADVERB | AUX):
        k += 1
    return any(cue.start == k and cue.form in ("past", "s") for cue in speech)


@lru_cache(maxsize=1)
def _given() -> frozenset[str]:
    return frozenset(name[0] for name in words("en", "given_names.csv"))


@lru_cache(maxsize=1)
def _countries() -> frozenset[tuple[str, ...]]:
    return words("en", "countries.csv")


def _is_name(tokens: Tokens, i: int) -> bool:
    return _is_capital(tokens, i) and tokens.lows[i] not in KINDS and not bits(tokens.lows[i])


def _is_capital(tokens: Tokens, i: int) -> bool:
    """ "Salma", "al-Salma"."""
    return 0 <= i < len(tokens) and is_raised(tokens.words[i])


def _low(tokens: Tokens, i: int) -> str:
    return tokens.lows[i] if 0 <= i < len(tokens) else ""
