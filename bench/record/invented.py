"""Invented reports and decisions to fill a ledger with."""

from collections.abc import Iterable
from hashlib import sha256

from sijill.model.decision import Decision, DecisionId
from sijill.model.document import Digest, Document, Text, document_id
from sijill.store.ledger import Ledger
from sijill.store.vault import Vault

AT = "2031-05-04T12:00:00Z"
BY = "u:0000beef"


def words(number: int) -> str:
    """A report."""
    return (
        f"Report {number}. Residents of the town said that shells fell on the market before noon; {number} were killed."
    )


def document(vault: Vault, number: int, *, padding: str = "") -> tuple[Document, Text]:
    """A report whose original is in the vault."""
    return documents(vault, [number], padding=padding)[0]


def documents(vault: Vault, numbers: Iterable[int], *, padding: str = "") -> list[tuple[Document, Text]]:
    """Reports whose originals are in the vault, put there in one round."""
    said = [words(number) + padding for number in numbers]
    digests = vault.put_many(each.encode() for each in said)
    return [_document(digest, each) for digest, each in zip(digests, said, strict=True)]


def _document(digest: Digest, said: str) -> tuple[Document, Text]:
    made = Document(id=document_id(digest, ""), name="report.txt", digest=digest, captured=AT)
    own = Digest(sha256(said.encode()).hexdigest())
    return made, Text(document=made.id, text=said, reader="sijill.text/1", digest=own)


def capture_reports(ledger: Ledger, vault: Vault, numbers: Iterable[int], *, batch: int = 1) -> None:
    """Capture them, so many in one transaction."""
    waiting = documents(vault, numbers)
    for start in range(0, len(waiting), batch):
        ledger.capture(waiting[start : start + batch], by="sys:bench", means="bench")


def decision(number: int, *, about: str | None = None, value: str = "plc_velm") -> Decision:
    """A decision on a matter of its own, unless told otherwise."""
    return Decision(
        id=DecisionId(f"dec_{number}"),
        kind="place",
        about=(about or f"Velm {number}",),
        value=f'"{value}"',
        by=BY,
        at=AT,
        because="the map",
    )
