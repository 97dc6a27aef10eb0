"""How the script of the pages folds what is typed: tables made from the rules of sijill/language/searching.py.

The index is folded by those rules themselves. A browser can lower, decompose and classify letters by itself; only where
it would do so otherwise than Python stands something in a table. A test types every letter that there is.
"""

import unicodedata
from functools import cache

from sijill.language.searching import ARABIC, MARKS, PARTICLES, SHORTEST, loose

LAST = 0x1FFFF
"""Above it are ideographs, tags and letters for private use: none is folded, and none is a digit."""


@cache
def folding() -> dict[str, object]:
    """lower: letters whose small form is another than a browser's; digits: [first, its value, how many that follow
    each other]; letters: of Arabic, what each becomes; marks, arabic, particles: as patterns; shortest: letters.
    """
    return {
        "lower": _lower(),
        "digits": _digits(),
        "letters": {each: folded for each in map(chr, range(0x600, 0x700)) if (folded := _letter(each)) != each},
        "marks": f"[{MARKS}]+",
        "arabic": ARABIC,
        "particles": PARTICLES,
        "shortest": SHORTEST,
    }


def _lower() -> dict[str, str]:
    return {each: each.casefold() for each in map(chr, range(LAST + 1)) if each.casefold() != each.lower()}


def _digits() -> list[tuple[int, int, int]]:
    """Digits of every script but ours, in runs."""
    runs: list[tuple[int, int, int]] = []
    for code in range(0x80, LAST + 1):
        value = unicodedata.digit(chr(code), -1)
        if value < 0:
            continue
        first, start, many = runs[-1] if runs else (-1, -1, 0)
        if runs and code == first + many and value == start + many:
            runs[-1] = (first, start, many + 1)
        else:
            runs.append((code, value, 1))
    return runs


def _letter(letter: str) -> str:
    return loose(letter) if letter.isalnum() else letter
