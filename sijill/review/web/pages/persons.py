"""Persons: the records judged to be one human being, side by side, in every script."""

from dataclasses import dataclass

from starlette.responses import Response

from sijill.errors import SijillError
from sijill.link.persons.telling.levels import ALONE, TOGETHER, told, told_beside
from sijill.model.decision import Verdict
from sijill.model.document import Document
from sijill.model.person import Likeness, Person, VictimRecord
from sijill.publish.wording import _
from sijill.review.decisions import judge, split_person
from sijill.review.web.page import acts, reads
from sijill.review.web.pages.history import changes
from sijill.review.web.paging import paged
from sijill.review.web.visit import NotFound, Visit

AT_ONCE, MOST_NEAR = 100, 12
Cell = tuple[str, str]


class SomeNotAll(SijillError):
    """Nothing chosen to be taken out of a person, or everything."""

    def __init__(self) -> None:
        super().__init__(SOME_NOT_ALL)


SOME_NOT_ALL = _("choose some of the records, and not all of them")


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A record in its column: what it says, field by field, and how it compares with the others of the person."""

    record: VictimRecord
    document: Document | None
    says: list[Cell]
    alike: list[tuple[str, list[Cell], str, bool]]


def listed(visit: Visit) -> Response:
    """Everybody whom a document names, or those whose name holds some letters."""
    words = visit.asked("name").casefold()
    found, told = paged(visit, [each for each in visit.view.persons if not words or _named(each, words)], AT_ONCE)
    return visit.page("persons.html", persons=found, name=visit.asked("name"), **told)


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
        records=_beside(visit, person),
        said=visit.showing.by_id(claims),
        events=[view.finding_of[each] for each in person.events if each in view.finding_of],
        doubts=view.doubts_about.get(person.id, []),
        near=_near(visit, person),
        history=changes(visit, visit.desk.journal.on(person.id, *(each.id for each in view.records_of[person.id]))),
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


def take_out(visit: Visit) -> Response:
    """The records that were chosen, into a person of their own or into another one."""
    person = visit.view.person_of.get(visit.id())
    if person is None:
        raise NotFound(seen=visit.id())
    records = [each.id for each in visit.view.records_of[person.id]]
    chosen = [each for each in records if f"record-{each}" in visit.form]
    into = visit.view.person_of.get(visit.said("other"))
    if not chosen or len(chosen) == len(records):
        raise SomeNotAll()
    if visit.said("other") and (into is None or into is person):
        raise NotFound(seen=visit.said("other"))
    made = split_person(
        visit.desk.ledger,
        visit.view,
        visit.desk.journal,
        person,
        chosen,
        author=visit.author,
        because=visit.said("because"),
        into=into,
    )
    return visit.decided(made, f"/persons/{person.id}")


def _named(person: Person, words: str) -> bool:
    return any(words in each.text.casefold() for each in person.names)


def _beside(visit: Visit, person: Person) -> list[Beside]:
    view = visit.view
    own = {each.id for each in view.records_of[person.id]}
    return [
        Beside(
            record=each,
            document=view.documents.get(each.row.document),
            says=_says(visit, each),
            alike=[
                _alike(visit, each, pair)
                for pair in view.likenesses_of.get(each.id, ())
                if {pair.left, pair.right} <= own
            ],
        )
        for each in view.records_of[person.id]
    ]


def _says(visit: Visit, record: VictimRecord) -> list[Cell]:
    """What a record says, in the words of whoever reads; what it does not say is not there."""
    wording, view = visit.wording, visit.view
    where = view.name(record.place.place) if record.place.place else record.place.text
    age = record.age and (f"{record.age[0]}" if record.age[0] == record.age[1] else f"{record.age[0]}–{record.age[1]}")
    cells = (
        (_("Name"), " · ".join(each.text for each in record.names)),
        (_("Also called"), record.kunya),
        (_("Sex, as said"), wording.plain(record.sex) if record.sex else None),
        (_("age"), age),
        (_("Born"), wording.day(record.born) if record.born else None),
        (_("What became of them"), wording.plain(record.fate)),
        (_("When"), wording.period(record.died) if record.died.start or record.died.end or record.died.text else None),
        (_("Where"), where),
        (_("Said to be"), wording.plain(record.status) if record.status.value != "unknown" else None),
        (_("Cause"), record.cause),
    )
    return [(wording(name), value) for name, value in cells if value]


def _alike(visit: Visit, record: VictimRecord, pair: Likeness) -> tuple[str, list[Cell], str, bool]:
    """The other record, what the levels of the comparison say, what they weigh alone and why otherwise beside the
    other pairs of either record, and whether somebody judged it.
    """
    other = visit.view.records[pair.right if pair.left == record.id else pair.left]
    levels = [(visit.wording.plain(name), visit.wording(words)) for name, words, _level in told(pair.levels)]
    if pair.alone is not None:
        beside = [(ALONE, f"{pair.alone:+.1f}"), *told_beside(pair.company), (TOGETHER, f"{pair.odds:+.1f}")]
        levels += [(visit.wording.plain(name), visit.wording(words)) for name, words in beside]
    return f"{other.row.list} {other.row.row}", levels, f"{pair.odds:+.1f}", pair.judged is not None


def _near(visit: Visit, person: Person) -> list[Person]:
    """Other persons whose records were compared with these: those this may have to be one with."""
    view = visit.view
    ends = (
        end
        for each in view.records_of[person.id]
        for pair in view.likenesses_of.get(each.id, ())
        for end in (pair.left, pair.right)
    )
    found = (view.person_by_record.get(each) for each in ends)
    return [view.person_of[each] for each in dict.fromkeys(found) if each is not None and each != person.id][:MOST_NEAR]


PAGES = (
    reads("/persons", listed),
    reads("/persons/{id}", show),
    acts("/persons/{id}/judge", judge_pair),
    acts("/persons/{id}/split", take_out),
)
