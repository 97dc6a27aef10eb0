"""Signing keys, checkpoints, timestamps of others, lawful erasure; and the desk, which is no part of the record.

This file is history: it is never edited once a release holds it.
"""

import sqlalchemy as sa
from alembic import op

from sijill.store.migrations.append_only import ERASED, TEXT_ERASED, allow, refuse

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEPT = ("keys", "checkpoints", "requests", "anchors", "erasures")
FOUND_BY = (*((each, "log") for each in ("documents", "doubts", "quarantine", "decisions")), ("texts", "row"))
ERASABLE = ("payloads", "documents", "doubts", "quarantine", "decisions")


def upgrade() -> None:
    """From a record without checkpoints; the first change that follows names the key in the log."""
    _table("keys", _number("log", _of("log.seq"), primary_key=True), _words("name"), _bytes("seed"))
    _table("checkpoints", _number("size", primary_key=True), _words("note"), _bytes("edge"), _words("at"))
    _table(
        "requests",
        _number("seq", primary_key=True),
        _number("size", _of("checkpoints.size")),
        *map(_words, ("authority", "at")),
        _bytes("request"),
        sa.UniqueConstraint("size", "authority"),
    )
    _table(
        "anchors",
        _number("request", _of("requests.seq"), primary_key=True),
        _bytes("token"),
        _words("at"),
        _number("log", _of("log.seq")),
    )
    _table("erasures", _number("erased", _of("log.seq"), primary_key=True), _number("log", _of("log.seq")))
    _table(
        "desk",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        _words("value"),
    )
    for table, column in FOUND_BY:
        op.create_index(f"ix_{table}_{column}", table, [column])
    for table in KEPT:
        refuse(table, "UPDATE")
        refuse(table, "DELETE")
    for table in (*ERASABLE, "texts"):
        allow(table, "DELETE")
        refuse(table, "DELETE", unless=TEXT_ERASED if table == "texts" else ERASED)


def downgrade() -> None:
    """To a record without them: checkpoints, keys and the desk go, documents, decisions and log stay as they are.

    Refused where something was erased: the older form would call that tampering.
    """
    if op.get_bind().execute(sa.text("SELECT count(*) FROM erasures")).scalar_one():
        raise ValueError("something was erased by law: the older form of the ledger cannot say so")
    for table in (*ERASABLE, "texts"):
        allow(table, "DELETE")
        refuse(table, "DELETE")
    for table, column in FOUND_BY:
        op.drop_index(f"ix_{table}_{column}", table)
    for table in ("desk", "erasures", "anchors", "requests", "checkpoints", "keys"):
        op.drop_table(table)


def _table(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(name, *columns, sqlite_strict=True)


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=False)


def _number(name: str, *references: sa.ForeignKey, primary_key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, *references, nullable=False, primary_key=primary_key, autoincrement=False)


def _of(column: str) -> sa.ForeignKey:
    return sa.ForeignKey(column)
