"""Arithmetic of the calendar: spans of days, both ends included, each with the unit in which it is known."""

import re
from calendar import monthrange
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from sijill.model.when import Precision

Span = tuple[date, date, Precision]
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")
FRACTION = re.compile(r"(\d{4})-([QH])([1-4])\Z")
NTH = re.compile(r"(\d{4})-(\d\d)-(mon|tue|wed|thu|fri|sat|sun)([1-5])\Z")
ISLAMIC = re.compile(r"(\d{4})-h(\d\d)-(\d\d)(?:x(\d))?\Z")
WEEKS = {"first-week": 0, "second-week": 1, "third-week": 2, "fourth-week": 3, "last-week": -1}
DAYS = "mon tue wed thu fri sat sun".split()
MULTIPLES = {"fortnight": ("week", 2), "quarter": ("month", 3), "decade": ("year", 10), "century": ("year", 100)}


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


def named(value: str) -> Span | None:
    """The span of 2014-08-17, 2014-08, 2014, 199X, 19XX, 2014-Q3, 2014-H1, 2014-11-thu4 or 2014-h10-01x3; None if it
    never was.
    """
    if value.endswith("X"):
        first, last = value.replace("X", "0"), value.replace("X", "9")
        return date(int(first), 1, 1), date(int(last), 12, 31), Precision.RANGE
    islamic = ISLAMIC.match(value)
    if islamic is not None:
        return islamic_days(int(islamic[1]), int(islamic[2]), int(islamic[3]), int(islamic[4] or 1))
    fraction, nth = FRACTION.match(value), NTH.match(value)
    if fraction is not None:
        months = 3 if fraction[2] == "Q" else 6
        start = months * (int(fraction[3]) - 1) + 1
        year = int(fraction[1])
        return date(year, start, 1), month_edges(year * 12 + start + months - 2)[1], Precision.RANGE
    try:
        if nth is not None:
            day = nth_weekday(int(nth[1]), int(nth[2]), DAYS.index(nth[3]), int(nth[4]))
            return day, day, Precision.DAY
        first_day, last_day = edges(value)
    except ValueError:
        return None
    return first_day, last_day, {4: Precision.YEAR, 7: Precision.MONTH}.get(len(value), Precision.DAY)


def islamic_days(year: int, month: int, day: int, length: int) -> Span | None:
    """So many days from a day of the Islamic calendar in a Gregorian year; from the first to the last of two in one."""
    found = feasts(year, month, day, length)
    if not found:
        return None
    return found[0] if len(found) == 1 else (found[0][0], found[-1][1], Precision.RANGE)


def feasts(year: int, month: int, day: int, length: int) -> list[Span]:
    """The days from each such day of the Islamic calendar (Umm al-Qura) that begins in a Gregorian year, which may have
    two. Where the moon is sighted they may be a day off.
    """
    try:
        hijri = Gregorian(year, 1, 1).to_hijri().year
        begun = [Hijri(each, month, day).to_gregorian() for each in (hijri, hijri + 1)]
    except (ValueError, OverflowError):
        return []
    precision = Precision.DAY if length == 1 else Precision.RANGE
    firsts = [date(each.year, each.month, each.day) for each in begun if each.year == year]
    return [(first, first + timedelta(days=length - 1), precision) for first in firsts]


def in_year(year: int, value: str) -> list[Span]:
    """Each day of a year that --08-17 or --h10-01x3 may be, in their order."""
    islamic = ISLAMIC.match(f"{year}{value[1:]}")
    if islamic is not None:
        return feasts(year, int(islamic[2]), int(islamic[3]), int(islamic[4] or 1))
    found = named(f"{year}{value[1:]}")
    return [] if found is None else [found]


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The fourth Thursday of November; ValueError where the month has no such day."""
    first = date(year, month, 1)
    return date(year, month, 1 + (weekday - first.weekday()) % 7 + 7 * (number - 1))


def month_edges(index: int) -> tuple[date, date]:
    """First and last day of a month; index: 12 times the year, and the month from 0."""
    year, month = index // 12, index % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def stepped(unit: str, steps: int, first: date, last: date) -> Span:
    """The calendar day, week, weekend, month or year that lies `steps` after the one of the days [first, last]."""
    unit, times = MULTIPLES.get(unit, (unit, 1))
    steps *= times
    if unit == "year":
        return date(first.year + steps, 1, 1), date(last.year + steps, 12, 31), Precision.YEAR
    if unit == "month":
        start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
        return month_edges(start + steps)[0], month_edges(end + steps)[1], Precision.MONTH
    days = timedelta(days=steps * (1 if unit == "day" else 7))
    if unit == "day":
        return first + days, last + days, Precision.DAY if first == last else Precision.RANGE
    monday, sunday = first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday())
    if unit == "weekend":
        return monday + days + timedelta(days=5), sunday + days, Precision.RANGE
    return monday + days, sunday + days, Precision.WEEK


def season(year: int, name: str) -> Span:
    """The months of a season; winter is told by the year it begins in."""
    from_month, to_month = SEASONS[name]
    end_year = year + 1 if to_month < from_month else year
    return date(year, from_month, 1), date(end_year, to_month, monthrange(end_year, to_month)[1]), Precision.SEASON


def third(part: str, whole: Span) -> Span:
    """The early, mid or late third of a span, or a week of it; of one day, the day."""
    first, last, _ = whole
    if part in WEEKS:
        start = first + timedelta(days=7 * WEEKS[part]) if WEEKS[part] >= 0 else last - timedelta(days=6)
        return start, start + timedelta(days=6), Precision.RANGE
    days = timedelta(days=((last - first).days + 1) // 3)
    if not days:
        return whole
    if part == "early":
        return first, first + days - timedelta(days=1), Precision.RANGE
    if part == "late":
        return last - days + timedelta(days=1), last, Precision.RANGE
    return first + days, last - days, Precision.RANGE
