"""The day that a page prints in its own head: "AFP Wednesday 9 Jul 2031 ...", "Published May 12, 2031"."""

import re
from datetime import date
from enum import StrEnum

from sijill.language.dates import WEEKDAYS, read_time
from sijill.language.days import either_day
from sijill.language.tokens import Tokens, tokenize

FULL_DATE = re.compile(r"(?:either:.*|\d{4}-\d\d-\d\d)\Z")
PADDED = re.compile(r"(\d\d)[./-](\d\d)[./-]\d{4}(?!\w)")
"""A date in figures as a page that fills them up writes it; "6-09-2031" may have lost its first figure."""

IN_FIGURES = re.compile(r"\d\d[./-]\d\d[./-]\d{4}")
GLUED = re.compile(r"(?<=\d{4})(?=[A-Z][a-z])")
"""Where the next line was run into the year: "21.08.2031Share"."""

CLOCK = re.compile(r"\d{1,2}[:.]?\d\d\Z")
HALVES = frozenset("am pm gmt utc".split())
HEAD = 600
"""Code points of a text that are looked at."""

WITHIN = 60
"""Tokens in which a date in the head begins: two headlines and a caption."""

SAYS_SO = frozenset({"published", "updated", "posted"})
AGENCIES = frozenset("afp ap dpa reuters upi xinhua".split())
"""Names that a page prints between its headline and its date."""


class Order(StrEnum):
    """Which number comes first where a page writes a date in figures."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


def printed_day(text: str, order: Order | None = None) -> str | None:
    """The first full date of the head that stands by itself, as ISO; None where there is none.

    It opens the text or a line, follows "published", stands before an hour of the clock, or bears the weekday that it
    really had: a date within a sentence ("the raid of 9 July 2031") is what is told, not when it was.

    order   of the source: without it 03-04-2031 is no day
    """
    found = _printed(text)
    if found is None or not found[0].startswith("either:"):
        return found[0] if found is not None else None
    if order is None or PADDED.match(found[1]) is None:
        return None
    return either_day(found[0])[0 if order is Order.DAY_FIRST else 1]


def printed_days(text: str) -> tuple[str, ...]:
    """Both days that a printed date in figures may be: 03-04-2031."""
    found = _printed(text)
    return either_day(found[0]) if found is not None else ()


def printed_order(text: str) -> Order | None:
    """The order of the date that the head prints, where its figures leave only one: 24-08-2031."""
    found = _printed(text) if IN_FIGURES.search(text, 0, HEAD) else None
    figures = PADDED.match(found[1]) if found is not None else None
    if figures is None or found is None or found[0].startswith("either:") or figures[1] == figures[2]:
        return None
    return Order.DAY_FIRST if found[0].endswith(figures[1]) else Order.MONTH_FIRST


def _printed(text: str) -> tuple[str, str] | None:
    """The value and the words of the date that the head prints."""
    tokens = tokenize(GLUED.sub(" ", text[:HEAD]))
    for i in range(min(len(tokens.words), WITHIN)):
        time = read_time(tokens, i, len(tokens.words))
        if time is not None and FULL_DATE.match(time[2]) and _by_itself(tokens, time[0], time[1], time[2]):
            return time[2], tokens.quote(time[0], time[1])
    return None


def _by_itself(tokens: Tokens, first: int, stop: int, value: str) -> bool:
    weekday = _weekday(tokens, first, stop)
    begins = weekday[0] if weekday else first
    opens = begins == 0 or "\n" in tokens.text[tokens.ends[begins - 1] : tokens.starts[begins]]
    before = range(max(0, begins - 2), begins)
    named = any(tokens.lows[k] in SAYS_SO for k in before)
    days = either_day(value) or (value,)
    if weekday is not None and all(weekday[1] != date.fromisoformat(day).weekday() for day in days):
        return False
    if named or (weekday is not None and (opens or tokens.lows[begins - 1] in AGENCIES)):
        return True
    inside = begins > 0 and tokens.words[begins - 1][0].islower() and not opens
    own = opens or weekday is not None or _is_at_an_hour(tokens, stop)
    return own and not inside and not _goes_on(tokens, stop)


def _weekday(tokens: Tokens, first: int, stop: int) -> tuple[int, int] | None:
    """(its token, its number) of the day of the week right before a date, or read as its first word."""
    for at in (first, first - 1, first - 2):
        if 0 <= at < stop and tokens.lows[at] in WEEKDAYS and all(w == "," for w in tokens.words[at + 1 : first]):
            return at, WEEKDAYS[tokens.lows[at]]
    return None


def _goes_on(tokens: Tokens, stop: int) -> bool:
    """ "9 July 2031, shelling ...", "9 July 2031 was a day of ...": the date belongs to what follows, if that is no
    label ("title:").
    """
    follows = tokens.words[stop : stop + 2]
    return follows[1:] != [":"] and bool(follows) and (follows[0][0].islower() or follows[0] == ",")


def _is_at_an_hour(tokens: Tokens, stop: int) -> bool:
    """ "12-05-2031 0742 PM": when the page was made."""
    follows = tokens.lows[stop : stop + 2]
    return len(follows) > 1 and CLOCK.match(follows[0]) is not None and follows[1] in HALVES
