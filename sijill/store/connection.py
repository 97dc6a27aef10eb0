"""The SQLite behind the ledger: which one may be used, and how it must be opened."""

from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from sijill.errors import SijillError
from sijill.store.schema import APPLICATION_ID

WAL_RESET_BUG = ((3, 7, 0), (3, 51, 2))
SQLITE, HEADER, MARK_AT = b"SQLite format 3\x00", 100, 68  # https://sqlite.org/fileformat2.html, section 1.3
SETTINGS = (
    "PRAGMA busy_timeout = 30000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA secure_delete = ON",
)


class UnsafeSQLite(SijillError):
    """A SQLite that can damage the ledger."""

    def __init__(self, *, version: str) -> None:
        super().__init__(
            f"SQLite {version} can corrupt a ledger (WAL-reset bug, 3.7.0 to 3.51.2): install sqlcipher3 0.6.4 or newer"
        )
        self.version = version


class NotALedger(SijillError):
    """A file that Sijill did not write, or that is damaged."""

    def __init__(self, *, path: Path, seen: str) -> None:
        super().__init__(
            f"{path.name} is not a ledger of Sijill ({seen}): name a case folder, or restore the file from a backup"
        )
        self.path, self.seen = path, seen


def refuse_unsafe(version: tuple[int, ...]) -> None:
    """Raises UnsafeSQLite for a version in which a WAL file that is reset at the wrong moment loses commits."""
    first, last = WAL_RESET_BUG
    if first <= version <= last:
        raise UnsafeSQLite(version=".".join(map(str, version)))


def engine_of(path: Path) -> Engine:
    """An engine whose transactions are explicit. Use `reading` and `writing` on it."""
    refuse_unsafe(sqlcipher3.sqlite_version_info)

    def connect() -> Any:
        connection = sqlcipher3.connect(str(path), isolation_level=None, check_same_thread=False)
        try:
            for setting in SETTINGS:
                connection.execute(setting)
        except sqlcipher3.DatabaseError as fault:
            connection.close()
            raise NotALedger(path=path, seen=str(fault)) from fault
        return connection

    engine = create_engine("sqlite://", module=sqlcipher3.dbapi2, creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def writing(engine: Engine) -> Engine:
    """The same engine, each transaction holding the write lock from its start: what it reads cannot change."""
    return engine.execution_options(writes=True)


def mark(path: Path) -> None:
    """Begin a new file with our mark, in its header for good before anything else is in it."""
    refuse_unsafe(sqlcipher3.sqlite_version_info)
    connection = sqlcipher3.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.close()


def check_mark(path: Path) -> None:
    """Raises NotALedger unless the file carries our mark. Looks at its first bytes only, and leaves it as it is."""
    with path.open("rb") as stream:
        header = stream.read(HEADER)
    if not header.startswith(SQLITE) or len(header) < HEADER:
        raise NotALedger(path=path, seen="it does not begin as one")
    seen = int.from_bytes(header[MARK_AT : MARK_AT + 4], "big")
    if seen != APPLICATION_ID:
        raise NotALedger(path=path, seen=f"its mark is {seen}, not {APPLICATION_ID}")
