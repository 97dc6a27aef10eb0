"""Expressions of time as English says them, each with a value in a small language that `days.anchor` understands.

2014-08-17  2014-08  2014  199X   as said; also 2014-Q3, 2014-H1, and 2014-11-thu4 for a feast on a fourth Thursday
--h10-01x3  2014-h10-01x3         three days from one of the Islamic calendar, a feast; --h10-02, its second day
--08  --08-17                     no year said: the latest that is not after publication
2014-08-14/2014-08-16             both ends said
either:2014-03-04|2014-04-03      3/4/2014: a doubt, unless publication rules one of them out
weekday-1                         Tuesday (Monday is 0): the latest that is not after publication
day-0  month-0  weekend-0         today, this month, the weekend
day-1  week-1  month-1  year+1    yesterday, last week, last month, next year
past:V  coming:V                  "last Friday", "next May"; "on Friday" where a word of the clause says it is to come
last:day:3   next:day:3           the past three days, the next three
lasting:day:3                     "in three days", "three days of clashes": up to the report, beside no other time
ago:week:3   ago:week:few         three weeks ago; weeks ago
early:V  mid:V  late:V  rest:V    a part of V
first-week:--07  last-week:--07   a week of a month
earlier:week-0                    earlier this week: on its first day, the week before
morning:V  night:V                a part of the day V
since:V  after:V                  from V to publication
before:V  until:V                 up to V, start not known
season:summer-0  season:2014-summer
in:year-1:--03                    March last year
whole:week:V                      the week of V
by:-1:day:V                       the day before V
to:2:day:V                        "on Monday after two days of shelling": the days up to V, and V
from:7:day:V                      "in the days after it fell on Monday": V, and the days from it
reported:V                        told as news on the day V, without a time: then or on the day before
among:V                           told without a time among the news of the day V: then
then                              "that day": the time told of before, which `told` puts in; without one, no day
"""

import re

from sijill.language.days import with_then
from sijill.language.en.calendar import (
    YEAR,
    Expression,
    decade,
    feast,
    iso,
    month,
    month_range,
    numeric,
    quarter,
    season,
    year,
)  # fmt: skip
from sijill.language.en.clock import after_the_date, before_the_date
from sijill.language.en.lasting import read_lasting, read_throughout
from sijill.language.en.onward import counted_back, fought_before, gone_on
from sijill.language.en.relative import ago, named_day, near, told, weekday, weekend
from sijill.language.en.tense import turned
from sijill.language.en.timewords import (
    BEGAN,
    BOUND,
    DASHES,
    DAYPARTS,
    DECADES,
    FEASTS,
    LAST,
    MONTHS,
    NEXT,
    ORDINALS,
    PARTS,
    SEASONS,
    TODAY,
    UNITS,
    WEEKDAYS,
)  # fmt: skip
from sijill.language.tokens import Tokens

__all__ = ["MONTHS", "WEEKDAYS", "YEAR", "Expression", "all_times", "read_time", "read_times"]
OPENS = frozenset(
    "this that the in a an over during between recent earlier later fiscal same overnight tomorrow".split()
)
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve several few some about around nearly almost more"
    " less fewer just at only some up dozens".split()
)
STARTS = (
    frozenset(MONTHS) | frozenset(WEEKDAYS) | LAST | NEXT | TODAY | frozenset(PARTS) | frozenset(BOUND)
    | frozenset(SEASONS) | frozenset(DAYPARTS) | frozenset(UNITS) | OPENS | NUMBERS | frozenset(ORDINALS)
    | frozenset(f"{word}s" for word in WEEKDAYS if word.endswith("day"))
    | frozenset(words[0] for words in FEASTS) | frozenset({"yesterday", "'", "\u2019", "early", "late"})
)  # fmt: skip
WEAK = (
    frozenset("in a an the over during between from this that earlier later at some about around same".split())
    | NUMBERS | frozenset(ORDINALS)
)  # fmt: skip
TIMES = (
    frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(UNITS) | frozenset(SEASONS) | frozenset(PARTS) | LAST | NEXT
    | frozenset(DAYPARTS) | TODAY | frozenset(DECADES)
    | frozenset({"this", "yesterday", "weekend", "half", "'", "\u2019"})
    | frozenset(str(number) for number in range(1800, 2100)) | frozenset(f"{number}0s" for number in range(180, 210))
)  # fmt: skip
"""Words of time, one of which must follow soon after a word that may begin many other things."""
IN_WORDS = (weekend, quarter, decade, month_range, feast, weekday, named_day, told, near, ago, year, season)
IN_FIGURES = (iso, numeric, *IN_WORDS)
"""Readers in the order in which they are asked of a token that is a word, and of one that begins with a figure."""
TURNS = {"last": "-1", "this": "-0", "next": "+1"}
OUTER = {(turn, unit): f"{unit}{steps}" for turn, steps in TURNS.items() for unit in ("year", "week")}
DATED = (
    "weekday-",
    "day",
    "--",
    "by:",
    "1",
    "2",
    "past:",
    "coming:",
    "morning:",
    "afternoon:",
    "evening:",
    "night:",
    "in:",
)
SINCE_REACH = 8
HELD = frozenset("prayer prayers mass service services".split())
"""After Friday prayers is still on Friday."""
TO = frozenset("and to until through or".split())
WEEKS = {"last": "last", "final": "last", "opening": "first"}
"""Words for the weeks of a month beside "first", "second"."""
WEEK_OF = ("first", "second", "third", "fourth")
A_MONTH = re.compile(r"(?:-|\d{4})-\d\d\Z")


def read_time(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """(start, end, value) of the expression that begins at token i, or None. Tokens [start, end)."""
    low = tokens.lows[i]
    if low not in STARTS and not low[0].isdigit() and "-" not in low[1:]:
        return None
    if low in WEAK and TIMES.isdisjoint(tokens.lows[i + 1 : i + 7]):
        return None
    if low in ("between", "from"):
        both = _both_ends(tokens, i, stop)
        if both is not None or low == "between":
            return both
    if low in BOUND:
        return _bounded(tokens, i, stop)
    return _whole(tokens, i, stop)


def read_times(tokens: Tokens, start: int, stop: int) -> list[Expression]:
    """Expressions that date something, left to right, none overlapping; `coming:` where the clause says so."""
    times: list[Expression] = []
    i, lows = start, tokens.lows
    lasting = not UNITS.keys().isdisjoint(lows[start:stop])
    while i < stop:
        low = lows[i]
        time = None
        if low in STARTS or low[0].isdigit() or "-" in low[1:]:
            time = read_time(tokens, i, stop)
            if time is None and (lasting or "-" in low):
                time = counted_back(tokens, i, stop, times) or read_throughout(tokens, i, stop)
        if time is None:
            i += 1
        else:
            time = gone_on(tokens, turned(tokens, time, start, stop), stop, read_time)
            times.append(fought_before(tokens, time, times))
            i = time[1]
    return times


def all_times(tokens: Tokens, ranges: list[tuple[int, int]]) -> list[Expression]:
    """Every expression of time of a text, also how long and how often ("P3D"); "that day" is the day told of last."""
    found, then = [], None
    for start, stop in ranges:
        i = start
        while i < stop:
            time = read_time(tokens, i, stop)
            time = turned(tokens, time, start, stop) if time is not None else read_lasting(tokens, i, stop)
            if time is None:
                i += 1
                continue
            value = with_then(time[2], then)
            then = value if value.startswith(DATED) and "then" not in value and "/" not in value else then
            found += _each_end(tokens, (time[0], time[1], value))
            i = time[1]
    return found


def _each_end(tokens: Tokens, time: Expression) -> list[Expression]:
    """Both ends of "14 to 16 August" as times of their own."""
    start, end, value = time
    first, _, last = value.partition("/")
    middle = next((k for k in range(end - 2, start, -1) if tokens.lows[k] in TO or tokens.lows[k] in DASHES), None)
    if not last or ":" in value or middle is None:
        return [time]
    start += 1 if tokens.lows[start] in ("between", "from") else 0
    return [(start, middle, first), (middle + 1, end, last)]


def _both_ends(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """between December and February; from 14 March to 2 April."""
    first = _inner(tokens, i + 1, stop)
    if first is not None and "/" in first[2]:
        return first
    if first is None or first[1] >= stop or tokens.lows[first[1]] not in ("and", "to", "until", "through", *DASHES):
        return None
    second = _inner(tokens, first[1] + 1, stop)
    if second is not None and first[2].startswith("--") and YEAR.match(second[2][:4]):
        first = (first[0], first[1], second[2][:4] + first[2][1:])
    plain = second is not None and ":" not in first[2] + second[2] and "/" not in first[2] + second[2]
    return (i, second[1], f"{first[2]}/{second[2]}") if second is not None and plain else None


def _bounded(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """since Monday, until 5 May, after 2013; "since the war began in 2019"."""
    low = tokens.lows[i]
    inner = _whole(tokens, i + 1, stop) if i + 1 < stop else None
    if inner is None and low == "since":
        inner = _since_it_began(tokens, i + 1, stop)
    if inner is None or low == "from":
        return None
    if inner[2].startswith("weekday-") and inner[1] < stop and tokens.lows[inner[1]] in HELD:
        return inner
    if inner[2].startswith(("since:", "after:", "before:", "until:", "last:", "next:")) or "/" in inner[2]:
        return (i, inner[1], f"since:{inner[2]}") if low == "since" and "/" not in inner[2] else inner
    return i, inner[1], f"{BOUND[low]}:{inner[2]}"


def _since_it_began(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """The time in "the war began in 2019", "the start of the war in March 2011"."""
    reach = tokens.lows[i : min(stop, i + SINCE_REACH)]
    if BEGAN.isdisjoint(reach):
        return None
    for k in range(i + 1, min(stop, i + SINCE_REACH)):
        if tokens.lows[k] in ("in", "on") and k + 1 < stop:
            return _inner(tokens, k + 1, stop) or _inner(tokens, k, stop)
        if tokens.lows[k] in (",", ";", "and", "but"):
            return None
    return None


def _whole(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """An expression with the part of the day or the year that stands around it."""
    before = before_the_date(tokens, i, stop)
    if before is not None:
        inner = _inner(tokens, before[0], stop)
        if inner is None or inner[2].startswith(("last:", "next:", "ago:")):
            return None
        return i, inner[1], f"{before[1]}:{inner[2]}" if before[1] else inner[2]
    found = _inner(tokens, i, stop)
    return _in_its_year(tokens, after_the_date(tokens, found, stop), stop) if found is not None else None


def _in_its_year(tokens: Tokens, time: Expression, stop: int) -> Expression:
    """March last year, Tuesday of last week"""
    start, end, value = time
    if not value.startswith(("--", "weekday-")) or "/" in value:
        return time
    k = end + 1 if end < stop and tokens.lows[end] == "of" else end
    outer = OUTER.get((tokens.lows[k], tokens.lows[k + 1])) if k + 1 < stop else None
    fits = outer is not None and outer.startswith("week") == value.startswith("weekday-")
    return (start, k + 2, f"in:{outer}:{value}") if fits else time


def _inner(tokens: Tokens, i: int, stop: int) -> Expression | None:
    if i >= stop:
        return None
    part = _part(tokens, i, stop)
    if part is not None:
        return part
    for reader in IN_FIGURES if tokens.lows[i][0].isdigit() else IN_WORDS:
        found: Expression | None = reader(tokens, i, stop)
        if found is not None:
            return found
    return None


def _part(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """early March, mid-September, the end of the year, late on Friday"""
    low = tokens.lows[i]
    head, _, rest = low.partition("-")
    if head in ("pre", "post") and YEAR.match(rest):
        return i, i + 1, f"{'before' if head == 'pre' else 'after'}:{rest}"
    if head in ("mid", "early", "late") and rest in MONTHS:
        following = tokens.lows[i + 1] if i + 1 < stop else ""
        end = i + 2 if YEAR.match(following) else i + 1
        return i, end, f"{head}:{following if end > i + 1 else '-'}-{MONTHS[rest]:02d}"
    if head in ("mid", "early", "late") and (YEAR.match(rest) or rest in SEASONS):
        return (i, i + 1, f"{head}:{rest}") if YEAR.match(rest) else None
    j = i + 1 if low == "the" else i
    week = j + 2 if low in ("in", "during", "over") else j
    if week + 2 < stop and tokens.lows[week + 1] == "week":
        return _week_of_a_month(tokens, i, week, stop)
    if j >= stop or tokens.lows[j] not in PARTS:
        return None
    k = j + 1
    while k < stop and tokens.lows[k] in ("of", "the", "-", "on", "in"):
        k += 1
    inner = _inner(tokens, k, stop) if k < stop else None
    if inner is None or inner[2].startswith(("early", "mid", "late", "last:", "next:", "ago:", "by:")):
        return None
    return i, inner[1], f"{PARTS[tokens.lows[j]]}:{inner[2]}"


def _week_of_a_month(tokens: Tokens, i: int, j: int, stop: int) -> Expression | None:
    """ "The first week of July", "in the last week of March 2030", from token i; token j says which."""
    which = tokens.lows[j]
    if (which not in WEEKS and which not in ORDINALS) or tokens.lows[j + 2] not in ("of", "in"):
        return None
    inner = month(tokens, j + 3, stop) if j + 3 < stop else None
    if inner is None or not A_MONTH.match(inner[2]):
        return None
    inner = _in_its_year(tokens, inner, stop)
    return i, inner[1], f"{WEEKS.get(which) or WEEK_OF[ORDINALS[which] - 1]}-week:{inner[2]}"
