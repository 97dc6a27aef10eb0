"""Pairs of texts that share runs of words, and how much of the shorter one it is.

Runs that come back in several texts again and again over weeks are furniture of a site and count for nothing. Those
that very many share count only between two texts that consist of little else: a story printed by a hundred papers is a
story still.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sijill.resolve.runs import Runs

FURNITURE = 60
"""Texts that share a run beyond which it is furniture."""

FEW, DAYS, TIMES = 4, 14, 3
"""Texts from which a run that comes back in so many spans of DAYS is furniture: news is reprinted at once, and once
more in an archive."""

MOSTLY = 0.7
"""Share of furniture from which a text consists of little else."""

STAR = 8
"""Pairs of a run are counted with its first holders only: the work grows with the texts, not with their pairs."""

Numbers = NDArray[np.int64]
Marks = NDArray[np.bool_]
SPANS = 1 << 20


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two texts by number, the earlier first: runs that both have, and runs of the shorter and the longer one."""

    one: int
    other: int
    shared: int
    shorter: int
    longer: int


@dataclass(frozen=True, slots=True)
class _Holders:
    """Every run with every text that has it, ordered by run: `starts` and `sizes` of the runs, `texts` of all."""

    texts: Numbers
    starts: Numbers
    sizes: Numbers

    @classmethod
    def of(cls, runs: Sequence[Runs]) -> "_Holders":
        lengths = np.array([len(each) for each in runs], dtype=np.int64)
        all_ = np.concatenate([np.empty(0, np.uint64), *runs])
        order = np.argsort(all_, kind="stable")
        all_ = all_[order]
        new = np.ones(len(all_), dtype=np.bool_)
        new[1:] = all_[1:] != all_[:-1]
        starts = np.flatnonzero(new)
        texts = np.repeat(np.arange(len(runs)), lengths)[order]
        return cls(texts, starts, np.diff(np.append(starts, len(all_))))

    def returning(self, days: Numbers) -> Marks:
        """For every holding whether its run comes back again and again."""
        which = np.repeat(np.arange(len(self.starts)), self.sizes)
        dated = days[self.texts] >= 0
        spans = np.unique(which[dated] * SPANS + days[self.texts][dated] // DAYS)
        times = np.bincount(spans // SPANS, minlength=len(self.starts))
        return np.repeat((self.sizes >= FEW) & (times >= TIMES), self.sizes)

    def frequent(self) -> Marks:
        """For every holding whether very many texts have its run."""
        return np.repeat(self.sizes > FURNITURE, self.sizes)

    def without(self, dropped: Marks) -> "_Holders":
        """The same without some holdings, each run whole or not at all."""
        kept = ~dropped[self.starts] if len(self.starts) else np.empty(0, np.bool_)
        sizes = self.sizes[kept]
        return _Holders(self.texts[~dropped], np.cumsum(sizes) - sizes, sizes)


def overlaps(runs: Sequence[Runs], days: Numbers, *, least: float) -> Iterator[Overlap]:
    """Pairs of which at least this share of the shorter one is in the other.

    runs   of every text, in order of publication      days   of publication; -1 where it is not known
    """
    holders = _Holders.of(runs)
    holders = holders.without(holders.returning(days))
    common = holders.frequent()
    all_ = np.bincount(holders.texts, minlength=len(runs))
    own = all_ - np.bincount(holders.texts[common], minlength=len(runs))
    little_else = own <= (1 - MOSTLY) * all_
    left, right, total, furniture = _pairs(holders, common, len(runs))
    whole = little_else[left] & little_else[right]
    shared = np.where(whole, total, total - furniture)
    sizes = np.where(whole, all_[left], own[left]), np.where(whole, all_[right], own[right])
    shorter, longer = np.minimum(*sizes), np.maximum(*sizes)
    for at in np.flatnonzero((shared >= least * shorter) & (shared > 0)):
        yield Overlap(int(left[at]), int(right[at]), int(shared[at]), int(shorter[at]), int(longer[at]))


def _pairs(holders: _Holders, common: Marks, texts: int) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """(earlier, later, runs that both have, of these furniture), for every pair with any."""
    first = np.repeat(holders.starts, holders.sizes)
    rank = np.arange(len(holders.texts)) - first
    codes, marks = [np.empty(0, np.int64)], [np.empty(0, np.bool_)]
    for at in range(STAR):
        later = np.flatnonzero(rank > at)
        codes.append(holders.texts[first[later] + at] * texts + holders.texts[later])
        marks.append(common[later])
    pairs, which, total = np.unique(np.concatenate(codes), return_inverse=True, return_counts=True)
    furniture = np.bincount(which, weights=np.concatenate(marks), minlength=len(pairs)).astype(np.int64)
    left, right = np.divmod(pairs, max(texts, 1))
    return left, right, total, furniture
