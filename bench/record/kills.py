"""kill -9 at random moments of capture and of decisions."""

import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.record.running import held, worker
from bench.record.servers import make_place
from sijill.store.ledger import Home, Ledger
from sijill.store.postgres import PostgresDatabase
from sijill.store.vault import Vault

SEED = 20310504
AGAIN = 10
"""After so many kills the case is begun anew, so that looking at all of it stays quick."""
LONGEST = 0.4


@dataclass(slots=True)
class Killed:
    """kills, and over all of them: acknowledged things, of those lost, rows without evidence, faults in log or rows."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    without_evidence: int = 0
    faults: int = 0


def kill(count: int, *, seed: int = SEED, server: str | None = None) -> Killed:
    """Kill a worker so often. server: of PostgreSQL; None: ledgers are files."""
    chance, total = random.Random(seed), Killed()
    while total.kills < count:
        with _case(server, f"k{seed}_{total.kills}") as (where, home, vault):
            known: list[str] = []
            for _ in range(min(AGAIN, count - total.kills)):
                with worker(where, total.kills) as running:
                    running.wait_ready()
                    time.sleep(chance.uniform(0, LONGEST))
                    running.process.kill()
                    known += running.acknowledged()
                total.kills += 1
                seen = held(home, vault, known)
                total.lost += seen.lost
                total.without_evidence += seen.without_evidence
                total.faults += seen.faults
            total.acknowledged += len(known)
    return total


@contextmanager
def _case(server: str | None, name: str) -> Iterator[tuple[str, Path | Home, Vault]]:
    with tempfile.TemporaryDirectory() as folder:
        vault, path = Vault(Path(folder) / "vault"), Path(folder) / "ledger.db"
        home = path if server is None else PostgresDatabase(address=make_place(server, name))
        Ledger.create(home, vault=vault).close()
        yield (folder if isinstance(home, Path) else f"{home.address}|{folder}"), home, vault
