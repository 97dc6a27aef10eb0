"""Every row of the ledger against the payload that was logged with it: nothing changed, added or taken away."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from json import JSONDecodeError, loads
from typing import Any

from sqlalchemy import Connection, Table, func, select

from sijill.store import schema
from sijill.store.audit.fault import Faults
from sijill.store.captures import KEPT

DOCUMENT, DOUBTS, QUARANTINED, DECISION = "document/1", "doubts/1", "quarantined/1", "decision/1"
ROWS = (DOCUMENT, DOUBTS, QUARANTINED, DECISION)
"""The kinds of payloads that have rows."""
Known = Mapping[str, dict[int, bytes]]
QUARANTINE = ("digest", "name", "locator", "reason", "seen")
DECIDED = ("id", "kind", "value", "by", "at", "because")
Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """What was logged in a stretch, from one place to before another.

    records   by their place      known   the payloads that are what was committed to, by kind and place
    """

    first: int
    end: int
    records: Mapping[int, bytes]
    known: Known

    def of(self, kind: str) -> dict[int, Any]:
        """The payloads of a kind by the place of their record."""
        return {seq: loads(payload) for seq, payload in self.known[kind].items()}


def check_rows(connection: Connection, stretch: Logged, faults: Faults) -> int:
    """Compare the rows that were logged in a stretch; how many there are."""
    count = 0
    for table, kind, alike in (
        (schema.documents, DOCUMENT, _document),
        (schema.quarantine, QUARANTINED, _quarantined),
        (schema.decisions, DECISION, _decision),
    ):
        rows, logged = _rows(connection, table, stretch), stretch.of(kind)
        count += sum(map(len, rows.values()))
        for seq in sorted(logged.keys() - rows.keys()):
            faults.tampered("row_missing", f"record {seq}", table.name)
        for seq, found in rows.items():
            if seq not in logged or len(found) > 1:
                faults.tampered("row_of_no_record", f"record {seq}", table.name)
            elif not alike(found[0], logged[seq], loads(stretch.records[seq])):
                faults.tampered("row_changed", f"record {seq}", table.name)
    count += _texts(connection, stretch, faults)
    return count + _doubts(connection, stretch, faults)


def count_rows(connection: Connection) -> int:
    """All rows there are: as many as were compared, or some stand where no record is."""
    tables = (schema.documents, schema.quarantine, schema.decisions, schema.texts, schema.doubts)
    return sum(connection.execute(select(func.count()).select_from(each)).scalar_one() for each in tables)


def _rows(connection: Connection, table: Table, stretch: Logged) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    query = select(table).where(table.c.log >= stretch.first, table.c.log < stretch.end).order_by(table.c.seq)
    for row in connection.execute(query):
        found.setdefault(row.log, []).append(row)
    return found


def _document(row: Any, logged: Plain, record: Plain) -> bool:
    told = logged["document"]
    same = all(getattr(row, name) == told[name] for name in KEPT)
    return same and (row.obj, row.reading) == (record["obj"], record["ver"][1])


def _quarantined(row: Any, logged: Plain, record: Plain) -> bool:
    return all(getattr(row, name) == logged["quarantined"][name] for name in QUARANTINE)


def _decision(row: Any, logged: Plain, record: Plain) -> bool:
    same = all(getattr(row, name) == logged[name] for name in DECIDED)
    about = _plain(row.about) == logged["about"]
    return same and about and (row.obj, row.version) == (record["obj"], record["ver"][1])


def _texts(connection: Connection, stretch: Logged, faults: Faults) -> int:
    """A text stands beside the reading that gave it, and is the one whose digest was logged."""
    texts, documents = schema.texts, schema.documents
    read = {seq: told["text"] for seq, told in stretch.of(DOCUMENT).items()}
    query = select(texts, documents.c.log, documents.c.id).join(documents, documents.c.seq == texts.c.row)
    seen: set[int] = set()
    for row in connection.execute(query.where(documents.c.log >= stretch.first, documents.c.log < stretch.end)):
        logged = read.get(row.log)
        digest = sha256(row.text.encode("utf-8", "surrogatepass")).hexdigest()
        same = logged is not None and (row.reader, digest) == (logged["reader"], logged["digest"])
        if not same or row.document != row.id or row.digest != digest:
            faults.tampered("text_changed", f"record {row.log}")
        seen.add(row.log)
    for seq in sorted(seq for seq, logged in read.items() if logged is not None and seq not in seen):
        faults.tampered("text_missing", f"record {seq}")
    return len(seen)


def _doubts(connection: Connection, stretch: Logged, faults: Faults) -> int:
    rows, logged = _rows(connection, schema.doubts, stretch), stretch.of(DOUBTS)
    for seq in sorted(rows.keys() | logged.keys()):
        here = [_plain(row.record) for row in rows.get(seq, [])]
        named = [row.id for row in rows.get(seq, [])] == [each["id"] for each in logged.get(seq, [])]
        if here != logged.get(seq, []) or not named:
            faults.tampered("row_changed", f"record {seq}", schema.doubts.name)
    return sum(map(len, rows.values()))


def _plain(text: str) -> Any:
    """The JSON, or None for what is none any more."""
    try:
        return loads(text)
    except JSONDecodeError:
        return None
