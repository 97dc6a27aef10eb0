"""The ledger: the record of a case in one SQLite file. Everything is appended; nothing is edited.

Each change is one transaction that also writes its log records. WAL with synchronous=FULL: what was acknowledged
survives a power cut. A row is only written when the vault holds the original it rests on.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from json import dumps, loads
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine, func, select, text
from sqlalchemy.exc import DatabaseError

from sijill.errors import SijillError
from sijill.model.decision import Decision, DecisionId, Doubt
from sijill.model.document import Custody, Digest, Document, DocumentId, Quarantined, Text
from sijill.store import captures, log, schema
from sijill.store.captures import Captured
from sijill.store.change import Change, Clock, Randomness, Signature, instant
from sijill.store.connection import NotALedger, check_mark, engine_of, mark, writing
from sijill.store.decisions import COLUMNS, add_decision, decision_of
from sijill.store.vault import Vault

MAP = "map"


def utc_now() -> datetime:
    """The clock of this machine: a claim, never used for order."""
    return datetime.now(UTC)


class LedgerExists(SijillError):
    """A new ledger where one already is."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(
            f"{path.name} already exists in {path.parent.name or '.'}: open it, or begin the case in another folder"
        )
        self.path = path


class NoLedger(SijillError):
    """No ledger where one should be."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(
            f"no {path.name} in {path.parent}: restore it from a backup, or begin a new case with `sijill init`"
        )
        self.path = path


class LedgerOfAnotherVersion(SijillError):
    """A ledger that this version of Sijill cannot read."""

    def __init__(self, *, path: Path, seen: str) -> None:
        super().__init__(
            f"{path.name} has the form {seen}, this Sijill knows {schema.HEAD}: open it with the version that wrote it"
        )
        self.path, self.seen = path, seen


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

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        vault: Vault | None = None,
        settings: bytes = b"",
        clock: Clock = utc_now,
        random: Randomness = os.urandom,
        by: str = "sys:init",
    ) -> Self:
        """A new ledger. Raises LedgerExists.

        vault   where the originals are; beside the ledger if not said      settings   the bytes of case.toml
        """
        from sijill.store.migrations import bring_up  # noqa: PLC0415  (Alembic takes longer to load than a ledger to open)

        if path.exists():
            raise LedgerExists(path=path)
        mark(path)
        engine = engine_of(path)
        ledger = cls(engine, vault or Vault(path.parent / "vault"), _signature(clock, random, settings))
        with writing(engine).begin() as connection:
            bring_up(connection)
            change = Change(connection, ledger._signature, by=by)
            change.record(log.Act.LOG_OPEN, obj=change.opaque(), versions=(0, 1), payloads={})
            change.write()
        return ledger

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        vault: Vault | None = None,
        settings: bytes = b"",
        clock: Clock = utc_now,
        random: Randomness = os.urandom,
    ) -> Self:
        """The ledger that is there. Raises NoLedger, NotALedger, LedgerOfAnotherVersion, UnsafeSQLite."""
        if not path.is_file():
            raise NoLedger(path=path)
        check_mark(path)
        engine = engine_of(path)
        try:
            with engine.connect() as connection:
                seen = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        except DatabaseError as fault:
            raise NotALedger(path=path, seen=str(fault.orig)) from fault
        if seen != schema.HEAD:
            raise LedgerOfAnotherVersion(path=path, seen=seen)
        return cls(engine, vault or Vault(path.parent / "vault"), _signature(clock, random, settings))

    def capture(
        self,
        batch: Sequence[tuple[Document, Text | None]],
        quarantined: Sequence[Quarantined] = (),
        *,
        by: str,
        means: str,
        doubts: Sequence[Doubt] = (),
    ) -> Captured:
        """Record a batch of documents in one transaction. What is already known is left as it is.

        by      "u:<8 hex>" (see `account`) or "sys:<name>"
        means   how it came to us, with the version of the tool
        doubts  of capture, on documents of this batch
        raises  MissingEvidence, StrayDoubt, UnknownAuthor
        """
        with self._change(by) as change:
            return captures.add_batch(change, batch, quarantined, doubts, means=means, held=self._vault.holds)

    def documents(self) -> list[Document]:
        """Every document once, in ledger order (of first capture)."""
        with self._engine.begin() as connection:
            return captures.documents(connection)

    def text(self, document: DocumentId) -> Text:
        """The text of one document. Raises UnknownDocument."""
        found = self.texts([document])
        if document not in found:
            raise UnknownDocument(document=document)
        return found[document]

    def texts(self, documents: Sequence[DocumentId]) -> dict[DocumentId, Text]:
        """The texts there are among those asked for, in the order asked; a document without a text is left out."""
        with self._engine.begin() as connection:
            return captures.texts(connection, documents)

    def quarantined(self) -> list[Quarantined]:
        """Rows that could not be accepted, in ledger order; one that was accepted later has left."""
        with self._engine.begin() as connection:
            return captures.quarantined(connection)

    def doubts(self) -> list[Doubt]:
        """The doubts of capture, in ledger order."""
        with self._engine.begin() as connection:
            return captures.doubts(connection)

    def custody(self, document: DocumentId | None = None) -> list[Custody]:
        """Who captured a document (or any), when, by which means."""
        with self._engine.begin() as connection:
            return captures.custody(connection, document)

    def cited(self) -> set[Digest]:
        """The originals that some row rests on: what `Vault.sweep` wants to know."""
        with self._engine.begin() as connection:
            return captures.cited(connection)

    def decide(self, decision: Decision, *, seen: DecisionId | None) -> None:
        """Append a decision, if `seen` still is the last one on its matter (None: there was none).

        Raises DecisionConflict with both, DecidedTwice, MissingReason, UnknownAuthor.
        """
        with self._change(decision.by) as change:
            add_decision(change, decision, seen=seen)

    def decisions(self, kind: str | None = None) -> list[Decision]:
        """All decisions ever made, in order."""
        query = select(*COLUMNS).order_by(schema.decisions.c.seq)
        if kind is not None:
            query = query.where(schema.decisions.c.kind == kind)
        with self._engine.begin() as connection:
            return [decision_of(row) for row in connection.execute(query)]

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

    def account(self, name: str) -> str:
        """The code under which the log knows a person. Names stand outside the log, and may be erased."""
        with writing(self._engine).begin() as connection:
            accounts = schema.accounts
            known = connection.execute(select(accounts.c.code).where(accounts.c.name == name)).scalar_one_or_none()
            if known is not None:
                return str(known)
            code = "u:" + self._signature.random(4).hex()
            connection.execute(accounts.insert().values(code=code, name=name))
            return code

    def names(self) -> dict[str, str]:
        """The name behind each code."""
        with self._engine.begin() as connection:
            return {row.code: row.name for row in connection.execute(select(schema.accounts))}

    def log_records(self) -> list[bytes]:
        """The log as it was written, JCS bytes in order of their leaf index. Raises LogOutOfOrder."""
        with self._engine.begin() as connection:
            rows = connection.execute(select(schema.log.c.seq, schema.log.c.record).order_by(schema.log.c.seq)).all()
        for place, row in enumerate(rows):
            for says in (row.seq, loads(row.record)["seq"]):
                if says != place:
                    raise log.LogOutOfOrder(at=place, says=says)
        return [row.record for row in rows]

    def root(self) -> bytes:
        """The head of the Merkle tree over the log (RFC 6962)."""
        return log.root(map(log.leaf, self.log_records()))

    @property
    def size(self) -> int:
        """Records in the log."""
        with self._engine.begin() as connection:
            return connection.execute(select(func.count()).select_from(schema.log)).scalar_one()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _change(self, by: str) -> Iterator[Change]:
        with writing(self._engine).begin() as connection:
            change = Change(connection, self._signature, by=by)
            yield change
            change.write()


def _signature(clock: Clock, random: Randomness, settings: bytes) -> Signature:
    software = f"sijill/{version('sijill')}"
    return Signature(clock=clock, random=random, software=software, settings=sha256(settings).hexdigest())
