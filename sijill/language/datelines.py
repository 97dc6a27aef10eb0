"""The day that a page prints in its own head: "AFP Wednesday 9 Jul 2031 ...", "Published May 12, 2031"."""

import re
from datetime import date

from sijill.language.dates import WEEKDAYS, read_time
from sijill.language.tokens import Tokens, tokenize

FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d\Z")
HEAD = 600
"""Code points of a text that are looked at."""

WITHIN = 60
"""Tokens in which a date in the head begins: two headlines and a caption."""

SAYS_SO = frozenset({"published", "updated", "posted"})


def printed_day(text: str) -> str | None:
    """The first full date of the head that stands by itself, as ISO; None where there is none.

    It opens the text or a line, follows "published", or bears the weekday that it really had: a date within a sentence
    ("the raid of 9 July 2031") is what is told, not when it was.
    """
    tokens = tokenize(text[:HEAD])
    for i in range(min(len(tokens.words), WITHIN)):
        time = read_time(tokens, i, len(tokens.words))
        if time is not None and FULL_DATE.match(time[2]) and _by_itself(tokens, time[0], time[1], time[2]):
            return time[2]
    return None


def _by_itself(tokens: Tokens, first: int, stop: int, value: str) -> bool:
    weekday = _weekday(tokens, first, stop)
    begins = weekday[0] if weekday else first
    opens = begins == 0 or "\n" in tokens.text[tokens.ends[begins - 1] : tokens.starts[begins]]
    before = range(max(0, begins - 2), begins)
    named = any(tokens.lows[k] in SAYS_SO for k in before)
    if weekday is not None and weekday[1] != date.fromisoformat(value).weekday():
        return False
    if named or (opens and weekday is not None):
        return True
    inside = begins > 0 and tokens.words[begins - 1][0].islower() and not opens
    return (opens or weekday is not None) and not inside and not _goes_on(tokens, stop)


def _weekday(tokens: Tokens, first: int, stop: int) -> tuple[int, int] | None:
    """(its token, its number) of the day of the week right before a date, or read as its first word."""
    for at in (first, first - 1, first - 2):
        if 0 <= at < stop and tokens.lows[at] in WEEKDAYS and all(w == "," for w in tokens.words[at + 1 : first]):
            return at, WEEKDAYS[tokens.lows[at]]
    return None


def _goes_on(tokens: Tokens, stop: int) -> bool:
    """ "9 July 2031, shelling ...", "9 July 2031 was a day of ...": the date belongs to what follows."""
    return stop < len(tokens.words) and (tokens.words[stop][0].islower() or tokens.words[stop] == ",")
