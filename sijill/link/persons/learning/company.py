"""What a pair is worth in the company of the other pairs of its rows: a second opinion over the first.

Two rows weigh the same by themselves however many others weigh as much. But a person stands on a list once, as a rule:
the more rows of one list claim to be a row of another, the less each of them is. And rows of one person agree with the
same others. Rivals grow with the lists, so this is what holds the weights of a million rows to their word. All that is
summed is an integer, so sums are the same in any order; trees over it (`boosting`) were trained on invented wars by
`python -m bench.make.person_company`.

source   the one-to-one restraint of Sadinle (2017), Bayesian estimation of bipartite matchings for record linkage,
         and collective resolution of Bhattacharya and Getoor (2007), both as levels that trees weigh.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

import numpy as np
import pyarrow as pa
from scipy.sparse import csr_array

from sijill.link.persons.learning.boosting import Floats, Forest, Levels
from sijill.link.persons.learning.model import WeightsOfAnotherSpec
from sijill.link.persons.learning.patterns import unpacked
from sijill.link.persons.learning.scoring import scores
from sijill.link.persons.victims import VICTIMS
from sijill.link.persons.weighing import LOOSE, Ints, Pairs
from sijill.model.exchange import from_json

TABLE = "company.json"
BESIDE = ("rivals", "fewer_rivals", "friends", "strangers", "fewer_strangers")
NAMES = ("alone", *BESIDE, *VICTIMS.names)
WHOLE = 1000
"""Odds and chances are summed in thousandths."""
MOST = 12.0
"""Log-odds beyond which all are alike."""
FINE, FINEST = 8, 88
"""Steps of log-odds to one, and how many are told apart."""
STEPS = np.unique(np.round(10 ** (np.arange(36) / 5)).astype(np.int64))
"""Thousandths that rivals, friends and strangers reach: five steps to a tenfold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """A forest over NAMES, and the digest of the spec whose levels are among them."""

    spec: str
    forest: Forest


@lru_cache(maxsize=1)
def shipped_company() -> Company:
    """What comes with this version. Raises WeightsOfAnotherSpec."""
    company = from_json(Company, (files(__package__) / TABLE).read_text(encoding="utf-8"))
    if company.spec != VICTIMS.digest:
        raise WeightsOfAnotherSpec(seen=company.spec, wanted=VICTIMS.digest)
    return company


def in_company(pairs: Pairs, lists: Ints) -> Pairs:
    """The same pairs, each with its log-odds beside the others. pairs: as they weigh alone. lists: of each row."""
    return replace(pairs, weight=scores(shipped_company().forest, company_levels(pairs, lists)))


def company_levels(pairs: Pairs, lists: Ints) -> Levels:
    """Levels by NAMES of each pair [pairs, names]."""
    alone = np.clip((np.clip(pairs.weight, -MOST, MOST) - LOOSE) * FINE, 0, FINEST).astype(np.int8)
    return np.column_stack([alone, beside(pairs, lists), unpacked(pairs.pattern, VICTIMS.sizes)])


def beside(pairs: Pairs, lists: Ints) -> Levels:
    """Levels by BESIDE of each pair [pairs, names]: what the other pairs of its rows amount to. pairs: as they weigh
    alone.

    rivals      odds of the other pairs of one row with the list of the other row: of the side that has more, and less
    friends     chances that a third row is both, summed over third rows
    strangers   chances that a third row is the one and not the other: of the side that has more, and less
    """
    weight = np.clip(pairs.weight, -MOST, MOST)
    one, other = _rivals(pairs, lists, np.round(WHOLE * np.exp(weight)))
    friends, this, that = _triangles(pairs, len(lists), np.round(WHOLE / (1 + np.exp(-weight))).astype(np.int64))
    told = (np.maximum(one, other), np.minimum(one, other), friends, np.maximum(this, that), np.minimum(this, that))
    return np.column_stack([np.searchsorted(STEPS, each, side="right").astype(np.int8) for each in told])


def reached(level: int) -> float | None:
    """The odds or records that a level by BESIDE stands for, at least; None of the lowest, next to none."""
    return float(STEPS[level - 1]) / WHOLE if level else None


def _rivals(pairs: Pairs, lists: Ints, odds: Floats) -> tuple[Ints, Ints]:
    """For each pair the odds of the other pairs of its left row with the list of its right row, and the other way."""
    number = int(lists.max(initial=0)) + 1
    key = np.concatenate([pairs.left * number + lists[pairs.right], pairs.right * number + lists[pairs.left]])
    _, at = np.unique(key, return_inverse=True)
    rest = (np.bincount(at, np.tile(odds, 2))[at] - np.tile(odds, 2)).astype(np.int64)
    return rest[: len(odds)], rest[len(odds) :]


def _triangles(pairs: Pairs, size: int, chance: Ints) -> tuple[Ints, Ints, Ints]:
    """Friends of each pair, and strangers of its left and of its right row."""
    if not len(chance):
        return chance, chance, chance
    ends = (np.concatenate([pairs.left, pairs.right]), np.concatenate([pairs.right, pairs.left]))
    near = csr_array((np.tile(chance, 2), ends), shape=(size, size))
    friends = np.asarray((near @ near)[pairs.left, pairs.right]).ravel() // WHOLE
    met = np.bincount(ends[0], np.tile(chance, 2), size).astype(np.int64)
    return friends, *(np.maximum(met[side] - chance - friends, 0) for side in (pairs.left, pairs.right))


def list_numbers(rows: pa.Table) -> Ints:
    """Of each normalised row its list, as a small number."""
    return np.unique(rows.column("list").to_numpy(), return_inverse=True)[1].astype(np.int64)
