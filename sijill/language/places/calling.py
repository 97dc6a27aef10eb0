"""What a place is called where its words name something in it that no table has: "village of Sabha, Namar province"."""

from functools import lru_cache

from sijill.language.folding import fold, skeleton
from sijill.language.places.reading import PlaceWords, is_inside, read_place_words
from sijill.language.scripts import ARABIC
from sijill.model.place import Place

TELLING = 3
"""Consonants from which on two spellings that share them are taken for one name."""


def called(text: str | None, place: Place | None, name: str | None = None) -> str | None:
    """The name of a known place, before it what the words name in it; else the words. name: in the reader's script."""
    if place is None:
        return text
    known = name or place.name
    inner = unlisted(text, place)
    return known if inner is None else f"{inner}{'، ' if ord(known[0]) in ARABIC else ', '}{known}"


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
    if said & known or (place.kind == "country" and any(each.startswith(fold(place.name)) for each in said)):
        return True  # "a Ruritanian village", of Ruritania
    sounds = {sound for each in known if len(sound := skeleton(each)) >= TELLING}
    return any(skeleton(each) in sounds for each in words.names)
