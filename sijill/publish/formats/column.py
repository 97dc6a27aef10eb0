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


def when(period: Callable[[Any], Any]) -> list[Column]:
    """First and last day of a period, and how finely it is published."""
    return [
        Column(name="start", type="string", means="first day, ISO 8601", cell=lambda r: period(r).start),
        Column(name="end", type="string", means="last day, ISO 8601", cell=lambda r: period(r).end),
        text("date_precision", "how finely the date is published", lambda r: period(r).precision.value),
    ]


def where(place: Callable[[Any], Any]) -> list[Column]:
    """A place as published, with its centre."""
    return [
        text("place", "place as published", lambda r: place(r).text),
        text("place_id", "id of the place", lambda r: place(r).place),
        Column(name="lat", type="number", means="centre of the place [degrees, WGS 84]", cell=lambda r: place(r).lat),
        Column(name="lon", type="number", means="centre of the place [degrees, WGS 84]", cell=lambda r: place(r).lon),
        text("place_precision", "how wide the place is", lambda r: place(r).precision.value),
    ]


def text(name: str, means: str, cell: Callable[[Any], Cell]) -> Column:
    """A column of text."""
    return Column(name=name, type="string", means=means, cell=cell)


def whole(name: str, means: str, cell: Callable[[Any], Cell]) -> Column:
    """A column of whole numbers."""
    return Column(name=name, type="integer", means=means, cell=cell)


def truth(name: str, means: str, cell: Callable[[Any], Cell]) -> Column:
    """A column of yes and no."""
    return Column(name=name, type="boolean", means=means, cell=cell)


def listed(each: Any) -> str:
    """Several values in one cell."""
    return "|".join(map(str, each))
