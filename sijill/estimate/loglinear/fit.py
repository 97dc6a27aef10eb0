"""Maximum likelihood by iteratively reweighted least squares, thousands of models at a time."""

from dataclasses import dataclass
from math import exp, inf, lgamma, log

import numba
import numpy as np
from numpy.typing import NDArray

from sijill.estimate.loglinear.design import Design

FITTED, NOT_IDENTIFIED, AT_THE_BOUNDARY = 0, 1, 2
SMALLEST_MU = 1e-10
"""A fitted count below this, or one that still moves, is on its way to zero: the maximum does not exist."""
STEPS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Fits:
    """What came of fitting models, one row each.

    models      [M, T] terms that each has
    N           n + exp(intercept) [persons]; nan where not fitted
    loglik      log-likelihood of the counts
    k           parameters, those of empty overlaps (fitted as minus infinity) included
    state       FITTED | NOT_IDENTIFIED | AT_THE_BOUNDARY
    """

    models: NDArray[np.bool_]
    N: NDArray[np.float64]
    loglik: NDArray[np.float64]
    k: NDArray[np.int64]
    state: NDArray[np.int64]
    n: int

    @property
    def aic(self) -> NDArray[np.float64]:
        """-2 loglik + 2 k"""
        return np.where(self.state == FITTED, -2 * self.loglik + 2 * self.k, inf)

    @property
    def bic(self) -> NDArray[np.float64]:
        """-2 loglik + k log n, n persons documented"""
        return np.where(self.state == FITTED, -2 * self.loglik + self.k * log(self.n), inf)


def fit(design: Design, models: NDArray[np.bool_], y: NDArray[np.float64] | None = None) -> Fits:
    """Fit each model (row: its terms) to the counts of the design, or to others in the same cells.

    A pair that nobody is on has its parameter at minus infinity: every cell that holds it is fitted as zero and left
    out, and the parameter counts.
    source   Fienberg and Rinaldo (2012), Ann. Stat. 40; Chan, Silverman and Vincent (2021), J. Am. Stat. Assoc. 116
    """
    counts = design.y if y is None else y
    empty = design.A.T @ counts == 0
    N, loglik, k, state, _ = fit_all(design.A, counts, models, empty)
    return Fits(models=models, N=N, loglik=loglik, k=k, state=state, n=int(counts.sum()))


@numba.njit(cache=True)
def fit_all(A, y, models, empty):  # type: ignore[no-untyped-def]
    """Kernel: N, loglik, k, state, fitted counts [M, C] for every row of models [M, T]."""
    M, C = models.shape[0], A.shape[0]
    N, loglik = np.full(M, np.nan), np.full(M, np.nan)
    k, state, mu = np.zeros(M, np.int64), np.zeros(M, np.int64), np.zeros((M, C))
    for m in range(M):
        state[m], intercept = _fit(A, y, models[m], empty, mu[m])
        k[m] = models[m].sum()
        if state[m] == FITTED:
            N[m] = y.sum() + exp(intercept)
            total = 0.0
            for c in range(C):
                if mu[m, c] > 0:
                    total += y[c] * log(mu[m, c]) - mu[m, c] - lgamma(y[c] + 1)
            loglik[m] = total
    return N, loglik, k, state, mu


@numba.njit(cache=True)
def _fit(A, y, model, empty, mu):  # type: ignore[no-untyped-def]
    """One model; writes its fitted counts. Newton's steps on the log scale from (y + mean y)/2."""
    C = A.shape[0]
    columns = np.flatnonzero(model & ~empty)
    without = np.flatnonzero(model & empty)
    P = len(columns)
    rows = np.zeros(C, np.int64)
    R = 0
    for c in range(C):
        kept = True
        for t in without:
            if A[c, t] == 1:
                kept = False
        if kept:
            rows[R] = c
            R += 1
    B = np.zeros((R, P))
    eta = np.zeros(R)
    mean = y.sum() / max(R, 1)
    for r in range(R):
        for p in range(P):
            B[r, p] = A[rows[r], columns[p]]
        eta[r] = log((y[rows[r]] + mean) / 2)
    if R < P:
        return NOT_IDENTIFIED, 0.0
    beta, H, seen = np.zeros(P), np.zeros((P, P)), y[rows[:R]]
    for step in range(STEPS):
        if not _newton(B, seen, eta, beta, H):
            return NOT_IDENTIFIED if step == 0 else AT_THE_BOUNDARY, 0.0
        moved = 0.0
        for r in range(R):
            now = 0.0
            for p in range(P):
                now += B[r, p] * beta[p]
            now = min(now, 40.0)
            moved = max(moved, abs(now - eta[r]))
            eta[r] = now
        if moved < 1e-9:
            break
        if step == STEPS - 1:
            return AT_THE_BOUNDARY, 0.0
    lowest = inf
    for r in range(R):
        mu[rows[r]] = exp(eta[r])
        lowest = min(lowest, mu[rows[r]])
    return (AT_THE_BOUNDARY if lowest < SMALLEST_MU else FITTED), beta[0]


@numba.njit(cache=True)
def _newton(B, y, eta, beta, H):  # type: ignore[no-untyped-def]
    """beta = (B'WB)^-1 B'Wz by Cholesky, W = mu, z = eta + (y - mu)/mu; False where B'WB is singular."""
    R, P = B.shape
    H[:] = 0.0
    beta[:] = 0.0
    for r in range(R):
        w = exp(eta[r])
        wz = w * eta[r] + y[r] - w
        for p in range(P):
            if B[r, p] == 0:
                continue
            beta[p] += wz
            for q in range(p + 1):
                H[p, q] += w * B[r, q]
    for p in range(P):
        left = H[p, p]
        whole = left
        for q in range(p):
            left -= H[p, q] * H[p, q]
        if not left > 1e-11 * whole:
            return False
        root = left**0.5
        H[p, p] = root
        for s in range(p + 1, P):
            dot = H[s, p]
            for q in range(p):
                dot -= H[s, q] * H[p, q]
            H[s, p] = dot / root
    for p in range(P):
        for q in range(p):
            beta[p] -= H[p, q] * beta[q]
        beta[p] /= H[p, p]
    for p in range(P - 1, -1, -1):
        for q in range(p + 1, P):
            beta[p] -= H[q, p] * beta[q]
        beta[p] /= H[p, p]
    return True
