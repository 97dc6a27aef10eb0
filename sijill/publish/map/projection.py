"""From degrees to a drawing: equirectangular, true to scale along the parallel through the middle of the frame."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, floor, radians

from sijill.model.place import KM_PER_DEGREE
from sijill.publish.map.outlines import Box

LEAST_DEGREES = 3.0
MARGIN = 0.18
STEPS = (0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """A frame on a drawing of `width` x `height` [px]. west, north [degrees]; scale [px per degree of latitude]."""

    width: int
    height: int
    west: float
    north: float
    scale: float
    narrowing: float

    def __call__(self, lon: float, lat: float) -> tuple[float, float]:
        """x, y [px]."""
        return round((lon - self.west) * self.scale * self.narrowing, 1), round((self.north - lat) * self.scale, 1)

    @property
    def box(self) -> Box:
        """What the frame shows."""
        across, down = self.width / (self.scale * self.narrowing), self.height / self.scale
        return (self.west, self.north - down, self.west + across, self.north)

    def pixels(self, km: float) -> float:
        """A distance on the drawing [px]."""
        return round(km / KM_PER_DEGREE * self.scale, 1)

    def shows(self, box: Box) -> bool:
        """Does any of this box lie in the frame?"""
        west, south, east, north = self.box
        return box[0] <= east and box[2] >= west and box[1] <= north and box[3] >= south


def framed(points: Sequence[tuple[float, float]], *, width: int, height: int) -> Projection:
    """The frame that shows all points (longitude, latitude) with a margin, never lower than LEAST_DEGREES."""
    lons, lats = zip(*points, strict=True)
    middle_lon, middle_lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    narrowing = max(0.2, cos(radians(middle_lat)))
    tall = max((max(lats) - min(lats)) * (1 + 2 * MARGIN), LEAST_DEGREES)
    wide = (max(lons) - min(lons)) * (1 + 2 * MARGIN) * narrowing
    scale = min(height / tall, width / wide if wide else height / tall)
    return Projection(
        width=width,
        height=height,
        west=middle_lon - width / (2 * scale * narrowing),
        north=middle_lat + height / (2 * scale),
        scale=scale,
        narrowing=narrowing,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class GridLine:
    """A meridian or parallel at `at` [px], with its label."""

    at: float
    label: str


def meridians(projection: Projection) -> list[GridLine]:
    """At round degrees, at most about six."""
    west, _, east, _ = projection.box
    return [GridLine(at=projection(lon, 0)[0], label=_degrees(lon, "E", "W")) for lon in _rounds(west, east)]


def parallels(projection: Projection) -> list[GridLine]:
    """At round degrees, at most about six."""
    _, south, _, north = projection.box
    return [GridLine(at=projection(0, lat)[1], label=_degrees(lat, "N", "S")) for lat in _rounds(south, north)]


def scale_bar(projection: Projection) -> tuple[int, float]:
    """A round distance [km] of at most a quarter of the drawing's width, and its length [px]."""
    most = projection.width / 4
    rounds = [base * 10**power for power in range(5) for base in (1, 2, 5)]
    km = max((each for each in rounds if projection.pixels(each) <= most), default=1)
    return km, projection.pixels(km)


def _rounds(least: float, most: float) -> list[float]:
    step = next((each for each in STEPS if (most - least) / each <= 6), STEPS[-1])
    first = floor(least / step) + 1
    return [index * step for index in range(first, floor(most / step) + 1)]


def _degrees(value: float, positive: str, negative: str) -> str:
    return f"{abs(value):g}° {positive if value > 0 else negative}" if value else "0°"
