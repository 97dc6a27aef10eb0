"""Times told from the day of the report, or from the time that was told of before.

Each reader takes (tokens, i, stop) and returns (start, end, value) of what begins at token i, or None.
"""

from sijill.language.en.calendar import Expression, capital, day_of_month, month, weekday_name
from sijill.language.en.timewords import DAYPARTS, LAST, MONTHS, NEXT, SEASONS, TODAY, UNITS, WEEKDAYS
from sijill.language.numbers import read_count
from sijill.language.tokens import Tokens

CLOSES = frozenset(". , ; : ! ? ) and but when as in at on near \" \u201d \u2019 ''".split())
"""What may follow "the day before" when nothing is named that it was before."""
JOINS = frozenset("and but while whereas".split())
PLURALS = frozenset(word for word in UNITS if word.endswith("s"))
LEANS = {"later": "rest", "earlier": "earlier"}
EVERY = frozenset("on every of most many these those some and or to".split())
"""Before "Tuesdays" that come again and again."""
NO_NOUNS = frozenset(
    "and or but are were is was have had will would can at in on from to by with for of when while as after before"
    " that which who the a an and since until during only".split()
)
SINGLE = frozenset("day week month year decade fortnight quarter weekend".split())


def weekday(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """Tuesday, last Friday, next Monday, Friday, Oct. 23, Monday and Tuesday, Tuesday last week"""
    turn = tokens.lows[i] if tokens.lows[i] in ("last", "this", "next", "past", "coming") else ""
    j = i + 1 if turn else i
    day = weekday_name(tokens, j) if j < stop else None
    if day is None:
        return _of_the_day(tokens, i, stop)
    value, end = f"weekday-{day}", j + 1
    if end < stop and tokens.lows[end] == "." and len(tokens.lows[j]) <= 5 and tokens.starts[end] == tokens.ends[j]:
        end += 1 if end + 1 < stop and tokens.words[end + 1][0] in "JFMASOND0123456789" else 0
    dated = _dated(tokens, end, stop)
    if dated is not None:
        return i, dated[1], f"on:{day}:{dated[2]}" if dated[2].startswith("--") else dated[2]
    if end + 1 < stop and tokens.lows[end] in ("and", "to", "through") and not turn:
        other = weekday_name(tokens, end + 1)
        if other is not None and _free(tokens, end + 1, stop):
            return i, end + 2, f"{value}/weekday-{other}"
    return i, end, _turned(turn, value)


def _of_the_day(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """ "Tuesdays assault": Tuesday's, where the apostrophe was lost; not "on Tuesdays", "Tuesdays are busy"."""
    low = tokens.lows[i]
    if low[-3:] != "ays" or low[:-1] not in WEEKDAYS or not capital(tokens, i) or i + 1 >= stop:
        return None
    follows = tokens.words[i + 1]
    repeated = i > 0 and tokens.lows[i - 1] in EVERY
    noun = follows.isalpha() and follows.islower() and tokens.lows[i + 1] not in NO_NOUNS
    return (i, i + 1, f"weekday-{WEEKDAYS[low[:-1]]}") if noun and not repeated else None


def _free(tokens: Tokens, j: int, stop: int) -> bool:
    """Does no date of its own follow the second weekday?"""
    return _dated(tokens, j + 1, stop) is None


def _dated(tokens: Tokens, end: int, stop: int) -> Expression | None:
    """The date after a weekday: "Friday, 12 May", "Friday the 12th of May", "Friday (May 12)"."""
    k = end + 1 if end < stop and tokens.lows[end] in (",", "(") else end
    dated = (month(tokens, k, stop) or day_of_month(tokens, k, stop)) if k < stop else None
    if dated is None or "/" in dated[2] or len(dated[2]) < 7:
        return None
    closed = k > end and tokens.lows[end] == "(" and dated[1] < stop and tokens.lows[dated[1]] == ")"
    return (dated[0], dated[1] + 1, dated[2]) if closed else dated


def _turned(turn: str, value: str) -> str:
    if turn in ("last", "past", "previous"):
        return f"past:{value}"
    return f"coming:{value}" if turn in ("next", "coming") else value


def named_day(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """yesterday, tonight, the day before yesterday, tomorrow, overnight"""
    low = tokens.lows[i]
    if low == "the" and tokens.lows[i + 1 : i + 4] == ["day", "before", "yesterday"] and i + 4 <= stop:
        return i, i + 4, "day-2"
    if low == "the" and tokens.lows[i + 1 : i + 4] == ["day", "after", "tomorrow"] and i + 4 <= stop:
        return i, i + 4, "day+2"
    if low in TODAY:
        return i, i + 1, "day-0" if low == "today" else "night:day-0"
    if low == "overnight":
        return _overnight(tokens, i, stop)
    return (i, i + 1, {"yesterday": "day-1", "tomorrow": "day+1"}[low]) if low in ("yesterday", "tomorrow") else None


def _overnight(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """overnight: the night before the report; "overnight on Friday"."""
    after = tokens.lows[i + 1] if i + 1 < stop else ""
    j = i + 2 if after in ("on", "from", "into") else i + 1
    if j < stop:
        inner = weekday(tokens, j, stop) or day_of_month(tokens, j, stop) or month(tokens, j, stop)
        if inner is not None:
            return i, inner[1], inner[2]
    adjective = after.isalpha() and after.endswith(("raid", "raids", "curfew", "stay", "train", "bus", "flight"))
    return None if adjective else (i, i + 1, "day-1/day-0")


def near(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """last month, this week, next year, the past three days, over the last 24 hours, earlier this month, last summer"""
    j, lean = i, ""
    if tokens.lows[j] in ("over", "during", "in", "within", "earlier", "later", "the") and j + 1 < stop:
        lean, j = tokens.lows[j], j + 1
    definite = tokens.lows[j] == "the" or lean == "the"
    if tokens.lows[j] == "the" and j + 1 < stop:
        j += 1
    turn = tokens.lows[j]
    if j + 1 >= stop or (turn not in LAST and turn not in NEXT and turn not in ("this", "recent")):
        return None
    if turn == "recent" or tokens.lows[j + 1] in ("few", "several", "couple") or tokens.lows[j + 1] in PLURALS:
        return _vaguely(tokens, i, j, stop)
    dated = month(tokens, j + 1, stop) if turn in ("last", "next") and tokens.lows[j + 1] in MONTHS else None
    if dated is not None and dated[2].startswith("--") and dated[2].count("-") == 3:
        return i, dated[1], _turned(turn, dated[2])
    named = _named_after(tokens, j, turn, lean, definite=definite)
    if named is not None:
        return i, j + 2, named
    if turn == "this":
        return None
    count = read_count(tokens, j + 1, stop)
    if count is None or count.end >= stop or tokens.lows[count.end] not in UNITS:
        return None
    side = "next" if turn in NEXT else "last"
    return i, count.end + 1, _lasting(side, count.number, UNITS[tokens.lows[count.end]])


def _vaguely(tokens: Tokens, i: int, j: int, stop: int) -> Expression | None:
    """in recent days, the last few weeks, the past couple of months"""
    k = j + 1 if tokens.lows[j] == "recent" or tokens.lows[j + 1] in PLURALS else j + 2
    k += 1 if k < stop and tokens.lows[k] == "of" else 0
    if k >= stop or tokens.lows[k] not in UNITS or not tokens.lows[k].endswith("s"):
        return None
    side = "next" if tokens.lows[j] in NEXT else "last"
    return i, k + 1, f"{side}:{UNITS[tokens.lows[k]]}:few"


def _named_after(tokens: Tokens, j: int, turn: str, lean: str, *, definite: bool) -> str | None:
    """The value of "last week", "this morning", "next May" with the turn at token j."""
    following = tokens.lows[j + 1]
    steps = -1 if turn in LAST else 1 if turn in NEXT else 0
    if following in DAYPARTS:
        return _daypart_near(turn, following, definite=definite)
    if following in MONTHS and turn not in ("past", "following", "previous"):
        return _turned(turn, f"--{MONTHS[following]:02d}") if tokens.words[j + 1][0].isupper() else None
    if following in SEASONS:
        return f"season:{SEASONS[following]}{'+' if steps > 0 else '-'}{abs(steps)}"
    if following not in SINGLE:
        return None
    if turn == "past":
        return f"last:{following}:1"
    if turn in ("following", "previous") or (following == "day" and (definite or turn == "next")):
        return None
    if following == "day" and turn in ("this", "last"):
        return None
    value = f"{following}{'+' if steps > 0 else '-'}{abs(steps)}"
    return f"{LEANS[lean]}:{value}" if lean in LEANS and not steps else value


def _daypart_near(turn: str, daypart: str, *, definite: bool) -> str | None:
    if turn == "this":
        return f"{DAYPARTS[daypart]}:day-0"
    return f"{DAYPARTS[daypart]}:day-1" if turn == "last" and not definite else None


def _lasting(side: str, number: int | None, unit: str) -> str:
    return f"{side}:{unit}:{number or 'few'}"


def ago(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """three weeks ago, two days earlier, a year ago, more than a decade ago, several weeks later, days ago"""
    found = amount(tokens, i, stop)
    if found is None or found[1] >= stop:
        return None
    unit, number, end = found[0], found[2], found[1]
    turn = tokens.lows[end]
    if turn == "ago":
        return i, end + 1, f"ago:{unit}:{number}"
    if turn in ("earlier", "later") or (turn in ("before", "after") and _closed(tokens, end + 1, stop)):
        sign = "-" if turn in ("earlier", "before") else ""
        return (i, end + 1, f"by:{sign}{number}:{unit}:then") if number.isdecimal() else None
    if turn in ("before", "after", "from") and end + 1 < stop:
        inner = weekday(tokens, end + 1, stop) or day_of_month(tokens, end + 1, stop) or month(tokens, end + 1, stop)
        back = "-" if turn == "before" else ""
        if inner is not None and number.isdecimal() and "/" not in inner[2] and ":" not in inner[2]:
            return i, inner[1], f"by:{back}{number}:{unit}:{inner[2]}"
    return None


def amount(tokens: Tokens, i: int, stop: int) -> tuple[str, int, str] | None:
    """(unit, end, number) of "three weeks", "a year", "several days": number is "few" where it is not told."""
    if UNITS.keys().isdisjoint(tokens.lows[i:stop]):
        return None
    low = tokens.lows[i]
    if low in UNITS and low.endswith("s"):
        return UNITS[low], i + 1, "few"
    if low in ("a", "an", "one") and i + 1 < stop and tokens.lows[i + 1] in UNITS:
        return UNITS[tokens.lows[i + 1]], i + 2, "1"
    count = read_count(tokens, i, stop)
    if count is None and low in ("about", "around", "over", "nearly", "almost", "than") and i + 2 < stop:
        return None
    if count is None:
        return None
    k = count.end + 1 if count.end < stop and tokens.lows[count.end] in ("more", "full", "long") else count.end
    hedged = k == count.end and k + 1 < stop and count.number is None and tokens.lows[k] in ("a", "an")
    k += 1 if hedged else 0
    if k >= stop or tokens.lows[k] not in UNITS or count.upper is not None:
        return None
    number = "1" if hedged else str(count.number) if count.number is not None else "few"
    return UNITS[tokens.lows[k]], k + 1, number


def _closed(tokens: Tokens, k: int, stop: int) -> bool:
    return k >= stop or tokens.lows[k] in CLOSES


def told(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """Times that lean on the one told of before: that day, the same night, the following week, the day before, earlier
    in the day"""
    lean = 1 if tokens.lows[i] in ("earlier", "later") else 0
    j = i + lean
    if j + 1 >= stop:
        return None
    if lean and tokens.lows[j : j + 3] == ["in", "the", "day"] and j + 3 <= stop:
        return i, j + 3, "then"
    low, j = tokens.lows[j], j + 1
    if low not in ("that", "the"):
        return None
    turn = tokens.lows[j]
    if low == "that" and turn == "same" and j + 1 < stop:
        j, turn = j + 1, tokens.lows[j + 1]
    if low == "that" or (turn == "same" and j + 1 < stop):
        k = j + 1 if turn == "same" else j
        return _same(tokens, i, k, stop)
    if turn in ("next", "following", "previous", "preceding") and j + 1 < stop:
        return _stepped(tokens, i, j, -1 if turn in ("previous", "preceding") else 1)
    if turn in SINGLE and j + 1 < stop and tokens.lows[j + 1] in ("before", "after"):
        return _beside(tokens, i, j, stop)
    return None


def _same(tokens: Tokens, i: int, k: int, stop: int) -> Expression | None:
    word = tokens.lows[k] if k < stop else ""
    if word in DAYPARTS:
        return i, k + 1, f"{DAYPARTS[word]}:then"
    if word not in ("day", "week", "month", "year", "weekend"):
        return None
    return i, k + 1, "then" if word == "day" else f"whole:{word}:then"


def _stepped(tokens: Tokens, i: int, j: int, step: int) -> Expression | None:
    """the next morning, the following week"""
    word, plural = tokens.lows[j + 1], tokens.lows[j] == "next"
    if word in DAYPARTS:
        return i, j + 2, f"{DAYPARTS[word]}:by:{step}:day:then"
    if word not in ("day", "week", "month", "year") or (plural and word != "day"):
        return None
    return i, j + 2, f"by:{step}:{word}:then"


def _beside(tokens: Tokens, i: int, j: int, stop: int) -> Expression | None:
    """the day before, the day after the 5th of May, the week after, "and the year before 12 people"; not "the day after
    the attack"."""
    step, unit = -1 if tokens.lows[j + 1] == "before" else 1, tokens.lows[j]
    opens = i > 0 and tokens.lows[i - 1] in JOINS and j + 2 < stop and read_count(tokens, j + 2, stop) is not None
    if opens or _closed(tokens, j + 2, stop):
        return (i, j + 2, f"by:{step}:{unit}:then") if unit in ("day", "week", "month", "year") else None
    inner = weekday(tokens, j + 2, stop) or day_of_month(tokens, j + 2, stop) or month(tokens, j + 2, stop)
    if inner is None or "/" in inner[2]:
        return None
    return i, inner[1], f"by:{step}:{unit}:{inner[2]}"


def weekend(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """over the weekend, last weekend, the weekend of 5 May, the week of March 6"""
    j = i + 1 if tokens.lows[i] in ("over", "during", "at") else i
    if j + 1 >= stop or tokens.lows[j] not in ("the", "this", "last", "next"):
        return None
    turn, word = tokens.lows[j], tokens.lows[j + 1]
    if word in ("weekend", "week") and turn == "the" and j + 3 < stop and tokens.lows[j + 2] in ("of", "beginning"):
        inner = day_of_month(tokens, j + 3, stop) or month(tokens, j + 3, stop)
        if inner is not None and inner[2].count("-") >= 2 and "/" not in inner[2]:
            return i, inner[1], f"whole:{word}:{inner[2]}"
    if word != "weekend":
        return None
    return i, j + 2, {"last": "weekend-1", "next": "weekend+1"}.get(turn, "weekend-0")
