"""A whole list: every row of every sheet becomes records or stands in quarantine. Rows = accepted + quarantined,
always.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from sijill.capture.lists.dates import Order, order_of
from sijill.capture.lists.grids import BEFORE_HEADER, Grid, GridRow
from sijill.capture.lists.list_map import DATES, ListMap, proposed
from sijill.capture.lists.row_records import Accepted, Place, accepted
from sijill.model.decision import Reason
from sijill.model.document import DocumentId
from sijill.model.person import OddRow, RecordId, VictimRecord

READER = "sijill.list/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedRow:
    """A row that could not be accepted: where, the code of why, and what was there."""

    row: str
    reason: str
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadList:
    """What a list holds. rows: data rows, under the headers; accepted: rows of which records came."""

    mapping: ListMap
    rows: int
    accepted: int
    records: tuple[VictimRecord, ...]
    refused: tuple[RefusedRow, ...]
    odd: tuple[OddRow, ...]


def read_list(grids: Sequence[Grid], *, list_: str, document: DocumentId, mapping: ListMap | None = None) -> ReadList:
    """Read every grid with one map; the map that the first header suggests if none was said."""
    used = mapping or next((map_ for grid in grids if (map_ := proposed(grid.header))), None)
    if used is None:
        raise ValueError("no grid has a header: grid_of refuses such a one")
    records: list[VictimRecord] = []
    refused: list[RefusedRow] = []
    odd: list[OddRow] = []
    rows = taken = 0
    for grid in grids:
        refused += [_refused(grid, each, BEFORE_HEADER) for each in grid.before if any(each.cells)]
        rows += sum(1 for each in grid.before if any(each.cells))
        for number, outcome in _outcomes(grid, list_, document, used):
            rows += 1
            if isinstance(outcome, RefusedRow):
                refused.append(outcome)
                continue
            taken += 1
            records += outcome.records
            odd += [OddRow(row=number, reason=each) for each in outcome.odd]
    return ReadList(
        mapping=used,
        rows=rows,
        accepted=taken,
        records=tuple(_told_apart(records)),
        refused=tuple(refused),
        odd=tuple(odd),
    )


def _outcomes(
    grid: Grid, list_: str, document: DocumentId, mapping: ListMap
) -> Iterator[tuple[str, Accepted | RefusedRow]]:
    """Each row with what became of it. The columns of dates are looked through once before."""
    at = {field: grid.header.index(column) for field, column in mapping.columns if column in grid.header}
    kept = list(grid.rows)
    orders: Mapping[str, Order] = {
        field: order_of(row.cells[at[field]] for row in kept if len(row.cells) > at[field])
        if field in at
        else order_of(())
        for field in DATES
    }
    for row in kept:
        where = _where(grid, row)
        fault = row.fault or _misfit(row, grid.header)
        if fault is not None:
            yield where, _refused(grid, row, fault)
            continue
        cells = {field: row.cells[n] if n < len(row.cells) else None for field, n in at.items()}
        found = accepted(cells, Place(list=list_, document=document, row=where), mapping, orders)
        if isinstance(found, Reason):
            yield where, _refused(grid, row, found.code)
        else:
            yield where, found


def _misfit(row: GridRow, header: Sequence[str]) -> str | None:
    """More cells than the header has columns, and something in them: nobody can say which cell is which."""
    return "bad_row" if any(row.cells[len(header) :]) else None


def _where(grid: Grid, row: GridRow) -> str:
    return f"{grid.sheet}!{row.number}" if grid.sheet else str(row.number)


def _refused(grid: Grid, row: GridRow, why: str) -> RefusedRow:
    seen = row.seen or ", ".join(each for each in row.cells if each)
    return RefusedRow(row=_where(grid, row), reason=why, seen=seen[:200])


def _told_apart(records: Sequence[VictimRecord]) -> Iterator[VictimRecord]:
    """Rows that say word for word the same are records of their own: the second one's id says that it is the second."""
    seen: Counter[RecordId] = Counter()
    for record in records:
        seen[record.id] += 1
        again = seen[record.id]
        if again == 1:
            yield record
        else:
            yield replace(record, id=RecordId("rec_" + sha256(f"{record.id}\n{again}".encode()).hexdigest()[:20]))
