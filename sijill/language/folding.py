"""One key for the many spellings of a name: case, diacritics, apostrophes, articles and letter forms folded away.

`fold` decides whether two spellings are the same name. `skeleton` only proposes: names that sound alike across
scripts share it, and so do many that have nothing to do with each other (of 1,931 places, precision .37).
"""

import re
import unicodedata
from functools import lru_cache

_ARTICLE = re.compile(r"(?:[aeu]l|[ae][sdnrtz]|u[drtz]|[aeu]sh|ech|[ae][dt]h)\Z")
"""Forms of the Arabic article in Latin script. "us", "is" and "in" are left out: they are words of their own."""

_FIRST_ARTICLE = re.compile(r"(?:[ae]l|[ae]sh|[ae]z|[ae]r|[ae]d)\Z")
"""Those dropped as a first word whether hyphenated or not: "an", "as", "at", "en" only with their hyphen."""

_REMOVED = (
    "'`´‘’‚‛′ʹʻʼʽʾʿˈ˒˓ˊˋ՚＇\"“”„«».·ـء"
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
_SPACED = "-‐‑‒–—―−_/\\,;:()[]{}&+،؛"
_HYPHENS = frozenset("-‐‑–")
_LETTERS = {
    **dict(zip("ٱىیئکگؤةھہۀ", "اييىككوهههه", strict=True)),
    **dict(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True)),
    **dict(zip("۰۱۲۳۴۵۶۷۸۹", "0123456789", strict=True)),
    **{"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e", "ħ": "h", "ŧ": "t"},
}
_TABLE = str.maketrans({**dict.fromkeys(_REMOVED, ""), **dict.fromkeys(_SPACED, " "), **_LETTERS})

_LONG_VOWELS = re.compile("ou|oo|ee")
_AS_ONE = {"ou": "u", "oo": "u", "ee": "i"}
_DOUBLED = re.compile(r"([bcdfghjklmnpqrstvwxyz])\1")
_GLUED_ARTICLE = re.compile(r"[aeiou]z(?=z)")
_POSSESSIVE = re.compile(r"(?<=\w)['’`´](?:s\b)", re.IGNORECASE)


@lru_cache(maxsize=1 << 17)
def fold(name: str) -> str:
    """The key under which a name is compared: words joined by one space, "" for a name of marks only.

    "Deir ez-Zor", "Deir Ezzor", "Deir al-Zor"  ->  "deir zor"      "دير الزّور"  ->  "دير زور"
    """
    if name.isascii():
        plain = name.lower().translate(_TABLE)
    else:
        decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", name).casefold())
        plain = "".join(c for c in decomposed.translate(_TABLE) if unicodedata.category(c) != "Mn")
        plain = plain.translate(_TABLE)
    words = plain.split()
    kept = [
        word for i, word in enumerate(words) if not _is_article(word, first=i == 0, hyphenated=name[2:3] in _HYPHENS)
    ]
    return " ".join(_fold_word(word, first=i == 0) for i, word in enumerate(kept or words))


def keys(listed: str) -> frozenset[str]:
    """Words as `fold` leaves them, for comparison with words of a folded name."""
    return frozenset(fold(word) for word in listed.split())


def without_possessive(name: str) -> str:
    """`Assad's forces` without its `'s`."""
    return _POSSESSIVE.sub("", name)


def _is_article(word: str, *, first: bool, hyphenated: bool) -> bool:
    if not _ARTICLE.match(word):
        return word == "ال"
    return not first or hyphenated or bool(_FIRST_ARTICLE.match(word))


def _fold_word(word: str, *, first: bool) -> str:
    if word.isascii():
        if word.isdigit():
            return word
        if not first and len(word) >= 5:
            word = _GLUED_ARTICLE.sub("", word, count=1) if _GLUED_ARTICLE.match(word) else word
        word = _LONG_VOWELS.sub(lambda m: _AS_ONE[m.group()], word)
        word = _DOUBLED.sub(r"\1", word)
        return word[:-1] if len(word) > 3 and word.endswith("ah") else word
    if len(word) >= 4 and word.startswith("ال"):
        return word[2:]
    return word


_LETTERS_OF_SOUND = {
    "b": "bpبپбп",
    "d": "dدضд",
    "f": "fvفڤвф",
    "g": "gjجغگжгґ",
    "k": "ckqخقكкх",
    "l": "lلл",
    "m": "mمм",
    "n": "nنн",
    "r": "rرр",
    "s": "sسصثشсшщчц",
    "t": "tتطт",
    "z": "zزذظз",
}
_SOUND = {letter: sound for sound, letters in _LETTERS_OF_SOUND.items() for letter in letters} | {"x": "ks"}
_DIGRAPHS = re.compile("sh|ch|kh|gh|dh|th|dj")
_DIGRAPH_SOUND = {"sh": "s", "ch": "s", "kh": "k", "gh": "g", "dh": "d", "th": "t", "dj": "g"}
_REPEATED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def skeleton(name: str) -> str:
    """The consonants of a name by sound, the same from Latin, Arabic and Cyrillic letters. It proposes, never decides.

    "Mayadin", "Al-Mayadeen", "الميادين"  ->  "mdn"
    """
    words = _DIGRAPHS.sub(lambda m: _DIGRAPH_SOUND[m.group()], fold(name))
    return _REPEATED.sub(r"\1", "".join(_SOUND.get(letter, "") for letter in words))
