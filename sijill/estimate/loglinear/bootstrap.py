"""How much of the interval the choice of the model is: resample the persons, choose again, every time."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm

from sijill.estimate.loglinear.design import Design, design_of
from sijill.estimate.loglinear.fit import fit
from sijill.estimate.loglinear.selection import ALL_MODELS_TO, all_pair_models, forward
from sijill.model.estimate import Overlap

Choose = Callable[[NDArray[np.float64]], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resampled:
    """Sizes [persons] by the model chosen anew in each resample, in ascending order, and two 95 % intervals of them.

    unfitted   resamples in which no model could be fitted; they are in no interval
    """

    sizes: NDArray[np.float64]
    percentile: tuple[float, float]
    bca: tuple[float, float]
    unfitted: int


def bootstrap(overlap: Overlap, *, repetitions: int = 1000, seed: int = 0) -> Resampled | None:
    """Interval of the log-linear size with the choice of the model in it; None where nothing can be fitted.

    Persons are drawn with replacement: counts ~ Multinomial(n, n_x/n). The choice is by BIC as in `select`.
    source   BCa: Efron (1987), J. Am. Stat. Assoc. 82, acceleration from the jackknife by person; re-selection:
             Silverman, Chan and Vincent (2024), J. R. Stat. Soc. A
    """
    design = design_of(overlap)
    choose = _chooser(design)
    N = choose(design.y)
    if not np.isfinite(N):
        return None
    generator = np.random.default_rng(seed)
    resamples = generator.multinomial(design.n, design.y / design.n, size=repetitions).astype(float)
    sizes = np.array([choose(y) for y in resamples])
    fitted = np.sort(sizes[np.isfinite(sizes)])
    if not len(fitted):
        return None
    return Resampled(
        sizes=fitted,
        percentile=_quantiles(fitted, np.array([0.025, 0.975])),
        bca=_bca(fitted, N, _acceleration(design, choose)),
        unfitted=int(len(sizes) - len(fitted)),
    )


def _chooser(design: Design) -> Choose:
    """counts -> size by the model of least BIC."""
    everything = all_pair_models(design) if len(design.lists) <= ALL_MODELS_TO else None

    def choose(y: NDArray[np.float64]) -> float:
        fits = forward(design, y) if everything is None else fit(design, everything, y)
        return float(fits.N[int(np.argmin(fits.bic))])

    return choose


def _acceleration(design: Design, choose: Choose) -> float:
    """a = sum n_x d_x^3 / (6 (sum n_x d_x^2)^(3/2)), d_x the mean less the size without one person of cell x."""
    seen = np.flatnonzero(design.y)
    less = np.array([choose(design.y - (np.arange(len(design.y)) == x)) for x in seen])
    finite = np.isfinite(less)
    n, less = design.y[seen][finite], less[finite]
    d = n @ less / n.sum() - less
    spread = n @ d**2
    return float(n @ d**3 / (6 * spread**1.5)) if spread > 0 else 0.0


def _bca(sizes: NDArray[np.float64], N: float, a: float) -> tuple[float, float]:
    below = (np.sum(sizes < N) + 0.5 * np.sum(sizes == N)) / len(sizes)
    z0 = norm.ppf(np.clip(below, 0.5 / len(sizes), 1 - 0.5 / len(sizes)))
    z = z0 + norm.ppf([0.025, 0.975])
    return _quantiles(sizes, norm.cdf(z0 + z / (1 - a * z)))


def _quantiles(sizes: NDArray[np.float64], at: NDArray[np.float64]) -> tuple[float, float]:
    low, high = np.quantile(sizes, np.clip(at, 0.0, 1.0))
    return float(low), float(high)
