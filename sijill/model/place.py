"""Where something is said to have happened, no finer than it was said."""

from dataclasses import dataclass
from enum import StrEnum
from math import cos, hypot, radians
from typing import Annotated, NewType

from sijill.model.document import Digest, DocumentId
from sijill.model.release import Release

KM_PER_DEGREE = 111.2
"""Mean length of a degree of a great circle [km]."""
Position = tuple[float | None, float | None]
"""Latitude and longitude [degrees, WGS 84]; None where it is not known."""

PlaceId = NewType("PlaceId", str)


class PlacePrecision(StrEnum):
    """How finely a place is known. `site` is a building or street; `settlement` a town or village."""

    EXACT = "exact"
    SITE = "site"
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"
    UNKNOWN = "unknown"


FINEST_FIRST = (
    PlacePrecision.EXACT,
    PlacePrecision.SITE,
    PlacePrecision.SETTLEMENT,
    PlacePrecision.DISTRICT,
    PlacePrecision.PROVINCE,
    PlacePrecision.COUNTRY,
)
"""All but the unknown."""


def coarseness(precision: PlacePrecision) -> int:
    """From 0, the finest; nothing is coarser than the unknown."""
    return FINEST_FIRST.index(precision) if precision in FINEST_FIRST else len(FINEST_FIRST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The place of a claim. `text` is what was said; the rest is what `resolve` found, None while it is in doubt.

    lat, lon   WGS 84 degrees of the place's centre; `precision` says how wide the place is
    """

    text: Annotated[str | None, Release.COARSE] = None
    place: Annotated[PlaceId | None, Release.COARSE] = None
    lat: Annotated[float | None, Release.COARSE] = None
    lon: Annotated[float | None, Release.COARSE] = None
    precision: Annotated[PlacePrecision, Release.COARSE] = PlacePrecision.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A row of a gazetteer, a pack or `hand/places.csv`.

    kind      exact | site | settlement | district | province | country | area
    within    ids of what it lies in, nearest first (district, province, country)
    radius_km how far the place reaches from its centre [km]; None: not known
    population people living there as the gazetteer has it, a measure of what an unqualified name means; None: not known
    because   the reference, for a row of a pack or of hand/
    """

    id: Annotated[PlaceId, Release.OPEN]
    name: Annotated[str, Release.OPEN]
    aliases: Annotated[tuple[str, ...], Release.OPEN] = ()
    lat: Annotated[float | None, Release.OPEN] = None
    lon: Annotated[float | None, Release.OPEN] = None
    kind: Annotated[str, Release.OPEN] = "settlement"
    within: Annotated[tuple[PlaceId, ...], Release.OPEN] = ()
    radius_km: Annotated[float | None, Release.OPEN] = None
    population: Annotated[int | None, Release.OPEN] = None
    because: Annotated[str | None, Release.NEVER] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceList:
    """A file of places that a case took in: a GeoNames dump, a table of OCHA's, an organisation's own.

    name      what the list is called in this case      file   as it was named       form   geonames | codab | table
    map       which columns hold what, as `capture.gazetteers.own` writes it; "" where the form says it
    country   ISO code that its places lie in, where the file does not say it
    source, licence   who made it, and on what terms it may be used and passed on
    rows      data rows of the file: accepted + left_out + refused
    """

    name: Annotated[str, Release.OPEN]
    document: Annotated[DocumentId, Release.COARSE]
    digest: Annotated[Digest, Release.NEVER]
    file: Annotated[str, Release.NEVER]
    form: Annotated[str, Release.OPEN]
    map: Annotated[str, Release.COARSE] = ""
    country: Annotated[str | None, Release.OPEN] = None
    encoding: Annotated[str | None, Release.COARSE] = None
    source: Annotated[str, Release.OPEN]
    licence: Annotated[str, Release.OPEN]
    rows: Annotated[int, Release.OPEN]
    accepted: Annotated[int, Release.OPEN]
    left_out: Annotated[int, Release.OPEN]
    refused: Annotated[int, Release.OPEN]


def km_between(one: Position, other: Position) -> float | None:
    """Kilometres between two positions, None where one is not known. On a plane: good to a percent over the distances
    that matter here.
    """
    (lat, lon), (other_lat, other_lon) = one, other
    if lat is None or lon is None or other_lat is None or other_lon is None:
        return None
    middle = radians((lat + other_lat) / 2)
    return KM_PER_DEGREE * hypot(lat - other_lat, (lon - other_lon) * cos(middle))
