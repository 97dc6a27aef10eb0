"""Records as tables for people: what fits the width of the terminal, ids cut to what still names one record."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sijill.cli.words import plain

MIDDLE, WIDE = 100, 130
SHORTEST_ID = 8
NARROWEST = 6
GAP = 2
"""Behind each column: one space of padding and one of the box."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table of records.

    cell     what stands in it       least   width of the terminal from which it is shown   most   and up to which
    whole    never broken over lines                   narrowest   characters that it is not pressed below
    """

    head: str
    cell: Callable[[Any], str]
    least: int = 0
    most: int = 10_000
    right: bool = False
    whole: bool = False
    narrowest: int | None = None
    style: str | None = None


def table(columns: Sequence[Column], records: Iterable[Any], *, width: int) -> Table:
    """The records, one a row, in the columns that this width has room for. A row of several lines is set apart."""
    shown = [each for each in columns if each.least <= width <= each.most]
    rows = [[_text(each.cell(record)) for each in shown] for record in records]
    fitting = _fitting(shown, rows, width)
    shown, rows = shown[:fitting], [row[:fitting] for row in rows]
    widths = _widths(shown, rows, width)
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, GAP - 1, 0, 0))
    for each, wide in zip(shown, widths, strict=True):
        made.add_column(
            each.head,
            justify="right" if each.right else "left",
            no_wrap=each.whole,
            overflow="fold",
            width=wide,
            style=each.style,
        )
    console = Console(width=width)
    for row in rows:
        lines = (len(cell.wrap(console, wide, overflow="fold")) for cell, wide in zip(row, widths, strict=True))
        made.add_row(*row, end_section=max(lines, default=1) > 1)
    return made


def _text(cell: str) -> Text:
    return Text("\n".join(map(plain, cell.split("\n"))))


def _fitting(columns: Sequence[Column], rows: Sequence[Sequence[Text]], width: int) -> int:
    """How many columns from the left have room: on a narrow terminal a column goes, not letters of an id."""
    least = [_widest(each, [row[at] for row in rows]) for at, each in enumerate(columns)]
    least = [full if each.whole else min(full, NARROWEST) for each, full in zip(columns, least, strict=True)]
    fitting = (count for count in range(len(columns), 1, -1) if sum(least[:count]) + GAP * count <= width)
    return next(fitting, min(1, len(columns)))


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Text]], width: int) -> list[int]:
    """What each column would take, the widest pressed until all have room; those that are whole give way last."""
    wanted = [_widest(each, [row[at] for row in rows]) for at, each in enumerate(columns)]
    room = width - GAP * len(columns)
    gives_way = [not each.whole for each in columns]
    for soft, narrowest in ((gives_way, True), (gives_way, False), ([True] * len(columns), False)):
        least = [
            min(full, (narrowest and each.narrowest) or NARROWEST) if yields else full
            for each, full, yields in zip(columns, wanted, soft, strict=True)
        ]
        cap = max(wanted, default=0)
        while cap > 1 and sum(wanted) > room:
            cap -= 1
            wanted = [max(low, min(full, cap)) for low, full in zip(least, wanted, strict=True)]
    return wanted


def _widest(column: Column, cells: Iterable[Text]) -> int:
    lines = (cell_len(line) for cell in cells for line in cell.plain.split("\n"))
    return max(1, *map(cell_len, column.head.split("\n")), *lines)


def short_ids(ids: Iterable[str]) -> dict[str, str]:
    """Each id cut to the shortest beginning that no other id shares: `why` takes it."""
    known = sorted(set(ids))
    needed = dict.fromkeys(known, SHORTEST_ID)
    for left, right in pairwise(known):
        shared = _shared(left, right) + 1
        needed[left], needed[right] = max(needed[left], shared), max(needed[right], shared)
    length = max(needed.values(), default=SHORTEST_ID)
    return {each: each[:length] for each in known}


def _shared(left: str, right: str) -> int:
    for at, (a, b) in enumerate(zip(left, right, strict=False)):
        if a != b:
            return at
    return min(len(left), len(right))
