"""A claim as the comparisons see it: days as numbers, place with its ring, parties, bounds. Computed once per claim."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sijill.language.folding import fold
from sijill.language.places.calling import is_everywhere, unlisted, without_site
from sijill.link.pairs.families import FAMILY
from sijill.model.claim import Act, Claim, ClaimId
from sijill.model.document import DocumentId
from sijill.model.place import Place, PlaceId, PlacePrecision
from sijill.model.toll import Hedge, Toll
from sijill.model.when import Period

FAR_PAST, FAR_FUTURE = 0, 4_000_000
FINE_DAYS = 7
AROUND_KM = 15.0  # "near", "the outskirts", "the countryside" of a town
NAMED_THING = re.compile(r"(?<=[\w,’'] )[A-Z][\w’'-]{3,}")
NOTHING: frozenset[str] = frozenset()
ARTICLES = frozenset({"a", "an", "the", "one", "another"})
CALENDAR = frozenset(
    {"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december"}
    | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
COUNTRY, PROVINCE, DISTRICT, TOWN, SITE = range(1, 6)
"""Levels of a place; 0 where none is known."""
LEVEL = {
    PlacePrecision.UNKNOWN: 0,
    PlacePrecision.COUNTRY: COUNTRY,
    PlacePrecision.PROVINCE: PROVINCE,
    PlacePrecision.DISTRICT: DISTRICT,
    PlacePrecision.SETTLEMENT: TOWN,
    PlacePrecision.SITE: SITE,
    PlacePrecision.EXACT: SITE,
}
LEVEL_OF_KIND = {"exact": 5, "site": 5, "settlement": 4, "district": 3, "area": 3, "province": 2, "country": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What two claims are compared by.

    start, end   days since year 1, both included; FAR_PAST and FAR_FUTURE where an edge was not said
    days         how many days the period spans; None when no edge is known, or only by the day of the report
    told         the day on which it was published; None where that is not known to the day
    described    the words of the place name nothing ("a village held by rebels"): it may be any place
    unlisted     what they name that lies in the place, or has none, and that no table has ("village of Sabha")
    time_words   a time as said that no day could be found for ("last month" in a report without a date)
    level        how fine the place is: 0 unknown, 1 country, 2 province, 3 district or area, 4 town, 5 site
    ring         the place and all it lies in      town   the settlement it is or lies in
    parties      ids of those accused, or their names where they have no id      identified   all of them have an id
    voice        who says it: the names of the speakers, () for the document itself
    listed       the dataset whose row the claim is: rows of one dataset are different events
    low, high    bounds of the toll [persons]; None where open or not said      number   as said
    names        of things in the quote      people   full names told around it and in another report
    """

    claim: Claim
    id: ClaimId
    document: DocumentId
    begin: int
    finish: int
    act: Act
    family: str
    start: int
    end: int
    days: int | None
    told: int | None
    place: PlaceId | None
    place_words: str | None
    described: bool
    unlisted: str | None
    time_words: str | None
    level: int
    ring: frozenset[str]
    town: PlaceId | None
    lat: float | None
    lon: float | None
    radius_km: float
    parties: frozenset[str]
    identified: bool
    voice: tuple[str, ...]
    number: int | None
    low: int | None
    high: int | None
    names: frozenset[str]
    people: frozenset[str] = NOTHING
    listed: str | None = None

    @property
    def everywhere(self) -> bool:
        """Told of many places at once ("across the country")."""
        return self.claim.where.text is not None and is_everywhere(self.claim.where.text)

    @property
    def timed(self) -> bool:
        """Whether its own words say when."""
        words = self.claim.when.text
        return words is not None and words in self.claim.quote

    @property
    def vague(self) -> bool:
        """Too coarse in place or time to hold two precise reports together."""
        return self.level < 3 or self.days is None or self.days > FINE_DAYS


def sketch(
    claim: Claim,
    places: Mapping[PlaceId, Place],
    published: str | None = None,
    people: frozenset[str] = NOTHING,
) -> Sketch:
    """The claim with everything that comparing needs looked up once. Nothing ends after the report of it."""
    when = Period() if claim.when.only_reported else claim.when
    start, end = days_of(when.start, when.end)
    low, high = bounds(claim.toll)
    where, place = claim.where, places.get(claim.where.place) if claim.where.place else None
    within = place.within if place else ()
    ring = _together((where.place, *within)) if where.place else NOTHING
    level = min(LEVEL_OF_KIND.get(place.kind, 5), LEVEL[where.precision] or 5) if place else LEVEL[where.precision]
    around = level == 3 and place is not None and place.kind in ("settlement", "site")
    return Sketch(
        claim=claim,
        id=claim.id,
        document=claim.document,
        begin=claim.span[0],
        finish=claim.span[1],
        act=claim.act,
        family=FAMILY[claim.act],
        start=start,
        end=end if end < FAR_FUTURE or published is None else last_day(published),
        days=None if start == FAR_PAST or end == FAR_FUTURE else end - start + 1,
        told=_day(published[:10]) if published is not None and len(published) >= 10 else None,
        place=where.place,
        place_words=_folded(without_site(where.text)) or None if where.text else None,
        described=where.text is not None and where.place is None and names_nothing(where.text),
        unlisted=unlisted(where.text, place) if where.lat is None or place is not None else None,
        time_words=fold(claim.when.text) or None if claim.when.text and claim.when.start is None else None,
        level=level if where.place or where.lat is not None else 0,
        ring=ring,
        town=_town(where.place, within, places),
        lat=where.lat if where.lat is not None else place.lat if place else None,
        lon=where.lon if where.lon is not None else place.lon if place else None,
        radius_km=max((place.radius_km if place else None) or 0.0, AROUND_KM if around else 0.0),
        parties=_together(tuple(actor.party or fold(actor.name) for actor in claim.actors)),
        identified=bool(claim.actors) and all(actor.party for actor in claim.actors),
        voice=tuple(speaker.name for speaker in claim.speakers),
        number=claim.toll.number if claim.toll else None,
        low=low,
        high=high,
        names=_names(claim),
        people=people,
        listed=claim.extractor if claim.extractor.startswith("dataset:") else None,
    )


@lru_cache(maxsize=65536)
def _folded(text: str) -> str:
    return fold(text)


@lru_cache(maxsize=65536)
def names_nothing(text: str) -> bool:
    """ "A village", "the local hospital": no word of it is written as a name. Arabic has no capitals to tell by."""
    first, _, rest = text.partition(" ")
    said = rest if first.lower() in ARTICLES else text
    return not any(letter.isupper() or not letter.isascii() for letter in said)


@lru_cache(maxsize=65536)
def _together(ids: tuple[str, ...]) -> frozenset[str]:
    """One set for all claims of a place or of the same parties."""
    return frozenset(ids)


def bounds(toll: Toll | None) -> tuple[int | None, int | None]:
    """Least and greatest number that the words allow; "about 400" leaves a tenth on each side."""
    if toll is None or (toll.number is None and toll.low is None and toll.high is None):
        return None, None
    if toll.low is not None or toll.high is not None or toll.number is None:
        return toll.low, toll.high
    slack = max(1, toll.number // 10)
    if toll.hedge is Hedge.EXACT:
        return toll.number, toll.number
    if toll.hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN):
        return toll.number, None
    if toll.hedge in (Hedge.UP_TO, Hedge.LESS_THAN):
        return None, toll.number
    return toll.number - slack, toll.number + (0 if toll.hedge is Hedge.NEARLY else slack)


def days_of(start: str | None, end: str | None) -> tuple[int, int]:
    """A period as day numbers, both included."""
    return (FAR_PAST if start is None else _day(start[:10]), FAR_FUTURE if end is None else _day(end[:10]))


@lru_cache(maxsize=4096)
def last_day(partial: str) -> int:
    """The last day of 2016, 2016-02 or 2016-02-14."""
    year, month, day = (*(int(part) for part in partial[:10].split("-")), 0, 0)[:3]
    return date(year, month or 12, day or monthrange(year, month or 12)[1]).toordinal()


@lru_cache(maxsize=65536)
def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def _town(place: PlaceId | None, within: tuple[PlaceId, ...], places: Mapping[PlaceId, Place]) -> PlaceId | None:
    for each in (place, *within) if place else ():
        known = places.get(each) if each else None
        if known and known.kind == "settlement":
            return each
    return None


def _names(claim: Claim) -> frozenset[str]:
    """Capitalised words of the quote that are no party, speaker, place or month: a market, a hospital, a family."""
    found = {word.casefold().removesuffix("’s").removesuffix("'s") for word in NAMED_THING.findall(claim.quote)}
    if not found:
        return NOTHING
    said = " ".join([*(a.name for a in claim.actors), *(s.name for s in claim.speakers), claim.where.text or ""])
    found -= CALENDAR
    found.difference_update(re.findall(r"[\w-]+", said.casefold()))
    return frozenset(found) if found else NOTHING
