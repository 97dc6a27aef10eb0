"""Measure what share of all joins linking finds, on many invented wars: `python -m bench.make.found_joins`.

Each war is told as a line of JSON as it comes; the fit is written beside the code that reads it.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np

import sijill.link.persons.counting
from sijill.demo.lists.generator import Lists
from sijill.demo.lists.rows import victim_rows
from sijill.demo.lists.worlds import worlds
from sijill.link.persons.counting.found import AT, HALF, TABLE, FoundJoins
from sijill.link.persons.counting.sampling import sampled
from sijill.link.persons.grouping import NOTHING
from sijill.link.persons.learning.model import Guarded, shipped
from sijill.link.persons.linking import link_rows
from sijill.model.arrow import to_table
from sijill.model.exchange import to_json
from sijill.model.person import VictimRow
from sijill.store.engines.duck import DuckEngine

REACHES, NOISES = (-0.7, 0.0, 0.7), (0.5, 1.0, 1.6)
"""Lists that hear of less or more [log-odds], and times as many faults: each with each."""
WARS = ((300, 8, 1000), (1_200, 8, 1100), (5_000, 4, 1200), (20_000, 2, 1300), (50_000, 1, 1400))
"""Of how many dead, how many wars in each setting, from which seed on: none that trains or tests anything."""
DRAWS, SEED = 8, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class War:
    """What came of one: its rows and persons, and the groups of its rows on average over draws."""

    dead: int
    reach: float
    noise: float
    rows: int
    persons: int
    groups: float

    @property
    def share(self) -> float:
        """Of its joins, how many were found."""
        return (self.rows - self.groups) / (self.rows - self.persons)

    @property
    def density(self) -> float:
        """Joins found, a row."""
        return (self.rows - self.groups) / self.rows


def wars() -> Iterator[War]:
    """All of them, the small ones first."""
    for dead, number, seed in WARS:
        for nth, (reach, noise) in enumerate(product(REACHES, NOISES)):
            for lists in worlds(number, dead, seed + nth * number, reach=reach, noise=noise):
                yield linked(lists, dead=dead, reach=reach, noise=noise)


def linked(lists: Lists, *, dead: int, reach: float, noise: float) -> War:
    """One war linked, and drawn from."""
    rows = to_table(VictimRow, victim_rows(lists.rows))
    with DuckEngine() as engine:
        found = link_rows(rows, engine, Guarded(forest=shipped().forest))
    draws = sampled(rows.num_rows, found.pairs, NOTHING, found.group, draws=DRAWS, seed=SEED)
    groups = float(np.mean([len(np.unique(each)) for each in draws]))
    return War(dead=dead, reach=reach, noise=noise, rows=rows.num_rows, persons=lists.documented, groups=groups)


def fitted(seen: list[War]) -> FoundJoins:
    """The line of least squares; each size of war counts alike, however many there were of it."""
    share, density, rows = (np.array([getattr(each, name) for each in seen]) for name in ("share", "density", "rows"))
    sizes = [each.dead for each in seen]
    weight = np.array([1 / sizes.count(each) for each in sizes])
    terms = np.column_stack([np.ones(len(seen)), -np.log(density / HALF), -np.log(rows / AT)])
    root = np.sqrt(weight)
    line, *_ = np.linalg.lstsq(terms * root[:, None], share * root, rcond=None)
    spread = np.sqrt(np.average((share - terms @ line) ** 2, weights=weight) * len(seen) / (len(seen) - len(line)))
    found, denser, grown = (round(float(each), 4) for each in line)
    return FoundJoins(
        found=found,
        denser=denser,
        grown=grown,
        spread=round(float(spread), 4),
        thinnest=round(float(density.min()), 2),
        densest=round(float(density.max()), 2),
        fewest=int(rows.min()),
        wars=len(seen),
    )


def main() -> int:
    """Measure, tell, write."""
    seen = []
    for war in wars():
        seen.append(war)
        print(to_json(war), flush=True)
    Path(sijill.link.persons.counting.__path__[0], TABLE).write_text(to_json(fitted(seen)) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
