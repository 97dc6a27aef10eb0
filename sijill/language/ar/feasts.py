"""Feasts of the Islamic calendar: "Eid al-Fitr", "the first of the days of Eid al-Adha", "the second day of Eid"."""

from sijill.language.ar.words import listed
from sijill.language.dates import Expression
from sijill.language.en.calendar import nth_day
from sijill.language.tokens import Tokens

DAYS, DAY = "ايام", "اليوم"
OF = frozenset("من ل في".split())
SECOND = {"ثاني": 2, "ثالث": 3, "رابع": 4}
"""Ordinals before "days", without an article; "the first" has one form with both."""
TO_COME = frozenset("قبل قبيل عشيه عشية حتى الى ل".split())
"""Before a feast: it was not yet."""
ON = frozenset(
    "في فى خلال اثناء منذ بعد عقب مع من و يوم ايام اول صباح مساء ليله ليلة فجر ظهر عصر عطله عطلة اجازه اجازة صلاه صلاة"
    " احتفالات".split()
)
"""What may stand before the name of a feast that is a time; not "the market of Eid al-Adha"."""
OF_DAYS = frozenset("يوم ايام اول عطله عطلة من".split()) | frozenset(SECOND) | {DAY}
LONGEST = 3


def feast(tokens: Tokens, i: int, stop: int) -> Expression | None:
    """(start, end, value) of what begins at token i, or None."""
    lows, ordinals = tokens.lows, listed("times.csv", "value", "ordinal")
    if i and lows[i - 1] in TO_COME:
        return None
    following = lows[i + 1] if i + 1 < stop else ""
    if following == DAYS:
        number = SECOND.get(lows[i]) or int(ordinals.get((lows[i],), 0))
        return _nth(tokens, i, i + 2, stop, number)
    if lows[i] == DAY and (following,) in ordinals:
        at = i + 3 if i + 2 < stop and lows[i + 2] in OF else i + 2
        return _nth(tokens, i, at, stop, int(ordinals[following,]))
    whole = _whole(tokens, i, stop)
    return None if whole is None else (i, whole[0], whole[1])


def _nth(tokens: Tokens, i: int, at: int, stop: int, number: int) -> Expression | None:
    whole = _whole(tokens, at, stop)
    return None if whole is None or not number or "x" not in whole[1] else (i, whole[0], nth_day(whole[1], number))


def _whole(tokens: Tokens, i: int, stop: int) -> tuple[int, str] | None:
    """The token after the feast, and its value."""
    feasts, before = listed("times.csv", "value", "feast"), tokens.lows[i - 1] if i else ""
    if before not in ON and (before,) not in listed("times.csv", "value", "ordinal"):
        return None
    k = i - 1
    while k > 0 and (tokens.lows[k] in OF_DAYS or (tokens.lows[k],) in listed("times.csv", "value", "ordinal")):
        k -= 1
    if tokens.lows[k] in TO_COME:
        return None
    for length in range(min(LONGEST, stop - i), 0, -1):
        value = feasts.get(tuple(tokens.lows[i : i + length]))
        if value is not None:
            return i + length, value
    return None
