"""The log from its first record to its last: form, place, payloads, tree, checkpoints, erasures, the rows beside it.

One pass in order of the log, a few thousand records at a time: linear in time, flat in memory.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from json import loads
from typing import Any

from sqlalchemy import Connection, Select, func, select

from sijill.store import log, schema
from sijill.store.audit.fault import Faults
from sijill.store.audit.rows import ROWS, Known, Stretch, check_rows, count_rows
from sijill.store.proof.checkpoints import KEY
from sijill.store.proof.note import NotACheckpoint, PublicKey, opened, public_of
from sijill.store.proof.tree import Edge, leaf

AT_ONCE = 5_000
COMMITTED = rb'\{"c":"([0-9a-f]{64})","t":"([a-z]+/[0-9]+)"\}'
MORE = rb'(?:,\{"c":"[0-9a-f]{64}","t":"[a-z]+/[0-9]+"\})*'
ACTS = "|".join(re.escape(each.value) for each in log.Act).encode()
FORM = re.compile(
    rb'\{"act":"(?:' + ACTS + rb')","by":"(?:u:[0-9a-f]{8}|sys:[a-z][a-z0-9_.-]{0,40})","cfg":"[0-9a-f]{64}",'
    rb'"obj":"[^"\\]{1,80}","pay":\[(?:' + COMMITTED + rb"(" + MORE + rb'))?\],"seq":(0|[1-9][0-9]*),'
    rb'"sw":"[^"\\]{1,60}","ts":"[0-9TZ:-]{20}","v":1,"ver":\[[0-9]+,[0-9]+\]\}'
)
"""The one way in which a record may be written (RFC 8785), in one look; (commitment, kind, more of these, seq)."""
PART = re.compile(COMMITTED)
MALFORMED = (KeyError, TypeError, ValueError, AttributeError, IndexError)
"""What reading a payload raises that is committed to and is not of its kind."""
ERASED = "erase/1"
SPEAKS_OF_THE_LOG = (KEY, ERASED)
Beside = tuple[int, bytes, bytes]  # (part, salt, payload)


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


def check_log(connection: Connection, *, against: Sequence[tuple[int, bytes]] = ()) -> Log:
    """Compare everything with everything.

    against   sizes and heads of checkpoints that others hold
    """
    pass_ = _Pass(connection, against)
    newest = connection.execute(select(func.max(schema.log.c.seq))).scalar_one()
    for first in range(0, 0 if newest is None else newest + 1, AT_ONCE):
        pass_.chunk(first, first + AT_ONCE)
    return pass_.end()


class _Pass:
    def __init__(self, connection: Connection, against: Sequence[tuple[int, bytes]]) -> None:
        self._connection, self._result = connection, Log()
        self._faults = self._result.faults
        table = schema.checkpoints
        self._notes = {row.size: row.note for row in connection.execute(select(table.c.size, table.c.note))}
        self._heads = dict(against)
        self._edge, self._key = Edge(), PublicKey(name="", raw=b"")
        self._missing: set[int] = set()
        self._erased: set[int] = set()

    def chunk(self, first: int, end: int) -> None:
        """The records from one place up to before another, with what stands beside them."""
        beside: dict[int, list[Beside]] = {}
        for seq, part, salt, payload in self._stored(first, end):
            beside.setdefault(seq, []).append((part, salt, payload))
        known: Known = {kind: {} for kind in ROWS}
        leaves: list[bytes] = []
        records = dict(self._records(first, end))
        for seq, record in records.items():
            self._record(seq, record, beside.pop(seq, []), known)
            leaves.append(leaf(record))
            self._result.size += 1
            if self._result.size in self._notes or self._result.size in self._heads:
                self._edge = self._edge.grown(leaves)
                leaves.clear()
                self._checkpoint(self._result.size)
        self._edge = self._edge.grown(leaves)
        for seq in beside:
            self._faults.tampered("payload_of_no_record", f"record {seq}")
        stretch = Stretch(first=first, end=end, records=records, known=known)
        try:
            self._result.rows += check_rows(self._connection, stretch, self._faults)
        except MALFORMED:
            self._faults.tampered("payload_malformed", f"a record from {first} to {end - 1}")

    def end(self) -> Log:
        """What is known only after the last record."""
        result = self._result
        sizes = [each for each in self._notes if each <= result.size]
        result.root, result.key, result.checkpoints = self._edge.root, self._key.text, len(self._notes)
        result.unsealed = result.size - max(sizes, default=0)
        for size in sorted({*self._notes, *self._heads}):
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

    def _records(self, first: int, end: int) -> Iterable[tuple[int, bytes]]:
        table = schema.log
        query = select(table.c.seq, table.c.record).where(table.c.seq >= first, table.c.seq < end).order_by(table.c.seq)
        return _plain(self._connection, query)

    def _stored(self, first: int, end: int) -> Iterable[Any]:
        table = schema.payloads
        query = select(table.c.log, table.c.part, table.c.salt, table.c.payload)
        inside = query.where(table.c.log >= first, table.c.log < end).order_by(table.c.log, table.c.part)
        return _plain(self._connection, inside)

    def _record(self, seq: int, record: bytes, beside: list[Beside], known: Known) -> None:
        place, found = self._result.size, FORM.fullmatch(record)
        if found is None:
            self._faults.tampered("record_malformed", f"record {seq}", record[:60].decode("utf-8", "replace"))
            return
        commitment, kind, more, says = found.groups()
        if seq != place or int(says) != place:
            self._faults.tampered("record_out_of_place", f"record {place}", f"says it is number {int(says)}")
        named = [(commitment, kind), *PART.findall(more)] if more else [(commitment, kind)] if kind else []
        if not beside and named:
            self._missing.add(seq)
        elif len(beside) != len(named):
            self._faults.tampered("payload_missing", f"record {seq}", f"{len(beside)} of {len(named)} are here")
        for wanted, ((part, salt, payload), (commitment, kind)) in enumerate(zip(beside, named, strict=False)):
            if part != wanted or sha256(log.COMMITMENT + salt + payload).hexdigest().encode() != commitment:
                self._faults.tampered("payload_changed", f"record {seq}")
                continue
            if (what := kind.decode()) in known:
                known[what][seq] = payload
            if what not in SPEAKS_OF_THE_LOG:
                continue
            try:
                self._told(what, payload)
            except (*MALFORMED, NotACheckpoint):
                self._faults.tampered("payload_malformed", f"record {seq}")

    def _told(self, kind: str, payload: bytes) -> None:
        """What the log says of itself."""
        if kind == KEY:
            self._key = PublicKey.parse(loads(payload)["key"])
        elif kind == ERASED:
            self._erased.update(map(int, loads(payload)["erased"]))

    def _checkpoint(self, size: int) -> None:
        where = f"the checkpoint over {size} records"
        if size in self._heads and self._heads[size] != self._edge.root:
            self._faults.tampered("unlike_the_one_others_hold", where)
        if size not in self._notes:
            return
        try:
            told = opened(self._notes[size], self._key)
        except NotACheckpoint as fault:
            self._faults.tampered("checkpoint_not_signed", where, fault.fault)
            return
        if (told.size, told.root, told.origin) != (size, self._edge.root, self._key.name):
            self._faults.tampered("checkpoint_of_another_log", where)


def _plain(connection: Connection, query: Select[Any]) -> Sequence[Any]:
    """The rows as the driver gives them: numbers and bytes, which need nothing of what SQLAlchemy does for each row."""
    return connection.execute(query).cursor.fetchall()
