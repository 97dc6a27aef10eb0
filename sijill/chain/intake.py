"""Taking files into a case: the original into the vault, then what was read from it into the ledger.

A file that cannot be used stops nothing: its outcome says why, its original is kept, and the rest goes on.
"""

import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from sijill.capture.archives.loose import custody_of_loose, records_in
from sijill.capture.child.process import Task
from sijill.capture.child.readers import Readers, Refusal, Result
from sijill.capture.found import SEEN, Found, Told
from sijill.capture.read import NOT_TAKEN
from sijill.capture.walk import LeftOut, Spotted, on_one_line, printable, walk
from sijill.capture.web.originals import Unfetched
from sijill.case import is_case
from sijill.errors import SijillError
from sijill.model.document import Digest, DocumentId, Provenance, Quarantined, State
from sijill.store.ledger import Ledger
from sijill.store.vault import Vault

FILES = 200
"""Originals that are put into the vault in one round."""
FROM_ADDRESSES = 64_000_000
"""Bytes that addresses gave, after which a round ends."""
ROWS, LETTERS = 500, 8_000_000
"""Documents, or code points of their texts, that are recorded in one transaction, whatever files they are from."""
MEANS = "sijill add"


@dataclass(slots=True)
class Outcome:
    """What became of one file [documents, or rows of a table].

    quarantined   rows that could not be accepted, by reason      states   documents without a text, by state
    completed     known ones of which a title, source or date is told now, by what is told
    differing     known ones offered unlike they are recorded, by what differs: the record stands
    refused       why nothing of it was captured, in one sentence
    left_out      why it was not even opened: link | special | unreadable | closed (a case)
    kept          its original is in the vault
    """

    name: str
    accepted: int = 0
    known: int = 0
    quarantined: Counter[str] = field(default_factory=Counter)
    states: Counter[State] = field(default_factory=Counter)
    doubts: Counter[str] = field(default_factory=Counter)
    completed: Counter[str] = field(default_factory=Counter)
    differing: Counter[str] = field(default_factory=Counter)
    refused: str | None = None
    left_out: str | None = None
    kept: bool = False

    @property
    def unread(self) -> bool:
        """Is it a file of which nothing could be read? Links and cases are no files of the folder."""
        missed = bool(self.refused or self.states or self.left_out in ("special", "unreadable"))
        return missed and not self.usable

    @property
    def usable(self) -> bool:
        """Did a document with a text come of it, now or before?"""
        return self.accepted + self.known > 0


def take_in(
    roots: Iterable[Path | Spotted | Unfetched],
    ledger: Ledger,
    vault: Vault,
    told: Told,
    *,
    by: str,
    progress: Callable[[str], None],
    jobs: int | None = None,
    pictures: bool = True,
) -> Iterator[Outcome]:
    """One outcome a file or address, in the order of the paths and of the names in them, once they are recorded.

    by     the account that adds      progress   called with the name of each file, on one line
    jobs   processes that read         pictures   have words in pictures read, where an engine is installed
    """
    pool, line = _Pool(ledger, by=by), deque[_Waiting]()
    try:
        with Readers(jobs or os.cpu_count() or 1, pictures=pictures) as readers:
            for task, result in readers.read(_tasks(_spotted(roots, told), vault, told, line)):
                waiting = next(each for each in line if each.task is task)
                if result is not None:
                    pool.add(_row(result, task, waiting.custody), waiting.outcome)
                    continue
                progress(on_one_line(task.name))
                waiting.task = None
                if pool.empty:
                    yield from _complete(line)
    finally:
        pool.record()
    yield from _complete(line)


@dataclass(slots=True, eq=False)
class _Waiting:
    """An outcome that waits for its turn; `task`: what is still being read for it, `custody`: what others did to it."""

    outcome: Outcome
    task: Task | None = None
    custody: tuple[Provenance, ...] = ()


def _tasks(found: Iterator[Spotted | Outcome], vault: Vault, told: Told, line: deque[_Waiting]) -> Iterator[Task]:
    """What is to be read, once its originals are in the vault; every outcome stands in line in its order."""
    for group, digests in _put(_groups(found), vault):
        put = iter(digests)
        for each in group:
            if isinstance(each, Outcome):
                line.append(_Waiting(each))
                continue
            digest = next(put)
            task = Task(
                lent=partial(vault.lent, digest),
                size=each.path.stat().st_size if each.content is None else len(each.content),
                name=printable(each.name),
                digest=digest,
                told=told,
                media_type=each.media_type,
            )
            line.append(_Waiting(Outcome(name=each.name, kept=True), task, each.custody))
            yield task


def _put(
    groups: Iterator[list[Spotted | Outcome]], vault: Vault
) -> Iterator[tuple[list[Spotted | Outcome], list[Digest]]]:
    """Each group with the digests of its files, once they are in the vault: the next one is put there meanwhile."""
    waiting = deque[tuple[list[Spotted | Outcome], Future[list[Digest]]]]()
    with ThreadPoolExecutor(1) as beside:
        for group in groups:
            files = [each for each in group if isinstance(each, Spotted)]
            originals = [each.path if each.content is None else each.content for each in files]
            waiting.append((group, beside.submit(vault.put_many, originals)))
            if len(waiting) > 1:
                first, put = waiting.popleft()
                yield first, put.result()
        for group, put in waiting:
            yield group, put.result()


def _groups(found: Iterator[Spotted | Outcome]) -> Iterator[list[Spotted | Outcome]]:
    """As many as one round of fsync takes, and no more bytes from addresses than memory should hold."""
    group, size = list[Spotted | Outcome](), 0
    for each in found:
        group.append(each)
        size += len(each.content or b"") if isinstance(each, Spotted) else 0
        if len(group) >= FILES or size > FROM_ADDRESSES:
            yield group
            group, size = [], 0
    if group:
        yield group


def _complete(line: deque[_Waiting]) -> Iterator[Outcome]:
    while line and line[0].task is None:
        yield line.popleft().outcome


def _row(result: Result, task: Task, custody: tuple[Provenance, ...]) -> Found | Quarantined:
    """What is recorded of it, with what others did to it before. A refusal is kept and named, never lost."""
    if isinstance(result, Found) and custody:
        said = replace(result.particulars, provenance=(*custody, *result.particulars.provenance))
        return replace(result, particulars=said)
    if not isinstance(result, Refusal):
        return result
    seen = printable(result)[:SEEN]
    return Quarantined(digest=task.digest, name=task.name, locator="", reason=NOT_TAKEN, seen=seen)


def _spotted(roots: Iterable[Path | Spotted | Unfetched], told: Told) -> Iterator[Spotted | Outcome]:
    for root in roots:
        if not isinstance(root, Path):
            yield root if isinstance(root, Spotted) else Outcome(name=root.name, refused=root.why)
            continue
        try:
            records = records_in(_files(root), told) if root.is_dir() else []
            for each in walk(root, closed=is_case):
                if isinstance(each, LeftOut):
                    yield Outcome(name=each.name, left_out=each.reason)
                elif not os.access(each.path, os.R_OK):
                    yield Outcome(name=each.name, left_out="unreadable")
                else:
                    yield replace(each, custody=custody_of_loose(each.path, records)) if records else each
        except SijillError as refusal:
            yield Outcome(name=str(root), refused=str(refusal))


def _files(root: Path) -> Iterator[Spotted]:
    return (each for each in walk(root, closed=is_case) if isinstance(each, Spotted) and os.access(each.path, os.R_OK))


class _Pool:
    """What was read and is not recorded yet, each with the outcome of its file."""

    def __init__(self, ledger: Ledger, *, by: str) -> None:
        self._ledger, self._by = ledger, by
        self._rows: list[tuple[Found | Quarantined, Outcome]] = []
        self._letters = 0

    @property
    def empty(self) -> bool:
        return not self._rows

    def add(self, row: Found | Quarantined, outcome: Outcome) -> None:
        """Take one in; a full pool is recorded."""
        self._rows.append((row, outcome))
        self._letters += len(row.text.text) if isinstance(row, Found) and row.text else 0
        if len(self._rows) >= ROWS or self._letters >= LETTERS:
            self.record()

    def record(self) -> None:
        """Write what is here to the ledger in one transaction, and into the outcomes what became of it."""
        rows, self._rows, self._letters = self._rows, [], 0
        if not rows:
            return
        found = [(each, outcome) for each, outcome in rows if isinstance(each, Found)]
        bad = [(each, outcome) for each, outcome in rows if isinstance(each, Quarantined)]
        captured = self._ledger.capture(
            [(each.document, each.text) for each, _ in found],
            [each for each, _ in bad],
            by=self._by,
            means=MEANS,
            doubts=[doubt for each, _ in found for doubt in each.doubts],
            particulars={each.document.id: each.particulars for each, _ in found},
        )
        for row, outcome in bad:
            if row.reason == NOT_TAKEN and not row.locator:
                outcome.refused = row.seen
            else:
                outcome.quarantined[row.reason] += 1
        fresh = set(captured.accepted)
        for each, outcome in found:
            _count(each, outcome, fresh)
            outcome.completed.update(captured.completed.get(each.document.id, ()))
            outcome.differing.update(captured.differing.get(each.document.id, ()))


def _count(found: Found, outcome: Outcome, fresh: set[DocumentId]) -> None:
    """fresh: documents whose text is recorded for the first time, and that were not counted yet."""
    outcome.doubts.update(each.question.code for each in found.doubts)
    if found.text is None:
        outcome.states[found.document.state] += 1
    elif found.document.id in fresh:
        outcome.accepted += 1
        fresh.remove(found.document.id)
    else:
        outcome.known += 1
