"""Hostile addresses against the gate, with a server of this machine that counts who reaches it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from bench.measure.row import Row
from sijill.capture.web.address import PORTS, AddressRefused, Gate
from sijill.capture.web.fetch import NotFetched, fetch
from sijill.store.ledger import utc_now

NAMES = {
    "rebind.example": ["93.184.215.14", "127.0.0.1"],
    "local.example": ["127.0.0.1"],
    "mapped.example": ["::ffff:7f00:1"],
}
HOSTS = (
    "127.0.0.1", "localhost", "LOCALHOST.", "127.1", "127.0.1", "0", "0.0.0.0", "2130706433", "0x7f000001", "0x7f.1",
    "017700000001", "0177.0.0.1", "00000177.0.0.1", "127.0.0.1.", "[::1]", "[::]", "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]",
    "[2001:0:7f00:1::1]", "[fe80::1]", "[fe80::1%25lo]", "[fc00::1]", "[fec0::1]", "[ff02::1]", "224.0.0.1",
    "255.255.255.255", "169.254.169.254", "10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", "192.0.2.1",
    "\u2460\u2461\u2466.\u24ea.\u24ea.\u2460", "127\u30020\u30020\u30021", "127.0.0.1%2f", "post.example@127.0.0.1",
    "127.0.0.1@post.example", "post.example\\@127.0.0.1", "rebind.example", "local.example", "mapped.example",
    "printer", "printer.local", "[2606:2800::5efe:7f00:1]",
)  # fmt: skip


def refused() -> Row:
    """Every form is asked for at the port of a server here; what counts is how often it was reached."""
    with _server() as (port, reached):
        gate = Gate(look_up=_look_up, ports=PORTS | {port})
        through = 0
        for host in HOSTS:
            try:
                fetch(f"http://{host}:{port}/", gate=gate, clock=utc_now)
            except (AddressRefused, NotFetched) as end:
                through += isinstance(end, NotFetched)
            else:
                through += 1
    note = f"{through} passed the gate; the server here was reached {len(reached)} times"
    return Row(
        set="addresses",
        measure="hostile forms that reach anything",
        value=f"{through} of {len(HOSTS)}",
        bar="0",
        note=note,
    )


def _look_up(host: str, port: int) -> list[str]:
    if host not in NAMES:
        raise AddressRefused(address=host, why="its name leads nowhere")
    return NAMES[host]


@contextmanager
def _server() -> Iterator[tuple[int, list[str]]]:
    """Listens on every address of this machine and notes who connects."""
    reached = list[str]()
    with socket.create_server(("", 0)) as listening:
        listening.settimeout(0.2)
        done = threading.Event()

        def accept() -> None:
            while not done.is_set():
                try:
                    connection, who = listening.accept()
                except TimeoutError:
                    continue
                reached.append(str(who))
                connection.close()

        thread = threading.Thread(target=accept)
        thread.start()
        yield listening.getsockname()[1], reached
        done.set()
        thread.join()
