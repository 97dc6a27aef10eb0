"""Days for the times that claims were read with. Without a date of publication a relative time is a doubt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from sijill.language.datelines import printed_day
from sijill.language.days import anchor, edges, either_day
from sijill.model.claim import Claim, ClaimId, Part, Reading
from sijill.model.decision import Doubt, Reason, Step, doubt
from sijill.model.document import Document, DocumentId
from sijill.model.when import Period

NOTHING_SETTLED: Mapping[str, Period] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """The day that the times of a document count from, and the doubt where its page prints another one."""

    day: str | None
    doubts: tuple[Doubt, ...] = ()


def reported(document: Document, text: str, *, decided: bool) -> Reported:
    """A page dated in its own head, to the day, counts from that day: a recorded day is often that of a download or a
    wrong order of day and month. The recorded one stays as it is, and whoever knows better decides.

    decided   somebody decided the day of publication: nothing else is asked
    """
    recorded = document.published
    if decided or recorded is None or len(recorded) < len("2031-05-12"):
        return Reported(day=recorded)
    printed = printed_day(text)
    if printed is None or printed == recorded[:10]:
        return Reported(day=recorded)
    values = {"document": document.id, "printed": printed, "recorded": recorded[:10]}
    question = Reason(code="other_day_printed", values=values)
    return Reported(day=printed, doubts=(doubt(Step.RESOLVE, question, (document.id,), (printed, recorded[:10])),))


def resolve_dates(
    claims: Iterable[Claim],
    readings: Mapping[ClaimId, Reading],
    published: Mapping[DocumentId, str | None],
    settled: Mapping[str, Period] = NOTHING_SETTLED,
) -> tuple[dict[ClaimId, tuple[Period, str | None]], list[Doubt]]:
    """(when, as_of) per claim; one doubt for each expression of a document that no date could be given.

    settled the days that an analyst gave to words of time, by the value these were read as
    as_of   the last day of publication where it is known: a toll is current when it is reported
    """
    found: dict[ClaimId, tuple[Period, str | None]] = {}
    waiting: dict[tuple[DocumentId, str, str], list[ClaimId]] = {}
    for claim in claims:
        day = published.get(claim.document)
        part = _when(readings.get(claim.id))
        period = _settled(claim, part, settled) or _period(claim, part, day)
        if period is None and part is not None:
            waiting.setdefault((claim.document, part.value or "", claim.when.text or ""), []).append(claim.id)
        found[claim.id] = (period or claim.when, _as_of(claim, day))
    return found, [_ask(*key, ids, published.get(key[0])) for key, ids in waiting.items()]


def _when(reading: Reading | None) -> Part | None:
    return next((part for part in reading.parts if part.field == "when" and part.value), None) if reading else None


def _period(claim: Claim, part: Part | None, day: str | None) -> Period | None:
    if part is None or part.value is None:
        return claim.when
    period = anchor(part.value, day)
    return (
        None
        if period is None
        else Period(start=period.start, end=period.end, precision=period.precision, text=claim.when.text)
    )


def _settled(claim: Claim, part: Part | None, settled: Mapping[str, Period]) -> Period | None:
    decided = settled.get(part.value or "") if part is not None else None
    return None if decided is None else replace(decided, text=claim.when.text)


def _as_of(claim: Claim, day: str | None) -> str | None:
    return edges(day)[1].isoformat() if claim.toll is not None and day is not None else None


def _ask(document: DocumentId, value: str, text: str, ids: list[ClaimId], day: str | None) -> Doubt:
    """Of a time that a date of publication would settle, that date; of any other, the day: 3/4/2014, "that night"."""
    code = "which_day" if day is not None or either_day(value) else "relative_date_without_publication_date"
    question = Reason(code=code, values={"document": document, "words": text, "time": value})
    return doubt(Step.RESOLVE, question, (document, *ids), either_day(value))
