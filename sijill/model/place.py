"""Where something is said to have happened, no finer than it was said."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, NewType

from sijill.model.release import Release

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
