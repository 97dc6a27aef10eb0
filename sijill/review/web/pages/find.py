"""Lists: events as a table and a map of the same selection, documents, claims; and searches kept for another day."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from weakref import WeakKeyDictionary

from starlette.responses import Response

from sijill.model.claim import Harm
from sijill.model.finding import EventStatus, Finding
from sijill.review.accounts import Permission
from sijill.review.finding import Filter, events_said, filter_of, find_claims, find_documents, find_events
from sijill.review.view import View
from sijill.review.web.maps import Located, located
from sijill.review.web.page import acts, reads
from sijill.review.web.paging import paged
from sijill.review.web.visit import Visit, go

AT_ONCE, MOST_MARKS, MOST_CLAIMS, MOST_DOCUMENTS = 50, 400, 20, 8
MAP_SIZE = (860, 420)
KEPT = "search"
MAPS_KEPT = 100
_maps: WeakKeyDictionary[View, dict[tuple[str, Filter], Located | None]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An event in a table."""

    finding: Finding
    when: str
    where: str
    tolls: list[tuple[str, str]]
    accused: list[str]
    doubts: int
    assigned: str


def events(visit: Visit) -> Response:
    """The selection, a page at a time."""
    wanted = filter_of(visit.request.query_params)
    words = cache(partial(_words, visit))
    said = events_said(visit.view, wanted.words, words) if wanted.words else frozenset()
    found = find_events(visit.view, wanted, words, said=said)
    shown, told = paged(visit, found, AT_ONCE)
    claims = find_claims(visit.view, wanted, words, most=MOST_CLAIMS) if wanted.words else []
    return visit.page(
        "found.html" if visit.part else "events.html",
        wanted=wanted,
        lines=[_line(visit, each) for each in shown],
        claims=visit.showing.all(each.id for each in claims),
        documents=find_documents(visit.view, wanted, words, most=MOST_DOCUMENTS) if wanted.words else [],
        lasting=[each for id_, each in visit.view.lasting.items() if id_ in said],
        map=_map(visit, found, wanted) if visit.asked("map") != "no" else None,
        statuses=list(EventStatus),
        used_acts=visit.view.acts,
        harms=[each for each in Harm if each is not Harm.NONE],
        parties=sorted(visit.view.events_laid_to, key=visit.view.name),
        kept=kept(visit),
        totals=visit.view.totals,
        ready=visit.desk.searchable,
        **told,
    )


def documents(visit: Visit) -> Response:
    """Every document, or those that hold some words."""
    wanted = filter_of(visit.request.query_params)
    found, told = paged(visit, find_documents(visit.view, wanted, partial(_words, visit)), AT_ONCE)
    return visit.page("documents.html", wanted=wanted, documents=found, **told)


def situations(visit: Visit) -> Response:
    """Sieges, campaigns and occupations."""
    return visit.page("situations.html", lasting=list(visit.view.lasting.values()))


def keep(visit: Visit) -> Response:
    """Keep a search under a name, for oneself."""
    wanted = filter_of(dict(visit.form))
    key = f"{visit.account.code}/{visit.said('name')[:80]}"
    if visit.said("forget"):
        visit.desk.ledger.desk.drop(KEPT, key)
    elif visit.said("name"):
        visit.desk.ledger.desk.keep(KEPT, key, wanted.address)
    return go(f"/events?{wanted.address}")


def kept(visit: Visit) -> list[tuple[str, str]]:
    """Name and address of the searches that this person keeps."""
    found = visit.desk.ledger.desk.all(KEPT)
    mine = f"{visit.account.code}/"
    return [(key.removeprefix(mine), address) for key, address in found.items() if key.startswith(mine)]


def _words(visit: Visit, words: str, kind: str) -> Iterable[str]:
    return visit.desk.search.find(words, kind)


def _line(visit: Visit, finding: Finding) -> Line:
    view, wording = visit.view, visit.wording
    assigned = visit.desk.journal.settled("assignment", (finding.id,))
    return Line(
        finding=finding,
        when=wording.period(finding.when),
        where=view.where(finding.where) or "",
        tolls=[(wording.harm(h), wording.figure(told)) for h, told in finding.tolls.items() if h is not Harm.NONE],
        accused=list(dict.fromkeys(view.name(row.party) for row in finding.attribution if row.accused_by)),
        doubts=len({d.id for id_ in (finding.id, *finding.claims) for d in view.doubts_about.get(id_, ())}),
        assigned=visit.alias(json.loads(assigned.value)) if assigned is not None else "",
    )


def _map(visit: Visit, findings: Sequence[Finding], wanted: Filter) -> Located | None:
    """Drawn once for each view, language and filter."""
    kept = _maps.setdefault(visit.view, {})
    key = (visit.language, wanted)
    if key not in kept:
        if len(kept) >= MAPS_KEPT:
            kept.clear()
        kept[key] = _drawn(visit, findings)
    return kept[key]


def _drawn(visit: Visit, findings: Sequence[Finding]) -> Located | None:
    """One mark a place, as large as the largest toll there; the places with the largest first."""
    at: dict[tuple[float, float], list[Finding]] = {}
    for each in findings:
        if each.where.lat is not None and each.where.lon is not None:
            at.setdefault((each.where.lon, each.where.lat), []).append(each)
    harmed = visit.view.index.harmed
    sized = [(max(harmed[each.id] for each in some), place, some) for place, some in at.items()]
    most = sorted(sized, key=lambda each: (-each[0], each[1]))[:MOST_MARKS]
    return located(
        [(lon, lat, _said_at(visit, some)) for _, (lon, lat), some in most],
        visit.desk.outlines,
        hrefs=[
            f"/events/{some[0].id}" if len(some) == 1 else f"/events?place={some[0].where.place}" for *_, some in most
        ],
        sizes=[(_size(persons), any(_is_open(each) for each in some)) for persons, _, some in most],
        size=MAP_SIZE,
    )


def _said_at(visit: Visit, findings: Sequence[Finding]) -> str:
    first = findings[0]
    if len(findings) == 1:
        return visit.title(first)
    place = visit.view.places.get(first.where.place or "")
    name = place.name if place is not None else first.where.text or ""
    return f"{name}: {visit.wording.several('%(num)d event', '%(num)d events', len(findings)) % {'num': len(findings)}}"


def _size(persons: int) -> float:
    return float(min(22.0, 4.0 + persons**0.5))


def _is_open(finding: Finding) -> bool:
    return any(told.low is not None and told.high is None for told in finding.tolls.values())


PAGES = (
    reads("/events", events),
    reads("/documents", documents),
    reads("/situations", situations),
    acts("/searches", keep, Permission.READ),
)
