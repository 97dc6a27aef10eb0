"""Words that Arabic writes as one, taken apart: conjunctions and prepositions before a word, pronouns after it.

A letter is taken off only where what is left is a word that somebody listed, or carries the article; the conjunction
wa- wherever the word is not listed as one of its own. Nothing is moved: the pieces tile the word.
"""

from collections.abc import Iterator
from functools import lru_cache

from sijill.language.ar.letters import fold_word, offsets
from sijill.language.ar.words import hamzated_words, language_words, whole_words

AND, SO, ARTICLE = "و", "ف", "ال"
PREPOSITIONS = frozenset("بلك")
PRONOUNS = ("هما", "هم", "هن", "ها", "نا", "كم", "ه")
LONGEST = 40
"""Letters in a word. A longer run of letters is no word, and is left alone."""
HAMZA = ("أ", "إ")
"""After a first letter that may be a clitic, a hamza on alef begins the word proper, but in those few listed."""
Part = tuple[int, str]
Piece = tuple[int, int, str]


@lru_cache(maxsize=1 << 16)
def pieces(word: str, known: frozenset[str]) -> tuple[Piece, ...]:
    """(start, end, key) of each piece of a word; `known` are keys of words, without their article."""
    low = fold_word(word)
    parts = _parts(low, known, hamza=word[1:2] in HAMZA) if len(word) <= LONGEST else None
    if parts is None or len(parts) == 1:
        return ((0, len(word), low),)
    at, found, done = offsets(word, low), [], 0
    for length, key in parts:
        found.append((at[done], at[done + length], key))
        done += length
    return tuple(found)


def bare(low: str) -> str:
    """A word without its article."""
    return low[2:] if low.startswith(ARTICLE) and len(low) > 3 else low


def _parts(low: str, known: frozenset[str], *, hamza: bool = False) -> list[Part]:
    if len(low) < 3:
        return [(len(low), low)]
    if hamza and (low[0] in PREPOSITIONS or low[0] in (AND, SO)) and low not in hamzated_words():
        return [(1, low[0]), *(_after_and(low[1:], known) if low[0] in (AND, SO) else _stem(low[1:], known))]
    if _is_listed(low, known):
        return [(len(low), low)]
    if low in whole_words():
        return _owned(low, known) or [(len(low), low)]
    if low[0] == AND:
        return [(1, AND), *_after_and(low[1:], known)]
    if low[0] == SO and (rest := _governed(low[1:], known) or _listed_parts(low[1:], known)):
        return [(1, SO), *rest]
    return _governed(low, known) or _with_pronoun(low, known) or [(len(low), low)]


def _after_and(rest: str, known: frozenset[str]) -> list[Part]:
    """After wa- another wa- is of the word itself."""
    return [(len(rest), rest)] if rest[0] == AND else _parts(rest, known)


def _governed(low: str, known: frozenset[str]) -> list[Part] | None:
    """A preposition and its word; li- and the article are written as one letter each."""
    first, rest = low[0], low[1:]
    if first not in PREPOSITIONS or low in whole_words() or _is_listed(low, known):
        return None
    if first == "ل" and rest[0] == "ل" and len(rest) > 2:
        noun = rest if rest in known and rest[1:] not in known else rest[1:]
        return [(1, first), (len(rest), ARTICLE + noun)]
    if rest.startswith(ARTICLE) and len(rest) > 4:
        return [(1, first), (len(rest), rest)]
    parts = _listed_parts(rest, known) if len(rest) > 2 else None
    return None if parts is None else [(1, first), *parts]


def _stem(low: str, known: frozenset[str]) -> list[Part]:
    return _listed_parts(low, known) or [(len(low), low)]


def _listed_parts(low: str, known: frozenset[str]) -> list[Part] | None:
    if _is_listed(low, known) or (len(low) > 2 and low in whole_words()):
        return [(len(low), low)]
    return _with_pronoun(low, known)


def _is_listed(low: str, known: frozenset[str]) -> bool:
    return (
        low in known
        or low in language_words()
        or (low.startswith(ARTICLE) and (low[2:] in known or low[2:] in language_words()))
    )


def _owned(low: str, known: frozenset[str]) -> list[Part] | None:
    """ "His mother", of a word that begins as if with "and": where a pronoun makes the last letter plain."""
    parts = _with_pronoun(low, known)
    return parts if parts is not None and parts[0][1].endswith("ة") else None


def _with_pronoun(low: str, known: frozenset[str]) -> list[Part] | None:
    for pronoun in PRONOUNS:
        if low.endswith(pronoun) and len(low) - len(pronoun) > 2:
            for key in _before_pronoun(low[: -len(pronoun)]):
                if key in known:
                    return [(len(low) - len(pronoun), key), (len(pronoun), pronoun)]
    return None


def _before_pronoun(stem: str) -> Iterator[str]:
    """The forms that a word may have without its pronoun: its last letter changes before one."""
    yield stem
    last = stem[-1]
    if last == "ت":
        yield stem[:-1] + "ة"
    elif last == "ا":
        yield stem[:-1] + "ي"
    elif last == "و":
        yield stem + "ا"
    elif last in "ئؤ":
        yield stem[:-1] + "ء"
    if last in "يا":
        yield stem + "ن"
