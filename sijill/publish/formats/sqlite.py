"""One plain SQLite file that Datasette and every statistical package open: tables with keys, and what columns mean."""

import sqlite3
from collections.abc import Sequence

from sijill.publish.formats.column import Table

SQL = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}


def to_sqlite(tables: Sequence[Table]) -> bytes:
    """A database of the tables, with `dictionary` beside them. The same tables, the same bytes."""
    with sqlite3.connect(":memory:") as base:
        for table in tables:
            _create(base, table)
            rows = [list(map(_plain, row)) for row in table.cells()]
            marks = ", ".join("?" * len(table.columns))
            base.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows)  # noqa: S608
        base.execute("CREATE TABLE dictionary (in_table TEXT, in_column TEXT, means TEXT)")
        base.executemany(
            "INSERT INTO dictionary VALUES (?, ?, ?)",
            [(table.name, each.name, each.means) for table in tables for each in table.columns],
        )
        base.commit()
        base.execute("VACUUM")
        return base.serialize()


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
