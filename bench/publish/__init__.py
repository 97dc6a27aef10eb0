"""Releases of invented cases: how long many dossiers and many events take, and what other programs make of the data.

No set is needed. LibreOffice and followthemoney are asked where they are installed: `apt-get install libreoffice-calc`,
`pip install followthemoney` (which needs a compiler and the headers of ICU). By hand: `-m bench.publish EVENTS`.
"""

import csv
import json
import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure.command import sijill
from bench.measure.row import Row
from bench.publish import canaries
from sijill.publish.coding.ucdp import COLUMNS

SET = "publish (invented)"
EVENTS, DOSSIERS, SEED = (3_000, 10_000, 20_000), 200, 9
PLACES = (("Belqara", -45.72, -126.42), ("Tarvish", -45.6, -126.3), ("Ombrel", -45.8, -126.5), ("Miraw", -45.5, -126.1))
SEPARATORS = {"commas": 44, "semicolons": 59, "tabs": 9}
"""How cells are told apart where a spreadsheet is opened, as LibreOffice takes them."""


def run(data: Path) -> Iterator[Row]:
    """Everything that is measured, row by row as it comes. data: not looked at."""
    yield from measured(DOSSIERS, dossiers=True)
    for events in EVENTS:
        yield from measured(events, dossiers=False)
    yield from canaries.run(data)


def measured(events: int, *, dossiers: bool) -> Iterator[Row]:
    with TemporaryDirectory() as place:
        case, out = Path(place) / "case", Path(place) / "out"
        sijill("init", case, "--pack", "demo", "--title", "Belqara")
        rows = Path(place) / "rows.csv"
        _write(rows, events)
        sijill("add", case, rows, "--source", "Ostal Herald")
        sijill("run", case)
        made = sijill("publish", case, "--to", out, *(["--dossiers"] if dossiers else []))
        size = sum(each.stat().st_size for each in out.rglob("*") if each.is_file())
        told = f"{made.memory / 1e6:,.0f} MB of memory, {size / 1e6:,.0f} MB of files, {os.cpu_count()} cores"
        if dossiers:
            papers = len([*out.rglob("dossiers/*.pdf")])
            note = f"{papers} PDFs with site and data; {told}"
            yield Row(set=SET, measure=f"{events} dossiers [s]", value=f"{made.seconds:.0f}", bar="< 60", note=note)
            yield from _others(out / "data", Path(place))
        else:
            yield Row(set=SET, measure=f"release of {events:,} events [s]", value=f"{made.seconds:.0f}", note=told)


def _write(path: Path, events: int) -> None:
    """Rows in the columns of UCDP GED, a day and a place for each, no two alike."""
    chance = random.Random(SEED)
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, COLUMNS, restval="")
        table.writeheader()
        for number in range(events):
            name, lat, lon = PLACES[number % len(PLACES)]
            day = f"{1990 + number // 1344 % 30}-{number // 112 % 12 + 1:02}-{number // 4 % 28 + 1:02}"
            low = chance.randint(1, 40)
            table.writerow(
                {
                    "id": number,
                    "year": day[:4],
                    "type_of_violence": 3,
                    "side_a": chance.choice(("Government of Tessavar", "Orrakan Front")),
                    "side_b": "Civilians",
                    "number_of_sources": 1,
                    "source_office": "Ostal Herald",
                    "where_prec": 1,
                    "where_coordinates": name,
                    "latitude": lat,
                    "longitude": lon,
                    "event_clarity": 1,
                    "date_prec": 1,
                    "date_start": day,
                    "date_end": day,
                    "deaths_a": 0,
                    "deaths_b": 0,
                    "deaths_civilians": low,
                    "deaths_unknown": 0,
                    "low": low,
                    "best": low,
                    "high": low + number % 9,
                }
            )


def _others(data: Path, place: Path) -> Iterator[Row]:
    """What LibreOffice computes, and what FollowTheMoney's own library refuses."""
    if shutil.which("soffice"):
        for name, code in SEPARATORS.items():
            opened, live = _formulas(sorted(data.glob("*.csv")), code, place / name)
            measure = f"formulas in CSV opened by LibreOffice, cells told apart by {name}"
            yield Row(set=SET, measure=measure, value=str(live), bar="0", note=f"{opened} files")
    if find_spec("followthemoney") is not None:
        model = import_module("followthemoney").model
        entities = [json.loads(line) for line in (data / "entities.ftm.json").read_text(encoding="utf-8").splitlines()]
        for each in entities:
            model.get(each["schema"]).validate(each)
        back = [model.get_proxy(each).to_dict() for each in entities]
        lost = sum(_properties(one) != _properties(two) for one, two in zip(entities, back, strict=True))
        note = f"of {len(entities)}, all valid by its own library"
        yield Row(set=SET, measure="FollowTheMoney entities read back otherwise", value=str(lost), bar="0", note=note)


def _properties(entity: dict[str, dict[str, list[str]]]) -> dict[str, list[str]]:
    return {name: sorted(values) for name, values in entity["properties"].items()}


def _formulas(files: list[Path], separator: int, out: Path) -> tuple[int, int]:
    """How many files were opened, and how many cells in them are formulas."""
    options = f"CSV:{separator},34,76,1,,0,false,true,false"
    subprocess.run(
        ["soffice", "--headless", f"--infilter={options}", "--convert-to", "fods", "--outdir", out, *files],
        check=True,
        capture_output=True,
    )
    sheets = [each.read_text(encoding="utf-8") for each in out.glob("*.fods")]
    return len(sheets), sum(each.count("table:formula") for each in sheets)
