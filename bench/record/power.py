"""Simulated power cuts: a worker is traced (strace), and its disk is rebuilt as it may be at random moments of that.

At each moment: what was acknowledged before must be there, every row must have its evidence, and log and rows must be
sound. The control lies about syncs, as a setting or a cheap disk does: then acknowledged things are lost, which shows
that the simulation would notice.
"""

import random
import re
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench.record.disk_model import Disk, File
from bench.record.running import held_or_not, worker
from sijill.errors import SijillError
from sijill.store.ledger import Ledger
from sijill.store.vault import Vault

SEED = 20310504
CALLS = (
    "openat,close,write,pwrite64,lseek,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,"
    "rmdir,sendto"
)
LINE = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+)")
UNFINISHED = re.compile(r"^(\d+) +(\w+)\((.*) <unfinished \.\.\.>$")
RESUMED = re.compile(r"^(\d+) +<\.\.\. (\w+) resumed>(.*)$")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


class NoStrace(SijillError):
    """The program that traces is not on this machine."""

    def __init__(self) -> None:
        super().__init__("power cuts are simulated from a trace: install the package strace (make test does, as root)")


@dataclass(slots=True)
class Cut:
    """Cuts; things acknowledged in the run; cuts after which one was lost, and after which anything else was wrong."""

    cuts: int = 0
    acknowledged: int = 0
    with_loss: int = 0
    corrupt: int = 0


def cut(count: int, *, seed: int = SEED, turns: int = 40, honest: bool = True) -> Cut:
    """Cut the power so often, at random moments of one run of so many changes.

    honest   whether the disk does what a sync asks of it
    """
    chance, total = random.Random(seed), Cut()
    with tempfile.TemporaryDirectory() as name:
        case = Path(name) / "case"
        case.mkdir()
        Ledger.create(case / "ledger.db").close()
        (case / "vault").mkdir()
        disk = Disk.of(case)
        trace = traced(case, Path(name) / "trace", turns)
        moments = sorted(chance.choice(range(len(trace))) for _ in range(count))
        replay = Replay(disk, str(case), honest=honest)
        for number, line in enumerate(trace):
            while moments and moments[0] == number:
                moments.pop(0)
                _laid_out(disk.after_cut(chance), case, Path(name) / "after")
                _look(Path(name) / "after", replay.acknowledged, total)
            replay.feed(line)
        total.acknowledged = len(replay.acknowledged)
    return total


def traced(case: Path, to: Path, turns: int) -> list[str]:
    """What a worker asked of the system in so many changes, a line each."""
    program = shutil.which("strace")
    if program is None:
        raise NoStrace
    under = [program, "-f", "-xx", "-s", "100000000", "-e", f"trace={CALLS}", "-e", "signal=none", "-o", str(to)]
    with worker(str(case), 0, last=turns, under=under) as running:
        running.wait_ready()
        running.acknowledged()
        running.process.wait()
    return to.read_text(encoding="ascii", errors="replace").splitlines()


def _laid_out(contents: Mapping[str, bytes | None], case: Path, after: Path) -> None:
    """What a cut left of the case, in a folder of its own."""
    shutil.rmtree(after, ignore_errors=True)
    for path, content in contents.items():
        target = after / Path(path).relative_to(case)
        if content is None:
            target.mkdir(parents=True, exist_ok=True)
        else:
            target.write_bytes(content)


def _look(after: Path, acknowledged: list[str], total: Cut) -> None:
    total.cuts += 1
    seen = held_or_not(after / "ledger.db", Vault(after / "vault"), acknowledged)
    total.with_loss += seen is not None and seen.lost > 0
    total.corrupt += seen is None or bool(seen.without_evidence or seen.faults)


@dataclass(slots=True)
class Open:
    """A handle: where it leads, and where in the file it stands."""

    path: str
    file: File | None
    at: int = 0


@dataclass(slots=True)
class Replay:
    """The trace turned into what happens to a disk."""

    disk: Disk
    root: str
    honest: bool = True
    acknowledged: list[str] = field(default_factory=list)
    _open: dict[int, Open] = field(default_factory=dict)
    _begun: dict[str, tuple[str, str, int, int]] = field(default_factory=dict)

    def feed(self, line: str) -> None:
        """One line. A call that was interrupted takes place when it is resumed; a sync covers what was asked before."""
        if begun := UNFINISHED.match(line):
            pid, call, arguments = begun.groups()
            if call == "close":  # its number is free from here on, and another thread may be given it
                self._closed(int(arguments))
                call = ""
            self._begun[pid] = (call, arguments, *self._asked(call, arguments))
            return
        if resumed := RESUMED.match(line):
            pid, _, rest = resumed.groups()
            call, arguments, writes, names = self._begun.pop(pid, ("", "", 0, 0))
            whole = LINE.match(f"{pid} {call}({arguments}{rest}") if call else None
            if whole:
                self._do(whole[2], whole[3], int(whole[4]), writes, names)
            return
        if whole := LINE.match(line):
            self._do(whole[2], whole[3], int(whole[4]), *self._asked(whole[2], whole[3]))

    def _asked(self, call: str, arguments: str) -> tuple[int, int]:
        """How much was pending when a sync began."""
        if call not in ("fsync", "fdatasync"):
            return 0, 0
        opened = self._open.get(int(arguments))
        writes = len(opened.file.pending) if opened is not None and opened.file is not None else 0
        return writes, len(self.disk.names)

    def _do(self, call: str, arguments: str, result: int, writes: int, names: int) -> None:
        if result < 0:
            return
        texts = [bytes.fromhex(each.replace("\\x", "")) for each, _ in TEXT.findall(arguments)]
        act: dict[str, Callable[[], None]] = {
            "openat": lambda: self._opened(texts[0].decode(), arguments, result),
            "close": lambda: self._closed(int(arguments)),
            "write": lambda: self._write(int(arguments.split(",", maxsplit=1)[0]), texts[0][:result], None),
            "pwrite64": lambda: self._write(
                int(arguments.split(",", maxsplit=1)[0]), texts[0][:result], int(arguments.rsplit(",", 1)[1])
            ),
            "lseek": lambda: self._seek(int(arguments.split(",", maxsplit=1)[0]), result),
            "ftruncate": lambda: self._write_cut(*map(int, arguments.split(","))),
            "fsync": lambda: self._sync(int(arguments), writes, names),
            "fdatasync": lambda: self._sync(int(arguments), writes, names),
            "rename": lambda: self.disk.rename(texts[0].decode(), texts[1].decode()),
            "renameat": lambda: self.disk.rename(texts[0].decode(), texts[1].decode()),
            "renameat2": lambda: self.disk.rename(texts[0].decode(), texts[1].decode()),
            "unlink": lambda: self.disk.unlink(texts[0].decode()),
            "unlinkat": lambda: self.disk.unlink(self._at(arguments, texts[0].decode())),
            "rmdir": lambda: self.disk.unlink(texts[0].decode()),
            "mkdir": lambda: self._made(texts[0].decode()),
            "mkdirat": lambda: self._made(texts[0].decode()),
            "sendto": lambda: self.acknowledged.extend(each for each in texts[0].decode().split() if each != "ready"),
        }
        act[call]()

    def _opened(self, path: str, arguments: str, handle: int) -> None:
        path = self._at(arguments, path)
        if not path.startswith(self.root):
            self._open.pop(handle, None)
            return
        if path not in self.disk.seen and "O_CREAT" in arguments:
            self.disk.link(path, File())
        file = self.disk.seen.get(path)
        if file is not None and "O_TRUNC" in arguments:
            file.pending.append((0, None))
        self._open[handle] = Open(path, file)

    def _closed(self, handle: int) -> None:
        self._open.pop(handle, None)

    def _at(self, arguments: str, path: str) -> str:
        """The whole path: relative ones are to the folder that a handle stands for."""
        first = arguments.split(",", maxsplit=1)[0]
        opened = self._open.get(int(first)) if first.isdigit() else None
        return path if path.startswith("/") or opened is None else f"{opened.path}/{path}"

    def _write(self, handle: int, data: bytes, at: int | None) -> None:
        opened = self._open.get(handle)
        if opened is None or opened.file is None:
            return
        opened.file.pending.append((opened.at if at is None else at, data))
        opened.at += len(data) if at is None else 0

    def _write_cut(self, handle: int, size: int) -> None:
        opened = self._open.get(handle)
        if opened is not None and opened.file is not None:
            opened.file.pending.append((size, None))

    def _seek(self, handle: int, to: int) -> None:
        if handle in self._open:
            self._open[handle].at = to

    def _made(self, path: str) -> None:
        if path.startswith(self.root):
            self.disk.link(path, None)

    def _sync(self, handle: int, writes: int, names: int) -> None:
        opened = self._open.get(handle)
        if opened is None or not self.honest:
            return
        if opened.file is not None:
            opened.file.synced(writes)
        else:
            self.disk.sync_folder(opened.path, names)
