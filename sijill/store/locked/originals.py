"""How the vault of an encrypted case names and writes: keyed names, sealed files, and paths that lead to no disk."""

import hmac
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from sijill.store.locked.files import opened, seal_into
from sijill.store.locked.keys import NAMES, ORIGINALS, Randomness, derived

CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """What only the vault of an encrypted case has. Without the key nobody can test with a file whether we hold it."""

    originals: bytes = field(repr=False)
    names: bytes = field(repr=False)
    random: Randomness

    @classmethod
    def of(cls, key: bytes, random: Randomness) -> "Lock":
        """The lock that belongs to the key of a case."""
        return cls(originals=derived(key, ORIGINALS), names=derived(key, NAMES), random=random)

    def name(self, digest: str) -> str:
        """The name of an original: 64 hex digits that tell nothing of it."""
        return hmac.new(self.names, digest.encode(), sha256).hexdigest()

    def write(self, source: BinaryIO, target: BinaryIO) -> str:
        """Seal what the source holds; its SHA-256."""
        hashed = sha256()
        seal_into(target, source, self.originals, self.random, seen=hashed.update)
        return hashed.hexdigest()

    def open(self, path: Path) -> BinaryIO:
        """A stream over what the sealed file holds. Raises NotSealed, also while it is read."""
        return opened(path, self.originals)


@contextmanager
def in_memory(content: BinaryIO) -> Iterator[Path]:
    """A path to the content that leads to memory, not to a disk, as long as the context lasts.

    Where the system has no such files (macOS), it is a file that only its owner can read, and it is removed after.
    """
    if not hasattr(os, "memfd_create"):
        with tempfile.NamedTemporaryFile() as file:
            shutil.copyfileobj(content, file, CHUNK)
            file.flush()
            yield Path(file.name)
        return
    handle = os.memfd_create("original")
    try:
        with os.fdopen(os.dup(handle), "wb") as file:
            shutil.copyfileobj(content, file, CHUNK)
        yield Path(f"/proc/{os.getpid()}/fd/{handle}")
    finally:
        os.close(handle)
