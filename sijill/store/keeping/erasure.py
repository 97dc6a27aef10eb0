"""Erasure by law: the payload, the rows and the original of a record go; the log keeps that there was one, and says so.

The tree stays whole: it holds a salted commitment, from which nobody finds the payload again. What has no log.erase is
tampering.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, exists, insert, select

from sijill.errors import SijillError
from sijill.model.document import Digest
from sijill.store import schema
from sijill.store.change import Change
from sijill.store.log import Act

ERASE = "erase/1"
PENDING = "erased original"


class NothingToErase(SijillError):
    """An id that no row bears."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(
            f"no document or decision of this case has the id {seen[:60]!r}: write it whole, as `show` gives it"
        )
        self.seen = seen


class NoGround(SijillError):
    """An erasure that does not say why."""

    def __init__(self) -> None:
        super().__init__("say on which ground it is erased, without names: --because TEXT stays in the log")


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What went. records: places in the log whose payloads are gone; originals: no row rests on them any more.

    mentions   ids of decisions that still name what was erased
    """

    records: tuple[int, ...]
    originals: tuple[Digest, ...]
    mentions: tuple[str, ...]


def erase(change: Change, ids: Sequence[str], *, because: str) -> Erased:
    """Erase documents and decisions in one change. Originals are only marked: `pending` says which, until `done`.

    Raises NothingToErase, NoGround.
    """
    if not because.strip():
        raise NoGround
    connection = change.connection
    records = sorted({seq for each in ids for seq in _records(connection, each)})
    digests = _digests(connection, records)
    payload = {ERASE: {"erased": records, "because": because}}
    logged = change.record(Act.LOG_ERASE, obj=change.opaque(), versions=(0, 1), payloads=payload)
    change.write()
    connection.execute(insert(schema.erasures), [{"erased": each, "log": logged} for each in records])
    _delete(connection, records)
    gone = [each for each in digests if not _cited(connection, each)]
    for each in gone:
        change.add(schema.desk, kind=PENDING, key=each, value=str(logged))
    return Erased(records=tuple(records), originals=tuple(gone), mentions=_mentions(connection, ids))


def pending(connection: Connection) -> list[Digest]:
    """Originals that were erased from the record and may still lie in a vault."""
    table = schema.desk
    return [Digest(each) for each in connection.execute(select(table.c.key).where(table.c.kind == PENDING)).scalars()]


def _records(connection: Connection, which: str) -> list[int]:
    found = [
        seq
        for table in (schema.documents, schema.decisions)
        for seq in connection.execute(select(table.c.log).where(table.c.id == which)).scalars()
    ]
    if not found:
        raise NothingToErase(seen=which)
    return found


def _digests(connection: Connection, records: Sequence[int]) -> list[Digest]:
    table = schema.documents
    query = select(table.c.digest).where(table.c.log.in_(records)).distinct().order_by(table.c.digest)
    return [Digest(each) for each in connection.execute(query).scalars()]


def _delete(connection: Connection, records: Sequence[int]) -> None:
    """Texts first: they hang on the rows of documents, and the triggers ask those whether they may go."""
    rows = select(schema.documents.c.seq).where(schema.documents.c.log.in_(records))
    connection.execute(delete(schema.texts).where(schema.texts.c.row.in_(rows)))
    for table in (schema.doubts, schema.documents, schema.decisions, schema.payloads):
        connection.execute(delete(table).where(table.c.log.in_(records)))


def _cited(connection: Connection, digest: Digest) -> bool:
    found = [exists().where(table.c.digest == digest) for table in (schema.documents, schema.quarantine)]
    return any(connection.execute(select(each)).scalar_one() for each in found)


def _mentions(connection: Connection, ids: Sequence[str]) -> tuple[str, ...]:
    table = schema.decisions
    named = [
        table.c.about.contains(each, autoescape=True) | table.c.value.contains(each, autoescape=True) for each in ids
    ]
    found = {row for each in named for row in connection.execute(select(table.c.id).where(each)).scalars()}
    return tuple(sorted(found))
