"""The size of a population averaged over decomposable graphs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from sijill.errors import SijillError
from sijill.estimate.graphical.chordal import Chordal, chordal_graphs
from sijill.estimate.overlap import cells_of, documented
from sijill.model.estimate import Overlap

FEWEST, MOST = 3, 6
POINTS = 1500
AT_ONCE = 1024
"""Graphs weighed in one product of matrices."""
REACH = 300
"""The grid reaches to this many times those documented; what lies there says whether the tail ends before it."""


class NotForSoManyLists(SijillError):
    """Decomposable graphs are averaged for three to six lists."""

    def __init__(self, *, lists: int) -> None:
        super().__init__(f"{lists} lists; decomposable graphs are averaged for {FEWEST} to {MOST}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Averaged:
    """The posterior of those never documented.

    n0        [P] persons, ascending       weight   [P] its posterior probability, with all that it stands for
    graphs    [G] posterior probability of each graph, in the order of `chordal`
    at_edge   probability of the last tenth of the grid (on the log scale): not near zero means no upper limit
    """

    n: int
    n0: NDArray[np.float64]
    weight: NDArray[np.float64]
    graphs: NDArray[np.float64]
    chordal: Chordal

    @property
    def mean(self) -> float:
        """Posterior mean of N [persons]."""
        return self.n + float(self.n0 @ self.weight)

    @property
    def at_edge(self) -> float:
        """Probability near the end of the grid."""
        return float(self.weight[self.n0 > self.n0[-1] / 2].sum())

    def quantile(self, p: float) -> float:
        """Quantile of N [persons]: the least point at which the distribution reaches p."""
        at = int(np.searchsorted(np.cumsum(self.weight), p))
        return self.n + float(self.n0[min(at, len(self.n0) - 1)])

    def draws(self, size: int, generator: np.random.Generator) -> NDArray[np.float64]:
        """[size] draws of N [persons]."""
        return self.n + generator.choice(self.n0, size=size, p=self.weight)


def decomposable(overlap: Overlap, *, delta: float | None = None, n0: NDArray[np.int64] | None = None) -> Averaged:
    """Average over all decomposable graphs, with a hyper-Dirichlet prior and p(N) ~ 1/N.

    delta    of every cell of the full table; 2^-J if None
    n0       the unseen numbers to weigh, each standing for itself alone; a grid of its own if None
    assumes  that some decomposable graph holds: lists depend in the same way whoever the person is
    source   Madigan and York (1997), Biometrika 84. With D_S the table of the lists S and delta_S = delta 2^(J-|S|):
             l_S = lnGamma(n0 + D_S(0) + delta_S) + sum_{c != 0} lnGamma(D_S(c) + delta_S) - 2^|S| lnGamma(delta_S),
             log p(data, n0 | G) = sum_cliques l_C - sum_separators l_S + lnGamma(N+1) - lnGamma(n0+1)
                                   + components [lnGamma(2^J delta) - lnGamma(N + 2^J delta)]
    raises   NotForSoManyLists
    """
    J, n = len(overlap.lists), documented(overlap)
    if not FEWEST <= J <= MOST:
        raise NotForSoManyLists(lists=J)
    delta = 2.0**-J if delta is None else delta
    grid, width = _grid(n) if n0 is None else (n0.astype(float), np.ones(len(n0)))
    l = _scores(overlap, grid, delta)
    chordal = chordal_graphs(J)
    N = n + grid
    whole = gammaln(2.0**J * delta) - gammaln(N + 2.0**J * delta)
    prior = gammaln(N + 1) - gammaln(grid + 1) - np.log(N) + np.log(width)
    weight, graphs = _posterior(chordal, l, whole, prior)
    return Averaged(n=n, n0=grid, weight=weight, graphs=graphs, chordal=chordal)


def _posterior(
    chordal: Chordal, l: NDArray[np.float64], whole: NDArray[np.float64], prior: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Probability of each point and of each graph, some graphs at a time so that memory stays flat."""
    weight, graphs, top = np.zeros(l.shape[1]), np.zeros(len(chordal.edges)), -np.inf
    for start in range(0, len(graphs), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        logp = chordal.weight[part].astype(float) @ l
        logp += chordal.components[part, None] * whole
        logp += prior
        higher = max(top, float(logp.max()))
        weight *= np.exp(top - higher)
        graphs *= np.exp(top - higher)
        top = higher
        p = np.exp(logp - top, out=logp)
        weight += p.sum(axis=0)
        graphs[part] = p.sum(axis=1)
    total = weight.sum()
    return weight / total, graphs / total


def _grid(n: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Every small number, then numbers in geometric steps, each with the count of numbers it stands for."""
    points = np.unique(np.concatenate([np.arange(100), np.geomspace(100, REACH * n + 1000, POINTS - 100).round()]))
    edges = np.concatenate([[-0.5], (points[1:] + points[:-1]) / 2, [points[-1] + 0.5]])
    return points, np.diff(edges)


def _scores(overlap: Overlap, n0: NDArray[np.float64], delta: float) -> NDArray[np.float64]:
    """[2^J, P] l_S for every set of lists S, as a bit mask; 0 for the empty set, which no clique is."""
    J = len(overlap.lists)
    cells = cells_of(overlap)
    l = np.zeros((1 << J, len(n0)))
    for S in range(1, 1 << J):
        members = [j for j in range(J) if S >> j & 1]
        D = np.bincount(
            cells.x[:, members] @ (1 << np.arange(len(members))), weights=cells.n, minlength=1 << len(members)
        )
        delta_S = delta * 2.0 ** (J - len(members))
        l[S] = gammaln(n0 + D[0] + delta_S) + gammaln(D[1:] + delta_S).sum() - len(D) * float(gammaln(delta_S))
    return l


def edges_of(averaged: Averaged, lists: tuple[str, ...]) -> dict[tuple[str, str], float]:
    """Posterior probability that each pair of lists depends on each other."""
    pairs = [(a, b) for i, a in enumerate(lists) for b in lists[i + 1 :]]
    return dict(zip(pairs, (float(p) for p in averaged.graphs @ averaged.chordal.edges), strict=True))
