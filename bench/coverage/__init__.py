"""Whether intervals hold the truth: populations of known size, drawn again and again, in the model's class and outside.

No set is read: every population is drawn here, from a seed. Three classes need six lists (Aleshin-Guendel, Sadinle and
Wakefield 2021, theorem A.2), and that there are three has to be known: on five lists, and on six where ten classes are
allowed, other mixtures look the same. Tables drawn from the prior itself show whether the sampler does what it should.
"""

from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import kstest

from bench.measure.row import Row
from sijill.estimate.latent.model import Settings, latent_class
from sijill.estimate.many_lists import chao
from sijill.estimate.overlap import documented, overlap_of
from sijill.estimate.panel import Effort, panel
from sijill.model.estimate import Overlap

N, REPETITIONS, RANGES, PRIORS, PROCESSES = 2000, 200, 20, 240, 2
EVERYBODY = N
CHAINS = Settings(chains=2, warm_up=300, block=600, longest=600)
Draw = Callable[[np.random.Generator], NDArray[np.bool_]]
"""Of [N, lists]: who is on which list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """One population drawn and estimated."""

    n: int
    median: float
    low95: float
    high95: float
    low50: float
    high50: float
    chao: float


def classes(*groups: tuple[int, tuple[float, ...]]) -> Draw:
    """People in classes: (how many, their chances to be on each list)."""

    def draw(random: np.random.Generator) -> NDArray[np.bool_]:
        p = np.concatenate([np.tile(chances, (size, 1)) for size, chances in groups])
        on: NDArray[np.bool_] = random.random(p.shape) < p
        return on

    return draw


def _copying(random: np.random.Generator) -> NDArray[np.bool_]:
    """Independent lists, but the second takes half of the first, and the fourth leaves out most of the third."""
    on = random.random((N, 5)) < (0.25, 0.15, 0.2, 0.2, 0.25)
    on[:, 1] |= on[:, 0] & (random.random(N) < 0.5)
    on[:, 3] &= ~(on[:, 2] & (random.random(N) < 0.7))
    return on


def _copied(random: np.random.Generator) -> NDArray[np.bool_]:
    """The third list is 80 % of the second and nothing else."""
    on = random.random((N, 5)) < (0.25, 0.25, 0.0, 0.2, 0.25)
    on[:, 2] = on[:, 1] & (random.random(N) < 0.8)
    return on


def _by_degrees(random: np.random.Generator) -> NDArray[np.bool_]:
    """The logit of every chance is shifted by something of each person's own, normal with deviation 1.2."""
    logit = np.log(0.15 / 0.85) + random.normal(0, 1.2, size=(N, 1)) + np.zeros(5)
    on: NDArray[np.bool_] = random.random((N, 5)) < 1 / (1 + np.exp(-logit))
    return on


def _mislinked(random: np.random.Generator) -> NDArray[np.bool_]:
    """Independent lists; 5 % of those on several are not found to be one, 2 % of those on one are taken for others."""
    on = random.random((N, 5)) < 0.2
    several = np.flatnonzero((on.sum(axis=1) > 1) & (random.random(N) < 0.05))
    parted = np.zeros((len(several), 5), dtype=bool)
    first = on[several].argmax(axis=1)
    parted[np.arange(len(several)), first] = True
    on[several, first] = False
    alone = np.flatnonzero(on.sum(axis=1) == 1)
    taken = random.permutation(alone)[: 2 * (len(alone) // 100)].reshape(-1, 2)
    on[taken[:, 0]] |= on[taken[:, 1]]
    on[taken[:, 1]] = False
    return np.concatenate([on, parted])


RARELY, OFTEN = (0.033, 0.033, 0.099, 0.132, 0.033), (0.66, 0.825, 0.759, 0.99, 0.693)
"""The two classes of Manrique-Vallier (2016)."""
IN_CLASS: Mapping[str, Draw] = {
    "Manrique-Vallier's, 90 % rarely listed": classes((1800, RARELY), (200, OFTEN)),
    "three quarters listed at .1, the rest at .5": classes((1500, (0.1,) * 5), (500, (0.5,) * 5)),
    "two halves, each with lists of its own": classes(
        (1000, (0.3, 0.3, 0.3, 0.05, 0.05)), (1000, (0.05, 0.1, 0.1, 0.4, 0.4))
    ),
    "the same of 20,000 people": classes((15000, (0.1,) * 5), (5000, (0.5,) * 5)),
    "crossed classes": classes((1000, (0.7, 0.7, 0.1, 0.1, 0.7)), (1000, (0.1, 0.1, 0.7, 0.7, 0.7))),
    "independent lists": classes((N, (0.2, 0.1, 0.15, 0.2, 0.1))),
    "two lists depend, two compete": _copying,
}
OUTSIDE: Mapping[str, Draw] = {
    "60 % listed at .05, in the class of the model": classes((1200, (0.05,) * 5), (800, (0.3,) * 5)),
    "three classes on five lists, not identified": classes(
        (1400, RARELY), (400, (0.275, 0.25, 0.2, 0.3, 0.325)), (200, OFTEN)
    ),
    "three classes on six lists, not identified among ten": classes(
        (900, (0.15,) * 6), (700, (0.3,) * 6), (400, (0.6,) * 6)
    ),
    "people differ by degrees": _by_degrees,
    "a fifth nearly invisible": classes((1600, (0.25,) * 5), (400, (0.002,) * 5)),
    "a list copied from another": _copied,
    "linkage errors: 5 % missed, 2 % false": _mislinked,
}


PERSONS: Mapping[str, int] = {"the same of 20,000 people": 20_000}
"""Where there are not N."""


def run(data: Path) -> list[Row]:
    """What tables of the prior say of the sampler; then one row for each design, of the latent classes and of all."""
    del data
    latent = [by_the_prior(), *measured(IN_CLASS, ".90 to .99"), *measured(OUTSIDE, "")]
    return latent + over_models({**IN_CLASS, **OUTSIDE})


def measured(designs: Mapping[str, Draw], bar: str) -> list[Row]:
    """One row for each of these designs."""
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        return [
            row(name, list(pool.map(once, [name] * REPETITIONS, range(REPETITIONS), chunksize=10)), bar)
            for name in designs
        ]


def once(name: str, seed: int) -> Once:
    """Draw a population and estimate it."""
    overlap = drawn(name, seed)
    found = latent_class(overlap, CHAINS, seed=seed)
    low95, low50, median, high50, high95 = (found.quantile(p) for p in (0.025, 0.25, 0.5, 0.75, 0.975))
    return Once(
        n=documented(overlap),
        median=median,
        low95=low95,
        high95=high95,
        low50=low50,
        high50=high50,
        chao=chao(overlap).N,
    )


def drawn(name: str, seed: int) -> Overlap:
    """The lists of one population of a design."""
    return overlap_of_marks({**IN_CLASS, **OUTSIDE}[name](np.random.default_rng([seed, 7])))


def overlap_of_marks(on: NDArray[np.bool_]) -> Overlap:
    """on: [persons, lists]. Whoever is on none was never documented."""
    patterns, counts = np.unique(on[on.any(axis=1)], axis=0, return_counts=True)
    lists = tuple(f"L{j}" for j in range(1, on.shape[1] + 1))
    return overlap_of(
        {"".join("01"[int(each)] for each in p): int(c) for p, c in zip(patterns, counts, strict=True)}, lists
    )


def row(name: str, repeated: list[Once], bar: str) -> Row:
    """Share of intervals that hold the truth, and what else there is to say."""
    N = PERSONS.get(name, EVERYBODY)
    held = np.mean([each.low95 <= N <= each.high95 for each in repeated])
    half = np.mean([each.low50 <= N <= each.high50 for each in repeated])
    low, high = sum(each.high95 < N for each in repeated), sum(each.low95 > N for each in repeated)
    bound = np.mean([each.chao <= N for each in repeated])
    note = (
        f"documented {np.mean([each.n for each in repeated]) / N:.2f} of all; median of medians"
        f" {np.median([each.median for each in repeated]) / N:.2f}; 50 % intervals {half:.2f}; missed"
        f" {low} too low, {high} too high; Chao's figure below the truth {bound:.2f}"
    )
    return Row(
        set="drawn here", measure=f"latent classes, 95 % intervals: {name}", value=f"{held:.3f}", bar=bar, note=note
    )


def over_models(designs: Mapping[str, Draw]) -> list[Row]:
    """One row for each of these designs: the headline, the range over models."""
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        return [range_row(name, list(pool.map(headline, [name] * RANGES, range(RANGES)))) for name in designs]


def headline(name: str, seed: int) -> tuple[float, float]:
    """The range over models of one population."""
    effort = Effort(latent=CHAINS, resamples=RESAMPLES, seed=seed, tempering=False)
    return panel(drawn(name, seed), effort).headline.range_over_models or (0.0, 0.0)


RESAMPLES = 100


def range_row(name: str, repeated: list[tuple[float, float]]) -> Row:
    """Share of ranges that hold the truth, and where they lie."""
    true = PERSONS.get(name, EVERYBODY)
    held = sum(low <= true <= high for low, high in repeated)
    below, above = sum(high < true for _, high in repeated), sum(low > true for low, _ in repeated)
    middle = [np.median([each[side] for each in repeated]) / true for side in (0, 1)]
    note = f"missed {below} too low, {above} too high; median limits {middle[0]:.2f} and {middle[1]:.2f} of the truth"
    return Row(
        set="drawn here", measure=f"range over models: {name}", value=f"{held} of {len(repeated)}", bar="", note=note
    )


def by_the_prior() -> Row:
    """Tables drawn from the prior: if the sampler is right the truth has any rank among its draws equally often."""
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        ranks = np.array(list(pool.map(rank, range(1000, 1000 + PRIORS), chunksize=10)))
    held = np.mean((ranks > 0.025) & (ranks < 0.975))
    p = kstest(ranks, "uniform").pvalue
    note = f"{PRIORS} tables; mean rank of the truth {ranks.mean():.2f}, uniform with p = {p:.2f}"
    measure = "latent classes, 95 % intervals: tables drawn from the prior"
    return Row(set="drawn here", measure=measure, value=f"{held:.3f}", bar=".95", note=note)


def rank(seed: int) -> float:
    """Where among its draws the true number of unseen lies, for one table of 600 persons on five lists.

    With p(N) ~ 1/N the n documented say nothing of classes, and the unseen are NegBin(n, 1 - p0).
    source   Talts, Betancourt, Simpson, Vehtari and Gelman (2018), arXiv 1804.06788
    """
    lists, n, K, random = 5, 600, CHAINS.classes, np.random.default_rng([seed, 99])
    alpha = max(random.gamma(CHAINS.a) / CHAINS.b, 1e-9)
    sticks = np.append(random.beta(1, alpha, K - 1), 1.0)
    nu = sticks * np.cumprod(np.append(1, 1 - sticks[:-1]))
    chances = random.random((lists, K))
    unseen = random.negative_binomial(n, 1 - float(nu @ np.prod(1 - chances, axis=0)))
    on = np.zeros((0, lists), dtype=bool)
    while len(on) < n:
        marks = random.random((4 * n, lists)) < chances[:, random.choice(K, size=4 * n, p=nu)].T
        on = np.concatenate([on, marks[marks.any(axis=1)]])
    draws = latent_class(overlap_of_marks(on[:n]), CHAINS, seed=seed).N.ravel() - n
    ties = random.random() * np.sum(draws == unseen)
    return float((np.sum(draws < unseen) + ties) / len(draws))
