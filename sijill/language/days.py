"""The days that a time stands for, once the document's date is known. The values are those of `dates`.

The two are apart because a document may get its date later, from an analyst.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from sijill.model.when import Period, Precision

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")


class Anchor:
    """The days of publication: both ends of what is known of them."""

    __slots__ = ("first", "last")

    def __init__(self, published: str) -> None:
        self.first, self.last = edges(published)


def edges(day: str) -> tuple[date, date]:
    """First and last day of 2014, 2014-08 or 2014-08-17."""
    match = ISO.match(day[:10])
    if match is None:
        raise ValueError(f"{day!r} is no date like 2014, 2014-08 or 2014-08-17")
    year, month, dom = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if dom:
        return date(year, month, dom), date(year, month, dom)
    if month:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def anchor(value: str, published: str | None) -> Period | None:
    """The period a value stands for, without its text; None when it needs a date of publication and there is none.

    Edges are both included. What is said of the past never reaches beyond the last day of publication.
    """
    at = Anchor(published) if published else None
    found = _absolute(value, at)
    if found is None:
        return None
    first, last, precision = found
    if at is not None and last > at.last and first <= at.last:
        last = at.last
    return Period(start=first.isoformat() if first > date.min else None, end=last.isoformat(), precision=precision)


Span = tuple[date, date, Precision]


def _absolute(value: str, at: Anchor | None) -> Span | None:
    head, _, rest = value.partition(":")
    if "/" in value and ":" not in value:
        left, right = value.split("/")
        first, last = _absolute(left, at), _absolute(right, at)
        return None if first is None or last is None or first[0] > last[1] else (first[0], last[1], Precision.RANGE)
    if head in ("early", "mid", "late"):
        return _third(head, _absolute(rest, at))
    if head in ("since", "after"):
        inner = _absolute(rest, at)
        return None if inner is None or at is None else (inner[0], max(at.last, inner[0]), Precision.RANGE)
    if head in ("before", "until"):
        inner = _absolute(rest, at)
        return None if inner is None else (date.min, inner[1] if head == "until" else inner[0], Precision.RANGE)
    if head == "season":
        return _season_span(rest, at)
    if head in ("last", "ago"):
        return _counted(head, rest, at)
    if value.startswith("--"):
        return _yearless(value, at)
    if value[0].isdigit():
        return _calendar(value)
    return _named(value, at)


def _calendar(value: str) -> Span | None:
    try:
        first, last = edges(value)
    except ValueError:
        return None
    return first, last, {4: Precision.YEAR, 7: Precision.MONTH}.get(len(value), Precision.DAY)


def _yearless(value: str, at: Anchor | None) -> Span | None:
    if at is None:
        return None
    for year in range(at.last.year, at.last.year - 9, -1):
        found = _calendar(f"{year}{value[1:]}")
        if found is not None and found[0] <= at.last:
            return found
    return None


def _named(value: str, at: Anchor | None) -> Span | None:
    if at is None:
        return None
    unit, _, back = value.partition("-")
    number = int(back)
    if unit == "weekday":
        return _weekday_span(number, at)
    return _stepped(unit, number, at)


def _weekday_span(number: int, at: Anchor) -> Span:
    last = at.last - timedelta(days=(at.last.weekday() - number) % 7)
    if at.first == at.last:
        return last, last, Precision.DAY
    first = at.first - timedelta(days=(at.first.weekday() - number) % 7)
    return first, last, Precision.RANGE


def _stepped(unit: str, back: int, at: Anchor) -> Span:
    """The calendar day, week, month or year that lies `back` before the one of publication."""
    if unit == "year":
        return date(at.first.year - back, 1, 1), date(at.last.year - back, 12, 31), Precision.YEAR
    if unit == "month":
        return _month_back(at.first, back)[0], _month_back(at.last, back)[1], Precision.MONTH
    days = timedelta(days=back * (7 if unit == "week" else 1))
    if unit == "week":
        first = at.first - timedelta(days=at.first.weekday()) - days
        return first, at.last - timedelta(days=at.last.weekday()) - days + timedelta(days=6), Precision.WEEK
    return at.first - days, at.last - days, Precision.DAY if at.first == at.last else Precision.RANGE


def _month_back(day: date, back: int) -> tuple[date, date]:
    index = day.year * 12 + day.month - 1 - back
    year, month = index // 12, index % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _counted(head: str, rest: str, at: Anchor | None) -> Span | None:
    if at is None:
        return None
    unit, _, number = rest.partition(":")
    if head == "ago":
        return _stepped(unit, int(number), at)
    days = int(number) * {"day": 1, "week": 7, "month": 30, "year": 365}[unit]
    return at.first - timedelta(days=days), at.last, Precision.RANGE


def _third(part: str, whole: Span | None) -> Span | None:
    if whole is None:
        return None
    first, last, _ = whole
    third = timedelta(days=((last - first).days + 1) // 3)
    if not third:
        return whole
    if part == "early":
        return first, first + third - timedelta(days=1), Precision.RANGE
    if part == "late":
        return last - third + timedelta(days=1), last, Precision.RANGE
    return first + third, last - third, Precision.RANGE


def _season_span(rest: str, at: Anchor | None) -> Span | None:
    left, _, right = rest.partition("-")
    if left.isdecimal():
        year, name = int(left), right
    elif at is None:
        return None
    else:
        year, name = at.last.year - int(right), left
    from_month, to_month = SEASONS[name]
    end_year = year + 1 if to_month < from_month else year
    return date(year, from_month, 1), date(end_year, to_month, monthrange(end_year, to_month)[1]), Precision.SEASON
