"""How far a place is from another, and a point some way from it."""

from dataclasses import replace
from math import cos, inf, radians, sin

from sijill.language.places.reading import Offset
from sijill.model.place import KM_PER_DEGREE, Place, PlacePrecision, Where, km_between

FAR_KM = 40.0
"""From where on half of a distance is more than a district is wide."""


def off_km(where: Where, place: Place) -> float:
    """Between the two; infinite where one has no position."""
    found = km_between((where.lat, where.lon), (place.lat, place.lon))
    return inf if found is None else found


def apart_km(one: Place, other: Place) -> float:
    """Between the edge of the other and the place [km]; 0 where a position is not known."""
    found = km_between((one.lat, one.lon), (other.lat, other.lon))
    return 0.0 if found is None else found - (other.radius_km or 0.0)


def moved(where: Where, offset: Offset) -> Where:
    """That far from the place and that way, on a plane. Words give a direction to an eighth of a circle and distances
    round, so it may be off by half the distance: never finer than a district, beyond FAR_KM than a province.
    """
    if where.lat is None or where.lon is None:
        return where
    north = offset.km * cos(radians(offset.bearing)) / KM_PER_DEGREE
    east = offset.km * sin(radians(offset.bearing)) / KM_PER_DEGREE / cos(radians(where.lat))
    wide = PlacePrecision.PROVINCE if offset.km > FAR_KM else where.precision
    return replace(where, lat=round(where.lat + north, 4), lon=round(where.lon + east, 4), precision=wide)
