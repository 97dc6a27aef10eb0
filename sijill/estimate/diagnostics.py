"""Whether chains agree and how much their draws are worth."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm, rankdata

Draws = NDArray[np.float64]
"""[chains, draws]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Convergence:
    """R-hat (1: chains agree), and effective draws for the middle and for the tails."""

    r_hat: float
    ess_bulk: float
    ess_tail: float


def convergence(draws: Draws) -> Convergence:
    """Rank-normalised split R-hat (the larger of bulk and folded) and effective sample sizes.

    source   Vehtari, Gelman, Simpson, Carpenter and Bürkner (2021), Bayesian Analysis 16
    """
    halves = split(draws)
    if np.ptp(halves) == 0:
        return Convergence(r_hat=1.0, ess_bulk=float(draws.size), ess_tail=float(draws.size))
    folded = np.abs(halves - np.median(halves))
    tails = [halves <= np.quantile(halves, p) for p in (0.05, 0.95)]
    return Convergence(
        r_hat=max(_r_hat(_ranked(halves)), _r_hat(_ranked(folded))),
        ess_bulk=_ess(_ranked(halves)),
        ess_tail=min(_ess(tail.astype(float)) for tail in tails),
    )


def split(draws: Draws) -> Draws:
    """Each chain as two."""
    half = draws.shape[1] // 2
    return np.concatenate([draws[:, :half], draws[:, draws.shape[1] - half :]])


def _ranked(draws: Draws) -> Draws:
    ranks = rankdata(draws, method="average").reshape(draws.shape)
    scores: Draws = norm.ppf((ranks - 0.375) / (draws.size + 0.25))
    return scores


def _r_hat(draws: Draws) -> float:
    n = draws.shape[1]
    within = draws.var(axis=1, ddof=1).mean()
    if within == 0:
        return 1.0
    between = draws.mean(axis=1).var(ddof=1)
    return float(np.sqrt((n - 1) / n + between / within))


def _ess(draws: Draws) -> float:
    """By Geyer's initial monotone sequence over the autocorrelations of all chains."""
    m, n = draws.shape
    within = draws.var(axis=1, ddof=1).mean()
    if within == 0:
        return float(draws.size)
    var = (n - 1) / n * within + (draws.mean(axis=1).var(ddof=1) if m > 1 else 0.0)
    centred = draws - draws.mean(axis=1, keepdims=True)
    spectrum = np.fft.rfft(centred, 2 * n)
    covariance = np.fft.irfft(np.abs(spectrum) ** 2)[:, :n].mean(axis=0) / n
    rho = 1 - (within - covariance * n / (n - 1)) / var
    pairs = rho[0 : 2 * (n // 2) : 2] + rho[1 : 2 * (n // 2) : 2]
    positive = int(np.argmax(pairs < 0)) if (pairs < 0).any() else len(pairs)
    tau = max(2 * np.minimum.accumulate(pairs[: max(positive, 1)]).sum() - 1, 1 / np.log10(m * n))
    return float(min(m * n / tau, m * n * np.log10(m * n)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """One of the humps of a distribution: share of the draws, and its median and 95 % interval [persons]."""

    share: float
    median: float
    low95: float
    high95: float


SMALLEST_HUMP, DEEPEST_VALLEY, BINS = 0.05, 0.6, 512


def modes(draws: Draws) -> tuple[Mode, ...]:
    """The humps of the draws on the log scale, in ascending order: one, unless a valley parts them.

    A density by Gaussian kernels (Silverman's width, from the lesser of spread and quartile range); two humps are two
    where the valley between them is below .6 of the lower one and each holds 5 % of the draws.
    """
    x = np.sort(np.log(np.maximum(draws.ravel(), 0.5)))
    spread = min(x.std(), float(np.subtract(*np.quantile(x, [0.75, 0.25]))) / 1.349 or x.std())
    if spread == 0:
        return (_mode(x, 1.0),)
    width = 0.9 * spread * len(x) ** -0.2 if len(x) < 400 else 0.9 * spread * 400**-0.2
    grid = np.linspace(x[0] - 3 * width, x[-1] + 3 * width, BINS)
    counts = np.histogram(x, bins=BINS, range=(grid[0], grid[-1]))[0]
    kernel = np.exp(-0.5 * ((grid - grid[BINS // 2]) / width) ** 2)
    density = np.convolve(counts, kernel, mode="same")
    cuts = [grid[i] for i in _valleys(density)]
    parts = np.split(x, np.searchsorted(x, cuts))
    return tuple(_mode(part, len(part) / len(x)) for part in _joined(parts, len(x)))


def _valleys(density: Draws) -> list[int]:
    """Where to cut: the lowest place between two neighbouring peaks that it parts."""
    peaks = [i for i in range(1, len(density) - 1) if density[i - 1] < density[i] >= density[i + 1]]
    cuts: list[int] = []
    kept = peaks[:1]
    for peak in peaks[1:]:
        valley = kept[-1] + int(np.argmin(density[kept[-1] : peak]))
        if density[valley] < DEEPEST_VALLEY * min(density[kept[-1]], density[peak]):
            cuts.append(valley)
            kept.append(peak)
        elif density[peak] > density[kept[-1]]:
            kept[-1] = peak
    return cuts


def _joined(parts: list[Draws], total: int) -> list[Draws]:
    """Parts too small to be a hump go to the neighbour below, the first to the one above."""
    joined: list[Draws] = []
    for part in parts:
        small = len(part) < SMALLEST_HUMP * total
        if joined and (small or len(joined[-1]) < SMALLEST_HUMP * total):
            joined[-1] = np.concatenate([joined[-1], part])
        else:
            joined.append(part)
    return joined


def _mode(log_draws: Draws, share: float) -> Mode:
    low, median, high = np.exp(np.quantile(log_draws, [0.025, 0.5, 0.975]))
    return Mode(share=float(share), median=float(median), low95=float(low), high95=float(high))
