"""DuckDB against the plain reference, and Spark against DuckDB: the same pairs, the same levels, the same persons."""

import numpy as np
import pytest

from sijill.demo.lists.generator import generated
from sijill.demo.lists.rows import victim_rows
from sijill.link.persons.learning.model import Guarded, shipped
from sijill.link.persons.linking import link_rows
from sijill.link.persons.rows import normalised
from sijill.link.persons.spec import levels_of
from sijill.link.persons.victims import VICTIMS
from sijill.link.persons.weighing import prepare
from sijill.model.arrow import to_table
from sijill.model.person import VictimRow
from sijill.store.engines.duck import DuckEngine
from sijill.store.engines.spark import SparkEngine
from tests.agree.plain_persons import candidates, crowds, levels


@pytest.mark.parametrize("seed", range(4))
def test_duckdb_finds_the_pairs_and_levels_of_the_reference(seed):
    rows = normalised(to_table(VictimRow, victim_rows(generated(250, seed).rows)))
    with DuckEngine() as engine:
        prepare(rows, VICTIMS, engine)
        found = engine.ask("SELECT l, r, pattern FROM pairs").to_pylist()
    plain = crowds(rows.to_pylist())
    assert {(each["l"], each["r"]) for each in found} == candidates(plain)
    assert len(found) == len({(each["l"], each["r"]) for each in found})
    for each in found:
        expected = levels(plain[each["l"]], plain[each["r"]])
        assert dict(zip(VICTIMS.names, levels_of(each["pattern"], VICTIMS.sizes), strict=True)) == expected


def test_spark_gives_the_same_persons_as_duckdb_bit_for_bit():
    """Ten thousand rows; the weights are summed in one place, so that not even a last digit can differ."""
    rows = to_table(VictimRow, victim_rows(generated(6200, 11).rows[:10_000]))
    assert rows.num_rows == 10_000
    model = Guarded(forest=shipped().forest)
    with DuckEngine() as engine:
        local = link_rows(rows, engine, model)
    with SparkEngine() as engine:
        spread = link_rows(rows, engine, model)
    assert np.array_equal(local.group, spread.group)
    for name in ("left", "right", "pattern", "weight"):
        assert np.array_equal(getattr(local.pairs, name), getattr(spread.pairs, name))
