"""Taking a list of victims into a case, edition by edition; and the records that its editions amount to.

An edition is a decision of the kind `list`: which file, which columns. What its rows say is read from the original in
the vault whenever it is needed, so it is computed and never the record.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from sijill.capture.found import SEEN
from sijill.capture.lists.editions import difference, updated
from sijill.capture.lists.grids import Grid, csv_grid
from sijill.capture.lists.list_map import ListMap
from sijill.capture.lists.reading import READER, ReadList, read_list
from sijill.capture.lists.workbooks import workbook_grids
from sijill.capture.walk import on_one_line, printable
from sijill.errors import SijillError
from sijill.model.decision import Decision, DecisionId
from sijill.model.document import Digest, Document, DocumentId, Quarantined, State, document_id
from sijill.model.exchange import from_json, to_json
from sijill.model.person import Difference, Edition, RecordId, VictimRecord
from sijill.store.ledger import Ledger
from sijill.store.vault import Vault

KIND = "list"
MEANS = "sijill add --list"
TABLES = {
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".tab": "text/tab-separated-values",
    ".txt": "text/csv",
}

WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")


class NotAList(SijillError):
    """A file that no reader of lists reads."""

    def __init__(self, *, name: str) -> None:
        super().__init__(f"{on_one_line(name)} is no list that can be read: save it as CSV, TSV, XLSX or ODS")


class EmptyList(SijillError):
    """A list without a row."""

    def __init__(self, *, name: str) -> None:
        super().__init__(f"{on_one_line(name)} holds no rows: nothing was added")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """An edition that was read and is not taken yet.

    difference   to the records that stand       known   this very file with this very map was taken before
    """

    path: Path
    edition: Edition
    document: Document
    read: ReadList
    difference: Difference
    known: bool
    first: bool


def offered(
    path: Path,
    ledger: Ledger,
    vault: Vault,
    *,
    list_: str,
    captured: str,
    mapping: ListMap | None,
    source: str | None,
    encoding: str | None,
) -> Offered:
    """Read a file as the next edition of a list. Nothing is changed.

    mapping   of the columns; that of the last edition if None, or else what the headers suggest
    raises    NotAList, EmptyList, ListWithoutMap, NoSuchColumn
    """
    before = editions(ledger.decisions(KIND), list_)
    mapping = mapping or (ListMap.parse(before[-1].map) if before else None)
    with path.open("rb") as stream:
        digest = Digest(file_digest(stream, "sha256").hexdigest())
    name = printable(path.name)
    document = document_id(digest, "")
    read = read_file(path, name, list_=list_, document=document, mapping=mapping, encoding=encoding)
    edition = Edition(
        list=list_,
        document=document,
        digest=digest,
        name=name,
        map=read.mapping.spec(),
        encoding=encoding,
        rows=read.rows,
        accepted=read.accepted,
        quarantined=len(read.refused),
    )
    return Offered(
        path=path,
        edition=edition,
        document=_document(edition, captured=captured, source=source),
        read=read,
        difference=difference([record for _, record in records(before, vault)], read.records),
        known=bool(before) and before[-1] == edition,
        first=not before,
    )


def take(offer: Offered, ledger: Ledger, vault: Vault, *, by: str, at: str, id_: str, because: str) -> None:
    """Make the offered edition the one that stands: the original into the vault, its bad rows into quarantine, a
    decision.
    """
    if offer.known:
        return
    vault.put_many([offer.path])
    edition = offer.edition
    bad = [
        Quarantined(
            digest=edition.digest,
            name=edition.name,
            locator=f"row:{each.row}",
            reason=each.reason,
            seen=printable(each.seen)[:SEEN],
        )
        for each in offer.read.refused
    ]
    ledger.capture([(offer.document, None)], bad, by=by, means=f"{MEANS} ({READER})")
    last = next((each for each in reversed(ledger.decisions(KIND)) if each.about == (edition.list,)), None)
    made = Decision(
        id=DecisionId(id_), kind=KIND, about=(edition.list,), value=to_json(edition), by=by, at=at, because=because
    )
    ledger.decide(made, seen=last.id if last else None)


def editions(decisions: Sequence[Decision], list_: str | None = None) -> list[Edition]:
    """Every edition that was taken, in order; of one list or of all."""
    found = [from_json(Edition, each.value) for each in decisions if each.kind == KIND and json.loads(each.value)]
    return [each for each in found if list_ is None or each.list == list_]


def records(taken: Sequence[Edition], vault: Vault) -> list[tuple[DocumentId, VictimRecord]]:
    """The records that editions of one list amount to, each with the edition it first came in: changed rows as they
    stand now, vanished ones marked.
    """
    standing: list[VictimRecord] = []
    first: dict[RecordId, DocumentId] = {}
    for each in taken:
        with vault.lent(each.digest) as path:
            read = read_file(
                path,
                each.name,
                list_=each.list,
                document=each.document,
                mapping=ListMap.parse(each.map),
                encoding=each.encoding,
            )
        standing = updated(standing, read.records, each.document)
        for record in standing:
            first.setdefault(record.id, each.document)
    return [(first[record.id], record) for record in standing]


def read_file(
    path: Path, name: str, *, list_: str, document: DocumentId, mapping: ListMap | None, encoding: str | None
) -> ReadList:
    """Every row of a file of a list."""
    suffix = Path(name).suffix.lower()
    if suffix in WORKBOOKS:
        grids = workbook_grids(path, name=on_one_line(name), mapping=mapping)
        if not grids:
            raise EmptyList(name=name)
        return read_list(grids, list_=list_, document=document, mapping=mapping)
    if suffix not in TABLES:
        raise NotAList(name=name)
    grid: Grid | None = csv_grid(path, name=on_one_line(name), mapping=mapping, encoding=encoding)
    if grid is None:
        raise EmptyList(name=name)
    return read_list([grid], list_=list_, document=document, mapping=mapping)


def _document(edition: Edition, *, captured: str, source: str | None) -> Document:
    return Document(
        id=edition.document,
        name=edition.name,
        digest=edition.digest,
        media_type=TABLES.get(Path(edition.name).suffix.lower(), "application/octet-stream"),
        title=None,
        source=source or edition.list,
        captured=captured,
        state=State.LIST,
    )
