"""Words as they are searched for: folded, and in Arabic also without the particles that are written as one with them.

Looser than the keys by which names are compared: here a word too many is a line to skip, a word too few is a report
that nobody finds. The pages of a release fold what is typed there by tables that are made from this module
(sijill/publish/search/folding.py).
"""

import re
import unicodedata
from functools import lru_cache

from sijill.language.ar.letters import MARK, fold_word

MARKS = f"\u0300-\u036f{MARK}"
"""What stands on letters or between them and ends no word."""
ARABIC = "[\u0621-\u064a]"
PARTICLES = "^(?:[وف]?(?:[بك]ال|لل|ال)|[وف][بكل]|[وفبكل])"
SHORTEST = 3
"""Letters that must be left of a word when its particles are taken off."""
_MARKS = re.compile(f"[{MARKS}]+")
_WORD = re.compile(r"[^\W_]+")
_ARABIC, _PARTICLES = re.compile(ARABIC), re.compile(PARTICLES)
_LOOSE = str.maketrans({"ة": "ه", "ؤ": "و", "ئ": "ي", "ء": ""})


def search_text(text: str) -> str:
    """What is put into an index for a text: each word folded, an Arabic one also bare."""
    return " ".join(form for word in words(text) for form in forms(word))


def search_terms(query: str) -> list[tuple[str, ...]]:
    """For each word of a query the forms of which one must be found."""
    return [forms(word) for word in words(query)]


def words(text: str) -> list[str]:
    """The words of a text as they stand there, without marks on their letters: قَصَفَت is one word."""
    return _WORD.findall(text if text.isascii() else _MARKS.sub("", text))


@lru_cache(maxsize=1 << 17)
def forms(word: str) -> tuple[str, ...]:
    """`والمستشفيات` is also found as `مستشفيات`; Résumé as resume; ١٢ as 12."""
    if word.isascii():
        return (word.lower(),)
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(each for each in decomposed if unicodedata.category(each) != "Mn")
    digits = "".join(map(_digit, plain))
    if not _ARABIC.search(digits):
        return (digits,)
    folded = loose(digits)
    bare = _PARTICLES.sub("", folded)
    return (folded, bare) if bare != folded and len(bare) >= SHORTEST else (folded,)


def loose(word: str) -> str:
    """The letters of an Arabic word, spellings of one sound made one."""
    return fold_word(word).translate(_LOOSE)


def _digit(letter: str) -> str:
    digit = unicodedata.digit(letter, -1)
    return str(digit) if digit >= 0 else letter
