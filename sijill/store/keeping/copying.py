"""A ledger copied whole: into a file, from a file or a server, with every table and nothing changed."""

from pathlib import Path

from sqlalchemy import insert, select

from sijill.store import schema
from sijill.store.connection import SQLiteFile, writing
from sijill.store.ledger import Home, Ledger, LedgerExists
from sijill.store.migrations import bring_up

AT_ONCE = 1_000


def copy_into_file(ledger: Ledger, path: Path, *, key: bytes | None) -> None:
    """A ledger in a new file: what one moment of this one holds. key: of its encryption, which it has too."""
    if ledger.in_file:
        ledger.copy_file(path)
    else:
        copy_ledger(ledger, SQLiteFile(path=path, key=key))


def copy_ledger(ledger: Ledger, home: Home) -> None:
    """Every row of every table into a place where no ledger is. Raises LedgerExists."""
    if home.taken():
        raise LedgerExists(name=home.name)
    home.begin()
    engine = home.engine()
    with writing(engine).begin() as target, ledger.reading() as source:
        bring_up(target)
        for table in schema.metadata.sorted_tables:
            order = list(table.primary_key.columns)
            rows = source.execution_options(yield_per=AT_ONCE).execute(select(table).order_by(*order))
            for some in rows.mappings().partitions(AT_ONCE):
                target.execute(insert(table), [dict(each) for each in some])
    engine.dispose()
