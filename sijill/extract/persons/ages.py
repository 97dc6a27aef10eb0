"""Ages beside a name: "(34)", ", 34,", "aged 12", "five-year-old", "a farmer of 60"."""

from sijill.language.numbers import TENS, UNITS
from sijill.language.tokens import Tokens

OLDEST = 120
MONTHS_A_YEAR = 12
Age = tuple[int, int]
Found = tuple[Age, int, int]
"""The age, and the tokens [start, end) that say it."""
YEARS = frozenset("year years yrs yr y.o yo".split())
MONTHS = frozenset("month months week weeks day days".split())
AGED = frozenset(("aged", "age", "ages"))


def number_of(low: str) -> int | None:
    """ "34", "thirty-four", "eight"."""
    if low.isdigit():
        return int(low)
    if low in UNITS:
        return UNITS[low]
    tens, _, unit = low.partition("-")
    if tens in TENS and (not unit or unit in UNITS):
        return TENS[tens] + UNITS.get(unit, 0)
    return None


def age_before(tokens: Tokens, i: int, start: int) -> Found | None:
    """The age that ends with token i: "13-year-old", "13-year old", "five year old"."""
    low = tokens.lows[i]
    if low.endswith("-old") and (age := _hyphened(low.removesuffix("-old"))) is not None:
        return age, i, i + 1
    if low not in ("old", "olds") or i - 1 < start:
        return None
    if (age := _hyphened(tokens.lows[i - 1])) is not None:
        return age, i - 1, i + 1
    if tokens.lows[i - 1] == "-" and i - 2 >= start and (age := _hyphened(tokens.lows[i - 2])) is not None:
        return age, i - 2, i + 1
    if i - 4 >= start and tokens.lows[i - 3] in ("or", "to", "-"):
        least, most = (_counted(number_of(tokens.lows[k]), tokens.lows[i - 1]) for k in (i - 4, i - 2))
        if least is not None and most is not None:
            return (least[0], most[1]), i - 4, i + 1
    if i - 2 >= start and (age := _counted(number_of(tokens.lows[i - 2]), tokens.lows[i - 1])) is not None:
        return age, i - 2, i + 1
    return None


def age_after(tokens: Tokens, i: int, stop: int) -> Found | None:
    """The age that begins at token i: "34", "aged 34", "34 years old", "five months", "a 34-year-old"."""
    first = i
    if (i < stop and tokens.lows[i] in AGED) or (i < stop and tokens.lows[i] in ("a", "an", "only", "just", "about")):
        i += 1
    if i >= stop:
        return None
    low = tokens.lows[i]
    if (age := _hyphened(low.removesuffix("-old"))) is not None:
        end = i + 2 if i + 1 < stop and tokens.lows[i + 1] == "old" else i + 1
        return age, first, end
    number = number_of(low)
    if number is None or number > OLDEST or tokens.lows[first] in ("a", "an"):
        return None
    unit = tokens.lows[i + 1] if i + 1 < stop else ""
    age = _counted(number, unit)
    if age is None:
        return (number, number), first, i + 1
    end = i + 3 if i + 2 < stop and tokens.lows[i + 2] in ("old", "of") else i + 2
    return age, first, end


def _hyphened(low: str) -> Age | None:
    """ "13-year", "five-months"."""
    number, _, unit = low.rpartition("-")
    return _counted(number_of(number), unit) if number else None


def _counted(number: int | None, unit: str) -> Age | None:
    if number is None or number > OLDEST:
        return None
    if unit in YEARS:
        return number, number
    if unit in MONTHS:
        years = number // MONTHS_A_YEAR if unit.startswith("month") else 0
        return years, years
    return None
