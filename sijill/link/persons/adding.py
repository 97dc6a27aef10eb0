"""A list added to rows that are linked already: only what it changes is compared again, and the result is that of
linking all of them at once.

A new row changes old ones in three ways: a name becomes common, a crowd reaches its next step, a group of a block grows
over its cap. Rows that are so touched are compared again with everybody; every other pair weighs alone what it weighed.
Where that changed a pair, the pairs beside it are weighed in their company again.
"""

from collections.abc import Collection
from dataclasses import replace

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from sijill.link.persons.averages import components
from sijill.link.persons.compiled import Touching, touching
from sijill.link.persons.engine import Engine
from sijill.link.persons.grouping import NOTHING, THRESHOLD, Judged, grouped
from sijill.link.persons.learning.company import in_company, list_numbers
from sijill.link.persons.linking import LinkedRows, named
from sijill.link.persons.rows import NAMES, normalised, with_often
from sijill.link.persons.victims import VICTIMS
from sijill.link.persons.weighing import Ints, Pairs, Weigher, in_order, kept, together, weigh


def added(
    base: LinkedRows,
    rows: pa.Table,
    engine: Engine,
    model: Weigher,
    *,
    judged: Judged = NOTHING,
    before: Judged = NOTHING,
    unnamed: Collection[int] = (),
) -> LinkedRows:
    """The rows of `base` and these after them, linked: what `link_rows` of all of them gives.

    base      linked with the same model and the default threshold
    judged    on all rows, by their places among all       before   what of it stood when the base was linked
    unnamed   among all rows
    """
    size = base.normal.num_rows
    every = _after(base.normal, normalised(rows))
    statements = touching(VICTIMS, engine.dialect, size)
    engine.put("rows", every)
    touched = _touched(base.normal, every, engine, statements)
    pairs = named(_compared(touched, engine, statements, model), unnamed)
    old = replace(base.pairs, weight=base.alone)
    alone = together((_chosen(old, ~(touched[old.left] | touched[old.right])), pairs))
    found = _weighed_again(base, alone, every)
    touched = _ends_of_changed(base.pairs, found, every.num_rows)
    touched[size:] = True
    moved = _judged_rows(judged) ^ _judged_rows(before)
    group = _regrouped(base, found, touched, moved, judged)
    return LinkedRows(group=group, pairs=found, alone=alone.weight, normal=every)


def _after(base: pa.Table, rows: pa.Table) -> pa.Table:
    """All rows in one table, numbered on, with how often each name is borne among all of them."""
    number = pa.array(np.arange(base.num_rows, base.num_rows + rows.num_rows, dtype=np.int64))
    rows = rows.set_column(0, "rec", number)
    return with_often(pa.concat_tables([base, rows.cast(base.schema)]).combine_chunks())


def _touched(base: pa.Table, every: pa.Table, engine: Engine, statements: Touching) -> NDArray[np.bool_]:
    """A mark for each row: new, or one whose levels or blocks the new rows may change."""
    touched = np.zeros(every.num_rows, dtype=bool)
    touched[base.num_rows :] = True
    for name in NAMES:
        was, now = (each.column(f"{name}_often").to_numpy() for each in (base, every))
        touched[: base.num_rows] |= was != now[: base.num_rows]
    engine.make("crowded", statements.crowded)
    engine.make("every_key", statements.every_key)
    for statement in statements.grown:
        touched[engine.ask(statement).column("rec").to_numpy()] = True
    return touched


def _compared(touched: NDArray[np.bool_], engine: Engine, statements: Touching, model: Weigher) -> Pairs:
    """Pairs of touched rows with anybody."""
    engine.put("touched", pa.table({"rec": np.flatnonzero(touched)}))
    engine.make("reached", statements.reached)
    engine.make("keyed", statements.keyed)
    engine.make("pairs", statements.pairs)
    counted = in_order(engine.ask(statements.counted))
    return kept(counted, weigh(counted, VICTIMS, model), engine)


def _weighed_again(base: LinkedRows, alone: Pairs, every: pa.Table) -> Pairs:
    """All pairs in the company that they now keep: those that share a row with a changed pair anew, the others as they
    stood.
    """
    size = every.num_rows
    changed = _ends_of_changed(replace(base.pairs, weight=base.alone), alone, size)
    anew = changed[alone.left] | changed[alone.right]
    ends = np.zeros(size, dtype=bool)
    ends[alone.left[anew]] = ends[alone.right[anew]] = True
    beside = ends[alone.left] | ends[alone.right]
    again = in_company(_chosen(alone, beside), list_numbers(every))
    weight = np.empty(len(alone.weight))
    weight[anew] = again.weight[anew[beside]]
    at = np.searchsorted(_numbered(base.pairs), _numbered(alone)[~anew])
    weight[~anew] = base.pairs.weight[at]
    return replace(alone, weight=weight)


def _ends_of_changed(before: Pairs, after: Pairs, size: int) -> NDArray[np.bool_]:
    """A mark for each row that is in a pair of one side alone, or of both with other levels or another weight."""
    marks = np.zeros(size, dtype=bool)
    old, new = _numbered(before), _numbered(after)
    shared, mine, theirs = np.intersect1d(old, new, assume_unique=True, return_indices=True)
    same = (before.weight[mine] == after.weight[theirs]) & (before.pattern[mine] == after.pattern[theirs])
    stays = shared[same]
    for pairs, numbers in ((before, old), (after, new)):
        moved = ~np.isin(numbers, stays, assume_unique=True)
        marks[pairs.left[moved]] = marks[pairs.right[moved]] = True
    return marks


def _numbered(pairs: Pairs) -> Ints:
    """Each pair as one number, ascending as the pairs are."""
    return pairs.left << 32 | pairs.right


def _chosen(pairs: Pairs, which: NDArray[np.bool_]) -> Pairs:
    return replace(
        pairs,
        left=pairs.left[which],
        right=pairs.right[which],
        pattern=pairs.pattern[which],
        weight=pairs.weight[which],
    )


def _judged_rows(judged: Judged) -> set[tuple[int, int]]:
    return set(judged.same | judged.apart)


def _regrouped(
    base: LinkedRows, found: Pairs, touched: NDArray[np.bool_], moved: set[tuple[int, int]], judged: Judged
) -> Ints:
    """Groups of whatever a join could reach, now or before, from a touched row or a new judgement; the others stand."""
    size = len(touched)
    ends = np.array(sorted(moved | judged.same), dtype=np.int64).reshape(-1, 2)
    were, are = base.pairs.weight > THRESHOLD, found.weight > THRESHOLD
    hangs = components(
        size,
        np.concatenate([base.pairs.left[were], found.left[are], ends[:, 0]]),
        np.concatenate([base.pairs.right[were], found.right[are], ends[:, 1]]),
    )
    again = np.zeros(size, dtype=bool)
    again[hangs[touched]] = True
    again[hangs[np.array(sorted({row for pair in moved for row in pair}), dtype=np.int64)]] = True
    again = again[hangs]
    mine = again[found.left] & again[found.right]
    inside = Judged(
        same=frozenset(pair for pair in judged.same if again[pair[0]]),
        apart=judged.apart,
    )
    group = grouped(size, _chosen(found, mine), inside)
    stands = np.flatnonzero(~again)
    group[stands] = base.group[stands]
    return group
