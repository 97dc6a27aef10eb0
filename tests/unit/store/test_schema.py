"""The tables as the migrations build them are the tables that the queries know, and nothing in them can be changed."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, select
from sqlalchemy.exc import DatabaseError

from sijill.model.decision import Reason, Step, doubt
from sijill.model.document import Quarantined
from sijill.store import migrations, schema
from sijill.store.vault import Vault
from tests.unit.store.register import decision, new_ledger, report

LISTED = "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"


@pytest.fixture
def ledger(tmp_path):
    """A ledger with a row in every table."""
    with new_ledger(tmp_path) as ledger:
        document, text = report(tmp_path, "one")
        digest = Vault(tmp_path / "vault").put(b"bad")
        row = Quarantined(digest=digest, name="t", locator="row:1", reason="bad_row", seen="")
        asked = doubt(Step.CAPTURE, Reason(code="published_unreadable", values={}), (document.id,))
        ledger.capture([(document, text)], [row], doubts=[asked], by="sys:add", means="test")
        ledger.decide(decision(1, '"a"'), seen=None)
        ledger.seal()
        with ledger.change("sys:test") as change:
            change.connection.execute(insert(schema.requests).values(
                seq=0, size=ledger.size, authority="tsa", at="2031", request=b"q"))  # fmt: skip
            change.connection.execute(insert(schema.anchors).values(request=0, token=b"t", at="2031", log=0))
            change.connection.execute(insert(schema.erasures).values(erased=0, log=0))
        yield ledger


@pytest.mark.usefixtures("either_home")
def test_the_migrations_build_what_the_queries_know(ledger):
    with ledger._engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []


def test_the_head_of_the_migrations_is_the_one_that_open_accepts():
    scripts = ScriptDirectory(migrations.__path__[0])
    assert scripts.get_heads() == [schema.HEAD]


@pytest.mark.usefixtures("either_home")
def test_no_row_of_the_record_can_be_changed_or_deleted(ledger):
    for table in schema.APPEND_ONLY:
        column = schema.metadata.tables[table].columns.keys()[-1]
        for change in (f"DELETE FROM {table}", f'UPDATE {table} SET "{column}" = "{column}"'):
            with pytest.raises(DatabaseError, match=f"{table} is append-only"), ledger._engine.begin() as connection:
                connection.exec_driver_sql(change)


@pytest.mark.usefixtures("either_home")
def test_a_table_cannot_be_emptied_at_a_stroke(ledger):
    """SQLite has no TRUNCATE; on PostgreSQL it would pass by the triggers of rows."""
    with pytest.raises(DatabaseError), ledger._engine.begin() as connection:
        connection.exec_driver_sql("TRUNCATE payloads")


@pytest.mark.usefixtures("either_home")
def test_only_rows_that_the_log_calls_erased_can_go(ledger):
    with ledger.change("sys:test") as change:
        named = change.connection.execute(select(schema.documents.c.log)).scalar_one()
        change.connection.execute(insert(schema.erasures).values(erased=named, log=0))
        for table in ("texts", "doubts", "documents", "payloads"):
            column = "row" if table == "texts" else "log"
            value = 0 if table == "texts" else named
            gone = change.connection.exec_driver_sql(f"DELETE FROM {table} WHERE {column} = {value}")
            assert gone.rowcount >= 1, table
    with pytest.raises(DatabaseError, match="append-only"), ledger.change("sys:test") as change:
        change.connection.exec_driver_sql("DELETE FROM decisions")


def test_every_table_but_the_names_and_the_desk_is_append_only():
    assert set(schema.metadata.tables) - set(schema.APPEND_ONLY) == {"accounts", "desk"}


def test_the_ledger_is_opened_durable_and_strict(ledger):
    with ledger._engine.connect() as connection:
        asked = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in (
            "journal_mode", "synchronous", "foreign_keys", "secure_delete")}  # fmt: skip
        strict = dict(
            connection.exec_driver_sql("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").all()
        )
    assert asked == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    assert all(strict[table] for table in schema.metadata.tables)


@pytest.mark.usefixtures("either_home")
def test_a_row_cannot_stand_without_its_log_record(ledger):
    with pytest.raises(DatabaseError, match=r"(?i)foreign key"), ledger._engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO doubts VALUES (99, 'dbt_x', '{}', 12345)")
