"""Parallel tempering: copies at powers of the likelihood exchange places, and so cross from mode to mode."""

from dataclasses import dataclass, replace
from math import exp

import numba
import numpy as np
from numpy.typing import NDArray

from sijill.estimate.latent.chain import advance, begin
from sijill.estimate.latent.model import COLUMNS, LatentClass, Model, Settings, in_threads, problem, result
from sijill.estimate.overlap import on_each
from sijill.model.estimate import Overlap

COPIES = 22
HOTTEST = 0.04
CHAINS = 4
TUNINGS, TUNING_ROUNDS = 4, 120
ROUNDS = 1000
LONGEST = 6000
AGREED = 1.05
"""R-hat that suffices where there are several modes: how often each is visited is told to the first figure."""


@numba.njit(cache=True, nogil=True, error_model="numpy")
def rounds(random, at, model, how, trace):  # type: ignore[no-untyped-def]
    """Run every copy one step and exchange neighbours, even pairs and odd pairs in turn, for the rows of `trace`.

    at       [copies, D]                   how      (settings, powers, tuned, met)
    powers   [copies] descending from 1    tuned    (tuning [copies, 5], variance [copies, D], moments [copies, 2, D])
    trace    [rounds, 4] of the first copy           met   [copies - 1] sum of refused chances, written
    source   Syed, Bouchard-Cote, Deligiannidis and Doucet (2022), J. R. Stat. Soc. B 84
    """
    settings, powers, tuned, met = how
    length, swaps, target, tune = settings
    tuning, variance, moments = tuned
    T, D = at.shape
    loglik = np.zeros(T)
    row = np.zeros((1, 4))
    for t in range(len(trace)):
        for c in range(T):
            here = ((powers[c], length, swaps, target, tune), tuning[c], variance[c], moments[c])
            advance(random, at[c], model, here, row)
            loglik[c] = row[0, 1]
            if c == 0:
                trace[t] = row[0]
        for c in range(t % 2, T - 1, 2):
            chance = min(1.0, exp(min(0.0, (powers[c] - powers[c + 1]) * (loglik[c + 1] - loglik[c]))))
            met[c] += 1.0 - chance
            if random.random() < chance:
                for i in range(D):
                    at[c, i], at[c + 1, i] = at[c + 1, i], at[c, i]
                loglik[c], loglik[c + 1] = loglik[c + 1], loglik[c]


def powers_between(hottest: float, copies: int) -> NDArray[np.float64]:
    """From 1 down, in geometric steps."""
    return np.geomspace(1.0, hottest, copies)


def evened(powers: NDArray[np.float64], refused: NDArray[np.float64]) -> NDArray[np.float64]:
    """Powers between which exchanges are refused equally often, so that all share the barrier: Syed et al. (2022)."""
    barrier = np.concatenate([[0.0], np.cumsum(np.maximum(refused, 1e-3))])
    at = np.linspace(0.0, barrier[-1], len(powers))
    again: NDArray[np.float64] = np.exp(np.interp(at, barrier, np.log(powers)))
    return again


@dataclass(slots=True)
class _Ladder:
    """The copies of one chain. The only thing here that changes."""

    random: np.random.Generator
    at: NDArray[np.float64]
    powers: NDArray[np.float64]
    tuning: NDArray[np.float64]
    variance: NDArray[np.float64]

    def run(
        self, model: Model, settings: Settings, length: int, *, tune: bool
    ) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """(trace of the first copy, refused chances, moments of every copy)."""
        T, D = self.at.shape
        trace, met, moments = np.zeros((length, 4)), np.zeros(T - 1), np.zeros((T, 2, D))
        how = (settings.length, settings.swaps, settings.target, tune)
        tuned = (self.tuning, self.variance, moments)
        rounds(self.random, self.at, model, (how, self.powers, tuned, met), trace)
        return trace, met, moments


def tempered(overlap: Overlap, settings: Settings | None = None, *, seed: int = 0) -> LatentClass:
    """The posterior of N where it has several modes: four ladders, until they agree how often each is visited."""
    settings = replace(settings or Settings(), chains=CHAINS, r_hat=AGREED, longest=LONGEST)
    model = problem(overlap, settings)
    on_list = np.array(list(on_each(overlap).values()), dtype=float)
    seeds = np.random.SeedSequence([seed, 1]).spawn(CHAINS)

    def start(seeded: np.random.SeedSequence) -> _Ladder:
        random = np.random.default_rng(seeded)
        at = np.stack([begin(random, model, on_list, 50) for _ in range(COPIES)])
        ladder = _Ladder(
            random=random,
            at=at,
            powers=powers_between(HOTTEST, COPIES),
            tuning=np.zeros((COPIES, COLUMNS)),
            variance=np.ones_like(at),
        )
        for w in range(TUNINGS):
            ladder.tuning[:] = 0.0
            _, met, moments = ladder.run(model, settings, TUNING_ROUNDS, tune=True)
            if w < TUNINGS - 1:
                ladder.variance[:] = (moments[:, 1] + 5e-3) / (TUNING_ROUNDS + 4)
                even = evened(ladder.powers, met)
                for i in range(ladder.variance.shape[1]):
                    ladder.variance[:, i] = _between(even, ladder.powers, ladder.variance[:, i])
                ladder.powers = even
        return ladder

    ladders = in_threads(start, seeds)
    traces: list[NDArray[np.float64]] = []
    while True:
        traces.append(np.stack(in_threads(lambda each: each.run(model, settings, ROUNDS, tune=False)[0], ladders)))
        found = result(overlap, np.concatenate(traces, axis=1), settings)
        if found.settled or sum(each.shape[1] for each in traces) >= settings.longest:
            return found


def _between(
    at: NDArray[np.float64], powers: NDArray[np.float64], variance: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The variance at other powers, along their logs."""
    moved: NDArray[np.float64] = np.exp(np.interp(-np.log(at), -np.log(powers), np.log(variance)))
    return moved
