"""Results of a step at rest: some tables of records that share one key, read back as the records they were."""

from collections.abc import Iterable
from typing import TypeVar

from sijill.model.arrow import from_table, schema, to_table
from sijill.store.tables import Tables

T = TypeVar("T")


class Derived:
    """The tables under derived/. A table whose key differs was made from something else."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def fresh(self, key: str, *names: str) -> bool:
        """Were all of these made from what this key stands for?"""
        return all(self.tables.key(name) == key for name in names)

    def load(self, kind: type[T], name: str) -> list[T] | None:
        """The records as they rest, whatever they were made from; None where there is no such table of such records."""
        key = self.tables.key(name)
        table = self.tables.get(name, key) if key is not None else None
        return None if table is None or not table.schema.equals(schema(kind)) else from_table(kind, table)

    def save(self, kind: type[T], name: str, key: str, records: Iterable[T]) -> None:
        """Put the records under a key."""
        self.tables.put(name, key, to_table(kind, records))

    def keep_only(self, step: str, names: Iterable[str]) -> None:
        """Remove what earlier runs of a step left and this one did not make."""
        wanted = set(names)
        for name in self.tables.names():
            if name.startswith(step + "/") and name not in wanted:
                self.tables.remove(name)
