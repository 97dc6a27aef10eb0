"""Whether a time that may be either is told as still to come: only where a word of the same clause says so."""

from sijill.language.en.calendar import Expression
from sijill.language.en.timewords import FUTURE, INTENDED
from sijill.language.tokens import Tokens

REACH = 14
CUTS = frozenset("who which whose where when while after before because although ; : . said says but".split())
OPEN = ("weekday-", "--")
"""Values that may lie on either side of the day of the report."""
AROUND = frozenset(
    ["", "morning", "afternoon", "evening", "night", "early", "mid", "late", "until", "before", "whole:week"]
)
"""What such a value may stand in."""
TO_BE = frozenset("is are be".split())


def turned(tokens: Tokens, time: Expression, start: int, stop: int) -> Expression:
    """The time as it is, or with `coming:` before its value."""
    part, _, value = time[2].rpartition(":")
    if not value.startswith(OPEN) or "/" in value or part not in AROUND:
        return time
    lead = f"{part}:" if part else ""
    if _behind(tokens, time, start) or _ahead(tokens, time, start, stop):
        return time[0], time[1], f"{lead}coming:{value}"
    by = part in ("until", "before", "whole:week") or (time[0] > start and tokens.lows[time[0] - 1] in ("by", "for"))
    return (time[0], time[1], f"{lead}nearest:{value}") if by and value.count("-") == 3 else time


def _behind(tokens: Tokens, time: Expression, start: int) -> bool:
    """A word of the future before the time, in its clause."""
    for k in range(time[0] - 1, max(start, time[0] - REACH) - 1, -1):
        low = tokens.lows[k]
        if low in CUTS:
            return False
        if low in FUTURE or (low in INTENDED and tokens.lows[k + 1] == "to"):
            return True
        if low == "to" and tokens.lows[k - 1] in TO_BE and k > start:
            return True
        if low == "as" and tokens.lows[k + 1] in ("soon", "early") and k == time[0] - 3:
            return True
    return False


def _ahead(tokens: Tokens, time: Expression, start: int, stop: int) -> bool:
    """ "On Friday, the council will meet": the first verb after a time that begins its sentence."""
    if time[0] > start + 2:
        return False
    for k in range(time[1], min(stop, time[1] + REACH)):
        low = tokens.lows[k]
        if low in FUTURE:
            return True
        if low in CUTS or low.endswith("ed") or low in ("was", "were", "had", "has", "have"):
            return False
    return False
