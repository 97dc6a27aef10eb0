"""Disks that are full, and writes that fail: put into a worker by strace, at the n-th call or from it on."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.record.power import NoStrace
from bench.record.running import held_or_not, worker
from sijill.store.ledger import Ledger
from sijill.store.vault import Vault

TURNS = 30
KINDS = (("pwrite64", "EIO"), ("write", "EIO"), ("fsync", "EIO"), ("fdatasync", "EIO"), ("rename", "EIO"))
WRITES = "pwrite64,write,ftruncate,mkdir,rename,openat"


@dataclass(slots=True)
class Failed:
    """Runs; acknowledged things; those of them that were lost; runs after which not all is sound."""

    runs: int = 0
    acknowledged: int = 0
    lost: int = 0
    corrupt: int = 0


def full(times: int) -> Failed:
    """The disk is full from some write on, each time from a later one. Opening what is there still works."""
    total = Failed()
    for number in range(times):
        _run(f"pwrite64,write:error=ENOSPC:when={8 + 17 * number}+", total)
    return total


def failing(every: int, upto: int) -> Failed:
    """One call fails: the n-th write, sync or rename, for n in steps up to a number."""
    total = Failed()
    for call, error in KINDS:
        for number in range(1, upto + 1, every):
            _run(f"{call}:error={error}:when={number}", total)
    return total


def _run(inject: str, total: Failed) -> None:
    program = shutil.which("strace")
    if program is None:
        raise NoStrace
    with tempfile.TemporaryDirectory() as name:
        case = Path(name)
        Ledger.create(case / "ledger.db").close()
        (case / "vault").mkdir()
        calls = inject.partition(":")[0]
        under = [program, "-f", "-qq", "-o", "/dev/null", "-e", f"trace={calls}", "-e", f"inject={inject}"]
        with worker(str(case), 0, last=TURNS, under=under) as running:
            known = running.acknowledged()
            running.process.wait()
        total.runs += 1
        total.acknowledged += len(known)
        seen = held_or_not(case / "ledger.db", Vault(case / "vault"), known)
        total.lost += seen.lost if seen is not None else 0
        total.corrupt += seen is None or bool(seen.without_evidence or seen.faults)
