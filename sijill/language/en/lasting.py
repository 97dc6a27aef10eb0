"""How long and how often: they are times, but date nothing. Values as ISO 8601 durations; X where no number is said."""

import re

from sijill.language.en.calendar import Expression
from sijill.language.en.clock import clock
from sijill.language.en.relative import CLOSES, amount
from sijill.language.en.timewords import (
    DAYPARTS,
    FUTURE,
    INTENDED,
    LASTING,
    REFERENCES,
    SETS,
    UNITS,
    WEEKDAYS,
)  # fmt: skip
from sijill.language.numbers import TENS
from sijill.language.numbers import UNITS as ONES
from sijill.language.tokens import Tokens

LETTERS = {
    "minute": ("PT", 1, "M"),
    "hour": ("PT", 1, "H"),
    "day": ("P", 1, "D"),
    "week": ("P", 1, "W"),
    "fortnight": ("P", 2, "W"),
    "month": ("P", 1, "M"),
    "quarter": ("P", 3, "M"),
    "year": ("P", 1, "Y"),
    "decade": ("P", 10, "Y"),
    "century": ("P", 100, "Y"),
}
COMPOUND = re.compile(r"([a-z0-9]+)-(minute|hour|day|week|month|year|decade)s?(?:-(?:long|old))?\Z")
LONG = re.compile(r"(minute|hour|day|week|month|year|decade)s?-long\Z")
BEFORE_BARE = frozenset("for in of over within after take takes took last lasts lasted than many recent".split())
BESIDE = frozenset("before after that since following leading preceding later earlier".split())
EVERY = frozenset("every each per".split())
BRIEF = frozenset("hour day week".split())
NO_LENGTH = frozenset("of after before from ago earlier later time old when".split())
"""What makes of "in two days" something else: "in two days' time", "in two days of X"."""
NO_NOUN = frozenset("the a an this that these those which and".split())
HEDGES = frozenset("less more than just only about around nearly almost barely some exactly roughly".split())
COMES = frozenset("come comes came coming".split())
PERFECT = frozenset("has have".split())
LONGEST = 8
"""Tokens within which a length of time has its unit: "more than one hundred and twenty-five years"."""
AHEAD = 10
"""Tokens before "in two days" in which a word may say that it is still to come."""
BEGINS = frozenset(
    "begin begins start starts open opens resume resumes end ends expire expires close closes meet meets return returns"
    " leave leaves arrive arrives take takes go goes vote votes due hold holds launch launches come comes".split()
)
"""Verbs that in the present tell what is to come: "a truce begins in two days"."""
AIMS = (
    BEGINS
    | FUTURE
    | INTENDED
    | {"to", "can", "could", "may", "might", "must", "first", "second", "third", "fourth", "fifth"}
)
"""Of what is still to come, or, as "the second attack in two days", of more than one deed."""


def written(unit: str, number: str) -> str:
    """P3D of ("day", "3"); PXD of ("day", "few")."""
    head, times, letter = LETTERS[unit]
    return f"{head}{int(number) * times if number.isdecimal() else 'X'}{letter}"


def read_lasting(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """(start, end, value) of a length, a repetition or a reference to now or the future that begins at token i."""
    low = tokens.lows[i]
    if low in REFERENCES or (low == "the" and i + 1 < stop and tokens.lows[i + 1] == "future"):
        return (i, i + 1, REFERENCES[low]) if low in REFERENCES else (i, i + 2, "FUTURE_REF")
    if low in DAYPARTS or low[0].isdigit():
        hour = _hour(tokens, i, stop)
        if hour is not None:
            return hour
    if low in SETS:
        return i, i + 1, SETS[low]
    if low in EVERY:
        return _every(tokens, i, stop)
    if "-" in low:
        return _compound(tokens, i)
    return _length(tokens, i, stop)


def read_throughout(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """ "in two days", "two days of fighting", "the five-day-old siege": as long as that up to the report."""
    low = tokens.lows[i]
    match = COMPOUND.match(low) if "-" in low else None
    if match is not None:
        number = match[1] if match[1].isdecimal() else _number(match[1])
        said = LASTING.isdisjoint(tokens.lows[i + 1 : min(stop, i + 3)])
        return (i, i + 1, f"lasting:{match[2]}:{number}") if number is not None and not said else None
    j = i + 1 if low in ("in", "over", "within") else i
    timed = j < stop and not UNITS.keys().isdisjoint(tokens.lows[j : j + LONGEST])
    found = amount(tokens, j, stop) if timed else None
    if found is None or (not found[2].isdecimal() and tokens.lows[i - 1] != "after"):
        return None
    following = tokens.lows[found[1]] if found[1] < stop else ""
    of_what = tokens.lows[found[1] + 1 : min(stop, found[1] + 3)] if following == "of" else []
    lasted = bool(of_what) and of_what[0] not in NO_NOUN and not LASTING.isdisjoint(of_what)
    if lasted and tokens.lows[i - 1] != "the":
        return i, found[1] + 1, f"lasting:{found[0]}:{found[2]}"
    if not found[2].isdecimal():
        return None
    if j == i and following == "after" and found[1] + 1 < stop and tokens.lows[found[1] + 1] not in CLOSES:
        return _comes_after(tokens, i, found)
    ahead = tokens.lows[max(0, i - AHEAD) : i]
    behind = j > i and found[0] in BRIEF and found[2] != "1" and following not in NO_LENGTH
    if _has_been_for(tokens, i):
        return i, found[1], f"lasting:{found[0]}:{found[2]}"
    return (i, found[1], f"lasting:{found[0]}:{found[2]}") if behind and not AIMS.intersection(ahead) else None


def _has_been_for(tokens: Tokens, i: int) -> bool:
    """ "Has been held for over four months": whatever is done to somebody since then."""
    k = i - 1
    while k > 0 and tokens.lows[k] in HEDGES:
        k -= 1
    return tokens.lows[max(k, 0)] == "for" and k > 2 and tokens.lows[k - 2] == "been" and tokens.lows[k - 3] in PERFECT


def _comes_after(tokens: Tokens, i: int, found: tuple[str, int, str]) -> Expression | None:
    """ "The raid comes less than a month after shells hit a school": of the shells, counted back from the raid."""
    k = i - 1
    while k > 0 and tokens.lows[k] in HEDGES:
        k -= 1
    if tokens.lows[max(k, 0)] not in COMES:
        return None
    unit, end, number = found
    less = "less" in tokens.lows[k:end]
    return i, end + 1, f"last:{unit}:{number}" if less else f"by:-{number}:{unit}:then"


def _hour(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """10 p.m., at dawn, in the morning: of the day told of"""
    hour = clock(tokens, i, stop) if tokens.lows[i][0].isdigit() else None
    if hour is not None:
        return i, hour[1], f"{hour[2]}:then"
    before, at = tokens.lows[i - 1] if i else "", i and tokens.lows[i - 1] in ("at", "by", "before", "after", "until")
    if tokens.lows[i] in DAYPARTS and (at or (before == "the" and tokens.lows[i - 2] in ("in", "during"))):
        return i, i + 1, f"{DAYPARTS[tokens.lows[i]]}:then"
    return None


def _every(tokens: Tokens, i: int, stop: int) -> Expression | None:
    if i + 1 >= stop:
        return None
    after = tokens.lows[i + 1]
    if after in UNITS:
        return i, i + 2, written(UNITS[after], "1")
    if after in DAYPARTS or after in WEEKDAYS:
        return i, i + 2, "P1D" if after in DAYPARTS else "P1W"
    found = amount(tokens, i + 1, stop)
    return (i, found[1], written(found[0], found[2])) if found is not None else None


def _compound(tokens: Tokens, i: int) -> Expression | None:
    """two-day, 14-day, day-long; not 14-year-old"""
    low = tokens.lows[i]
    if low.endswith("-old"):
        return None
    match = COMPOUND.match(low)
    if match is not None:
        number = match[1] if match[1].isdecimal() else _number(match[1])
        return (i, i + 1, written(match[2], number)) if number is not None else None
    long = LONG.match(low)
    return (i, i + 1, written(long[1], "few" if "s-" in low else "1")) if long is not None else None


def _stands_alone(tokens: Tokens, i: int, stop: int) -> bool:
    """ "for years", "the weeks before the attack", "days after": a bare plural that is a length of time."""
    before, after = tokens.lows[i - 1] if i else "", tokens.lows[i + 1] if i + 1 < stop else ""
    return before in BEFORE_BARE or after in BESIDE


def _number(word: str) -> str | None:
    value = ONES.get(word) or TENS.get(word)
    return str(value) if value is not None else None


def _length(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """three days, an hour, years; not "three years old", "5 days' pay" nor an age"""
    low = tokens.lows[i]
    if low in UNITS and not _stands_alone(tokens, i, stop):
        return None
    if low == "half" and tokens.lows[i + 1 : i + 3] == ["an", "hour"] and i + 3 <= stop:
        return i, i + 3, "PT30M"
    found = amount(tokens, i, stop)
    if (
        found is None
        or (found[1] < stop and tokens.lows[found[1]] == "old")
        or tokens.lows[i - 1] == "aged"
        or tokens.words[found[1] - 1][0].isupper()
    ):
        return None
    return i, found[1], written(found[0], found[2])
