"""One chain of the hybrid: a sweep, some classes changing places, a trajectory; and the tuning of its steps."""

from math import exp, log, sqrt

import numba
import numpy as np

from sijill.estimate.latent.posterior import log_posterior, room
from sijill.estimate.latent.sweep import change_places, gibbs, unseen
from sijill.estimate.latent.trajectory import first_step, trajectory

DIVERGED = 1e-4
STEP, MEAN_STEP, SHRINK, TUNED, ANCHOR = 0, 1, 2, 3, 4
"""Places in `tuning` [5]: log step, its running mean, how far it was shrunk, iterations tuned, where it began."""


@numba.njit(cache=True, nogil=True, error_model="numpy")
def begin(random, model, on_list, sweeps):  # type: ignore[no-untyped-def]
    """A dispersed start: lists at their shares of a guessed size, each class somewhat otherwise; then some sweeps."""
    (_, _, _, n, J, K), _ = model
    at = np.zeros(J * K + K - 1)
    guess = n * (1.0 + 10.0 ** (2.0 * random.random() - 1.0))
    for j in range(J):
        share = (on_list[j] + 0.5) / (guess + 1.0)
        for k in range(K):
            at[j * K + k] = log(share / (1.0 - share)) + random.standard_normal()
    for k in range(K - 1):
        at[J * K + k] = log(0.1 + random.standard_exponential())
    work = room(model)
    persons = np.zeros((J + 1, K))
    for _ in range(sweeps):
        gibbs(random, at, model, work, persons)
    return at


@numba.njit(cache=True, nogil=True, error_model="numpy")
def advance(random, at, model, how, trace):  # type: ignore[no-untyped-def]
    """Run the chain for the rows of `trace`, tuning the step where settings ask for it; `at` is where it goes on from.

    model      (tree, prior), see `log_posterior`           how   (settings, tuning, variance, moments)
    settings   (beta, length, swaps, target, tune): power of the likelihood, mean length of a trajectory, places
               changed for each draw, share of trajectories to be taken, whether to tune
    tuning     [5] see above                    variance   [D] of the point, the inverse mass
    moments    [2, D] mean of the points passed and sum of their squared deviations, gone on with where tuned
    trace      [draws, 4], written: n0, log likelihood, chance that the trajectory was taken, its steps
    source     step by dual averaging: Hoffman and Gelman (2014), J. Mach. Learn. Res. 15
    """
    settings, tuning, variance, moments = how
    beta, length, swaps, target, tune = settings
    (_, _, _, n, J, K), (_, _, cap) = model
    D = len(at)
    work = room(model)
    persons, log_nu, gradient = np.zeros((J + 1, K)), np.zeros((2, K)), np.zeros(D)
    momentum, end, slope = np.zeros(D), np.zeros(D), np.zeros(D)
    for t in range(len(trace)):
        if beta == 1.0:
            gibbs(random, at, model, work, persons)
        for _ in range(swaps):
            change_places(random, at, model, log_nu)
        loglik, logprior = log_posterior(at, model, beta, gradient, work)
        point = (at, loglik, logprior, gradient)
        if tune and tuning[TUNED] == 0:
            trying = (beta, 0.1, 0.1, variance, momentum, end, slope)
            tuning[STEP] = log(first_step(random, point, model, trying, work))
            tuning[SHRINK] = 0.0
            tuning[MEAN_STEP] = tuning[STEP]
            tuning[ANCHOR] = log(10.0) + tuning[STEP]
        step = exp(tuning[STEP] if tune else tuning[MEAN_STEP]) * (0.8 + 0.4 * random.random())
        reach = length * (0.5 + random.random())
        motion = (beta, step, reach, variance, momentum, end, slope)
        chance, loglik, logprior, steps = trajectory(random, point, model, motion, work)
        if tune:
            _tune(tuning, chance, target)
            for i in range(D):
                moved = at[i] - moments[0, i]
                moments[0, i] += moved / tuning[TUNED]
                moments[1, i] += moved * (at[i] - moments[0, i])
        trace[t, 1] = loglik
        trace[t, 2] = chance
        trace[t, 3] = steps
        trace[t, 0] = unseen(random, n, chance_unseen(at, J, K), cap)


@numba.njit(cache=True, nogil=True, error_model="numpy")
def chance_unseen(at, J, K):  # type: ignore[no-untyped-def]
    """p0 = sum_k nu_k prod_j (1 - lambda_jk) at a point."""
    rest, p0 = 1.0, 0.0
    for k in range(K):
        stays = exp(-exp(at[J * K + k])) if k < K - 1 else 0.0
        missed = rest * (1.0 - stays)
        for j in range(J):
            missed /= 1.0 + exp(at[j * K + k])
        p0 += missed
        rest *= stays
    return p0


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _tune(tuning, chance, target):  # type: ignore[no-untyped-def]
    tuning[TUNED] += 1.0
    m = tuning[TUNED]
    weight = 1.0 / (m + 10.0)
    tuning[SHRINK] = (1.0 - weight) * tuning[SHRINK] + weight * (target - chance)
    tuning[STEP] = tuning[ANCHOR] - sqrt(m) / 0.05 * tuning[SHRINK]
    pace = m**-0.75
    tuning[MEAN_STEP] = pace * tuning[STEP] + (1.0 - pace) * tuning[MEAN_STEP]
