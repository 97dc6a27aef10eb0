"""The tables of the ledger, for queries. The migrations build them; a test holds the two to each other.

Every table is append-only: triggers refuse UPDATE and DELETE, but for rows that the log says were erased by law. Only
names of accounts and the desk may change: they are not the record.
"""

from sqlalchemy import Column, Dialect, ForeignKey, Integer, LargeBinary, MetaData, Table, UniqueConstraint
from sqlalchemy import Text as PlainText
from sqlalchemy.types import TypeDecorator

HEAD, OLDER = "0002", ("0001",)
APPLICATION_ID = 0x53494A4C  # "SIJL": the mark of a ledger in the header of the file
APPEND_ONLY = (
    *("log", "payloads", "documents", "texts", "doubts", "quarantine", "decisions"),
    *("keys", "checkpoints", "requests", "anchors", "erasures"),
)
ESCAPE, NUL, ESCAPED, ESCAPED_NUL = "\x1a", "\x00", "\x1a1", "\x1a0"


class Text(TypeDecorator[str]):
    """Text as it is. PostgreSQL knows no U+0000: there it is written as U+001A and 0, and U+001A as itself and 1."""

    impl = PlainText
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or dialect.name != "postgresql":
            return value
        return value.replace(ESCAPE, ESCAPED).replace(NUL, ESCAPED_NUL)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or dialect.name != "postgresql" or ESCAPE not in value:
            return value
        return value.replace(ESCAPED_NUL, NUL).replace(ESCAPED, ESCAPE)


metadata = MetaData()

log = Table(
    "log",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("record", LargeBinary, nullable=False),
    sqlite_strict=True,
)

payloads = Table(
    "payloads",
    metadata,
    Column("log", Integer, ForeignKey("log.seq"), primary_key=True, autoincrement=False),
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("salt", LargeBinary, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    sqlite_strict=True,
)

accounts = Table(
    "accounts",
    metadata,
    Column("code", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    sqlite_strict=True,
)

documents = Table(
    "documents",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("reading", Integer, nullable=False),
    Column("obj", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("digest", Text, nullable=False, index=True),
    Column("locator", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("title", Text),
    Column("source", Text),
    Column("published", Text),
    Column("captured", Text, nullable=False),
    Column("language", Text),
    Column("state", Text, nullable=False),
    Column("log", Integer, ForeignKey("log.seq"), nullable=False, index=True),
    UniqueConstraint("id", "reading"),
    sqlite_strict=True,
)

texts = Table(
    "texts",
    metadata,
    Column("document", Text, primary_key=True),
    Column("row", Integer, ForeignKey("documents.seq"), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("digest", Text, nullable=False),
    sqlite_strict=True,
)

doubts = Table(
    "doubts",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("log", Integer, ForeignKey("log.seq"), nullable=False, index=True),
    UniqueConstraint("id", "log"),
    sqlite_strict=True,
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("digest", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("locator", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("seen", Text, nullable=False),
    Column("log", Integer, ForeignKey("log.seq"), nullable=False, index=True),
    UniqueConstraint("digest", "locator", "reason"),
    sqlite_strict=True,
)

decisions = Table(
    "decisions",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("obj", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("kind", Text, nullable=False, index=True),
    Column("about", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("log", Integer, ForeignKey("log.seq"), nullable=False, index=True),
    UniqueConstraint("obj", "version"),
    UniqueConstraint("kind", "about", "version"),
    sqlite_strict=True,
)

keys = Table(
    "keys",
    metadata,
    Column("log", Integer, ForeignKey("log.seq"), primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("seed", LargeBinary, nullable=False),
    sqlite_strict=True,
)

checkpoints = Table(
    "checkpoints",
    metadata,
    Column("size", Integer, primary_key=True, autoincrement=False),
    Column("note", Text, nullable=False),
    Column("edge", LargeBinary, nullable=False),
    Column("at", Text, nullable=False),
    sqlite_strict=True,
)

requests = Table(
    "requests",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("size", Integer, ForeignKey("checkpoints.size"), nullable=False),
    Column("authority", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("request", LargeBinary, nullable=False),
    UniqueConstraint("size", "authority"),
    sqlite_strict=True,
)

anchors = Table(
    "anchors",
    metadata,
    Column("request", Integer, ForeignKey("requests.seq"), primary_key=True, autoincrement=False),
    Column("token", LargeBinary, nullable=False),
    Column("at", Text, nullable=False),
    Column("log", Integer, ForeignKey("log.seq"), nullable=False),
    sqlite_strict=True,
)

erasures = Table(
    "erasures",
    metadata,
    Column("erased", Integer, ForeignKey("log.seq"), primary_key=True, autoincrement=False),
    Column("log", Integer, ForeignKey("log.seq"), nullable=False),
    sqlite_strict=True,
)

desk = Table(
    "desk",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)
