"""One stretch of the log looked at by itself: form, place, payloads, the rows beside it, and its part of the tree.

What needs the records before it (the key in force, the head over all of them) is told, and judged by `logged`: so
stretches can be looked at in any order, and by several processes.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Select, select
from sqlalchemy.exc import DatabaseError

from sijill.store import log, schema
from sijill.store.audit.fault import Faults
from sijill.store.audit.rows import ROWS, Known, Logged, check_rows
from sijill.store.proof.checkpoints import KEY
from sijill.store.proof.tree import Edge

AT_ONCE = 1 << 13
"""Records of a stretch. A power of two: then its part of the tree is one whole subtree."""
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
Beside = tuple[int, int, bytes, bytes]  # (log, part, salt, payload)


@dataclass(slots=True)
class Stretch:
    """What a stretch amounts to.

    first, count   where it begins, and the records that are there
    edge           of the tree over these records alone
    edges          the same at each size of the log that was asked for
    told           payloads in which the log speaks of itself, in order: place of the record, kind, payload
    missing        records whose payloads are gone            rows      that were compared with what was logged
    """

    first: int
    count: int = 0
    edge: Edge = field(default_factory=Edge)
    edges: list[tuple[int, Edge]] = field(default_factory=list)
    told: list[tuple[int, str, bytes]] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)
    rows: int = 0
    faults: Faults = field(default_factory=Faults)


def look(connection: Connection, first: int, end: int, *, sizes: Collection[int] = ()) -> Stretch:
    """Compare everything from one place up to before another with everything beside it.

    sizes   of the whole log, at which the edge of the tree is wanted
    """
    seen = Stretch(first)
    records = _records(connection, first, end)
    known = _known(seen, records, _beside(connection, first, end))
    _grow(seen, [record for _, record in records], sizes)
    logged = Logged(first=first, end=end, records=dict(records), known=known)
    try:
        seen.rows = check_rows(connection, logged, seen.faults)
    except MALFORMED:
        seen.faults.tampered("payload_malformed", f"a record from {first} to {end - 1}")
    return seen


def _known(seen: Stretch, records: Sequence[tuple[int, bytes]], beside: Sequence[Beside]) -> Known:
    """The payloads that are what was committed to, of the kinds that have rows; what is wrong goes into the faults.

    Both come in the order of the log, so one walk beside the other is enough.
    """
    known: Known = {kind: {} for kind in ROWS}
    at, many, fullmatch = 0, len(beside), FORM.fullmatch
    for place, (seq, record) in enumerate(records, seen.first):
        while at < many and beside[at][0] < seq:
            seen.faults.tampered("payload_of_no_record", f"record {beside[at][0]}")
            at += 1
        begin = at
        while at < many and beside[at][0] == seq:
            at += 1
        if (found := fullmatch(record)) is None:
            seen.faults.tampered("record_malformed", f"record {seq}", record[:60].decode("utf-8", "replace"))
            continue
        commitment, kind, more, says = found.groups()
        if seq != place or int(says) != place:
            seen.faults.tampered("record_out_of_place", f"record {place}", f"says it is number {int(says)}")
        if at - begin == 1 and not more and _committed(beside[begin], 0, commitment):  # as nearly all are
            _keep(seen, known, seq, kind.decode(), beside[begin][3])
        elif at > begin or kind:
            named = [(commitment, kind), *PART.findall(more)] if more else [(commitment, kind)] if kind else []
            _compare(seen, known, seq, named, beside[begin:at])
    for each in beside[at:]:
        seen.faults.tampered("payload_of_no_record", f"record {each[0]}")
    return known


def _committed(beside: Beside, part: int, commitment: bytes | None) -> bool:
    """Is it the payload that the record binds itself to?"""
    return (
        commitment is not None
        and beside[1] == part
        and sha256(log.COMMITMENT + beside[2] + beside[3]).hexdigest() == commitment.decode()
    )


def _compare(
    seen: Stretch, known: Known, seq: int, named: Sequence[tuple[bytes, bytes]], beside: Sequence[Beside]
) -> None:
    """The payloads of one record with what it commits to."""
    if not beside:
        seen.missing.append(seq)
    elif len(beside) != len(named):
        seen.faults.tampered("payload_missing", f"record {seq}", f"{len(beside)} of {len(named)} are here")
    for part, (each, (commitment, kind)) in enumerate(zip(beside, named, strict=False)):
        if _committed(each, part, commitment):
            _keep(seen, known, seq, kind.decode(), each[3])
        else:
            seen.faults.tampered("payload_changed", f"record {seq}")


def _keep(seen: Stretch, known: Known, seq: int, kind: str, payload: bytes) -> None:
    if kind in known:
        known[kind][seq] = payload
    elif kind in SPEAKS_OF_THE_LOG:
        seen.told.append((seq, kind, payload))


def _grow(seen: Stretch, records: Sequence[bytes], sizes: Collection[int]) -> None:
    """The tree over these records, and its edge at the sizes."""
    leaves = [sha256(b"\x00" + each).digest() for each in records]
    for size in sorted(sizes):
        if seen.first < size <= seen.first + len(leaves):
            seen.edge = seen.edge.grown(leaves[seen.edge.size : size - seen.first])
            seen.edges.append((size, seen.edge))
    seen.edge = seen.edge.grown(leaves[seen.edge.size :])
    seen.count = len(leaves)


def _records(connection: Connection, first: int, end: int) -> Sequence[tuple[int, bytes]]:
    table = schema.log
    query = select(table.c.seq, table.c.record).where(table.c.seq >= first, table.c.seq < end).order_by(table.c.seq)
    return _plain(connection, query)


def _beside(connection: Connection, first: int, end: int) -> Sequence[Beside]:
    table = schema.payloads
    query = select(table.c.log, table.c.part, table.c.salt, table.c.payload)
    inside = query.where(table.c.log >= first, table.c.log < end).order_by(table.c.log, table.c.part)
    return _plain(connection, inside)


def _plain(connection: Connection, query: Select[Any]) -> Sequence[Any]:
    """The rows as the driver gives them: numbers and bytes, which need nothing of what SQLAlchemy does for each row.

    raises DatabaseError, as SQLAlchemy does, where the driver finds the record damaged on the way
    """
    told = connection.execute(query)
    dbapi = connection.dialect.loaded_dbapi
    try:
        return told.cursor.fetchall()
    except dbapi.DatabaseError as fault:
        raise DatabaseError(str(query), None, fault) from fault
