"""The ledger of a team, in a PostgreSQL database of its own: the same tables, triggers and log.

Writers wait for each other by an advisory lock, as they do in SQLite, so that log and numbers grow without gaps.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from sijill.errors import SijillError
from sijill.store.schema import APPLICATION_ID

SCHEME, DRIVER = "postgresql://", "postgresql+psycopg://"
PASSWORD = re.compile(r"//[^/@]*@")
CONNECTIONS = 20


class NoServer(SijillError):
    """A PostgreSQL that does not answer, or does not let us in."""

    def __init__(self, *, name: str, fault: str) -> None:
        super().__init__(
            f"the ledger {name} cannot be opened: {fault}; check ledger.address in case.toml, and that the server runs"
        )
        self.name = name


class NotADatabaseAddress(SijillError):
    """An address that is not one of PostgreSQL."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(f"{seen[:80]!r} is no address of a ledger: wanted postgresql://host/database")
        self.seen = seen


@dataclass(frozen=True, slots=True, kw_only=True)
class PostgresDatabase:
    """A ledger in a database. address: postgresql://host/database; the password is better in ~/.pgpass."""

    address: str

    @property
    def name(self) -> str:
        """How messages call it: without user and password."""
        return PASSWORD.sub("//", self.address.partition("?")[0])

    def there(self) -> bool:
        """Does the database hold tables of a ledger? Raises NoServer, NotADatabaseAddress."""
        with self._asked() as connection:
            return inspect(connection).has_table("alembic_version")

    def taken(self) -> bool:
        """Does it hold any tables?"""
        with self._asked() as connection:
            return bool(inspect(connection).get_table_names())

    def begin(self) -> None:
        """Nothing has to be there before the tables."""

    def check(self) -> None:
        """Whatever has the tables is taken for one; `open` looks at their form."""

    def engine(self) -> Engine:
        """An engine whose writing transactions follow each other and whose reading ones see one moment."""
        if not self.address.startswith(SCHEME):
            raise NotADatabaseAddress(seen=self.name)
        engine = create_engine(
            DRIVER + self.address.removeprefix(SCHEME),
            poolclass=QueuePool,
            pool_size=CONNECTIONS,
            pool_timeout=60,
            pool_pre_ping=True,
        )

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            if connection.get_execution_options().get("writes", False):
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")
                connection.exec_driver_sql("SET LOCAL synchronous_commit = on")
            else:
                connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")

        return engine

    @contextmanager
    def _asked(self) -> Iterator[Connection]:
        engine = self.engine()
        try:
            with engine.connect() as connection:
                yield connection
        except DBAPIError as fault:
            raise NoServer(name=self.name, fault=_first_line(fault)) from fault
        finally:
            engine.dispose()


def _first_line(fault: DBAPIError) -> str:
    told = PASSWORD.sub("//", str(fault.orig).strip())
    return told.splitlines()[0][:160] if told else type(fault.orig).__name__
