"""Words as they are searched for: folded, and in Arabic also without the particles that are written as one with them.

Looser than the keys by which names are compared: here a word too many is a line to skip, a word too few is a report
that nobody finds.
"""

import re
import unicodedata
from functools import lru_cache

from sijill.language.ar.letters import fold_word

_WORD = re.compile(r"[^\W_]+")
_ARABIC = re.compile("[\u0621-\u064a]")
_PARTICLES = re.compile("^(?:[وف]?(?:[بك]ال|لل|ال)|[وف][بكل]|[وفبكل])")
_LOOSE = str.maketrans({"ة": "ه", "ؤ": "و", "ئ": "ي", "ء": ""})
_SHORTEST = 3
"""Letters that must be left of a word when its particles are taken off."""


def search_text(text: str) -> str:
    """What is put into an index for a text: each word folded, an Arabic one also bare."""
    return " ".join(form for word in _WORD.findall(text) for form in forms(word))


def search_terms(query: str) -> list[tuple[str, ...]]:
    """For each word of a query the forms of which one must be found."""
    return [forms(word) for word in _WORD.findall(query)]


@lru_cache(maxsize=1 << 17)
def forms(word: str) -> tuple[str, ...]:
    """`والمستشفيات` is also found as `مستشفيات`; Résumé as resume; ١٢ as 12."""
    if word.isascii():
        return (word.lower(),)
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(each for each in decomposed if unicodedata.category(each) != "Mn")
    digits = "".join(str(unicodedata.digit(each, -1)) if unicodedata.digit(each, -1) >= 0 else each for each in plain)
    if not _ARABIC.search(digits):
        return (digits,)
    folded = fold_word(digits).translate(_LOOSE)
    bare = _PARTICLES.sub("", folded)
    return (folded, bare) if bare != folded and len(bare) >= _SHORTEST else (folded,)
