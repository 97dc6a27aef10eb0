"""A GeoNames dump of a country (SY.txt, or SY.zip as it is offered), read line by line.

Source of the columns and feature codes: https://download.geonames.org/export/dump/readme.txt and featureCodes_en.txt.
Provinces keep the ids of the packaged gazetteer, so that a dump adds to it and doubles nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sijill.capture.gazetteers.listed import ReadPlaces, RefusedPlace, degrees
from sijill.language.folding import fold
from sijill.model.place import Place, PlaceId

COLUMNS = 19
ID, NAME, ASCII, ALTERNATES, LAT, LON, CLASS, CODE, COUNTRY, _, ADM1, ADM2, ADM3 = range(13)
PEOPLE = 14
KIND_OF_CODE = {"ADM1": "province", "ADM2": "district", "ADM3": "district", "ADM4": "district"}
SETTLED_SPOTS = frozenset({"CMPRF"})
NO_MORE = ("ADM1H", "ADM2H", "ADM3H", "ADM4H")
LEFT_OUT = {"H": "water", "T": "terrain", "R": "road", "U": "undersea", "V": "vegetation", "A": "whole_or_former"}
CODE_OR_NUMBER = re.compile(r"\d|^[A-Z]{2,4}$|^https?:")
COUNTRY_CODE = re.compile(r"^[A-Z]{2}$")


@dataclass(frozen=True, slots=True)
class _Row:
    cells: list[str]

    @property
    def levels(self) -> tuple[tuple[str, ...], ...]:
        """The codes of the district and sub-district that it names, coarsest first, each with what it lies in."""
        country, first, second, third = (self.cells[at] for at in (COUNTRY, ADM1, ADM2, ADM3))
        return tuple(
            key for key in ((country, first, second), (country, first, second, third)) if all(key[1:]) and first
        )


def is_geonames(line: str) -> bool:
    """Whether a line is one of a GeoNames dump."""
    cells = line.rstrip("\r\n").split("\t")
    return len(cells) == COLUMNS and cells[ID].isdecimal() and bool(COUNTRY_CODE.match(cells[COUNTRY] or "ZZ"))


def read_geonames(lines: Iterable[str]) -> ReadPlaces:
    """Settlements, parts of them, districts, areas and spots; water, hills and roads are left out and counted."""
    left_out: Counter[str] = Counter()
    refused: list[RefusedPlace] = []
    kept: list[tuple[_Row, str, tuple[float, float]]] = []
    rows = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        rows += 1
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != COLUMNS or not cells[ID].isdecimal():
            refused.append(RefusedPlace(row=str(number), reason="no_row_of_geonames", seen=line[:80]))
            continue
        kind = _kind(cells[CLASS], cells[CODE])
        if kind is None:
            left_out[LEFT_OUT.get(cells[CLASS], "other")] += 1
            continue
        try:
            position = degrees(cells[LAT], cells[LON])
        except ValueError:
            position = None
        if position is None or not fold(cells[NAME]):
            refused.append(RefusedPlace(row=str(number), reason="no_position", seen=line[:80]))
            continue
        kept.append((_Row(cells), kind, position))
    places = tuple(_places(kept))
    return ReadPlaces(
        form="geonames",
        rows=rows,
        places=places,
        accepted=len(places),
        left_out=dict(sorted(left_out.items())),
        refused=tuple(refused),
    )


def _kind(feature: str, code: str) -> str | None:
    if feature == "P":
        return "site" if code == "PPLX" else "settlement"
    if feature == "S":
        return "settlement" if code in SETTLED_SPOTS else "site"
    if feature == "L":
        return "area"
    return KIND_OF_CODE.get(code) if feature == "A" and code not in NO_MORE else None


def _places(kept: list[tuple[_Row, str, tuple[float, float]]]) -> Iterator[Place]:
    """Each with the ids of what it lies in: the district of its codes where the dump has it, the province, the
    country."""
    districts = {
        row.levels[-1]: PlaceId(f"gn:{row.cells[ID]}") for row, kind, _ in kept if kind == "district" and row.levels
    }
    for row, kind, (lat, lon) in kept:
        cells = row.cells
        province = PlaceId(f"adm1:{cells[COUNTRY]}.{cells[ADM1]}")
        own = province if kind == "province" else PlaceId(f"gn:{cells[ID]}")
        inner = [districts[key] for key in reversed(row.levels) if key in districts and districts[key] != own]
        outer = [province] if cells[ADM1] not in ("", "00") and kind != "province" else []
        people = cells[PEOPLE]
        yield Place(
            id=own,
            name=cells[NAME],
            aliases=_aliases(cells),
            lat=lat,
            lon=lon,
            kind=kind,
            within=(*inner, *outer, PlaceId(f"country:{cells[COUNTRY]}")),
            population=int(people) if people.isdecimal() and int(people) else None,
        )


def _aliases(cells: list[str]) -> tuple[str, ...]:
    """Spellings that fold to something new; no codes of airports, no links."""
    kept = {fold(cells[NAME]): ""}
    for each in (cells[ASCII], *cells[ALTERNATES].split(",")):
        if each and not CODE_OR_NUMBER.search(each) and fold(each):
            kept.setdefault(fold(each), each)
    return tuple(each for each in kept.values() if each)
