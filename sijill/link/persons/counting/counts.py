"""The number of persons as a distribution over sampled partitions: in all, and by place, month, sex and status.

Pairs that no block brought together, or that were too unlikely to be kept, make every partition count too many. What
share of the joins is found, and its spread between wars, is part of the interval (`found`). Overlaps of lists: see
`missed`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sijill.link.persons.counting.found import likely_shares
from sijill.link.persons.weighing import Floats, Ints
from sijill.model.person import ListRepeats, PersonCount

LOW, HIGH = 5, 95


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What is counted: for each row its list (None: of a text), whether it counts, and its strata by trait.

    counts   a row that names somebody and that its list did not withdraw
    strata   a row may be in several of a trait (accused parties)
    """

    lists: Sequence[str | None]
    counts: Sequence[bool]
    strata: Mapping[str, Sequence[str | tuple[str, ...] | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """counts: everybody first. repeats: one for each list."""

    counts: tuple[PersonCount, ...]
    repeats: tuple[ListRepeats, ...]


def person_counts(rows: Rows, standing: Ints, draws: Iterable[Ints], *, unique: float | None = None) -> Tally:
    """Counts with their 90 % intervals, everybody first, and how often lists repeat a person.

    Each partition is put right by all shares of joins that it may have found, which are the same for every stratum.
    """
    counted = np.array(rows.counts, dtype=bool)
    strata = _strata(rows, counted)
    names = sorted({each for each in rows.lists if each is not None})
    of_list = {name: counted & np.array([each == name for each in rows.lists], dtype=bool) for name in names}
    size = int(counted.sum())
    totals: dict[str, list[Floats]] = {name: [] for name in strata}
    repeated: dict[str, list[Floats]] = {name: [] for name in names}
    for label in draws:
        shares = likely_shares(size, size - len(np.unique(label[counted])))
        for name, mask in strata.items():
            totals[name].append(_corrected(int(mask.sum()), len(np.unique(label[mask])), shares))
        for name, mask in of_list.items():
            mine = int(mask.sum())
            repeated[name].append(mine - _corrected(mine, len(np.unique(label[mask])), shares))
    return Tally(
        counts=tuple(
            PersonCount(
                stratum=name,
                standing=len(np.unique(standing[strata[name]])),
                **_told(values),
                unique_entities=round(unique, 1) if unique is not None and not name else None,
            )
            for name, values in totals.items()
            if values
        ),
        repeats=tuple(
            ListRepeats(
                list=name,
                rows=int(of_list[name].sum()),
                standing=int(of_list[name].sum()) - len(np.unique(standing[of_list[name]])),
                **_told(values),
            )
            for name, values in repeated.items()
            if values
        ),
    )


def _told(values: Sequence[Floats]) -> dict[str, float]:
    at = (("median", 50), ("low90", LOW), ("high90", HIGH))
    return {name: round(float(np.percentile(np.concatenate(values), share)), 1) for name, share in at}


def _corrected(rows: int, groups: int, shares: Floats) -> Floats:
    """Persons behind so many groups of rows, for each share of the joins that may have been found; at least one."""
    return np.maximum(1.0, rows - (rows - groups) / shares) if rows else np.zeros(len(shares))


def _strata(rows: Rows, counted: np.ndarray) -> dict[str, np.ndarray]:
    """Stratum -> its rows. A person whose records differ in a trait counts in each of their strata."""
    found = {"": counted}
    for trait, values in rows.strata.items():
        said = [each if isinstance(each, tuple) else (each,) if each else () for each in values]
        for value in sorted({each for at, row in enumerate(said) if counted[at] for each in row}):
            found[f"{trait}={value}"] = counted & np.array([value in row for row in said], dtype=bool)
    return found
