"""Triggers that refuse to change the record, in the words of SQLite and of PostgreSQL.

A row of evidence may leave in one way only: the log says by log.erase that its record was erased by law.
"""

from alembic import op

ERASED = "EXISTS (SELECT 1 FROM erasures WHERE erased = OLD.log)"
TEXT_ERASED = (
    "EXISTS (SELECT 1 FROM erasures JOIN documents ON documents.log = erasures.erased WHERE documents.seq = OLD.row)"
)


def postgresql() -> bool:
    """Is it PostgreSQL that is migrated?"""
    return op.get_bind().dialect.name == "postgresql"


def refuse(table: str, change: str, *, unless: str | None = None) -> None:
    """No UPDATE or DELETE of a row, unless an expression over OLD holds."""
    name = f"{table}_no_{change.lower()}"
    if postgresql():
        _declare_refusal()
        refusal = "append_only" if unless is None else _unless(table, unless)
        op.execute(f"CREATE TRIGGER {name} BEFORE {change} ON {table} FOR EACH ROW EXECUTE FUNCTION {refusal}()")
        if change == "DELETE":
            op.execute(f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} EXECUTE FUNCTION append_only()")
        return
    when = f"WHEN NOT {unless} " if unless else ""
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {change} ON {table} {when}"
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def allow(table: str, change: str) -> None:
    """Take the refusal away: before another one, or before the table goes."""
    name = f"{table}_no_{change.lower()}"
    op.execute(f"DROP TRIGGER {name} ON {table}" if postgresql() else f"DROP TRIGGER {name}")
    if postgresql() and change == "DELETE":
        op.execute(f"DROP TRIGGER {table}_no_truncate ON {table}")


def _declare_refusal() -> None:
    op.execute(
        "CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END$$"
    )


def _unless(table: str, expression: str) -> str:
    function = f"{table}_erasable"
    op.execute(
        f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$BEGIN IF {expression} THEN RETURN OLD; END IF; "
        "RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END$$"
    )
    return function
