"""The ledger: the record of a case, in one SQLite file or a PostgreSQL database. Appended to, never edited.

Each change is one transaction that also writes its log records. WAL with synchronous=FULL: what was acknowledged
survives a power cut. A row is only written when the vault holds the original it rests on.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from json import dumps, loads
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, func, select, text
from sqlalchemy.exc import DatabaseError

from sijill.errors import SijillError
from sijill.model.decision import Decision, DecisionId, Doubt
from sijill.model.document import Custody, Digest, Document, DocumentId, Particulars, Quarantined, Text
from sijill.store import captures, log, schema
from sijill.store.captures import Captured
from sijill.store.change import Change, Clock, Randomness, Signature, instant
from sijill.store.connection import NotALedger, SQLiteFile, writing
from sijill.store.decisions import COLUMNS, add_decision, decision_of, history
from sijill.store.desk import Desk
from sijill.store.keeping.custody import custody
from sijill.store.postgres import PostgresDatabase
from sijill.store.proof.checkpoints import Sealer, name_key
from sijill.store.proof.tree import leaf, root
from sijill.store.vault import Vault

MAP = "map"
Home = SQLiteFile | PostgresDatabase
"""Where a ledger rests."""


def utc_now() -> datetime:
    """The clock of this machine: a claim, never used for order."""
    return datetime.now(UTC)


class LedgerExists(SijillError):
    """A new ledger where one already is."""

    def __init__(self, *, name: str) -> None:
        super().__init__(f"{name} already exists: open it, or begin the case in another folder or database")
        self.name = name


class NoLedger(SijillError):
    """No ledger where one should be."""

    def __init__(self, *, name: str) -> None:
        super().__init__(f"there is no ledger {name}: restore it from a backup, or begin a new case with `sijill init`")
        self.name = name


class LedgerOfAnotherVersion(SijillError):
    """A ledger that this version of Sijill cannot read."""

    def __init__(self, *, name: str, seen: str) -> None:
        super().__init__(
            f"{name} has the form {seen}, this Sijill knows {schema.HEAD}: open it with the version that wrote it"
        )
        self.name, self.seen = name, seen


class NoVault(SijillError):
    """A ledger in a database, and nobody said where its originals are."""

    def __init__(self, *, name: str) -> None:
        super().__init__(f"the ledger {name} is not in a folder: open it through the case that names it")
        self.name = name


class UnknownDocument(SijillError):
    """An id that the ledger does not know, or a document without a text."""

    def __init__(self, *, document: str) -> None:
        super().__init__(
            f"no text of a document {document!r} in the ledger: see `sijill show CASE documents` for ids and states"
        )
        self.document = document


class Ledger:
    """An open ledger; a context manager. Made by `create` or `open`."""

    def __init__(self, engine: Engine, vault: Vault, signature: Signature) -> None:
        self._engine, self._vault, self._signature = engine, vault, signature
        self._sealer, self._written = Sealer(), False

    @classmethod
    def create(
        cls,
        home: Path | Home,
        *,
        vault: Vault | None = None,
        settings: bytes = b"",
        clock: Clock = utc_now,
        random: Randomness = os.urandom,
        by: str = "sys:init",
    ) -> Self:
        """A new ledger. Raises LedgerExists, NoServer.

        vault   where the originals are; beside the file if not said      settings   the bytes of case.toml
        """
        from sijill.store.migrations import bring_up  # noqa: PLC0415  (Alembic takes longer to load than a ledger to open)

        place = _home(home)
        if place.taken():
            raise LedgerExists(name=place.name)
        place.begin()
        ledger = cls(place.engine(), vault or _beside(place), _signature(clock, random, settings))
        with writing(ledger._engine).begin() as connection:
            bring_up(connection)
            change = Change(connection, ledger._signature, by=by)
            name_key(change, first=True)
            change.write()
        return ledger

    @classmethod
    def open(
        cls,
        home: Path | Home,
        *,
        vault: Vault | None = None,
        settings: bytes = b"",
        clock: Clock = utc_now,
        random: Randomness = os.urandom,
    ) -> Self:
        """The ledger that is there; one of an older form is brought up to this one first.

        Raises NoLedger, NotALedger, WrongKey, LedgerOfAnotherVersion, UnsafeSQLite, NoServer.
        """
        place = _home(home)
        if not place.there():
            raise NoLedger(name=place.name)
        place.check()
        ledger = cls(place.engine(), vault or _beside(place), _signature(clock, random, settings))
        try:
            with ledger.reading() as connection:
                seen = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        except DatabaseError as fault:
            ledger._engine.dispose()
            raise NotALedger(path=Path(place.name), seen=str(fault.orig)) from fault
        if seen != schema.HEAD:
            ledger._bring_up(place.name, seen)
        return ledger

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one moment."""
        with self._engine.begin() as connection:
            yield connection

    @contextmanager
    def change(self, by: str) -> Iterator[Change]:
        """One transaction that holds the write lock; its rows, log records and a checkpoint that is due, or nothing."""
        with writing(self._engine).begin() as connection:
            change = Change(connection, self._signature, by=by)
            yield change
            added = change.write()
            edge = self._sealer.seal(connection, at=change.at, added=added)
        self._sealer.committed(edge)
        self._written = self._written or bool(added)

    def seal(self) -> None:
        """A checkpoint over everything there is, unless there is one."""
        with writing(self._engine).begin() as connection:
            edge = self._sealer.seal(connection, at=instant(self._signature.clock()), always=True)
        self._sealer.committed(edge)
        self._written = False

    def copy_file(self, to: Path) -> None:
        """All of a ledger in a file, as it is at one moment, in a new file; encrypted where this one is."""
        with self._engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("VACUUM INTO ?", (str(to),))

    def forget_freed(self) -> None:
        """Let nothing that was erased stay behind in the files: neither in the journal nor in freed space."""
        if self.in_file:
            with self._engine.connect() as connection:
                connection.exec_driver_sql("COMMIT")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        with self._engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.exec_driver_sql("VACUUM FULL")

    @property
    def in_file(self) -> bool:
        """Is it a file, and not on a server?"""
        return self._engine.dialect.name == "sqlite"

    @property
    def desk(self) -> Desk:
        """What stands beside the record and may change."""
        return Desk(self._engine)

    def capture(
        self,
        batch: Sequence[tuple[Document, Text | None]],
        quarantined: Sequence[Quarantined] = (),
        *,
        by: str,
        means: str,
        doubts: Sequence[Doubt] = (),
        particulars: Mapping[DocumentId, Particulars] = MappingProxyType({}),
    ) -> Captured:
        """Record a batch of documents in one transaction. What is already known is left as it is.

        by      "u:<8 hex>" (see `account`) or "sys:<name>"
        means   how it came to us, with the version of the tool
        doubts  of capture, on documents of this batch
        particulars   what was read of them beside their texts
        raises  MissingEvidence, StrayDoubt, UnknownAuthor
        """
        with self.change(by) as change:
            return captures.add_batch(
                change, batch, quarantined, doubts, means=means, held=self._vault.holds, particulars=particulars
            )

    def documents(self) -> list[Document]:
        """Every document once, in ledger order (of first capture)."""
        with self.reading() as connection:
            return captures.documents(connection)

    def text(self, document: DocumentId) -> Text:
        """The text of one document. Raises UnknownDocument."""
        found = self.texts([document])
        if document not in found:
            raise UnknownDocument(document=document)
        return found[document]

    def texts(self, documents: Sequence[DocumentId]) -> dict[DocumentId, Text]:
        """The texts there are among those asked for, in the order asked; a document without a text is left out."""
        with self.reading() as connection:
            return captures.texts(connection, documents)

    def particulars(self, documents: Sequence[DocumentId]) -> dict[DocumentId, Particulars]:
        """What was read of documents beside their texts: regions, what the original says of itself, earlier custody."""
        with self.reading() as connection:
            return captures.particulars(connection, documents)

    def quarantined(self) -> list[Quarantined]:
        """Rows that could not be accepted, in ledger order; one that was accepted later has left."""
        with self.reading() as connection:
            return captures.quarantined(connection)

    def doubts(self) -> list[Doubt]:
        """The doubts of capture, in ledger order."""
        with self.reading() as connection:
            return captures.doubts(connection)

    def custody(self, document: DocumentId | None = None) -> list[Custody]:
        """Who captured a document (or any), when, by which means; each later check, and each time it was taken out."""
        with self.reading() as connection:
            return custody(connection, document)

    def cited(self) -> set[Digest]:
        """The originals that some row rests on: what `Vault.sweep` wants to know."""
        with self.reading() as connection:
            return captures.cited(connection)

    def decide(self, decision: Decision, *, seen: DecisionId | None) -> None:
        """Append a decision, if `seen` still is the last one on its matter (None: there was none).

        Raises DecisionConflict with both, DecidedTwice, MissingReason, UnknownAuthor.
        """
        self.decide_all([(decision, seen)])

    def decide_all(self, decisions: Sequence[tuple[Decision, DecisionId | None]]) -> None:
        """Append several by one account, each on a matter of its own with what was seen on it, or none of them."""
        with self.change(decisions[0][0].by) as change:
            for decision, seen in decisions:
                add_decision(change, decision, seen=seen)

    def decisions(self, kind: str | None = None, *, after: int = 0) -> list[Decision]:
        """All decisions ever made, in order, without the first `after` of them."""
        query = select(*COLUMNS).where(schema.decisions.c.seq >= after).order_by(schema.decisions.c.seq)
        if kind is not None:
            query = query.where(schema.decisions.c.kind == kind)
        with self.reading() as connection:
            return [decision_of(row) for row in connection.execute(query)]

    def history(self, kind: str, about: tuple[str, ...]) -> list[Decision]:
        """What was ever decided on one matter; the last is in force, and its id is what the next one must have seen."""
        with self.reading() as connection:
            return history(connection, kind, about)

    def settled(self, kind: str) -> dict[tuple[str, ...], Decision]:
        """The decision in force on each matter of a kind: the last one."""
        return {each.about: each for each in self.decisions(kind)}

    def save_map(self, name: str, spec: str, *, by: str = "sys:add", because: str = "used to add a table") -> None:
        """Keep a table map under a name: a decision of the kind "map". The same map again changes nothing."""
        before = self.settled(MAP).get((name,))
        value = dumps(spec, ensure_ascii=False)
        if before is not None and before.value == value:
            return
        at = instant(self._signature.clock())
        made = Decision(
            id=DecisionId("dec_" + self._signature.random(10).hex()),
            kind=MAP,
            about=(name,),
            value=value,
            by=by,
            at=at,
            because=because,
        )
        self.decide(made, seen=before.id if before else None)

    def maps(self) -> dict[str, str]:
        """The saved table maps, by name."""
        return {about[0]: loads(each.value) for about, each in self.settled(MAP).items()}

    def note(self, act: log.Act, payloads: Mapping[str, object], *, by: str) -> int:
        """Log something that changes no row (an export, a release, a check of originals); its place in the log.

        payloads   by kind ("export/1"), plain values that JSON has, without floats
        """
        with self.change(by) as change:
            return change.record(act, obj=change.opaque(), versions=(0, 1), payloads=payloads)

    def account(self, name: str) -> str:
        """The code under which the log knows a person. Names stand outside the log, and may be erased."""
        return self.desk.account(name, self._signature.random)

    def names(self) -> dict[str, str]:
        """The name behind each code."""
        return self.desk.names()

    def log_records(self) -> list[bytes]:
        """The log as it was written, JCS bytes in order of their leaf index. Raises LogOutOfOrder."""
        with self.reading() as connection:
            rows = connection.execute(select(schema.log.c.seq, schema.log.c.record).order_by(schema.log.c.seq)).all()
        for place, row in enumerate(rows):
            for says in (row.seq, loads(row.record)["seq"]):
                if says != place:
                    raise log.LogOutOfOrder(at=place, says=says)
        return [row.record for row in rows]

    def root(self) -> bytes:
        """The head of the Merkle tree over the log (RFC 6962)."""
        return root(map(leaf, self.log_records()))

    @property
    def size(self) -> int:
        """Records in the log."""
        with self.reading() as connection:
            return connection.execute(select(func.count()).select_from(schema.log)).scalar_one()

    def close(self) -> None:
        """Let go of it, with a checkpoint over what was written through here."""
        if self._written:
            self.seal()
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _bring_up(self, name: str, seen: str) -> None:
        from sijill.store.migrations import bring_up  # noqa: PLC0415  (as in `create`)

        if seen not in schema.OLDER:
            self._engine.dispose()
            raise LedgerOfAnotherVersion(name=name, seen=seen)
        with writing(self._engine).begin() as connection:
            bring_up(connection)
        with self.change("sys:migrate") as change:
            name_key(change)


def _home(home: Path | Home) -> Home:
    return SQLiteFile(path=home) if isinstance(home, Path) else home


def _beside(home: Home) -> Vault:
    """The vault in the folder of a ledger that is a file."""
    if isinstance(home, PostgresDatabase):
        raise NoVault(name=home.name)
    return Vault(home.path.parent / "vault")


def _signature(clock: Clock, random: Randomness, settings: bytes) -> Signature:
    software = f"sijill/{version('sijill')}"
    return Signature(clock=clock, random=random, software=software, settings=sha256(settings).hexdigest())
