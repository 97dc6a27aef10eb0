"""A reading process: takes originals one after the other from its parent and tells what is in them."""

import json
import os
import socket
import sys
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from sijill.capture.child.confinement import allow_seconds, confine
from sijill.capture.child.protocol import encoded
from sijill.capture.child.recognition import Recogniser
from sijill.capture.found import Told
from sijill.capture.read import read_original
from sijill.capture.tables.table_map import TableMap
from sijill.errors import SijillError
from sijill.model.document import State

CHUNK = 65_536
PENDING = 100_000
"""Characters of results that wait for each other before they are sent."""
DESCRIPTORS = "/proc/self/fd" if sys.platform == "linux" else "/dev/fd"


class Channel:
    """The one socket to the parent: requests in, each with an open file; frames of JSON out."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection, self._files, self._lines = connection, deque[int](), deque[bytes]()
        self._rest, self._waiting, self._size = b"", list[dict[str, Any]](), 0

    def requests(self) -> Iterator[tuple[dict[str, Any], int]]:
        """Until the parent closes the channel."""
        while True:
            while self._lines:
                yield json.loads(self._lines.popleft()), self._files.popleft()
            got, files, _, _ = socket.recv_fds(self._connection, CHUNK, 16)
            if not got:
                return
            self._files.extend(files)
            *lines, self._rest = (self._rest + got).split(b"\n")
            self._lines.extend(lines)

    def result(self, told: dict[str, Any]) -> None:
        """One result more; sent with others."""
        self._waiting.append(told)
        self._size += 200 + (len(told["t"][0]) if "t" in told else 0)
        if self._size > PENDING:
            self.say()

    def say(self, **said: object) -> None:
        """A frame: the results that wait, and what else is to be said."""
        body = json.dumps({"results": self._waiting} | said, ensure_ascii=False, separators=(",", ":"))
        self._waiting, self._size = [], 0
        data = body.encode("utf-8", "surrogatepass")
        self._connection.sendall(len(data).to_bytes(4, "big") + data)


def serve(channel: Channel, recognise: Recogniser | None = None) -> None:
    """Read what is asked for, in order. recognise: what reads words in pictures, where something does."""
    for asked, file in channel.requests():
        allow_seconds(asked["size"])
        if recognise is not None:
            recognise.begin()
        try:
            for each in _results(asked, file, channel, recognise):
                channel.result(each)
        except SijillError as refusal:
            channel.say(done=True, refused=str(refusal))
        else:
            channel.say(done=True)
        finally:
            os.close(file)


def _results(
    asked: dict[str, Any], file: int, channel: Channel, recognise: Recogniser | None
) -> Iterator[dict[str, Any]]:
    told = asked["told"]
    batch = Told(**{**told, "mapping": TableMap(**told["mapping"]) if told["mapping"] else None})
    found = read_original(
        Path(DESCRIPTORS, str(file)),
        asked["name"],
        asked["digest"],
        batch,
        media_type=asked["media_type"],
        begin=lambda locator: channel.say(begin=locator),
        faulty={locator: State(state) for locator, state in asked["faulty"].items()},
        recognise=recognise,
    )
    return map(encoded, found)


def main() -> None:
    """Give up every right that reading does not need; then read. A fault is named to the parent and ends it."""
    channel = Channel(socket.socket(fileno=0))

    def tell(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace is not None else ""
        channel.say(fault=kind.__name__, where=where)
        os._exit(1)

    sys.excepthook = tell
    recognise = Recogniser(socket.socket(fileno=int(sys.argv[1])), sys.argv[2]) if len(sys.argv) > 2 else None
    channel.say(confined=confine())
    serve(channel, recognise)


if __name__ == "__main__":
    main()
