"""What goes on into another day: "from Monday and lasted into Tuesday", "late Monday and early Tuesday"."""

import re
from collections.abc import Callable, Sequence

from sijill.language.en.calendar import Expression
from sijill.language.en.timewords import GOES_ON
from sijill.language.tokens import Tokens

PART = r"(?:early|late|morning|afternoon|evening|night|T\d\d:\d\d):"
DAY = re.compile(rf"(?:{PART})?(weekday-\d|day-\d|(?:-|\d{{4}})-\d\d-\d\d)\Z")
"""A day, with the part of it that is told."""
LENGTH = re.compile(r"lasting:(day|week):(\w+)\Z")
AT_MOST = {"day": "7", "week": "4"}
"""What is longer than these many is said in weeks or months."""
AUXILIARIES = frozenset("was were is are has have had been then still".split())
INTO = frozenset("into through until till to".split())
LONGEST = 5
"""Tokens between the two days: "and was still raging on"."""
Reader = Callable[[Tokens, int, int], Expression | None]


def gone_on(tokens: Tokens, time: Expression, stop: int, read: Reader) -> Expression:
    """The time, to the day until which the words say that it went on. read: the time that begins at a token."""
    first = DAY.match(time[2])
    if first is None or time[1] >= stop:
        return time
    night = _night(tokens, time[1] + 1, stop) if tokens.lows[time[1]] == "and" else 0
    if night:
        return time[0], night, f"{first[1]}/by:1:day:{first[1]}"
    k = _goes_on(tokens, time[1], stop)
    after = read(tokens, k, stop) if k is not None and k < stop else None
    last = DAY.match(after[2]) if after is not None else None
    if after is None or last is None or first[1] == last[1]:
        return time
    only_and = k == time[1] + 1 and tokens.lows[time[1]] == "and"
    two = only_and and ":" not in time[2] + after[2]
    return time if two else (time[0], after[1], f"{first[1]}/{last[1]}")


def fought_before(tokens: Tokens, time: Expression, before: Sequence[Expression]) -> Expression:
    """ "On Monday, after four days of shelling", "after days of fighting": the fight lasted up to that day.

    before   the times of the words before, in their order
    """
    length = LENGTH.match(time[2])
    day = DAY.match(before[-1][2]) if length is not None and before and tokens.lows[time[0] - 1] == "after" else None
    if length is None or day is None:
        return time
    number = length[2] if length[2].isdecimal() else AT_MOST[length[1]]
    return time[0], time[1], f"to:{number}:{length[1]}:{day[1]}"


def _night(tokens: Tokens, k: int, stop: int) -> int:
    """The token after "overnight" or "during the night"; 0 where neither stands at token k."""
    if k < stop and tokens.lows[k] == "overnight":
        return k + 1
    night = k + 2 < stop and tokens.lows[k : k + 3] in (["during", "the", "night"], ["through", "the", "night"])
    return k + 3 if night else 0


def _goes_on(tokens: Tokens, k: int, stop: int) -> int | None:
    """The token behind "and", "and into", "and continued into", "and was raging on"."""
    joined = tokens.lows[k] in ("and", ",")
    at = k + 1 if joined else k
    end = min(stop, at + LONGEST)
    while at < end and tokens.lows[at] in AUXILIARIES:
        at += 1
    goes = at < end and tokens.lows[at] in GOES_ON
    at += 1 if goes else 0
    if at < end and (tokens.lows[at] in INTO or (goes and tokens.lows[at] in ("on", "throughout"))):
        return at + 1
    return at if goes or (joined and at == k + 1 and tokens.lows[k] == "and") else None
