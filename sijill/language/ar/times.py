"""Expressions of time as Arabic says them, with the values of `language.dates`, which `days.anchor` understands.

Months of the Levant, of Egypt and of the Maghreb, alone or doubled; weekdays; what is relative to the report; Hijri
dates with their year.
"""

from functools import lru_cache

from sijill.language.ar.feasts import feast
from sijill.language.ar.hijri import hijri_value
from sijill.language.ar.numbers import number_at
from sijill.language.ar.words import Phrase, listed
from sijill.language.dates import YEAR, Expression
from sijill.language.tokens import Tokens

AND, TO, OF = "و", "الي", "من"
DOUBLING = frozenset("/ ( - , ـ".split())
"""Marks before the second name of a month."""
JOINTS = frozenset("و - – — الي /".split())
LONGEST = 4
"""Words in the longest form of times.csv."""
Found = tuple[int, int, str]


def read_time(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """(start, end, value) of the longest expression that begins at token i, or None. Tokens [start, end)."""
    low = tokens.lows[i]
    if low not in _starts() and not low[0].isdigit():
        return None
    if low in ("بين", "من", "ما"):
        return _both_ends(tokens, i, i + 2 if tokens.lows[i : i + 2] == ["ما", "بين"] else i + 1, stop)
    for bound in ("since", "until", "before", "after"):
        end = _match(tokens, i, stop, bound)
        if end:
            return _bounded(tokens, i, end, stop, bound)
    return _inner(tokens, i, stop)


def _bounded(tokens: Tokens, i: int, j: int, stop: int, bound: str) -> Found | None:
    ago = _ago(tokens, i, j, stop, bound)
    if ago is not None:
        return ago
    inner = (
        _inner(tokens, j, stop)
        or _of_this(tokens, j, stop)
        or (_bare_year(tokens, j, stop) if bound in ("since", "until", "before") else None)
    )
    if inner is None or inner[2].startswith(("last:", "ago:")):
        return None
    return i, inner[1], f"{bound}:{inner[2]}"


def _of_this(tokens: Tokens, j: int, stop: int) -> Found | None:
    """since the beginning of the year."""
    part = _match(tokens, j, stop, "part")
    unit = _table("unit").get((tokens.lows[part],)) if part and part < stop else None
    if unit in ("week", "month", "year") and tokens.lows[part].startswith("ال") and _is_single(tokens, part):
        return j, part + 1, f"{unit}-0"
    return None


def _ago(tokens: Tokens, i: int, j: int, stop: int, bound: str) -> Found | None:
    """three days ago; for three days."""
    if bound not in ("before", "since"):
        return None
    number, k = _duration(tokens, j, stop)
    if number is None or (k < stop and (_match(tokens, k, stop, "past") or YEAR.match(tokens.lows[k]))):
        return None
    unit = _unit(tokens, k - 1)
    if bound == "since":
        return i, k, _lasting(number, unit)
    return i, k, f"ago:day:{number // 24}" if unit == "hour" else f"ago:{unit}:{number}"


def _duration(tokens: Tokens, j: int, stop: int) -> tuple[int | None, int]:
    """(how many, token after the unit): "three days", "two weeks", "a month"."""
    if j >= stop:
        return None, j
    for kind in ("dual", "single"):
        known = _table(kind).get((tokens.lows[j],))
        if known is not None and not tokens.lows[j].startswith("ال"):
            return int(known), j + 1
    value = number_at(tokens, j, stop)
    if value is not None and value[1] < stop and (tokens.lows[value[1]],) in _table("unit"):
        return value[0], value[1] + 1
    return None, j


def _lasting(number: int, unit: str) -> str:
    return f"last:day:{max(1, -(-number // 24))}" if unit == "hour" else f"last:{unit}:{number}"


def _unit(tokens: Tokens, i: int) -> str:
    return _table("unit")[(tokens.lows[i],)]


def _both_ends(tokens: Tokens, i: int, j: int, stop: int) -> Found | None:
    """between 14 March and 2 April; from 14 to 16 August."""
    first = _inner(tokens, j, stop)
    if first is None or first[1] + 1 >= stop or tokens.lows[first[1]] not in (AND, TO):
        return (i, first[1], first[2]) if first is not None and first[2].count("/") == 1 else None
    second = _inner(tokens, first[1] + 1, stop)
    if second is None or ":" in first[2] + second[2] or "/" in first[2] + second[2]:
        return None
    left, right = first[2], second[2]
    if left.startswith("--") and YEAR.match(right[:4]):
        left = right[:4] + left[1:]
    return i, second[1], f"{left}/{right}"


def _inner(tokens: Tokens, i: int, stop: int) -> Found | None:
    if i >= stop:
        return None
    found = feast(tokens, i, stop)
    if found is not None:
        return found
    for reader in (_part, _figures, _day_month, _month, _weekday, _named_day, _relative, _past_days, _year, _season):
        found = reader(tokens, i, stop)
        if found is not None:
            return found
    return None


def _part(tokens: Tokens, i: int, stop: int) -> Found | None:
    """the beginning of August, the end of last month."""
    end = _match(tokens, i, stop, "part")
    if not end or end >= stop or _match(tokens, i, stop, "daypart") > end:
        return None
    inner = _inner(tokens, end, stop)
    if inner is None or inner[2].startswith(("early", "mid", "late", "last:", "ago:", "day", "weekday")):
        return None
    return i, inner[1], f"{_table('part')[tuple(tokens.lows[i:end])]}:{inner[2]}"


def _figures(tokens: Tokens, i: int, stop: int) -> Found | None:
    """14/8/2014 and 2014-08-14: the day stands first unless the year does."""
    lows = tokens.lows
    if i + 4 >= stop or lows[i + 1] not in ("/", "-", ".") or lows[i + 3] != lows[i + 1]:
        return None
    parts = (lows[i], lows[i + 2], lows[i + 4])
    if not all(part.isdecimal() for part in parts):
        return None
    year, month, day = parts if YEAR.match(parts[0]) else (parts[2], parts[1], parts[0])
    if YEAR.match(year) and 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
        return i, i + 5, f"{year}-{int(month):02d}-{int(day):02d}"
    return None


def _day_month(tokens: Tokens, i: int, stop: int) -> Found | None:
    """14 August 2014, the fourteenth of August, 14 and 16 August."""
    first, k = _day_number(tokens, i, stop)
    if first is None:
        return None
    last = first
    if k + 1 < stop and tokens.lows[k] in JOINTS:
        second, after = _day_number(tokens, k + 1, stop)
        if second is not None:
            last, k = second, after
    if k < stop and tokens.lows[k] == OF:
        k += 1
    k = _match(tokens, k, stop, "month") or k
    for kind in ("plain", "doubtful", "hijri"):
        end = _match(tokens, k, stop, kind, "months.csv")
        if end:
            return _dated(tokens, i, k, end, stop, kind=kind, days=(first, last))
    return None


def _dated(tokens: Tokens, i: int, k: int, end: int, stop: int, *, kind: str, days: tuple[int, int]) -> Found | None:
    month = int(_months(kind)[tuple(tokens.lows[k:end])])
    if kind == "hijri":
        return _hijri(tokens, i, end, stop, month=month, days=days)
    end = _doubled(tokens, end, stop, month)
    year, end = _year_after(tokens, end, stop)
    head = f"{year or '-'}-{month:02d}"
    if days[1] > days[0]:
        return i, end, f"{head}-{days[0]:02d}/{head}-{days[1]:02d}"
    return i, end, f"{head}-{days[0]:02d}"


def _hijri(tokens: Tokens, i: int, end: int, stop: int, *, month: int, days: tuple[int, int] | None) -> Found | None:
    """Only with its year: a Hijri month without one is in another part of every year."""
    j = _skip_year_word(tokens, end, stop)
    if j >= stop or not tokens.lows[j].isdecimal() or not 1300 <= int(tokens.lows[j]) <= 1500:
        return None
    value = hijri_value(int(tokens.lows[j]), month, days)
    end = j + 1
    if end < stop and tokens.lows[end] in ("ه", "هجري", "هجرية", "للهجرة"):
        end += 1
    return None if value is None else (i, end, value)


def _month(tokens: Tokens, i: int, stop: int) -> Found | None:
    """August, August 2014, the month of August, August last."""
    k = _match(tokens, i, stop, "month")
    named, k = bool(k), k or i
    for kind in ("plain", "doubtful", "hijri"):
        end = _match(tokens, k, stop, kind, "months.csv")
        if not end:
            continue
        month = int(_months(kind)[tuple(tokens.lows[k:end])])
        if kind == "hijri":
            return _hijri(tokens, i, end, stop, month=month, days=None)
        end = _doubled(tokens, end, stop, month)
        year, after = _year_after(tokens, end, stop)
        if kind == "doubtful" and not (named or year or after > end or _is_dated(tokens, i, end)):
            return None
        return i, after, f"{year or '-'}-{month:02d}"
    return None


def _is_dated(tokens: Tokens, i: int, end: int) -> bool:
    """March is also "practised", August "father": a preposition or a second name makes it a month."""
    before = tokens.lows[i - 1] if i else ""
    return before in _around("preposition") or tokens.lows[end - 1] == ")" or "/" in tokens.lows[i:end]


def _doubled(tokens: Tokens, end: int, stop: int, month: int) -> int:
    """The token after the second name of the same month, if it stands there: August/Aab, August (Aab)."""
    if end + 1 >= stop or tokens.lows[end] not in DOUBLING:
        return end
    for kind in ("plain", "doubtful"):
        after = _match(tokens, end + 1, stop, kind, "months.csv")
        if after and int(_months(kind)[tuple(tokens.lows[end + 1 : after])]) == month:
            closed = tokens.lows[end] == "(" and after < stop and tokens.lows[after] == ")"
            return after + 1 if closed else after
    return end


def _year_after(tokens: Tokens, end: int, stop: int) -> tuple[str | None, int]:
    j = _skip_year_word(tokens, end, stop)
    if j < stop and YEAR.match(tokens.lows[j]):
        return tokens.lows[j], j + 1
    past = _match(tokens, end, stop, "past") or _match(tokens, end, stop, "now")
    return None, past or end


def _skip_year_word(tokens: Tokens, j: int, stop: int) -> int:
    if j < stop and tokens.lows[j] in (OF, ",", "ل"):
        j += 1
    return _match(tokens, j, stop, "year") or j


def _weekday(tokens: Tokens, i: int, stop: int) -> Found | None:
    """Tuesday, yesterday Tuesday, the dawn of Friday, the night of Tuesday to Wednesday, Saturday 14 August."""
    k = i
    for kind in ("daypart", "day"):
        k = _match(tokens, k, stop, kind) or k
    k = k + 1 if k < stop and tokens.lows[k] in ("يوم", "من", "نهار") and k + 1 < stop else k
    end = _match(tokens, k, stop, "weekday")
    if not end:
        return None
    day = _table("weekday")[tuple(tokens.lows[k:end])]
    second = end + 1 if end + 1 < stop and tokens.lows[end] in JOINTS else end
    other = _match(tokens, second, stop, "weekday")
    if other:
        return i, other, f"weekday-{day}/weekday-{_table('weekday')[tuple(tokens.lows[second:other])]}"
    end = _match(tokens, end, stop, "past") or end
    mark = end + 1 if end < stop and tokens.lows[end] in (",", "(", "ال") else end
    dated = _day_month(tokens, mark, stop) or _figures(tokens, mark, stop)
    return (i, dated[1], dated[2]) if dated else (i, end, f"weekday-{day}")


def _named_day(tokens: Tokens, i: int, stop: int) -> Found | None:
    """today, yesterday, the evening of the day before yesterday."""
    k = _match(tokens, i, stop, "daypart") or i
    end, at = _match(tokens, i, stop, "day"), i
    if not end or k > i:
        longer = _match(tokens, k, stop, "day")
        end, at = (longer, k) if longer > end else (end, at)
    if not end:
        return None
    if tokens.lows[at:end] == ["اليوم"] and _is_some_day(tokens, i, end, stop):
        return None
    return i, _match(tokens, end, stop, "daypart") or end, _table("day")[tuple(tokens.lows[at:end])]


def _is_some_day(tokens: Tokens, i: int, end: int, stop: int) -> bool:
    """ "that day", "the same day", "the following day" are not today."""
    before = tokens.lows[i - 1] if i else ""
    after = tokens.lows[end] if end < stop else ""
    return before in _around("other_day_before") or after in _around("other_day_after")


def _relative(tokens: Tokens, i: int, stop: int) -> Found | None:
    """last week, this month, the current year."""
    this = tokens.lows[i] in ("هذا", "هذه")
    k = i + 1 if this else i
    unit = _table("unit").get((tokens.lows[k],)) if k < stop else None
    if unit is None or unit in ("hour", "day") or not tokens.lows[k].startswith("ال") or not _is_single(tokens, k):
        return None
    past, now = _match(tokens, k + 1, stop, "past"), _match(tokens, k + 1, stop, "now")
    if this or now:
        return i, now or k + 1, f"{unit}-0"
    return (i, past, f"{unit}-1") if past else None


def _is_single(tokens: Tokens, k: int) -> bool:
    return (tokens.lows[k],) in _table("single")


def _past_days(tokens: Tokens, i: int, stop: int) -> Found | None:
    """the past three days, the past 24 hours, the past two weeks."""
    lows, k = tokens.lows, i
    number, unit, end = None, None, k
    if k < stop and (lows[k],) in _table("unit") and lows[k].startswith("ال"):
        unit, end = _unit(tokens, k), k + 1
        dual = _table("dual").get((lows[k],))
        number = int(dual) if dual else None
        if number is None:
            number, end = _definite_number(tokens, end, stop)
    elif k + 2 < stop and lows[k] == "ال" and lows[k + 1].isdecimal() and (lows[k + 2],) in _table("unit"):
        number, unit, end = int(lows[k + 1]), _unit(tokens, k + 2), k + 3
    past = _match(tokens, end, stop, "past")
    return (i, past, _lasting(number, unit)) if past and number and unit else None


def _definite_number(tokens: Tokens, k: int, stop: int) -> tuple[int | None, int]:
    if k >= stop:
        return None, k
    low = tokens.lows[k]
    if low == "ال" and k + 1 < stop and tokens.lows[k + 1].isdecimal():
        return int(tokens.lows[k + 1]), k + 2
    value = _units().get(low[2:]) if low.startswith("ال") else None
    return (value, k + 1) if value else (None, k)


def _year(tokens: Tokens, i: int, stop: int) -> Found | None:
    """the year 2014; in 2014."""
    end = _match(tokens, i, stop, "year")
    if end and end < stop and YEAR.match(tokens.lows[end]):
        return i, end + 1, tokens.lows[end]
    if i and tokens.lows[i - 1] in ("في", "خلال", "سنة", "عام"):
        return _bare_year(tokens, i, stop)
    return None


def _bare_year(tokens: Tokens, i: int, stop: int) -> Found | None:
    return (i, i + 1, tokens.lows[i]) if i < stop and YEAR.match(tokens.lows[i]) else None


def _season(tokens: Tokens, i: int, stop: int) -> Found | None:
    end = _match(tokens, i, stop, "season")
    if not end:
        return None
    name, j = _table("season")[tuple(tokens.lows[i:end])], _skip_year_word(tokens, end, stop)
    return (i, j + 1, f"season:{tokens.lows[j]}-{name}") if j < stop and YEAR.match(tokens.lows[j]) else None


def _day_number(tokens: Tokens, i: int, stop: int) -> tuple[int | None, int]:
    """(day of the month, token after it)."""
    if i >= stop:
        return None, i
    low = tokens.lows[i]
    if low.isdecimal():
        return (int(low), i + 1) if len(low) <= 2 and 1 <= int(low) <= 31 else (None, i)
    end = _match(tokens, i, stop, "ordinal")
    return (int(_table("ordinal")[tuple(tokens.lows[i:end])]), end) if end else (None, i)


def _match(tokens: Tokens, i: int, stop: int, kind: str, table: str = "times.csv") -> int:
    """The token after the longest form of a kind that stands at token i, or 0."""
    forms = _table(kind) if table == "times.csv" else _months(kind)
    for length in range(min(LONGEST, stop - i), 0, -1):
        if tuple(tokens.lows[i : i + length]) in forms:
            return i + length
    return 0


@lru_cache(maxsize=32)
def _table(kind: str) -> dict[Phrase, str]:
    return listed("times.csv", "value", kind)


@lru_cache(maxsize=8)
def _around(kind: str) -> frozenset[str]:
    """Words beside a time that tell whether it is one."""
    return frozenset(words[0] for words in listed("around.csv", "note", kind))


@lru_cache(maxsize=4)
def _months(kind: str) -> dict[Phrase, str]:
    return listed("months.csv", "month", kind)


@lru_cache(maxsize=1)
def _units() -> dict[str, int]:
    return {words[0]: int(value) for words, value in listed("numbers.csv", "value", "unit").items()}


@lru_cache(maxsize=1)
def _starts() -> frozenset[str]:
    months = {words[0] for words in listed("months.csv", "month")}
    times = {words[0] for words in listed("times.csv", "value")}
    return frozenset(months | times | {"بين", "من", "ما", "هذا", "هذه", "ال"})
