"""The longest words of a table at each place of a sentence: how predicates and verbs of speech are found."""

from collections.abc import Callable
from typing import Protocol, TypeVar


class Found(Protocol):
    """What was found; `end` is the token after it."""

    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=Found)
R = TypeVar("R")
Table = dict[str, list[tuple[tuple[str, ...], R, str]]]
"""First word -> [(all words, row, form)], longest first."""


def matches(
    lows: list[str], span: tuple[int, int], table: Table[R], accept: Callable[[int, int, R, str], T | None]
) -> list[T]:
    """Left to right, none overlapping, the longest words first. `accept` takes (start, end, row, form)."""
    found: list[T] = []
    for i in [i for i in range(*span) if lows[i] in table]:
        taken = found and i < found[-1].end
        hit = None if taken else _first(lows, i, span[1], table[lows[i]], accept)
        if hit is not None:
            found.append(hit)
    return found


def _first(
    lows: list[str],
    i: int,
    stop: int,
    bucket: list[tuple[tuple[str, ...], R, str]],
    accept: Callable[[int, int, R, str], T | None],
) -> T | None:
    for words, row, form in bucket:
        end = i + len(words)
        if end <= stop and (len(words) == 1 or tuple(lows[i:end]) == words):
            hit = accept(i, end, row, form)
            if hit is not None:
                return hit
    return None
