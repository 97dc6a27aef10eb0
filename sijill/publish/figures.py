"""Numbers and dates in words, no finer and no surer than they are known."""

from collections.abc import Container
from datetime import date

from sijill.model.finding import CasualtyRange
from sijill.model.when import Period, Precision

NO_NUMBER = "no number given"
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def bounds(low: int | None, high: int | None) -> str:
    """ "85 to 300", "at least 77", "up to 300", "12". Without either bound "no number given", which is not zero."""
    if low is None and high is None:
        return NO_NUMBER
    if high is None:
        return f"at least {low:,}"
    if low is None:
        return f"up to {high:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def figure(reported: CasualtyRange) -> str:
    """A range of reports."""
    return NO_NUMBER if reported.unknown else bounds(reported.low, reported.high)


def of_party(part: str, parties: Container[str]) -> bool:
    """Is this part of a range of a party ("isis", or a name as said), and not of children, women, civilians?"""
    return part in parties or not part.islower()


def day(iso: str | None, *, otherwise: str = "no date") -> str:
    """2016 | 2016-02 | 2016-02-14 | 2016-02-14T09:30 as a reader says it."""
    if iso is None:
        return otherwise
    head, _, hour = iso.partition("T")
    year, *rest = head.split("-")
    named = [MONTHS[int(rest[0]) - 1]] if rest and rest[0].isdigit() and 1 <= int(rest[0]) <= 12 else []
    number = [str(int(rest[1]))] if len(rest) > 1 and rest[1].isdigit() else []
    return " ".join([*number, *named, year]) + (f", {hour}" if hour else "")


def period(when: Period) -> str:
    """A date no finer than its precision; without a date the words that were said."""
    if when.start is None and when.end is None:
        return f"“{when.text}”, date not known" if when.text else "date not known"
    if when.start is None:
        return f"until {day(when.end)}"
    if when.end is None:
        return f"since {day(when.start)}"
    if when.precision is Precision.YEAR and when.start[:4] == when.end[:4]:
        return when.start[:4]
    if when.precision is Precision.MONTH and when.start[:7] == when.end[:7]:
        return day(when.start[:7])
    return day(when.start) if when.start == when.end else _between(when.start, when.end)


def _between(start: str, end: str) -> str:
    """ "1 to 7 March 2021", "28 February to 3 March 2021"."""
    first, last = day(start).split(" "), day(end).split(" ")
    if len(first) == 3 == len(last) and first[1:] == last[1:]:
        return f"{first[0]} to {day(end)}"
    if len(first) == 3 == len(last) and first[2] == last[2]:
        return f"{first[0]} {first[1]} to {day(end)}"
    return f"{day(start)} to {day(end)}"


def ordinal(iso: str) -> int:
    """Days since the first of January of the year 1; a month or year stands for its first day."""
    year, month, number = [*iso[:10].split("-"), "1", "1"][:3]
    return date(int(year), int(month), int(number)).toordinal()
