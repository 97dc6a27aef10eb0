"""Records of a case that grows: what is linked alone, when all are linked again, and that both end in the same."""

import shutil

import numpy as np
import pyarrow as pa
import pytest

from sijill.chain.derived import COMPARED, Derived
from sijill.chain.persons.growing import linked_rows
from sijill.demo.lists.generator import generated
from sijill.demo.lists.rows import victim_rows
from sijill.link.persons.grouping import NOTHING, Judged
from sijill.link.persons.learning.boosting import Forest
from sijill.link.persons.learning.model import Guarded, shipped
from sijill.link.persons.linking import link_rows
from sijill.model.arrow import to_table
from sijill.model.person import VictimRow
from sijill.store.engines.duck import DuckEngine
from sijill.store.tables import Tables

MODEL = Guarded(forest=shipped().forest)
LAST = 16


@pytest.fixture(scope="module")
def rows():
    return to_table(VictimRow, victim_rows(generated(200, 21).rows))


def linking(folder):
    """What links rows and keeps the result in a folder."""
    derived = Derived(Tables(folder))

    def link(rows, *, unnamed=(), judged=NOTHING, model=MODEL):
        return linked_rows(rows, unnamed, judged, model=model, derived=derived, begin=DuckEngine)

    return link


@pytest.fixture(scope="module")
def at_rest(rows, tmp_path_factory):
    """All the rows, linked once."""
    folder = tmp_path_factory.mktemp("at_rest")
    return folder, linking(folder)(rows)[0]


@pytest.fixture
def again(at_rest, tmp_path):
    """What links on where they rest."""
    shutil.copytree(at_rest[0], tmp_path, dirs_exist_ok=True)
    return linking(tmp_path)


def at_once(rows, *, unnamed=(), judged=NOTHING):
    with DuckEngine() as engine:
        return link_rows(rows, engine, MODEL, judged=judged, unnamed=unnamed)


def same(one, other):
    assert np.array_equal(one.group, other.group)
    assert one.normal.equals(other.normal)
    for name in ("left", "right", "pattern", "weight"):
        assert np.array_equal(getattr(one.pairs, name), getattr(other.pairs, name))


def test_rows_after_those_at_rest_are_linked_alone_with_the_result_of_linking_all(rows, tmp_path):
    """Once, and once more from what the second run left; rows that name nobody are among old and new ones."""
    linked = linking(tmp_path)
    unnamed, size = (3, rows.num_rows - 3), rows.num_rows
    assert linked(rows.slice(0, size - 2 * LAST), unnamed=(3,))[1] == size - 2 * LAST
    assert linked(rows.slice(0, size - LAST), unnamed=(3,))[1] == LAST
    found, new = linked(rows, unnamed=unnamed)
    assert new == LAST
    same(found, at_once(rows, unnamed=unnamed))


def test_a_judgement_alone_links_no_row_again_and_stands(again, at_rest, rows):
    first = at_rest[1]
    likely = int(np.argmax(first.pairs.weight))
    judged = Judged(apart=frozenset({(int(first.pairs.left[likely]), int(first.pairs.right[likely]))}))
    found, new = again(rows, judged=judged)
    assert new == 0
    same(found, at_once(rows, judged=judged))
    taken_back, new = again(rows)
    assert new == 0
    same(taken_back, first)


def changed(rows):
    """The first row is of another place now."""
    at = rows.schema.get_field_index("place")
    return rows.set_column(at, "place", pa.array(["Kessa", *rows.column("place").to_pylist()[1:]]))


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(lambda rows: rows.slice(1), id="a row went"),
        pytest.param(changed, id="a row changed"),
        pytest.param(lambda rows: rows.take([1, 0, *range(2, rows.num_rows)]), id="rows moved"),
        pytest.param(lambda rows: pa.concat_tables([rows, rows.slice(0, rows.num_rows // 5)]), id="many came"),
    ],
)
def test_whatever_else_happens_all_are_linked_again(again, rows, after):
    assert again(after(rows))[1] == after(rows).num_rows


def test_a_row_that_no_longer_names_anybody_links_all_again(again, rows):
    assert again(rows, unnamed=(0,))[1] == rows.num_rows


def test_other_weights_link_all_again(again, rows):
    other = Guarded(forest=Forest(names=MODEL.forest.names, base=0.0, trees=MODEL.forest.trees))
    assert again(rows, model=other)[1] == rows.num_rows


def test_a_run_that_was_cut_short_leaves_nothing_to_add_to(again, rows, tmp_path):
    Tables(tmp_path).remove(COMPARED)
    assert again(rows)[1] == rows.num_rows


def test_a_case_without_records_and_one_that_begins_after_it(rows, tmp_path):
    linked = linking(tmp_path)
    assert linked(rows.slice(0, 0))[0].group.tolist() == []
    assert linked(rows.slice(0, 0))[0].group.tolist() == []
    assert linked(rows.slice(0, 1))[1] == 1
