"""The desk: what stands beside the record and may change. Names of accounts, credentials, sessions, searches.

Nothing here is evidence or logged, and nothing of it may carry a figure: what people decide is a decision.
"""

from sqlalchemy import Connection, Engine, delete, insert, select, update

from sijill.store import schema
from sijill.store.change import Randomness
from sijill.store.connection import writing


class Desk:
    """Values by kind and key. Reached by `Ledger.desk`; each call is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def get(self, kind: str, key: str) -> str | None:
        """The value, or None."""
        with self._engine.begin() as connection:
            return _value(connection, kind, key)

    def all(self, kind: str) -> dict[str, str]:
        """Every value of a kind, by key, in order of the keys."""
        table = schema.desk
        with self._engine.begin() as connection:
            rows = connection.execute(select(table.c.key, table.c.value).where(table.c.kind == kind))
            return dict(sorted((row.key, row.value) for row in rows))

    def keep(self, kind: str, key: str, value: str) -> None:
        """Set the value, whatever it was."""
        with writing(self._engine).begin() as connection:
            _keep(connection, kind, key, value)

    def swap(self, kind: str, key: str, *, seen: str | None, value: str) -> bool:
        """Set the value if it still is what was seen (None: there was none); else change nothing and return False."""
        with writing(self._engine).begin() as connection:
            if _value(connection, kind, key) != seen:
                return False
            _keep(connection, kind, key, value)
            return True

    def drop(self, kind: str, key: str | None = None) -> int:
        """Forget one value, or all of a kind; how many there were."""
        table = schema.desk
        which = table.c.kind == kind if key is None else (table.c.kind == kind) & (table.c.key == key)
        with writing(self._engine).begin() as connection:
            return connection.execute(delete(table).where(which)).rowcount

    def account(self, name: str, random: Randomness) -> str:
        """The code of the person of this name; a new one where there is none."""
        accounts = schema.accounts
        with writing(self._engine).begin() as connection:
            known = connection.execute(select(accounts.c.code).where(accounts.c.name == name)).scalar_one_or_none()
            if known is not None:
                return str(known)
            code = "u:" + random(4).hex()
            connection.execute(insert(accounts).values(code=code, name=name))
            return code

    def names(self) -> dict[str, str]:
        """The name behind each code."""
        with self._engine.begin() as connection:
            return {row.code: row.name for row in connection.execute(select(schema.accounts))}

    def rename(self, code: str, name: str) -> None:
        """Another name for the same account, or an alias where the name has to be erased."""
        accounts = schema.accounts
        with writing(self._engine).begin() as connection:
            connection.execute(update(accounts).where(accounts.c.code == code).values(name=name))


def _value(connection: Connection, kind: str, key: str) -> str | None:
    table = schema.desk
    query = select(table.c.value).where((table.c.kind == kind) & (table.c.key == key))
    return connection.execute(query).scalar_one_or_none()


def _keep(connection: Connection, kind: str, key: str, value: str) -> None:
    table = schema.desk
    connection.execute(delete(table).where((table.c.kind == kind) & (table.c.key == key)))
    connection.execute(insert(table).values(kind=kind, key=key, value=value))
