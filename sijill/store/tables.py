"""Derived tables as Parquet, each under the key of what it was computed from.

The same rows give the same bytes, on any machine with the same pyarrow: fixed compression, no times, one row group
layout. In an encrypted case each file is sealed as a whole. Every file may be deleted; one that is damaged, or whose
key differs, counts as absent.
"""

import os
import re
import tempfile
from hashlib import sha256
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from sijill.errors import SijillError
from sijill.store.locked.files import NotSealed, content_of, sealed
from sijill.store.locked.keys import Randomness

KEY = b"sijill.key"
SEAL = b"sijill.seal"
SEAL_MARK = b"sha256="
OPEN_SEAL = SEAL_MARK + b"0" * 64
NAME = re.compile(r"[a-z0-9_-]+(/[a-z0-9_-]+)*")
SUFFIX = ".parquet"
ROWS_IN_A_GROUP = 65_536


class NotATableName(SijillError):
    """A name that could lead out of the folder of derived tables."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(
            f"{seen[:80]!r} is no name of a table: wanted lower-case letters, digits, - and _, parts joined by /"
        )
        self.seen = seen


class Tables:
    """The folder derived/. Names may be nested: "extract/00003".

    lock   the key under which every table is sealed, in an encrypted case
    """

    def __init__(self, derived: Path, *, lock: bytes | None = None, random: Randomness = os.urandom) -> None:
        self._derived, self._lock, self._random = derived, lock, random

    def get(self, name: str, key: str) -> pa.Table | None:
        """The table, or None if it is absent, damaged or was computed from something else.

        Read by this thread alone: `pq.read_table` goes through a dataset, whose pool of threads is not joined before
        the process ends and can end a command with an abort.
        """
        try:
            written = self._read(self._path(name))
        except (FileNotFoundError, NotSealed):
            return None
        if not _sound(written):
            return None
        with pq.ParquetFile(pa.BufferReader(written), pre_buffer=False) as stored:
            table = stored.read(use_threads=False)
        marks = dict(table.schema.metadata)
        if marks.pop(KEY, b"").decode() != key:
            return None
        marks.pop(SEAL)
        return table.replace_schema_metadata(marks or None)

    def put(self, name: str, key: str, table: pa.Table) -> None:
        """Write the table in one stroke: a reader sees the whole old one or the whole new one."""
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as stream:
                written = _sealed(table, key)
                stream.write(written if self._lock is None else sealed(written, self._lock, self._random))
            Path(temporary).chmod(0o644)
            Path(temporary).replace(path)
        finally:
            Path(temporary).unlink(missing_ok=True)

    def remove(self, name: str) -> None:
        """Forget one table; nothing happens if it is absent."""
        self._path(name).unlink(missing_ok=True)

    def key(self, name: str) -> str | None:
        """What the table was computed from, or None if there is no readable one."""
        if self._lock is None:
            return _key(self._path(name))
        try:
            return _key(pa.BufferReader(self._read(self._path(name))))
        except (OSError, NotSealed):
            return None

    def keys(self, name: str) -> dict[str, str]:
        """The keys of the table `name` and of every readable table nested under it, by name."""
        found = {each: self.key(each) for each in self.names() if each == name or each.startswith(name + "/")}
        return {each: key for each, key in found.items() if key is not None}

    def names(self) -> list[str]:
        """Every table there is, in order."""
        paths = self._derived.rglob("*" + SUFFIX)
        return sorted(path.relative_to(self._derived).as_posix().removesuffix(SUFFIX) for path in paths)

    def _read(self, path: Path) -> bytes:
        written = path.read_bytes()
        return written if self._lock is None else content_of(written, self._lock, name=path.name)

    def _path(self, name: str) -> Path:
        if not NAME.fullmatch(name):
            raise NotATableName(seen=name)
        return self._derived / (name + SUFFIX)


def _key(file: Path | pa.BufferReader) -> str | None:
    try:
        metadata = pq.read_schema(file).metadata or {}
    except (pa.ArrowException, OSError):
        return None
    return metadata[KEY].decode("utf-8", "replace") if KEY in metadata else None


def _sealed(table: pa.Table, key: str) -> bytes:
    """The Parquet file with its own SHA-256 in the footer, taken while the digits are zeros.

    Parquet itself only guards pages: a damaged footer can give an empty table without a word.
    """
    marked = table.replace_schema_metadata({**(table.schema.metadata or {}), KEY: key.encode(), SEAL: OPEN_SEAL})
    stream = pa.BufferOutputStream()
    pq.write_table(
        marked.combine_chunks(),
        stream,
        row_group_size=ROWS_IN_A_GROUP,
        compression="zstd",
        compression_level=3,
        version="2.6",
    )
    written = stream.getvalue().to_pybytes()
    seal = SEAL_MARK + sha256(written).hexdigest().encode()
    head, _, tail = written.rpartition(OPEN_SEAL)
    return bytes(head + seal + tail)


def _sound(written: bytes) -> bool:
    at = written.rfind(SEAL_MARK)
    end = at + len(OPEN_SEAL)
    opened = sha256(written[:at] + OPEN_SEAL + written[end:]).hexdigest()
    return at >= 0 and written[at:end] == SEAL_MARK + opened.encode()
