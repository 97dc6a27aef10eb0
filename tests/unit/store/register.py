"""A small register for the tests of the store: invented reports, a clock that stands still, chance that repeats."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from bench.record.servers import make_place
from sijill.model.decision import Decision, DecisionId
from sijill.model.document import Digest, Document, Text, document_id
from sijill.store.connection import SQLiteFile
from sijill.store.ledger import Home, Ledger
from sijill.store.postgres import PostgresDatabase
from sijill.store.vault import Vault

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)


def repeating() -> Callable[[int], bytes]:
    """Bytes that look random and are the same in every run."""
    drawn = 0

    def draw(count: int) -> bytes:
        nonlocal drawn
        drawn += 1
        return (sha256(str(drawn).encode()).digest() * 2)[:count]

    return draw


@dataclass
class Where:
    """Where ledgers of this test are: in files, or on a server (see conftest.py)."""

    server: str | None = None
    made: dict[Path, Home] = field(default_factory=dict)


WHERE = Where()


def home_of(folder: Path) -> Home:
    """The ledger that belongs to a folder: in it, or in a place on the server that is made when first asked for."""
    if WHERE.server is None:
        return SQLiteFile(path=folder / "ledger.db")
    if folder not in WHERE.made:
        place = make_place(WHERE.server, "t" + sha256(str(folder).encode()).hexdigest()[:16])
        WHERE.made[folder] = PostgresDatabase(address=place)
    return WHERE.made[folder]


def new_ledger(folder: Path) -> Ledger:
    vault = Vault(folder / "vault")
    return Ledger.create(home_of(folder), vault=vault, clock=lambda: NOON, random=repeating())


def reopened(folder: Path) -> Ledger:
    """The same ledger once more."""
    return Ledger.open(home_of(folder), vault=Vault(folder / "vault"), clock=lambda: NOON)


def report(folder: Path, words: str, **fields: object) -> tuple[Document, Text]:
    """A report whose original is in the vault of the folder."""
    digest = Vault(folder / "vault").put(words.encode())
    document = Document(
        **{"id": document_id(digest, ""), "name": "report.txt", "digest": digest, "captured": "2031-05-04T12:00:00Z"}
        | fields
    )
    return document, Text(
        document=document.id, text=words, reader="sijill.text/1", digest=Digest(sha256(words.encode()).hexdigest())
    )


def decision(number: int, value: str, **fields: object) -> Decision:
    """A decision on where Velm lies, unless told otherwise."""
    told = {"kind": "place", "about": ("Velm",), "by": "u:0000beef", "at": "2031-05-04T12:00:00Z", "because": "the map"}
    return Decision(**{"id": DecisionId(f"dec_{number}"), "value": value} | told | fields)
