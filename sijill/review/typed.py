"""Numbers and days as people type them, in English and Arabic: either kind of digits, months by number or by name."""

import re
from datetime import date
from functools import cache

from babel import Locale

from sijill.language.folding import fold

MONTHS = (Locale("en"), Locale("ar", "SY"), Locale("ar", "EG"))
"""Where names of months are from: English, those of the Levant, and those of the rest."""
FORMS = ("wide", "abbreviated")
BETWEEN = str.maketrans("", "", ",٬")
PART = re.compile(r"\d+|[^\W\d_]+(?:\s+[^\W\d_]+)*")
BESIDE = re.compile(r"[\s/.,،٫-]*")
LONGEST = 9


def whole(typed: str) -> int | None:
    """85, 1,200, ٨٥ or ١٬٢٠٠ as a number; None if it is none, or longer than any number of people."""
    plain = typed.translate(BETWEEN)
    return int(plain) if plain.isdecimal() and len(plain) <= LONGEST else None


def day(typed: str) -> str | None:
    """A day as the value of a date: 2016, 2016-02, 2016-02-14, 14/2/2016, ١٤ شباط ٢٠١٦. None if it is none."""
    found = PART.findall(typed)
    said = [each for each in map(_part, found) if each is not None]
    if not 0 < len(said) == len(found) <= 3 or BESIDE.fullmatch(PART.sub("", typed)) is None:
        return None
    if len(said) > 1 and len(said[-1]) == 4:
        said = [said[2], said[0], said[1]] if len(said) == 3 and not found[0].isdecimal() else said[::-1]
    if len(said[0]) != 4:
        return None
    iso = "-".join([said[0], *(each.zfill(2) for each in said[1:])])
    try:
        date.fromisoformat((iso + "-01-01")[:10])
    except ValueError:
        return None
    return iso


def _part(typed: str) -> str | None:
    """Digits of a year, month or day; a month by its name."""
    if typed.isdecimal():
        return "".join(str(int(each)) for each in typed)
    month = _months().get(fold(typed))
    return None if month is None else str(month)


@cache
def _months() -> dict[str, int]:
    return {
        fold(name): number
        for locale in MONTHS
        for form in FORMS
        for number, name in locale.months["format"][form].items()
    }
