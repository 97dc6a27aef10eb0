"""Whether two reports print the same words of one number: one wrote them, and the other tells it on."""

from collections.abc import Sequence
from functools import lru_cache

from sijill.language.folding import fold
from sijill.link.pairs.compare import compare_times
from sijill.link.pairs.sketch import Sketch

FEWEST_WORDS = 6
TELLING_WORDS, TELLING_NUMBER = 8, 5
"""Words beside those for the time, where the number is smaller: "a bomb killed two people" is told of many."""
AGENCY = 2
"""Words behind a headline."""
OF_ONE_TIME = frozenset({"same_day", "same_days"})


def is_retold(one: Sketch, other: Sketch) -> bool:
    """The same number of one harm, at one time, in the same words; a headline also with the agency behind it. Not where
    the words go on ("outside a shop"), and not by a few words of a few people, in which any two incidents are told.
    """
    if one.document == other.document or one.number is None or one.number != other.number:
        return False
    if one.claim.harm is not other.claim.harm or one.claim.stance is not other.claim.stance:
        return False
    shorter, longer = sorted((_words(one.claim.quote), _words(other.claim.quote)), key=len)
    same = len(shorter) >= FEWEST_WORDS and longer[: len(shorter)] == shorter
    same = same and all(_ends_in_an_agency(each, len(shorter)) for each in (one, other)) and _is_telling(one, shorter)
    return same and compare_times(one, other) in OF_ONE_TIME


def _ends_in_an_agency(sketch: Sketch, stop: int) -> bool:
    rest = sketch.claim.quote.split()[stop:]
    return len(rest) <= AGENCY and all(word[0].isupper() for word in rest)


def _is_telling(sketch: Sketch, words: Sequence[str]) -> bool:
    time = _words(sketch.claim.when.text or "")
    few = (sketch.number or 0) < TELLING_NUMBER
    return not few or sum(word not in time for word in words) >= TELLING_WORDS


def opening_words(sketch: Sketch) -> tuple[str, ...]:
    """The first words of the claim; () of one that has too few to tell it by."""
    words = _words(sketch.claim.quote)[:FEWEST_WORDS]
    return words if len(words) == FEWEST_WORDS else ()


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(text).split())
