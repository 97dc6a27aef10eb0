"""Parts of a day and hours of the clock around a date: the day counts, the part is kept in the value."""

import re

from sijill.language.en.calendar import Expression
from sijill.language.en.timewords import DAYPARTS, WEEKDAYS
from sijill.language.tokens import Tokens

HOUR = re.compile(r"(\d{1,2})(?:[:.](\d\d))?\Z")
HALF = {"a.m": 0, "am": 0, "p.m": 12, "pm": 12}
ZONES = frozenset("gmt utc est edt cst cdt pst pdt local".split())
OF = frozenset("of on".split())
DAY = re.compile(r"(?:(?:past|coming|early|late|mid):)?(?:weekday-\d|day[-+]\d|then|by:.*|(?:-|\d{4})-\d\d-\d\d)\Z")
"""Values of one day: only these take a part of it."""


def after_the_date(tokens: Tokens, date: Expression, stop: int) -> Expression:
    """ "Friday night", "5 May in the evening", "5 May (Monday)": the date with the part of the day behind it."""
    start, end, value = date
    if end >= stop or not DAY.match(value):
        return date
    if end + 2 < stop and tokens.lows[end] == "(" and tokens.lows[end + 1] in WEEKDAYS and tokens.lows[end + 2] == ")":
        return start, end + 3, f"on:{WEEKDAYS[tokens.lows[end + 1]]}:{value}" if value.startswith("--") else value
    k, low = end, tokens.lows[end]
    if low in ("in", "at", "around", "about", "shortly") and end + 1 < stop:
        k = end + 2 if low == "in" and tokens.lows[end + 1] == "the" else end + 1
    if k < stop and tokens.lows[k] in ("early", "late") and k + 1 < stop and tokens.lows[k + 1] in DAYPARTS:
        k += 1
    if k < stop and tokens.lows[k] in DAYPARTS and (low != "in" or k == end + 2):
        return start, k + 1, f"{DAYPARTS[tokens.lows[k]]}:{value}"
    hour = clock(tokens, k, stop) if k > end else None
    return (start, hour[1], f"{hour[2]}:{value}") if hour is not None else date


def clock(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """10 p.m., 10:35 a.m. EST, 4 in the morning: (start, end, "T22:00")"""
    match = HOUR.match(tokens.lows[i]) if i < stop else None
    if match is None or i + 1 >= stop:
        return None
    hour, minute, end = int(match[1]), int(match[2] or 0), i + 2
    half = HALF.get(tokens.lows[i + 1])
    if half is None and tokens.lows[i + 1 : i + 3] == ["in", "the"] and i + 3 < stop and tokens.lows[i + 3] in DAYPARTS:
        half, end = (0 if DAYPARTS[tokens.lows[i + 3]] in ("morning", "night") else 12), i + 4
    if half is None and ":" in tokens.lows[i] and minute < 60 and hour < 24:
        half, end = (0 if hour != 12 else 12), i + 1
    if half is None or minute > 59 or hour > 23:
        return None
    if end < stop and tokens.lows[end] == "." and tokens.starts[end] == tokens.ends[end - 1]:
        end += 1
    while end < stop and tokens.lows[end] in (*ZONES, "time"):
        end += 1
    hour = hour % 12 + half if hour <= 12 else hour
    return i, end, f"T{hour:02d}:{minute:02d}"


def before_the_date(tokens: Tokens, i: int, stop: int) -> tuple[int, str] | None:
    """(where the date begins, the part) of "dawn on Friday", "night of 3 May", "early hours of Monday"."""
    hour = clock(tokens, i, stop) if tokens.lows[i][0].isdigit() else None
    if hour is not None:
        end, part = hour[1], hour[2]
    elif tokens.lows[i] in DAYPARTS:
        end, part = i + 1, DAYPARTS[tokens.lows[i]]
    elif tokens.lows[i : i + 2] == ["early", "hours"]:
        end, part = i + 2, "morning"
    else:
        return None
    while end < stop and tokens.lows[end] in ("of", "on", "the", ","):
        end += 1
    return (end, part) if end < stop else None
