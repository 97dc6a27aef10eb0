"""Train what pairs are worth in company, on other invented wars than their weights: `python -m
bench.make.person_company`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

import sijill.link.persons.learning
from sijill.demo.lists.generator import Lists
from sijill.demo.lists.rows import victim_rows
from sijill.demo.lists.worlds import worlds
from sijill.link.persons.learning.boosting import trained
from sijill.link.persons.learning.company import NAMES, TABLE, Company, company_levels, list_numbers
from sijill.link.persons.learning.model import Guarded, shipped
from sijill.link.persons.rows import normalised
from sijill.link.persons.victims import VICTIMS
from sijill.link.persons.weighing import weighed
from sijill.model.arrow import to_table
from sijill.model.exchange import to_json
from sijill.model.person import VictimRow
from sijill.store.engines.duck import DuckEngine

WORLDS = ((4, 25_000, 500, 1.0), (2, 100_000, 600, 0.5), (1, 400_000, 700, 0.25))
"""How many wars, of how many dead, from which seed, and what a pair of them counts."""
ROUNDS, DEPTH = 100, 5


def kept_levels(lists: Lists) -> tuple[np.ndarray, np.ndarray]:
    """The levels of each pair of one war that weighs enough alone, and whether it is one person."""
    rows = normalised(to_table(VictimRow, victim_rows(lists.rows)))
    with DuckEngine() as engine:
        pairs = weighed(rows, VICTIMS, engine, Guarded(forest=shipped().forest))
    person = np.array([each.person for each in lists.rows])
    levels = company_levels(pairs, list_numbers(rows))
    return levels, person[pairs.left] == person[pairs.right]


def train() -> Company:
    """Trees over the pairs of all wars."""
    levels, same, apart = (np.concatenate(each) for each in zip(*_weighted(), strict=True))
    return Company(spec=VICTIMS.digest, forest=trained(levels, same, apart, names=NAMES, rounds=ROUNDS, depth=DEPTH))


def _weighted() -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    for number, persons, seed, weight in WORLDS:
        for lists in worlds(number, persons, seed):
            levels, one = kept_levels(lists)
            yield levels, np.where(one, weight, 0.0), np.where(one, 0.0, weight)


def main() -> int:
    """Write them beside the model."""
    Path(sijill.link.persons.learning.__path__[0], TABLE).write_text(to_json(train()) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
