"""The number of persons as a distribution over sampled partitions: in all, and by place, month, sex and status.

Pairs that no block brought together, or that were too unlikely to be kept, make every partition count too many. What
share of the joins is found was measured on invented wars whose persons are known; it falls as lists grow, and its
spread between wars is part of the interval. Overlaps of lists: see `missed`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from sijill.link.persons.weighing import Ints
from sijill.model.person import ListRepeats, PersonCount

FOUND, FALLS, SPREAD, AT = 0.954, 0.005, 0.018, 48_000
"""Share of joins found at AT rows, how much it falls with each e-fold of rows, and its standard deviation between
wars.
"""
FEW = 0.965
"""Share of joins found in lists of some hundreds or thousands of rows, where it no longer rises as they grow shorter:
.967, .960, .970, .957 on average over invented wars of 260, 1,000, 4,400 and 16,700 rows.
"""
MOST, LEAST = 0.985, 0.5
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


def found_share(rows: int) -> float:
    """Share of all joins between records of one person that linking finds, for so many rows."""
    return min(FEW, max(LEAST, FOUND - FALLS * log(max(rows, 1) / AT)))


def drawn_share(rows: int, random: np.random.Generator) -> float:
    """One such share as it may be in a war that nobody measured."""
    return min(MOST, max(LEAST, float(random.normal(found_share(rows), SPREAD))))


def person_counts(
    rows: Rows, standing: Ints, draws: Iterable[Ints], *, seed: int, unique: float | None = None
) -> Tally:
    """Counts with their 90 % intervals, everybody first, and how often lists repeat a person."""
    counted = np.array(rows.counts, dtype=bool)
    strata = _strata(rows, counted)
    names = sorted({each for each in rows.lists if each is not None})
    of_list = {name: counted & np.array([each == name for each in rows.lists], dtype=bool) for name in names}
    random = np.random.default_rng(seed)
    totals: dict[str, list[float]] = {name: [] for name in strata}
    repeated: dict[str, list[float]] = {name: [] for name in names}
    for label in draws:
        share = drawn_share(int(counted.sum()), random)
        for name, mask in strata.items():
            totals[name].append(_corrected(int(mask.sum()), len(np.unique(label[mask])), share))
        for name, mask in of_list.items():
            size = int(mask.sum())
            repeated[name].append(size - _corrected(size, len(np.unique(label[mask])), share))
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


def _told(values: Sequence[float]) -> dict[str, float]:
    at = (("median", 50), ("low90", LOW), ("high90", HIGH))
    return {name: round(float(np.percentile(values, share)), 1) for name, share in at}


def _corrected(rows: int, groups: int, share: float) -> float:
    """Persons behind so many groups of rows, where only a share of the joins is found; at least one."""
    return max(1.0, rows - (rows - groups) / share) if rows else 0.0


def _strata(rows: Rows, counted: np.ndarray) -> dict[str, np.ndarray]:
    """Stratum -> its rows. A person whose records differ in a trait counts in each of their strata."""
    found = {"": counted}
    for trait, values in rows.strata.items():
        said = [each if isinstance(each, tuple) else (each,) if each else () for each in values]
        for value in sorted({each for at, row in enumerate(said) if counted[at] for each in row}):
            found[f"{trait}={value}"] = counted & np.array([value in row for row in said], dtype=bool)
    return found
