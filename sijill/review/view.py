"""What somebody may see of a register as one run left it: the only door by which pages, lists, search and API read.

Nothing in a view changes. Who may not open a document has a view without it and without all that rests on it
(`narrowing`): a number that could be looked through is not shown.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar

from sijill.case import Case
from sijill.chain.derived import NotRun, OtherForm
from sijill.chain.register import Register
from sijill.language.folding import fold
from sijill.language.places.calling import called
from sijill.model.beside.pattern import Pattern
from sijill.model.beside.series import Series
from sijill.model.claim import Act, Claim, ClaimId
from sijill.model.decision import Doubt
from sijill.model.document import Document, DocumentId, Region
from sijill.model.event import Event, Link, Situation
from sijill.model.finding import Finding, Total
from sijill.model.party import Party
from sijill.model.person import Likeness, Person, RecordId, VictimRecord
from sijill.model.place import Place, Where
from sijill.model.source import Source
from sijill.review.index import Index, indexed
from sijill.store.ledger import Ledger

T = TypeVar("T")


class Unmade(StrEnum):
    """Why a case has documents and no register: no run came to its end, or what one left does not read any more."""

    NEVER = "never"
    OTHER_FORM = "other_form"


@dataclass(frozen=True, kw_only=True, eq=False)
class View:
    """The register of one run, or the part of it that somebody may see.

    number    counts the runs that the desk has shown      unread    documents that nothing was read of
    whole     nothing was left out for want of permission  lasting   what is found of each situation
    unmade    why there is nothing but documents; None: a run has made the register
    """

    number: int
    title: str
    ledger: Ledger
    documents: Mapping[str, Document]
    claims: Mapping[str, Claim] = field(default_factory=dict)
    findings: Sequence[Finding] = ()
    events: Mapping[str, Event] = field(default_factory=dict)
    situations: Sequence[Situation] = ()
    lasting: Mapping[str, Finding] = field(default_factory=dict)
    links: Sequence[Link] = ()
    aside: Mapping[str, str] = field(default_factory=dict)
    persons: Sequence[Person] = ()
    totals: Sequence[Total] = ()
    series: Sequence[Series] = ()
    patterns: Sequence[Pattern] = ()
    doubts: Sequence[Doubt] = ()
    origins: Mapping[ClaimId, str] = field(default_factory=dict)
    records: Mapping[RecordId, VictimRecord] = field(default_factory=dict)
    likenesses: Sequence[Likeness] = ()
    unread: Collection[DocumentId] = frozenset()
    parties: Mapping[str, Party] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    whole: bool = True
    unmade: Unmade | None = None

    def text(self, document: str) -> str | None:
        """The text of a document that may be seen; None where there is none."""
        if document not in self.documents:
            return None
        found = self.ledger.texts([DocumentId(document)])
        return next((each.text for each in found.values()), None)

    def texts(self, documents: Iterable[str]) -> dict[str, str]:
        """The texts of those documents that may be seen and have one."""
        wanted = [DocumentId(each) for each in dict.fromkeys(documents) if each in self.documents]
        return {str(each): text.text for each, text in self.ledger.texts(wanted).items()}

    def regions(self, document: str) -> Sequence[Region]:
        """Where each line of a document that may be seen stands in its original."""
        if document not in self.documents:
            return ()
        told = self.ledger.particulars([DocumentId(document)])
        return next((each.regions for each in told.values()), ())

    def ready(self) -> None:
        """Count what pages look up, before the first of them asks."""
        for name, told in vars(View).items():
            if isinstance(told, cached_property):
                getattr(self, name)

    @cached_property
    def finding_of(self) -> dict[str, Finding]:
        return {each.id: each for each in (*self.findings, *self.lasting.values())}

    @cached_property
    def index(self) -> Index:
        """Its events in every order and under every filter."""
        doubted = {self.event_of.get(each, each) for each in self.doubts_about}
        return indexed(self.findings, documents=self.documents, places=self.places, doubted=doubted)

    @cached_property
    def acts(self) -> list[Act]:
        """Those that some event is."""
        used = {each.act for each in self.findings}
        return [each for each in Act if each in used]

    @cached_property
    def latest(self) -> list[Document]:
        """Documents, the latest published first."""
        return sorted(self.documents.values(), key=lambda each: (each.published or "", each.id), reverse=True)

    @cached_property
    def situation_of(self) -> dict[str, Situation]:
        return {each.id: each for each in self.situations}

    @cached_property
    def event_of(self) -> dict[str, str]:
        """The event or situation of each claim; a claim that stands beside events has the first of them."""
        found = {str(claim): str(each.id) for each in self.situations for claim in each.claims}
        beside = {str(claim): each.id for each in reversed(list(self.events.values())) for claim in each.beside}
        own = {str(claim): str(each.id) for each in self.events.values() for claim in each.claims}
        return {**beside, **found, **own}

    @cached_property
    def called(self) -> dict[str, dict[str, str]]:
        """Places, parties and sources by their folded names, by kind: what a name that nobody knows may be."""
        known: dict[str, Mapping[str, Place | Party | Source]] = {
            "place": self.places,
            "party": self.parties,
            "source": self.sources,
        }
        return {
            kind: {fold(name): id_ for id_, each in rows.items() for name in (each.name, *each.aliases)}
            for kind, rows in known.items()
        }

    @cached_property
    def merged_into(self) -> dict[str, str]:
        """The event that an older id now points to."""
        return {str(old): each.id for each in self.events.values() for old in each.merged}

    @cached_property
    def claims_of(self) -> dict[str, list[Claim]]:
        """Claims of a document, in the order of its text."""
        found = _grouped((claim.document, claim) for claim in self.claims.values())
        return {document: sorted(each, key=lambda claim: (claim.span, claim.id)) for document, each in found.items()}

    @cached_property
    def links_of(self) -> dict[str, list[Link]]:
        """Comparisons in which a claim of an event took part, the strongest first."""
        ends = ((self.event_of.get(end), link) for link in self.links for end in (link.left, link.right))
        found = _grouped((event, link) for event, link in ends if event is not None)
        return {
            event: sorted(
                {(each.left, each.right): each for each in some}.values(), key=lambda each: (-each.score, each.left)
            )
            for event, some in found.items()
        }

    @cached_property
    def doubts_about(self) -> dict[str, list[Doubt]]:
        return _grouped((about, each) for each in self.doubts for about in each.about)

    @cached_property
    def doubt_of(self) -> dict[str, Doubt]:
        return {each.id: each for each in self.doubts}

    @cached_property
    def persons_of(self) -> dict[str, list[Person]]:
        return _grouped((str(event), each) for each in self.persons for event in each.events)

    @cached_property
    def persons_in(self) -> dict[str, list[Person]]:
        """Persons by each document that names them."""
        pairs = ((str(row), each) for each in self.persons for row in {row.document for row in each.records})
        return _grouped(pairs)

    @cached_property
    def person_of(self) -> dict[str, Person]:
        return {each.id: each for each in self.persons}

    @cached_property
    def records_of(self) -> dict[str, list[VictimRecord]]:
        """The records of each person, in the order in which the person has their rows."""
        by_row = {each.row: each for each in self.records.values()}
        return {each.id: [by_row[row] for row in each.records if row in by_row] for each in self.persons}

    @cached_property
    def person_by_record(self) -> dict[RecordId, str]:
        """The person that each record is of."""
        return {record.id: person for person, records in self.records_of.items() for record in records}

    @cached_property
    def likenesses_of(self) -> dict[RecordId, list[Likeness]]:
        """How each record compares with others."""
        found = _grouped((str(end), each) for each in self.likenesses for end in (each.left, each.right))
        return {RecordId(record): some for record, some in found.items()}

    @cached_property
    def copies_of(self) -> dict[str, list[Document]]:
        """Documents of one origin, the earliest published first."""
        listed = sorted(self.documents.values(), key=lambda each: (each.published or "9999", each.id))
        return _grouped((each.origin, each) for each in listed if each.origin is not None)

    @cached_property
    def events_at(self) -> dict[str, list[Finding]]:
        """Events by the place that is their own."""
        return _grouped((str(each.where.place), each) for each in self.findings if each.where.place is not None)

    @cached_property
    def events_laid_to(self) -> dict[str, list[Finding]]:
        """Events by each party accused of them."""
        laid = ((each, {str(row.party): None for row in each.attribution if row.accused_by}) for each in self.findings)
        return _grouped((party, each) for each, parties in laid for party in parties)

    @cached_property
    def documents_by(self) -> dict[str, int]:
        """How many documents stand under each name of a source, as it was told."""
        found: dict[str, int] = defaultdict(int)
        for each in self.documents.values():
            found[each.source or ""] += 1
        return dict(found)

    @cached_property
    def claims_by(self) -> dict[str, int]:
        """How many claims have each known source in their chain of voices."""
        found: dict[str, int] = defaultdict(int)
        for claim in self.claims.values():
            for source in {each.source for each in claim.speakers if each.source is not None}:
                found[source] += 1
        return dict(found)

    def where(self, where: Where) -> str | None:
        """The known place with what its words name in it, else the words; None where no place is said."""
        return called(where.text, self.places.get(where.place or ""))

    def name(self, known: str) -> str:
        """What an id stands for; any other value as it is."""
        if known in self.documents:
            return self.documents[known].title or self.documents[known].name
        if known in self.claims:
            return self.claims[known].quote
        if known in self.finding_of:
            return self.finding_of[known].title
        for names in (self.places, self.parties, self.sources):
            if known in names:
                return names[known].name
        return known

    def origin_name(self, origin: str) -> str:
        """Who stands behind a group of copies: the source or party cited, else who published the first of them."""
        kind, _, known = origin.partition(":")
        document = self.documents.get(known if kind == "copies" else origin)
        if document is not None:
            return document.source or document.title or document.name
        return self.name(known or origin)

    def claims_of_event(self, event: str) -> Sequence[ClaimId]:
        """Its own, and those that stand beside it."""
        found = self.events.get(event)
        return (*found.claims, *found.beside) if found is not None else ()


def load_view(case: Case, ledger: Ledger, number: int) -> View:
    """Everything as it rests. What the chain has not made, or made in another form, is not there: the documents alone,
    and `unmade` says why."""
    register = Register(case)
    made: dict[str, Any] = {}
    unmade: Unmade | None = None
    try:
        made = _made(register)
    except NotRun:
        unmade = Unmade.NEVER
    except OtherForm:
        unmade = Unmade.OTHER_FORM
    known = register.known
    return View(
        number=number,
        title=case.title,
        ledger=ledger,
        documents={str(each.id): each for each in register.documents},
        parties={each.id: each for each in known.parties},
        places={each.id: each for each in known.places},
        sources={each.id: each for each in known.sources},
        unmade=unmade,
        **made,
    )


def _made(register: Register) -> dict[str, Any]:
    """The fields of a view that a run makes."""
    return {
        "findings": register.findings,
        "claims": {str(id_): claim for id_, claim in register.claims.items()},
        "events": {str(each.id): each for each in register.events},
        "situations": register.situations,
        "lasting": register.lasting,
        "links": register.links,
        "aside": register.aside,
        "persons": register.persons,
        "totals": register.totals,
        "series": register.series,
        "patterns": register.patterns,
        "doubts": register.doubts,
        "origins": register.origins,
        "records": register.records,
        "likenesses": register.likenesses,
        "unread": register.unread,
    }


def _grouped(pairs: Iterable[tuple[str | None, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for key, each in pairs:
        if key is not None:
            found[key].append(each)
    return dict(found)
