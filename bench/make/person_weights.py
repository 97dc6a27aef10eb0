"""Train the weights that come with the package, on invented wars: `python -m bench.make.person_weights`."""

import sys
from pathlib import Path

import numpy as np
import pyarrow as pa

import sijill.link.persons.learning
from sijill.demo.lists.generator import Lists
from sijill.demo.lists.rows import victim_rows
from sijill.demo.lists.worlds import worlds
from sijill.link.persons.learning.boosting import trained
from sijill.link.persons.learning.model import TABLE, Weights
from sijill.link.persons.learning.patterns import unpacked
from sijill.link.persons.rows import normalised
from sijill.link.persons.victims import VICTIMS
from sijill.link.persons.weighing import prepare
from sijill.model.arrow import to_table
from sijill.model.exchange import to_json
from sijill.model.person import VictimRow
from sijill.store.engines.duck import DuckEngine

WORLDS, PERSONS, SEED = 4, 25_000, 100
ROUNDS, DEPTH = 100, 5


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


def train() -> Weights:
    """The weights."""
    table = pa.concat_tables(counts(lists) for lists in worlds(WORLDS, PERSONS, SEED))
    table = (
        table.group_by("pattern", use_threads=False).aggregate([("same", "sum"), ("apart", "sum")]).sort_by("pattern")
    )
    levels = unpacked(table.column("pattern").to_numpy(), VICTIMS.sizes)
    same, apart = (table.column(f"{name}_sum").to_numpy().astype(np.float64) for name in ("same", "apart"))
    forest = trained(levels, same, apart, names=VICTIMS.names, rounds=ROUNDS, depth=DEPTH)
    return Weights(spec=VICTIMS.digest, forest=forest)


def main() -> int:
    """Write them beside the model."""
    Path(sijill.link.persons.learning.__path__[0], TABLE).write_text(to_json(train()) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
