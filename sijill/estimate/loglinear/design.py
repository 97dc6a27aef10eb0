"""Cells and terms of a log-linear model, both as sets of lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from sijill.estimate.overlap import cells_of
from sijill.model.estimate import Overlap

Term = tuple[str, ...]
"""The lists whose dependence it is: one for a list itself, two for a pair, three for a triple."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """All patterns but the unseen one against all terms that a model may have.

    terms   [T]: the intercept (), each list, then the pairs, then the triples, where asked for
    A       [2^J - 1, T] 1 where the pattern holds all lists of the term
    y       [2^J - 1] persons
    empty   [T] whether nobody at all is on all lists of the term
    """

    lists: tuple[str, ...]
    terms: tuple[Term, ...]
    A: NDArray[np.float64]
    y: NDArray[np.float64]
    empty: NDArray[np.bool_]

    @property
    def n(self) -> int:
        """Persons documented."""
        return int(self.y.sum())

    def column(self, term: Sequence[str]) -> int:
        """Of a term, in whatever order its lists are named."""
        return self.terms.index(tuple(name for name in self.lists if name in term))


def design_of(overlap: Overlap, *, order: int = 2) -> Design:
    """order: lists in the largest terms, 1 to 3."""
    J, lists = len(overlap.lists), overlap.lists
    terms: list[Term] = [each for size in range(order + 1) for each in combinations(lists, size)]
    patterns = (np.arange(1, 2**J)[:, None] >> np.arange(J)) & 1
    A = np.array([[all(row[lists.index(name)] for name in term) for term in terms] for row in patterns], dtype=float)
    cells = cells_of(overlap)
    y = np.zeros(2**J)
    y[cells.x @ (1 << np.arange(J))] = cells.n
    return Design(lists=lists, terms=tuple(terms), A=A, y=y[1:], empty=(A.T @ y[1:] == 0))
