"""The register of a case as it rests: what was captured, what was made of it, and the names to read it with.

Everything is read when it is first asked for. The chain writes these tables; nothing here computes a result.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from sijill.capture.walk import on_one_line
from sijill.case import Case
from sijill.chain.answering import dated, in_force
from sijill.chain.derived import (
    ASIDE,
    DOCUMENTS,
    DOUBTS,
    ESTIMATES,
    EVENTS,
    FINDINGS,
    LASTING,
    LIKENESSES,
    LINKS,
    LIST_REPEATS,
    LISTED,
    ORIGIN_LINKS,
    ORIGINS,
    OVERLAP_CELLS,
    OVERLAPS,
    PATTERNS,
    PERSON_COUNTS,
    PERSONS,
    REMAINS,
    SERIES,
    SITUATIONS,
    TOTALS,
    Aside,
    ClaimOrigin,
    NotRun,
    OtherForm,
    ReadDocument,
    ResolvedDocument,
)
from sijill.chain.keeping.opening import derived_of, open_ledger
from sijill.chain.knowledge import Known, know
from sijill.chain.reading import unread
from sijill.language.folding import fold
from sijill.language.places.calling import called
from sijill.link.persons.telling.lineage import lineage
from sijill.link.persons.verdicts import verdicts
from sijill.model.beside.pattern import Pattern
from sijill.model.beside.series import Series
from sijill.model.claim import Claim, ClaimId
from sijill.model.decision import Decision, Doubt
from sijill.model.document import Custody, Document, DocumentId, Particulars
from sijill.model.estimate import Estimate, Overlap, OverlapCell
from sijill.model.event import Event, Link, Situation, event_id
from sijill.model.finding import Finding, Total
from sijill.model.party import Party
from sijill.model.person import (
    Likeness,
    ListRepeats,
    Person,
    PersonChange,
    PersonCount,
    PersonId,
    RecordId,
    Remains,
    VictimRecord,
)
from sijill.model.place import Place, Where
from sijill.model.source import OriginLink, Source
from sijill.publish.figures import of_party

T = TypeVar("T")


class Register:
    """A case to be read."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._derived = derived_of(case)

    @cached_property
    def documents(self) -> Sequence[Document]:
        """In ledger order, each with its group of copies once the chain has run."""
        with open_ledger(self.case) as ledger:
            captured = dated(ledger.documents(), in_force(ledger.decisions()))
        return [replace(each, origin=self._run_over.get(each.id)) for each in captured]

    @property
    def added_since(self) -> int:
        """Documents that were captured after the chain ran the last time."""
        return sum(each.id not in self._run_over for each in self.documents) if self._run_over else 0

    @cached_property
    def unread(self) -> frozenset[DocumentId]:
        """Documents that nothing was read of; before the chain ran, all of them."""
        blocks = self._derived.blocks("resolve")
        read = {claim.document for claim in self.claims.values()} if blocks else set()
        waiting = [each.id for each in self.documents if each.id not in self._run_over]
        return unread(self.documents, read).union(waiting)

    @cached_property
    def claims(self) -> dict[ClaimId, Claim]:
        """By id, in the order of ledger and text."""
        blocks = self._derived.blocks("resolve")
        if not blocks:
            self._made(Finding, FINDINGS)
        return {
            claim.id: claim for name in blocks for row in self._made(ResolvedDocument, name) for claim in row.claims
        }

    @cached_property
    def findings(self) -> Sequence[Finding]:
        """Events as they are exported, in order of time."""
        return self._made(Finding, FINDINGS)

    @cached_property
    def estimates(self) -> Sequence[Estimate]:
        """Of the whole case first, the range over models before all; then of its strata."""
        return self._made(Estimate, ESTIMATES)

    @cached_property
    def overlaps(self) -> Sequence[Overlap]:
        """How the lists overlap: of the whole case first, then of its strata."""
        return self._made(Overlap, OVERLAPS)

    @cached_property
    def overlap_cells(self) -> Sequence[OverlapCell]:
        """The persons on exactly the same lists."""
        return self._made(OverlapCell, OVERLAP_CELLS)

    @cached_property
    def events(self) -> Sequence[Event]:
        """As `link` made them: with the claims that stand beside."""
        return self._made(Event, EVENTS)

    @cached_property
    def situations(self) -> Sequence[Situation]:
        """Sieges, campaigns, occupations, in order of id."""
        return self._made(Situation, SITUATIONS)

    @cached_property
    def lasting(self) -> dict[str, Finding]:
        """What is found of each situation, by its id."""
        return {each.id: each for each in self._made(Finding, LASTING)}

    @cached_property
    def links(self) -> Sequence[Link]:
        """Why claims were put together, and the near misses."""
        return self._made(Link, LINKS)

    @cached_property
    def aside(self) -> dict[str, str]:
        """Claims that are in no event and no situation, and the code of why: cumulative, unreal, mention_alone ..."""
        return {each.claim: each.reason for each in self._made(Aside, ASIDE)}

    @cached_property
    def origins(self) -> dict[ClaimId, str]:
        """Whose word each claim is in the end."""
        return {each.claim: each.origin for each in self._made(ClaimOrigin, ORIGINS)}

    @cached_property
    def persons(self) -> Sequence[Person]:
        """Each the records judged to be one human being, in the order of their earliest records."""
        return self._made(Person, PERSONS)

    @cached_property
    def counts(self) -> Sequence[PersonCount]:
        """How many persons there are, everybody first, then by place, month, sex and status."""
        return self._made(PersonCount, PERSON_COUNTS)

    @cached_property
    def repeats(self) -> Sequence[ListRepeats]:
        """How often each list repeats a person."""
        return self._made(ListRepeats, LIST_REPEATS)

    @cached_property
    def history(self) -> Sequence[PersonChange]:
        """Which person became part of which, or was kept apart, since when and by whose word; in order of time."""
        at = {each.id: n for n, each in enumerate(self.documents)}
        members: dict[PersonId, list[VictimRecord]] = {}
        for record in sorted(self.records.values(), key=lambda each: at.get(each.row.document, len(at))):
            if record.id in self.person_of:
                members.setdefault(self.person_of[record.id].id, []).append(record)
        founders = {person: "rec_" + person.removeprefix("psn_") for person in members}
        return lineage(
            {person: sorted(found, key=lambda r: r.id != founders[person]) for person, found in members.items()},
            self.likenesses,
            verdicts(self.decisions, list(self.records)),
            {each.id: each for each in self.decisions},
            {each.id: each.captured for each in self.documents},
        )

    @cached_property
    def likenesses(self) -> Sequence[Likeness]:
        """Pairs of records that were alike enough to be weighed, or that were judged."""
        return self._made(Likeness, LIKENESSES)

    @cached_property
    def records(self) -> dict[RecordId, VictimRecord]:
        """Every victim record, of lists and of texts, by its id."""
        listed = self._made(VictimRecord, LISTED)
        told = (
            each
            for name in self._derived.blocks("extract")
            for row in self._made(ReadDocument, name)
            for each in row.victims
        )
        return {each.id: each for each in (*listed, *told)}

    @cached_property
    def person_of(self) -> dict[RecordId, Person]:
        """The person that each record is of."""
        by_row = {row: person for person in self.persons for row in person.records}
        return {each: by_row[record.row] for each, record in self.records.items() if record.row in by_row}

    @cached_property
    def totals(self) -> Sequence[Total]:
        """One for each harm, over the events in the scope of the case."""
        return self._made(Total, TOTALS)

    @cached_property
    def series(self) -> Sequence[Series]:
        """Running tolls, each of one issuer and scope: beside the totals, never in them."""
        return self._made(Series, SERIES)

    @cached_property
    def patterns(self) -> Sequence[Pattern]:
        """What recurs over events."""
        return self._made(Pattern, PATTERNS)

    @cached_property
    def remains(self) -> Sequence[Remains]:
        """Bodies and graves that were found."""
        return self._made(Remains, REMAINS)

    @cached_property
    def kinship(self) -> Sequence[OriginLink]:
        """Why texts count as one origin: the graph that decisions of kind `origin` correct."""
        return self._made(OriginLink, ORIGIN_LINKS)

    @cached_property
    def doubts(self) -> Sequence[Doubt]:
        """Of every step, those on which most persons hang first."""
        return self._made(Doubt, DOUBTS)

    @cached_property
    def custody(self) -> Sequence[Custody]:
        """What happened to each original, in ledger order."""
        with open_ledger(self.case) as ledger:
            return ledger.custody()

    @cached_property
    def accounts(self) -> dict[str, str]:
        """The names behind the codes of the log."""
        with open_ledger(self.case) as ledger:
            return ledger.names()

    @cached_property
    def decisions(self) -> Sequence[Decision]:
        """All that were ever made, in ledger order."""
        with open_ledger(self.case) as ledger:
            return ledger.decisions()

    @cached_property
    def known(self) -> Known:
        """Parties, places and sources: packs, gazetteer and decisions."""
        return know(self.case, in_force(self.decisions))

    @cached_property
    def heard(self) -> Sequence[Source]:
        """The known sources that published a document here or speak in one, most heard first."""
        said = [each for each in self.known.sources if self.documents_by[each.id] or self.claims_by[each.id]]
        return sorted(said, key=lambda each: (-self.documents_by[each.id], -self.claims_by[each.id], each.id))

    @cached_property
    def documents_by(self) -> Counter[str]:
        """Documents by the id of their source."""
        by_name = {fold(name): each.id for each in self.known.sources for name in (each.name, *each.aliases)}
        told = (by_name.get(fold(each.source)) for each in self.documents if each.source)
        return Counter(each for each in told if each is not None)

    @cached_property
    def claims_by(self) -> Counter[str]:
        """Claims by the id of each source in their chains."""
        return Counter(s.source for claim in self.claims.values() for s in claim.speakers if s.source is not None)

    @cached_property
    def finding_of(self) -> dict[str, Finding]:
        return {each.id: each for each in self.findings}

    @cached_property
    def formerly(self) -> dict[str, str]:
        """Ids that an event had or might have had before it was joined to an older one -> the event it is in now."""
        return {event_id(claim): each.id for each in self.findings for claim in each.claims}

    @cached_property
    def document_of(self) -> dict[str, Document]:
        return {each.id: each for each in self.documents}

    def document(self, document: DocumentId) -> Document:
        return self.document_of[document]

    def texts(self, documents: Sequence[DocumentId]) -> dict[DocumentId, str]:
        """The texts that spans count in; a document without a text has none."""
        with open_ledger(self.case) as ledger:
            return {each: text.text for each, text in ledger.texts(documents).items()}

    def particulars(self, document: DocumentId) -> Particulars:
        """What was read of a document beside its text."""
        with open_ledger(self.case) as ledger:
            return ledger.particulars([document]).get(document, Particulars())

    def place(self, place: str) -> Place | None:
        """The place under this id, if the case knows it."""
        return self._places.get(place)

    def where(self, where: Where, *, otherwise: str = "place not said") -> str:
        """The name of a place as the case knows it, before it what the words name in it; as it was said in doubt."""
        place = self.place(where.place) if where.place is not None else None
        return called(where.text, place) or otherwise

    def places_called(self, name: str) -> set[str]:
        """Ids of the places that bear this name in any spelling, or this id."""
        folded = fold(name)
        called = (
            each for each in self.known.places if folded and folded in {fold(n) for n in (each.name, *each.aliases)}
        )
        return {*(each.id for each in called), *({name} & set(self._places))}

    def parties_called(self, name: str) -> set[str]:
        """Ids of the parties that bear this name in any spelling."""
        folded = fold(name)
        return {p.id for p in self.known.parties if folded in {fold(n) for n in (p.name, *p.aliases)}}

    def party_name(self, party: str) -> str:
        """Its name in the case; a party that is not resolved is named as it was said."""
        return self._party_of[party].name if party in self._party_of else party

    def is_party(self, part: str) -> bool:
        """Is this part of a range of a party, and not of children, women, civilians?"""
        return of_party(part, self._party_of)

    def short_name(self, party: str) -> str:
        """For a narrow column: the first alias that the tables give, if it is a name too and shorter."""
        known = self._party_of.get(party)
        first = next(iter(known.aliases), "") if known is not None else ""
        return first if first[:1].isupper() and len(first) < len(self.party_name(party)) else self.party_name(party)

    def name(self, which: str) -> str:
        """What stands behind an id: a name, a title, the words of a claim; other values as they are."""
        place, claim, document = self.place(which), self._claims.get(which), self.document_of.get(which)
        if claim is not None:
            return f"“{claim.quote}”"
        if document is not None:
            return on_one_line(document.title or document.name)
        return place.name if place is not None else self._sources.get(which) or self.party_name(which)

    def title(self, which: str) -> str:
        """What an event or situation is called; "" for one that got no finding."""
        found = self.finding_of.get(which) or self.lasting.get(which)
        return found.title if found is not None else ""

    def source_of(self, document: DocumentId) -> str:
        """Whose own voice a document is."""
        found = self.document(document)
        return on_one_line(found.source or found.name)

    @cached_property
    def _run_over(self) -> dict[DocumentId, str | None]:
        """The group of copies of each document that the chain has run over."""
        return {each.id: each.origin for each in self._derived.load(Document, DOCUMENTS) or ()}

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {str(each): claim for each, claim in self.claims.items()}

    @cached_property
    def _places(self) -> dict[str, Place]:
        return {each.id: each for each in self.known.places}

    @cached_property
    def _party_of(self) -> dict[str, Party]:
        return {each.id: each for each in self.known.parties}

    @cached_property
    def _sources(self) -> dict[str, str]:
        return {each.id: each.name for each in self.known.sources}

    def _made(self, kind: type[T], name: str) -> list[T]:
        found = self._derived.load(kind, name)
        if found is None:
            raise OtherForm(case=self.case) if self._derived.holds(name) else NotRun(case=self.case)
        return found
