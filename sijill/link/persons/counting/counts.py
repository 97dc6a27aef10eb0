"""The number of persons as a distribution over sampled partitions: in all, and by place, month, sex and status.

Pairs that no block brought together, or that were too unlikely to be kept, make every partition count too many. What
share
of the joins is found was measured on invented wars whose persons are known; it falls as lists grow, and its spread
between
wars is part of the interval. Overlaps of lists are counted partition by partition, as they are: for `estimate`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from sijill.link.persons.weighing import Ints
from sijill.model.estimate import Overlap
from sijill.model.person import PersonCount

FOUND, FALLS, SPREAD, AT = 0.904, 0.021, 0.022, 48_000
"""Share of joins found at AT rows, how much it falls with each e-fold of rows, and its standard deviation between
wars.
"""
MOST, LEAST = 0.985, 0.5
LOW, HIGH = 5, 95


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What is counted: for each row its list (None: of a text), whether it counts, and its strata by trait.

    counts   a row that names somebody and that its list did not withdraw
    """

    lists: Sequence[str | None]
    counts: Sequence[bool]
    strata: Mapping[str, Sequence[str | None]]


def found_share(rows: int) -> float:
    """Share of all joins between records of one person that linking finds, for so many rows."""
    return min(MOST, max(LEAST, FOUND - FALLS * log(max(rows, 1) / AT)))


def person_counts(
    rows: Rows, standing: Ints, draws: Iterable[Ints], *, seed: int, unique: float | None = None
) -> tuple[list[PersonCount], list[Overlap]]:
    """Counts with their 90 % intervals, everybody first; and the overlap of the lists in each draw."""
    counted = np.array(rows.counts, dtype=bool)
    names = sorted({each for each in rows.lists if each is not None})
    marks = np.array([0 if each is None else 1 << names.index(each) for each in rows.lists], dtype=np.int64)
    strata = _strata(rows, counted)
    random = np.random.default_rng(seed)
    totals: dict[str, list[float]] = {name: [] for name in strata}
    overlaps = []
    for number, label in enumerate(draws):
        share = min(MOST, max(LEAST, float(random.normal(found_share(int(counted.sum())), SPREAD))))
        for name, mask in strata.items():
            totals[name].append(_corrected(int(mask.sum()), len(np.unique(label[mask])), share))
        if names:
            overlaps.append(overlap(label[counted], marks[counted], names, replicate=number))
    made = [
        PersonCount(
            stratum=name,
            standing=len(np.unique(standing[strata[name]])),
            median=round(float(np.median(values)), 1),
            low90=round(float(np.percentile(values, LOW)), 1),
            high90=round(float(np.percentile(values, HIGH)), 1),
            unique_entities=round(unique, 1) if unique is not None and not name else None,
        )
        for name, values in totals.items()
        if values
    ]
    return made, overlaps


def overlap(label: Ints, marks: Ints, names: Sequence[str], *, replicate: int | None) -> Overlap:
    """Persons by the lists that hold them; those on no list (of texts alone) are left out."""
    persons, at = np.unique(label, return_inverse=True)
    held = np.zeros(len(persons), dtype=np.int64)
    np.bitwise_or.at(held, at, marks)
    patterns, numbers = np.unique(held[held > 0], return_counts=True)
    counts = {
        "".join("1" if pattern >> n & 1 else "0" for n in range(len(names))): int(number)
        for pattern, number in zip(patterns.tolist(), numbers.tolist(), strict=True)
    }
    return Overlap(lists=tuple(names), counts=counts, replicate=replicate)


def _corrected(rows: int, groups: int, share: float) -> float:
    """Persons behind so many groups of rows, where only a share of the joins is found; at least one."""
    return max(1.0, rows - (rows - groups) / share) if rows else 0.0


def _strata(rows: Rows, counted: np.ndarray) -> dict[str, np.ndarray]:
    """Stratum -> its rows. A person whose records differ in a trait counts in each of their strata."""
    found = {"": counted}
    for trait, values in rows.strata.items():
        said = np.array([each or "" for each in values])
        for value in sorted(set(said[counted].tolist()) - {""}):
            found[f"{trait}={value}"] = counted & (said == value)
    return found
