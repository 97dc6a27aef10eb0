"""The tables of the ledger, for queries. The migrations build them; a test holds the two to each other.

Every table is append-only: triggers refuse UPDATE and DELETE. Only names of accounts may change.
"""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint

HEAD = "0001"
APPLICATION_ID = 0x53494A4C  # "SIJL": the mark of a ledger in the header of the file
APPEND_ONLY = ("log", "payloads", "documents", "texts", "doubts", "quarantine", "decisions")

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
    Column("log", Integer, ForeignKey("log.seq"), nullable=False),
    UniqueConstraint("id", "reading"),
    sqlite_strict=True,
)

texts = Table(
    "texts",
    metadata,
    Column("document", Text, primary_key=True),
    Column("row", Integer, ForeignKey("documents.seq"), nullable=False),
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
    Column("log", Integer, ForeignKey("log.seq"), nullable=False),
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
    Column("log", Integer, ForeignKey("log.seq"), nullable=False),
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
    Column("log", Integer, ForeignKey("log.seq"), nullable=False),
    UniqueConstraint("obj", "version"),
    UniqueConstraint("kind", "about", "version"),
    sqlite_strict=True,
)
