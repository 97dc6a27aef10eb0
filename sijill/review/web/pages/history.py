"""What was decided: on one thing, or on everything, each with what it changed from."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from starlette.responses import Response

from sijill.model.decision import Decision
from sijill.model.person import RecordId
from sijill.review.accounts import GRANT, RESTRICTION
from sijill.review.decisions import take_back
from sijill.review.moved import seen_by
from sijill.review.typed import whole
from sijill.review.web.page import acts, reads
from sijill.review.web.visit import NotFound, Visit

OF_PEOPLE = (GRANT, RESTRICTION, "release")
AT_ONCE = 100
Difference = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One decision in words. differences: field, before, after."""

    id: str
    kind: str
    about: list[tuple[str, str | None]]
    by: str
    at: str
    because: str
    differences: list[Difference]
    taken_back: bool
    last: bool


def show(visit: Visit) -> Response:
    """The latest first, a hundred at a time."""
    visible = [each for each in visit.desk.journal.all if seen(visit, each)]
    page = whole(visit.asked("page")) or 0
    latest = list(reversed(visible))[page * AT_ONCE : (page + 1) * AT_ONCE]
    return visit.page(
        "history.html", history=changes(visit, latest), page=page, more=len(visible) > (page + 1) * AT_ONCE
    )


def moved(visit: Visit) -> Response:
    """What the last runs moved, and the decisions before each."""
    movements = [seen_by(each, visit.view) for each in visit.desk.movements]
    return visit.page("moved.html", movements=[(each, changes(visit, each.decisions)) for each in movements])


def runs(visit: Visit) -> Response:
    """How far the chain is, for the strip at the top of a page."""
    return visit.page("runs.html", since=visit.asked("since"))


def retract(visit: Visit) -> Response:
    """Take one decision back, from wherever it is shown."""
    found = next((each for each in visit.desk.journal.all if each.id == visit.id()), None)
    if found is None or not seen(visit, found) or found.kind in OF_PEOPLE:
        raise NotFound(seen=visit.id())
    made = take_back(visit.desk.ledger, visit.desk.journal, found, author=visit.author, because=visit.said("because"))
    return visit.decided([made], visit.said("to") or "/history")


def seen(visit: Visit, decision: Decision) -> bool:
    """May this person see it? Nothing about what they may not open, and nothing about accounts."""
    if decision.kind in OF_PEOPLE:
        return False
    if visit.view.whole:
        return True
    return all(not _is_id(each) or _known(visit, each) for each in decision.about) and not _tells(visit, decision)


def changes(visit: Visit, decisions: Iterable[Decision]) -> list[Change]:
    """In words, with what each changed from."""
    journal = visit.desk.journal
    return [
        Change(
            id=each.id,
            kind=visit.wording.plain(each.kind),
            about=[_about(visit, one) for one in each.about],
            by=visit.alias(each.by),
            at=visit.wording.day(each.at),
            because=each.because,
            differences=differences(_before(visit, each), each.value),
            taken_back=each.value == "null",
            last=journal.last(each.kind, each.about) is each,
        )
        for each in decisions
        if seen(visit, each)
    ]


def differences(before: str | None, after: str) -> list[Difference]:
    """Fields that differ, as text; a value that is no record is one field without a name."""
    old, new = (_fields(json.loads(each)) if each is not None else {} for each in (before, after))
    names = dict.fromkeys((*old, *new))
    return [(name, old.get(name, ""), new.get(name, "")) for name in names if old.get(name, "") != new.get(name, "")]


def _fields(value: object, name: str = "") -> dict[str, str]:
    if isinstance(value, dict):
        found: dict[str, str] = {}
        for key, each in value.items():
            if key not in ("found_at", "span", "document", "claims", "extractor", "confidence"):
                found |= _fields(each, f"{name}.{key}".strip("."))
        return found
    if isinstance(value, list):
        return {name: ", ".join(map(str, value))} if value else {}
    return {} if value is None else {name: str(value)}


def _before(visit: Visit, decision: Decision) -> str | None:
    same = [each for each in visit.desk.journal.on(*decision.about) if each.kind == decision.kind]
    earlier = [each for each in same if each.about == decision.about]
    at = earlier.index(decision)
    return earlier[at - 1].value if at else None


def _about(visit: Visit, known: str) -> tuple[str, str | None]:
    view = visit.view
    if known in view.claims:
        claim = view.claims[known]
        return f"“{claim.quote}”", f"/documents/{claim.document}#{claim.id}"
    pages = (("documents", view.documents), ("events", view.finding_of), ("persons", view.person_of))
    for page, things in pages:
        if known in things:
            return visit.name(known) if page != "persons" else known, f"/{page}/{known}"
    if RecordId(known) in view.records:
        record = view.records[RecordId(known)]
        person = view.person_by_record.get(record.id)
        return " · ".join(each.text for each in record.names) or known, f"/persons/{person}" if person else None
    if known in view.doubt_of:
        return visit.wording.sentence(view.doubt_of[known].question, visit.name), f"/queue?doubt={known}"
    for page, rows in (("places", view.places), ("parties", view.parties), ("sources", view.sources)):
        if known in rows:
            return view.name(known), f"/{page}/{known}"
    return known, None


def _is_id(known: str) -> bool:
    return known[:4] in ("doc_", "clm_", "evt_", "sit_", "psn_", "rec_", "dbt_")


def _known(visit: Visit, id_: str) -> bool:
    view = visit.view
    things = (view.documents, view.claims, view.finding_of, view.person_of, view.doubt_of, view.records)
    return any(id_ in each for each in things)


def _tells(visit: Visit, decision: Decision) -> bool:
    """Does its value speak of a document that is closed?"""
    return any(each in decision.value for each in visit.desk.hidden(visit.account)) or (
        not any(map(_is_id, decision.about)) and decision.kind == "comment"
    )


PAGES = (
    reads("/history", show),
    reads("/moved", moved),
    reads("/runs", runs),
    acts("/history/{id}/take-back", retract),
)
