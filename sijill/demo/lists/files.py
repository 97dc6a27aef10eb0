"""The lists of the demonstration: who died in the siege of an island that does not exist, as three sources have it.

`python -m sijill.demo.lists.files` writes them again, the same.
"""

import csv
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

from sijill.demo.lists.generator import LISTS, generated
from sijill.demo.lists.names import SPELLINGS
from sijill.demo.lists.population import FIRST, REGIONS, World
from sijill.demo.lists.writing import Row, Style

FOLDER = Path(__file__).parents[1] / "victims"
PERSONS, SEED = 170, 11
SIEGE = World(days=134, alone=0.7, tail=1.6)
BEGAN = date(2020, 11, 1)
TOWNS = ("Belqara", "Belqara", "Tarvish", "Miraw", "Belqara", "Tarvish", "Belqara", "Ostal", "Belqara", "Tarvish")
SOURCES = {
    "Registry": "belqara-hospital",
    "Monitors": "tessavar-casualty-monitor",
    "Archive": "lanternhouse-relief",
}
HEADER = "ID,Given name,Father name,Family name,Sex,Age,Date of death,Province,Town,Status".split(",")


def files() -> dict[str, bytes]:
    """Each list as a CSV file, by name."""
    styles = [_with_care(each) for each in LISTS if each.name in SOURCES]
    rows = sorted(generated(PERSONS, SEED, styles, SIEGE).rows, key=lambda each: (each.died or "", each.row))
    return {f"{file}.csv": _written([each for each in rows if each.list == name]) for name, file in SOURCES.items()}


def _with_care(style: Style) -> Style:
    """A list that was kept with care, so that few of its rows are in doubt."""
    named = replace(style, father=1.0, family=1.0, unnamed=0.0, spelling=SPELLINGS[0])
    return replace(named, age=0.95, exact=0.95, dates="death", repeats=0.0, slips=0.2, ligatures=0.0)


def _written(rows: Sequence[Row]) -> bytes:
    out = StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(HEADER)
    for number, row in enumerate(rows, start=1):
        town = TOWNS[REGIONS.index(row.region) % len(TOWNS)]
        name = (row.given, row.father, row.family)
        table.writerow([number, *name, row.sex, row.age, _died(row), "Azelan", town, row.status])
    return out.getvalue().encode()


def _died(row: Row) -> str | None:
    """Days of the siege for days of the generator."""
    if row.died is None:
        return None
    moved = date.fromordinal(date.fromisoformat(row.died).toordinal() + BEGAN.toordinal() - FIRST.toordinal())
    return moved.isoformat()[:7] if row.month else moved.isoformat()


def main() -> None:
    """Write the files."""
    for name, content in files().items():
        (FOLDER / name).write_bytes(content)


if __name__ == "__main__":
    main()
