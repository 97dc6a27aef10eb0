"""Several reading processes at work: results come in the order of the originals, whoever read them.

A process that dies or dawdles costs the one original, or the one part of it, that it was reading: a new process reads
it once more with nothing beside it, for it may have been the machine that failed; then it ends in a named state, and
what was asked for behind it is read.
"""

import selectors
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import TracebackType
from typing import Any, Self

from sijill.capture.child.confinement import share
from sijill.capture.child.process import Child, Job, Task
from sijill.capture.child.protocol import Garbled, decoded
from sijill.capture.documents import described, question
from sijill.capture.found import Found, Original, refused
from sijill.capture.kinds import UNKNOWN
from sijill.errors import SijillError
from sijill.model.document import Quarantined, State

AHEAD, AHEAD_BYTES = 256, 64_000_000
"""Originals, and bytes of them, that are read before the first of them has been taken."""
QUEUE, SMALL = 8, 256_000
"""How many small originals [at most so many bytes] a process is asked for at once."""
HELD = 32_000_000
"""Characters of results after which a process has to wait until they are taken."""
ATTEMPTS = 12
"""Processes that one original may end before the rest of it is given up."""
TICK = 0.5
START = 120.0
"""Seconds that a process may take to begin, were it alone on the machine."""
REST = "rest"
"""Locator of what could not be read behind the last part that could."""


class NoReader(SijillError):
    """A reading process that ended before it could begin: nothing can be said of any file."""

    def __init__(self, *, fault: str) -> None:
        super().__init__(f"no reading process can be started here ({fault or 'it ended at once'}): nothing was read")


class Refusal(str):
    """Why nothing of an original was captured, in one sentence."""

    __slots__ = ()


Result = Found | Quarantined | Refusal
Answer = tuple[Task, Result | None]
"""A result of a task; None when it has been read to its end."""


class Readers:
    """A pool of reading processes; a context manager. They are started when there is work for them.

    pictures   have words in pictures read, where an engine is installed
    """

    def __init__(self, jobs: int, *, pictures: bool = True) -> None:
        self._jobs, self._pictures = max(1, jobs), pictures
        self._children: list[Child] = []
        self._pending = deque[Job]()
        self._selector = selectors.DefaultSelector()
        self.replaced = 0

    def read(self, tasks: Iterable[Task]) -> Iterator[Answer]:
        """Every result of every task, in their order; then the fault of the tasks themselves, if they end in one."""
        coming, line, size = _Coming(tasks), deque[Job](), 0
        while True:
            while len(line) < AHEAD and size < AHEAD_BYTES and (task := coming.next()) is not None:
                new = Job(task)
                line.append(new)
                self._pending.append(new)
                size += task.size
            if not line:
                coming.tell()
                return
            head = line[0]
            self._assign()
            while head.results:
                result = head.results.popleft()
                head.held -= _weight(result)
                yield head.task, Refusal(result) if isinstance(result, str) else result
            if head.done:
                yield head.task, None
                line.popleft()
                size -= head.task.size
            else:
                self._wait(head)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        for child in self._children:
            child.kill()
        self._children.clear()
        self._selector.close()

    def _assign(self) -> None:
        """Give the waiting jobs to processes that have little to do."""
        while self._pending:
            child = min(self._children, key=lambda each: len(each.jobs), default=None)
            if (child is None or child.jobs) and len(self._children) < self._jobs:
                child = Child(pictures=self._pictures)
                self._children.append(child)
                self._selector.register(child.connection, selectors.EVENT_READ, child)
            if child is None or not _takes(child, self._pending[0]) or self._disturbs(self._pending[0]):
                return
            child.ask(self._pending.popleft())

    def _disturbs(self, job: Job) -> bool:
        """Must it wait, since it or what is being read has to be alone?"""
        reading = [each.jobs[0] for each in self._children if each.jobs]
        return bool(reading) and (job.alone or any(each.alone for each in reading))

    def _wait(self, head: Job) -> None:
        """Listen to the processes until one has something to say. Those whose results nobody takes yet may wait."""
        busy = [each for each in self._children if each.jobs]
        listened = {each for each in busy if each.jobs[0] is head or head.alone or _held(each) < HELD}
        for child in self._children:
            wanted = selectors.EVENT_READ if child in listened else 0
            _listen(self._selector, child, wanted)
        started = time.monotonic()
        ready = {key.data for key, _ in self._selector.select(TICK)}
        waited = time.monotonic() - started
        for child in list(listened):
            if child in ready:
                self._take(child)
            elif child.started:
                child.jobs[0].waited += waited * share()
                if child.jobs[0].overdue:
                    child.kill()
                    self._replace(child, State.TIMEOUT)
            else:
                child.starting += waited * share()
                if child.starting > START:
                    child.kill()
                    raise NoReader(fault=f"it did not begin within {START:.0f} seconds")

    def _take(self, child: Child) -> None:
        try:
            frames = child.listen()
            for frame in frames or ():
                _note(child, frame)
        except Garbled:
            child.kill()
            self._replace(child, State.CORRUPT)
            return
        if frames is None:
            self._replace(child, None)

    def _replace(self, child: Child, state: State | None) -> None:
        """A process has ended: name what it was reading, and have the rest read by another."""
        self.replaced += 1
        self._children.remove(child)
        _forget(self._selector, child)
        ended = state or child.end()
        if not child.started:
            raise NoReader(fault=child.fault)
        jobs = list(child.jobs)
        if jobs:
            again = _ended_in(jobs[0], ended, child.fault)
            self._pending.extendleft(reversed(jobs[0 if again else 1 :]))


class _Coming:
    """The tasks to come. A fault among them waits until those before it are done."""

    def __init__(self, tasks: Iterable[Task]) -> None:
        self._tasks, self._fault = iter(tasks), list[Exception]()

    def next(self) -> Task | None:
        """The next task; None when there is none."""
        try:
            return None if self._fault else next(self._tasks, None)
        except (OSError, SijillError) as fault:
            self._fault.append(fault)
            return None

    def tell(self) -> None:
        """Raise the fault, if there was one."""
        if self._fault:
            raise self._fault[0]


def _takes(child: Child, job: Job) -> bool:
    if not child.jobs:
        return True
    return len(child.jobs) < QUEUE and all(each.task.size <= SMALL for each in (*child.jobs, job))


def _held(child: Child) -> int:
    return sum(each.held for each in child.jobs)


def _weight(result: Found | Quarantined | str) -> int:
    return len(result.text.text) if isinstance(result, Found) and result.text else 200


def _note(child: Child, frame: Mapping[str, Any]) -> None:
    """Put what a frame says into the job it is about."""
    if "fault" in frame:
        child.fault = f"{frame['fault']} {frame.get('where', '')}"[:200]
    if not child.jobs:
        return
    now = child.jobs[0]
    for told in frame["results"]:
        if now.given >= now.skip:
            result = decoded(told, now.task.digest, now.task.name, now.task.told)
            if isinstance(result, Found) and result.document.locator in now.faulty:
                result = _asked(result, *now.faulty[result.document.locator])
            now.results.append(result)
            now.held += _weight(result)
        now.given += 1
    if "begin" in frame:
        now.part = str(frame["begin"])[:500]
    if frame.get("refused"):
        now.results.append(str(frame["refused"])[:2000])
    if frame.get("done"):
        now.done = True
        child.jobs.popleft()


def _asked(found: Found, state: State, fault: str) -> Found:
    """A document that ended a process is asked about: the file may be broken, or the reader."""
    if state is not State.CORRUPT:
        return found
    document = found.document
    original = Original(
        name=document.name, digest=document.digest, media_type=document.media_type, locator=document.locator
    )
    asked = question(original, "reader_ended", fault=fault or "the parser was ended by the system")
    return replace(found, doubts=(*found.doubts, asked))


def _ended_in(job: Job, state: State, fault: str) -> bool:
    """Name what ended the process; True if the original is to be read once more.

    The first time it may have been the machine (no memory or no process left, too little time), and nothing is said of
    the original but that it has to be read alone; processor time it has taken itself.
    """
    job.given = max(job.given, job.skip)
    if not job.alone and (job.overdue or state is not State.TIMEOUT):
        job.alone, job.waited = True, 0.0
        return True
    if job.part and job.part not in job.faulty and job.attempts < ATTEMPTS and not job.overdue:
        job.faulty[job.part] = state, fault
        return True
    told, name, digest = job.task.told, job.task.name, job.task.digest
    if job.given == 0:
        original = Original(name=name, digest=digest, media_type=job.task.media_type or UNKNOWN)
        job.results.append(_asked(Found(document=described(original, told, state)), state, fault))
    else:
        seen = f"reading ended after {job.given} results: {state.value}"
        job.results.append(refused(Original(name=name, digest=digest, media_type=UNKNOWN), REST, state.value, seen))
    job.done = True
    return False


def _listen(selector: selectors.BaseSelector, child: Child, events: int) -> None:
    known = child.connection in selector.get_map()
    if events and not known:
        selector.register(child.connection, events, child)
    elif known and not events:
        selector.unregister(child.connection)


def _forget(selector: selectors.BaseSelector, child: Child) -> None:
    for key in list(selector.get_map().values()):
        if key.data is child:
            selector.unregister(key.fileobj)
