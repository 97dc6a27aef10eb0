"""Confines itself as a reading process does, then tries what such a process may not do: `python trying.py OUTSIDE`."""

import ctypes
import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

from sijill.capture.child.confinement import confine

OUTSIDE = Path(sys.argv[1])


def refused(attempt):
    """Does the system refuse it?"""
    try:
        attempt()
    except (OSError, MemoryError, subprocess.SubprocessError):
        return True
    return False


ATTEMPTS = {
    "write": lambda: OUTSIDE.write_text("x"),
    "make a folder": OUTSIDE.mkdir,
    "link": lambda: OUTSIDE.symlink_to("/etc"),
    "remove": lambda: Path(__file__).unlink(),
    "rename": lambda: Path(__file__).rename(OUTSIDE),
    "change rights": lambda: Path(__file__).chmod(0o777),
    "speak": lambda: socket.create_connection(("192.0.2.1", 80), timeout=1),
    "look up": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
    "listen": lambda: socket.socket(socket.AF_UNIX),
    "start a program": lambda: subprocess.run(["/bin/true"], check=True),
    "split": os.fork,
    "take memory": lambda: bytearray(3 << 30),
    "kill its parent": lambda: os.kill(os.getppid(), 9),
}

assert confine(), "the filter of system calls is not in force"
allowed = [name for name, attempt in ATTEMPTS.items() if not refused(attempt)]
assert ctypes.CDLL(None, use_errno=True).syscall(101, 16, os.getppid(), 0, 0) == -1
thread = threading.Thread(target=lambda: None)
thread.start()
thread.join()
print(allowed)
sys.exit(len(allowed))
