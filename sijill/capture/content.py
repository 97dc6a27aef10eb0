"""The bytes of an original, or of one part of it: a file on disk, or what was taken out of another file."""

from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from sijill.model.document import State

Content = Path | bytes
HELD = 256_000_000
"""Bytes of one original that are held in memory at once, where a format cannot be read piece by piece."""


class Unreadable(Exception):
    """Internal: the reading of a document ends in this state; `why` is a code and what was seen."""

    def __init__(self, state: State, why: str) -> None:
        super().__init__(why)
        self.state, self.why = state, why


def opened(content: Content) -> BinaryIO:
    """A stream from the first byte on."""
    if not isinstance(content, Path):
        return BytesIO(content)
    stream = content.open("rb")
    stream.seek(0)  # a descriptor of another process may share its place with it
    return stream


def head_of(content: Content, size: int) -> bytes:
    """The first bytes."""
    with opened(content) as stream:
        return stream.read(size)


def size_of(content: Content) -> int:
    """Bytes."""
    return content.stat().st_size if isinstance(content, Path) else len(content)


def held(content: Content, limit: int = HELD) -> bytes:
    """All of it. Raises Unreadable (too_large) above `limit` bytes."""
    if isinstance(content, bytes):
        return content
    if (size := size_of(content)) > limit:
        raise Unreadable(State.TOO_LARGE, f"{size} bytes, at most {limit} are read at once")
    return content.read_bytes()
