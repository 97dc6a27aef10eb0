"""What a place is called where its words name something in it that no table has: "village of Sabha, Namar province"."""

import re
from functools import lru_cache

from sijill.language.folding import fold, skeleton
from sijill.language.places.reading import PlaceWords, is_arabic, is_inside, read_place_words, tells_a_site
from sijill.language.places.together import told_together
from sijill.language.places.words import (
    AROUND_WORDS,
    DESCRIBED_WORDS,
    DIRECTIONS,
    EVERYWHERE,
    MIDDLE_WORDS,
    NAMING_WORDS,
    OF_TOWNS,
    PROVINCE_WORDS,
    RURAL_WORDS,
    UNIT_WORDS,
    WHOLE,
)
from sijill.language.scripts import ARABIC
from sijill.model.place import Place

BUILDINGS = DESCRIBED_WORDS - NAMING_WORDS
"""Kinds that make a name that of something in the place that bears it."""
WHERE_WORDS = AROUND_WORDS | DIRECTIONS | UNIT_WORDS | MIDDLE_WORDS
LONGEST = 8
"""Words of what is said of where in a place or around it."""
_CALLED = re.compile(
    r"(?:the |^\w+ern )(?:(?!of )[\w-]+ ){0,3}?(?:city|town|village|province|governorate) (?:of )?(?:the )?",
    re.IGNORECASE,
)
""" "Near the northern town of Namar": near Namar."""
_AGAIN = {
    "settlement": re.compile(r" (?P<it>the (?:same )?(?:city|town|village)|المدينة|البلدة|القرية)$"),
    "province": re.compile(r" (?P<it>the (?:same )?(?:province|governorate)|المحافظة|الولاية)$"),
}
TELLING = 3
"""Consonants from which on two spellings that share them are taken for one name."""


def called(text: str | None, place: Place | None, name: str | None = None) -> str | None:
    """The name of a known place, before it what the words name in it; else the words. name: in the reader's script."""
    if place is None:
        return text
    known = name or place.name
    inner = inside(text, place)
    if unlisted(text, place) is None:
        known = (_about(text, known, place.kind) if text else None) or known
    elif text is not None and told_together(without_site(text)) is None:
        known = _beside(text, known, place) or known
    if inner is None:
        return known
    if f" {fold(known)} " in f" {fold(inner)} ":
        return inner  # "Namar market"
    return f"{inner}{'، ' if ord(known[0]) in ARABIC else ', '}{known}"


def inside(text: str | None, place: Place | None) -> str | None:
    """What the words tell of in the place, with a name or without: "a school, village of Sabha", "a school"."""
    return ", ".join(each for each in (described(text), unlisted(text, place)) if each) or None


def _beside(text: str, known: str, place: Place) -> str | None:
    """ "West of Namar", of "Sabha village, west of Namar"."""
    within = read_place_words(text).within
    named = within is not None and _names(within, read_place_words(within), place)
    return _about(within or "", known, place.kind) if named else None


def _about(text: str, known: str, kind: str) -> str | None:
    """What is said of where in the place or around it, before its name as known: "outside Namar". None where that is in
    another script, or the words are of the name itself."""
    before, said = around(text, kind)
    if not before or (ord(said[-1]) in ARABIC) != (ord(known[-1]) in ARABIC):
        return None
    last = before.replace("-", "").casefold().split()[-1]
    side = {last, f"{last}ern"} if last in DIRECTIONS else {last}  # "East Namar", known as Eastern Namar
    return f"{before}{known}" if side.isdisjoint(fold(known).split()) else None


@lru_cache(maxsize=1 << 16)
def around(text: str, kind: str) -> tuple[str, str]:
    """What is said of where in a place of this kind or around it, and the words for the place: ("outside ", "Namar"),
    ("a district of ", "the city"), ("western ", "Namar"). Nothing where the side is that of the kind ("the northern
    province of Namar", "the northern Namar province", "northern Namar town")."""
    text = without_site(text)
    names = reversed(read_place_words(text).names)
    said = said_again(text, kind) or next((name for name in names if name in text), None)
    if described(text) or said is None:
        return "", ""
    start, _, after = text.partition(said)
    before = _CALLED.sub("", start).removeprefix("the ").removeprefix("The ").lstrip()
    words = before.replace("-", "").casefold().split()
    its = start[:4].casefold() == "the " and len(words) == 1  # "the central Namar square"
    kinds = UNIT_WORDS | NAMING_WORDS if DIRECTIONS.issuperset(words) else PROVINCE_WORDS | UNIT_WORDS | NAMING_WORDS
    following = after.strip().partition(" ")[0]
    of_the_kind = following in kinds and words[-1:] != ["of"]
    before += f"{following} of " if following in RURAL_WORDS and before else ""
    tells = not (of_the_kind or its) and not WHERE_WORDS.isdisjoint(words) and len(words) < LONGEST
    return (before, said) if tells else ("", "")


def said_again(text: str, kind: str) -> str | None:
    """ "The town" of "another quarter of the town", "the province" of "the edge of the province": a place of this kind
    that was told before, of which the words tell a part."""
    found = _AGAIN[kind].search(text) if kind in _AGAIN and not WHERE_WORDS.isdisjoint(text.split()) else None
    return found["it"] if found is not None else None


@lru_cache(maxsize=1 << 16)
def described(text: str | None) -> str | None:
    """A building or camp that the words tell of without a name: "a school", of "a school in Kessa"."""
    return (read_place_words(text).site or None) if text else None


@lru_cache(maxsize=1 << 16)
def unlisted(text: str | None, place: Place | None) -> str | None:
    """What the words name, with its kind ("village of Sabha"), where that is not the place itself: it lies in it or is
    not known. None where they name nothing more.
    """
    several = told_together(without_site(text)) if text else None
    if several is not None and place is not None:
        return several.said.removeprefix("the ").removeprefix("both ")
    words = read_place_words(text) if text else None
    if words is None or not words.said or (place is not None and said_again(text or "", place.kind)):
        return None
    return None if place is not None and _names(text or "", words, place) else words.said


@lru_cache(maxsize=1 << 16)
def without_site(text: str) -> str:
    """The words of a place without those for a building told before it: "Kessa" of "a market, Kessa"."""
    site, comma, place = text.partition(", ")
    named = not is_arabic(site) and read_place_words(site).names
    return place if comma and tells_a_site(site) and not named else text


def stands_in(words: str | None, quote: str) -> bool:
    """Whether a quote has all the words of a place: "a market, Kessa" of "a market in the town of Kessa"."""
    return words is not None and all(part in quote for part in words.split(", "))


@lru_cache(maxsize=1 << 16)
def is_everywhere(text: str) -> bool:
    """Whether the words tell of many places at once: "across the country", "in various provinces, Ruritania"."""
    said = frozenset(re.split("[,،]", text)[0].casefold().split())
    return not said.isdisjoint(EVERYWHERE) and not said.isdisjoint(WHOLE)


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
