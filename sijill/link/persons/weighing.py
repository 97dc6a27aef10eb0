"""Candidate pairs with their log-odds: the spec on an engine, a model over the patterns that occur."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from sijill.link.persons.compiled import Statements, compiled
from sijill.link.persons.compiled import by_chance as chance_pairs
from sijill.link.persons.engine import Engine
from sijill.link.persons.learning.patterns import unpacked
from sijill.link.persons.spec import LinkSpec

LOOSE = -3.0
"""Log-odds from which on a pair is kept at all; those below count as never seen."""
BATCH = 200_000
PART = 40_000
"""Rows whose pairs are compared at a time."""
CHANCE = 400_000
"""Pairs that are drawn by chance, about."""

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class Weigher(Protocol):
    """A model: log-odds that the pairs of each row of levels are one person."""

    def weigh(self, levels: NDArray[np.int8]) -> Floats:
        """levels [patterns, comparisons] -> log-odds [patterns]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Pairs of rows, left < right, in that order, with their packed levels and the log-odds that they are one person.

    looked_at   candidate pairs in all, those too unlikely to be kept among them
    """

    left: Ints
    right: Ints
    pattern: Ints
    weight: Floats
    looked_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The patterns that occur, in ascending order, and how many candidate pairs have each."""

    patterns: Ints
    pairs: Ints


def prepare(rows: pa.Table, spec: LinkSpec, engine: Engine) -> Counted:
    """Block, compare and count on the engine, all pairs at once. rows: normalised."""
    statements = _blocked(rows, spec, engine, parts=1)
    engine.make("pairs", statements.pairs[0])
    return in_order(engine.ask(statements.counted))


def weighed(rows: pa.Table, spec: LinkSpec, engine: Engine, model: Weigher, *, loose: float = LOOSE) -> Pairs:
    """The pairs that weigh more than `loose`, part by part, so that memory does not grow with the pairs looked at.

    rows   normalised
    """
    statements = _blocked(rows, spec, engine, parts=max(1, -(-rows.num_rows // PART)))
    found = []
    for part in statements.pairs:
        engine.make("pairs", part)
        counted = in_order(engine.ask(statements.counted))
        found.append(kept(counted, weigh(counted, spec, model), engine, loose=loose))
    return together(found)


def together(parts: Sequence[Pairs]) -> Pairs:
    """Parts as one, in order."""
    left, right, pattern, weight = (
        np.concatenate([getattr(each, name) for each in parts]) for name in ("left", "right", "pattern", "weight")
    )
    order = np.lexsort((right, left))
    return Pairs(
        left=left[order],
        right=right[order],
        pattern=pattern[order],
        weight=weight[order],
        looked_at=sum(each.looked_at for each in parts),
    )


def _blocked(rows: pa.Table, spec: LinkSpec, engine: Engine, *, parts: int) -> Statements:
    statements = compiled(spec, engine.dialect, parts=parts)
    engine.put("rows", rows)
    engine.make("every_key", statements.every_key)
    engine.make("keyed", statements.keyed)
    engine.drop("every_key")
    engine.make("crowded", statements.crowded)
    engine.drop("rows")
    return statements


def in_order(counted: pa.Table) -> Counted:
    """Counted patterns as an engine gives them, in ascending order."""
    patterns, pairs = (np.asarray(counted.column(name).to_numpy()) for name in ("pattern", "pairs"))
    order = np.argsort(patterns, kind="stable")
    return Counted(patterns=patterns[order].astype(np.int64), pairs=pairs[order].astype(np.int64))


def by_chance(size: int, spec: LinkSpec, engine: Engine) -> Counted:
    """Patterns of pairs of rows drawn without regard to what they say: what levels mean nothing. After `prepare`."""
    times = max(1, min(40, CHANCE // max(1, size)))
    return in_order(engine.ask(chance_pairs(spec, size, times)))


def weigh(counted: Counted, spec: LinkSpec, model: Weigher) -> Floats:
    """Log-odds of each pattern that occurs, in flat memory."""
    found = [
        model.weigh(unpacked(counted.patterns[at : at + BATCH], spec.sizes))
        for at in range(0, len(counted.patterns), BATCH)
    ]
    return np.concatenate(found) if found else np.zeros(0)


def kept(counted: Counted, weights: Floats, engine: Engine, *, loose: float = LOOSE) -> Pairs:
    """The pairs whose pattern weighs more than `loose`."""
    likely = weights > loose
    engine.put("likely", pa.table({"pattern": pa.array(counted.patterns[likely])}))
    found = engine.ask("SELECT p.l, p.r, p.pattern FROM pairs AS p JOIN likely AS k ON p.pattern = k.pattern")
    left, right, pattern = (found.column(name).to_numpy().astype(np.int64) for name in ("l", "r", "pattern"))
    order = np.lexsort((right, left))
    left, right, pattern = left[order], right[order], pattern[order]
    return Pairs(
        left=left,
        right=right,
        pattern=pattern,
        weight=weights[np.searchsorted(counted.patterns, pattern)],
        looked_at=int(counted.pairs.sum()),
    )


def chosen_levels(pattern: int, spec: LinkSpec) -> Sequence[tuple[str, int]]:
    """The levels of one pattern by the names of their comparisons."""
    return list(zip(spec.names, (int(each) for each in unpacked(np.array([pattern]), spec.sizes)[0]), strict=True))
