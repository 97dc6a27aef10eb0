"""Words in pictures, where tesseract is installed: by its command line, in processes that can do nothing else.

A reading process may start no program. So beside each one stands a process that starts the engine for it, one picture
at a time: it takes the bytes of a picture, and gives the lines that the engine is sure enough of. The engine itself may
write no file, speak to no network and start no other program, in bounded memory and time.
"""

import csv
import io
import json
import resource
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from statistics import fmean

from sijill.capture.child.confinement import confine, share
from sijill.capture.found import SeenLine

LANGUAGES = ("eng", "ara")
SURE = 60.0
"""Mean confidence [0 to 100] of a line from which on it is taken for words and not for what looks like some."""
LEAST = 2
"""Words of a picture that must be left, or there is no text in it."""
SECONDS, BUDGET = 25, 40.0
"""Processor time of the engine for one picture, and for all in one original: less than an original may take [s]."""
LARGEST = 50_000_000
"""Bytes of a picture that is looked through."""
PREFIX = 4
MODULE = "sijill.capture.child.recognition"
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """What reads pictures here. languages: of LANGUAGES, those that it knows."""

    path: str
    version: str
    languages: tuple[str, ...]

    @property
    def reader(self) -> str:
        """How a text that it read is marked: tesseract/5.3.0+eng+ara."""
        return "+".join((f"tesseract/{self.version}", *self.languages))


@cache
def engine() -> Engine | None:
    """The engine of this machine; None where there is none, or none that knows a language that is read here."""
    path = shutil.which("tesseract")
    if path is None:
        return None
    said = [
        subprocess.run((path, option), capture_output=True, text=True, check=False)  # noqa: S603
        for option in ("--version", "--list-langs")
    ]
    version = (said[0].stdout or said[0].stderr).split()[1:2]
    known = tuple(each for each in LANGUAGES if each in said[1].stdout.split())
    return Engine(path=path, version=version[0], languages=known) if version and known else None


class Recogniser:
    """Asks the process beside, from within a reading process."""

    def __init__(self, connection: socket.socket, reader: str) -> None:
        self.reader = reader
        self._connection, self._left = connection, BUDGET

    def begin(self) -> None:
        """Another original, with time of its own."""
        self._left = BUDGET

    def __call__(self, picture: bytes) -> list[SeenLine] | None:
        """The lines of words in the picture; None where it was not looked at to the end: it is too large, or the
        pictures before it took the time of this original.
        """
        if len(picture) > LARGEST or self._left <= 0:
            return None
        try:
            _send(self._connection, picture)
            taken, told = json.loads(_received(self._connection))
        except (OSError, ValueError):
            return None
        self._left -= taken
        return None if told is None else [SeenLine(text, tuple(box), block) for text, box, block in told]


def sure_lines(table: str) -> list[SeenLine]:
    """The lines of the engine's table (TSV) in which it is sure of its words; none if they hold too few of them."""
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = [each for each in rows if (each.get("text") or "").strip() and float(each["conf"]) >= 0]
    kept, count = list[SeenLine](), 0
    blocks = groupby(words, lambda each: (each["page_num"], each["block_num"]))
    for number, (_, block) in enumerate(blocks, start=1):
        for _, line in groupby(block, lambda each: (each["par_num"], each["line_num"])):
            of = list(line)
            if _sure(of):
                kept.append(SeenLine(" ".join(each["text"].strip() for each in of), _around(of), number))
                count += len(of)
    return kept if count >= LEAST else []


def _around(words: Iterable[Mapping[str, str]]) -> tuple[int, int, int, int]:
    boxes = [[int(each[name]) for name in ("left", "top", "width", "height")] for each in words]
    lefts, tops = min(each[0] for each in boxes), min(each[1] for each in boxes)
    return lefts, tops, max(each[0] + each[2] for each in boxes), max(each[1] + each[3] for each in boxes)


def _sure(line: Iterable[Mapping[str, str]]) -> bool:
    return fmean(float(each["conf"]) for each in line) >= SURE


def serve(connection: socket.socket, path: str, languages: str) -> None:
    """Have picture after picture read, until the reading process goes."""
    while picture := _received(connection):
        begun = _used()
        table = table_of(path, languages, picture)
        told = None if table is None else sure_lines(table)
        _send(connection, json.dumps((_used() - begun, told)).encode())


def _used() -> float:
    """Processor time of all engines that have ended [s]."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def table_of(path: str, languages: str, picture: bytes) -> str | None:
    """What the engine says of every word; None where it came to no end. Of what is no picture to it: nothing."""
    try:
        done = subprocess.run(  # noqa: S603
            (path, "stdin", "stdout", "-l", languages, "tsv"),
            input=picture,
            capture_output=True,
            check=False,
            timeout=2 * SECONDS / share(),
            env=ENVIRONMENT,
            preexec_fn=_bound,
        )
    except subprocess.TimeoutExpired:
        return None
    if -done.returncode == signal.SIGXCPU:
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _bound() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    confine(starting=True)


def _send(connection: socket.socket, content: bytes) -> None:
    connection.sendall(len(content).to_bytes(PREFIX, "big") + content)


def _received(connection: socket.socket) -> bytes:
    """A message; b"" when the other end is gone."""
    size = int.from_bytes(_exactly(connection, PREFIX), "big")
    return _exactly(connection, size)


def _exactly(connection: socket.socket, size: int) -> bytes:
    got = bytearray()
    while len(got) < size:
        more = connection.recv(min(1 << 20, size - len(got)))
        if not more:
            return b""
        got += more
    return bytes(got)


if __name__ == "__main__":
    serve(socket.socket(fileno=0), *json.loads(sys.argv[1]))
