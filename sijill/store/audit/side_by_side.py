"""The stretches of a log in their order; those of a long one are looked at by several processes at a time.

Each process opens the ledger for itself. What it tells counts only if it sees the log at the length at which the one
that asks sees it: every change of the record adds to the log, so both then see the same. Else it is looked at here.
"""

import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Protocol

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import DatabaseError

from sijill.errors import SijillError
from sijill.store import schema
from sijill.store.audit.stretch import AT_ONCE, Stretch, look

LONG = 8 * AT_ONCE
"""Records from which on other processes are worth their start."""


class Place(Protocol):
    """Where a ledger rests."""

    def engine(self) -> Engine:
        """One more way to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """How the ledger can be opened once more, by how many processes at a time, and for how many records at least."""

    place: Place
    jobs: int
    least: int = LONG


def stretches(connection: Connection, size: int, sizes: Sequence[int], *, again: Opened | None) -> Iterator[Stretch]:
    """All of them, in order.

    size    records of the log      sizes   at which the edge of the tree is wanted
    """
    waiting = deque(range(0, size, AT_ONCE))
    if again is not None and again.jobs > 1 and size >= again.least:
        yield from _by_others(waiting, size, sizes, again)
    while waiting:
        yield look(connection, waiting[0], waiting.popleft() + AT_ONCE, sizes=sizes)


def _by_others(waiting: deque[int], size: int, sizes: Sequence[int], again: Opened) -> Iterator[Stretch]:
    """Takes from those that wait what other processes could look at."""
    asked: deque[Future[Stretch | None]] = deque()
    context = get_context("spawn")
    with ProcessPoolExecutor(again.jobs, mp_context=context, initializer=_begin, initargs=(again.place,)) as pool:
        ahead = iter(list(waiting))
        try:
            while waiting:
                while len(asked) < 2 * again.jobs and (first := next(ahead, None)) is not None:
                    wanted = [each for each in sizes if first < each <= first + AT_ONCE]
                    asked.append(pool.submit(_look, first, size, wanted))
                if (stretch := asked.popleft().result()) is None:
                    return
                waiting.popleft()
                yield stretch
        except BrokenProcessPool:
            return
        finally:
            pool.shutdown(cancel_futures=True)


_own: list[Connection] = []  # of this process, opened once when it begins
_open = ExitStack()


def _begin(place: Place) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interruption is for the process that asks
    try:
        _own.append(_open.enter_context(place.engine().begin()))
    except (SijillError, DatabaseError):
        _own.clear()  # whoever asks finds out why when it looks itself


def _look(first: int, size: int, sizes: Sequence[int]) -> Stretch | None:
    """The stretch from there on; None where it cannot be looked at, or not as the one who asks would see it."""
    try:
        for connection in _own:
            if connection.execute(select(func.max(schema.log.c.seq))).scalar_one() == size - 1:
                return look(connection, first, first + AT_ONCE, sizes=sizes)
    except DatabaseError:
        return None
    return None
