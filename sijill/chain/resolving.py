"""Resolving: document by document under the key of its claims and of what is known, then who copied whom over all."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sijill.chain.asked import answers_to, watched
from sijill.chain.derived import (
    DOCUMENTS,
    ORIGIN_DOUBTS,
    ORIGIN_LINKS,
    ORIGINS,
    ClaimOrigin,
    DateOrder,
    Derived,
    ReadDocument,
    ResolvedDocument,
)
from sijill.chain.knowledge import Known
from sijill.chain.reading import BATCH, Block, Progress, written_in
from sijill.chain.versions import digest, version_of
from sijill.language.datelines import Order
from sijill.language.folding import fold
from sijill.model.claim import Claim, ClaimId
from sijill.model.decision import Decision, Doubt
from sijill.model.document import Document, DocumentId
from sijill.model.exchange import to_json
from sijill.model.source import OriginLink, Source
from sijill.resolve.answered import NO_ANSWERS, Answers, answers
from sijill.resolve.claims import resolve_document, resolve_origins
from sijill.resolve.corrections import Corrections, corrections
from sijill.resolve.dates import orders_of, reported
from sijill.resolve.knowledge import Knowledge, Settled, index_knowledge, party_key
from sijill.resolve.people.told_names import told_names
from sijill.resolve.sources import source_of_document
from sijill.store.ledger import Ledger

STEP = "resolve"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """All claims in the order of ledger and text, and where they come from.

    key       stands for all of it          documents   each with its group of copies
    outlets   the known source that a document was captured under
    """

    key: str
    claims: Mapping[ClaimId, Claim]
    documents: Sequence[Document]
    origins: Mapping[ClaimId, str]
    outlets: Mapping[DocumentId, Source]
    doubts: Sequence[Doubt]


def resolve_documents(
    documents: Sequence[Document],
    blocks: Sequence[Block],
    ledger: Ledger,
    *,
    known: Known,
    decisions: Sequence[Decision],
    derived: Derived,
    progress: Progress,
) -> tuple[Resolved, int]:
    """Everything resolved, and how many documents had to be resolved again."""
    knowledge = index_knowledge(parties=known.parties, sources=known.sources, places=known.places, home=known.home)
    settled = settled_names(decisions)
    by_document = {each.id: each for each in documents}
    desk = _Desk(
        knowledge=knowledge,
        settled=settled,
        made_with=digest(version_of("resolve", "language", "model"), known.digest),
        documents=by_document,
        orders=_orders(blocks, by_document, derived),
        answered=answers(decisions),
        ledger=ledger,
    )
    rows: list[ResolvedDocument] = []
    again = 0
    for at, block in enumerate(blocks):
        done, count = desk.resolve(block, derived)
        rows.extend(done)
        again += count
        progress(STEP, at + 1, len(blocks))
    derived.keep_only(STEP, (*(_name(each) for each in blocks), DOCUMENTS, ORIGINS, ORIGIN_LINKS, ORIGIN_DOUBTS))
    claims = {claim.id: claim for row in rows for claim in row.claims}
    days = {row.document: row.day for row in rows}
    documents = [replace(each, published=days.get(each.id, each.published)) for each in documents]
    judged = corrections(decisions)
    described = to_json([replace(each, origin=None, captured="") for each in documents])
    key = digest(described, to_json(judged), to_json(settled.sources), *(row.key for row in rows))
    with_origin, origins, doubts = _origins(documents, claims, desk, judged=judged, key=key, derived=derived)
    by_id = {each.id: each for each in known.sources}
    outlets = {each.id: source_of_document(each.source, knowledge.sources, settled.sources) for each in documents}
    resolved = Resolved(
        key=key,
        claims=claims,
        documents=with_origin,
        origins=origins,
        outlets={document: by_id[source] for document, source in outlets.items() if source in by_id},
        doubts=[*(each for row in rows for each in row.doubts), *doubts],
    )
    return resolved, again


def _orders(blocks: Sequence[Block], documents: Mapping[DocumentId, Document], derived: Derived) -> dict[str, Order]:
    """How each source writes dates in figures, by all of its pages."""
    rows = (row for block in blocks for row in derived.load(DateOrder, written_in(block)) or ())
    return orders_of((documents[row.document].source, row.order) for row in rows)


def settled_names(decisions: Iterable[Decision]) -> Settled:
    """The names that people gave an id, by their folded form; of two decisions on one name the later stands."""
    names: dict[str, dict[str, str]] = {"place": {}, "party": {}, "source": {}}
    for each in decisions:
        if each.kind in names and len(each.about) == 1:
            value = json.loads(each.value)
            if isinstance(value, str):
                folded = fold(each.about[0]) if each.kind == "place" else party_key(each.about[0])
                names[each.kind][folded] = value
    return Settled(places=names["place"], parties=names["party"], sources=names["source"])  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What stays the same for all documents of a run."""

    knowledge: Knowledge
    settled: Settled
    made_with: str
    documents: Mapping[DocumentId, Document]
    orders: Mapping[str, Order]
    answered: Mapping[DocumentId, Answers]
    ledger: Ledger

    def resolve(self, block: Block, derived: Derived) -> tuple[list[ResolvedDocument], int]:
        """The rows of a block, and how many of them were made again."""
        name = _name(block)
        keys = {each: self._key(each, block.keys[each]) for each in block.documents}
        loaded = derived.load(ResolvedDocument, name) or ()
        before = {row.document: row for row in loaded if self._stands(row, keys.get(row.document))}
        made: dict[DocumentId, ResolvedDocument] = {}
        if not all(each in before for each in block.documents):
            stale = [read for read in block.rows if read.document not in before]
            made = {row.document: row for row in self._made(stale, keys)}
        rows = [made[each] if each in made else before[each] for each in block.documents]
        key = digest(*(row.key for row in rows))
        if not derived.fresh(key, name):
            derived.save(ResolvedDocument, name, key, rows)
        return rows, len(made)

    def _stands(self, row: ResolvedDocument, key: str | None) -> bool:
        """Would it be made again as it is?"""
        return key is not None and row.key == digest(key, to_json(answers_to(row.asked, self.settled)))

    def _key(self, document: DocumentId, read: str) -> str:
        """Of everything that a document is made from but the decisions on names."""
        told = self.documents[document]
        answered = self.answered.get(document)
        order = self.orders.get(told.source or "")
        by = to_json(answered) if answered else None
        return digest(read, told.published, told.source, order, self.made_with, by)

    def _made(self, stale: Sequence[ReadDocument], keys: Mapping[DocumentId, str]) -> Iterator[ResolvedDocument]:
        for at in range(0, len(stale), BATCH):
            batch = stale[at : at + BATCH]
            texts = self.ledger.texts([each.document for each in batch])
            for each in batch:
                settled, tables = watched(self.settled)
                told, text = self.documents[each.document], texts[each.document].text
                answered = self.answered.get(each.document, NO_ANSWERS)
                order = self.orders.get(told.source or "")
                report = reported(told, text, decided=answered.dated, order=order)
                claims, doubts = resolve_document(
                    told,
                    text,
                    each.claims,
                    {reading.claim: reading for reading in each.readings},
                    knowledge=self.knowledge,
                    settled=settled,
                    answered=answered,
                    report=report,
                )
                asked = tuple(sorted(name for table in tables for name in table.names))
                key = digest(keys[each.document], to_json(answers_to(asked, self.settled)))
                yield ResolvedDocument(
                    document=each.document, key=key, asked=asked, day=report.day, claims=claims, doubts=doubts
                )


def _origins(
    documents: Sequence[Document],
    claims: Mapping[ClaimId, Claim],
    desk: _Desk,
    *,
    judged: Corrections,
    key: str,
    derived: Derived,
) -> tuple[Sequence[Document], dict[ClaimId, str], Sequence[Doubt]]:
    """Who copied whom: again as soon as any document or claim changed."""
    if derived.fresh(key, DOCUMENTS, ORIGINS, ORIGIN_LINKS, ORIGIN_DOUBTS):
        grouped, found = derived.load(Document, DOCUMENTS), derived.load(ClaimOrigin, ORIGINS)
        asked = derived.load(Doubt, ORIGIN_DOUBTS)
        if grouped is not None and found is not None and asked is not None:
            return grouped, {each.claim: each.origin for each in found}, asked
    texts = {each: text.text for each, text in desk.ledger.texts([each.id for each in documents]).items()}
    origins = resolve_origins(documents, texts, claims.values(), desk.knowledge, desk.settled, judged=judged)
    grouped = [replace(each, origin=origins.documents.get(each.id)) for each in documents]
    derived.save(Document, DOCUMENTS, key, grouped)
    derived.save(ClaimOrigin, ORIGINS, key, (ClaimOrigin(claim=c, origin=o) for c, o in origins.claims.items()))
    derived.save(OriginLink, ORIGIN_LINKS, key, origins.links)
    derived.save(Doubt, ORIGIN_DOUBTS, key, origins.doubts)
    return grouped, dict(origins.claims), origins.doubts


def shared_names(
    documents: Sequence[Document], ledger: Ledger, known: Known
) -> Mapping[DocumentId, Sequence[tuple[int, str]]]:
    """The full names that each document shares with another one, but for names of places, parties and sources."""
    texts = {each: text.text for each, text in ledger.texts([each.id for each in documents]).items()}
    listed: set[str] = set()
    for rows in (known.places, known.parties, known.sources):
        listed.update(fold(name) for each in rows for name in (each.name, *each.aliases))
    return told_names(texts, {each.id: each.published for each in documents}, known=listed)


def _name(block: Block) -> str:
    return f"{STEP}/{block.name.rpartition('/')[2]}"
