"""How fast reports are captured, every guarantee on: `python -m bench.capture [DOCUMENTS]`.

The reports are invented, about 2.4 kB each: once as small files, once as one table of JSON lines; then both again, when
nothing is new. What is measured is what `sijill add` does, without the start of Python. Needs no data.
"""

import json
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.measure.row import Row
from sijill.capture.found import Told
from sijill.capture.tables.table_map import TableMap
from sijill.chain.intake import take_in
from sijill.store.ledger import Ledger
from sijill.store.vault import Vault

DOCUMENTS = 10_000
CAPTURED = "2031-05-04T12:00:00Z"
MAP = TableMap.parse("text=body,title=headline,published=day")
BODY = " ".join(["Residents of the town said that shells fell on the market before noon."] * 33)


def run(data: Path) -> list[Row]:
    """Documents and megabytes a second. `data` is not looked at."""
    return measure(DOCUMENTS)


def measure(count: int) -> list[Row]:
    """The rows for so many documents, on a disk of this machine."""
    with tempfile.TemporaryDirectory() as folder:
        files, table = _invent(Path(folder), count)
        with Ledger.create(Path(folder) / "ledger.db") as ledger:
            vault = Vault(Path(folder) / "vault")
            small = [_timed(lambda: add(ledger, vault, files)) for _ in range(2)]
            rows = [_timed(lambda: add(ledger, vault, table)) for _ in range(2)]
    size = count * (len(BODY) + 40) / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    taken = {"files": small[0], "files, again": small[1], "table": rows[0], "table, again": rows[1]}
    speeds = [
        Row(
            set="invented",
            measure=f"capture, {count} {name}",
            value=f"{count / spent:.0f} docs/s",
            note=f"{size / spent:.1f} MB/s",
        )
        for name, spent in taken.items()
    ]
    return [*speeds, Row(set="invented", measure="capture, peak of memory", value=f"{peak:.0f} MB", bar="500 MB")]


def add(ledger: Ledger, vault: Vault, path: Path) -> int:
    """Capture a folder of small files, or a table: documents that are new."""
    told = Told(captured=CAPTURED, mapping=MAP)
    taken = take_in([path], ledger, vault, told, by="sys:bench", progress=lambda name: None)
    return sum(outcome.accepted for outcome in taken)


def _invent(folder: Path, count: int) -> tuple[Path, Path]:
    files, table = folder / "files", folder / "table.jsonl"
    files.mkdir()
    with table.open("w") as lines:
        for number in range(count):
            (files / f"{number:06}.txt").write_text(f"Report {number} of the town. {BODY}")
            row = {"headline": f"Row {number} of the town.", "body": BODY, "day": "2031-02-14"}
            lines.write(json.dumps(row) + "\n")
    return files, table


def _timed(work: Callable[[], int]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
