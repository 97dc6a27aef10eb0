"""When a document was published, as told: 2016, 2016-02 or 2016-02-14. Never today's date, never finer than told."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sijill.errors import SijillError
from sijill.model.decision import Doubt, Reason, Step, doubt
from sijill.model.document import DocumentId

PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:\d\d.*)?)?)?", re.ASCII)
DAYS = ("%d", "%j", "%x", "%c", "%F", "%D")
MONTHS = ("%m", "%b", "%B")
UNREADABLE = "published_unreadable"
IN_FUTURE = "published_in_future"


class NotADate(SijillError):
    """A date told for a whole batch that is none."""

    def __init__(self, *, seen: str, why: str) -> None:
        super().__init__(f"published {seen[:40]!r} {why}: wanted a past date as 2016, 2016-02 or 2016-02-14")
        self.seen = seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A date, or None with the code of what is wrong with the words seen."""

    date: str | None
    fault: str | None = None
    seen: str | None = None


def published(words: str | None, *, captured: str, form: str | None = None) -> Published:
    """Read a date of publication.

    captured   when it was added (UTC, ISO 8601); a later date than the day after that (time zones) is not believed
    form       as for strptime; None for a date as 2016, 2016-02 or 2016-02-14, with or without a time
    """
    if words is None or not words.strip():
        return Published(date=None)
    words = words.strip()
    read = _partial(words) if form is None else _formed(words, form)
    if read is None:
        return Published(date=None, fault=UNREADABLE, seen=words)
    latest = (date.fromisoformat(captured[:10]) + timedelta(days=1)).isoformat()
    if read > latest[: len(read)]:
        return Published(date=None, fault=IN_FUTURE, seen=words)
    return Published(date=read)


def told_date(words: str | None, *, captured: str) -> str | None:
    """A date told for a whole batch. Raises NotADate."""
    read = published(words, captured=captured)
    if read.fault is not None:
        why = "lies in the future" if read.fault == IN_FUTURE else "cannot be read"
        raise NotADate(seen=words or "", why=why)
    return read.date


def date_doubts(read: Published, document: DocumentId, *, captured: str) -> tuple[Doubt, ...]:
    """The question that an unbelievable date leaves."""
    if read.fault is None:
        return ()
    values = {"seen": (read.seen or "")[:80]} | ({"captured": captured[:10]} if read.fault == IN_FUTURE else {})
    return (doubt(Step.CAPTURE, Reason(code=read.fault, values=values), (document,)),)


def _partial(words: str) -> str | None:
    match = PARTIAL.fullmatch(words)
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, day) if part is not None)


def _formed(words: str, form: str) -> str | None:
    try:
        read = datetime.strptime(words, form).replace(tzinfo=UTC).date().isoformat()
    except ValueError:
        return None
    if any(each in form for each in DAYS):
        return read
    return read[:7] if any(each in form for each in MONTHS) else read[:4]
