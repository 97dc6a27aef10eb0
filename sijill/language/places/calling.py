"""What a place is called where its words name something in it that no table has: "village of Sabha, Namar province"."""

import re
from functools import lru_cache

from sijill.language.folding import fold, skeleton
from sijill.language.places.reading import PlaceWords, is_inside, read_place_words
from sijill.language.places.words import DESCRIBED_WORDS, NAMING_WORDS
from sijill.language.scripts import ARABIC
from sijill.model.place import Place

BUILDINGS = DESCRIBED_WORDS - NAMING_WORDS
"""Kinds that make a name that of something in the place that bears it."""
OF_TOWNS = frozenset("village town city قرية بلدة مدينة".split())
TELLING = 3
"""Consonants from which on two spellings that share them are taken for one name."""


def called(text: str | None, place: Place | None, name: str | None = None) -> str | None:
    """The name of a known place, before it what the words name in it; else the words. name: in the reader's script."""
    if place is None:
        return text
    known = name or place.name
    inner = inside(text, place)
    if inner is not None and f" {fold(known)} " in f" {fold(inner)} ":
        return inner  # "Namar market"
    return known if inner is None else f"{inner}{'، ' if ord(known[0]) in ARABIC else ', '}{known}"


def inside(text: str | None, place: Place | None) -> str | None:
    """What the words tell of in the place, with a name or without: "village of Sabha", "a school"."""
    return unlisted(text, place) or described(text)


@lru_cache(maxsize=1 << 16)
def described(text: str | None) -> str | None:
    """A building or camp that the words tell of without a name: "a school", of "a school in Kessa"."""
    return (read_place_words(text).site or None) if text else None


@lru_cache(maxsize=1 << 16)
def unlisted(text: str | None, place: Place | None) -> str | None:
    """What the words name, with its kind ("village of Sabha"), where that is not the place itself: it lies in it or is
    not known. None where they name nothing more.
    """
    words = read_place_words(text) if text else None
    if words is None or not words.said:
        return None
    return None if place is not None and _names(text or "", words, place) else words.said


def lies_in_a_town(text: str | None) -> bool:
    """Whether the words name a quarter or building, not a village."""
    return text is not None and is_inside(read_place_words(text))


def _names(text: str, words: PlaceWords, place: Place) -> bool:
    said = {fold(each) for each in (text, *words.names)}
    said |= {each.removeprefix("the ") for each in said} | {each.removesuffix("s") for each in said}
    known = {fold(each) for each in (place.name, *place.aliases)}
    if known.isdisjoint((fold(text), fold(words.said))) and not BUILDINGS.isdisjoint(words.kinds):
        return False  # "Namar hospital", of Namar
    nation = re.compile(rf"\b{re.escape(fold(place.name))}(?:n|an|ian|ese|ish|i)?s?\b")
    if said & known or (place.kind == "country" and any(nation.search(each) for each in said)):
        return True  # "a Ruritanian village", of Ruritania
    if place.kind != "settlement" and not words.kinds.isdisjoint(OF_TOWNS):
        return False  # "Nimir village" is no other spelling of the province of Namar
    sounds = {sound for each in known if len(sound := skeleton(each)) >= TELLING}
    return any(skeleton(each) in sounds for each in words.names)
