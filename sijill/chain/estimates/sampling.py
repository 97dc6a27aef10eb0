"""Other ways in which the records of the lists may be linked: drawn from the odds of their pairs, or by a threshold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from sijill.link.persons.counting.missed import with_missed
from sijill.link.persons.counting.sampling import sampled
from sijill.link.persons.grouping import THRESHOLD, Judged, grouped, members_of
from sijill.link.persons.weighing import Ints, Pairs
from sijill.model.decision import Verdict
from sijill.model.person import Likeness, RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Records that may be linked in other ways than they are. Rows are places in `records`.

    lists   [rows] of which list each record is, as a number
    """

    records: Sequence[RecordId]
    lists: Ints
    pairs: Pairs
    judged: Judged = field(default_factory=Judged)


def compared(records: Sequence[RecordId], lists: Sequence[str], likenesses: Sequence[Likeness]) -> Compared:
    """records: those that count, in ledger order; lists: of each the list. Pairs of other records are left aside."""
    at = {record: n for n, record in enumerate(records)}
    known = [each for each in likenesses if each.left in at and each.right in at]
    sides = np.array([sorted((at[each.left], at[each.right])) for each in known], dtype=np.int64).reshape(-1, 2)
    order = np.lexsort((sides[:, 1], sides[:, 0]))
    names = {name: n for n, name in enumerate(dict.fromkeys(lists))}
    return Compared(
        records=records,
        lists=np.array([names[each] for each in lists], dtype=np.int64),
        pairs=Pairs(
            left=sides[order, 0],
            right=sides[order, 1],
            pattern=np.zeros(len(known), dtype=np.int64),
            weight=np.array([each.odds for each in known], dtype=float)[order],
            looked_at=len(known),
        ),
        judged=Judged(same=_judged(known, sides, Verdict.SAME), apart=_judged(known, sides, Verdict.DIFFERENT)),
    )


def linkages(rows: Compared, *, number: int, seed: int) -> Iterator[list[tuple[int, ...]]]:
    """`number` times the rows of each person of one possible linkage: a calibrated partition of the records, with as
    many joins more as linking is known to miss. What people judged is kept in every one.
    """
    size, random = len(rows.records), np.random.default_rng([seed, 1])
    standing = grouped(size, rows.pairs, rows.judged)
    for label in sampled(size, rows.pairs, rows.judged, standing, draws=number, seed=seed):
        yield _members(with_missed(label, rows.pairs, rows.lists, random, apart=rows.judged.apart))


def at_threshold(rows: Compared, threshold: float = THRESHOLD) -> list[tuple[int, ...]]:
    """The rows of each person if two groups become one from these mean log-odds on."""
    return _members(grouped(len(rows.records), rows.pairs, rows.judged, threshold=threshold))


def _members(label: Ints) -> list[tuple[int, ...]]:
    return [tuple(rows) for rows in members_of(label).values()]


def _judged(known: Sequence[Likeness], sides: Ints, verdict: Verdict) -> frozenset[tuple[int, int]]:
    return frozenset(
        (int(left), int(right)) for each, (left, right) in zip(known, sides, strict=True) if each.judged is verdict
    )
