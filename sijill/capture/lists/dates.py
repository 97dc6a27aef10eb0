"""Dates as lists write them, to edges in ISO. Which of day and month comes first is a property of a column, not of a
cell.
"""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from importlib.resources import files

from sijill.language.ar.hijri import hijri_value
from sijill.language.ar.letters import fold_word
from sijill.language.calendars import named

YMD = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d\d:\d\d.*)?\Z")
DMY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)\Z")
MY = re.compile(r"(\d{1,2})[-/.](\d{4})\Z")
YM = re.compile(r"(\d{4})[-/.](\d{1,2})\Z")
Y = re.compile(r"\d{4}\Z")
WORDED = re.compile(r"(?:(\d{1,2})\.?\s{1,9})?(\D{1,60}?)[\s,]{1,9}(\d{4})\Z")
US_WORDED = re.compile(r"([a-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})\Z")
EMPTY = frozenset(("", "-", "--", "?", "n/a", "na", "none", "null", "unknown", "nan", "غير معروف", "مجهول", "لا يوجد"))
HIJRI = range(1300, 1500)
_ENGLISH = "january february march april may june july august september october november december".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """First and last day in ISO, both None for an empty cell; fault: why a date could not be read.

    either   day and month could be the other way round, and the column does not say
    """

    first: str | None = None
    last: str | None = None
    fault: str | None = None
    either: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a column shows of the order of day and month: some cell that is only possible day first, or month first."""

    day_first: bool
    month_first: bool


def order_of(cells: Iterable[str | None]) -> Order:
    """Look through a column."""
    day = month = False
    for cell in cells:
        match = DMY.match(fold_word(cell.strip())) if cell else None
        if match is not None:
            day = day or (int(match[1]) > 12 >= int(match[2]))
            month = month or (int(match[2]) > 12 >= int(match[1]))
    return Order(day_first=day, month_first=month)


def dated(cell: str | None, order: Order, form: str | None = None) -> Dated:
    """The days of one cell. form: as for strptime."""
    text = fold_word((cell or "").strip())
    if text in EMPTY:
        return Dated()
    if form is not None:
        return _formed(text, form)
    if match := YMD.match(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := DMY.match(text):
        return _either(int(match[1]), int(match[2]), match[3], order)
    if match := YM.match(text) or None:
        return _span(f"{match[1]}-{int(match[2]):02}")
    if match := MY.match(text):
        return _span(f"{match[2]}-{int(match[1]):02}")
    if Y.match(text):
        return _hijri(int(text), None, None) if int(text) in HIJRI else _span(text)
    return _worded(text)


def _either(first: int, second: int, year: str, order: Order) -> Dated:
    full = int(year) + (0 if len(year) == 4 else 2000 if int(year) < 50 else 1900)
    month_first = order.month_first and not order.day_first
    day, month = (second, first) if month_first else (first, second)
    if month > 12 >= day:
        day, month = month, day
    found = _day(full, month, day)
    open_ = not (order.day_first or order.month_first) and day <= 12 and day != month and found.fault is None
    return Dated(first=found.first, last=found.last, fault=found.fault, either=open_)


def _day(year: int, month: int, day: int) -> Dated:
    return _hijri(year, month, day) if year in HIJRI else _span(f"{year:04}-{month:02}-{day:02}")


def _hijri(year: int, month: int | None, day: int | None) -> Dated:
    value = hijri_value(year, month or 1, (day, day) if day else None)
    if month is None:
        end = hijri_value(year, 12, None)
        value = f"{value.partition('/')[0]}/{end.partition('/')[2]}" if value and end else None
    if value is None:
        return Dated(fault="impossible_date")
    first, _, last = value.partition("/")
    return Dated(first=first, last=last or first)


def _span(value: str) -> Dated:
    found = named(value)
    if found is None:
        return Dated(fault="impossible_date")
    return Dated(first=found[0].isoformat(), last=found[1].isoformat())


def _formed(text: str, form: str) -> Dated:
    try:
        day = datetime.strptime(text, form).replace(tzinfo=UTC).date().isoformat()
    except ValueError:
        return Dated(fault="unreadable_date")
    if "%d" in form or "%j" in form:
        return _span(day)
    return _span(day[:7] if "%m" in form or "%b" in form.lower() else day[:4])


def _worded(text: str) -> Dated:
    if match := US_WORDED.match(text):
        day, words, year = match[2], match[1], match[3]
    elif match := WORDED.match(text):
        day, words, year = match[1], match[2].strip(), match[3]
    else:
        return Dated(fault="unreadable_date")
    kind, month = _months().get(words, ("", 0))
    if not month and len(words) >= 3:
        month = next((n for n, name in enumerate(_ENGLISH, start=1) if name.startswith(words.rstrip("."))), 0)
    if not month:
        return Dated(fault="unreadable_date")
    if kind == "hijri":
        return _hijri(int(year), month, int(day) if day else None)
    return _span(f"{year}-{month:02}" + (f"-{int(day):02}" if day else ""))


@lru_cache(maxsize=1)
def _months() -> dict[str, tuple[str, int]]:
    lines = (files("sijill.language.ar") / "months.csv").read_text(encoding="utf-8").splitlines()
    return {
        " ".join(fold_word(word) for word in words.split()): (row["kind"], int(row["month"]))
        for row in csv.DictReader(lines)
        for words in row["words"].split("|")
    }
