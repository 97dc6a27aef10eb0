"""How fast the log grows and how fast it is checked, every guarantee on."""

import resource
import time
from dataclasses import dataclass
from pathlib import Path

from bench.record.invented import documents
from sijill.store.audit.logged import check_log
from sijill.store.audit.side_by_side import Opened
from sijill.store.connection import SQLiteFile
from sijill.store.ledger import Ledger
from sijill.store.log import Act
from sijill.store.vault import Vault

BATCH = 1_000
PAYLOAD = {"documents": ["doc_0123456789abcdef0123"], "means": "bench"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """Records a second appended; seconds to check them all with payloads, tree and checkpoints; peak of memory [MB]."""

    records: int
    appended: float
    checked: float
    peak: float


def log_of(folder: Path, count: int) -> Speed:
    """A log of so many records with a payload each, in transactions of a thousand."""
    with Ledger.create(folder / "ledger.db") as ledger:
        started = time.perf_counter()
        for _ in range(count // BATCH):
            with ledger.change("sys:bench") as change:
                for _ in range(BATCH):
                    change.record(
                        Act.ACCESS_EXPORT, obj=change.opaque(), versions=(0, 1), payloads={"export/1": PAYLOAD}
                    )
        grown = time.perf_counter() - started
        started = time.perf_counter()
        with ledger.reading() as connection:
            log = check_log(connection, again=Opened(place=SQLiteFile(path=folder / "ledger.db"), jobs=2))
        checked = time.perf_counter() - started
    assert log.faults.worst is None, log.faults.found[:3]
    assert log.size == count + 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Speed(records=count, appended=count / grown, checked=checked, peak=peak)


def captured(folder: Path, count: int) -> float:
    """Records a second where each is a document with its text, whose original is in the vault already."""
    vault = Vault(folder / "vault")
    waiting = documents(vault, range(count))
    with Ledger.create(folder / "ledger.db", vault=vault) as ledger:
        started = time.perf_counter()
        for start in range(0, count, BATCH):
            ledger.capture(waiting[start : start + BATCH], by="sys:bench", means="bench")
        return count / (time.perf_counter() - started)
