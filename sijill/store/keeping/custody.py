"""The custody of originals: who captured what, when, by which means, each later check, and each time it was taken out.

All of it is read from the log and the payloads that the log commits to: there is no second account that could differ.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, and_, func, select

from sijill.model.document import Custody, Digest, DocumentId
from sijill.store import schema
from sijill.store.log import Act

FIXITY, EXPORT, ALL = "fixity/1", "export/1", "all"
SOUND, MENDED, LOST = "sound", "mended", "lost"


@dataclass(slots=True)
class _Held:
    """The documents there are: their places in the log, by original and by id."""

    by_digest: dict[str, list[tuple[DocumentId, int]]] = field(default_factory=dict)
    since: dict[DocumentId, int] = field(default_factory=dict)


def custody(connection: Connection, document: DocumentId | None) -> list[Custody]:
    """Everything that happened to a document (or any), in the order of the log."""
    captured, held = _captured(connection, document)
    told = [*captured]
    for seq, record, payload in _of(connection, Act.CAPTURE_FIXITY):
        for digest, note in _checked(payload):
            for which, since in held.by_digest.get(digest, []):
                if since < seq:
                    told.append((seq, _told(which, record, payload["means"], note)))
    for seq, record, payload in _of(connection, Act.ACCESS_EXPORT):
        named = payload.get("documents", [])
        for which, since in held.since.items():
            if since < seq and (named == ALL or which in named):
                told.append((seq, _told(which, record, payload["means"], payload.get("note"))))
    return [each for _, each in sorted(told, key=lambda each: each[0])]


def last_checked(connection: Connection) -> dict[Digest, str]:
    """When each original was last known to be sound: at its capture, or at a later check (UTC, ISO 8601)."""
    table, log = schema.documents, schema.log
    last: dict[Digest, str] = {}
    for row in connection.execute(select(table.c.digest, log.c.record).join(log, log.c.seq == table.c.log)):
        last.setdefault(Digest(row.digest), json.loads(row.record)["ts"])
    for _, record, payload in _of(connection, Act.CAPTURE_FIXITY):
        for digest in (*payload[SOUND], *(each["digest"] for each in payload[MENDED])):
            last[Digest(digest)] = record["ts"]
    return last


def _captured(connection: Connection, document: DocumentId | None) -> tuple[list[tuple[int, Custody]], _Held]:
    log, payloads, rows = schema.log, schema.payloads, schema.documents
    query = (
        select(rows.c.id, rows.c.digest, log.c.seq, log.c.record, payloads.c.payload)
        .join(log, rows.c.log == log.c.seq)
        .join(payloads, and_(payloads.c.log == log.c.seq, payloads.c.part == 0))
        .order_by(log.c.seq)
    )
    if document is not None:
        query = query.where(rows.c.id == document)
    told, held = [], _Held()
    for row in connection.execute(query):
        told.append((row.seq, _told(row.id, json.loads(row.record), json.loads(row.payload)["means"], None)))
        if row.id not in held.since:
            held.since[row.id] = row.seq
            held.by_digest.setdefault(row.digest, []).append((row.id, row.seq))
    return told, held


def _of(connection: Connection, act: Act) -> Iterable[tuple[int, Mapping[str, Any], Mapping[str, Any]]]:
    """The records of an act with their payload: canonical JSON begins with the act."""
    log, payloads = schema.log, schema.payloads
    begins = f'{{"act":"{act.value}",'.encode()
    query = (
        select(log.c.seq, log.c.record, payloads.c.payload)
        .join(payloads, and_(payloads.c.log == log.c.seq, payloads.c.part == 0))
        .where(func.substr(log.c.record, 1, len(begins)) == begins)
        .order_by(log.c.seq)
    )
    for row in connection.execute(query):
        yield row.seq, json.loads(row.record), json.loads(row.payload)


def _checked(payload: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    yield from ((each, SOUND) for each in payload[SOUND])
    yield from ((each["digest"], f"{MENDED}: {each['where']}, {each['seen']}") for each in payload[MENDED])
    yield from ((each["digest"], f"{LOST}: {each['seen']}") for each in payload[LOST])


def _told(document: str, record: Mapping[str, Any], means: str, note: str | None) -> Custody:
    return Custody(
        document=DocumentId(document),
        action=record["act"],
        at=record["ts"],
        by=record["by"],
        means=means,
        version=record["sw"],
        note=note,
    )
