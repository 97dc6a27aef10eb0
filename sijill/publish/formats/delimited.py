"""CSV that a spreadsheet may open: UTF-8 with a mark, CRLF (RFC 4180), no cell that would be taken for a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from sijill.publish.formats.column import Cell, Table

LIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}")
"""What a spreadsheet begins to compute at."""
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def to_csv(table: Table) -> bytes:
    """The table with its header."""
    return written([each.name for each in table.columns], table.cells())


def written(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Rows as CSV; None is an empty cell, truth is true or false."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_cell(each) for each in row] for row in rows)
    return (BYTE_ORDER_MARK + out.getvalue()).encode("utf-8")


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    return inert(str(value))


def inert(text: str) -> str:
    """Text that no spreadsheet computes: an apostrophe before whatever begins a formula, behind white space too."""
    return f"'{text}" if text.lstrip(" \N{NO-BREAK SPACE}").startswith(LIVE) else text
