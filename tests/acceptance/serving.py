"""The desk as a server of its own, as its user starts it."""

import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True)
class Serving:
    """A desk that answers."""

    address: str
    process: subprocess.Popen


@contextmanager
def served(case):
    """`sijill review` over a case, until the block ends."""
    process = subprocess.Popen(
        [sys.executable, "-m", "sijill.cli.main", "review", str(case), "--port", "0", "--no-open"],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        line = process.stdout.readline()
        yield Serving(address=line.split()[-1].rstrip("/"), process=process)
    finally:
        process.terminate()
        process.wait(20)
