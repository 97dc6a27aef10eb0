"""What goes on into another day: "from Monday and lasted into Tuesday", "late Monday and early Tuesday"."""

import re
from collections.abc import Callable, Sequence

from sijill.language.en.calendar import Expression
from sijill.language.en.relative import CLOSES, amount
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
BREAKS = frozenset("; : .".split())
BEFORE_IT = 10
"""Tokens from a day to "two days after": who said it, whom it harmed."""
SAID = frozenset("said says say saying told reported announced stated added confirmed declared claimed warned".split())
"""Beside a day: it may be that of speaking, not that of the deed."""
SPOKEN = 3
"""Tokens from a verb of speech to its day: "told reporters on Monday"."""
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


def counted_back(tokens: Tokens, i: int, stop: int, before: Sequence[Expression]) -> Expression | None:
    """ "On Friday, two days after gunmen took them": of the clause that follows, counted back from that day.

    before   the times of the words before, in their order
    """
    last = before[-1] if before else None
    day = DAY.match(last[2]) if last is not None else None
    if last is None or day is None or i - last[1] > BEFORE_IT or not BREAKS.isdisjoint(tokens.lows[last[1] : i]):
        return None
    found = amount(tokens, i, stop)
    if found is None or not found[2].isdecimal() or found[0] not in AT_MOST or found[1] + 1 >= stop:
        return None
    opens = tokens.lows[found[1]] == "after" and tokens.lows[found[1] + 1] not in CLOSES
    told = f"until:{day[1]}" if _spoken(tokens, last, i) else day[1]
    return (i, found[1] + 1, f"by:-{found[2]}:{found[0]}:{told}") if opens else None


def _spoken(tokens: Tokens, day: Expression, i: int) -> bool:
    """ "Said on Monday" and no comma, "on Monday the mayor said": the deed before token i was then or earlier, and
    nothing can be counted from it.
    """
    if tokens.lows[i - 1] == ",":
        return False
    first = day[0] - 1 if day[0] and tokens.lows[day[0] - 1] == "on" else day[0]
    opens = first == 0 or tokens.lows[first - 1] in BREAKS
    said = (k for k in range(max(0, day[0] - SPOKEN), i - 1 if opens else day[0]) if tokens.lows[k] in SAID)
    return any(tokens.lows[k + 1] != "," for k in said)


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
