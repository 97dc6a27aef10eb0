"""The rows of a table of places, whatever it is kept in: CSV, TSV, a workbook, GeoJSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from math import cos, pi, radians, sqrt
from pathlib import Path
from typing import Any

from sijill.capture.gazetteers.listed import NotAPlaceList
from sijill.capture.lists.workbooks import sheets_of
from sijill.capture.survey import survey
from sijill.capture.tables.dialects import DELIMITERS, dialect_in
from sijill.capture.tables.lines import lines
from sijill.capture.tables.records import Dialect, records
from sijill.model.place import KM_PER_DEGREE

LOOK = 12
WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
GEOJSON = (".geojson", ".json")
Ring = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """One row: its cells by column; or of a feature of GeoJSON its properties, the middle of it and how far it reaches
    from there. fault: the code of what is wrong with it."""

    number: int
    cells: Mapping[str, str]
    position: tuple[float, float] | None = None
    radius_km: float | None = None
    fault: str | None = None

    @property
    def said(self) -> str:
        """The row as it reads."""
        return " | ".join(each for each in self.cells.values() if each)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTable:
    """A sheet, a file, or a collection of features."""

    header: tuple[str, ...]
    rows: Iterator[PlaceRow]


def tables_of(path: Path, *, name: str, encoding: str | None = None) -> list[PlaceTable]:
    """The tables of a file. Raises NotAPlaceList, WorkbookNotRead, UnknownEncoding."""
    suffix = Path(name).suffix.lower()
    if suffix in GEOJSON:
        return [_features(path, name)]
    if suffix in WORKBOOKS:
        sheets = sheets_of(path, name)
        return [_table([list(row.cells) for row in rows], [row.number for row in rows]) for _, rows in sheets if rows]
    return [_delimited(path, encoding)]


def _delimited(path: Path, encoding: str | None) -> PlaceTable:
    seen = survey(path, encoding=encoding)
    delimiter = max(DELIMITERS, key=lambda each: _width(path, seen, each))
    source = records(lines(path, seen), dialect_in(path, seen, delimiter))
    header = next((tuple(cell.strip() for cell in record.fields) for record in source), ())
    return PlaceTable(
        header=header,
        rows=(
            PlaceRow(
                number=record.last,
                cells=dict(zip(header, (cell.strip() for cell in record.fields), strict=False)),
                fault=record.fault or ("bad_encoding" if record.bad_at is not None else None),
            )
            for record in source
        ),
    )


def _width(path: Path, seen: Any, delimiter: str) -> int:
    return max(
        (len(each.fields) for each in islice(records(lines(path, seen), Dialect(delimiter=delimiter)), 1)), default=0
    )


def _table(cells: Sequence[Sequence[str]], numbers: Sequence[int]) -> PlaceTable:
    """A sheet: its header is the fullest of its first rows."""
    at = max(range(min(LOOK, len(cells))), key=lambda n: (sum(map(bool, cells[n])), -n))
    header = tuple(cells[at])
    rows = zip(numbers[at + 1 :], cells[at + 1 :], strict=True)
    return PlaceTable(
        header=header,
        rows=(PlaceRow(number=number, cells=dict(zip(header, row, strict=False))) for number, row in rows if any(row)),
    )


def _features(path: Path, name: str) -> PlaceTable:
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
        features = [each for each in found["features"] if isinstance(each["properties"], dict)]
    except (ValueError, KeyError, TypeError, RecursionError) as fault:
        raise NotAPlaceList(name=name, why="it is no collection of GeoJSON features") from fault
    header = tuple(dict.fromkeys(str(key) for each in features for key in each["properties"]))
    return PlaceTable(header=header, rows=(_feature(number, each) for number, each in enumerate(features, start=1)))


def _feature(number: int, feature: Mapping[str, Any]) -> PlaceRow:
    cells = {str(key): "" if value is None else str(value).strip() for key, value in feature["properties"].items()}
    try:
        position, radius = _middle(feature.get("geometry"))
    except (TypeError, KeyError, ValueError, IndexError):
        return PlaceRow(number=number, cells=cells, fault="no_position")
    return PlaceRow(number=number, cells=cells, position=position, radius_km=radius)


def _middle(geometry: Any) -> tuple[tuple[float, float] | None, float | None]:
    """A point; or the centroid of the largest outer ring, and the radius of the circle as large as all of them."""
    if geometry is None:
        return None, None
    if geometry["type"] == "Point":
        lon, lat = (float(each) for each in geometry["coordinates"][:2])
        return (lat, lon), None
    rings = geometry["coordinates"]
    polygons = {"Polygon": [rings], "MultiPolygon": rings}[geometry["type"]]
    measured = [_ring(polygon[0]) for polygon in polygons]
    area, middle = max(measured)
    whole = sum(each for each, _ in measured)
    squeeze = cos(radians(middle[0])) * KM_PER_DEGREE**2
    return (middle if area else None), (round(sqrt(whole * squeeze / pi), 1) if area else None)


def _ring(ring: Ring) -> tuple[float, tuple[float, float]]:
    """Area [square degrees] and centroid (lat, lon) of a closed ring, by the shoelace formula."""
    twice = north = east = 0.0
    for (x, y, *_), (u, v, *_) in pairwise(ring):
        cross = x * v - u * y
        twice += cross
        north += (y + v) * cross
        east += (x + u) * cross
    if not twice:
        return 0.0, (float(ring[0][1]), float(ring[0][0]))
    return abs(twice) / 2, (north / (3 * twice), east / (3 * twice))
