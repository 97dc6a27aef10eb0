"""What a reader of place lists gives: places, and the rows that are none, each with its reason."""

from dataclasses import dataclass, field

from sijill.errors import SijillError
from sijill.model.place import Place

GLOBE = (90.0, 180.0)


class NotAPlaceList(SijillError):
    """A file in which no reader of place lists finds a place."""

    def __init__(self, *, name: str, why: str) -> None:
        super().__init__(
            f"{name} is no list of places ({why}): a GeoNames dump, a table of OCHA's administrative boundaries, or a"
            " table with a name in each row, as in --map name=Village,lat=Latitude,lon=Longitude"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedPlace:
    """A row that could not be taken: its number in the file, the code of why, and what was there."""

    row: str
    reason: str
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPlaces:
    """A whole list. rows: data rows, accepted + left_out + refused.

    form       geonames | codab | table          map   of the columns, as it was used; "" where the form says it
    left_out   rows that are no places of ours (rivers, mountains), by the reason
    """

    form: str
    map: str = ""
    rows: int
    places: tuple[Place, ...]
    accepted: int
    left_out: dict[str, int] = field(default_factory=dict)
    refused: tuple[RefusedPlace, ...] = ()


def degrees(lat: str, lon: str) -> tuple[float, float] | None:
    """A position on the globe [degrees, WGS 84]; None where the two cells are empty. Raises ValueError."""
    if not lat.strip() and not lon.strip():
        return None
    north, east = (float(each.strip().replace(",", ".")) for each in (lat, lon))
    if not (abs(north) <= GLOBE[0] and abs(east) <= GLOBE[1]):
        raise ValueError(lat, lon)
    return north, east
