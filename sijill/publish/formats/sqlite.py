"""One plain SQLite file that Datasette and every statistical package open: tables with keys, and what columns mean."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from sijill.publish.formats.column import Table
from sijill.publish.sealed import PIECE

SQL = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}


def to_sqlite(tables: Sequence[Table]) -> Iterator[bytes]:
    """A database of the tables, with `dictionary` beside them, by way of a temporary file. The same tables, the same
    bytes.
    """
    with TemporaryDirectory(prefix="sijill-") as folder:
        path = Path(folder) / "register.sqlite"
        _fill(path, tables)
        with path.open("rb") as stream:
            while piece := stream.read(PIECE):
                yield piece


def _fill(path: Path, tables: Sequence[Table]) -> None:
    with closing(sqlite3.connect(path)) as base:
        base.execute("PRAGMA journal_mode = OFF")
        base.execute("PRAGMA synchronous = OFF")
        for table in tables:
            _create(base, table)
            rows = (list(map(_plain, row)) for row in table.cells())
            marks = ", ".join("?" * len(table.columns))
            base.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows)  # noqa: S608
        base.execute("CREATE TABLE dictionary (in_table TEXT, in_column TEXT, means TEXT)")
        base.executemany(
            "INSERT INTO dictionary VALUES (?, ?, ?)",
            [(table.name, each.name, each.means) for table in tables for each in table.columns],
        )
        base.commit()
        base.execute("VACUUM")


def _create(base: sqlite3.Connection, table: Table) -> None:
    referred = dict(table.refers)
    columns = [
        f'"{each.name}" {SQL[each.type]}'
        + (" PRIMARY KEY" if each.name == "id" else "")
        + (f' REFERENCES "{referred[each.name]}"(id)' if each.name in referred else "")
        for each in table.columns
    ]
    base.execute(f'CREATE TABLE "{table.name}" ({", ".join(columns)})')


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value
