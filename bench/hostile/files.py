"""Capture of every file of a folder of hostile ones, and of bombs; and the rows of its tables counted."""

import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path

from bench.hostile.bombs import bombs
from bench.hostile.watch import Seen, watching
from bench.measure.row import Row
from sijill.capture.child.process import Task
from sijill.capture.child.readers import Readers, Refusal
from sijill.capture.found import Found, Told
from sijill.capture.read import read
from sijill.capture.survey import survey
from sijill.capture.tables.dialects import SAMPLE, dialect_of
from sijill.capture.tables.lines import lines
from sijill.capture.tables.records import records
from sijill.capture.tables.sheets import sheet_rows
from sijill.capture.tables.table_map import TableMap, TableWithoutMap
from sijill.errors import SijillError
from sijill.model.document import Digest, Quarantined

CAPTURED = "2031-05-04T12:00:00Z"
LIMIT = 90.0
SET = "badinput"


@dataclass(slots=True)
class Ended:
    """How files ended. states: of their documents, parts, and rows; silent: files of which nothing was said."""

    files: int = 0
    states: Counter[str] = field(default_factory=Counter)
    silent: list[str] = field(default_factory=list)
    slowest: float = 0.0
    replaced: int = 0
    asked: Counter[str] = field(default_factory=Counter)


def captured(folder: Path) -> list[Row]:
    """Every file the manifest names, and the bombs, with a watch on the network and on a folder of canaries."""
    listed = [folder / each["path"] for each in json.loads((folder / "MANIFEST.json").read_text())["files"]]
    with tempfile.TemporaryDirectory(prefix="hostile-") as made:
        canaries = Path(made, "canaries")
        canaries.mkdir()
        (canaries / "escaped.txt").write_text("as it was")
        (Path(made) / "bombs").mkdir()
        with watching(canaries) as seen:
            ended = _ended(listed)
            bombed = _ended(_written(Path(made, "bombs")))
    return [
        *_rows("files", ended, of=len(listed)),
        *_rows("bombs", bombed, of=bombed.files),
        _outside(seen),
    ]


def tables(folder: Path) -> list[Row]:
    """Rows of every CSV file and spreadsheet: those accepted and quarantined against those that a count finds."""
    told = []
    for kind, suffixes in (("csv", ("*.csv",)), ("spreadsheet", ("*.xls*", "*.ods"))):
        paths = sorted(path for suffix in suffixes for path in (folder / kind).rglob(suffix))
        counted = {path: _balance(path) for path in paths}
        wrong = [path.name for path, (there, got) in counted.items() if there != got]
        tabular = sum(there > 0 for there, _ in counted.values())
        rows = sum(there for there, _ in counted.values())
        note = f"{tabular} hold a table, {rows:,} rows" + (f"; not: {', '.join(wrong[:5])}" if wrong else "")
        measure = f"{kind}: rows = accepted + quarantined"
        told.append(
            Row(
                set=SET, measure=measure, value=f"{len(paths) - len(wrong)} of {len(paths)} files", bar="all", note=note
            )
        )
    return told


def _balance(path: Path) -> tuple[int, int]:
    """Rows that a plain count finds under the header; rows that reading accounts for. A file without a table: 0, 0."""
    try:
        list(read(path, captured=CAPTURED))
        return 0, 0
    except TableWithoutMap as proposal:
        column = next((each for each in proposal.columns if each and proposal.columns.count(each) == 1), None)
    except SijillError:
        return 0, 0
    if column is None:
        return 0, 0
    read_ = read(path, captured=CAPTURED, mapping=TableMap(text=column))
    found = [each for each in read_ if isinstance(each, Quarantined) or each.text is not None]
    if path.suffix == ".csv":
        counts = {_csv_rows(path, delimiter) for delimiter in ",;\t|"}
        return (len(found), len(found)) if len(found) in counts else (max(counts), len(found))
    return _sheet_balance(path, found)


def _csv_rows(path: Path, delimiter: str) -> int:
    seen = survey(path, encoding=None)
    dialect = dialect_of(lambda each: list(islice(records(lines(path, seen), each), SAMPLE)), delimiter)
    return sum(1 for _ in records(lines(path, seen), dialect)) - 1


def _sheet_balance(path: Path, found: list[Found | Quarantined]) -> tuple[int, int]:
    """The rows of all sheets. A sheet that was read has a header; one with other columns is quarantined as a whole."""
    sheets = [count for _, count in sheet_rows(path) if count]
    places = Counter((each.document if isinstance(each, Found) else each).locator.split("/")[0] for each in found)
    whole = {each.locator for each in found if isinstance(each, Quarantined) and each.reason == "other_columns"}
    numbers = {f"sheet:{at}": count for at, (_, count) in enumerate(sheet_rows(path), start=1) if count}
    got = sum(numbers[place] if place in whole else count + 1 for place, count in places.items())
    headers_only = sum(count for place, count in numbers.items() if place not in places and count == 1)
    return sum(sheets), got + headers_only


def _ended(paths: Iterable[Path]) -> Ended:
    told, ended, begun = Told(captured=CAPTURED, mapping=TableMap(text="text")), Ended(), time.monotonic()
    with Readers(2) as readers:
        said = 0
        for task, result in readers.read(map(partial(_task, told), paths)):
            if result is not None:
                said += 1
                _count(ended, result)
                continue
            ended.files += 1
            ended.silent += [] if said else [task.name]
            ended.slowest, begun, said = max(ended.slowest, time.monotonic() - begun), time.monotonic(), 0
        ended.replaced = readers.replaced
    return ended


def _count(ended: Ended, result: Found | Quarantined | Refusal) -> None:
    if isinstance(result, Found):
        ended.states[result.document.state.value] += 1
        ended.asked.update(each.question.code for each in result.doubts)
    else:
        ended.states["refused in a sentence" if isinstance(result, Refusal) else "quarantined"] += 1


def _task(told: Told, path: Path) -> Task:
    content = path.read_bytes()
    digest = sha256(content).hexdigest()

    def lent() -> AbstractContextManager[Path]:
        return nullcontext(path)

    return Task(lent=lent, size=len(content), name=path.name, digest=Digest(digest), told=told)


def _written(folder: Path) -> Iterator[Path]:
    for name, content in bombs():
        (folder / name).write_bytes(content)
        yield folder / name


def _rows(what: str, ended: Ended, *, of: int) -> list[Row]:
    states = ", ".join(f"{count:,} {name}" for name, count in ended.states.most_common())
    named = ended.files - len(ended.silent)
    return [
        Row(
            set=SET, measure=f"{what}: end in a named state", value=f"{named} of {of}", bar=f"{of} of {of}", note=states
        ),
        Row(
            set=SET,
            measure=f"{what}: longest wait for one",
            value=f"{ended.slowest:.1f} s",
            bar=f"{LIMIT:.0f} s",
            note=f"{ended.replaced} reading processes ended and were replaced",
        ),
    ]


def _outside(seen: Seen) -> Row:
    packets = sum(seen.packets.values())
    where = "counted in a network of its own" if seen.apart else "of the whole machine: no network of its own to be had"
    value = f"{packets} and {len(seen.files)}"
    return Row(set=SET, measure="packets sent, files outside touched", value=value, bar="0 and 0", note=where)
