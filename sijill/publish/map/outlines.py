"""Outlines of countries and provinces for the map: Natural Earth (public domain), thinned by build_outlines.py."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

STEPS_PER_DEGREE = 100
Box = tuple[float, float, float, float]
"""West, south, east, north [degrees]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """A closed line of (longitude, latitude) [degrees], and the box around it."""

    points: tuple[tuple[float, float], ...]
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A country or province: islands are rings of their own."""

    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlines:
    """What lies under the symbols of a map."""

    countries: tuple[Shape, ...] = ()
    provinces: tuple[Shape, ...] = ()

    def with_more(self, other: "Outlines") -> "Outlines":
        """Both, those of `other` on top."""
        return Outlines(countries=self.countries + other.countries, provinces=self.provinces + other.provinces)


@lru_cache(maxsize=1)
def natural_earth() -> Outlines:
    """The outlines that are shipped: 1:50m countries of the world, 1:10m provinces of the gazetteer's countries."""
    return read_outlines(Path(__file__).with_name("outlines.json"))


def of_packs(names: Iterable[str]) -> Outlines:
    """The outlines that packs bring with them (outlines.json); most bring none."""
    found = Outlines()
    for name in names:
        path = Path(str(files("sijill.packs"))) / name / "outlines.json"
        found = found.with_more(read_outlines(path)) if path.is_file() else found
    return found


def read_outlines(path: Path) -> Outlines:
    """A file that map/build_outlines.py wrote: the shipped one, or a pack's own outlines.json."""
    shapes = json.loads(path.read_text(encoding="utf-8"))
    return Outlines(
        countries=tuple(_shape(each["name"], each["rings"]) for each in shapes["countries"]),
        provinces=tuple(_shape(each["name"], each["rings"]) for each in shapes["provinces"]),
    )


def _shape(name: str, rings: list[list[int]]) -> Shape:
    return Shape(name=name, rings=tuple(_ring(numbers) for numbers in rings))


def _ring(numbers: list[int]) -> Ring:
    points = tuple(_running_sums(numbers))
    xs, ys = zip(*points, strict=True)
    return Ring(points=points, box=(min(xs), min(ys), max(xs), max(ys)))


def _running_sums(numbers: list[int]) -> Iterator[tuple[float, float]]:
    x = y = 0
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        yield x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE
