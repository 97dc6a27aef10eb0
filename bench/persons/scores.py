"""How well groups of rows are the persons behind them: pairs, B-cubed, whole groups, their number."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Scores:
    """Shares in [0, 1]; count: how many groups too many, as a share of the persons."""

    precision: float
    recall: float
    cubed: float
    exact: float
    count: float

    @property
    def f1(self) -> float:
        """Of pairs."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def scored(group: Ints, person: Ints) -> Scores:
    """Groups against persons."""
    _, g, in_group = np.unique(group, return_inverse=True, return_counts=True)
    _, p, of_person = np.unique(person, return_inverse=True, return_counts=True)
    _, cell, shared = np.unique(g.astype(np.int64) * len(of_person) + p, return_inverse=True, return_counts=True)
    both, grouped, true = _pairs(shared), _pairs(in_group), _pairs(of_person)
    right = float((shared[cell] / in_group[g]).mean())
    found = float((shared[cell] / of_person[p]).mean())
    whole = float(((shared[cell] == in_group[g]) & (shared[cell] == of_person[p])).astype(float)[_firsts(cell)].sum())
    exact = 2 * whole / (len(in_group) + len(of_person))
    count = len(in_group) / len(of_person) - 1
    return Scores(both / max(grouped, 1), both / max(true, 1), 2 * right * found / (right + found), exact, count)


def auc(same: NDArray[np.float64], different: NDArray[np.float64]) -> float:
    """Chance that a pair of one person scores above one of two, ties as half."""
    values, at = np.unique(np.r_[same, different], return_inverse=True)
    up = np.bincount(at[: len(same)], minlength=len(values))
    down = np.bincount(at[len(same) :], minlength=len(values))
    below = np.cumsum(down) - down
    return float((up * (below + down / 2)).sum() / (len(same) * len(different)))


def _pairs(sizes: Ints) -> float:
    return float((sizes * (sizes - 1) / 2).sum())


def _firsts(cell: Ints) -> Ints:
    return np.unique(cell, return_index=True)[1]
