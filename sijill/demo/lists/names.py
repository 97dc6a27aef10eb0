"""Invented persons' names in Arabic letters and in the spellings that lists in Latin letters use.

Given names are the common ones of the region; family names are put together from roots. A Latin list spells by one
style
from its first row to its last: French or English vowels, k or q for qaf, with or without the article.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from random import Random

_ROOTS = (
    "رمض:ramd غلب:ghalb سكر:sukkar طحن:tahn برك:bark نسر:nasr قطن:qutn شجر:shajr"
    " عسل:asal فحم:fahm لوز:lawz مطر:matr زيت:zayt حجر:hajr صخر:sakhr خبز:khubz"
    " بحر:bahr نهر:nahr جبل:jabl تمر:tamr ورد:ward عنب:inab قمر:qamr شمس:shams"
    " ذهب:dhahb فضل:fadl حرب:harb سيف:sayf رمح:rumh درع:dir خيل:khayl غنم:ghanm"
    " جمل:jaml طير:tayr نحل:nahl صيد:sayd حصن:hisn برج:burj قصر:qasr بيت:bayt"
)
_VOWELS = (("", ""), ("ا", "a"), ("و", "u"), ("ي", "i"))
_ENDS = (("", ""), ("ي", "i"), ("ان", "an"), ("اوي", "awi"), ("ة", "a"), ("ون", "un"), ("اني", "ani"))
_BEFORE = (("", ""), ("ال", "al-"), ("ال", "al-"), ("أبو ", "abu "), ("بن ", "bin "), ("آل ", "al "))
_KURDISH = tuple(
    (
        "هفال:heval شيار:shiyar روجين:rojin بيريفان:berivan آزاد:azad"
        " دلوفان:dilovan جوان:jwan ريزان:rezan سردار:serdar لوران:loran"
    ).split()
)
_TURKMEN = tuple(
    ("أورهان:orhan تيمور:timur آيدن:aydin كوكهان:gokhan إلياس:ilyas توران:turan سلجوق:saljuq أوغوز:oghuz").split()
)
_SYLLABLES = tuple(
    (
        "ba da fa ha ka la ma na ra sa ta wa za sha kha gha bi di fi hi ki li mi ni ri si ti zi shu khu mu nu ru su tu"
    ).split()
)
_ARABIC_OF = dict(zip("abdfhklmnrstwzjqgiuy", "ابدفهكلمنرستوزجقغيوي", strict=True))
INVENTED = 0.12
"""Share of given names that no table knows."""


@dataclass(frozen=True, slots=True)
class Known:
    """A name: in Arabic letters, and plainly in Latin ones; other Latin forms in use."""

    arabic: str
    latin: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """How one list writes Arabic names in Latin letters. loose: the share of names that it writes otherwise all the
    same.
    """

    changes: tuple[tuple[str, str], ...] = ()
    article: str = "al-"
    loose: float = 0.2


PLAIN = Spelling()
SPELLINGS = (
    Spelling(article="al-"),
    Spelling(changes=(("u", "ou"), ("j", "dj"), ("sh", "ch")), article="al "),
    Spelling(changes=(("q", "k"), ("i", "e")), article="el-"),
    Spelling(changes=(("q", "k"), ("u", "o"), ("kh", "k")), article="al"),
    Spelling(changes=(("i", "ee"), ("u", "oo"), ("dh", "z")), article="al-"),
    Spelling(changes=(("ay", "ei"), ("aw", "ou"), ("gh", "g")), article="el "),
    Spelling(changes=(("sh", "ş"), ("j", "c"), ("kh", "h")), article="el "),
)


@lru_cache(maxsize=1)
def given_names() -> tuple[tuple[Known, ...], tuple[Known, ...]]:
    """Of men and of women, the commonest first; rarer, Kurdish and Turkmen ones after them."""
    table = files("sijill.link.persons.names") / "known_names.csv"
    rows = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
    of: dict[str, list[Known]] = {"m": [], "f": []}
    for row in rows:
        forms = tuple(form for form in row["latin"].split("|") if not form.endswith("_"))
        if forms:
            of[row["sex"]].append(Known(row["arabic"].split("|")[0], forms[0], forms))
    more = [Known(each.split(":")[0], each.split(":")[1]) for each in (*_KURDISH, *_TURKMEN)]
    return (*of["m"], *more), tuple(of["f"])


@lru_cache(maxsize=1)
def family_names() -> tuple[Known, ...]:
    """About six thousand, in an order that does not follow the roots."""
    made = []
    for root in _ROOTS.split():
        arabic, latin = root.split(":")
        for vowel in _VOWELS:
            for end in _ENDS:
                for before in _BEFORE:
                    inside = arabic[:-1] + vowel[0] + arabic[-1] + end[0], latin[:-1] + vowel[1] + latin[-1] + end[1]
                    made.append(Known(before[0] + inside[0], before[1] + inside[1]))
    Random(11).shuffle(made)
    return tuple(made)


def falling(size: int, steepness: float) -> list[float]:
    """Weights of a Zipf law, summed up."""
    total, summed = 0.0, []
    for rank in range(1, size + 1):
        total += rank**-steepness
        summed.append(total)
    return summed


def invented(random: Random) -> Known:
    """A given name that no table holds."""
    latin = "".join(random.choice(_SYLLABLES) for _ in range(random.choice((2, 2, 3)))) + random.choice("nrmdlsb")
    written = latin.replace("sh", "j").replace("kh", "g").replace("gh", "q")
    arabic = "".join(
        _ARABIC_OF[letter] for at, letter in enumerate(written) if letter != "a" or at == 1 or random.random() < 0.3
    )
    return Known(arabic, latin)


def spelled(name: Known, style: Spelling, random: Random) -> str:
    """The name in Latin letters as this list writes it."""
    if name.forms and random.random() < 0.5 + style.loose / 2:
        plain = name.forms[0] if random.random() > style.loose else random.choice(name.forms)
    else:
        plain = name.latin
    for before in ("al-", "el "):
        if plain.startswith(before):
            return style.article + _changed(plain[len(before) :], style, random)
    return _changed(plain, style, random)


def _changed(plain: str, style: Spelling, random: Random) -> str:
    for old, new in style.changes:
        if random.random() > style.loose:
            plain = plain.replace(old, new)
    if plain.endswith("a") and random.random() < style.loose:
        plain += "h"
    return plain


def chosen(names: Sequence[Known], weights: Sequence[float], random: Random) -> Known:
    """One name by its weight; now and then one that nobody has heard of."""
    if names[0].forms and random.random() < INVENTED:
        return invented(random)
    return random.choices(names, cum_weights=weights)[0]
