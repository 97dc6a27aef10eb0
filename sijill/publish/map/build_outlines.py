"""Natural Earth to the small outlines that the pages draw; run by hand when a new edition comes out:

    python -m sijill.publish.map.build_outlines COUNTRIES.json PROVINCES.json outlines.json

Source: Natural Earth (public domain), 1:50m countries and 1:10m provinces as GeoJSON. Lines are thinned as
Douglas and Peucker (1973) do, and rounded to a hundredth of a degree (about 1 km). What is too small is left out.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]
STEPS_PER_DEGREE = 100


def main(countries: Path, provinces: Path, out: Path) -> None:
    """Write outlines.json: rings as whole hundredths of a degree, first point absolute, the others as differences."""
    shapes = {
        "countries": list(packed(countries, name="NAME", tolerance=0.06, least_degrees=0.25)),
        "provinces": list(packed(provinces, name="name", tolerance=0.08, least_degrees=0.4)),
    }
    out.write_text(json.dumps(shapes, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def packed(path: Path, *, name: str, tolerance: float, least_degrees: float) -> Iterator[dict[str, Any]]:
    """One record a feature that is wide enough to be seen: its name and rings."""
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        rings = [thinned(ring, tolerance) for ring in outer_rings(feature["geometry"])]
        seen = [delta(ring) for ring in rings if len(ring) > 3 and width(ring) >= least_degrees]
        if seen:
            yield {"name": feature["properties"][name], "rings": seen}


def outer_rings(geometry: dict[str, Any]) -> list[list[Point]]:
    """The outer ring of each polygon; holes (enclaves) are drawn by the country that fills them."""
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [[(x, y) for x, y, *_ in polygon[0]] for polygon in polygons]


def width(ring: Sequence[Point]) -> float:
    """The longer side of the box around a ring [degrees]."""
    xs, ys = zip(*ring, strict=True)
    return max(float(max(xs) - min(xs)), float(max(ys) - min(ys)))


def thinned(line: Sequence[Point], tolerance: float) -> list[Point]:
    """Points no further than the tolerance [degrees] from the line left out."""
    kept = {0, len(line) - 1}
    todo = [(0, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        if last - first < 2:
            continue
        apart, index = max((distance(line[i], line[first], line[last]), i) for i in range(first + 1, last))
        if apart > tolerance:
            kept.add(index)
            todo += [(first, index), (index, last)]
    return [line[i] for i in sorted(kept)]


def distance(point: Point, start: Point, end: Point) -> float:
    """From a point to a segment [degrees]."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length
    along = min(1.0, max(0.0, along))
    ex, ey = point[0] - start[0] - along * dx, point[1] - start[1] - along * dy
    return float((ex * ex + ey * ey) ** 0.5)


def delta(ring: Sequence[Point]) -> list[int]:
    """x, y, dx, dy, dx, dy ... in hundredths of a degree."""
    whole = [(round(x * STEPS_PER_DEGREE), round(y * STEPS_PER_DEGREE)) for x, y in ring]
    numbers = [*whole[0]]
    for before, after in pairwise(whole):
        if before != after:
            numbers += [after[0] - before[0], after[1] - before[1]]
    return numbers


if __name__ == "__main__":
    main(*(Path(each) for each in sys.argv[1:4]))
