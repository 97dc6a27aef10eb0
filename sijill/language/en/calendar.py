"""Dates that name their day, month, year, decade, quarter, season or feast.

Each reader takes (tokens, i, stop) and returns (start, end, value) of what begins at token i, or None.
"""

import re

from sijill.language.en.timewords import (
    BEFORE_A_YEAR,
    COUNTED,
    DASHES,
    DECADES,
    FEASTS,
    MONTHS,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
)
from sijill.language.tokens import Tokens

Expression = tuple[int, int, str]
JOINED = frozenset("and but when as while the a in at".split())
YEAR = re.compile(r"(?:1[89]|20)\d\d\Z")
DECADE = re.compile(r"(?:1[89]|20)\d0s\Z")
SHORT_DECADE = re.compile(r"\d0s\Z")
DAY_AND_YEAR = re.compile(r"([12]?\d|3[01]|0\d)((?:19|20)\d\d)\Z")
"""The day and the year after a month where the comma between them was lost: "Jul 172031"."""
ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\w-])")
TO_COME = frozenset("ahead before until till for to eve preparing approaching shopping".split())
"""Before a feast that no year is told of: it was not yet, or is not when it happened."""
AROUND_A_FEAST = frozenset(
    "the a an this year 's muslim islamic christian holy holiday holidays feast festival celebrations day days"
    " of".split()
)
ARTICLES = frozenset("the a an".split())
OF_A_FEAST = frozenset("holiday holidays feast festival celebrations celebration prayers prayer day days".split())
"""Behind a feast: its time still, as "market" and "truce" are not."""
NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2((?:1[89]|20)\d\d|\d\d)(?![./-]?\w)")


def iso(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """2014-08-17"""
    match = ISO.match(tokens.text, tokens.starts[i])
    if match is None or not (1 <= int(match[2]) <= 12 and 1 <= int(match[3]) <= 31):
        return None
    return _as_tokens(tokens, i, stop, match, f"{match[1]}-{match[2]}-{match[3]}")


def numeric(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """3/4/2015, 13.4.2015: both readings where the words do not settle which number is the month."""
    match = NUMERIC.match(tokens.text, tokens.starts[i])
    if match is None or (len(match[4]) == 2 and match[2] != "/"):
        return None
    first, second, year = int(match[1]), int(match[3]), match[4]
    if len(year) == 2:
        year = f"19{year}" if int(year) > 50 else f"20{year}"
    as_day = f"{year}-{second:02d}-{first:02d}" if 1 <= second <= 12 and 1 <= first <= 31 else None
    as_month = f"{year}-{first:02d}-{second:02d}" if 1 <= first <= 12 and 1 <= second <= 31 else None
    if match[2] == "." or first == second:
        as_month = None if as_day is not None else as_month
    if as_day is None and as_month is None:
        return None
    value = f"either:{as_day}|{as_month}" if as_day and as_month else as_day or as_month
    return _as_tokens(tokens, i, stop, match, value or "")


def _as_tokens(tokens: Tokens, i: int, stop: int, match: re.Match[str], value: str) -> Expression | None:
    end = i
    while end < stop and tokens.ends[end] <= match.end():
        end += 1
    return (i, end, value) if end > i and tokens.ends[end - 1] == match.end() else None


def day_of_month(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """17 August 2014, 14 to 16 August, the 3rd of June."""
    j = i + 1 if tokens.lows[i] == "the" else i
    first = _day_number(tokens, j, stop)
    if first is None:
        return None
    last, k = _to_day(tokens, first, j + 1, stop)
    if k < stop and tokens.lows[k] == "of":
        k += 1
    if k < stop and tokens.lows[k] in DASHES and last == first:
        k += 1
    if k >= stop or tokens.lows[k] not in MONTHS or not capital(tokens, k):
        return None
    month = MONTHS[tokens.lows[k]]
    year, end = year_at(tokens, _over_stop(tokens, k, stop), stop)
    return i, end if year else k + 1, _days(year, month, first, last)


def _to_day(tokens: Tokens, first: int, k: int, stop: int) -> tuple[int, int]:
    """The last day of "14 to 16", and the token after it."""
    if k + 1 < stop and (tokens.lows[k] in ("to", "and", "or", "through") or tokens.lows[k] in DASHES):
        last = _day_number(tokens, k + 1, stop)
        if last is not None and last > first:
            return last, k + 2
    return first, k


def _over_stop(tokens: Tokens, k: int, stop: int) -> int:
    """The token after a month, and after the stop of its short form ("Aug.")."""
    short = k + 1 < stop and tokens.lows[k + 1] == "." and len(tokens.lows[k]) <= 4
    return k + 2 if short and tokens.starts[k + 1] == tokens.ends[k] else k + 1


def month(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """August 2014, August 17, Aug. 14-16, 2014."""
    low = tokens.lows[i]
    if low not in MONTHS or not capital(tokens, i):
        return None
    j = _over_stop(tokens, i, stop)
    glued = DAY_AND_YEAR.match(tokens.lows[j]) if j < stop else None
    if glued is not None and int(glued[1]):
        return i, j + 1, f"{glued[2]}-{MONTHS[low]:02d}-{int(glued[1]):02d}"
    first = _day_number(tokens, j + 1 if j < stop and tokens.lows[j] == "the" else j, stop)
    if first is None or (j + 1 < stop and tokens.lows[j + 1] in COUNTED):
        year, end = year_at(tokens, j, stop)
        if year is None and not _is_a_month(tokens, i):
            return None
        return i, end if year else i + 1, f"{year or '-'}-{MONTHS[low]:02d}"
    last, k = _to_day(tokens, first, j + (2 if tokens.lows[j] == "the" else 1), stop)
    year, end = year_at(tokens, k, stop)
    return i, end, _days(year, MONTHS[low], first, last)


def _is_a_month(tokens: Tokens, i: int) -> bool:
    """ "May", "March" and the short forms are months only after a word that makes them one."""
    low, before = tokens.lows[i], tokens.lows[i - 1] if i else ""
    if before in MONTH_AFTER or before[:1].isdigit():
        return True
    if len(low) <= 3 and low != "may":
        return i + 1 < len(tokens) and tokens.lows[i + 1] == "." and tokens.starts[i + 1] == tokens.ends[i]
    return low not in ("may", "march") or before in ("the", "this")


MONTH_AFTER = frozenset(
    "in between since of last on until till by early late mid from during through next before after".split()
)


def month_range(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """August 30 to September 2; 30 August - 2 September 2014."""
    first = day_of_month(tokens, i, stop) or month(tokens, i, stop)
    if first is None or first[1] + 1 >= stop or "/" in first[2]:
        return first
    if tokens.lows[first[1]] not in ("to", "through") and tokens.lows[first[1]] not in DASHES:
        return first
    second = day_of_month(tokens, first[1] + 1, stop) or month(tokens, first[1] + 1, stop)
    if second is None or "/" in second[2] or len(second[2].strip("-")) != len(first[2].strip("-")):
        joined = _with_year_of(first[2], second[2]) if second is not None and "/" not in second[2] else None
        return (i, second[1], joined) if second is not None and joined is not None else first
    return i, second[1], f"{first[2]}/{second[2]}"


def _with_year_of(first: str, second: str) -> str | None:
    """Both ends, where only the second says its year."""
    if first.startswith("--") and YEAR.match(second[:4]) and len(first) - 1 == len(second) - 4:
        return f"{second[:4]}{first[1:]}/{second}"
    return None


def year(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """2013, 1998-99: only where a word makes it a year, for 2013 may count people."""
    low = tokens.lows[i]
    if low in ("'", "\u2019") and i + 1 < stop and tokens.starts[i + 1] == tokens.ends[i]:
        return _short_year(tokens, i, stop)
    if low == "fiscal" and i + 1 < stop:
        k = i + 2 if tokens.lows[i + 1] == "year" and i + 2 < stop else i + 1
        return (i, k + 1, tokens.lows[k]) if YEAR.match(tokens.lows[k]) else None
    if not YEAR.match(low) or i == 0:
        return None
    before, after = tokens.lows[i - 1], tokens.lows[i + 1] if i + 1 < stop else ""
    if before in BEFORE_A_YEAR and after in ("to", *DASHES) and i + 2 < stop and YEAR.match(tokens.lows[i + 2]):
        return i, i + 3, f"{low}/{tokens.lows[i + 2]}"
    counted = after in COUNTED or after in ("percent", "%") or (before == "from" and after == "to")
    if before in BEFORE_A_YEAR and not counted:
        return i, i + 1, low
    if before in (",", "and") and i > 1 and YEAR.match(tokens.lows[i - 2]) and not counted:
        return i, i + 1, low
    bracketed = before == "(" and after in (")", ",") and low[:2] != "18"  # (1881) counts as often as it dates
    named = before in ("the", "a", "its", "their", "his", "her") or before in ("'s",)
    return (i, i + 1, low) if bracketed or (named and _is_a_thing(after)) else None


def _is_a_thing(after: str) -> bool:
    """The word after "the 2014": an attack or an election, no people."""
    return after.isalpha() and after not in COUNTED and not after.endswith(("ers", "ists", "ants", "ians", "ees"))


def _short_year(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """'98, the '90s: after "in" or a season or month, for '98 may open a quotation."""
    low, before = tokens.lows[i + 1], tokens.lows[i - 1] if i else ""
    if tokens.starts[i + 1] != tokens.ends[i]:
        return None
    if SHORT_DECADE.match(low):
        return i, i + 2, f"{'20' if low[0] in '012' else '19'}{low[0]}X"
    if len(low) == 2 and low.isdecimal() and before in BEFORE_A_YEAR | frozenset(MONTHS):
        return i, i + 2, f"19{low}" if int(low) > 50 else f"20{low}"
    return None


def decade(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """the 1990s, the nineties"""
    j = i + 1 if tokens.lows[i] == "the" else i
    low = tokens.lows[j] if j < stop else ""
    if DECADE.match(low):
        return i, j + 1, f"{low[:3]}X"
    if low in DECADES and (j > i or (i and tokens.lows[i - 1] in ("early", "mid", "late"))):
        return i, j + 1, f"19{DECADES[low]}X"
    if j > i and low in ("'", "\u2019") and j + 1 < stop and SHORT_DECADE.match(tokens.lows[j + 1]):
        inner = _short_year(tokens, j, stop)
        return (i, inner[1], inner[2]) if inner is not None else None
    return None


def quarter(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """the third quarter of 2014, the first half of the year"""
    j = i + 1 if tokens.lows[i] == "the" else i
    low = tokens.lows[j] if j < stop else ""
    number = ORDINALS.get(low.partition("-")[0])
    kind = low.partition("-")[2] or (tokens.lows[j + 1] if j + 1 < stop else "")
    if number is None or kind not in ("quarter", "half") or (kind == "half" and number > 2):
        return None
    end = j + 1 if "-" in low else j + 2
    letter = "Q" if kind == "quarter" else "H"
    k = end + 1 if end < stop and tokens.lows[end] in ("of", "in") else end
    if k < stop and YEAR.match(tokens.lows[k]):
        return i, k + 1, f"{tokens.lows[k]}-{letter}{number}"
    if kind == "half" and (k == end or tokens.lows[k : k + 2] not in (["the", "year"], ["this", "year"])):
        return None
    return i, end if k == end or tokens.lows[k : k + 2] != ["the", "year"] else k + 2, f"--{letter}{number}"


def season(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """the summer of 2014, summer 2014"""
    j = i + 1 if tokens.lows[i] == "the" and i + 1 < stop else i
    low = tokens.lows[j]
    if low not in SEASONS:
        return None
    k = j + 2 if tokens.lows[j + 1 : j + 2] == ["of"] else j + 1
    said, end = year_at(tokens, k, stop)
    if said is None and k < stop:
        short = year(tokens, k, stop) if tokens.lows[k] in ("'", "\u2019") else None
        said, end = (short[2], short[1]) if short is not None else (None, end)
    return (j, end, f"season:{said}-{SEASONS[low]}") if said else None


def feast(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """Christmas Day, Thanksgiving 2014, the second day of Eid al-Adha"""
    if tokens.lows[i] in ORDINALS and tokens.lows[i + 1 : i + 3] == ["day", "of"] and i + 3 < stop:
        whole = feast(tokens, i + 3, stop)
        return (
            None if whole is None or "x" not in whole[2] else (i, whole[1], nth_day(whole[2], ORDINALS[tokens.lows[i]]))
        )
    if not capital(tokens, i):
        return None
    for length in (3, 2, 1):
        value = FEASTS.get(tuple(tokens.lows[i : i + length])) if i + length <= stop else None
        if value is not None:
            said, end = year_at(tokens, i + length, stop)
            if said:
                return i, end, f"{said}{value[1:]}"
            return (i, end, value) if _was_then(tokens, i, end, stop) else None
    return None


def _was_then(tokens: Tokens, start: int, end: int, stop: int) -> bool:
    """Not "ahead of Eid al-Adha", whose year may be that to come, nor "at the Eid al-Adha market"."""
    k = start - 1
    while k >= 0 and (tokens.lows[k] in AROUND_A_FEAST or tokens.lows[k] in ORDINALS):
        k -= 1
    if k >= 0 and tokens.lows[k] in TO_COME:
        return False
    of_another = end < stop and tokens.lows[end].isalpha() and tokens.lows[end] not in OF_A_FEAST
    return not (of_another and start > 0 and tokens.lows[start - 1] in ARTICLES)


def nth_day(value: str, number: int) -> str:
    """--h12-11 of --h12-10x4 and 2: a day of a feast of several days."""
    head, _, days = value.rpartition("-")
    return f"{head}-{int(days.partition('x')[0]) + number - 1:02d}"


def capital(tokens: Tokens, i: int) -> bool:
    """Is the word written with a capital?"""
    return tokens.words[i][0].isupper()


def _day_number(tokens: Tokens, i: int, stop: int) -> int | None:
    if i >= stop:
        return None
    digits = tokens.lows[i].rstrip("stndrh")
    return int(digits) if digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31 else None


def year_at(tokens: Tokens, i: int, stop: int) -> tuple[str | None, int]:
    """The year that stands here, perhaps after a comma or "of", and the token after it; else (None, i)."""
    j = i
    while j < stop and tokens.lows[j] in (",", "of", "."):
        j += 1
    if j < stop and YEAR.match(tokens.lows[j]) and j - i <= 1:
        return tokens.lows[j], j + 1
    return None, i


def _days(year: str | None, month: int, first: int, last: int) -> str:
    head = f"{year or '-'}-{month:02d}"
    return f"{head}-{first:02d}/{head}-{last:02d}" if last > first else f"{head}-{first:02d}"


def weekday_name(tokens: Tokens, i: int) -> int | None:
    """Monday is 0; None for another word, or one without a capital ("a sun hat"). A dash without its spaces
    ("Monday-and") belongs to what follows.
    """
    low, _, joined = tokens.lows[i].partition("-")
    number = WEEKDAYS.get(low) if not joined or joined in JOINED else None
    return number if number is not None and capital(tokens, i) else None
