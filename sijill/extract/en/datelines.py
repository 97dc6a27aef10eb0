"""Datelines: where a page ran together its headline, agency and date ("... AFP Friday 20 Jun 2014 A car bomb
killed ...").

The date of such a line is the day of the page, not of what the next sentence tells; it is cut out and ends a sentence.
"""

import re

from sijill.language.dates import WEEKDAYS, read_time
from sijill.language.tokens import Tokens

FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d\Z")
NUMERIC = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}\b")
CLOCK = re.compile(r"\d{1,2}:\d\d\Z|\d{4}\Z")
WITHIN = 120
PREPOSITIONS = frozenset("on in since until from of by to before after between and".split())


def without_datelines(tokens: Tokens, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentence ranges, each cut in two around a dateline among the first words of the text."""
    found: list[tuple[int, int]] = []
    for first, stop in ranges:
        start = first
        if start >= WITHIN:
            found.append((start, stop))
            continue
        while (line := _dateline(tokens, start, stop)) is not None:
            if line[0] > start:
                found.append((start, line[0]))
            start = line[1]
        if start < stop:
            found.append((start, stop))
    return found


def _dateline(tokens: Tokens, start: int, stop: int) -> tuple[int, int] | None:
    numeric = NUMERIC.match(tokens.text, tokens.starts[start])
    if numeric is not None and start < 3:
        return start, next((k for k in range(start, stop) if tokens.starts[k] >= numeric.end()), stop)
    for i in range(start, min(stop, WITHIN)):
        time = read_time(tokens, i, stop)
        if time is None or not FULL_DATE.match(time[2]):
            continue
        lo, hi = time[0], time[1]
        if lo > start and tokens.lows[lo - 1] in WEEKDAYS:
            lo -= 1
        if lo > start and tokens.lows[lo - 1] in PREPOSITIONS | {","}:
            continue
        while hi < stop and (CLOCK.match(tokens.lows[hi]) or tokens.lows[hi] in ("utc", "gmt", "+", "|")):
            hi += 1
        if hi >= stop or tokens.words[hi][0].isupper() or tokens.words[hi][0] in '\u201c"0123456789':
            return lo, hi
    return None
