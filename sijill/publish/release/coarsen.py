"""Places, dates and ages no finer than a profile lets out: snapped to what contains them, never moved at random.

A point that is moved at random can be averaged away over releases and points at a false house meanwhile; the district
that contains a village is true, and stays what it is.
"""

from collections.abc import Mapping
from dataclasses import replace

from sijill.model.place import FINEST_FIRST, Place, PlacePrecision, Where, coarseness
from sijill.model.when import Period, Precision

FINER_THAN_A_TOWN = (PlacePrecision.EXACT, PlacePrecision.SITE)
LENGTH_OF = {Precision.HOUR: 16, Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}
"""Characters of an ISO date that a precision leaves."""
BAND = 10
"""Years in a band of ages."""
OF_AGE = 18


def coarse_place(where: Where, limit: PlacePrecision, places: Mapping[str, Place]) -> Where:
    """The place, or the nearest one around it that is no finer than the limit; nothing where none is known.

    Words and points of reports leave only where the limit lets buildings through: nobody can tell from the words how
    fine a place they name ("Namar, Mill Street"). Else it is the known place by its own name, at its own centre.
    """
    words = limit in FINER_THAN_A_TOWN
    if where.place is None or where.precision is PlacePrecision.UNKNOWN:
        return Where(text=where.text) if words else Where()
    place, fine_enough = places.get(where.place), coarseness(where.precision) >= coarseness(limit)
    if words and fine_enough:
        return where
    if place is not None and fine_enough and _is_no_finer(place, limit):
        known = _named(place, where.precision)
        return known if where.text is not None else replace(known, text=None)
    least = max(limit, where.precision, key=coarseness)
    around = (places[known] for known in place.within if known in places) if place is not None else ()
    wide = next((each for each in around if _is_no_finer(each, least)), None)
    return Where() if wide is None else _named(wide, PlacePrecision(wide.kind))


def _is_no_finer(place: Place, limit: PlacePrecision) -> bool:
    precision = precision_of(place)
    return precision is not None and coarseness(precision) >= coarseness(limit)


def _named(place: Place, precision: PlacePrecision) -> Where:
    return Where(text=place.name, place=place.id, lat=place.lat, lon=place.lon, precision=precision)


def precision_of(place: Place) -> PlacePrecision | None:
    """How finely somebody who names this place says where; None for an area, which may be of any size."""
    return PlacePrecision(place.kind) if place.kind in {each.value for each in FINEST_FIRST} else None


def coarse_period(when: Period, limit: Precision) -> Period:
    """The period, widened to whole months or years where the limit is one. Its words stay only if it did not change.

    What is known by the day of the report alone is as unknown in any width: nobody told that month or year either.
    """
    start, end = coarse_day(when.start, limit), coarse_day(when.end, limit)
    if (start, end) == (when.start, when.end):
        return when
    if limit is Precision.HOUR or limit is Precision.DAY:
        precision = Precision.UNKNOWN if when.only_reported else Precision.DAY
        return replace(when, start=start, end=end, precision=precision, text=None)
    first = _first(start) if start else None
    last = _last(end) if end else None
    if when.only_reported:
        return Period(start=first, end=last)
    same = start is not None and start == end
    return Period(start=first, end=last, precision=limit if same else Precision.RANGE)


def coarse_day(iso: str | None, limit: Precision) -> str | None:
    """2016-02-14T09:30 no finer than the limit: 2016-02-14, 2016-02, 2016."""
    return None if iso is None else iso[: LENGTH_OF.get(limit, LENGTH_OF[Precision.DAY])]


def _first(iso: str) -> str:
    return iso if len(iso) == 10 else f"{iso}-01" if len(iso) == 7 else f"{iso}-01-01"


def _last(iso: str) -> str:
    if len(iso) == 10:
        return iso
    if len(iso) == 4:
        return f"{iso}-12-31"
    year, month = int(iso[:4]), int(iso[5:7])
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    return f"{iso}-{days}"


def coarse_age(age: tuple[int, int] | None) -> tuple[int, int] | None:
    """Bands of ten years; a child is "under 18" whatever the year; an interval over both stays wide."""
    if age is None:
        return None
    low, high = age
    if high < OF_AGE:
        return (0, OF_AGE - 1)
    low_band = low // BAND * BAND
    return (max(low_band, OF_AGE) if low >= OF_AGE else 0, high // BAND * BAND + BAND - 1)
