"""The tables of hand/ as the ledger has them: written again after somebody decided on a row elsewhere."""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sijill.model.decision import Decision
from sijill.store.packs import COLUMNS

TABLES = {"party": "parties", "place": "places", "source": "sources"}


def write_hand(folder: Path, decisions: Iterable[Decision]) -> None:
    """Every row that is in force, in the order in which rows were first decided. A table that says the same already is
    left alone; a spreadsheet that has it open sees a new file, never half of one."""
    rows: dict[str, dict[str, dict[str, Any] | None]] = {kind: {} for kind in TABLES}
    for each in decisions:
        if each.kind in TABLES and len(each.about) == 1:
            said = json.loads(each.value)
            if isinstance(said, dict) or (said is None and each.about[0] in rows[each.kind]):
                rows[each.kind][each.about[0]] = said
    for kind, table in TABLES.items():
        _write(folder / f"{table}.csv", table, [row for row in rows[kind].values() if row is not None])


def _write(path: Path, table: str, rows: Iterable[dict[str, Any]]) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS[table])
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in COLUMNS[table]])
    written = out.getvalue()
    if path.is_file() and path.read_text(encoding="utf-8-sig") == written:
        return
    waiting = path.with_name(path.name + ".part")
    waiting.write_text(written, encoding="utf-8")
    waiting.replace(path)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return "|".join(map(str, value)) if isinstance(value, list) else str(value)
