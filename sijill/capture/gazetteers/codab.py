"""A table of OCHA's common operational dataset of administrative boundaries (COD-AB): one unit in a row, with its code
and those of all that it lies in.

Older editions head their columns ADM2_EN, ADM2_AR, ADM2_PCODE or admin2Name_en, admin2Pcode; newer ones adm2_name,
adm2_name1, adm2_pcode, center_lat. Tables of populated places have a fourth level. The codes (P-codes) become the ids.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sijill.capture.gazetteers.listed import ReadPlaces, RefusedPlace, degrees
from sijill.capture.gazetteers.rows import PlaceRow
from sijill.language.folding import fold
from sijill.model.place import Place, PlaceId

LEVEL = re.compile(r"^adm(?:in)?([0-4])(.*)$")
CODE_WORDS = frozenset({"pcode", "pcod", "code"})
NAME_WORDS = frozenset({"name", "nameen", "en", "engname"})
LANGUAGE = re.compile(
    r"^(?:name|alt|ref|altname|refname)*\d?(?:en|ar|fr|es|ru|uk|fa|ps|tr|ku|my|am|ti|so|pt|he|local)?\d?$"
)
NORTH = frozenset({"lat", "latitude", "centerlat", "centrelat", "latitudey", "pointy", "ycoord", "y", "latdd"})
EAST = frozenset({"lon", "long", "longitude", "centerlon", "centrelon", "longitudex", "pointx", "xcoord", "x", "londd"})
KIND = ("country", "province", "district", "district", "settlement")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what, by level."""

    code: Mapping[int, str]
    name: Mapping[int, str]
    others: Mapping[int, Sequence[str]]
    lat: str | None
    lon: str | None


@dataclass(slots=True)
class _Unit:
    name: str
    level: int
    within: tuple[str, ...]
    aliases: dict[str, None] = field(default_factory=dict)
    position: tuple[float, float] | None = None
    radius_km: float | None = None


def is_codab(header: Iterable[str]) -> bool:
    """Whether a header names units with their codes."""
    columns = _columns(header)
    return any(level in columns.name for level in columns.code if level > 0)


def read_codab(header: Sequence[str], rows: Iterable[PlaceRow], *, country: str | None = None) -> ReadPlaces:
    """Every unit of every row, each once, under `list:` and its code. country: ISO code, where no column holds it."""
    columns = _columns(header)
    units: dict[str, _Unit] = {}
    refused: list[RefusedPlace] = []
    seen = taken = 0
    for row in rows:
        seen += 1
        fault = row.fault or _take(row, columns, units)
        if fault:
            refused.append(RefusedPlace(row=str(row.number), reason=fault, seen=row.said[:80]))
        else:
            taken += 1
    return ReadPlaces(
        form="codab",
        rows=seen,
        places=tuple(_place(code, unit, units, country) for code, unit in units.items() if unit.level > 0),
        accepted=taken,
        refused=tuple(refused),
    )


def _columns(header: Iterable[str]) -> _Columns:
    code: dict[int, str] = {}
    name: dict[int, str] = {}
    others: dict[int, list[str]] = {}
    lat = lon = None
    for column in header:
        plain = re.sub(r"[^a-z0-9]", "", column.casefold())
        lat = lat or (column if plain in NORTH else None)
        lon = lon or (column if plain in EAST else None)
        found = LEVEL.match(plain)
        if found is None:
            continue
        level, rest = int(found[1]), found[2]
        if rest in CODE_WORDS:
            code.setdefault(level, column)
        elif rest in NAME_WORDS and level not in name:
            name[level] = column
        elif LANGUAGE.match(rest):
            others.setdefault(level, []).append(column)
    for level, columns in others.items():
        if level not in name:
            name[level] = columns.pop(0)
    return _Columns(code, name, others, lat, lon)


def _take(row: PlaceRow, columns: _Columns, units: dict[str, _Unit]) -> str | None:
    """Add the units of a row; the code of its fault, if it has one."""
    cells = row.cells
    named = [
        (level, cells.get(columns.code[level], "").strip(), cells.get(columns.name.get(level, ""), "").strip())
        for level in sorted(columns.code)
    ]
    named = [each for each in named if each[1] and (each[2] or each[0] == 0)]
    if not any(level > 0 for level, _, _ in named):
        return "no_code_and_name"
    try:
        position = degrees(cells.get(columns.lat or "", ""), cells.get(columns.lon or "", "")) or row.position
    except ValueError:
        return "no_position"
    for at, (level, code, name) in enumerate(named):
        within = tuple(each for _, each, _ in reversed(named[:at]))
        unit = units.setdefault(code, _Unit(name or code, level, within))
        said = (cells.get(column, "").strip() for column in columns.others.get(level, ()))
        unit.aliases.update(dict.fromkeys(each for each in said if each and fold(each) != fold(unit.name)))
    finest = units[named[-1][1]]
    if finest.position is None:
        finest.position, finest.radius_km = position, row.radius_km
    return None


def _place(code: str, unit: _Unit, units: Mapping[str, _Unit], country: str | None) -> Place:
    lies = [PlaceId(f"{'list' if units[each].level else 'country'}:{each}") for each in unit.within]
    if country is not None and not any(each.startswith("country:") for each in lies):
        lies.append(PlaceId(f"country:{country}"))
    return Place(
        id=PlaceId(f"list:{code}"),
        name=unit.name,
        aliases=tuple(unit.aliases),
        lat=unit.position[0] if unit.position else None,
        lon=unit.position[1] if unit.position else None,
        kind=KIND[unit.level],
        within=tuple(lies),
        radius_km=unit.radius_km,
    )
