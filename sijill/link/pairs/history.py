"""What a report tells of years before its news."""

from sijill.link.pairs.sketch import FINE_DAYS, Sketch, days_of

LONG_DAYS = 100


def is_history(a: Sketch, b: Sketch) -> bool:
    """ "In 2029 many died there too", below the news: a time of its own, long before the days that the news has of its
    report alone."""
    news, dated = (a, b) if a.days is None else (b, a)
    when = news.claim.when
    if not when.only_reported or when.end is None or news.begin > dated.begin:
        return False
    return days_of(when.start, when.end)[1] - dated.end > LONG_DAYS and (dated.timed or (dated.days or 0) > FINE_DAYS)
