"""Victim rows to groups of rows, each one human being: the door of this folder for the chain and for benchmarks."""

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa

from sijill.link.persons.engine import Engine
from sijill.link.persons.grouping import NOTHING, THRESHOLD, Judged, grouped
from sijill.link.persons.learning.company import in_company, list_numbers
from sijill.link.persons.rows import normalised
from sijill.link.persons.victims import VICTIMS
from sijill.link.persons.weighing import Floats, Ints, Pairs, Weigher, weighed


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedRows:
    """group: for each row the lowest row of its group. pairs: those that spoke for or against it.

    alone    log-odds of each pair by itself, before it was weighed in the company of the others
    normal   the rows as they were compared
    """

    group: Ints
    pairs: Pairs
    alone: Floats
    normal: pa.Table


def link_rows(
    rows: pa.Table,
    engine: Engine,
    model: Weigher,
    *,
    judged: Judged = NOTHING,
    unnamed: Collection[int] = (),
    threshold: float = THRESHOLD,
) -> LinkedRows:
    """rows: of `model.person.VictimRow`, in ledger order; a group is named after its earliest row.

    unnamed   rows that name nobody: only a judgement makes them one person with another row
    """
    normal = normalised(rows)
    alone = named(weighed(normal, VICTIMS, engine, model), unnamed)
    pairs = in_company(alone, list_numbers(normal))
    group = grouped(rows.num_rows, pairs, judged, threshold=threshold)
    return LinkedRows(group=group, pairs=pairs, alone=alone.weight, normal=normal)


def named(pairs: Pairs, unnamed: Collection[int]) -> Pairs:
    """The pairs without those of rows that name nobody."""
    if not unnamed:
        return pairs
    nobody = np.fromiter(unnamed, dtype=np.int64)
    both = ~(np.isin(pairs.left, nobody) | np.isin(pairs.right, nobody))
    return replace(
        pairs, left=pairs.left[both], right=pairs.right[both], pattern=pairs.pattern[both], weight=pairs.weight[both]
    )
