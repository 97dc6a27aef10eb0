"""What a reading process may not do: write, speak to a network, start another program, grow without bound.

Limits hold on every Unix; the filter of system calls on Linux (x86-64 and ARM64). Where bubblewrap is installed and
works, the process moreover sees no file but Python and its packages, and no network device.
"""

import ctypes
import os
import platform
import resource
import shutil
import struct
import subprocess
import sys
from collections.abc import Collection
from functools import cache
from pathlib import Path

MEMORY = 2 << 30
OPEN_FILES = 64
CPU = 60
"""Seconds of processor time for one original, and one more for each megabyte of it."""
WALL = 70
"""Seconds that the parent waits for one original, were it alone here, and one more for each megabyte of it."""
MEGABYTE = 1_000_000

NO_NEW_PRIVILEGES, SET_SECCOMP, FILTER_MODE = 38, 22, 2
ALLOW, FAIL, KILL = 0x7FFF0000, 0x00050000, 0x80000000
NOT_PERMITTED, NO_SUCH_CALL = 1, 38
LOAD, EQUAL, MASK, RETURN = 0x20, 0x15, 0x45, 0x06
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
THREAD = 0x10000
CLONE3 = 435
NEW_CALLS = (425, 426, 427, 434, 437, 438)  # io_uring, pidfd_open, openat2, pidfd_getfd: of one number everywhere
FORBIDDEN = {
    "x86_64": (
        *(41, 42, 43, 49, 50, 53, 288),  # socket, connect, accept, bind, listen, socketpair, accept4
        *(57, 58, 59, 322, 62, 101),  # fork, vfork, execve, execveat, kill, ptrace
        *(76, 77, 82, 83, 84, 85, 86, 87, 88, 133, 235, 280),  # truncate .. symlink, mknod, utimes, utimensat
        *(90, 91, 92, 93, 94, 188, 189, 190),  # chmod, chown, setxattr
        *(258, 259, 260, 261, 263, 264, 265, 266, 268, 316),  # mkdirat .. fchmodat, renameat2
        *(155, 161, 165, 166, 272, 308),  # pivot_root, chroot, mount, umount, unshare, setns
        *(248, 249, 250, 298, 310, 311, 319, 321, 323),  # keys, perf, process_vm, memfd_create, bpf, userfaultfd
    ),
    "aarch64": (
        *(198, 199, 200, 201, 202, 203, 242),
        *(221, 281, 129, 117),
        *(45, 46, 33, 34, 35, 36, 37, 38, 276, 88),
        *(52, 53, 54, 55, 5, 6, 7),
        *(39, 40, 41, 51, 97, 268),
        *(217, 218, 219, 241, 270, 271, 279, 280, 282),
    ),
}
OPENING = {"x86_64": ((2, 1), (257, 2)), "aarch64": ((56, 2),)}
"""open and openat, and which of their arguments holds the flags."""
EXECUTE = {"x86_64": 59, "aarch64": 221}
CLONE = {"x86_64": 56, "aarch64": 220}
ARCHITECTURE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}


def confine(*, starting: bool = False) -> bool:
    """Give up what reading does not need, for good. True if the filter of system calls is in force too.

    starting   this process is about to become another program, which may do no more than this one
    """
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
    ):
        _lower(limit, value)
    machine = platform.machine()
    if sys.platform != "linux" or machine not in ARCHITECTURE:
        return False
    return _filter_calls(machine, starting=starting)


def allow_seconds(size: int) -> None:
    """Processor time for the next original, of so many bytes: SIGXCPU ends the process after it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + CPU + size // MEGABYTE + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def share() -> float:
    """The part of a processor that each program gets which wants one: 1 on an idle machine, 1/8 where 16 share two."""
    return min(1.0, (os.cpu_count() or 1) / max(1.0, os.getloadavg()[0]))


def patience(size: int) -> float:
    """Seconds to wait for an original of so many bytes. What works is ended by its processor time, whatever else runs:
    this ends what sleeps.
    """
    return (WALL + size / MEGABYTE) / share()


def command() -> tuple[str, ...]:
    """How to start a reading process: in bubblewrap where that works."""
    return started("sijill.capture.child")


def started(module: str) -> tuple[str, ...]:
    """How to start a module of ours in a process of its own, in bubblewrap where that works."""
    return (*wrapping(), sys.executable, "-I", "-m", module)


@cache
def wrapping() -> tuple[str, ...]:
    """The command line of bubblewrap in front of another; nothing where it is not installed or does not work."""
    wrap = shutil.which("bwrap")
    if wrap is None:
        return ()
    shown = ["/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", sys.prefix, sys.base_prefix]
    shown.append(str(Path(__file__).resolve().parents[3]))
    visible = [word for each in dict.fromkeys(shown) if Path(each).exists() for word in ("--ro-bind", each, each)]
    apart = ("--unshare-all", "--die-with-parent", "--new-session")
    wrapped = (wrap, *apart, *visible, "--proc", "/proc", "--dev", "/dev")
    tried = subprocess.run((*wrapped, sys.executable, "-I", "-c", "pass"), capture_output=True, check=False)  # noqa: S603
    return wrapped if tried.returncode == 0 else ()


def _lower(limit: int, value: int) -> None:
    hard = resource.getrlimit(limit)[1]
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(limit, (value, value))


def _filter_calls(machine: str, *, starting: bool) -> bool:
    allowed = (EXECUTE[machine],) if starting else ()
    program = b"".join(struct.pack("HBBI", *each) for each in _program(machine, allowed))
    code = ctypes.create_string_buffer(program)
    filter_ = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(SET_SECCOMP, FILTER_MODE, ctypes.c_char_p(filter_), 0, 0) == 0)


def _program(machine: str, allowed: Collection[int] = ()) -> list[tuple[int, int, int, int]]:
    """Berkeley packet filter over number, architecture and arguments of a call: (code, if true, if false, value)."""
    fail = (RETURN, 0, 0, FAIL | NOT_PERMITTED)
    steps = [(LOAD, 0, 0, 4), (EQUAL, 1, 0, ARCHITECTURE[machine]), (RETURN, 0, 0, KILL), (LOAD, 0, 0, 0)]
    for number in (each for each in (*FORBIDDEN[machine], *NEW_CALLS) if each not in allowed):
        steps += [(EQUAL, 0, 1, number), fail]
    steps += [(EQUAL, 0, 1, CLONE3), (RETURN, 0, 0, FAIL | NO_SUCH_CALL)]
    for number, argument in OPENING[machine]:
        steps += [(EQUAL, 0, 4, number), (LOAD, 0, 0, 16 + 8 * argument), (MASK, 0, 1, WRITING), fail]
        steps += [(RETURN, 0, 0, ALLOW)]
    steps += [(EQUAL, 0, 3, CLONE[machine]), (LOAD, 0, 0, 16), (MASK, 1, 0, THREAD), fail]
    steps += [(RETURN, 0, 0, ALLOW)]
    if machine == "x86_64":  # the other way to number calls there (x32)
        steps[4:4] = [(0x35, 0, 1, 0x40000000), fail]
    return steps
