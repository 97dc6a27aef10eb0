"""The SQLite behind the ledger: which one may be used, and how it must be opened."""

import os
from dataclasses import dataclass, field
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
    "PRAGMA temp_store = MEMORY",
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


class WrongKey(SijillError):
    """An encrypted ledger and another key than its own."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(f"{path.name} does not open with this key: it is of another case, or damaged")
        self.path = path


def refuse_unsafe(version: tuple[int, ...]) -> None:
    """Raises UnsafeSQLite for a version in which a WAL file that is reset at the wrong moment loses commits."""
    first, last = WAL_RESET_BUG
    if first <= version <= last:
        raise UnsafeSQLite(version=".".join(map(str, version)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SQLiteFile:
    """A ledger in a file. key: 32 bytes of its encryption (SQLCipher); None for plain SQLite."""

    path: Path
    key: bytes | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        """How messages call it."""
        return self.path.name

    def there(self) -> bool:
        """Is there such a file?"""
        return self.path.is_file()

    def taken(self) -> bool:
        """Is there anything where a new ledger would be?"""
        return self.path.exists()

    def begin(self) -> None:
        """A new file with our mark, in its header for good before anything else is in it."""
        refuse_unsafe(sqlcipher3.sqlite_version_info)
        connection = self._connected()
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.close()
        folder = os.open(self.path.parent, os.O_RDONLY)  # its name has to survive a power cut too
        os.fsync(folder)
        os.close(folder)

    def check(self) -> None:
        """Raises NotALedger unless the file carries our mark, WrongKey if it opens with another key or none."""
        header = self._header()
        if self.key is None:
            if not header.startswith(SQLITE):
                raise NotALedger(path=self.path, seen="it does not begin as one, or it is encrypted")
            seen = int.from_bytes(header[MARK_AT : MARK_AT + 4], "big")
        else:
            connection = self._connected()
            try:
                seen = connection.execute("PRAGMA application_id").fetchone()[0]
            except sqlcipher3.DatabaseError as fault:
                raise WrongKey(path=self.path) from fault
            finally:
                connection.close()
        if seen != APPLICATION_ID:
            raise NotALedger(path=self.path, seen=f"its mark is {seen}, not {APPLICATION_ID}")

    def engine(self) -> Engine:
        """An engine whose transactions are explicit: use `writing` for those that write."""
        refuse_unsafe(sqlcipher3.sqlite_version_info)
        engine = create_engine("sqlite://", module=sqlcipher3.dbapi2, creator=self._opened, poolclass=QueuePool)

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            writes = connection.get_execution_options().get("writes", False)
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

        return engine

    def _header(self) -> bytes:
        """Its first bytes; the file stays as it is."""
        with self.path.open("rb") as stream:
            header = stream.read(HEADER)
        if len(header) < HEADER:
            raise NotALedger(path=self.path, seen="it does not begin as one")
        return header

    def _connected(self) -> Any:
        connection = sqlcipher3.connect(str(self.path), isolation_level=None, check_same_thread=False)
        if self.key is not None:
            connection.execute(f"""PRAGMA key = "x'{self.key.hex()}'" """)
        return connection

    def _opened(self) -> Any:
        connection = self._connected()
        try:
            for setting in SETTINGS:
                connection.execute(setting)
        except (sqlcipher3.DatabaseError, UnicodeDecodeError) as fault:  # the second where a damaged name is quoted
            connection.close()
            raise NotALedger(path=self.path, seen=str(fault)) from fault
        return connection


def writing(engine: Engine) -> Engine:
    """The same engine, each transaction holding the write lock from its start: what it reads cannot change."""
    return engine.execution_options(writes=True)
