"""Which column of a list holds what: `name=Full name,age=Age,died=Date of death:%d/%m/%Y`. Proposed from the
headers.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from sijill.errors import SijillError

BETWEEN = re.compile(r",(?=\s*\w+\s*=)")
DATES = ("born", "died", "missing")
WHO = ("name", "given", "family", "kunya")


class NotAListMap(SijillError):
    """A map of a list that does not follow the grammar."""

    def __init__(self, *, seen: str, wanted: str) -> None:
        super().__init__(f"the map of the list has {seen[:80]!r}: {wanted}, as in name=Full name,died=Date:%d/%m/%Y")
        self.seen = seen


class ListWithoutMap(SijillError):
    """A list of whose columns none is known by its header, and nobody said."""

    def __init__(self, *, table: str, columns: Sequence[str]) -> None:
        shown = ", ".join(each[:40] for each in columns[:20]) or "no columns"
        example = columns[0][:40] if columns else "COLUMN"
        super().__init__(f"{table}: no column is known to hold a name ({shown}); say which, as in --map name={example}")
        self.table, self.columns = table, tuple(columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListMap:
    """Columns by field, in the order of the fields; formats: of dates, as for strptime, where one was said."""

    columns: tuple[tuple[str, str], ...]
    formats: tuple[tuple[str, str], ...] = ()

    @classmethod
    def parse(cls, spec: str) -> "ListMap":
        """The map of a specification. Raises NotAListMap."""
        columns: dict[str, str] = {}
        formats: dict[str, str] = {}
        for part in BETWEEN.split(spec):
            field, equals, column = (each.strip() for each in part.partition("="))
            if field not in fields() or not equals or not column:
                raise NotAListMap(seen=part, wanted="wanted columns for " + ", ".join(fields()))
            if field in columns:
                raise NotAListMap(seen=part, wanted=f"{field} is said twice")
            name, colon, form = column.rpartition(":") if field in DATES and ":%" in column else (column, "", "")
            columns[field] = name
            if colon:
                formats[field] = form
        if not set(WHO) & set(columns):
            raise NotAListMap(seen=spec, wanted="it must say which column holds a name")
        return cls(columns=_ordered(columns), formats=tuple(formats.items()))

    def spec(self) -> str:
        """The specification that `parse` reads back."""
        formats = dict(self.formats)
        return ",".join(
            f"{field}={column}" + (f":{formats[field]}" if field in formats else "") for field, column in self.columns
        )


@lru_cache(maxsize=1)
def _words() -> dict[str, tuple[str, ...]]:
    lines = (files(__package__) / "headers.csv").read_text(encoding="utf-8").splitlines()
    return {row["field"]: tuple(map(plain, row["words"].split("|"))) for row in csv.DictReader(lines)}


def fields() -> tuple[str, ...]:
    """The fields that a column can hold, in their order."""
    return tuple(_words())


def plain(header: str) -> str:
    """A header without case, marks and doubled spaces."""
    text = header.casefold().replace("_", " ").replace("ـ", "").strip(" :.*\u200f\u200e\ufeff")
    return re.sub(r"\s+", " ", text)


def field_of(header: str) -> str | None:
    """The field that a header names, if the table of headers has it."""
    wanted = plain(header)
    return next((field for field, words in _words().items() if wanted in words), None) if wanted else None


def proposed(headers: Iterable[str]) -> ListMap | None:
    """The map that the headers suggest: of two columns for one field the first; None where no column holds a name."""
    columns: dict[str, str] = {}
    for header in headers:
        field = field_of(header)
        if field is not None:
            columns.setdefault(field, header)
    return ListMap(columns=_ordered(columns)) if set(WHO) & set(columns) else None


def _ordered(columns: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((field, columns[field]) for field in fields() if field in columns)
