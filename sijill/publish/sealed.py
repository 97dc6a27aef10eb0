"""A file on its way out: its bytes, or pieces of them one after the other, and what is known of it when written."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

PIECE = 1 << 16
"""Bytes that are put together before they are handed on."""
Content = bytes | Iterable[bytes]
"""A whole file, or its pieces, which are asked for once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A file that was written. sha256: in hexadecimal; size: in bytes."""

    sha256: str
    size: int


Write = Callable[[str, Content], Sealed]
"""(name, content) -> what was written. Nothing of the content is kept."""


def pieces(content: Content) -> Iterable[bytes]:
    """The content piece by piece."""
    return (content,) if isinstance(content, bytes) else content


def gathered(texts: Iterable[str]) -> Iterator[bytes]:
    """Many short texts as pieces in UTF-8."""
    waiting, size = [], 0
    for each in texts:
        waiting.append(each)
        size += len(each)
        if size >= PIECE:
            yield "".join(waiting).encode()
            waiting, size = [], 0
    if waiting:
        yield "".join(waiting).encode()


def listed(before: str, members: Iterable[str], after: str) -> Iterator[str]:
    """The members of a JSON array, one a line, between what stands before and after them."""
    yield before
    for at, each in enumerate(members):
        yield f",\n{each}" if at else f"\n{each}"
    yield f"\n{after}"


def nowhere(piece: bytes) -> None:
    """Where a piece goes that nobody keeps."""


def sealed(content: Content, put: Callable[[bytes], object] = nowhere) -> Sealed:
    """What is known of a content once each piece of it is put where it goes."""
    digest, size = sha256(), 0
    for each in pieces(content):
        put(each)
        digest.update(each)
        size += len(each)
    return Sealed(sha256=digest.hexdigest(), size=size)
