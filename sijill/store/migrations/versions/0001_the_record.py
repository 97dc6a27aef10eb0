"""The record: log and payloads, documents and texts, doubts of capture, quarantine, decisions, accounts.

This file is history: it is never edited once a release holds it. STRICT tables; triggers make everything append-only.
"""

import sqlalchemy as sa
from alembic import op

from sijill.store.migrations.append_only import refuse

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = ("log", "payloads", "documents", "texts", "doubts", "quarantine", "decisions")


def upgrade() -> None:
    """From nothing."""
    _log()
    _documents()
    _decisions()
    for table in APPEND_ONLY:
        for change in ("UPDATE", "DELETE"):
            refuse(table, change)


def _log() -> None:
    _table("log", _number("seq", primary_key=True), sa.Column("record", sa.LargeBinary, nullable=False))
    _table(
        "payloads",
        _number("log", sa.ForeignKey("log.seq"), primary_key=True),
        _number("part", primary_key=True),
        sa.Column("salt", sa.LargeBinary, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
    )
    _table("accounts", sa.Column("code", sa.Text, primary_key=True), _words("name", unique=True))


def _documents() -> None:
    _table(
        "documents",
        _number("seq", primary_key=True),
        _words("id"),
        _number("reading"),
        *map(_words, ("obj", "name")),
        _words("digest", index=True),
        *map(_words, ("locator", "media_type")),
        *(sa.Column(name, sa.Text) for name in ("title", "source", "published")),
        _words("captured"),
        sa.Column("language", sa.Text),
        _words("state"),
        _logged(),
        sa.UniqueConstraint("id", "reading"),
    )
    _table(
        "texts",
        sa.Column("document", sa.Text, primary_key=True),
        _number("row", sa.ForeignKey("documents.seq")),
        *map(_words, ("text", "reader", "digest")),
    )
    _table(
        "doubts",
        _number("seq", primary_key=True),
        *map(_words, ("id", "record")),
        _logged(),
        sa.UniqueConstraint("id", "log"),
    )
    _table(
        "quarantine",
        _number("seq", primary_key=True),
        *map(_words, ("digest", "name", "locator", "reason", "seen")),
        _logged(),
        sa.UniqueConstraint("digest", "locator", "reason"),
    )


def _decisions() -> None:
    _table(
        "decisions",
        _number("seq", primary_key=True),
        _words("id", unique=True),
        _words("obj"),
        _number("version"),
        _words("kind", index=True),
        *map(_words, ("about", "value", "by", "at", "because")),
        _logged(),
        sa.UniqueConstraint("obj", "version"),
        sa.UniqueConstraint("kind", "about", "version"),
    )


def _table(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(name, *columns, sqlite_strict=True)


def _words(name: str, *, unique: bool = False, index: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, unique=unique or None, index=index or None)


def _number(name: str, *references: sa.ForeignKey, primary_key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, *references, nullable=False, primary_key=primary_key, autoincrement=False)


def _logged() -> sa.Column[int]:
    return _number("log", sa.ForeignKey("log.seq"))
