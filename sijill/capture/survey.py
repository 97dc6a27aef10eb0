"""One pass over a file before it is read: its size, its encoding, and whether it is text at all."""

import codecs
from dataclasses import dataclass

from sijill.capture.content import Content, opened
from sijill.errors import SijillError

CHUNK = 1 << 20
HEAD = 8192
CONTROL_SHARE = 0.02
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))


class UnknownEncoding(SijillError):
    """An encoding that nobody has heard of."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(f"no encoding is called {seen[:40]!r}: try utf-8, windows-1256 or iso-8859-6")
        self.seen = seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What a file is.

    encoding   how to decode it; None when it is not UTF-8 and nothing else was told
    mark       bytes of a byte order mark in front        bad_at   offset of the first byte that is not UTF-8
    """

    size: int
    binary: bool
    encoding: str | None
    mark: int
    bad_at: int | None


def survey(content: Content, *, encoding: str | None) -> Survey:
    """Read the file once, in flat memory. `encoding` is used where the file is not Unicode. Raises UnknownEncoding."""
    told = None if encoding is None else known_encoding(encoding)
    size, head, bad_at = 0, b"", None
    decoder, taken = codecs.getincrementaldecoder("utf-8")(), 0
    with opened(content) as stream:
        while chunk := stream.read(CHUNK):
            head, size = head or chunk[:HEAD], size + len(chunk)
            if bad_at is None:
                bad_at, taken = _bad_byte(decoder, chunk, taken)
    if bad_at is None and decoder.getstate()[0]:
        bad_at = size - len(decoder.getstate()[0])
    mark, marked = next(((len(mark), name) for mark, name in MARKS if head.startswith(mark)), (0, None))
    unicode = marked or ("utf-8" if bad_at is None and not (told and b"\x00" in head) else None)
    binary = _binary(head, text=marked is not None or told is not None)
    return Survey(
        size=size,
        binary=binary,
        encoding=unicode or told,
        mark=mark,
        bad_at=bad_at,
    )


def known_encoding(name: str) -> str:
    """The encoding under the name Python gives it. Raises UnknownEncoding."""
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError) as fault:
        raise UnknownEncoding(seen=name) from fault
    if not found._is_text_encoding:
        raise UnknownEncoding(seen=name)
    return found.name


def _bad_byte(decoder: codecs.IncrementalDecoder, chunk: bytes, taken: int) -> tuple[int | None, int]:
    waiting = len(decoder.getstate()[0])
    try:
        decoder.decode(chunk)
    except UnicodeDecodeError as fault:
        return taken - waiting + fault.start, taken
    return None, taken + len(chunk)


def _binary(head: bytes, *, text: bool) -> bool:
    controls = len(head) - len(head.translate(None, CONTROLS))
    return not text and controls > CONTROL_SHARE * len(head)
