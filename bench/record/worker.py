"""Captures and decides without end, and says what was acknowledged: `python -m bench.record.worker CASE SEED SOCKET`.

A batch of three reports, then a decision, and so on. What is acknowledged goes out through a socket: a trace of what
this process writes to disks is not disturbed, and a fault that is put into its writes does not reach it.
"""

import socket
import sys
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from bench.record.invented import decision, documents
from sijill.store.ledger import Ledger
from sijill.store.postgres import PostgresDatabase
from sijill.store.vault import Vault

BATCH = 3
LAST = 1_000_000
GIVING_UP = 25


def main(where: str, seed: int, handle: int, last: int) -> None:
    """where: folder of a case, or address of its ledger and folder with a bar between."""
    folder = Path(where.partition("|")[2] or where)
    vault = Vault(folder / "vault")
    home = PostgresDatabase(address=where.partition("|")[0]) if "|" in where else folder / "ledger.db"
    faults = 0
    with socket.socket(fileno=handle) as acknowledged, Ledger.open(home, vault=vault) as ledger:
        acknowledged.sendall(b"ready\n")
        for turn in range(last):
            try:
                said = work(ledger, vault, seed, turn)
            except (OSError, DBAPIError):  # a disk that is full, a write that fails: nothing was acknowledged
                faults += 1
                if faults > GIVING_UP:
                    raise
                continue
            acknowledged.sendall(" ".join(said).encode() + b"\n")


def work(ledger: Ledger, vault: Vault, seed: int, turn: int) -> list[str]:
    """One acknowledged change: the ids in it."""
    number = seed * LAST + turn * BATCH
    if turn % 2:
        made = decision(number)
        ledger.decide(made, seen=None)
        return [made.id]
    batch = documents(vault, range(number, number + BATCH))
    ledger.capture(batch, by="sys:bench", means="bench")
    return [document.id for document, _ in batch]


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]) if sys.argv[4:] else LAST)
