"""What executes the statements of a LinkSpec. `store` has two: DuckDB for one machine, Spark for several."""

from typing import Protocol

import pyarrow as pa


class Engine(Protocol):
    """Tables by name, and SQL over them in one dialect."""

    @property
    def dialect(self) -> str:
        """ "duckdb" or "spark"."""

    def put(self, name: str, table: pa.Table) -> None:
        """Make a table known under a name, in place of an earlier one."""

    def make(self, name: str, query: str) -> None:
        """Keep what a query gives under a name, in place of an earlier one."""

    def drop(self, name: str) -> None:
        """Forget a table that nothing asks for again."""

    def ask(self, query: str) -> pa.Table:
        """What a query gives, in no order."""
