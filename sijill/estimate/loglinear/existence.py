"""Whether the maximum of the likelihood exists, and whether the terms can be told apart."""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

from sijill.estimate.loglinear.design import Design

TOLERANCE = 1e-7


def exists(design: Design, model: NDArray[np.bool_]) -> bool:
    """Whether some counts above zero everywhere have the margins that were seen.

    Maximise s subject to A'mu = A'y and mu >= s, over the cells that empty overlaps leave; the maximum of the
    likelihood exists exactly where s > 0.
    source   Fienberg and Rinaldo (2012), Ann. Stat. 40, section 3; Chan, Silverman and Vincent (2021)
    """
    rows, A = restricted(design, model)
    y = design.y[rows]
    if (y > 0).all():
        return True
    C = len(y)
    solved = linprog(
        c=[*np.zeros(C), -1.0],
        A_ub=np.hstack([-np.eye(C), np.ones((C, 1))]),
        b_ub=np.zeros(C),
        A_eq=np.hstack([A.T, np.zeros((A.shape[1], 1))]),
        b_eq=A.T @ y,
        bounds=[*[(0, None)] * C, (0, max(1.0, float(y.max())))],
    )
    return bool(solved.status == 0 and solved.x[-1] > TOLERANCE * max(1.0, y.mean()))


def identifiable(design: Design, model: NDArray[np.bool_]) -> bool:
    """Whether different parameters always give different counts: A has full column rank in the cells that are left."""
    _, A = restricted(design, model)
    return bool(np.linalg.matrix_rank(A) == A.shape[1])


def restricted(design: Design, model: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    """The cells and columns that are left when every empty overlap of the model is fitted as zero."""
    empty = model & design.empty
    rows = design.A[:, empty].sum(axis=1) == 0
    return rows, design.A[np.ix_(rows, model & ~design.empty)]


def triangles(design: Design) -> int:
    """Triples of lists that overlap pairwise; without one the model of all pairs is not identified."""
    J = len(design.lists)
    overlap = np.zeros((J, J), dtype=int)
    for term, empty in zip(design.terms, design.empty, strict=True):
        if len(term) == 2 and not empty:
            i, k = (design.lists.index(name) for name in term)
            overlap[i, k] = overlap[k, i] = 1
    return int(np.trace(overlap @ overlap @ overlap) // 6)
