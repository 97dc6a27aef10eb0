"""The size of a population by the latent class model: chains from dispersed starts, run until they agree."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from math import inf
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from sijill.estimate.diagnostics import Convergence, convergence
from sijill.estimate.latent.chain import DIVERGED, advance, begin
from sijill.estimate.latent.patterns import Patterns, patterns_of
from sijill.estimate.overlap import cells_of, on_each
from sijill.model.estimate import Overlap

S = TypeVar("S")
T = TypeVar("T")
Tree = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64], float, int, int]
Model = tuple[Tree, tuple[float, float, float]]
THREADS = 2
COLUMNS = 5
LCMCR_CAP = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the posterior is defined, and how long it is drawn from.

    classes      K                          a, b        alpha ~ Gamma(a, rate b)
    cap          most who may have gone unseen, as a multiple of those documented; None: no limit
    chains       from dispersed starts      warm_up     draws in which steps are tuned
    block        draws of a chain before it is asked whether they suffice; `longest` at most
    r_hat, ess   what suffices              target      share of trajectories to be taken
    swaps        classes that may change places for each draw         length      mean length of a trajectory
    """

    classes: int = 10
    a: float = 0.25
    b: float = 0.25
    cap: float | None = None
    chains: int = 8
    warm_up: int = 600
    block: int = 1000
    longest: int = 8000
    r_hat: float = 1.01
    ess: float = 400.0
    target: float = 0.9
    swaps: int = 5
    length: float = 2.5

    def lcmcr(self) -> "Settings":
        """The same with the limit of the R package LCMCR: n0 <= 20 n."""
        return replace(self, cap=float(LCMCR_CAP))


@dataclass(frozen=True, slots=True, kw_only=True)
class LatentClass:
    """Draws of the size of a population. Every array is of [chains, draws].

    N            persons                         n        documented
    loglik       of the point drawn              chance   that its trajectory was taken       steps   of it
    at_cap       share of draws at 90 % of the cap or more, 0 without a cap
    """

    n: int
    N: NDArray[np.float64]
    loglik: NDArray[np.float64]
    chance: NDArray[np.float64]
    steps: NDArray[np.float64]
    settings: Settings
    convergence: Convergence
    at_cap: float

    @property
    def diverging(self) -> NDArray[np.bool_]:
        """Trajectories that could not be followed."""
        lost: NDArray[np.bool_] = self.chance < DIVERGED
        return lost

    @property
    def diverged(self) -> float:
        """Share of them."""
        return float(self.diverging.mean())

    @property
    def settled(self) -> bool:
        """Whether the chains agree and their draws suffice."""
        c = self.convergence
        return c.r_hat <= self.settings.r_hat and min(c.ess_bulk, c.ess_tail) >= self.settings.ess

    def quantile(self, p: float) -> float:
        """Of N [persons]."""
        return float(np.quantile(self.N, p))


@dataclass(slots=True)
class _Chain:
    """Where a chain stands. The only thing here that changes."""

    random: np.random.Generator
    at: NDArray[np.float64]
    tuning: NDArray[np.float64]
    variance: NDArray[np.float64]


def latent_class(overlap: Overlap, settings: Settings | None = None, *, seed: int = 0) -> LatentClass:
    """Draw from the posterior of N until chains agree (R-hat) and their draws suffice (ESS), or `longest` is reached.

    assumes  lists are independent within a class of persons, and every class has a chance to be listed. Who has no
             chance is in no estimate. Where people differ continuously the intervals are too low.
    source   Manrique-Vallier (2016), Biometrics 72; hybrid of Gibbs, label switches and HMC: docs/method/estimation.md
    """
    settings = settings or Settings()
    model = problem(overlap, settings)
    on_list = np.array(list(on_each(overlap).values()), dtype=float)
    seeds = np.random.SeedSequence(seed).spawn(settings.chains)

    def start(seeded: np.random.SeedSequence) -> _Chain:
        return _warmed(np.random.default_rng(seeded), model, on_list, settings)

    chains = in_threads(start, seeds)
    traces: list[NDArray[np.float64]] = []
    while True:
        traces.append(np.stack(in_threads(lambda each: _draw(each, model, settings), chains)))
        found = result(overlap, np.concatenate(traces, axis=1), settings)
        if found.settled or sum(each.shape[1] for each in traces) >= settings.longest:
            return found


def problem(overlap: Overlap, settings: Settings) -> Model:
    """(tree, prior) as the kernels take them."""
    patterns: Patterns = patterns_of(cells_of(overlap))
    n = float(patterns.n)
    tree = (patterns.parent, patterns.added, patterns.count, n, patterns.lists, settings.classes)
    return tree, (settings.a, settings.b, inf if settings.cap is None else settings.cap * n)


def in_threads(work: Callable[[S], T], things: Iterable[S]) -> list[T]:
    """Two at a time: the kernels let go of the interpreter. Every chain has randomness of its own: order is nothing."""
    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(work, things))


def _warmed(
    random: np.random.Generator,
    model: Model,
    on_list: NDArray[np.float64],
    settings: Settings,
) -> _Chain:
    at = begin(random, model, on_list, 50)
    chain = _Chain(random=random, at=at, tuning=np.zeros(COLUMNS), variance=np.ones(len(at)))
    windows = [
        settings.warm_up // 6,
        settings.warm_up // 3,
        settings.warm_up - settings.warm_up // 6 - settings.warm_up // 3,
    ]
    for w, length in enumerate(windows):
        chain.tuning[:] = 0.0
        moments = np.zeros((2, len(at)))
        _run(chain, model, settings, moments, np.zeros((length, 4)), tune=True)
        if w < len(windows) - 1:
            chain.variance[:] = (moments[1] + 5e-3) / (length + 4)
    return chain


def _draw(chain: _Chain, model: Model, settings: Settings) -> NDArray[np.float64]:
    return _run(chain, model, settings, np.zeros((2, len(chain.at))), np.zeros((settings.block, 4)), tune=False)


def _run(
    chain: _Chain,
    model: Model,
    settings: Settings,
    moments: NDArray[np.float64],
    trace: NDArray[np.float64],
    *,
    tune: bool,
) -> NDArray[np.float64]:
    how = (1.0, settings.length, settings.swaps, settings.target, tune)
    advance(chain.random, chain.at, model, (how, chain.tuning, chain.variance, moments), trace)
    return trace


def result(overlap: Overlap, traces: NDArray[np.float64], settings: Settings) -> LatentClass:
    """What traces [chains, draws, 4] of n0, log likelihood, chance and steps amount to."""
    n = sum(overlap.counts.values())
    N = n + traces[:, :, 0]
    return LatentClass(
        n=n,
        N=N,
        loglik=traces[:, :, 1],
        chance=traces[:, :, 2],
        steps=traces[:, :, 3],
        settings=settings,
        convergence=convergence(N),
        at_cap=float((traces[:, :, 0] >= 0.9 * settings.cap * n).mean()) if settings.cap is not None else 0.0,
    )
