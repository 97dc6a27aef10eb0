"""Signed checkpoints of the log, made in the transaction that makes them due: every hundred records, and when asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from json import loads

from sqlalchemy import Connection, func, insert, select

from sijill.store import log, schema
from sijill.store.change import Change
from sijill.store.proof.note import SEED_BYTES, Checkpoint, PublicKey, public_of, signed
from sijill.store.proof.tree import HASH, Edge, leaf

EVERY = 100
KEY = "key/1"
ORIGIN = "sijill-log/1/"
READ_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A checkpoint as it rests. note: the signed note; at: by this machine's clock."""

    size: int
    note: str
    at: str


class Sealer:
    """Knows the edge of the tree, so that a checkpoint costs what was added since the last one."""

    def __init__(self) -> None:
        self._edge: Edge | None = None

    def seal(self, connection: Connection, *, at: str, added: Sequence[bytes] = (), always: bool = False) -> Edge:
        """Make a checkpoint if one is due, and return the edge, to be kept by `committed` once the transaction is.

        added    records that were just written: the end of the log
        always   also where fewer than EVERY records were added since the last one
        """
        newest = connection.execute(select(func.max(schema.log.c.seq))).scalar_one()
        size = 0 if newest is None else newest + 1
        last = connection.execute(select(func.max(schema.checkpoints.c.size))).scalar_one() or 0
        edge = self._known(connection, last, most=size - len(added))
        edge = edge.grown(map(leaf, records(connection, edge.size, size - len(added)))).grown(map(leaf, added))
        if size > last and (always or size // EVERY > last // EVERY):
            name, seed = _signing(connection)
            note = signed(Checkpoint(origin=name, size=size, root=edge.root), name=name, seed=seed)
            row = {"size": size, "note": note, "edge": edge.packed, "at": at}
            connection.execute(insert(schema.checkpoints).values(row))
        return edge

    def committed(self, edge: Edge) -> None:
        """The transaction came to its end: what was added is there to stay."""
        self._edge = edge

    def _known(self, connection: Connection, last: int, *, most: int) -> Edge:
        if self._edge is not None and last <= self._edge.size <= most:
            return self._edge
        table = schema.checkpoints
        packed = connection.execute(select(table.c.edge).where(table.c.size == last)).scalar_one_or_none()
        whole = packed is not None and len(packed) == HASH * last.bit_count()
        return Edge.unpacked(last, packed) if whole and packed and last <= most else Edge()


def name_key(change: Change, *, first: bool = False) -> None:
    """Make a signing key and name its public half in the log: in the record that opens it, or in one of its own."""
    known = change.connection.execute(select(schema.keys.c.name)).scalars().all()
    name = known[0] if known else ORIGIN + change.draw(8).hex()
    seed = change.draw(SEED_BYTES)
    act = log.Act.LOG_OPEN if first else log.Act.LOG_KEY
    payload = {KEY: {"origin": name, "key": public_of(name, seed).text}}
    logged = change.record(act, obj=change.opaque(), versions=(len(known), len(known) + 1), payloads=payload)
    change.add(schema.keys, log=logged, name=name, seed=seed)


def keys(connection: Connection) -> dict[int, PublicKey]:
    """The public keys by the place of the record that named them."""
    table, log_ = schema.payloads, schema.log
    query = select(table.c.log, table.c.payload).join(schema.keys, schema.keys.c.log == table.c.log)
    rows = connection.execute(
        query.join(log_, log_.c.seq == table.c.log).where(table.c.part == 0).order_by(table.c.log)
    )
    return {row.log: PublicKey.parse(loads(row.payload)["key"]) for row in rows}


def key_for(size: int, named: dict[int, PublicKey]) -> PublicKey | None:
    """The key in force over so many records: the last one named in them."""
    return next((named[seq] for seq in sorted(named, reverse=True) if seq < size), None)


def checkpoints(connection: Connection) -> list[Sealed]:
    """All of them, the smallest tree first."""
    table = schema.checkpoints
    rows = connection.execute(select(table.c.size, table.c.note, table.c.at).order_by(table.c.size))
    return [Sealed(size=row.size, note=row.note, at=row.at) for row in rows]


def records(connection: Connection, start: int, end: int) -> Iterator[bytes]:
    """The records from one place up to before another, in order, a few thousand at a time."""
    table = schema.log
    for first in range(start, end, READ_AT_ONCE):
        some = select(table.c.record).where(table.c.seq >= first, table.c.seq < min(first + READ_AT_ONCE, end))
        yield from connection.execute(some.order_by(table.c.seq)).scalars()


def _signing(connection: Connection) -> tuple[str, bytes]:
    row = connection.execute(select(schema.keys).order_by(schema.keys.c.log.desc()).limit(1)).one()
    return row.name, row.seed
