"""Files that only a key opens: AES-256-GCM in pieces of 1 MiB, each under a key of the file, in its place, or it fails.

    sijill-sealed/1\\n   salt (32 random bytes)   piece   piece ...      piece = ciphertext, tag (16 bytes)

The key of a file is derived from the salt (HKDF-SHA256), so a nonce is used once: it is the number of the piece, and
whether it is the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizar, CRYPTO 2015). A piece that is
changed, moved, left out or cut off at the end fails. Memory is flat; reading may begin anywhere.
"""

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sijill.errors import SijillError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MARK = b"sijill-sealed/1\n"
SALT, TAG, PIECE = 32, 16, 1 << 20
START = len(MARK) + SALT


class NotSealed(SijillError):
    """A sealed file that the key does not open: changed, damaged, or of another case."""

    def __init__(self, *, name: str) -> None:
        super().__init__(f"the file {name} does not open with the key of this case: it was changed or damaged")
        self.name = name


def seal_into(
    target: BinaryIO, source: BinaryIO, key: bytes, random: Callable[[int], bytes], *, seen: Callable[[bytes], object]
) -> None:
    """Write everything that the source holds, sealed. seen: called with each piece as it is read."""
    salt = random(SALT)
    cipher, number = _cipher(key, salt), 0
    target.write(MARK + salt)
    piece = source.read(PIECE)
    while True:
        following = source.read(PIECE) if piece else b""
        seen(piece)
        target.write(cipher.encrypt(_nonce(number, last=not following), piece, None))
        if not following:
            return
        piece, number = following, number + 1


def sealed(content: bytes, key: bytes, random: Callable[[int], bytes]) -> bytes:
    """The same of a few bytes."""
    target = io.BytesIO()
    seal_into(target, io.BytesIO(content), key, random, seen=len)
    return target.getvalue()


class Opened(io.RawIOBase):
    """A sealed file as what it holds, to be read from anywhere. Raises NotSealed where a piece was touched."""

    def __init__(self, stream: BinaryIO, key: bytes, *, name: str) -> None:
        self._stream, self._name = stream, name
        head = stream.read(START)
        if len(head) < START or not head.startswith(MARK):
            raise NotSealed(name=name)
        self._cipher = _cipher(key, head[len(MARK) :])
        body = stream.seek(0, io.SEEK_END) - START
        self._pieces = max(1, -(-body // (PIECE + TAG)))
        self._size = body - self._pieces * TAG
        if self._size < 0:
            raise NotSealed(name=name)
        self._at, self._held = 0, (-1, b"")

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: "WriteableBuffer") -> int:
        number, start = divmod(self._at, PIECE)
        if self._at >= self._size and not (self._size == 0 and self._held[0] < 0):
            return 0
        view = memoryview(buffer)
        some = self._piece(number)[start : start + len(view)]
        view[: len(some)] = some
        self._at += len(some)
        return len(some)

    def close(self) -> None:
        self._stream.close()
        super().close()

    def _piece(self, number: int) -> bytes:
        if self._held[0] != number:
            self._stream.seek(START + number * (PIECE + TAG))
            nonce = _nonce(number, last=number == self._pieces - 1)
            try:
                content = self._cipher.decrypt(nonce, self._stream.read(PIECE + TAG), None)
            except InvalidTag as fault:
                raise NotSealed(name=self._name) from fault
            self._held = number, content
        return self._held[1]


def opened(path: Path, key: bytes) -> BinaryIO:
    """A stream over what the sealed file holds."""
    return io.BufferedReader(Opened(path.open("rb"), key, name=path.name), PIECE)


def content_of(content: bytes, key: bytes, *, name: str) -> bytes:
    """What some sealed bytes hold."""
    return Opened(io.BytesIO(content), key, name=name).readall()


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _cipher(key: bytes, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(algorithm=SHA256(), length=32, salt=salt, info=b"sijill/file").derive(key))
