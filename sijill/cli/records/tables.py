"""Records as tables for people: what fits the width of the terminal, ids cut to what still names one record."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from sijill.cli.words import plain

WIDE = 130
SHORTEST_ID = 10


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


def table(columns: Sequence[Column], records: Iterable[Any], *, width: int, spaced: bool = False) -> Table:
    """The records, one a row, in the columns that this width has room for; `spaced`: a line between two of them."""
    shown = [each for each in columns if each.least <= width <= each.most]
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0), leading=int(spaced))
    for each in shown:
        made.add_column(
            each.head,
            justify="right" if each.right else "left",
            no_wrap=each.whole,
            overflow="fold",
            min_width=each.narrowest,
            style=each.style,
        )
    for record in records:
        made.add_row(*(Text("\n".join(map(plain, each.cell(record).split("\n")))) for each in shown))
    return made


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
