"""A PostgreSQL of our own, for as long as it is needed: in a folder of its own, reached by a socket in it only."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sijill.errors import SijillError

DEBIAN = Path("/usr/lib/postgresql")
OWNER = "postgres"
SECONDS = 60


class NoPostgreSQL(SijillError):
    """The programs of a PostgreSQL server are not on this machine."""

    def __init__(self) -> None:
        super().__init__("no PostgreSQL server is installed: install the package postgresql (make test does, as root)")


@contextmanager
def postgresql(*, durable: bool = False) -> Iterator[str]:
    """The address of a server; `make_place` makes room on it.

    durable   with fsync, as a server in use has it; tests of what is written do without
    """
    folder = Path(tempfile.mkdtemp(prefix="sijill-pg-", dir="/tmp"))
    owner = _owner(folder)
    try:
        _run("initdb", "--pgdata", folder / "data", "--auth", "trust", "--no-sync", "--encoding", "UTF8", owner=owner)
        settings = [
            *("-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}", "-c", "max_connections=200"),
            *([] if durable else ["-c", "fsync=off", "-c", "full_page_writes=off"]),
        ]
        server = subprocess.Popen(
            [_program("postgres"), "-D", folder / "data", *settings],
            user=owner, stdout=subprocess.DEVNULL, stderr=(folder / "log").open("wb"), cwd=folder,
        )  # fmt: skip
        try:
            _wait(folder, server, owner)
            yield f"postgresql:///postgres?host={folder}&user={owner or pwd.getpwuid(os.getuid()).pw_name}"
        finally:
            server.send_signal(signal.SIGINT)  # the fast way: whoever is still connected is sent away
            server.wait(SECONDS)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def make_place(address: str, name: str) -> str:
    """Room for one more ledger on the server, a schema of its own; its address."""
    import psycopg  # noqa: PLC0415  (an extra)

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'CREATE SCHEMA "{name}"')
    return f"{address}&options=-csearch_path%3D{name}"


def _owner(folder: Path) -> str | None:
    """A server does not run as root: then it runs as the user that the package made."""
    if os.getuid() != 0:
        return None
    shutil.chown(folder, OWNER)
    return OWNER


def _run(program: str, *arguments: str | Path, owner: str | None) -> None:
    subprocess.run([_program(program), *arguments], user=owner, check=True, capture_output=True, cwd="/")


def _wait(folder: Path, server: "subprocess.Popen[bytes]", owner: str | None) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        asked = subprocess.run(
            [_program("pg_isready"), "-q", "-h", folder, "-U", owner or "postgres"], check=False, capture_output=True
        )
        if asked.returncode == 0:
            return
        if server.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError((folder / "log").read_text(errors="replace")[-2000:])


def _program(name: str) -> Path:
    found = [*sorted(DEBIAN.glob(f"*/bin/{name}"), reverse=True), *map(Path, filter(None, [shutil.which(name)]))]
    if not found:
        raise NoPostgreSQL
    return found[0]
