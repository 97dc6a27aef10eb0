"""CSV that a spreadsheet may open: UTF-8 with a mark, CRLF (RFC 4180), no cell that would be taken for a formula."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence

from sijill.publish.formats.column import Cell, Table
from sijill.publish.sealed import gathered

STARTS = "=+\\-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
"""What a spreadsheet begins to compute at."""
UNSEEN = (
    r"\x00-\x08\x0b\x0c\x0e-\x20\x85\xa0\u1680\u2000-\u200a\u200b-\u200f\u2028-\u202e\u202f\u205f-\u2069\u3000\ufeff"
)
"""What may stand before it and not be seen."""
LIVE = re.compile(rf"(?:^|(?<=[;\t\r\n]))(?='*[{UNSEEN}]*[{STARTS}])|^(?='*[\t\r\n])")
"""Where a cell would come alive: at the start, and where a spreadsheet of another country begins a new cell."""
KEPT = re.compile(rf"(?:^|(?<=[;\t\r\n]))'(?='*[{UNSEEN}]*[{STARTS}])|^'(?='*[\t\r\n])")
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def to_csv(table: Table) -> Iterator[bytes]:
    """The table with its header, piece by piece."""
    return written([each.name for each in table.columns], table.cells())


def written(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """Rows as CSV; None is an empty cell, truth is true or false."""
    yield BYTE_ORDER_MARK.encode()
    yield from lines(header, rows, end="\r\n")


def lines(header: Sequence[str], rows: Iterable[Sequence[Cell]], *, end: str) -> Iterator[bytes]:
    """Header and rows as CSV, piece by piece, each line with this end."""
    told: list[str] = []
    writer = csv.writer(_Lines(told), lineterminator=end)

    def texts() -> Iterator[str]:
        writer.writerow([inert(each) for each in header])
        for row in rows:
            writer.writerow([_cell(each) for each in row])
            yield from told
            told.clear()
        yield from told

    yield from gathered(texts())


class _Lines:
    """What a writer of CSV writes into."""

    def __init__(self, told: list[str]) -> None:
        self.write = told.append


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    return inert(str(value))


def inert(text: str) -> str:
    """Text that no spreadsheet computes: an apostrophe before whatever begins a formula. A number stays as it is."""
    return text if NUMBER.fullmatch(text) else LIVE.sub("'", text)


def as_said(cell: str) -> str:
    """The text of a cell without the apostrophes that `inert` put there."""
    return KEPT.sub("", cell)
