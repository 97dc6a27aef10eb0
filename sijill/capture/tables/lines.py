"""The lines of a table file, decoded one by one in flat memory, with the offset of what cannot be decoded."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from sijill.capture.content import Content, opened
from sijill.capture.survey import Survey

ROW_LIMIT = 10_000_000
WIDE = ("utf-16", "utf-32")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line with its end. Bytes that are not UTF-8 stand in it as lone surrogates.

    bad_at     offset in the file of the first byte that cannot be decoded
    cut        the line was longer than the limit: only its head is here
    """

    text: str
    bad_at: int | None = None
    cut: bool = False


def lines(content: Content, seen: Survey, *, limit: int = ROW_LIMIT) -> Iterator[Line]:
    """The lines, split at \\n. limit: bytes of one line that are held in memory."""
    encoding = seen.encoding or "utf-8"
    with opened(content) as stream:
        if encoding.startswith(WIDE):
            yield from _wide_lines(stream, encoding, limit)
        else:
            stream.seek(seen.mark)
            yield from _lines(stream, encoding.removesuffix("-sig"), limit)


def _lines(stream: BinaryIO, encoding: str, limit: int) -> Iterator[Line]:
    offset = stream.tell()
    while raw := stream.readline(limit):
        cut = not raw.endswith(b"\n") and len(raw) == limit
        text, fault = _decoded(raw, encoding)
        yield Line(text=text, bad_at=None if fault is None or cut else offset + fault, cut=cut)
        while cut and (rest := stream.readline(limit)):
            if rest.endswith(b"\n"):
                break
        offset = stream.tell()


def _decoded(raw: bytes, encoding: str) -> tuple[str, int | None]:
    try:
        return raw.decode(encoding), None
    except UnicodeDecodeError as fault:
        kept = "surrogateescape" if encoding == "utf-8" else "backslashreplace"
        return raw.decode(encoding, kept), fault.start


def _wide_lines(stream: BinaryIO, encoding: str, limit: int) -> Iterator[Line]:
    """UTF-16 and UTF-32, whose line ends cannot be found among the bytes."""
    text = io.TextIOWrapper(stream, encoding, errors="strict", newline="\n")
    try:
        while line := text.readline(limit):
            cut = not line.endswith("\n") and len(line) == limit
            yield Line(text=line, cut=cut)
            while cut and (rest := text.readline(limit)):
                if rest.endswith("\n"):
                    break
    except UnicodeDecodeError as fault:
        yield Line(text=fault.reason, bad_at=stream.tell() - len(fault.object) + fault.start)
