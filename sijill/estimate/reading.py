"""An overlap table as a file: one column a list, 0 or 1, and `count`. Every fault is one sentence with its line."""

import csv
from pathlib import Path

from sijill.errors import SijillError
from sijill.estimate.overlap import documented, overlap_of
from sijill.model.estimate import Overlap

COUNT = "count"
LARGEST = 10**9


class NotAnOverlapTable(SijillError):
    """A file that is no table of overlaps: which line says what, and what stands there in one that is."""

    def __init__(self, *, path: Path, line: int, seen: str, wanted: str) -> None:
        super().__init__(f"{path.name}, line {line}: {seen}; {wanted}")


def read_overlap(path: Path, *, total: int | None = None) -> Overlap:
    """total: persons that the counts must add up to. Raises NotAnOverlapTable, NotAnOverlap, OSError."""
    try:
        rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    except UnicodeDecodeError as fault:
        raise NotAnOverlapTable(path=path, line=1, seen="not UTF-8 text", wanted="a CSV table") from fault
    except csv.Error as fault:
        raise NotAnOverlapTable(path=path, line=1, seen=f"not CSV ({fault})", wanted="a CSV table") from fault
    header = [cell.strip() for cell in rows[0]] if rows else []
    lists = _lists(path, header)
    at = header.index(COUNT)
    counts: dict[str, int] = {}
    for line, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(header):
            raise NotAnOverlapTable(
                path=path, line=line, seen=f"{len(row)} cells", wanted=f"{len(header)}, as in the header"
            )
        pattern = "".join(_mark(path, line, header[i], cell) for i, cell in enumerate(row) if i != at)
        if pattern in counts:
            raise NotAnOverlapTable(path=path, line=line, seen=f"pattern {pattern} a second time", wanted="each once")
        counts[pattern] = _count(path, line, row[at])
    overlap = overlap_of(counts, lists)
    return _checked(path, overlap, total)


def _lists(path: Path, header: list[str]) -> list[str]:
    if header.count(COUNT) != 1:
        raise NotAnOverlapTable(
            path=path, line=1, seen="columns " + (", ".join(header) or "none"), wanted=f"one of them must be `{COUNT}`"
        )
    if "" in header:
        raise NotAnOverlapTable(path=path, line=1, seen="a column without a name", wanted="the name of a list")
    return [name for name in header if name != COUNT]


def _mark(path: Path, line: int, column: str, cell: str) -> str:
    mark = cell.strip()
    if mark not in ("0", "1"):
        raise NotAnOverlapTable(
            path=path,
            line=line,
            seen=f"{column} is {mark[:20]!r}",
            wanted=f"a list is 0 or 1, and the only other column is `{COUNT}`",
        )
    return mark


def _count(path: Path, line: int, cell: str) -> int:
    said = cell.strip()
    if not said.isascii() or not said.isdigit() or int(said) > LARGEST:
        raise NotAnOverlapTable(
            path=path, line=line, seen=f"count is {said[:20]!r}", wanted="a whole number of persons, 0 or more"
        )
    return int(said)


def _checked(path: Path, overlap: Overlap, total: int | None) -> Overlap:
    n = documented(overlap)
    if n == 0:
        raise NotAnOverlapTable(path=path, line=1, seen="nobody is on any list", wanted="at least one person")
    if total is not None and n != total:
        raise NotAnOverlapTable(
            path=path, line=1, seen=f"the counts add up to {n:,}", wanted=f"{total:,} were announced"
        )
    return overlap
