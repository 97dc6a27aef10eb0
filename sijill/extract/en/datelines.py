"""Datelines: where a page ran together its headline, agency and date ("... AFP Friday 20 Jun 2014 A car bomb
killed ..."), or its key words and its text.

The date of such a line is the day of the page, not of what the next sentence tells; it is cut out and ends a sentence.
"""

import re

from sijill.language.dates import WEEKDAYS, read_time
from sijill.language.numbers import TENS, UNITS
from sijill.language.tokens import Tokens

FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d\Z")
NUMERIC = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}\b")
YEAR_OR_FIGURES = re.compile(r"\d{4}|\d/\d")
"""One of these stands in every full date."""
DASHES = frozenset("-\u2013\u2014")
CLOCK = re.compile(r"\d{1,2}:\d\d\Z|\d{4}\Z")
OTHER_NEWS = "meanwhile"
WITHIN = 120
OPENS = frozenset("a an at in on the dozens hundreds several".split()) | frozenset(UNITS) | frozenset(TENS)
"""Words that begin a sentence."""
TAGS, MOST_TAGS = "Tags", 40
SHOUTED = 4
"""Letters of a town in capitals; fewer are the initials of somebody."""
PREPOSITIONS = frozenset("on in since until from of by to before after between and".split())


def cut(tokens: Tokens, span: tuple[int, int]) -> list[tuple[int, int]]:
    """A sentence, cut in two around a dateline among the first words of the text, and where "Meanwhile" opens another,
    its full stop lost."""
    return [part for each in _around_datelines(tokens, span) for part in _before_other_news(tokens, each)]


def _before_other_news(tokens: Tokens, span: tuple[int, int]) -> list[tuple[int, int]]:
    """ "... reported shot Meanwhile rebels took the town": a capital behind a plain word."""
    start, stop = span
    if OTHER_NEWS in tokens.lows[start + 1 : stop]:
        k = tokens.lows.index(OTHER_NEWS, start + 1)
        if tokens.words[k][0].isupper() and tokens.words[k - 1].islower():
            return [(start, k), (k, stop)]
    return [span]


def _around_datelines(tokens: Tokens, span: tuple[int, int]) -> list[tuple[int, int]]:
    """A sentence, cut in two around each dateline with which it begins."""
    found: list[tuple[int, int]] = []
    start, stop = span
    if start >= WITHIN:
        return [span]
    while start < stop and (line := _dateline(tokens, start, stop)) is not None:
        if line[0] > start:
            found.append((start, line[0]))
        elif _placed(tokens, start, stop) == line[1]:
            found.append(line)
        start = line[1]
    return [*found, (start, stop)] if start < stop else found


def _placed(tokens: Tokens, start: int, stop: int) -> int | None:
    """ "Port Quill, 12 May 2031 - ", "KESSA (Agency) - ": the token after the dash, if only names and a date stand
    before.
    """
    for k in range(start + 1, min(stop, start + 12)):
        if tokens.words[k] in DASHES and tokens.starts[k] > tokens.ends[k - 1]:
            before = range(start, k)
            capital = all(_is_of_dateline(tokens, i) for i in before)
            shouted = tokens.words[start].isupper() and len(tokens.words[start]) > 2
            dated = any(tokens.lows[i][:1].isdigit() for i in before)
            return k + 1 if capital and (dated or shouted or tokens.words[k - 1] == ")") else None
    return None


def _shouted(tokens: Tokens, start: int, stop: int) -> tuple[int, int] | None:
    """ "KESSA At least 12 people": the town before a sentence, where the dash between them was lost."""
    for i in range(start, min(stop, WITHIN) - 2):
        word, opens, then = tokens.words[i : i + 3]
        town = len(word) >= SHOUTED and word.isalpha() and word.isupper()
        if town and opens[0].isupper() and opens.lower() in OPENS and not then.isupper():
            return i, i + 1
    return None


def _tagged(tokens: Tokens, start: int, stop: int) -> tuple[int, int] | None:
    """ "... on Monday. Tags Kessa Red Column airstrikes A shell hit a market": key words, up to the article or number
    that opens the sentence behind them."""
    first = next((i for i in range(start, min(stop, WITHIN)) if tokens.words[i] == TAGS), None)
    if first is None or (first > start and tokens.words[first - 1][0].isupper()):
        return None
    ahead = range(first + 2, min(stop, first + MOST_TAGS))
    end = next((i for i in ahead if tokens.words[i][0].isupper() and tokens.lows[i] in OPENS), None)
    return None if end is None else (first, end)


def _is_of_dateline(tokens: Tokens, i: int) -> bool:
    word = tokens.words[i]
    return word[0].isupper() or word[0].isdigit() or word in ",()/."


def _dateline(tokens: Tokens, start: int, stop: int) -> tuple[int, int] | None:
    placed = _placed(tokens, start, stop)
    if placed is not None:
        return start, placed
    other = _shouted(tokens, start, stop) or _tagged(tokens, start, stop)
    if other is not None:
        return other
    numeric = NUMERIC.match(tokens.text, tokens.starts[start])
    if numeric is not None and start < 3:
        return start, next((k for k in range(start, stop) if tokens.starts[k] >= numeric.end()), stop)
    written = YEAR_OR_FIGURES.search(tokens.text, tokens.starts[start], tokens.ends[stop - 1])
    for i in range(start, min(stop, WITHIN)) if written else ():
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
