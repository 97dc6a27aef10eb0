"""What stands beside events: running tolls, each of one issuer, and what recurs. Described, never judged."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from sijill.model.beside.pattern import Pattern
from sijill.model.beside.series import Series
from sijill.model.finding import Finding
from sijill.publish.views.beside import FORM_OF_KIND, beyond_of, held_of
from sijill.publish.wording import _
from sijill.review.web.page import reads
from sijill.review.web.paging import paged
from sijill.review.web.showing import Said
from sijill.review.web.visit import Visit

AT_ONCE = 20
BULLETINS, CLAIMS = 60, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A series in words. bulletins: day, number, the claims that say it; held, beyond: of what the total counts."""

    series: Series
    issuer: str
    where: str
    when: str
    says: str
    bulletins: list[tuple[str, str, list[Said]]]
    held: str
    beyond: str
    inside: list[Finding]
    perhaps: list[Finding]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring:
    """A pattern in words. killed: "" where no event of it has a number."""

    pattern: Pattern
    kind: str
    party: str
    what: str
    where: str
    when: str
    killed: str
    events: list[Finding]
    said: list[Said]


def series(visit: Visit) -> Response:
    """Running tolls: in no event and in no total."""
    some, told = paged(visit, visit.view.series, AT_ONCE)
    visit.showing.all(claim for each in some for day in each.bulletins[-BULLETINS:] for claim in day.claims[:CLAIMS])
    return visit.page("series.html", listed=[_running(visit, each) for each in some], **told)


def patterns(visit: Visit) -> Response:
    """What recurs, as a count that opens to its events."""
    some, told = paged(visit, visit.view.patterns, AT_ONCE)
    visit.showing.all(claim for each in some for claim in each.claims[:CLAIMS])
    return visit.page("patterns.html", listed=[_recurring(visit, each) for each in some], **told)


def _running(visit: Visit, each: Series) -> Running:
    view, wording = visit.view, visit.wording
    return Running(
        series=each,
        issuer=view.origin_name(each.issuer),
        where=view.where(each.where) or "",
        when=wording.period(each.when),
        says=wording.bounds(each.low, each.high),
        bulletins=[
            (wording.day(told.as_of), wording.bounds(told.low, told.high), visit.showing.all(told.claims[:CLAIMS]))
            for told in each.bulletins[-BULLETINS:]
        ],
        held=held_of(each, wording),
        beyond=beyond_of(each, wording),
        inside=_events(visit, each.inside),
        perhaps=_events(visit, each.perhaps),
    )


def _recurring(visit: Visit, each: Pattern) -> Recurring:
    view, wording = visit.view, visit.wording
    said = [wording.plain(each.stance)] if each.stance is not None else []
    acts = [wording.plain(each.act)] if each.act is not None else []
    counted = each.events and each.unknown < len(each.events)
    return Recurring(
        pattern=each,
        kind=wording(FORM_OF_KIND[each.kind]),
        party=view.name(each.party),
        what=wording(_(", ")).join([*said, *acts, *map(wording.plain, each.objects)]),
        where=view.name(each.place) if each.place else "",
        when=wording.period(each.when) if each.when.start else "",
        killed=wording.bounds(each.killed_low, each.killed_high) if counted else "",
        events=_events(visit, each.events),
        said=visit.showing.all(each.claims[:CLAIMS]),
    )


def _events(visit: Visit, ids: Sequence[str]) -> list[Finding]:
    return [visit.view.finding_of[each] for each in ids if each in visit.view.finding_of]


PAGES = (reads("/series", series), reads("/patterns", patterns))
