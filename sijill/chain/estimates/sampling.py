"""Other ways in which the records of the lists may be linked, each drawn from the odds of its pairs."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from sijill.link.persons.grouping import Judged, grouped
from sijill.link.persons.weighing import Ints, Pairs
from sijill.model.decision import Verdict
from sijill.model.person import Likeness, RecordId


def linkages(
    records: Mapping[RecordId, str], likenesses: Sequence[Likeness], *, number: int, seed: int
) -> Iterator[list[frozenset[str]]]:
    """`number` times, for each person of one possible linkage the lists that hold it.

    Each pair gets logistic noise on its log-odds, so that it stands above zero with just its probability; then records
    are grouped as they always are. What people judged is kept in every one.
    records   id -> its list, of those records that count
    """
    at = {record: n for n, record in enumerate(records)}
    lists = list(records.values())
    known = [each for each in likenesses if each.left in at and each.right in at]
    left = np.array([min(at[each.left], at[each.right]) for each in known], dtype=np.int64)
    right = np.array([max(at[each.left], at[each.right]) for each in known], dtype=np.int64)
    odds = np.array([each.odds for each in known], dtype=float)
    judged = Judged(
        same=frozenset(_judged(known, left, right, Verdict.SAME)),
        apart=frozenset(_judged(known, left, right, Verdict.DIFFERENT)),
    )
    random = np.random.default_rng(seed)
    for _ in range(number):
        weight = odds + random.logistic(size=len(odds))
        drawn = Pairs(left=left, right=right, pattern=np.zeros_like(left), weight=weight, looked_at=len(odds))
        groups: dict[int, set[str]] = {}
        for n, group in enumerate(grouped(len(lists), drawn, judged).tolist()):
            groups.setdefault(group, set()).add(lists[n])
        yield [frozenset(each) for each in groups.values()]


def _judged(known: Sequence[Likeness], left: Ints, right: Ints, verdict: Verdict) -> Iterator[tuple[int, int]]:
    for n, each in enumerate(known):
        if each.judged is verdict:
            yield int(left[n]), int(right[n])
