"""The mark of a run that came to its end: what it was made from, what it found, and which files it left."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sijill.model.exchange import NotThisRecord, from_json, to_json

MARK = "run.json"
DRAWN = "drawn"
"""The folder of derived/ that no run writes: pages of originals, drawn when somebody looks at them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """key: of all inputs. counts: what there is. redone: what was done again. files: sizes by path [bytes]."""

    key: str
    counts: Mapping[str, int]
    redone: Mapping[str, int]
    refused: int
    files: Mapping[str, int]


def mark_finished(derived: Path, pages: Path, done: Finished) -> None:
    """Write the mark, last of all. What was done again is not part of it: it depends on what rested before."""
    marked = Finished(
        key=done.key,
        counts=done.counts,
        redone=dict.fromkeys(done.redone, 0),
        refused=done.refused,
        files=_files(derived, pages),
    )
    waiting = derived / (MARK + ".part")
    waiting.write_text(to_json(marked) + "\n", encoding="utf-8")
    waiting.replace(derived / MARK)


def read_finished(derived: Path, pages: Path) -> Finished | None:
    """The mark of the last run, unless a file it left is gone or has another size."""
    path = derived / MARK
    if not path.is_file():
        return None
    try:
        mark = from_json(Finished, path.read_text(encoding="utf-8", errors="replace"))
    except NotThisRecord:
        return None
    return mark if mark.files == _files(derived, pages) else None


def _files(derived: Path, pages: Path) -> dict[str, int]:
    found: dict[str, int] = {}
    for root in (derived, pages):
        for folder, folders, names in os.walk(root):
            if Path(folder) == derived and DRAWN in folders:
                folders.remove(DRAWN)
            for name in names:
                path = Path(folder) / name
                if path != derived / MARK:
                    found[f"{root.name}/{path.relative_to(root).as_posix()}"] = path.stat().st_size
    return dict(sorted(found.items()))
