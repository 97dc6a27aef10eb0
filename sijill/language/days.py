"""The days that a time stands for, once the document's date is known. The values are those of `dates`.

The two are apart because a document may get its date later, from an analyst.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from sijill.language.calendars import WEEKS, Span, edges, in_year, named, season, stepped, third
from sijill.model.when import Period, Precision

__all__ = ["anchor", "edges", "either_day", "either_year", "lasts", "of_a_day", "told_of_the_past", "with_then"]
AHEAD = ("coming:", "next:", "rest:", "nearest:")
APPROXIMATE = {
    "minute": 0,
    "hour": 0,
    "day": 1,
    "week": 7,
    "weekend": 7,
    "fortnight": 14,
    "month": 30,
    "quarter": 91,
    "year": 365,
    "decade": 3652,
    "century": 36525,
}
"""Days that "the past two months" reaches back for each."""
THEN = "then"
BEFORE = "before"
"""A number that was current before the report, the report does not say when."""
LONG = ("since:", "after:", "before:", "until:", "last:", "lasting:", "next:")
"""Times that nothing can be counted from."""
FEW = 2
JUST_OVER = timedelta(days=30)
"""In September, "last summer" is that of the year before."""
SOON = timedelta(days=92)
SAME_DAY = {"minute": 1440, "hour": 24}
YEARLESS = re.compile(r"(?:(?:morning|afternoon|evening|night|early|mid|late):)?--\d\d-\d\d\Z")
ANY_DAYS = ("2031-05-14", "2031-05-18")
"""Days of publication, where only the length of a period matters: what goes on into another day does on one of them."""


class Anchor:
    """The days of publication: both ends of what is known of them."""

    __slots__ = ("first", "last")

    def __init__(self, published: str) -> None:
        self.first, self.last = edges(published)


def anchor(value: str, published: str | None) -> Period | None:
    """The period a value stands for, without its text; None when it needs a date of publication and there is none.

    Edges are both included. What is said of the past never reaches beyond the last day of publication.
    """
    at = Anchor(published) if published else None
    try:
        found = _span(value, at)
    except (ValueError, OverflowError):
        return None
    if found is None:
        return None
    first, last, precision = found
    if at is not None and last > at.last and first <= at.last and not any(turn in value for turn in AHEAD):
        last = at.last
    start = first.isoformat() if first > date.min else None
    return Period(start=start, end=last.isoformat() if last < date.max else None, precision=precision)


def either_day(value: str) -> tuple[str, ...]:
    """The days that a value leaves open: both readings of 3/4/2015; none where the words were plain."""
    head, _, rest = value.partition(":")
    return tuple(rest.split("|")) if head == "either" else ()


def either_year(value: str, published: str | None) -> tuple[str, ...]:
    """The two days that a day without a year may be where it comes soon after publication, so that the one behind is
    nearly a year ago: what is told as done was hardly done on either.
    """
    if published is None or not YEARLESS.match(value):
        return ()
    behind, ahead = anchor(value, published), anchor(f"coming:{value.rpartition(':')[2]}", published)
    if behind is None or ahead is None or behind.start is None or ahead.start is None:
        return ()
    soon = date.fromisoformat(ahead.start) - edges(published)[1]
    return (behind.start, ahead.start) if behind.start < published[:10] and timedelta() < soon <= SOON else ()


def with_then(value: str, then: str | None) -> str:
    """The value with "then" as the time told of before, if there is one; "a day earlier" counts from the report."""
    if not value.endswith(THEN):
        return value
    if then is not None and not then.startswith(LONG):
        return value[: -len(THEN)] + then
    head, _, rest = value.partition(":")
    if head == "by" and rest.startswith("-"):
        steps, unit, _ = rest.split(":", 2)
        return f"ago:{unit}:{steps[1:]}"
    return value


@lru_cache(maxsize=1 << 12)
def of_a_day(value: str) -> bool:
    """Is it a day, or two that touch ("overnight"), and behind the report, whenever that appeared?"""
    days = () if value.startswith("coming:") else ANY_DAYS if "/" in value else ANY_DAYS[:1]
    found = (anchor(value, day) for day in days)
    return any(each is not None and lasts(each, 1) for each in found)


def lasts(period: Period, days: int) -> bool:
    """Do both its ends stand, no more than so many days apart?"""
    if period.start is None or period.end is None:
        return False
    return (date.fromisoformat(period.end[:10]) - date.fromisoformat(period.start[:10])).days <= days


def told_of_the_past(value: str) -> str:
    """The value without what turned it to the time after publication: what is told as done was done before."""
    for turn in ("coming:", "nearest:"):
        value = value.replace(turn, "")
    return value


def _span(value: str, at: Anchor | None) -> Span | None:
    head, _, rest = value.partition(":")
    if head[:1] == "T" and head[1:].isdecimal():
        return _span(rest.partition(":")[2], at)
    if rest and head in HEADS:
        return HEADS[head](head, rest, at)
    if "/" in value:
        return _joined(value, at)
    if value.startswith("--"):
        return _yearless(value, at)
    return named(value) if value[:1].isdigit() else _near(value, at)


def _joined(value: str, at: Anchor | None) -> Span | None:
    left, _, right = value.partition("/")
    first, last = _span(left, at), _span(right, at)
    return None if first is None or last is None or first[0] > last[1] else (first[0], last[1], Precision.RANGE)


def _yearless(value: str, at: Anchor | None) -> Span | None:
    """The latest year in which it had begun by the day of publication."""
    if at is None:
        return None
    for year in range(at.last.year, at.last.year - 9, -1):
        begun = [span for span in in_year(year, value) if span[0] <= at.last]
        if begun:
            return begun[-1]
    return None


def _near(value: str, at: Anchor | None) -> Span | None:
    """weekday-1, day-0, week+1"""
    unit, sign, number = value.partition("+" if "+" in value else "-")
    if at is None or not number.isdecimal():
        return None
    if unit == "weekday":
        return _weekday(int(number), at)
    if unit == "weekend":
        return _weekend(int(number) if sign == "+" else -int(number), at)
    return stepped(unit, int(number) if sign == "+" else -int(number), at.first, at.last)


def _weekday(number: int, at: Anchor) -> Span:
    last = at.last - timedelta(days=(at.last.weekday() - number) % 7)
    if at.first == at.last:
        return last, last, Precision.DAY
    first = at.first - timedelta(days=(at.first.weekday() - number) % 7)
    return first, last, Precision.RANGE


def _weekend(steps: int, at: Anchor) -> Span:
    """0: the latest that had begun; -1: the latest that was over; 1: the first still to come."""
    first, last, precision = stepped("weekend", 0, at.first, at.last)
    back = timedelta(days=7 if (steps == 0 and first > at.last) or steps < 0 else 0)
    ahead = timedelta(days=7 if steps > 0 and first <= at.last else 0)
    return first - back + ahead, last - back + ahead, precision


def _part(head: str, rest: str, at: Anchor | None) -> Span | None:
    whole = _span(rest, at)
    return None if whole is None else third(head, whole)


def _since(_: str, rest: str, at: Anchor | None) -> Span | None:
    inner = _span(rest, at)
    return None if inner is None or at is None else (inner[0], max(at.last, inner[0]), Precision.RANGE)


def _until(head: str, rest: str, at: Anchor | None) -> Span | None:
    """Up to a day; "shortly before six on Monday" is Monday."""
    inner = _span(rest, at)
    if inner is not None and rest[:1] == "T":
        return inner
    return None if inner is None else (date.min, inner[1] if head == "until" else inner[0], Precision.RANGE)


def _season(_: str, rest: str, at: Anchor | None) -> Span | None:
    """summer-0, summer-1, summer+1, 2014-summer"""
    left, sign, right = rest.partition("+" if "+" in rest else "-")
    if left.isdecimal():
        return season(int(left), right)
    if at is None:
        return None
    found = season(at.last.year, left)
    if sign == "+":
        return found if found[0] > at.last else season(at.last.year + 1, left)
    over = found[1] + JUST_OVER < at.first if right != "0" else found[0] <= at.last
    return found if over else season(at.last.year - 1, left)


def _lasting(head: str, rest: str, at: Anchor | None) -> Span | None:
    """last:day:3, next:week:few"""
    if at is None:
        return None
    unit, _, number = rest.partition(":")
    if unit not in APPROXIMATE and unit not in SAME_DAY:
        return None
    if unit in SAME_DAY:
        days = max(1, -(-int(number if number.isdecimal() else 0) // SAME_DAY[unit]))
    elif not number.isdecimal():
        return (date.min, at.last, Precision.RANGE) if head != "next" else (at.first, date.max, Precision.RANGE)
    else:
        days = int(number) * APPROXIMATE[unit]
    if head == "next":
        return at.first, at.last + timedelta(days=days), Precision.RANGE
    return at.first - timedelta(days=days), at.last, Precision.RANGE


def _ago(_: str, rest: str, at: Anchor | None) -> Span | None:
    """ago:week:3, ago:day:few: of an unknown number, only the end is known."""
    if at is None:
        return None
    unit, _, number = rest.partition(":")
    if unit in SAME_DAY:
        back = int(number) // SAME_DAY[unit] if number.isdecimal() else 0
        return (at.first - timedelta(days=max(1, back)), at.last - timedelta(days=back), Precision.RANGE)
    if number.isdecimal():
        return stepped(unit, -int(number), at.first, at.last)
    return date.min, stepped(unit, -FEW, at.first, at.last)[1], Precision.RANGE


def _by(_: str, rest: str, at: Anchor | None) -> Span | None:
    """by:-1:day:V, counted from V; days cannot be counted from what is known by the month."""
    steps, unit, value = rest.split(":", 2)
    inner = _span(value, at)
    if inner is None:
        return None
    if unit in SAME_DAY:
        return inner if abs(int(steps)) < SAME_DAY[unit] // 2 else None
    if unit in ("day", "week") and inner[1] - inner[0] > timedelta(days=7):
        return None
    return stepped(unit, int(steps), inner[0], inner[1])


def _up_to(_: str, rest: str, at: Anchor | None) -> Span | None:
    """to:2:day:V, so many days up to V."""
    inner, back = _span(rest.split(":", 2)[2], at), _by("by", f"-{rest}", at)
    return None if inner is None or back is None else (back[0], inner[1], Precision.RANGE)


def _on_from(_: str, rest: str, at: Anchor | None) -> Span | None:
    """from:7:day:V, V and so many days from it."""
    inner, ahead = _span(rest.split(":", 2)[2], at), _by("by", rest, at)
    return None if inner is None or ahead is None else (inner[0], ahead[1], Precision.RANGE)


def _whole(_: str, rest: str, at: Anchor | None) -> Span | None:
    unit, _, value = rest.partition(":")
    inner = _span(value, at)
    return None if inner is None else stepped(unit, 0, inner[0], inner[1])


def _turned(head: str, rest: str, at: Anchor | None) -> Span | None:
    """past:weekday-4, coming:--05: the nearest that is over, or that is not."""
    inner = _span(rest, at)
    if inner is None or at is None:
        return inner
    ahead = head == "coming"
    if rest.startswith("--"):
        years = range(at.first.year, at.first.year + 9) if ahead else range(at.last.year, at.last.year - 9, -1)
        spans = (span for year in years for span in in_year(year, rest)[:: 1 if ahead else -1])
        return next((span for span in spans if (span[1] >= at.first if ahead else span[1] < at.first)), None)
    if "weekday" not in rest or "/" in rest:
        return inner
    week = timedelta(days=7)
    if ahead and inner[1] < at.first:
        return inner[0] + week, inner[1] + week, inner[2]
    return (inner[0] - week, inner[1] - week, inner[2]) if not ahead and inner[1] >= at.last else inner


def _rest(_: str, rest: str, at: Anchor | None) -> Span | None:
    inner = _span(rest, at)
    return None if inner is None or at is None else (max(inner[0], at.first), inner[1], Precision.RANGE)


def _earlier(_: str, rest: str, at: Anchor | None) -> Span | None:
    """earlier:week-0: on a Monday nothing of the week was before, so that the week before is meant."""
    inner = _span(rest, at)
    if inner is None or at is None or inner[0] < at.first:
        return inner
    return stepped(rest.partition("-")[0], -1, at.first, at.last)


def _within(_: str, rest: str, at: Anchor | None) -> Span | None:
    """in:year-1:--03, in:week-1:weekday-2"""
    outer_value, _, value = rest.partition(":")
    outer = _span(outer_value, at)
    if outer is None:
        return None
    if value.startswith("--"):
        return named(f"{outer[1].year}{value[1:]}") if outer[0].year == outer[1].year else None
    if value.startswith("weekday-"):
        day = outer[0] + timedelta(days=int(value[-1]))
        return day, day, Precision.DAY
    return _span(value, at)


def _on(_: str, rest: str, at: Anchor | None) -> Span | None:
    """on:0:--10-26, Monday, 26 October: of the years around publication, the nearest in which it was one."""
    weekday, _, value = rest.partition(":")
    if at is None:
        return None
    years = sorted(range(at.last.year - 8, at.last.year + 2), key=lambda year: (abs(year - at.last.year), year))
    spans = [span for year in years if (span := named(f"{year}{value[1:]}")) and span[0].weekday() == int(weekday)]
    return spans[0] if spans else _yearless(value, at)


def _nearest(_: str, rest: str, at: Anchor | None) -> Span | None:
    """nearest:--01-14, "by 14 January": before or after publication."""
    behind, ahead = _span(rest, at), _turned("coming", rest, at)
    if behind is None or ahead is None or at is None:
        return behind
    soon = ahead[0] - at.last
    return ahead if soon < at.first - behind[0] and soon <= SOON else behind


def _either(_: str, rest: str, at: Anchor | None) -> Span | None:
    """Of two readings of one date, the one that is not after publication, if the other is."""
    spans = [span for day in rest.split("|") if (span := named(day)) is not None]
    spans = [span for span in spans if at is None or span[0] <= at.last]
    return spans[0] if len(spans) == 1 else None


def _of_day(_: str, rest: str, at: Anchor | None) -> Span | None:
    return _span(rest, at)


def _reported(_: str, rest: str, at: Anchor | None) -> Span | None:
    """reported:weekday-5, told as news on Saturday: then or on the day before; reported:weekday-3/weekday-5, beside
    news of Thursday."""
    inner = _span(rest, at)
    return None if inner is None else (min(inner[0], inner[1] - timedelta(days=1)), inner[1], Precision.UNKNOWN)


def _among(_: str, rest: str, at: Anchor | None) -> Span | None:
    """among:weekday-1, told without a time among the news of Tuesday: that day."""
    inner = _span(rest, at)
    return None if inner is None else (inner[0], inner[1], Precision.UNKNOWN)


HEADS: dict[str, Callable[[str, str, Anchor | None], Span | None]] = {
    **dict.fromkeys(("early", "mid", "late", *WEEKS), _part),
    **dict.fromkeys(("since", "after"), _since),
    **dict.fromkeys(("until", "before"), _until),
    **dict.fromkeys(("last", "lasting", "next"), _lasting),
    **dict.fromkeys(("past", "coming"), _turned),
    **dict.fromkeys(("morning", "afternoon", "evening", "night"), _of_day),
    "season": _season,
    "ago": _ago,
    "by": _by,
    "to": _up_to,
    "from": _on_from,
    "whole": _whole,
    "rest": _rest,
    "earlier": _earlier,
    "in": _within,
    "on": _on,
    "nearest": _nearest,
    "either": _either,
    "reported": _reported,
    "among": _among,
}
