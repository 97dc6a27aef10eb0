"""What a disk may hold after a power cut, from a trace of what a process asked of it.

Between two syncs of a file its writes reach the disk in any order, whole, in part (sectors of 512 bytes) or not at all;
names (created, renamed, removed) are on the disk once their folder is synced, and before that or not. What was synced
stays. This is the model of crash vulnerabilities in Pillai et al., "All File Systems Are Not Created Equal" (OSDI
2014), without ordering between files: harsher than ext4, XFS or APFS.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
Write = tuple[int, bytes | None]  # (offset, bytes), or (size, None) for a file cut to a size


@dataclass(eq=False, slots=True)
class File:
    """durable: what was synced; pending: what was asked for since."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[Write] = field(default_factory=list)

    def synced(self, count: int) -> None:
        """The first so many pending writes are on the disk now."""
        for each in self.pending[:count]:
            _apply(self.durable, each)
        del self.pending[:count]

    def after_cut(self, chance: random.Random) -> bytes:
        """What a cut may leave."""
        content = bytearray(self.durable)
        for offset, data in self.pending:
            fate = chance.random()
            if fate < 0.4:
                _apply(content, (offset, data))
            elif fate < 0.6 and data is not None:
                for start in range(0, len(data), SECTOR):
                    if chance.random() < 0.5:
                        _apply(content, (offset + start, data[start : start + SECTOR]))
        return bytes(content)


@dataclass(slots=True)
class Disk:
    """Files by path, as the process sees them and as the disk has them; names that are not synced yet, by folder."""

    seen: dict[str, File | None] = field(default_factory=dict)
    durable: dict[str, File | None] = field(default_factory=dict)
    names: list[tuple[str, File | None, bool]] = field(default_factory=list)

    @classmethod
    def of(cls, root: Path) -> "Disk":
        """All of a folder, synced. A folder stands as a path without a file."""
        disk = cls()
        for path in [root, *sorted(root.rglob("*"))]:
            disk.seen[str(path)] = None if path.is_dir() else File(bytearray(path.read_bytes()))
        disk.durable = dict(disk.seen)
        return disk

    def link(self, path: str, file: File | None) -> None:
        """A name for a file or folder."""
        self.seen[path] = file
        self.names.append((path, file, True))

    def unlink(self, path: str) -> None:
        """A name less."""
        if path in self.seen:
            self.names.append((path, self.seen.pop(path), False))

    def rename(self, path: str, to: str) -> None:
        """Another name for the same."""
        if path in self.seen:
            file = self.seen[path]
            self.unlink(path)
            self.link(to, file)

    def sync_folder(self, folder: str, upto: int) -> None:
        """The names in it are on the disk, as far as they were asked for before."""
        kept = []
        for place, change in enumerate(self.names):
            if place < upto and change[0].rpartition("/")[0] == folder:
                _name(self.durable, change)
            else:
                kept.append(change)
        self.names = kept

    def after_cut(self, chance: random.Random) -> dict[str, bytes | None]:
        """Paths and contents that a cut may leave. What lies in a folder without a name cannot be found."""
        names = dict(self.durable)
        for change in self.names:
            if chance.random() < 0.5:
                _name(names, change)
        folders = {path for path, file in names.items() if file is None}
        return {
            path: file.after_cut(chance) if file is not None else None
            for path, file in sorted(names.items())
            if _reachable(path, folders, names)
        }


def _reachable(path: str, folders: set[str], names: Mapping[str, File | None]) -> bool:
    root = min(names, key=len)
    parent = path.rpartition("/")[0]
    return path == root or (parent in folders and _reachable(parent, folders, names))


def _name(names: dict[str, File | None], change: tuple[str, File | None, bool]) -> None:
    path, file, there = change
    if there:
        names[path] = file
    else:
        names.pop(path, None)


def _apply(content: bytearray, write: Write) -> None:
    offset, data = write
    if data is None:
        del content[offset:]
        content.extend(bytes(max(0, offset - len(content))))
        return
    if offset > len(content):
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data
