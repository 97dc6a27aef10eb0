"""What was captured: documents with their texts and doubts, what is in quarantine, and who brought it."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, and_, exists, select

from sijill.errors import SijillError
from sijill.model.decision import Doubt
from sijill.model.document import Digest, Document, DocumentId, Particulars, Quarantined, State, Text
from sijill.model.exchange import from_json, from_plain, to_json, to_plain
from sijill.store import schema
from sijill.store.change import Change, chunks
from sijill.store.log import Act

KEPT = tuple(each.name for each in fields(Document) if each.name != "origin")
PARTICULARS = "particulars/1"
TOLD = ("title", "source", "published")


class MissingEvidence(SijillError):
    """A row that would cite bytes which nobody holds."""

    def __init__(self, *, name: str, digest: Digest) -> None:
        super().__init__(f"{name[:80]!r} cites the original {digest}, which is not in the vault: put it there first")
        self.name, self.digest = name, digest


class StrayDoubt(SijillError):
    """A doubt of capture about a document that does not come with it."""

    def __init__(self, *, about: tuple[str, ...]) -> None:
        super().__init__(
            f"a doubt about {about!r}, which is no document of this batch: record it together with its document"
        )
        self.about = about


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """What became of a batch [documents; rows]. new + reread + known = documents offered.

    reread    known without a text until now (wrong encoding, unsupported), now readable
    known     already there, with the same text
    accepted  those whose text is recorded for the first time
    completed of the known ones: what nobody had said of them (title, source, published) and is said now: recorded
    differing of the known ones: what was offered (text, title, source, published) unlike the record: the record stands
    """

    new: int
    known: int
    quarantined: int
    reread: int = 0
    accepted: frozenset[DocumentId] = frozenset()
    completed: Mapping[DocumentId, tuple[str, ...]] = field(default_factory=dict)
    differing: Mapping[DocumentId, tuple[str, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class _Standing:
    """What the ledger says of a document so far: number of readings, opaque id, text digest, the document."""

    reading: int
    obj: str
    text: str | None
    document: Document


def add_batch(
    change: Change,
    batch: Sequence[tuple[Document, Text | None]],
    quarantined: Sequence[Quarantined],
    doubts: Sequence[Doubt],
    *,
    means: str,
    held: Callable[[Digest], bool],
    particulars: Mapping[DocumentId, Particulars] = MappingProxyType({}),
) -> Captured:
    """Add what is not known yet. Raises MissingEvidence before anything is written; `held` asks the vault."""
    _demand_evidence([*(document for document, _ in batch), *quarantined], held)
    standing = _standing(change.connection, [document.id for document, _ in batch])
    asked = _by_document(batch, doubts)
    new = reread = 0
    accepted = set[DocumentId]()
    completed: dict[DocumentId, tuple[str, ...]] = {}
    differing: dict[DocumentId, tuple[str, ...]] = {}
    for offered, read in batch:
        known, document, text = standing.get(offered.id), offered, read
        if known is not None and (unlike := _unlike(known, offered, read)):
            differing[offered.id] = unlike
        if known is None:
            new += 1
        elif known.text is None and read is not None:
            reread += 1
            document = _told(document, first=known.document, then=offered)
        elif now := _told_now(known, offered, read):
            completed[offered.id] = now
            document, text = _told(known.document, first=known.document, then=offered), None
        else:
            continue
        if text is not None:
            accepted.add(offered.id)
        standing[offered.id] = _add(
            change,
            document,
            text,
            asked.pop(offered.id, []),
            known=known,
            means=means,
            beside=particulars.get(offered.id, Particulars()),
        )
    for row in _not_yet(change.connection, quarantined):
        _quarantine(change, row, means=means)
    return Captured(
        new=new,
        known=len(batch) - new - reread,
        quarantined=len(quarantined),
        reread=reread,
        accepted=frozenset(accepted),
        completed=completed,
        differing=differing,
    )


def documents(connection: Connection) -> list[Document]:
    """Every document once, in the order of its first capture, as it was last read."""
    last: dict[DocumentId, Document] = {}
    columns = [schema.documents.c[name] for name in KEPT]
    for row in connection.execute(select(*columns).order_by(schema.documents.c.seq)):
        last[row.id] = _document(row)
    return list(last.values())


def texts(connection: Connection, ids: Sequence[str]) -> dict[DocumentId, Text]:
    """The texts there are among those asked for, in the order asked."""
    table, found = schema.texts, {}
    for some in chunks(ids):
        query = select(table.c.document, table.c.text, table.c.reader, table.c.digest).where(table.c.document.in_(some))
        for row in connection.execute(query):
            found[row.document] = Text(document=row.document, text=row.text, reader=row.reader, digest=row.digest)
    return {each: found[each] for each in map(DocumentId, ids) if each in found}


def quarantined(connection: Connection) -> list[Quarantined]:
    """Rows that were never accepted, in order of capture. One that could be read later has left, and so has a whole
    original (no locator) of which anything became a document later.
    """
    table, names = schema.quarantine, [each.name for each in fields(Quarantined)]
    accepted = exists().where(
        and_(schema.documents.c.digest == table.c.digest, schema.documents.c.locator == table.c.locator)
    )
    opened = and_(table.c.locator == "", exists().where(schema.documents.c.digest == table.c.digest))
    query = select(*(table.c[name] for name in names)).where(~accepted, ~opened).order_by(table.c.seq)
    return [Quarantined(**row._mapping) for row in connection.execute(query)]


def doubts(connection: Connection) -> list[Doubt]:
    """The doubts that the last reading of each document left, in order."""
    rows, later = schema.documents, schema.documents.alias("later")
    superseded = exists().where(and_(later.c.id == rows.c.id, later.c.reading > rows.c.reading))
    query = select(schema.doubts.c.record).join(rows, rows.c.log == schema.doubts.c.log).where(~superseded)
    found = connection.execute(query.order_by(schema.doubts.c.seq))
    return [from_json(Doubt, row.record) for row in found]


def particulars(connection: Connection, ids: Sequence[str]) -> dict[DocumentId, Particulars]:
    """What was read of these documents beside their texts, as last read; those of which nothing was are left out."""
    rows, log, payloads = schema.documents, schema.log, schema.payloads
    found: dict[DocumentId, Particulars] = {}
    for some in chunks(ids):
        query = (
            select(rows.c.id, log.c.record, payloads.c.part, payloads.c.payload)
            .join(log, rows.c.log == log.c.seq)
            .join(payloads, and_(payloads.c.log == log.c.seq, payloads.c.part > 0))
            .where(rows.c.id.in_(some))
            .order_by(log.c.seq)
        )
        for row in connection.execute(query):
            if json.loads(row.record)["pay"][row.part]["t"] == PARTICULARS:
                found[row.id] = from_plain(Particulars, json.loads(row.payload))
    return found


def cited(connection: Connection) -> set[Digest]:
    """The originals that some row rests on."""
    both = (schema.documents, schema.quarantine)
    return {Digest(row.digest) for table in both for row in connection.execute(select(table.c.digest).distinct())}


def _add(
    change: Change,
    document: Document,
    text: Text | None,
    asked: list[Doubt],
    *,
    known: _Standing | None,
    means: str,
    beside: Particulars,
) -> _Standing:
    before = known.reading if known else 0
    obj = known.obj if known else change.opaque()
    read = None if text is None else {"digest": text.digest, "reader": text.reader}
    payloads: dict[str, object] = {"document/1": {"document": to_plain(document), "text": read, "means": means}}
    if beside != Particulars():
        payloads[PARTICULARS] = to_plain(beside)
    if asked:
        payloads["doubts/1"] = [to_plain(each) for each in asked]
    logged = change.record(Act.CAPTURE_ADD, obj=obj, versions=(before, before + 1), payloads=payloads)
    row = change.next_of(schema.documents)
    kept = {name: getattr(document, name) for name in KEPT} | {"state": document.state.value}
    change.add(schema.documents, seq=row, reading=before + 1, obj=obj, log=logged, **kept)
    if text is not None:
        written = {"text": text.text, "reader": text.reader, "digest": text.digest}
        change.add(schema.texts, document=document.id, row=row, **written)
    for each in asked:
        change.add(schema.doubts, seq=change.next_of(schema.doubts), id=each.id, record=to_json(each), log=logged)
    return _Standing(before + 1, obj, text.digest if text else known.text if known else None, document)


def _quarantine(change: Change, row: Quarantined, *, means: str) -> None:
    payload = {"quarantined/1": {"quarantined": to_plain(row), "means": means}}
    logged = change.record(Act.CAPTURE_ADD, obj=change.opaque(), versions=(0, 1), payloads=payload)
    change.add(schema.quarantine, seq=change.next_of(schema.quarantine), log=logged, **to_plain(row))


def _demand_evidence(rows: Iterable[Document | Quarantined], held: Callable[[Digest], bool]) -> None:
    for digest, name in {row.digest: row.name for row in rows}.items():
        if not held(digest):
            raise MissingEvidence(name=name, digest=digest)


def _standing(connection: Connection, ids: Sequence[str]) -> dict[str, _Standing]:
    rows, texts_ = schema.documents, schema.texts
    found = {}
    for some in chunks(ids):
        query = (
            select(rows.c.reading, rows.c.obj, texts_.c.digest.label("text"), *(rows.c[name] for name in KEPT))
            .join(texts_, texts_.c.document == rows.c.id, isouter=True)
            .where(rows.c.id.in_(some))
            .order_by(rows.c.seq)
        )
        for row in connection.execute(query):
            kept = {name: getattr(row, name) for name in KEPT} | {"state": State(row.state)}
            found[row.id] = _Standing(row.reading, row.obj, row.text, Document(**kept))
    return found


def _by_document(batch: Sequence[tuple[Document, Text | None]], doubts: Sequence[Doubt]) -> dict[str, list[Doubt]]:
    ids = {document.id for document, _ in batch}
    asked: dict[str, dict[str, Doubt]] = {}
    for each in doubts:
        if not each.about or each.about[0] not in ids:
            raise StrayDoubt(about=each.about)
        asked.setdefault(each.about[0], {})[each.id] = each
    return {document: list(some.values()) for document, some in asked.items()}


def _not_yet(connection: Connection, rows: Sequence[Quarantined]) -> list[Quarantined]:
    table = schema.quarantine
    offered = {(row.digest, row.locator, row.reason): row for row in rows}
    for some in chunks(list({row.digest for row in rows})):
        query = select(table.c.digest, table.c.locator, table.c.reason).where(table.c.digest.in_(some))
        for known in connection.execute(query):
            offered.pop((known.digest, known.locator, known.reason), None)
    return list(offered.values())


def _told(document: Document, *, first: Document, then: Document) -> Document:
    """The document with what was told of it: first, or where nothing was told first, then."""
    return replace(
        document,
        title=first.title or then.title,
        source=first.source or then.source,
        published=first.published or then.published,
    )


def _unlike(known: _Standing, offered: Document, text: Text | None) -> tuple[str, ...]:
    """What is offered and differs from the record. Nothing offered is no difference."""
    other = [name for name in TOLD if _differ(getattr(known.document, name), getattr(offered, name))]
    return (*(["text"] if _differ(known.text, text.digest if text else None) else []), *other)


def _told_now(known: _Standing, offered: Document, text: Text | None) -> tuple[str, ...]:
    """What nobody had said of a text and is said with the same text now."""
    if text is None or text.digest != known.text:
        return ()
    return tuple(name for name in TOLD if getattr(known.document, name) is None and getattr(offered, name) is not None)


def _differ(recorded: str | None, offered: str | None) -> bool:
    return None not in (recorded, offered) and recorded != offered


def _document(row: Any) -> Document:
    return Document(**{**row._mapping, "state": State(row.state)})
