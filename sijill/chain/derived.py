"""Results of a step at rest: some tables of records that share one key, read back as the records they were."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from sijill.case import Case
from sijill.errors import SijillError
from sijill.language.datelines import Order
from sijill.model.arrow import from_table, schema, to_table
from sijill.model.claim import Claim, ClaimId, Reading
from sijill.model.decision import Doubt
from sijill.model.document import DocumentId
from sijill.model.event import EventId
from sijill.model.exchange import NotThisRecord
from sijill.model.person import RecordReading, VictimRecord
from sijill.model.source import OriginId
from sijill.store.tables import Tables

T = TypeVar("T")
DOCUMENTS, ORIGINS, ORIGIN_LINKS, ORIGIN_DOUBTS = (
    f"resolve/{name}" for name in ("documents", "origins", "kinship", "doubts")
)
EVENTS, SITUATIONS, LINKS, ASIDE, LINK_DOUBTS = (
    f"link/{name}" for name in ("events", "situations", "links", "aside", "doubts")
)
FINDINGS, LASTING, MADE_FROM, TOTALS, SERIES, REMAINS, PATTERNS = (
    f"assess/{name}" for name in ("findings", "situations", "keys", "totals", "series", "remains", "patterns")
)
PERSONS, LIKENESSES, LISTED, PERSON_DOUBTS, PERSON_COUNTS, LIST_REPEATS = (
    f"link/{name}" for name in ("persons", "likenesses", "listed", "person_doubts", "person_counts", "list_repeats")
)
COMPARED, KEPT, JUDGED = (f"link/{name}" for name in ("compared", "kept", "judged"))
ESTIMATES, ESTIMATE_DOUBTS, OVERLAPS, OVERLAP_CELLS, FITS = (
    f"estimate/{name}" for name in ("estimates", "doubts", "overlaps", "cells", "fits")
)
DOUBTS, DRAWN_FROM = "doubts", "publish/keys"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """What one document was read as.

    key     of the document (its id stands for its text, which is written once), the extractor and the words it looked
            for
    order   in which its page writes day and month in figures
    """

    document: DocumentId
    key: str
    claims: tuple[Claim, ...]
    readings: tuple[Reading, ...]
    victims: tuple[VictimRecord, ...]
    victim_readings: tuple[RecordReading, ...]
    order: Order | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateOrder:
    """The order in which the page of a document writes day and month in figures."""

    document: DocumentId
    order: Order


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedDocument:
    """The claims of one document with identities, and the doubts about them.

    asked   the names for which decisions were looked for, as "kind:name" in order
    day     that its times count from: the one printed on the page before the one recorded
    """

    document: DocumentId
    key: str
    asked: tuple[str, ...]
    day: str | None
    claims: tuple[Claim, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimOrigin:
    """Whose word a claim is in the end: claims of one origin are one source."""

    claim: ClaimId
    origin: OriginId


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A claim in no event and in no situation, and why."""

    claim: ClaimId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFrom:
    """The key of what the finding of an event was made from."""

    event: EventId
    key: str


class NotRun(SijillError):
    """Results of a chain that did not run, or not to its end."""

    def __init__(self, *, case: Case) -> None:
        super().__init__(f"nothing is computed yet in {case.folder}: run `sijill run {case.folder}` first")


class OtherForm(SijillError):
    """Results that an older or newer Sijill left in another form."""

    def __init__(self, *, case: Case) -> None:
        super().__init__(
            f"what the last run left in {case.derived} has another form than this Sijill reads: run"
            f" `sijill run {case.folder}` again; nothing that was captured or decided is lost",
        )


class Derived:
    """The tables under derived/. A table whose key differs was made from something else."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def fresh(self, key: str, *names: str) -> bool:
        """Were all of these made from what this key stands for?"""
        return all(self.tables.key(name) == key for name in names)

    def load(self, kind: type[T], name: str) -> list[T] | None:
        """The records as they rest, whatever they were made from; None where there is no such table of such records.

        A table is as it was written: one that does not read was written by a Sijill with other fields or other words.
        """
        key = self.tables.key(name)
        table = self.tables.get(name, key) if key is not None else None
        if table is None or not table.schema.equals(schema(kind)):
            return None
        try:
            return from_table(kind, table)
        except (NotThisRecord, ValueError):
            return None

    def holds(self, name: str) -> bool:
        """Is there a whole table under this name, of whatever form?"""
        key = self.tables.key(name)
        return key is not None and self.tables.get(name, key) is not None

    def save(self, kind: type[T], name: str, key: str, records: Iterable[T]) -> None:
        """Put the records under a key."""
        self.tables.put(name, key, to_table(kind, records))

    def blocks(self, step: str) -> list[str]:
        """Names of the tables of a step that hold documents, in ledger order."""
        return [name for name in self.tables.names() if name.startswith(step + "/") and name[-5:].isdigit()]

    def keep_only(self, step: str, names: Iterable[str]) -> None:
        """Remove what earlier runs of a step left and this one did not make."""
        wanted = set(names)
        for name in self.tables.names():
            if name.startswith(step + "/") and name not in wanted:
                self.tables.remove(name)
