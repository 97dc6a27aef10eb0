"""One reading process, seen from its parent: started, asked, listened to, ended."""

import json
import os
import signal
import socket
import subprocess
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from sijill.capture.child.confinement import MEGABYTE, WALL, command, started
from sijill.capture.child.protocol import FRAME, Garbled
from sijill.capture.child.recognition import MODULE as RECOGNITION
from sijill.capture.child.recognition import engine
from sijill.capture.found import Found, Told
from sijill.model.document import Digest, Quarantined, State

CHUNK = 1 << 20
PREFIX = 4
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
WRAPPED = 128
"""A program that runs another one ends with this and the signal that ended the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """An original to be read.

    lent   gives the path it can be opened at, while the context lasts      size   bytes
    media_type   as a server called it, if one did
    """

    lent: Callable[[], AbstractContextManager[Path]]
    size: int
    name: str
    digest: Digest
    told: Told
    media_type: str | None = None


@dataclass(slots=True, eq=False)
class Job:
    """A task on its way. results: what is read of it and not yet taken; given: how many results there were so far.

    part     the part that is being read            faulty   parts that ended a process: their state, and the fault
    skip     results of an earlier attempt that come again
    waited   seconds that the parent waited for it, as if it were alone on the machine
    held     characters in `results`               alone    ended a process: read once more with nothing beside it
    """

    task: Task
    results: deque[Found | Quarantined | str] = field(default_factory=deque)
    given: int = 0
    skip: int = 0
    part: str = ""
    faulty: dict[str, tuple[State, str]] = field(default_factory=dict)
    attempts: int = 0
    waited: float = 0.0
    held: int = 0
    alone: bool = False
    done: bool = False

    @property
    def overdue(self) -> bool:
        """Has it taken longer than an original of its size may take?"""
        return self.waited > WALL + self.task.size / MEGABYTE


class Child:
    """A process that reads. `jobs`: what it was asked for, the first one being read."""

    def __init__(self, *, pictures: bool = True) -> None:
        """pictures: have words in pictures read, where an engine is installed."""
        ours, theirs = socket.socketpair()
        beside, asking = _beside() if pictures else (None, None)
        self.connection = ours
        self._beside = beside
        self.jobs = deque[Job]()
        self.started, self.starting = False, 0.0
        self.fault = ""
        self._buffer = bytearray()
        self._process = subprocess.Popen(  # noqa: S603
            (*command(), *((str(asking.fileno()), engine_.reader) if asking and (engine_ := engine()) else ())),
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=ENVIRONMENT,
            cwd="/",
            pass_fds=(asking.fileno(),) if asking else (),
        )
        theirs.close()
        if asking:
            asking.close()

    def ask(self, job: Job) -> None:
        """Have one more original read, after those asked for before."""
        self.jobs.append(job)
        job.part, job.given, job.skip = "", 0, job.given
        job.attempts += 1
        request = json.dumps(
            {
                "name": job.task.name,
                "digest": job.task.digest,
                "media_type": job.task.media_type,
                "size": job.task.size,
                "told": asdict(job.task.told),
                "faulty": {part: state for part, (state, _) in job.faulty.items()},
            }
        )
        with job.task.lent() as path:
            file = os.open(path, os.O_RDONLY)
        try:
            socket.send_fds(self.connection, [request.encode() + b"\n"], [file])
        except OSError:
            pass  # it has ended: its silence says so when it is listened to
        finally:
            os.close(file)

    def listen(self) -> list[Mapping[str, Any]] | None:
        """The frames that have come; None when it has ended. Raises Garbled."""
        try:
            got = self.connection.recv(CHUNK)
        except ConnectionError:
            got = b""
        if not got:
            return None
        self._buffer += got
        frames = []
        while len(self._buffer) >= PREFIX:
            size = int.from_bytes(self._buffer[:PREFIX], "big")
            if size > FRAME:
                raise Garbled(seen=f"{size} bytes")
            if len(self._buffer) < PREFIX + size:
                break
            frames.append(_frame(bytes(self._buffer[PREFIX : PREFIX + size])))
            del self._buffer[: PREFIX + size]
            self.started = True
        return frames

    def end(self) -> State:
        """End it, if it still runs, and say in which state the original is that it was reading."""
        self.connection.close()
        self._end_beside()
        try:
            code = self._process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            return State.TIMEOUT
        number = -code if code < 0 else code - WRAPPED
        if number == signal.SIGXCPU:
            return State.TIMEOUT
        return State.TOO_LARGE if number == signal.SIGKILL or self.fault.startswith("MemoryError") else State.CORRUPT

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.wait()
        self._end_beside()
        self.connection.close()

    def _end_beside(self) -> None:
        if self._beside is not None:
            self._beside.kill()
            self._beside.wait()


def _beside() -> tuple[subprocess.Popen[bytes] | None, socket.socket | None]:
    """The process that has pictures read for a reading process, and the other end of its channel; where it can."""
    found = engine()
    if found is None:
        return None, None
    own, asking = socket.socketpair()
    process = subprocess.Popen(  # noqa: S603
        (*started(RECOGNITION), json.dumps([found.path, "+".join(found.languages)])),
        stdin=own.fileno(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=ENVIRONMENT,
        cwd="/",
    )
    own.close()
    return process, asking


def _frame(body: bytes) -> Mapping[str, Any]:
    try:
        frame = json.loads(body)
    except ValueError as fault:
        raise Garbled(seen=repr(body[:80])) from fault
    if not isinstance(frame, dict) or not isinstance(frame.get("results"), list):
        raise Garbled(seen=repr(body[:80]))
    return frame
