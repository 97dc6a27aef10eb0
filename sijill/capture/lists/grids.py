"""The rows of a list as its file has them: cells by column, sheet by sheet, with the header found under what
precedes it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from sijill.capture.lists.list_map import ListMap, ListWithoutMap, field_of, proposed
from sijill.capture.survey import survey
from sijill.capture.tables.dialects import DELIMITERS, dialect_in
from sijill.capture.tables.lines import lines
from sijill.capture.tables.records import Dialect, records
from sijill.capture.tables.table_map import NoSuchColumn

LOOK = 12
"""Rows in which a header is looked for."""
BEFORE_HEADER = "before_header"


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """One row: its cells, or the code of its fault. number: from 1, the header and what precedes it counted."""

    number: int
    cells: tuple[str, ...] = ()
    fault: str | None = None
    seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A sheet, or a CSV file: its header and the rows under it. before: rows over the header, which is no data."""

    sheet: str
    header: tuple[str, ...]
    before: tuple[GridRow, ...]
    rows: Iterator[GridRow]


def csv_grid(path: Path, *, name: str, mapping: ListMap | None, encoding: str | None = None) -> Grid | None:
    """The grid of a CSV or TSV file; None where it holds nothing. Raises UnknownEncoding, ListWithoutMap,
    NoSuchColumn.
    """
    seen = survey(path, encoding=encoding)
    best: tuple[int, int, str] | None = None
    for delimiter in DELIMITERS:
        head = list(islice(records(lines(path, seen), Dialect(delimiter=delimiter)), LOOK))
        if not head:
            return None
        score = max(_known(each.fields, mapping) for each in head)
        width = max(len(each.fields) for each in head)
        if best is None or (score, width) > best[:2]:
            best = (score, width, delimiter)
    dialect = dialect_in(path, seen, best[2] if best else DELIMITERS[0])
    found = (
        GridRow(
            number=number,
            cells=tuple(each.strip() for each in record.fields),
            fault=record.fault or ("bad_encoding" if record.bad_at is not None else None),
            seen=record.text[:200],
        )
        for number, record in enumerate(records(lines(path, seen), dialect), start=1)
    )
    return grid_of("", found, name=name, mapping=mapping)


def grid_of(sheet: str, rows: Iterator[GridRow], *, name: str, mapping: ListMap | None) -> Grid:
    """The grid of some rows: its header is the row with most known columns among the first. Raises ListWithoutMap,
    NoSuchColumn.
    """
    head = list(islice(rows, LOOK))
    at = max(range(len(head)), key=lambda n: (_known(head[n].cells, mapping), -n)) if head else 0
    header = head[at].cells if head else ()
    if mapping is None and proposed(header) is None:
        raise ListWithoutMap(table=name, columns=header)
    if mapping is not None and (missing := [column for _, column in mapping.columns if column not in header]):
        raise NoSuchColumn(table=name, missing=missing, columns=header)
    return Grid(sheet=sheet, header=header, before=tuple(head[:at]), rows=chain(head[at + 1 :], rows))


def _known(cells: Sequence[str], mapping: ListMap | None) -> int:
    """How many cells look like headers: those of the map, or those that the table of headers knows."""
    said = {cell.strip() for cell in cells}
    if mapping is not None:
        return sum(column in said for _, column in mapping.columns)
    return len({field for cell in said if (field := field_of(cell))})
