"""Which log-linear model: all of them to five lists, forward steps beyond; and how much hangs on the choice."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, lgamma

import numpy as np
from numpy.typing import NDArray
from scipy.stats import poisson

from sijill.estimate.loglinear.design import Design, Term, design_of
from sijill.estimate.loglinear.existence import exists, identifiable
from sijill.estimate.loglinear.fit import FITTED, Fits, fit, fit_all
from sijill.model.estimate import Overlap

ALL_MODELS_TO = 5
SUPPORTED = 10.0
"""Models whose BIC is within this of the best one are not ruled out by the data: Raftery (1995)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """The model of least BIC among those tried, and what the others say.

    terms      pairs and triples it has          N         its size [persons]
    aic, bic   of it                             weights   of all models tried by exp(-BIC/2), as in `fits`
    averaged   sum of weights x N                lowest, highest   N of the models within 10 of the least BIC
    """

    fits: Fits
    best: int
    terms: tuple[Term, ...]
    weights: NDArray[np.float64]
    averaged: float
    lowest: float
    highest: float

    @property
    def N(self) -> float:
        """Size by the best model [persons]."""
        return float(self.fits.N[self.best])


def all_pair_models(design: Design) -> NDArray[np.bool_]:
    """[2^(number of pairs), T]: every set of pairs, with the intercept and every list."""
    J = len(design.lists)
    pairs = J * (J - 1) // 2
    sets = (np.arange(2**pairs)[:, None] >> np.arange(pairs)) & 1
    models = np.zeros((len(sets), len(design.terms)), dtype=bool)
    models[:, : J + 1] = True
    models[:, J + 1 : J + 1 + pairs] = sets
    return models


def select(overlap: Overlap) -> Selected | None:
    """The log-linear models of an overlap; None where no model can be fitted at all."""
    design = design_of(overlap)
    J = len(design.lists)
    return chosen(design, fit(design, all_pair_models(design)) if J <= ALL_MODELS_TO else forward(design))


def forward(design: Design, y: NDArray[np.float64] | None = None) -> Fits:
    """From independent lists on, always adding the pair that lowers BIC most, as long as one does. All fits tried."""
    J, T = len(design.lists), len(design.terms)
    model = np.arange(T) <= J
    tried = fit(design, model[None, :], y)
    least = float(tried.bic[0])
    while True:
        candidates = np.flatnonzero(~model)
        if not len(candidates):
            return tried
        models = np.repeat(model[None, :], len(candidates), axis=0)
        models[np.arange(len(candidates)), candidates] = True
        fits = fit(design, models, y)
        tried = _joined(tried, fits)
        best = int(np.argmin(fits.bic))
        if not fits.bic[best] < least:
            return tried
        least, model = float(fits.bic[best]), models[best]


def _joined(a: Fits, b: Fits) -> Fits:
    both = {
        name: np.concatenate([getattr(a, name), getattr(b, name)]) for name in ("models", "N", "loglik", "k", "state")
    }
    return Fits(n=a.n, **both)


def chosen(design: Design, fits: Fits) -> Selected | None:
    """What follows from fits of many models."""
    bic = fits.bic
    best = int(np.argmin(bic))
    if not np.isfinite(bic[best]):
        return None
    weights = np.where(np.isfinite(bic), np.exp(-(bic - bic[best]) / 2), 0.0)
    weights /= weights.sum()
    near = bic <= bic[best] + SUPPORTED
    N = np.where(fits.state == FITTED, fits.N, 0.0)
    return Selected(
        fits=fits,
        best=best,
        terms=terms_of(design, fits.models[best]),
        weights=weights,
        averaged=float(weights @ N),
        lowest=float(fits.N[near].min()),
        highest=float(fits.N[near].max()),
    )


def terms_of(design: Design, model: NDArray[np.bool_]) -> tuple[Term, ...]:
    """The pairs and triples of a model."""
    return tuple(term for term, has in zip(design.terms, model, strict=True) if has and len(term) > 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stepped:
    """The pairs in the order in which they came in, and the size [persons] of the model they make."""

    terms: tuple[Term, ...]
    N: float


def stepwise(overlap: Overlap, *, threshold: float = 0.02) -> Stepped:
    """Forward steps by p-value, for sparse tables.

    At each step the pair whose number on both lists is least probable under the model so far comes in, if that
    one-sided probability is below `threshold`, and the model with it is identified and has a maximum.
    source   Chan, Silverman and Vincent (2021), J. Am. Stat. Assoc. 116, section 4
    """
    design = design_of(overlap)
    J, T = len(design.lists), len(design.terms)
    model, entered = np.arange(T) <= J, list[Term]()
    while True:
        *_, mu = fit_all(design.A, design.y, model[None, :], design.empty)
        expected, seen = mu[0] @ design.A, design.y @ design.A
        p = np.where(model, inf, np.minimum(poisson.cdf(seen, expected), poisson.sf(seen - 1, expected)))
        for t in np.argsort(p, kind="stable"):
            larger = model.copy()
            larger[t] = True
            if p[t] >= threshold:
                return Stepped(terms=tuple(entered), N=float(fit(design, model[None, :]).N[0]))
            if identifiable(design, larger) and exists(design, larger):
                model = larger
                entered.append(design.terms[t])
                break
        else:
            return Stepped(terms=tuple(entered), N=float(fit(design, model[None, :]).N[0]))


def profile(overlap: Overlap, terms: Sequence[Term] = (), *, drop: float = 1.920729410347062) -> tuple[float, float]:
    """Interval of N [persons] by the profile of the multinomial likelihood of one model; `drop`: half of chi2(.95, 1).

    With the unseen cell filled with n0, l(n0) = lgamma(N+1) - lgamma(n0+1) + sum_x n_x log p_x + n0 log p_0, p fitted
    source   Cormack (1992), Biometrics 48
    """
    design = design_of(overlap, order=max([2, *map(len, terms)]))
    model = np.array(
        [len(each) < 2 or each in {design.terms[design.column(t)] for t in terms} for each in design.terms]
    )
    A = np.vstack([np.eye(1, len(design.terms)), design.A])

    def l(n0: float) -> float:
        y = np.concatenate([[n0], design.y])
        N = design.n + n0
        *_, mu = fit_all(A, y, model[None, :], design.empty)
        p = np.where(mu[0] > 0, mu[0], 1.0) / N
        return lgamma(N + 1) - lgamma(n0 + 1) + float((y * np.log(p)).sum())

    top = fit(design, model[None, :]).N[0] - design.n
    floor = l(top) - drop
    return design.n + _crossing(l, floor, top, 0.0), design.n + _crossing(l, floor, top, _beyond(l, floor, top))


def _beyond(l, floor: float, top: float) -> float:  # type: ignore[no-untyped-def]
    """A number of unseen whose likelihood is below the floor."""
    high = 2 * top + 10
    while l(high) > floor and high < 1e12:
        high *= 2
    return high


def _crossing(l, floor: float, inside: float, outside: float) -> float:  # type: ignore[no-untyped-def]
    """Where the likelihood crosses the floor, by bisection; `outside` itself where it does not."""
    if l(outside) > floor:
        return outside
    for _ in range(60):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if l(middle) > floor else (inside, middle)
    return (inside + outside) / 2
