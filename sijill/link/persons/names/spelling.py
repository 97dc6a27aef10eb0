"""A name as a list writes it, brought to one form: broken Arabic mended, marks off, words apart. Nothing is lost: it
is a key.
"""

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SHAPED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_GOD_REVERSED = re.compile("(?<![\u0621-\u064a])(هللا|هلل)(?![\u0621-\u064a])")
_BACKWARDS = re.compile("(?<![\u0621-\u064a])ة[\u0621-\u064a]+")
_BREAKS = re.compile(r"[\s\-‐‑‒–—―−_/\\,;:.()\[\]{}&+،؛]+")
_QUOTES = re.compile("['`´‘’‚‛′ʹʻʼʽʾʿˈ\"“”„«»·]")
_ARABIC = re.compile("[\u0620-\u06ff]")
_LETTERS = str.maketrans("أإآٱىیېێئکڪؤۆۇةھہۀەڤڕڵ", "اااايييييككوووهههههفرل")
_DIGITS = {0x0660 + n: str(n) for n in range(10)} | {0x06F0 + n: str(n) for n in range(10)}


def is_arabic(text: str) -> bool:
    """Is it in Arabic letters, those of Persian and Kurdish among them?"""
    return _ARABIC.search(text) is not None


def mended(text: str) -> str:
    """NFC, with what copying out of a PDF breaks put right: shaped letters, words that came out backwards.

    هللا for الله; a word that begins with ta marbuta was turned around; a decomposed hamza joins its letter again.
    """
    text = unicodedata.normalize("NFC", text)
    if text.isascii():
        return text
    if _SHAPED.search(text):
        text = unicodedata.normalize("NFKC", text)
    text = _BACKWARDS.sub(lambda found: found[0][::-1], text)
    return _GOD_REVERSED.sub(lambda found: "الله" if found[1] == "هللا" else "لله", text)


@lru_cache(maxsize=1 << 18)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name: mended, without marks and quotes, lower case; Arabic letters folded to their plain forms.

    "Abd al-Raḥmān"  ->  abd, al, rahman          "عَبْد الرّحمٰن"  ->  عبد, الرحمن
    """
    text = _MARKS.sub("", mended(name))
    if is_arabic(text):
        text = text.translate(_LETTERS).translate(_DIGITS)
    else:
        text = "".join(
            c for c in unicodedata.normalize("NFD", _turkic(text.casefold())) if not unicodedata.combining(c)
        )
    return tuple(word for word in _BREAKS.split(_QUOTES.sub("", text).replace("ء", "")) if word)


def _turkic(text: str) -> str:
    """Letters of Kurdish and Turkmen by the sound they stand for in English spelling: ş sh, ç ch; and with them c is
    j.
    """
    if not re.search("[şçğıöüêîû]", text):
        return text
    if re.search("[şçğı]", text):
        text = text.replace("c", "j")
    spelled = {"ş": "sh", "ç": "ch", "ğ": "gh", "ı": "i", "ö": "o", "ü": "u", "ê": "e", "î": "i", "û": "u", "x": "kh"}
    return "".join(spelled.get(letter, letter) for letter in text)
