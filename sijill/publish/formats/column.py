"""A flat table of a release, declared column by column: the declaration is the data dictionary."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

Cell = str | int | float | bool | None
TYPES = ("string", "integer", "number", "boolean", "date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. type: one of TYPES; means: what it says, with its unit; "" or null is "not said", never zero."""

    name: str
    type: str
    means: str
    cell: Callable[[Any], Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table. refers: column -> table whose `id` it holds."""

    name: str
    means: str
    columns: Sequence[Column]
    rows: Sequence[Any]
    refers: Sequence[tuple[str, str]] = ()

    def cells(self) -> Iterable[list[Cell]]:
        """The rows as they are written, in order."""
        for row in self.rows:
            yield [each.cell(row) for each in self.columns]
