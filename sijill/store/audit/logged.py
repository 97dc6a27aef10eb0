"""The log from its first record to its last: form, place, payloads, tree, checkpoints, erasures, the rows beside it.

A stretch of a few thousand records at a time, several side by side where the log is long: linear in time, flat in
memory. What stretches tell is put together here in the order of the log.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from json import loads

from sqlalchemy import Connection, func, select

from sijill.store import schema
from sijill.store.audit.fault import MOST, Faults
from sijill.store.audit.rows import count_rows
from sijill.store.audit.side_by_side import Opened, stretches
from sijill.store.audit.stretch import AT_ONCE, ERASED, MALFORMED, Stretch
from sijill.store.proof.checkpoints import KEY
from sijill.store.proof.note import NotACheckpoint, PublicKey, opened, public_of
from sijill.store.proof.tree import Edge


@dataclass(slots=True)
class Log:
    """What the log amounts to.

    unsealed   records after the last checkpoint: signed by nobody yet
    erased     records whose payload is gone by law
    stamps     replies of time-stamping authorities: size of the checkpoint, authority, time that it states
    rows       of documents, decisions and quarantine that were compared with what was logged
    """

    size: int = 0
    root: bytes = b""
    key: str = ""
    checkpoints: int = 0
    unsealed: int = 0
    erased: int = 0
    rows: int = 0
    stamps: list[tuple[int, str, str]] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)


def check_log(connection: Connection, *, against: Sequence[tuple[int, bytes]] = (), again: Opened | None = None) -> Log:
    """Compare everything with everything.

    against   sizes and heads of checkpoints that others hold
    again     how the ledger can be opened once more: a long log is then looked at by several processes
    """
    newest = connection.execute(select(func.max(schema.log.c.seq))).scalar_one()
    size = 0 if newest is None else newest + 1
    pass_ = _Pass(connection, size, against)
    for stretch in stretches(connection, size, pass_.sizes, again=again):
        pass_.add(stretch)
    return pass_.end()


class _Pass:
    """What the stretches so far amount to."""

    def __init__(self, connection: Connection, size: int, against: Sequence[tuple[int, bytes]]) -> None:
        self._connection, self._result, self._wanted = connection, Log(), size
        self._faults = self._result.faults
        table = schema.checkpoints
        self._notes = {row.size: row.note for row in connection.execute(select(table.c.size, table.c.note))}
        self._heads = dict(against)
        self._edge, self._key = Edge(), PublicKey(name="", raw=b"")
        self._missing: set[int] = set()
        self._erased: set[int] = set()

    @property
    def sizes(self) -> list[int]:
        """Those at which the head is compared with a checkpoint."""
        return sorted({*self._notes, *self._heads})

    def add(self, stretch: Stretch) -> None:
        """The next stretch of the log."""
        self._faults.add(stretch.faults)
        self._result.size += stretch.count
        self._result.rows += stretch.rows
        self._missing.update(stretch.missing)
        wanted = min(AT_ONCE, self._wanted - stretch.first)
        whole = self._edge.size == stretch.first and stretch.count == wanted
        if not whole:
            self._faults.tampered(
                "record_missing", f"the stretch from record {stretch.first}", f"{stretch.count} of {wanted}"
            )
        told = deque(stretch.told)
        for size, edge in stretch.edges if whole else ():
            while told and told[0][0] < size:
                self._told(*told.popleft())
            self._checkpoint(size, self._edge.joined(edge).root)
        for each in told:
            self._told(*each)
        if whole:
            self._edge = self._edge.joined(stretch.edge)

    def end(self) -> Log:
        """What is known only after the last record."""
        result = self._result
        sizes = [each for each in self._notes if each <= result.size]
        result.root, result.key, result.checkpoints = self._edge.root, self._key.text, len(self._notes)
        result.unsealed = result.size - max(sizes, default=0)
        for size in self.sizes:
            if size > result.size:
                self._faults.tampered("log_shorter_than_checkpoint", f"the checkpoint over {size} records")
        for seq in sorted(self._missing - self._erased):
            self._faults.tampered("payload_missing", f"record {seq}")
        gone = set(self._connection.execute(select(schema.erasures.c.erased)).scalars())
        for seq in sorted(gone ^ self._erased):
            self._faults.tampered("erasure_not_logged", f"record {seq}")
        result.erased = len(gone)
        if count_rows(self._connection) != result.rows:
            self._faults.tampered("row_of_no_record", "a row beyond the log")
        self._keys()
        self._beyond()
        if not result.size:
            self._faults.tampered("log_empty", "the log")
        return result

    def _keys(self) -> None:
        """The seed that signs next is that of the key that the log names."""
        table = schema.keys
        query = select(table.c.name, table.c.seed).order_by(table.c.log.desc()).limit(1)
        last = self._connection.execute(query).first()
        if last is None or public_of(last.name, last.seed) != self._key:
            self._faults.tampered("signing_key_changed", "the key of the log")

    def _beyond(self) -> None:
        """No record before the first place, no payload before or after the log."""
        log, payloads = schema.log.c.seq, schema.payloads.c.log
        before = select(log).where(log < 0).limit(MOST)
        for seq in self._connection.execute(before).scalars():
            self._faults.tampered("record_out_of_place", f"record {seq}")
        outside = select(payloads).where((payloads < 0) | (payloads >= self._wanted)).limit(MOST)
        for seq in self._connection.execute(outside).scalars():
            self._faults.tampered("payload_of_no_record", f"record {seq}")

    def _told(self, seq: int, kind: str, payload: bytes) -> None:
        """What the log says of itself."""
        try:
            if kind == KEY:
                self._key = PublicKey.parse(loads(payload)["key"])
            elif kind == ERASED:
                self._erased.update(map(int, loads(payload)["erased"]))
        except (*MALFORMED, NotACheckpoint):
            self._faults.tampered("payload_malformed", f"record {seq}")

    def _checkpoint(self, size: int, root: bytes) -> None:
        where = f"the checkpoint over {size} records"
        if size in self._heads and self._heads[size] != root:
            self._faults.tampered("unlike_the_one_others_hold", where)
        if size not in self._notes:
            return
        try:
            told = opened(self._notes[size], self._key)
        except NotACheckpoint as fault:
            self._faults.tampered("checkpoint_not_signed", where, fault.fault)
            return
        if (told.size, told.root, told.origin) != (size, root, self._key.name):
            self._faults.tampered("checkpoint_of_another_log", where)
