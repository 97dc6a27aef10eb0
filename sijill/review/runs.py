"""The chain behind the desk: it runs again after decisions, in a process of its own, and says how far it is."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import forkserver, get_context
from multiprocessing.connection import Connection
from threading import Condition, Thread
from time import monotonic

from sijill.case import Case
from sijill.chain.run import run_chain
from sijill.errors import SijillError

QUIET = 0.8
"""Seconds without a new decision after which the chain begins: answers in a row make one run."""
PATIENCE = 6.0
"""Seconds after the first decision at which it begins in any case."""
LOADED = ("typer", "sijill.chain.run", "sijill.chain.estimates.fitting", "sijill.chain.estimates.computing")
"""What a run needs. To load it takes longer than most runs: a process that does nothing else loads it once, and each
run is a copy of that process. Other systems than Linux cannot be relied on to copy one; there every run loads it again.
"""
COPIES = sys.platform == "linux"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where the chain is. step: "" while it does not run; done of total; fault: what a run that failed said."""

    step: str = ""
    done: int = 0
    total: int = 0
    waiting: int = 0
    fault: str | None = None


@dataclass(slots=True)
class _Wanted:
    first: float | None = None
    last: float = 0.0
    decisions: int = 0
    stopped: bool = False


class Runs:
    """Runs the chain when it is asked to, one run at a time. `finished` is called after each that came to its end."""

    def __init__(self, case: Case, *, by: str, at: Callable[[], str], finished: Callable[[], None]) -> None:
        self._case, self._by, self._at, self._finished = case, by, at, finished
        self._wanted, self._changed = _Wanted(), Condition()
        self.progress = Progress()
        self._thread = Thread(target=self._work, name="runs of the chain", daemon=True)
        self._process: object | None = None

    def start(self) -> None:
        """Begin to listen, and to load what a run needs."""
        if COPIES:
            get_context("forkserver").set_forkserver_preload(list(LOADED))
            forkserver.ensure_running()
        self._thread.start()

    def want(self) -> None:
        """The register is no longer what the decisions make of it."""
        with self._changed:
            now = monotonic()
            self._wanted.first = self._wanted.first if self._wanted.first is not None else now
            self._wanted.last = now
            self._wanted.decisions += 1
            self._changed.notify_all()

    def stop(self) -> None:
        """End; a run that is under way is ended too, and the next one does its work."""
        with self._changed:
            self._wanted.stopped = True
            self._changed.notify_all()
        process = self._process
        if process is not None:
            process.terminate()  # type: ignore[attr-defined]

    @property
    def waiting(self) -> int:
        """Decisions that no run has taken in yet."""
        return self._wanted.decisions

    @property
    def busy(self) -> bool:
        """Is something still to be computed?"""
        return bool(self.progress.step) or self._wanted.decisions > 0

    def _work(self) -> None:
        while self._awaited():
            self.progress = Progress(step="begin")
            fault = self._run()
            if fault is None:
                self.progress = Progress(step="show")
                self._finished()
            self.progress = Progress(fault=fault)

    def _awaited(self) -> bool:
        with self._changed:
            while not self._wanted.stopped:
                if self._wanted.first is None:
                    self._changed.wait()
                    continue
                now = monotonic()
                left = min(self._wanted.last + QUIET, self._wanted.first + PATIENCE) - now
                if left <= 0:
                    self._wanted.first, self._wanted.decisions = None, 0
                    return True
                self._changed.wait(left)
            return False

    def _run(self) -> str | None:
        """None, or the sentence of what went wrong."""
        context = get_context("forkserver" if COPIES else "spawn")
        ours, theirs = context.Pipe(duplex=False)
        told_by = (self._case, self._by, self._at(), theirs)
        process = context.Process(target=_run_chain, args=told_by)  # type: ignore[attr-defined]
        process.start()
        self._process = process
        theirs.close()
        ended: str | None = "the run stopped before its end"
        while True:
            try:
                told = ours.recv()
            except EOFError:
                break
            if told[0] == "ended":
                ended = told[1]
            else:
                self.progress = Progress(step=told[0], done=told[1], total=told[2])
        process.join()
        self._process = None
        return ended


def _run_chain(case: Case, by: str, at: str, out: Connection) -> None:
    """In a process of its own: the run, and one message for each step of progress."""

    def progress(step: str, done: int, total: int) -> None:
        out.send((step, done, total))

    try:
        run_chain(case, by=by, at=at, progress=progress)
        out.send(("ended", None))
    except SijillError as refused:
        out.send(("ended", str(refused)))
    finally:
        out.close()
