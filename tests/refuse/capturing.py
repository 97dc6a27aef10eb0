"""Captures invented reports until it is killed, and says which were acknowledged: `python capturing.py CASE SEED`."""

import sys
from pathlib import Path

from sijill.model.document import Document, Text, document_id
from sijill.store.ledger import Ledger
from sijill.store.vault import Vault


def main(case: Path, seed: str) -> None:
    """One batch of five after the other; a line of ids for each batch that the ledger acknowledged."""
    vault = Vault(case / "vault")
    with Ledger.open(case / "ledger.db") as ledger:
        for turn in range(1_000_000):
            words = [f"{seed}: report {turn}.{number} of the lake" for number in range(5)]
            digests = vault.put_many(each.encode() for each in words)
            batch = [
                (
                    Document(id=document_id(digest, ""), name="r.txt", digest=digest, captured="2031-05-04T12:00:00Z"),
                    Text(document=document_id(digest, ""), text=said, reader="sijill.text/1", digest=digest),
                )
                for digest, said in zip(digests, words, strict=True)
            ]
            ledger.capture(batch, by="sys:add", means="test")
            print(*(document.id for document, _ in batch), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
