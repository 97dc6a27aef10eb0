"""Seeded tamperings with a ledger, as somebody would make them who holds the file and knows how it is made.

Each is made in a transaction that is taken back, so that thousands can be tried on one ledger. The one thing that the
tamperer does not have is the signing key: with it nothing is found by who holds no earlier checkpoint (SECURITY.md).
"""

import random
import tempfile
from collections import Counter
from collections.abc import Callable
from json import loads
from pathlib import Path
from typing import Any

import rfc8785
from sqlalchemy import Connection, text

from bench.record.invented import capture_reports, decision
from sijill.store import log
from sijill.store.audit.logged import check_log
from sijill.store.connection import writing
from sijill.store.ledger import Ledger
from sijill.store.vault import Vault

SEED = 20310504
ROWS = (
    *(
        ("documents", column)
        for column in ("id", "name", "digest", "locator", "media_type", "captured", "state", "obj")
    ),
    *(("texts", column) for column in ("text", "reader", "digest", "document")),
    *(("decisions", column) for column in ("id", "kind", "about", "value", "by", "at", "because", "obj")),
)


def found_of(count: int, *, seed: int = SEED) -> tuple[int, Counter[str]]:
    """How many of so many tamperings are found, and how many of each sort were not."""
    chance, missed, found = random.Random(seed), Counter[str](), 0
    with tempfile.TemporaryDirectory() as folder, ledger_to_tamper_with(Path(folder)) as ledger:
        for _ in range(count):
            name = chance.choice(sorted(SORTS))
            with writing(ledger._engine).connect() as connection, connection.begin() as change:
                connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")  # as with a tool that knows of none
                SORTS[name](Log(connection, chance))
                if check_log(connection).faults.worst is None:
                    missed[name] += 1
                else:
                    found += 1
                change.rollback()
    return found, missed


def ledger_to_tamper_with(folder: Path) -> Ledger:
    """A sealed ledger of sixty records, without what keeps an honest program from mistakes."""
    with Ledger.create(folder / "ledger.db") as ledger:
        capture_reports(ledger, Vault(folder / "vault"), range(30))
        for number in range(30):
            ledger.decide(decision(number), seen=None)
    ledger = Ledger.open(folder / "ledger.db")
    with ledger._engine.connect() as connection:
        for name in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.commit()
        assert check_log(connection).faults.worst is None, "it was sound before"
    return ledger


class Log:
    """The ledger in the hands of who tampers with it."""

    def __init__(self, connection: Connection, chance: random.Random) -> None:
        self.connection, self.chance = connection, chance
        self.size = int(self.ask("SELECT count(*) FROM log"))

    def ask(self, query: str, **values: Any) -> Any:
        """One value."""
        return self.connection.execute(text(query), values).scalar_one()

    def do(self, statement: str, **values: Any) -> None:
        """One change."""
        self.connection.execute(text(statement), values)

    def any(self) -> int:
        """The place of some record."""
        return self.chance.randrange(self.size)

    def record(self, seq: int) -> bytes:
        """The record there."""
        return bytes(self.ask("SELECT record FROM log WHERE seq = :seq", seq=seq))

    def put(self, seq: int, record: bytes) -> None:
        """Another record there."""
        self.do("UPDATE log SET record = :record WHERE seq = :seq", seq=seq, record=record)

    def flipped(self, value: bytes) -> bytes:
        """The same but for one bit."""
        at = self.chance.randrange(len(value))
        return value[:at] + bytes([value[at] ^ (1 << self.chance.randrange(8))]) + value[at + 1 :]

    def renumber(self, start: int) -> None:
        """Make every record from here on say the place where it stands."""
        places = self.connection.execute(text("SELECT seq FROM log WHERE seq >= :start ORDER BY seq"), {"start": start})
        for seq in places.scalars().all():
            self.put(seq, rfc8785.dumps(loads(self.record(seq)) | {"seq": seq}))

    def shift(self, start: int, by: int) -> None:
        """Move the records from here on, with what stands beside them."""
        order = "DESC" if by > 0 else "ASC"
        places = self.connection.execute(
            text(f"SELECT seq FROM log WHERE seq >= :start ORDER BY seq {order}"), {"start": start}
        )
        for seq in places.scalars().all():
            self.do("UPDATE log SET seq = :to WHERE seq = :seq", seq=seq, to=seq + by)
            for table in ("payloads", "documents", "decisions"):
                self.do(f"UPDATE {table} SET log = :to WHERE log = :seq", seq=seq, to=seq + by)


def flip_record(here: Log) -> None:
    seq = here.any()
    here.put(seq, here.flipped(here.record(seq)))


def flip_payload(here: Log) -> None:
    seq, column = here.any(), here.chance.choice(("salt", "payload"))
    value = here.ask(f"SELECT {column} FROM payloads WHERE log = :seq", seq=seq)
    here.do(f"UPDATE payloads SET {column} = :value WHERE log = :seq", seq=seq, value=here.flipped(value))


def delete_record(here: Log) -> None:
    seq = here.any()
    for table in ("payloads", "documents", "decisions"):
        here.do(f"DELETE FROM {table} WHERE log = :seq", seq=seq)
    here.do("DELETE FROM log WHERE seq = :seq", seq=seq)
    if seq < here.size - 1 and here.chance.random() < 0.5:
        here.shift(seq + 1, -1)
        here.renumber(seq)


def duplicate_record(here: Log) -> None:
    seq, to = here.any(), here.chance.choice((here.size, here.any()))
    record = here.record(seq)
    if to < here.size:
        here.shift(to, 1)
    here.do("INSERT INTO log VALUES (:to, :record)", to=to, record=record)
    if here.chance.random() < 0.5:
        here.renumber(to)


def swap_records(here: Log) -> None:
    one, two = here.chance.sample(range(here.size), 2)
    first, second = here.record(one), here.record(two)
    here.put(one, second)
    here.put(two, first)
    if here.chance.random() < 0.5:
        here.renumber(min(one, two))


def truncate_log(here: Log) -> None:
    start = here.chance.randrange(1, here.size)
    for table in ("payloads", "documents", "decisions"):
        here.do(f"DELETE FROM {table} WHERE log >= :start", start=start)
    here.do("DELETE FROM texts WHERE row NOT IN (SELECT seq FROM documents)")
    here.do("DELETE FROM log WHERE seq >= :start", start=start)


def insert_record(here: Log) -> None:
    to = here.chance.randrange(here.size)
    record = loads(here.record(to)) | {"obj": "o:" + here.chance.randbytes(16).hex(), "pay": []}
    here.shift(to, 1)
    here.do("INSERT INTO log VALUES (:to, :record)", to=to, record=rfc8785.dumps(record))
    here.renumber(to)


def replace_record(here: Log) -> None:
    """Another payload with its own commitment, as an honest record would have it."""
    seq = here.any()
    salt, payload = (
        here.chance.randbytes(32),
        b'{"document":{"digest":"' + here.chance.randbytes(32).hex().encode() + b'"}}',
    )
    record = loads(here.record(seq))
    record["pay"] = [{"c": log.commitment(salt, payload), "t": "document/1"}]
    here.put(seq, rfc8785.dumps(record))
    here.do(
        "UPDATE payloads SET salt = :salt, payload = :payload WHERE log = :seq", seq=seq, salt=salt, payload=payload
    )


def rewrite_tail(here: Log) -> None:
    """Every record from some place on made again, consistent in itself, with other words in its row too."""
    start = here.any()
    for seq in range(start, here.size):
        salt = here.chance.randbytes(32)
        payload = here.ask("SELECT payload FROM payloads WHERE log = :seq", seq=seq).replace(b"map", b"pam")
        record = loads(here.record(seq))
        record["pay"] = [{"c": log.commitment(salt, payload), "t": record["pay"][0]["t"]}]
        here.put(seq, rfc8785.dumps(record))
        here.do("UPDATE payloads SET salt = :s, payload = :p WHERE log = :seq", seq=seq, s=salt, p=payload)
        here.do("UPDATE decisions SET because = 'the pam' WHERE log = :seq", seq=seq)


def change_row(here: Log) -> None:
    table, column = here.chance.choice(ROWS)
    key = here.chance.choice(here.connection.execute(text(f"SELECT rowid FROM {table}")).scalars().all())
    value = here.ask(f'SELECT "{column}" FROM {table} WHERE rowid = :key', key=key)
    here.do(f'UPDATE {table} SET "{column}" = :value WHERE rowid = :key', key=key, value=value + "x")


def delete_row(here: Log) -> None:
    table = here.chance.choice(("documents", "decisions", "texts", "payloads"))
    key = here.chance.choice(here.connection.execute(text(f"SELECT rowid FROM {table}")).scalars().all())
    here.do(f"DELETE FROM {table} WHERE rowid = :key", key=key)


def add_row(here: Log) -> None:
    seq = 1000 + here.any()
    here.do(
        "INSERT INTO decisions SELECT :seq, :id, obj, 99, kind, about, value, by, at, because, :log"
        " FROM decisions LIMIT 1",
        seq=seq, id=f"dec_{seq}", log=here.chance.choice((here.any(), seq)),
    )  # fmt: skip


def flip_checkpoint(here: Log) -> None:
    note = here.ask("SELECT note FROM checkpoints ORDER BY size DESC LIMIT 1").encode()
    here.do("UPDATE checkpoints SET note = :note", note=here.flipped(note).decode("utf-8", "replace"))


def call_it_erased(here: Log) -> None:
    seq = here.chance.randrange(1, here.size)
    for table in ("payloads", "documents", "decisions"):
        here.do(f"DELETE FROM {table} WHERE log = :seq", seq=seq)
    here.do("DELETE FROM texts WHERE row NOT IN (SELECT seq FROM documents)")
    here.do("INSERT INTO erasures VALUES (:seq, :log)", seq=seq, log=here.any())


def another_key(here: Log) -> None:
    here.do("UPDATE keys SET seed = :seed", seed=here.chance.randbytes(32))


SORTS: dict[str, Callable[[Log], None]] = {
    each.__name__: each
    for each in (
        flip_record, flip_payload, delete_record, duplicate_record, swap_records, truncate_log, insert_record,
        replace_record, rewrite_tail, change_row, delete_row, add_row, flip_checkpoint, call_it_erased, another_key,
    )
}  # fmt: skip
