"""The sheets of a workbook, read in a process of its own that can neither write nor speak, and handed over as plain
cells.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sijill.capture.child.confinement import allow_seconds, confine, patience
from sijill.capture.child.process import ENVIRONMENT
from sijill.capture.content import Unreadable
from sijill.capture.lists.grids import Grid, GridRow, grid_of
from sijill.capture.lists.list_map import ListMap, ListWithoutMap
from sijill.capture.tables.sheets import plain_sheets
from sijill.capture.tables.table_map import NoSuchColumn
from sijill.errors import SijillError

OTHER_COLUMNS = "other_columns"
COMMAND = (sys.executable, "-I", "-m", "sijill.capture.lists.workbooks")
MEGABYTE = 1_000_000


class WorkbookNotRead(SijillError):
    """A workbook that could not be read: encrypted, damaged, too large, or its reader came to an end."""

    def __init__(self, *, name: str, why: str) -> None:
        super().__init__(f"{name} cannot be read as a list ({why}): open it and save its sheets as CSV")


def workbook_grids(path: Path, *, name: str, mapping: ListMap | None) -> list[Grid]:
    """Every sheet that holds anything. A sheet under other columns stands in quarantine row by row.

    Raises WorkbookNotRead; ListWithoutMap, NoSuchColumn where no sheet has the columns.
    """
    sheets = list(sheets_of(path, name))
    grids: list[Grid] = []
    refused: SijillError | None = None
    for sheet, rows in sheets:
        try:
            grids.append(grid_of(sheet, iter(rows), name=name, mapping=mapping))
        except (ListWithoutMap, NoSuchColumn) as other:
            refused = refused or other
            grids.append(
                Grid(sheet=sheet, header=(), before=(), rows=(replace(row, fault=OTHER_COLUMNS) for row in rows))
            )
    if refused is not None and not any(grid.header for grid in grids):
        raise refused
    return sorted(grids, key=lambda grid: not grid.header)


def sheets_of(path: Path, name: str) -> Iterator[tuple[str, Sequence[GridRow]]]:
    """Every sheet with its rows as cells. Raises WorkbookNotRead."""
    size = path.stat().st_size
    with path.open("rb") as original:
        try:
            done = subprocess.run(  # noqa: S603
                COMMAND,
                stdin=original,
                capture_output=True,
                check=False,
                timeout=patience(size),
                env=ENVIRONMENT,
            )
        except subprocess.TimeoutExpired as late:
            raise WorkbookNotRead(name=name, why="it took too long") from late
    answer = done.stdout.decode("utf-8", "replace")
    if done.returncode != 0 or not answer:
        raise WorkbookNotRead(name=name, why="its reader came to an end")
    told = json.loads(answer)
    if isinstance(told, str):
        raise WorkbookNotRead(name=name, why=told)
    for sheet, rows in told:
        yield (
            str(sheet),
            [GridRow(number=int(at), cells=tuple(str(cell).strip() for cell in cells)) for at, cells in rows],
        )


def main() -> int:
    """The reading process: a workbook on stdin, its sheets as JSON on stdout, or the state it ended in."""
    content = sys.stdin.buffer.read()
    confine()
    allow_seconds(len(content))
    try:
        answer: object = [[sheet, rows] for sheet, rows in plain_sheets(content)]
    except Unreadable as end:
        answer = end.state.value
    sys.stdout.write(json.dumps(answer, ensure_ascii=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
