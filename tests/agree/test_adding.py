"""Rows added to rows that are linked: the same pairs and persons, bit for bit, as linking all of them at once."""

import numpy as np
import pytest

from sijill.demo.lists.generator import generated
from sijill.demo.lists.population import World
from sijill.demo.lists.rows import victim_rows
from sijill.link.persons.adding import added
from sijill.link.persons.grouping import NOTHING, Judged
from sijill.link.persons.learning.model import Guarded, shipped
from sijill.link.persons.linking import link_rows
from sijill.model.arrow import to_table
from sijill.model.person import VictimRow
from sijill.store.engines.duck import DuckEngine

CROWDED = World(days=60, tail=1.1, together=0.3)
"""A short war: crowds and caps are reached often."""


def same(one, other):
    assert np.array_equal(one.group, other.group)
    for name in ("left", "right", "pattern", "weight"):
        assert np.array_equal(getattr(one.pairs, name), getattr(other.pairs, name))


def linked(rows, judged=NOTHING):
    with DuckEngine() as engine:
        return link_rows(rows, engine, Guarded(forest=shipped().forest), judged=judged)


@pytest.mark.parametrize(("seed", "last"), [(1, 1), (2, 60), (3, 300)])
def test_adding_ends_where_linking_at_once_does(seed, last):
    rows = to_table(VictimRow, victim_rows(generated(700, seed, world=CROWDED).rows))
    first = rows.num_rows - last
    with DuckEngine() as engine:
        grown = added(linked(rows.slice(0, first)), rows.slice(first), engine, Guarded(forest=shipped().forest))
    same(grown, linked(rows))


def test_judgements_made_meanwhile_are_kept():
    """Two of the old rows are judged apart, and an old one the same as a new one."""
    rows = to_table(VictimRow, victim_rows(generated(300, 4, world=CROWDED).rows))
    first = rows.num_rows - 40
    base = linked(rows.slice(0, first))
    likely = int(np.argmax(base.pairs.weight))
    judged = Judged(
        same=frozenset({(0, rows.num_rows - 1)}),
        apart=frozenset({(int(base.pairs.left[likely]), int(base.pairs.right[likely]))}),
    )
    with DuckEngine() as engine:
        grown = added(base, rows.slice(first), engine, Guarded(forest=shipped().forest), judged=judged)
    same(grown, linked(rows, judged))
