"""A small register for the tests of the store: invented reports, a clock that stands still, chance that repeats."""

from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from sijill.model.decision import Decision, DecisionId
from sijill.model.document import Digest, Document, Text, document_id
from sijill.store.ledger import Ledger
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


def new_ledger(folder: Path) -> Ledger:
    return Ledger.create(folder / "ledger.db", clock=lambda: NOON, random=repeating())


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
