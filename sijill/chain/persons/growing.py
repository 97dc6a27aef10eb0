"""The rows of a case linked: all of them, or only those that came after the rows that rest linked already.

Both give the same, bit for bit (`link.persons.adding`). What rests is what the last run compared and what came of it:
the flat rows with the group of each, the pairs that were kept, and the judgements that stood. The rows are written last
and removed first, so a run that was cut short leaves none, and the next one links everything.
"""

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from sijill.chain.derived import COMPARED, JUDGED, KEPT, Derived
from sijill.chain.versions import digest, version_of
from sijill.link.persons.adding import added
from sijill.link.persons.engine import Engine
from sijill.link.persons.grouping import Judged
from sijill.link.persons.learning.model import Guarded
from sijill.link.persons.linking import LinkedRows, link_rows
from sijill.link.persons.rows import normalised
from sijill.link.persons.weighing import Pairs
from sijill.model.exchange import to_json
from sijill.store.engines.duck import DuckEngine

Begin = Callable[[], AbstractContextManager[Engine]]
FEW = 0.1
"""Share of the rows at rest up to which further ones are added to them; more are linked together with all others."""
GROUP, UNNAMED = "group", "unnamed"
COLUMNS = ["left", "right", "pattern", "weight", "alone"]
PAIR = pa.schema({"left": pa.int64(), "right": pa.int64(), "same": pa.bool_()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """What the last run left. rows: flat, in ledger order, with a mark on those that name nobody."""

    rows: pa.Table
    linked: LinkedRows
    judged: Judged

    def head_of(self, rows: pa.Table) -> bool:
        """Do these rows begin with all of mine, unchanged, and are those after them few?"""
        size = self.rows.num_rows
        few = 0 <= rows.num_rows - size <= FEW * size
        return few and bool(rows.slice(0, size).equals(self.rows))


def linked_rows(
    rows: pa.Table, unnamed: Collection[int], judged: Judged, *, model: Guarded, derived: Derived, begin: Begin
) -> tuple[LinkedRows, int]:
    """The rows linked and put at rest, and how many of them were new. rows: of VictimRow, in ledger order."""
    key = digest(version_of("capture/lists", "link", "language", "model"), to_json(model.forest))
    marks = np.zeros(rows.num_rows, dtype=bool)
    marks[list(unnamed)] = True
    marked = rows.append_column(UNNAMED, pa.array(marks))
    resting = _resting(derived, key)
    with (begin if rows.num_rows > 1 else DuckEngine)() as engine:
        if resting is not None and resting.head_of(marked):
            old = resting.rows.num_rows
            after, before = rows.slice(old), resting.judged
            linked = added(resting.linked, after, engine, model, judged=judged, before=before, unnamed=unnamed)
        else:
            old = 0
            linked = link_rows(rows, engine, model, judged=judged, unnamed=unnamed)
    _keep(derived, key, marked, linked, judged)
    return linked, rows.num_rows - old


def at_rest(derived: Derived) -> bool:
    """Is there something that further rows could be added to? What was deleted is made again."""
    return all(derived.tables.key(name) is not None for name in (COMPARED, KEPT, JUDGED))


def _resting(derived: Derived, key: str) -> Resting | None:
    rows, pairs, judged = (derived.tables.get(name, key) for name in (COMPARED, KEPT, JUDGED))
    if rows is None or pairs is None or judged is None:
        return None
    left, right, pattern, weight, alone = (pairs.column(name).to_numpy() for name in COLUMNS)
    marked = rows.drop_columns([GROUP])
    told = list(zip(*(judged.column(name).to_pylist() for name in PAIR.names), strict=True))
    return Resting(
        rows=marked,
        linked=LinkedRows(
            group=rows.column(GROUP).to_numpy(),
            pairs=Pairs(left=left, right=right, pattern=pattern, weight=weight, looked_at=len(left)),
            alone=alone,
            normal=normalised(marked.drop_columns([UNNAMED])),
        ),
        judged=Judged(
            same=frozenset((a, b) for a, b, same in told if same),
            apart=frozenset((a, b) for a, b, same in told if not same),
        ),
    )


def _keep(derived: Derived, key: str, marked: pa.Table, linked: LinkedRows, judged: Judged) -> None:
    derived.tables.remove(COMPARED)
    pairs = linked.pairs
    kept = (pairs.left, pairs.right, pairs.pattern, pairs.weight, linked.alone)
    derived.tables.put(KEPT, key, pa.table(list(map(pa.array, kept)), names=COLUMNS))
    told = sorted([*((*pair, True) for pair in judged.same), *((*pair, False) for pair in judged.apart)])
    sides = [[each[at] for each in told] for at in range(len(PAIR))]
    derived.tables.put(JUDGED, key, pa.table(sides, schema=PAIR))
    derived.tables.put(COMPARED, key, marked.append_column(GROUP, pa.array(linked.group)))
