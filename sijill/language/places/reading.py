"""What the words around a name say of how wide the place is: "near X", "X governorate", "a hospital in X"."""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from sijill.language.places.words import (
    AROUND_WORDS,
    CALLED_QUARTERS,
    CONNECTIVES,
    DESCRIBED_WORDS,
    DIRECTIONS,
    INNER_WORDS,
    NAMING_WORDS,
    OF_SITES,
    PROVINCE_WORDS,
    QUARTER_WORDS,
    RURAL_WORDS,
    SITE_WORDS,
    UNIT_WORDS,
    words,
)

_IN = re.compile(r" ?, ?| (?:in|inside|within|في|بـ) | at (?=the (?:cent(?:er|re)|heart) of )")
_WORD = re.compile(r"[^\s,;()]+")
_DISTANCE = re.compile(
    r"^\s*(?:(?:about|some|around|nearly|almost|roughly|a|an?\s+\w+)\s+)?(?P<far>\d+(?:[.,]\d+)?)\s*"
    r"(?P<unit>km|kilomet(?:re|er)s?|miles?|كم|كيلومتر(?:ات|ا)?)\b(?:\s*\([^)]*\))?\s*"
    r"(?:to the |إلى ال|الى ال)?(?P<way>[^\W\d_]+(?:[- ](?:east|west|شرق|غرب))?)?\s*\b"
    r"(?:of|from|من|مدينة|بلدة|قرية)?\s+",
    re.IGNORECASE,
)
BEARINGS = {
    "north": 0,
    "northeast": 45,
    "east": 90,
    "southeast": 135,
    "south": 180,
    "southwest": 225,
    "west": 270,
    "northwest": 315,
    "شمال": 0,
    "شمالشرق": 45,
    "شرق": 90,
    "جنوبشرق": 135,
    "جنوب": 180,
    "جنوبغرب": 225,
    "غرب": 270,
    "شمالغرب": 315,
}
KM_PER_MILE = 1.609
_FEATURES = (
    OF_SITES | PROVINCE_WORDS | RURAL_WORDS | AROUND_WORDS | UNIT_WORDS | NAMING_WORDS | CONNECTIVES | DIRECTIONS
)
_RAISED = re.compile(r"(?:[^\W\d_]{2}-|[^\w\s]+)\w*[A-Z]")
""" "al-Namar", "‘Anat": a name whose first letter is small or none."""
_TO_THE = re.compile(rf"(?<=\w) to the (?=(?:{'|'.join(sorted(DIRECTIONS))}) of )")
""" "Tarn town to the west of Namar"."""
_ADJECTIVES = ("ian", "ish", "ese")
_THE_ONE = re.compile(r"the \w+|ال\w+", re.IGNORECASE)
SHORT = 6
"""Words of what is told of without a name."""
OLD_TOWNS = (("old", "city"), ("old", "town"))
"""Quarters that are called a town."""
_HELD = ("-held", "-controlled", "-occupied", "-ruled")
""" "Front-held Namar" is Namar."""
_LINKS = words("of outside near around")


class Breadth(StrEnum):
    """How wide the words make the place that they name."""

    AS_NAMED = "as_named"
    PART = "part"
    AROUND = "around"
    PROVINCE = "province"


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance [km] from the place that is named, and a direction [degrees from north, clockwise]."""

    km: float
    bearing: int


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """names: what may be the name, () if the words name nothing ("the city"). kinds: the words around and in it.
    within: what it is said to lie in. offset: how far from what is named, and which way ("10 km east of X"). said: the
    name with the words of its kind ("village of X", "X hospital"). site: what is told of without a name ("a school in
    X")."""

    names: tuple[str, ...]
    breadth: Breadth
    within: str | None = None
    offset: "Offset | None" = None
    kinds: frozenset[str] = frozenset()
    said: str = ""
    site: str = ""


def read_place_words(text: str) -> PlaceWords:
    """Take the words apart. "A village in the eastern countryside of X" names X, around it."""
    text = _TO_THE.sub(" ", " ".join(text.split()))
    distance = _DISTANCE.match(text)
    plain = text[distance.end() :] if distance else text
    parts = [part for said in _IN.split(plain) for part in _halves(said) if part.strip()]
    for i, part in enumerate(parts):
        names, breadth, told = _read_part(part)
        if names:
            within = ", ".join(parts[i + 1 :]) or None
            wider = Breadth.AROUND if distance and breadth is Breadth.AS_NAMED else breadth
            site = _site(parts[:i], alone=False)
            return PlaceWords(names, wider, within, _offset(distance), frozenset(_words(part)), told, site)
    return PlaceWords((), _breadth(_words(plain)), kinds=frozenset(_words(plain)), site=_site(parts, alone=True))


def _site(parts: list[str], *, alone: bool) -> str:
    """Of words that name nothing the first that tell of a building or camp: "a school", not "the hospital" alone."""
    told = (part.strip() for part in parts if not DESCRIBED_WORDS.isdisjoint(_words(part)))
    site = next((p for p in told if len(p.split()) <= SHORT and not (alone and _THE_ONE.fullmatch(p))), "")
    return site.casefold() if _is_bare_kind(site.split()) else site


def tells_a_site(text: str) -> bool:
    """Whether one of the words is for a building, camp or the like."""
    return not DESCRIBED_WORDS.isdisjoint(_words(text))


def is_called_a_quarter(text: str) -> bool:
    """ "The Harbour district", not "the central city of Brell" or "areas of Brell"."""
    read = read_place_words(text)
    called = not read.kinds.isdisjoint(CALLED_QUARTERS) and read.kinds.isdisjoint(NAMING_WORDS)
    return read.breadth is Breadth.PART and called


def is_inside(words: PlaceWords) -> bool:
    """Whether they name a quarter or building, which lies in a town."""
    old = any(words.kinds.issuperset(each) for each in OLD_TOWNS)
    return words.breadth is Breadth.PART or not INNER_WORDS.isdisjoint(words.kinds) or old


def _words(said: str) -> list[str]:
    return [_plain(word) for word in _WORD.findall(said)]


def _halves(said: str) -> tuple[str, ...]:
    """ "the Sabha quarter | Namar", which its "of" joined; "the village of Tarn | northeast of Namar"; not "the
    Ruritanian quarter of Namar", which is one."""
    found = [*_WORD.finditer(said)]
    named = False
    for before, part, of in zip(found, found[1:], found[2:], strict=False):
        village, named = named and _plain(before.group()) in NAMING_WORDS, named or _is_name(before.group())
        is_part = _plain(part.group()) in QUARTER_WORDS or part.group().isdigit()
        is_part = is_part or (_plain(before.group()), _plain(part.group())) in OLD_TOWNS
        name = _is_name(before.group()) and not before.group().endswith(_ADJECTIVES)
        if of.group() == "of" and is_part and name:
            return said[: part.end()], said[of.end() :]
        if of.group() == "of" and _plain(part.group()) in DIRECTIONS and (name or village):
            return said[: before.end()], said[part.start() :]
    return (said,)


def _offset(said: re.Match[str] | None) -> Offset | None:
    """None where no direction is said: anywhere on a circle is only around the place."""
    if said is None or said["way"] is None:
        return None
    bearing = BEARINGS.get(re.sub(r"[- ]", "", said["way"].casefold()).removesuffix("ern"))
    km = float(said["far"].replace(",", ".")) * (KM_PER_MILE if said["unit"].startswith("mile") else 1)
    return None if bearing is None else Offset(km, bearing)


def _read_part(part: str) -> tuple[tuple[str, ...], Breadth, str]:
    found = _WORD.findall(part)
    said = _words(part)
    kept = _trimmed(found)
    if not any(_is_name(word) for word in kept) or _is_bare_kind(kept):
        return (), Breadth.AS_NAMED, ""
    while not _is_name(kept[0]):
        kept = kept[1:]
    whole = " ".join(kept)
    start = next(i for i in range(len(found)) if found[i : i + len(kept)] == kept)
    with_kind = " ".join(found[start:])  # it may belong to the name: "Ruritanian capital", "Namar camp"
    names = (with_kind, re.sub(r"['’]s?$", "", whole), whole)
    return tuple(dict.fromkeys(name for name in names if name)), _breadth(said), _kind_before(found[:start]) + with_kind


def _is_bare_kind(kept: list[str]) -> bool:
    """ "Raid on Market in Kessa", as a headline writes it: no name."""
    return len(kept) == 1 and kept[0].isascii() and kept[0].casefold() in DESCRIBED_WORDS


def _kind_before(found: list[str]) -> str:
    """ "village of ", "قرية ": what the name after it is."""
    if found and is_arabic(found[-1]) and _is_kind(found[-1]):
        return f"{found[-1]} "
    return f"{found[-2]} of " if len(found) > 1 and found[-1] == "of" and _is_kind(found[-2]) else ""


def _is_kind(word: str) -> bool:
    return _plain(word) in NAMING_WORDS | UNIT_WORDS | INNER_WORDS


def _breadth(words_: list[str]) -> Breadth:
    said = set(words_)
    if said & PROVINCE_WORDS:
        return Breadth.PROVINCE
    if said & RURAL_WORDS:
        return Breadth.AROUND if said & DIRECTIONS else Breadth.PROVINCE
    if said & AROUND_WORDS:
        return Breadth.AROUND
    if said & UNIT_WORDS:
        return Breadth.PART
    described = {before for before, word in pairwise(words_) if word in NAMING_WORDS}
    return Breadth.PART if said & DIRECTIONS - described else Breadth.AS_NAMED


def _trimmed(found: list[str]) -> list[str]:
    """Without the words of breadth and kind at both ends. The words in the middle belong to the name."""
    start, end = 0, len(found)
    while start < end and _is_feature(found[start]):
        start += 1
    while end > start and _is_feature(found[end - 1]):
        end -= 1
    kept = found[start:end]
    for i, word in enumerate(kept[:-1]):
        if _plain(word) in _LINKS:
            return _trimmed(kept[i + 1 :]) or kept
        if re.search(r"\w['’]s$", word):
            return kept[: i + 1]
    return kept


def _is_feature(word: str) -> bool:
    return _plain(word) in _FEATURES or word in SITE_WORDS or word.endswith(_HELD)


def _is_name(word: str) -> bool:
    return word[0].isupper() or is_arabic(word) or bool(_RAISED.match(word))


def is_arabic(word: str) -> bool:
    """Whether it begins with a letter of that script."""
    return "\u0600" <= word[0] <= "\u06ff"


def _plain(word: str) -> str:
    low = word.strip("\"“”'‘’.").casefold()
    joined = low.replace("-", "")
    return joined if joined in DIRECTIONS else low
