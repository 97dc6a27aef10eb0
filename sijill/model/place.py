"""Where something is said to have happened, no finer than it was said."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The place of a claim. `text` is what was said; the rest is what `resolve` found, None while it is in doubt.

    lat, lon   WGS 84 degrees of the place's centre; `precision` says how wide the place is
    """

    text: str | None = None
    place: PlaceId | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision = PlacePrecision.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A row of a gazetteer, a pack or `hand/places.csv`.

    kind      exact | site | settlement | district | province | country | area
    within    ids of what it lies in, nearest first (district, province, country)
    radius_km how far the place reaches from its centre [km]; None: not known
    population people living there as the gazetteer has it, a measure of what an unqualified name means; None: not known
    because   the reference, for a row of a pack or of hand/
    """

    id: PlaceId
    name: str
    aliases: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    kind: str = "settlement"
    within: tuple[PlaceId, ...] = ()
    radius_km: float | None = None
    population: int | None = None
    because: str | None = None
