"""Did anything leave this process or its children? Packets are counted in a network of their own, files in a folder."""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

NEW_NETWORK, NEW_USER = 0x40000000, 0x10000000
COUNTERS = ("ActiveOpens", "OutDatagrams", "OutRequests", "OutNoRoutes")
WATCHED = ("/etc", "/root", "/home", "/var/tmp", "/tmp")
IGNORED = ("/tmp/hostile-",)


@dataclass(slots=True)
class Seen:
    """What was seen. apart: a network of their own was to be had, so that every packet and attempt is theirs."""

    apart: bool
    packets: dict[str, int] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)


@contextmanager
def watching(canaries: Path) -> Iterator[Seen]:
    """Count attempts to speak to a network, and files that appear, vanish or change in a folder, until it ends.

    canaries   a folder of files that a hostile one would like to read or to write
    """
    seen = Seen(apart=_alone())
    before, counted = _listing(canaries), _counters()
    yield seen
    seen.packets = {name: value - counted[name] for name, value in _counters().items()}
    after = _listing(canaries)
    seen.files = sorted({*before, *after} - {path for path in before if before[path] == after.get(path)})


def _alone() -> bool:
    """Move this process, and those it starts, into a network that has no device but a closed loop."""
    libc = ctypes.CDLL(None, use_errno=True)
    return bool(libc.unshare(NEW_NETWORK) == 0 or libc.unshare(NEW_NETWORK | NEW_USER) == 0)


def _counters() -> dict[str, int]:
    """Connections begun, datagrams and packets sent, and packets that found no way, IPv4 and IPv6 together."""
    lines = Path("/proc/self/net/snmp").read_text(encoding="ascii").splitlines()
    found = dict.fromkeys(COUNTERS, 0)
    for names, values in zip(lines[::2], lines[1::2], strict=True):
        for name, value in zip(names.split()[1:], values.split()[1:], strict=True):
            if name in found:
                found[name] += int(value)
    for line in Path("/proc/self/net/snmp6").read_text(encoding="ascii").splitlines():
        name, value = line.split()
        if name in ("Ip6OutRequests", "Ip6OutNoRoutes", "Udp6OutDatagrams"):
            found["OutRequests"] += int(value)
    return found


def _listing(folder: Path) -> dict[str, tuple[int, int, int]]:
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = Path(place, name)
            told = path.lstat()
            found[str(path)] = (told.st_size, told.st_mtime_ns, told.st_atime_ns)
    return found
