"""Days for the times that claims were read with. Without a date of publication a relative time is a doubt.

A count told without a time has the day of its scene: "On Monday shelling hit X. ... In Y, in X, three people died."
That reaches from the place it was told of down to places that lie in it, never up: "in Arvania 500 have died" after a
raid on a town is no news of that raid. Only what leads to it, the headline, may name a wider place. What is dated so is
marked as carried over in its reading.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from types import MappingProxyType

from sijill.language.datelines import Order, printed_day, printed_days
from sijill.language.days import anchor, edges, either_day, either_year, lasts
from sijill.model.claim import Claim, ClaimId, Part, Reading
from sijill.model.decision import Doubt, Reason, Step, doubt
from sijill.model.document import Document, DocumentId
from sijill.model.place import Place, PlaceId, Where
from sijill.model.when import Period, Precision

NOTHING_SETTLED: Mapping[str, Period] = MappingProxyType({})
NO_SCENES: Mapping[ClaimId, Part] = MappingProxyType({})
LEADS = "news time"
"""The rule of a time told soon after a headline or lead."""
ACT = "time of the act"
"""The rule of a time told of "the attack" that was told without one."""
NEAR = "scene time"
"""The rule of a time told in the sentence before."""
DESCRIBED = "described place"
"""The rule of a place without a name ("a town"), which may be any that is named."""
AGAIN = "same number"
"""The rule of a number that is told elsewhere in the report with its time."""
TOLD_ON = "told on"
"""The rule of a number that was told on a day."""
LATER, WINDOW = "time of the scene", "last:"
"""The rule of the time of the news told further on, and the value of one that is a number of days: of all it counts."""
FEW, SOON = 10, 400
"""Fewer people than these, told again further on than so many code points, may be others: their places must fit too."""
LONG, WEEKS = frozenset({Precision.MONTH, Precision.SEASON, Precision.YEAR}), 21
"""Times in which a number may well be told of two events, and the most days that are no such time."""
MEANWHILE = "same time"
"""The rule of news that the words put at the same time, at whatever place."""
SINCE = "since:"
"""Value of a time at which something lasting began: "the fighting" told of after it went on from there."""
EARLIER, MONTH = "earlier:", 31
"""Value of a time before the report within one of so many days: "earlier this month"."""

Told = tuple[int, int]
"""Code points of the words of a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """The day that the times of a document count from, and the doubt where its page prints another one."""

    day: str | None
    doubts: tuple[Doubt, ...] = ()


def orders_of(written: Iterable[tuple[str | None, Order | None]]) -> dict[str, Order]:
    """source -> which number comes first where its pages write a date in figures: a source that prints 24-08-2031 means
    the 3rd of April by 03-04-2031. None for a source that writes both ways, or of which no page shows it.
    """
    shown: dict[str, set[Order]] = defaultdict(set)
    for source, order in written:
        if source is not None and order is not None:
            shown[source].add(order)
    return {source: next(iter(orders)) for source, orders in shown.items() if len(orders) == 1}


def reported(document: Document, text: str, *, decided: bool, order: Order | None = None) -> Reported:
    """A page dated in its own head, to the day, counts from that day: a recorded day is often that of a download or a
    wrong order of day and month. The recorded one stays as it is, and whoever knows better decides.

    decided   somebody decided the day of publication: nothing else is asked
    order     in which the source writes day and month in figures; without it, 03-04-2031 is asked where neither reading
              is the recorded day
    """
    recorded = document.published
    if decided or recorded is None or len(recorded) < len("2031-05-12"):
        return Reported(day=recorded)
    printed = printed_day(text, order)
    days = (printed,) if printed is not None else printed_days(text)
    if not days or recorded[:10] in days:
        return Reported(day=recorded)
    values = {"document": document.id, "printed": ", ".join(days), "recorded": recorded[:10]}
    code = "other_day_printed" if printed is not None else "either_day_printed"
    question = Reason(code=code, values=values)
    asked = doubt(Step.RESOLVE, question, (document.id,), (*days, recorded[:10]))
    return Reported(day=printed or recorded, doubts=(asked,))


def resolve_dates(
    claims: Iterable[Claim],
    readings: Mapping[ClaimId, Reading],
    published: Mapping[DocumentId, str | None],
    settled: Mapping[str, Period] = NOTHING_SETTLED,
    scenes: Mapping[ClaimId, Part] = NO_SCENES,
) -> tuple[dict[ClaimId, tuple[Period, str | None]], list[Doubt]]:
    """(when, as_of) per claim; one doubt for each expression of a document that no date could be given.

    settled the days that an analyst gave to words of time, by the value these were read as
    scenes  the time of the scene, for claims without one of their own: taken if it is a day, nothing is asked of it
            What is told as news without any has the day of the report and the one before, and one doubt asks the day
    as_of   the last day of publication where it is known: a toll is current when it is reported. One that the words
            say was given before it: the day that they tell, if that is earlier, else the day before the report; one
            that they only say was told on a day: that day, if it is earlier
    """
    found: dict[ClaimId, tuple[Period, str | None]] = {}
    waiting: dict[tuple[DocumentId, str, str], list[ClaimId]] = {}
    listed = list(claims)
    for claim in listed:
        day = published.get(claim.document)
        part = _when(readings.get(claim.id))
        period = _settled(claim, part, settled) or _period(claim, part, day)
        if part is None and claim.id in scenes:
            period = _scene_day(scenes[claim.id], day, settled)
        if period is None and part is not None:
            waiting.setdefault((claim.document, part.value or "", claim.when.text or ""), []).append(claim.id)
        found[claim.id] = (period or claim.when, _as_of(claim, day, readings.get(claim.id)))
    found.update(_with_their_whole(listed, found))
    doubts = [_ask(*key, ids, published.get(key[0])) for key, ids in waiting.items()]
    return found, [*doubts, *_date_news(listed, readings, found, published, settled)]


def _date_news(
    claims: Sequence[Claim],
    readings: Mapping[ClaimId, Reading],
    found: dict[ClaimId, tuple[Period, str | None]],
    published: Mapping[DocumentId, str | None],
    settled: Mapping[str, Period],
) -> list[Doubt]:
    """Give what is told as news without a time the days that the report leaves for it; a doubt for each such range."""
    asked: dict[tuple[DocumentId, str], list[ClaimId]] = {}
    for claim, part in _told_as_news(claims, readings, found):
        value, day = part.value or "", published.get(claim.document)
        period = settled.get(value) or anchor(value, day)
        if period is not None and lasts(period, 7):
            found[claim.id] = (replace(period, text=None), found[claim.id][1])
            if value not in settled and period.start != period.end:
                asked.setdefault((claim.document, value), []).append(claim.id)
    found.update(_with_their_whole(claims, found))
    return [_ask_news(*key, ids, found[ids[0]][0]) for key, ids in asked.items()]


def _ask_news(document: DocumentId, value: str, ids: list[ClaimId], when: Period) -> Doubt:
    question = Reason(code="day_not_told", values={"document": document, "time": value})
    days = dict.fromkeys((when.end, when.start))
    return doubt(Step.RESOLVE, question, (document, *ids), tuple(day for day in days if day is not None))


def _told_as_news(
    claims: Iterable[Claim], readings: Mapping[ClaimId, Reading], found: Mapping[ClaimId, tuple[Period, str | None]]
) -> list[tuple[Claim, Part]]:
    """The claims that nothing dates but the report, each with the part that says so."""
    open_ = (claim for claim in claims if found[claim.id][0] == Period())
    parts = ((claim, next(iter(_parts(readings, claim, "report")), None)) for claim in open_)
    return [(claim, part) for claim, part in parts if part is not None]


def _with_their_whole(
    claims: Iterable[Claim], found: Mapping[ClaimId, tuple[Period, str | None]]
) -> dict[ClaimId, tuple[Period, str | None]]:
    """ "At least five of those killed were children": a part without a time has that of its whole."""
    dated = {}
    for claim in claims:
        whole = found.get(ClaimId(claim.toll.subset_of)) if claim.toll is not None and claim.toll.subset_of else None
        when, as_of = found[claim.id]
        if when == Period() and whole is not None:
            dated[claim.id] = (replace(whole[0], text=None), as_of)
    return dated


def _when(reading: Reading | None) -> Part | None:
    return next((part for part in reading.parts if part.field == "when" and part.value), None) if reading else None


def _period(claim: Claim, part: Part | None, day: str | None) -> Period | None:
    if part is None or part.value is None:
        return claim.when
    period = None if either_year(part.value, day) else anchor(part.value, day)
    return (
        None
        if period is None
        else Period(start=period.start, end=period.end, precision=period.precision, text=claim.when.text)
    )


def _scene_day(part: Part, day: str | None, settled: Mapping[str, Period]) -> Period | None:
    value = part.value or ""
    found = settled.get(value) or (None if either_year(value, day) else anchor(value, day))
    if found is None:
        return None
    short = found.precision not in LONG and lasts(found, WEEKS)
    earlier = part.rule == MEANWHILE and value.startswith(EARLIER) and lasts(found, MONTH)
    goes_on = part.rule == MEANWHILE and value.startswith(SINCE) and lasts(found, WEEKS)
    window = part.rule == LATER and value.startswith(WINDOW) and short
    fits = earlier or goes_on or window or (short if part.rule == AGAIN else lasts(found, 1))
    return replace(found, text=None) if fits else None


def _settled(claim: Claim, part: Part | None, settled: Mapping[str, Period]) -> Period | None:
    decided = settled.get(part.value or "") if part is not None else None
    return None if decided is None else replace(decided, text=claim.when.text)


def _as_of(claim: Claim, day: str | None, reading: Reading | None) -> str | None:
    if claim.toll is None or day is None:
        return None
    first, last = edges(day)
    given = next((part for part in reading.parts if part.field == "as_of"), None) if reading else None
    if given is None:
        return last.isoformat()
    told = anchor(given.value or "", day)
    known = told.end if told is not None and told.end is not None and told.end < first.isoformat() else None
    return known or (last if given.rule == TOLD_ON else first - timedelta(days=1)).isoformat()


def _ask(document: DocumentId, value: str, text: str, ids: list[ClaimId], day: str | None) -> Doubt:
    """Of a time that a date of publication would settle, that date; of any other, the day: 3/4/2014, "that night", or
    3 June in a report of May.
    """
    days = either_day(value) or either_year(value, day)
    code = "which_day" if day is not None or days else "relative_date_without_publication_date"
    question = Reason(code=code, values={"document": document, "words": text, "time": value})
    return doubt(Step.RESOLVE, question, (document, *ids), days)


def scene_times(
    claims: Iterable[Claim],
    readings: Mapping[ClaimId, Reading],
    wheres: Mapping[ClaimId, Where],
    places: Mapping[PlaceId, Place],
) -> dict[ClaimId, Part]:
    """For the claims of one document without a time of their own, the part that says the one of their scene, where the
    place of the scene is theirs or holds it.

    wheres   where each claim is, as far as it is known
    """
    listed = list(claims)
    scenes: dict[Told, list[Claim]] = defaultdict(list)
    for claim in listed:
        for part in _parts(readings, claim, "when"):
            if not part.carried:
                scenes[part.start, part.end].append(claim)
    found: dict[ClaimId, Part] = {}
    for claim in listed:
        if claim.when.text:
            continue
        own = any(not each.carried and each.rule != DESCRIBED for each in _parts(readings, claim, "where"))
        here = wheres.get(claim.id, claim.where)
        for told in sorted(_parts(readings, claim, "scene"), key=lambda part: part.rule != AGAIN):
            of_it = [each for each in scenes[told.start, told.end] if told.rule != ACT or each.act is claim.act]
            around = [wheres.get(each.id, each.where) for each in of_it]
            if told.rule == ACT:
                fits = _same_place(here, around, places, doubtful=False)
            elif told.rule == AGAIN:
                far = told.start - claim.span[1] > SOON or claim.span[0] - told.end > SOON
                few = claim.toll is not None and (claim.toll.number or 0) < FEW
                fits = _same_place(here, around, places, doubtful=few and far)
            else:
                fits = told.rule == MEANWHILE or (told.rule == LEADS and _holds(here, around, places))
                fits = fits or _reaches(here, around, places, own=own, near=told.rule == NEAR)
            if fits:
                found[claim.id] = told
                break
    return found


def _same_place(here: Where, around: Iterable[Where], places: Mapping[PlaceId, Place], *, doubtful: bool) -> bool:
    """May a number that is told again be of the same place? doubtful: one of the places has to hold the other."""
    known = [each for each in around if each.place in places]
    if here.place not in places or not known:
        return not doubtful or here.text is None or any(here.text == each.text for each in around)
    joined = [here.place in _ring(each, places) or each.place in _ring(here, places) for each in known]
    return any(joined) or (not doubtful and any(_is_vague(each, places) for each in (here, *known)))


def _is_vague(where: Where, places: Mapping[PlaceId, Place]) -> bool:
    """Is it only known to be around a place ("near Corvo"), and so perhaps in another one?"""
    return where.place is not None and where.precision.value != places[where.place].kind


def _parts(readings: Mapping[ClaimId, Reading], claim: Claim, field: str) -> list[Part]:
    reading = readings.get(claim.id)
    return [part for part in reading.parts if part.field == field] if reading else []


def _reaches(here: Where, around: Iterable[Where], places: Mapping[PlaceId, Place], *, own: bool, near: bool) -> bool:
    """own: the claim names its place itself. Whether that lies in a scene whose place is not known, only the next
    sentence tells, and never of a whole country.
    """
    known = [each for each in around if each.place in places]
    if own and _is_country(here, places):
        return False
    if not known:
        return near or not own
    if here.place not in places:
        same = not own or here.text is None or any(here.text in (each.text or "") for each in around)
        return same or all(_is_country(each, places) for each in known)
    return any(each.place in _ring(here, places) for each in known)


def _holds(here: Where, around: Iterable[Where], places: Mapping[PlaceId, Place]) -> bool:
    """Whether some place of the scene lies in this one."""
    return any(here.place in _ring(each, places) for each in around if each.place in places)


def _ring(where: Where, places: Mapping[PlaceId, Place]) -> tuple[PlaceId, ...]:
    """The place and all it lies in."""
    return () if where.place is None else (where.place, *places[where.place].within)


def _is_country(where: Where, places: Mapping[PlaceId, Place]) -> bool:
    return where.place is not None and where.place in places and places[where.place].kind == "country"
