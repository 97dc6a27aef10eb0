"""Persons: the records judged to be one human being, side by side, in every script."""

from starlette.responses import Response

from sijill.model.decision import Verdict
from sijill.model.person import Person
from sijill.review.decisions import judge
from sijill.review.web.page import acts, reads
from sijill.review.web.pages.history import changes
from sijill.review.web.visit import NotFound, Visit

AT_ONCE = 100


def listed(visit: Visit) -> Response:
    """Everybody whom a document names, or those whose name holds some letters."""
    words = visit.asked("name").casefold()
    found = [each for each in visit.view.persons if not words or _named(each, words)]
    page = int(visit.asked("page")) if visit.asked("page").isdigit() else 0
    return visit.page(
        "persons.html",
        persons=found[page * AT_ONCE : (page + 1) * AT_ONCE],
        number=len(found),
        name=visit.asked("name"),
        page=page,
        pages=(len(found) + AT_ONCE - 1) // AT_ONCE,
    )


def show(visit: Visit) -> Response:
    """One person."""
    person = visit.view.person_of.get(visit.id())
    if person is None:
        raise NotFound(seen=visit.id())
    view = visit.view
    claims = [each.claim for each in person.fates if each.claim is not None]
    return visit.page(
        "person.html",
        person=person,
        records=[(each, view.documents.get(each.document)) for each in person.records],
        said=visit.showing.by_id(claims),
        events=[view.finding_of[each] for each in person.events if each in view.finding_of],
        doubts=view.doubts_about.get(person.id, []),
        history=changes(visit, visit.desk.journal.on(person.id)),
    )


def judge_pair(visit: Visit) -> Response:
    """This and another person: one human being, or two."""
    other = visit.said("other")
    if visit.id() not in visit.view.person_of or other not in visit.view.person_of or other == visit.id():
        raise NotFound(seen=other)
    pair = tuple(sorted((visit.id(), other)))
    last = visit.desk.journal.last("link", pair)
    made = judge(
        visit.desk.ledger,
        visit.view,
        pair,
        visit.choice(Verdict, "verdict", Verdict.UNSURE),
        author=visit.author,
        because=visit.said("because"),
        seen=last.id if last is not None else None,
    )
    return visit.decided([made], f"/persons/{visit.id()}")


def _named(person: Person, words: str) -> bool:
    return any(words in each.text.casefold() for each in person.names)


PAGES = (reads("/persons", listed), reads("/persons/{id}", show), acts("/persons/{id}/judge", judge_pair))
