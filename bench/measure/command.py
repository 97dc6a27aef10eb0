"""A command run as its user runs it, in a process of its own: what it said, how long it took, how much memory."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

EVERY = 0.1
"""How often memory is looked at [s]."""


@dataclass(frozen=True, slots=True)
class Ran:
    """A command that ended: its output, its time [s], and the most memory its processes had together [bytes]."""

    out: str
    seconds: float
    memory: int


def sijill(*words: object) -> Ran:
    """Run it. Python, imports and the start of its processes are inside the figures. Raises CalledProcessError."""
    began = monotonic()
    command = [sys.executable, "-m", "sijill.cli.main", *map(str, words)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as running:
        most = 0
        while running.poll() is None:
            most = max(most, _resident(running.pid))
            sleep(EVERY)
        seconds = monotonic() - began
        out = running.stdout.read() if running.stdout else ""
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    return Ran(out, seconds, most)


def _resident(session: int) -> int:
    """Memory of all processes of a session [bytes]; shared pages count once for each. Linux; elsewhere 0."""
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:  # it ended while we looked
            continue
        if int(after_name[3]) == session:
            total += int(after_name[21]) * os.sysconf("SC_PAGE_SIZE")
    return total
