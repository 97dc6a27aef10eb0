"""How a word sounds, from Arabic or Latin letters, in ASCII that every engine compares alike.

bones     the consonants by class of sound: they propose (Muhammad and Mahmud share them)
vowels    the vowel in each gap between the bones: a | i | u | - (none)
pattern   the same for LIKE: "_" where the spelling leaves it open (Arabic writes no short vowel; e is a or i)
letters   the word letter by letter, for distances of spelling
"""

import re
from functools import lru_cache
from typing import NamedTuple

from sijill.link.persons.names.spelling import is_arabic


class Sound(NamedTuple):
    """A word as it sounds. latin: written so."""

    bones: str
    vowels: str
    pattern: str
    letters: str
    latin: bool


_ARABIC = dict(zip("بپتثجچحخدذرزژسشصضطظغفقكگلمنه", "bbttgshkdzrzzsssdtzgfkkglmnh", strict=True))
_WRITTEN = dict(zip("ابپتثجچحخدذرزژسشصضطظعغفقكگلمنهوي", "AbptVjcHxdDrzJsSCWTZEGfqkglmnhwy", strict=True))
_VOWEL = {"ا": "a", "و": "u", "ي": "i"}
_DIGRAPHS = (
    (re.compile("^ou(?=[aeiou])"), "w"),
    (re.compile("dj|gh"), "g"),
    (re.compile("sh|ch"), "s"),
    (re.compile("kh|q|c"), "k"),
    (re.compile("dh"), "z"),
    (re.compile("th"), "t"),
    (re.compile("ph|v"), "f"),
    (re.compile("p"), "b"),
    (re.compile("j"), "g"),
    (re.compile("x"), "ks"),
)
_CONSONANT = frozenset("bdfghklmnrstz")
_TWICE = re.compile(r"([bdfghklmnrstz])\1+")


@lru_cache(maxsize=1 << 18)
def sound(word: str) -> Sound:
    """The sound of one folded word (or of several joined by spaces, taken as one)."""
    word = word.replace(" ", "")
    return _arabic(word) if is_arabic(word) else _latin(word)


def _arabic(word: str) -> Sound:
    bones: list[str] = []
    gaps = [""]
    stem = word[:-1] if len(word) > 3 and word[-1] in "هح" else word
    for at, letter in enumerate(stem):
        consonant = _ARABIC.get(letter)
        if at == 0 and letter in "وي" and len(stem) > 1:
            consonant = "w" if letter == "و" else "y"
        if consonant is not None:
            if not (bones and bones[-1] == consonant):  # a doubled letter is written once in Arabic
                bones.append(consonant)
                gaps.append("")
        elif letter in _VOWEL and not (at == 0 and letter == "ا"):
            gaps[-1] += _VOWEL[letter]
    vowels = "".join(_class(gap) for gap in gaps)
    pattern = "_" + "".join("_" if _class(gap) == "-" else _class(gap) for gap in gaps[1:-1]) + "_"
    letters = "".join(_WRITTEN.get(each, "") for each in word)
    return Sound("".join(bones), vowels, pattern if bones else "_", letters, False)


def _latin(word: str) -> Sound:
    stem = word[:-1] if len(word) > 3 and word[-1] == "h" and word[-2] in "ae" else word
    for form, letter in _DIGRAPHS:
        stem = form.sub(letter, stem)
    stem = _TWICE.sub(r"\1", stem)
    bones: list[str] = []
    gaps = [""]
    for at, letter in enumerate(stem):
        if letter in _CONSONANT or (at == 0 and letter in "wy" and len(stem) > 1):
            if not (bones and bones[-1] == letter):
                bones.append(letter)
                gaps.append("")
        else:
            gaps[-1] += letter
    vowels = "".join(_class(gap) for gap in gaps)
    inner = "".join("_" if _class(gap) == "-" or gap == "e" else _class(gap) for gap in gaps[1:-1])
    letters = "".join(each for each in _TWICE.sub(r"\1", word) if each.isascii())
    return Sound("".join(bones), vowels, f"_{inner}_" if bones else "_", letters, True)


def _class(gap: str) -> str:
    if not gap:
        return "-"
    if any(each in "uow" for each in gap):
        return "u"
    if any(each in "iy" for each in gap):
        return "i"
    return "a"
