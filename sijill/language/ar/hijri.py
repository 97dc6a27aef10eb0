"""Days of the Hijri calendar (Umm al-Qura) as days of the Gregorian one."""

from hijridate import Hijri


def hijri_value(year: int, month: int, days: tuple[int, int] | None) -> str | None:
    """The value, as in `language.dates`, of a month or of some days of it; None for days that never were."""
    try:
        length = Hijri(year, month, 1).month_length()
        first, last = days or (1, length)
        start, end = (Hijri(year, month, day).to_gregorian().isoformat() for day in (first, last))
    except (ValueError, OverflowError):
        return None
    return start if start == end else f"{start}/{end}"
