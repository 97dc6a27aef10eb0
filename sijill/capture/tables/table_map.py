"""Which column of a table holds what: `text=article,title=headline,source=outlet,published=date:%m/%d/%Y`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sijill.errors import SijillError

KEYS = ("text", "title", "source", "published")
BETWEEN = re.compile(r",(?=\s*\w+\s*=)")
LIKELY = {
    "text": ("text", "content", "body", "article", "story", "message", "description", "نص"),
    "title": ("title", "headline", "subject", "عنوان"),
    "source": ("source", "outlet", "publisher", "author", "مصدر"),
    "published": ("published", "date", "day", "time", "تاريخ"),
}


class NotATableMap(SijillError):
    """A map that does not follow the grammar."""

    def __init__(self, *, seen: str, wanted: str) -> None:
        super().__init__(
            f"the map has {seen[:80]!r}: {wanted}, as in text=article,title=headline,published=date:%m/%d/%Y"
        )
        self.seen = seen


class NoSuchColumn(SijillError):
    """A map that names a column which the table does not have."""

    def __init__(self, *, table: str, missing: Sequence[str], columns: Sequence[str]) -> None:
        wanted, there = ", ".join(missing), ", ".join(each[:60] for each in columns[:40])
        super().__init__(f"{table} has no column {wanted}; its columns are: {there or 'none'}; correct the map")
        self.table, self.missing, self.columns = table, tuple(missing), tuple(columns)


class TableWithoutMap(SijillError):
    """A table of which nobody said what its columns hold."""

    def __init__(self, *, table: str, columns: Sequence[str]) -> None:
        super().__init__(f"{table} is a table: say what its columns hold, for example --map {proposal(columns)}")
        self.table, self.columns = table, tuple(columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMap:
    """Columns by their names in the table. published_format: as for strptime; None for 2016, 2016-02 or 2016-02-14."""

    text: str
    title: str | None = None
    source: str | None = None
    published: str | None = None
    published_format: str | None = None

    @classmethod
    def parse(cls, spec: str) -> "TableMap":
        """The map of a specification. Raises NotATableMap."""
        named: dict[str, str] = {}
        for part in BETWEEN.split(spec):
            key, equals, column = (each.strip() for each in part.partition("="))
            if key not in KEYS or not equals or not column:
                raise NotATableMap(seen=part, wanted="wanted column names for " + ", ".join(KEYS))
            if key in named:
                raise NotATableMap(seen=part, wanted=f"{key} is said twice")
            named[key] = column
        if "text" not in named:
            raise NotATableMap(seen=spec, wanted="it must say which column holds the text")
        column, colon, form = named.pop("published", "").partition(":")
        return cls(**named, published=column or None, published_format=form if colon else None)

    def columns(self) -> tuple[str, ...]:
        """The columns it names."""
        return tuple(each for each in (self.text, self.title, self.source, self.published) if each is not None)

    def spec(self) -> str:
        """The specification that `parse` reads back."""
        said = [f"{key}={getattr(self, key)}" for key in KEYS if getattr(self, key) is not None]
        return ",".join(said) + (f":{self.published_format}" if self.published_format else "")


def proposal(columns: Sequence[str]) -> str:
    """A map that might do for these columns: each key takes the first column that is called like it."""
    taken: dict[str, str] = {}
    for key, words in LIKELY.items():
        for word in words:
            free = [each for each in columns if word in each.casefold() and each not in taken.values()]
            if free and key not in taken:
                taken[key] = free[0]
    taken.setdefault("text", columns[0] if columns else "COLUMN")
    return ",".join(f"{key}={taken[key]}" for key in KEYS if key in taken)
