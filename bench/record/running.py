"""The worker, started and listened to; and what has to hold of a case afterwards, whatever happened to it."""

import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from sijill.errors import SijillError
from sijill.store.audit.fault import Faults
from sijill.store.audit.logged import check_log
from sijill.store.audit.originals import check_originals
from sijill.store.audit.stretch import MALFORMED
from sijill.store.ledger import Home, Ledger
from sijill.store.vault import Vault

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 120


@dataclass(slots=True)
class Worker:
    """A worker that runs. `acknowledged` reads what has come until now or, `to_the_end`, until it ended."""

    process: "subprocess.Popen[bytes]"
    connection: socket.socket
    _read: bytes = b""

    def wait_ready(self) -> None:
        """Until it has opened the ledger."""
        while b"\n" not in self._read:
            got = self.connection.recv(1 << 16)
            if not got:
                raise RuntimeError(f"the worker ended before it began: {self.process.wait()}")
            self._read += got

    def acknowledged(self) -> list[str]:
        """Everything that it acknowledged, once it has ended."""
        while got := self.connection.recv(1 << 16):
            self._read += got
        whole = self._read[: self._read.rfind(b"\n") + 1].decode().split("\n")
        return [each for line in whole[1:] for each in line.split()]


@contextmanager
def worker(where: str, seed: int, *, last: int | None = None, under: Sequence[str] = ()) -> Iterator[Worker]:
    """A worker on a case. under: a command that runs it, such as strace with its options."""
    ours, theirs = socket.socketpair()
    ours.settimeout(SECONDS)
    told = [str(theirs.fileno()), *([str(last)] if last is not None else [])]
    process = subprocess.Popen(
        [*under, sys.executable, "-m", "bench.record.worker", where, str(seed), *told],
        pass_fds=(theirs.fileno(),), cwd=ROOT, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    theirs.close()
    try:
        yield Worker(process, ours)
    finally:
        process.kill()
        process.wait()
        ours.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What is wrong with a case: acknowledged things that are gone, rows without evidence, faults of log and rows."""

    lost: int
    without_evidence: int
    faults: int

    @property
    def sound(self) -> bool:
        return not (self.lost or self.without_evidence or self.faults)


def held_or_not(home: Path | Home, vault: Vault, acknowledged: Sequence[str]) -> Held | None:
    """What is held; None where the case cannot even be opened and read to its end."""
    try:
        return held(home, vault, acknowledged)
    except (SijillError, DatabaseError, OSError, *MALFORMED):
        return None


def held(home: Path | Home, vault: Vault, acknowledged: Sequence[str]) -> Held:
    """Open the case again, as the next command would, and look at everything."""
    with Ledger.open(home, vault=vault) as ledger:
        known = {*(each.id for each in ledger.documents()), *(each.id for each in ledger.decisions())}
        cited = ledger.cited()
        with ledger.reading() as connection:
            faults = check_log(connection).faults
    missing = Faults()
    check_originals(vault, cited, missing, progress=lambda done, of: None)
    return Held(lost=len(set(acknowledged) - known), without_evidence=len(missing.found), faults=len(faults.found))
