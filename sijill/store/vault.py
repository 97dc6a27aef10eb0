"""The vault: originals, written once, named by their SHA-256 (vault/ab/cdef...); in an encrypted case sealed, under
names that only its key can make.

Evidence first: temporary file -> fsync -> rename -> fsync of the folder; when `put` returns, the original survives a
power cut. Names of files are never paths in here. Every read is checked against the name.
"""

import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from sijill.errors import SijillError
from sijill.model.document import Digest
from sijill.store.locked.files import NotSealed
from sijill.store.locked.originals import Lock, in_memory

CHUNK = 1 << 20
DIGEST = re.compile(r"[0-9a-f]{64}")
UNFINISHED = "unfinished"
SYNC_THREADS = 8
Original = BinaryIO | bytes | Path


class NotADigest(SijillError):
    """A name that no original can have."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(f"{seen[:80]!r} names no original: wanted the 64 lower-case hex digits of a SHA-256")
        self.seen = seen


class OriginalMissing(SijillError):
    """The vault does not hold what the record says it holds."""

    def __init__(self, *, digest: Digest) -> None:
        super().__init__(f"the original {digest} is not in the vault: restore it from a backup")
        self.digest = digest


class OriginalDamaged(SijillError):
    """The bytes of an original are no longer those that were captured."""

    def __init__(self, *, digest: Digest, seen: Digest) -> None:
        super().__init__(
            f"the original {digest} now has the digest {seen}: it was changed or damaged; restore it from a backup"
        )
        self.digest, self.seen = digest, seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Swept:
    """What a start-up sweep found. `orphans`: originals that no row cites, kept and waiting to be captured."""

    removed: int
    orphans: tuple[Digest, ...]


class Vault:
    """A folder of originals. The first original that is put there creates it."""

    def __init__(self, path: Path, lock: Lock | None = None) -> None:
        self._path, self._lock = path, lock

    def put(self, original: Original) -> Digest:
        """Keep one original for good. The same bytes again change nothing."""
        return self.put_many([original])[0]

    def put_many(self, originals: Iterable[Original]) -> list[Digest]:
        """Keep several, in the order given, with one shared round of fsync. Durable when it returns."""
        with self._workplace() as place:
            put = [self._prepared(original, place / str(number)) for number, original in enumerate(originals)]
            fresh = [(digest, temporary) for digest, temporary in put if temporary is not None]
            _sync([temporary for _, temporary in fresh])
            for folder in {self.path(digest).parent for digest, _ in fresh}:
                folder.mkdir(exist_ok=True)
            for digest, temporary in fresh:
                temporary.replace(self.path(digest))
            _sync([*sorted({self.path(digest).parent for digest, _ in put}), self._path])
        return [digest for digest, _ in put]

    def open(self, digest: Digest) -> BinaryIO:
        """The original from its first byte, after its digest was verified. Raises OriginalMissing, OriginalDamaged."""
        path = self.path(digest)
        if not path.is_file():
            raise OriginalMissing(digest=digest)
        try:
            stream = path.open("rb") if self._lock is None else self._lock.open(path)
            seen = _digest(stream)
        except NotSealed as fault:
            raise OriginalDamaged(digest=digest, seen=Digest("none: it does not open")) from fault
        if seen != digest:
            stream.close()
            raise OriginalDamaged(digest=digest, seen=seen)
        stream.seek(0)
        return stream

    def read(self, digest: Digest) -> bytes:
        """The verified bytes of the original."""
        with self.open(digest) as stream:
            return stream.read()

    @contextmanager
    def lent(self, digest: Digest) -> Iterator[Path]:
        """A path to read the original from, by a child process too, while the context lasts. Never written to."""
        if self._lock is None:
            yield self.path(digest)
            return
        with self.open(digest) as content, in_memory(content) as path:
            yield path

    def mend(self, digest: Digest, source: "Vault") -> None:
        """Take the place of a damaged or missing original with the sound one of another vault."""
        with source.open(digest) as sound, self._workplace() as place:
            temporary = place / "mended"
            if _written(sound, temporary, self._lock) != digest:
                raise OriginalDamaged(digest=digest, seen=Digest("another"))
            _sync([temporary])
            path = self.path(digest)
            path.parent.mkdir(exist_ok=True)
            temporary.replace(path)
            _sync([path.parent, self._path])

    def remove(self, digest: Digest) -> None:
        """Let go of an original that the record was told to forget; nothing happens if it is absent."""
        path = self.path(digest)
        if path.is_file():
            path.unlink()
            _sync([path.parent])

    def holds(self, digest: Digest) -> bool:
        """Is there an original of that name?"""
        return self.path(digest).is_file()

    def path(self, digest: Digest) -> Path:
        """Where the original lies, whether or not it exists."""
        if not DIGEST.fullmatch(digest):
            raise NotADigest(seen=digest)
        name = digest if self._lock is None else self._lock.name(digest)
        return self._path / name[:2] / name[2:]

    def digests(self, known: Collection[str] = ()) -> Iterator[Digest]:
        """All originals, in the order of their names.

        known   digests that need not be read from the originals, in an encrypted case
        """
        named = {} if self._lock is None else {self._lock.name(each): Digest(each) for each in known}
        for folder in sorted(self._path.glob("??")):
            for each in sorted(folder.iterdir()) if folder.is_dir() else ():
                name = folder.name + each.name
                if self._lock is None:
                    yield Digest(name)
                elif name in named:
                    yield named[name]
                else:
                    with self._lock.open(each) as stream:
                        yield _digest(stream)

    def sweep(self, cited: Collection[str]) -> Swept:
        """After a crash: remove what was never finished, and name the originals that no row cites.

        cited   digests that the ledger knows
        """
        removed = sum(self._removed(place) for place in sorted((self._path / UNFINISHED).glob("*")))
        return Swept(removed=removed, orphans=tuple(each for each in self.digests(cited) if each not in cited))

    def _prepared(self, original: Original, temporary: Path) -> tuple[Digest, Path | None]:
        """The digest, and the unfinished file unless the vault already holds the original."""
        if isinstance(original, Path) and original.stat().st_size <= CHUNK:
            original = original.read_bytes()  # once: for small files, opening takes longer than reading
        if isinstance(original, bytes | Path):  # can be read twice: nothing is written for what is already here
            with _opened(original) as stream:
                digest = _digest(stream)
            if self._holds_intact(digest):
                return digest, None
        digest = _written(original, temporary, self._lock)
        return digest, None if self._holds_intact(digest) else temporary

    def _holds_intact(self, digest: Digest) -> bool:
        if not self.holds(digest):
            return False
        self.open(digest).close()
        return True

    @contextmanager
    def _workplace(self) -> Iterator[Path]:
        """A folder for unfinished files, locked while its owner lives, so that a sweep knows it from a dead one's."""
        if not (self._path / UNFINISHED).is_dir():
            (self._path / UNFINISHED).mkdir(parents=True, exist_ok=True)
            _sync([self._path, self._path.parent])
        place = Path(tempfile.mkdtemp(dir=self._path / UNFINISHED))
        handle = os.open(place, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)
            os.close(handle)

    def _removed(self, place: Path) -> int:
        try:
            handle = os.open(place, os.O_RDONLY)
        except FileNotFoundError:
            return 0
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            count = len(list(place.iterdir()))
            shutil.rmtree(place)
        except (BlockingIOError, FileNotFoundError):
            return 0
        finally:
            os.close(handle)
        return count


def _written(original: Original, temporary: Path, lock: Lock | None) -> Digest:
    with _opened(original) as source, temporary.open("xb") as target:
        digest = lock.write(source, target) if lock is not None else _copied(source, target)
    temporary.chmod(0o444)
    return Digest(digest)


def _copied(source: BinaryIO, target: BinaryIO) -> str:
    hashed = sha256()
    while chunk := source.read(CHUNK):
        hashed.update(chunk)
        target.write(chunk)
    return hashed.hexdigest()


@contextmanager
def _opened(original: Original) -> Iterator[BinaryIO]:
    if isinstance(original, Path):
        with original.open("rb") as stream:
            yield stream
    else:
        yield BytesIO(original) if isinstance(original, bytes) else original


def _digest(stream: BinaryIO) -> Digest:
    hashed = sha256()
    while chunk := stream.read(CHUNK):
        hashed.update(chunk)
    return Digest(hashed.hexdigest())


def _sync(paths: Sequence[Path]) -> None:
    """One round: side by side, so that the file system can write them in one go."""
    if len(paths) <= 2:
        for path in paths:
            _fsync(path)
        return
    with ThreadPoolExecutor(SYNC_THREADS) as pool:
        list(pool.map(_fsync, paths))


def _fsync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
        if hasattr(fcntl, "F_FULLFSYNC"):  # macOS: fsync alone leaves the data in the drive's cache
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    finally:
        os.close(handle)
