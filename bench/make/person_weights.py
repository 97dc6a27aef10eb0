"""Train the weights that come with the package, on invented wars: `python -m bench.make.person_weights`."""

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

import sijill.link.persons.learning
from sijill.demo.lists.generator import Lists
from sijill.demo.lists.rows import victim_rows
from sijill.demo.lists.worlds import worlds
from sijill.link.persons.learning.boosting import Forest, trained
from sijill.link.persons.learning.model import TABLE, Weights
from sijill.link.persons.learning.patterns import unpacked
from sijill.link.persons.learning.scoring import scores
from sijill.link.persons.rows import normalised
from sijill.link.persons.victims import VICTIMS
from sijill.link.persons.weighing import BATCH, prepare
from sijill.model.arrow import to_table
from sijill.model.exchange import to_json
from sijill.model.person import VictimRow
from sijill.store.engines.duck import DuckEngine

WORLDS = ((4, 25_000, 100, 1.0), (2, 100_000, 200, 0.5), (1, 400_000, 300, 0.25))
"""How many wars, of how many dead, from which seed, and what a pair of them counts: large ones teach what namesakes
are worth where there are many.
"""
FIRST, ROUNDS, DEPTH = (100, 5), 120, 6
FAR, KEPT = -3.5, 16
"""Patterns of two persons below this log-odds are as good as settled: one in so many of them is trained on, for all."""


def counts(lists: Lists) -> pa.Table:
    """The patterns of one world, with how many of their pairs are one person and how many are not."""
    rows = to_table(VictimRow, victim_rows(lists.rows))
    with DuckEngine() as engine:
        prepare(normalised(rows), VICTIMS, engine)
        who = pa.table({"rec": np.arange(rows.num_rows), "person": [each.person for each in lists.rows]})
        engine.put("who", who)
        return engine.ask(
            "SELECT pattern, count(*) FILTER (a.person = b.person) AS same,"
            " count(*) FILTER (a.person <> b.person) AS apart"
            " FROM pairs JOIN who AS a ON a.rec = l JOIN who AS b ON b.rec = r GROUP BY pattern"
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """Patterns, and how many of their pairs are one person and how many are two."""

    patterns: np.ndarray
    same: np.ndarray
    apart: np.ndarray

    def forest(self, rounds: int, depth: int) -> Forest:
        """Trees for them."""
        levels = unpacked(self.patterns, VICTIMS.sizes)
        return trained(levels, self.same, self.apart, names=VICTIMS.names, rounds=rounds, depth=depth)


def sampled(table: pa.Table, settled: np.ndarray, one_in: int, weight: float) -> Counts:
    """The patterns that are not settled, and one in so many of the others, which stands for the rest."""
    patterns, same, apart = (table.column(name).to_numpy() for name in ("pattern", "same", "apart"))
    drawn = (patterns * 2654435761 >> 7) % one_in == 0
    times = np.where(settled, float(one_in), 1.0)
    keep = ~settled | drawn
    return Counts(patterns[keep], same[keep] * weight, (apart * times)[keep] * weight)


def together(parts: list[Counts]) -> Counts:
    """Patterns of several wars, each once."""
    patterns, at = np.unique(np.concatenate([each.patterns for each in parts]), return_inverse=True)
    same, apart = (np.bincount(at, np.concatenate([getattr(each, name) for each in parts])) for name in SIDES)
    return Counts(patterns, same, apart)


SIDES = ("same", "apart")


def train() -> Weights:
    """The weights: a first forest of the small wars says which patterns are settled, the second is trained on the
    others.
    """
    number, persons, seed, weight = WORLDS[0]
    small = [counts(lists) for lists in worlds(number, persons, seed)]
    first = together([sampled(each, _rare(each), 4, weight) for each in small]).forest(*FIRST)
    parts = [sampled(each, _far(each, first), KEPT, weight) for each in small]
    for number, persons, seed, weight in WORLDS[1:]:
        for lists in worlds(number, persons, seed):
            table = counts(lists)
            parts.append(sampled(table, _far(table, first), KEPT, weight))
    return Weights(spec=VICTIMS.digest, forest=together(parts).forest(ROUNDS, DEPTH))


def _rare(table: pa.Table) -> np.ndarray:
    """Patterns of two persons that hardly occur."""
    same, apart = (table.column(name).to_numpy() for name in SIDES)
    return np.asarray((same == 0) & (apart <= 3))


def _far(table: pa.Table, first: Forest) -> np.ndarray:
    patterns, same = (table.column(name).to_numpy() for name in ("pattern", "same"))
    odds = [scores(first, unpacked(patterns[at : at + BATCH], VICTIMS.sizes)) for at in range(0, len(patterns), BATCH)]
    return np.asarray((np.concatenate(odds) < FAR) & (same == 0))


def main() -> int:
    """Write them beside the model."""
    Path(sijill.link.persons.learning.__path__[0], TABLE).write_text(to_json(train()) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
