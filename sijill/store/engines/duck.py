"""SQL over tables in memory, by DuckDB: what `link` compares records with on one machine."""

from types import TracebackType
from typing import Self

import duckdb
import pyarrow as pa

THREADS = 2


class DuckEngine:
    """A database in memory that lives as long as the `with` it stands in. Nothing is read from or written to a file."""

    dialect = "duckdb"

    def __init__(self, *, threads: int = THREADS, memory: str = "5GB") -> None:
        """memory: what DuckDB may take before it gives up, as "5GB"."""
        settings: dict[str, str | bool | int | float | list[str]] = {
            "threads": threads,
            "memory_limit": memory,
            "preserve_insertion_order": False,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "temp_directory": "",
        }
        self._connection = duckdb.connect(":memory:", config=settings)
        self._connection.execute("SET enable_progress_bar = false")

    def put(self, name: str, table: pa.Table) -> None:
        """Make a table known under a name."""
        self._connection.register("offered", table)
        self.make(name, "SELECT * FROM offered")
        self._connection.unregister("offered")

    def make(self, name: str, query: str) -> None:
        """Keep what a query gives under a name."""
        self._connection.execute(f'CREATE OR REPLACE TABLE "{name}" AS {query}')

    def drop(self, name: str) -> None:
        """Forget a table, and give its memory back."""
        self._connection.execute(f'DROP TABLE "{name}"')

    def ask(self, query: str) -> pa.Table:
        """What a query gives."""
        return self._connection.sql(query).to_arrow_table()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
