"""One change of the ledger: the rows and their log records, in one transaction or not at all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from json import loads
from typing import Any

import rfc8785
from sqlalchemy import Connection, Table, func, insert, select

from sijill.store import log, schema

Clock = Callable[[], datetime]
Randomness = Callable[[int], bytes]
BEHIND = timedelta(minutes=1)
"""A clock that is further behind the last record than this has jumped, and the log says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What every log record of a ledger says beside the change.

    clock, random   the only ways in which time and chance enter the store
    software        "sijill/<version>"        settings  SHA-256 of the settings in force, hex
    """

    clock: Clock
    random: Randomness
    software: str
    settings: str


class Change:
    """Collects rows inside a transaction that holds the write lock; `write` inserts them, log first."""

    def __init__(self, connection: Connection, signature: Signature, *, by: str) -> None:
        self.connection = connection
        self.by = log.checked_author(by)
        self.at = instant(signature.clock())
        self._signature = signature
        self._rows: dict[Table, list[dict[str, Any]]] = {schema.log: [], schema.payloads: []}
        self._next: dict[Table, int] = {}
        self._written: list[bytes] = []
        self._notice_jump()

    def record(self, act: log.Act, *, obj: str, versions: tuple[int, int], payloads: Mapping[str, object]) -> int:
        """Log the act and return its place in the log.

        payloads   by kind ("document/1"), plain values: kept beside the log, only committed to in it
        """
        seq = self.next_of(schema.log)
        committed = []
        for part, (kind, content) in enumerate(payloads.items()):
            payload, salt = rfc8785.dumps(content), self._signature.random(log.SALT_BYTES)  # type: ignore[arg-type]
            committed.append(log.Commitment(commitment=log.commitment(salt, payload), kind=kind))
            self._rows[schema.payloads].append({"log": seq, "part": part, "salt": salt, "payload": payload})
        entry = log.Entry(
            seq=seq,
            at=self.at,
            by=self.by,
            act=act,
            obj=obj,
            versions=versions,
            payloads=tuple(committed),
            software=self._signature.software,
            settings=self._signature.settings,
        )
        self._rows[schema.log].append({"seq": seq, "record": log.record(entry)})
        return seq

    def add(self, table: Table, **row: Any) -> None:
        """One row more."""
        self._rows.setdefault(table, []).append(row)

    def next_of(self, table: Table) -> int:
        """The next free number of a table. Counted from 0, without gaps: the write lock is held."""
        if table not in self._next:
            last = self.connection.execute(select(func.max(table.c.seq))).scalar_one()
            self._next[table] = 0 if last is None else last + 1
        self._next[table] += 1
        return self._next[table] - 1

    def draw(self, count: int) -> bytes:
        """So many random bytes."""
        return self._signature.random(count)

    def opaque(self) -> str:
        """A random id for a thing in the log: whoever holds a file cannot test with it whether we hold it too."""
        return "o:" + self._signature.random(16).hex()

    def write(self) -> list[bytes]:
        """Insert what was collected so far; all records of this change, as they were logged."""
        for table, rows in self._rows.items():
            if rows:
                self.connection.execute(insert(table), rows)
        self._written += [row["record"] for row in self._rows[schema.log]]
        for rows in self._rows.values():
            rows.clear()
        return self._written

    def _notice_jump(self) -> None:
        newest = select(schema.log.c.record).order_by(schema.log.c.seq.desc()).limit(1)
        last = self.connection.execute(newest).scalar_one_or_none()
        before = loads(last)["ts"] if last is not None else self.at
        if datetime.fromisoformat(self.at) < datetime.fromisoformat(before) - BEHIND:
            jump = {"clock/1": {"before": before, "now": self.at}}
            self.record(log.Act.CLOCK_JUMP, obj=self.opaque(), versions=(0, 1), payloads=jump)


def instant(moment: datetime) -> str:
    """UTC, ISO 8601, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def chunks(values: Sequence[str], size: int = 5000) -> list[Sequence[str]]:
    """Slices small enough to be the variables of one query."""
    return [values[start : start + size] for start in range(0, len(values), size)]
