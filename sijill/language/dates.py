"""Expressions of time as English says them, each with a value in a small language that `days.anchor` understands.

2014-08-17  2014-08  2014         as said
--08  --08-17                     no year said: the latest that is not after publication
2014-08-14/2014-08-16             both ends said
weekday-1                         Tuesday (Monday is 0): the latest that is not after publication
day-0  month-0                    today, this month
day-1  week-1  month-1  year-1    yesterday, last week, last month, last year
last:day:3   ago:week:3           the past three days, three weeks ago
early:V  mid:V  late:V            a part of V
since:V  after:V                  from V to publication
before:V  until:V                 up to V, start not known
season:summer-0  season:2014-summer
"""

import re

from sijill.language.days import ISO, SEASONS
from sijill.language.numbers import read_count
from sijill.language.tokens import Tokens

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sep sept", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thurs", "friday fri", "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip
UNITS = {name: unit for unit in ("day", "week", "month", "year", "hour") for name in (unit, unit + "s")}
PARTS = {
    "early": "early",
    "mid": "mid",
    "late": "late",
    "beginning": "early",
    "start": "early",
    "end": "late",
    "middle": "mid",
}
LAST = frozenset("last past previous".split())
TODAY = frozenset("today tonight".split())
DAYPARTS = frozenset("morning afternoon evening night noon midday midnight dawn dusk".split())
BOUND = {"since": "since", "until": "until", "till": "until", "before": "before", "after": "after", "from": "since"}
YEAR = re.compile(r"(?:19|20)\d\d\Z")
STARTS = (
    frozenset(MONTHS) | frozenset(WEEKDAYS) | LAST | TODAY | frozenset(PARTS) | frozenset(BOUND) | frozenset(SEASONS)
    | frozenset("yesterday this earlier the in a an one two three four five six seven eight nine ten several".split())
    | frozenset("recent over during between".split())
)  # fmt: skip
WEAK = frozenset(
    "in a an the one two three four five six seven eight nine ten several over during between from this earlier"
    " recent".split()
)
TIMES = (
    frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(UNITS) | frozenset(SEASONS) | frozenset(PARTS) | LAST
    | DAYPARTS | TODAY | frozenset({"this", "yesterday"}) | frozenset(str(year) for year in range(1900, 2100))
)  # fmt: skip
"""Words of time, one of which must follow soon after a word that may begin many other things."""
Expression = tuple[int, int, str]


def read_time(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """(start, end, value) of the longest expression that begins at token i, or None. Tokens [start, end)."""
    low = tokens.lows[i]
    if low not in STARTS and not low[0].isdigit() and "-" not in low[1:]:
        return None
    if low in WEAK and TIMES.isdisjoint(tokens.lows[i + 1 : i + 6]):
        return None
    if low in ("between", "from"):
        both = _both_ends(tokens, i, stop)
        if both is not None:
            return both
    if low in BOUND:
        inner = _inner(tokens, i + 1, stop)
        return None if inner is None or low == "from" else (i, inner[1], f"{BOUND[low]}:{inner[2]}")
    return _inner(tokens, i, stop)


def _both_ends(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """between December and February; from 14 March to 2 April."""
    first = _inner(tokens, i + 1, stop)
    if first is None or first[1] >= stop or tokens.lows[first[1]] not in ("and", "to", "until"):
        return None
    second = _inner(tokens, first[1] + 1, stop)
    if second is not None and first[2].startswith("--") and YEAR.match(second[2][:4]):
        first = (first[0], first[1], second[2][:4] + first[2][1:])
    plain = second is not None and ":" not in first[2] + second[2] and "/" not in first[2] + second[2]
    return (i, second[1], f"{first[2]}/{second[2]}") if second is not None and plain else None


def _inner(tokens: Tokens, i: int, stop: int) -> Expression | None:
    if i >= stop:
        return None
    for reader in (_iso, _part, _day_month, _month, _weekday, _named_day, _relative, _ago, _year, _season):
        found = reader(tokens, i, stop)
        if found is not None:
            return found
    return None


def _iso(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """2014-08-17 comes as three tokens and marks."""
    if i + 4 < stop and YEAR.match(tokens.lows[i]) and tokens.lows[i + 1] == "-" and tokens.lows[i + 3] == "-":
        value = f"{tokens.lows[i]}-{tokens.lows[i + 2]}-{tokens.lows[i + 4]}"
        match = ISO.match(value)
        if match and 1 <= int(match[2] or 0) <= 12 and 1 <= int(match[3] or 0) <= 31:
            return i, i + 5, value
    return None


def _part(tokens: Tokens, i: int, stop: int) -> Expression | None:
    low = tokens.lows[i]
    head, _, rest = low.partition("-")
    if head in ("mid", "early", "late") and rest in MONTHS:
        year, end = _year_at(tokens, i + 1, stop)
        return i, end, f"{head}:{year or '-'}-{MONTHS[rest]:02d}"
    j = i + 1 if low == "the" else i
    if j >= stop or tokens.lows[j] not in PARTS:
        return None
    k = j + 1
    while k < stop and tokens.lows[k] in ("of", "the", "-"):
        k += 1
    inner = _inner(tokens, k, stop) if k < stop else None
    if inner is None or inner[2].startswith(("early", "mid", "late", "last:", "ago:")):
        return None
    return i, inner[1], f"{PARTS[tokens.lows[j]]}:{inner[2]}"


def _day_month(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """17 August 2014, 14 to 16 August, the 3rd of June."""
    j = i + 1 if tokens.lows[i] == "the" else i
    first = _day_number(tokens, j, stop)
    if first is None:
        return None
    last, k = first, j + 1
    if k + 1 < stop and tokens.lows[k] in ("to", "and", "-", "\u2013", "\u2014") and _day_number(tokens, k + 1, stop):
        last, k = _day_number(tokens, k + 1, stop) or first, k + 2
    if k < stop and tokens.lows[k] == "of":
        k += 1
    if k >= stop or tokens.lows[k] not in MONTHS or not _capital(tokens, k):
        return None
    month = MONTHS[tokens.lows[k]]
    year, end = _year_at(tokens, k + 1, stop)
    return i, end, _days(year, month, first, last)


def _month(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """August 2014, August 17, Aug. 14-16, 2014."""
    low = tokens.lows[i]
    if (
        low not in MONTHS
        or not _capital(tokens, i)
        or (low in ("may", "march") and not _month_context(tokens, i, stop))
    ):
        return None
    month, j = MONTHS[low], i + 1
    if j < stop and tokens.lows[j] == "." and len(low) <= 4:
        j += 1
    first = _day_number(tokens, j, stop)
    if first is None:
        year, end = _year_at(tokens, j, stop)
        return i, end if year else i + 1, f"{year or '-'}-{month:02d}"
    last, k = first, j + 1
    if k + 1 < stop and tokens.lows[k] in ("to", "-", "\u2013", "\u2014", "and") and _day_number(tokens, k + 1, stop):
        last, k = _day_number(tokens, k + 1, stop) or first, k + 2
    year, end = _year_at(tokens, k, stop)
    return i, end, _days(year, month, first, last)


def _weekday(tokens: Tokens, i: int, stop: int) -> Expression | None:
    j = i + 1 if tokens.lows[i] in ("last", "this", "early", "late") else i
    if j >= stop or tokens.lows[j] not in WEEKDAYS or not _capital(tokens, j):
        return None
    day, end = WEEKDAYS[tokens.lows[j]], j + 1
    if end < stop and tokens.lows[end] == "," and end + 1 < stop:
        dated = _month(tokens, end + 1, stop) or _day_month(tokens, end + 1, stop)
        if dated and dated[2].count("-") >= 2:
            return i, dated[1], dated[2]
    if end < stop and tokens.lows[end] in DAYPARTS:
        end += 1
    if end + 1 < stop and tokens.lows[end] in ("and", "to", "through") and tokens.lows[end + 1] in WEEKDAYS:
        return i, end + 2, f"weekday-{day}/weekday-{WEEKDAYS[tokens.lows[end + 1]]}"
    return i, end, f"weekday-{day}"


def _named_day(tokens: Tokens, i: int, stop: int) -> Expression | None:
    low = tokens.lows[i]
    if tokens.lows[i : i + 4] == ["the", "day", "before", "yesterday"] and i + 4 <= stop:
        return i, i + 4, "day-2"
    if low in TODAY:
        return i, i + 1, "day-0"
    if low == "yesterday":
        end = i + 2 if i + 1 < stop and tokens.lows[i + 1] in DAYPARTS else i + 1
        return i, end, "day-1"
    return None


def _relative(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """last month, this week, the past three days, over the last 24 hours, earlier this month, last summer."""
    j = i
    if tokens.lows[j] in ("over", "during", "in", "earlier", "the") and j + 1 < stop:
        j += 1
    if tokens.lows[j] == "the" and j + 1 < stop:
        j += 1
    low = tokens.lows[j]
    if (low not in LAST and low != "this") or j + 1 >= stop:
        return None
    following = tokens.lows[j + 1]
    if following in ("morning", "afternoon", "evening") and low == "this":
        return i, j + 2, "day-0"
    if following == "night" and low == "last":
        return i, j + 2, "day-1"
    if following in MONTHS and low != "past":
        return i, j + 2, f"--{MONTHS[following]:02d}"
    if following in SEASONS:
        return i, j + 2, f"season:{following}-{0 if low == 'this' else 1}"
    if following in UNITS and not following.endswith("s"):
        if following == "hour" or (following == "day" and low != "past"):
            return None
        return i, j + 2, f"{following}-{0 if low == 'this' else 1}" if low != "past" else f"last:{following}:1"
    count = read_count(tokens, j + 1, stop) if low != "this" else None
    if count is None or count.end >= stop or tokens.lows[count.end] not in UNITS:
        return None
    return i, count.end + 1, _lasting(count.number, UNITS[tokens.lows[count.end]])


def _lasting(number: int | None, unit: str) -> str:
    if unit == "hour":
        return f"last:day:{max(1, -(-(number or 48) // 24))}"
    return f"last:{unit}:{number or 3}"


def _ago(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """three weeks ago, two days earlier, a year ago."""
    if tokens.lows[i] in ("a", "an") and i + 1 < stop and tokens.lows[i + 1] in UNITS:
        number, j = 1, i + 1
    else:
        count = read_count(tokens, i, stop)
        if count is None or count.number is None or count.upper is not None:
            return None
        number, j = count.number, count.end
    if j + 1 >= stop or tokens.lows[j] not in UNITS or tokens.lows[j + 1] not in ("ago", "earlier"):
        return None
    unit = UNITS[tokens.lows[j]]
    return i, j + 2, f"ago:{unit}:{number}" if unit != "hour" else f"ago:day:{number // 24}"


def _year(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """2013: only after a word that makes it a year, for 2013 may count people."""
    if not YEAR.match(tokens.lows[i]) or i == 0:
        return None
    before = tokens.lows[i - 1]
    if before in (
        "in",
        "since",
        "during",
        "of",
        "until",
        "before",
        "after",
        "from",
        "by",
        "early",
        "late",
        "mid",
        "summer",
        "winter",
        "spring",
        "autumn",
    ):
        return i, i + 1, tokens.lows[i]
    return None


def _season(tokens: Tokens, i: int, stop: int) -> Expression | None:
    low = tokens.lows[i]
    if low in SEASONS and i + 1 < stop:
        j = i + 2 if tokens.lows[i + 1] == "of" else i + 1
        year, end = _year_at(tokens, j, stop)
        if year:
            return i, end, f"season:{year}-{low}"
    return None


def _capital(tokens: Tokens, i: int) -> bool:
    return tokens.words[i][0].isupper()


def _month_context(tokens: Tokens, i: int, stop: int) -> bool:
    before = tokens.lows[i - 1] if i else ""
    after = tokens.lows[i + 1] if i + 1 < stop else ""
    return (
        before
        in (
            "in",
            "between",
            "since",
            "of",
            "last",
            "on",
            "until",
            "by",
            "early",
            "late",
            "mid",
            "from",
            "during",
            "and",
        )
        or after[:1].isdigit()
        or before[:1].isdigit()
    )


def _day_number(tokens: Tokens, i: int, stop: int) -> int | None:
    if i >= stop:
        return None
    digits = tokens.lows[i].rstrip("stndrh")
    return int(digits) if digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31 else None


def _year_at(tokens: Tokens, i: int, stop: int) -> tuple[str | None, int]:
    j = i
    while j < stop and tokens.lows[j] in (",", "of", "."):
        j += 1
    if j < stop and YEAR.match(tokens.lows[j]) and j - i <= 1:
        return tokens.lows[j], j + 1
    return None, i


def _days(year: str | None, month: int, first: int, last: int) -> str:
    head = f"{year or '-'}-{month:02d}"
    if last > first:
        return f"{head}-{first:02d}/{head}-{last:02d}"
    return f"{head}-{first:02d}"
