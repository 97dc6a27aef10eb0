"""Hamiltonian Monte Carlo: a trajectory along the posterior, taken or refused as a whole."""

from math import exp, inf, isfinite, sqrt

import numba

from sijill.estimate.latent.posterior import log_posterior

LONGEST = 400
"""Steps of a trajectory at most."""


@numba.njit(cache=True, nogil=True, error_model="numpy")
def trajectory(random, point, model, motion, work):  # type: ignore[no-untyped-def]
    """One trajectory of length `length` in steps of `step`, both jittered by the caller; model: as in `log_posterior`.

    point    (at, loglik, logprior, gradient): where it starts; at, gradient are overwritten where it is taken
    motion   (beta, step, length, variance [D], momentum [D], end [D], slope [D]), the last three overwritten
    returns  (probability with which it was taken, loglik, logprior, steps)
    source   Neal (2011), Handbook of MCMC, chapter 5
    """
    at, loglik, logprior, gradient = point
    beta, step, length, variance, momentum, end, slope = motion
    D = len(at)
    kinetic = 0.0
    for i in range(D):
        z = random.standard_normal()
        kinetic += 0.5 * z * z
        momentum[i] = z / sqrt(variance[i])
        end[i] = at[i]
        slope[i] = gradient[i]
    start = beta * loglik + logprior - kinetic
    steps = max(1, min(LONGEST, int(length / step + 0.5)))
    for i in range(D):
        momentum[i] += 0.5 * step * slope[i]
    new_loglik, new_logprior = loglik, logprior
    for t in range(steps):
        for i in range(D):
            end[i] += step * variance[i] * momentum[i]
        new_loglik, new_logprior = log_posterior(end, model, beta, slope, work)
        if not isfinite(new_loglik):
            return 0.0, loglik, logprior, t + 1
        kick = step if t < steps - 1 else 0.5 * step
        for i in range(D):
            momentum[i] += kick * slope[i]
    kinetic = 0.0
    for i in range(D):
        kinetic += 0.5 * momentum[i] * momentum[i] * variance[i]
    change = beta * new_loglik + new_logprior - kinetic - start
    chance = min(1.0, exp(change)) if isfinite(change) else 0.0
    if not random.random() < chance:
        return chance, loglik, logprior, steps
    for i in range(D):
        at[i] = end[i]
        gradient[i] = slope[i]
    return chance, new_loglik, new_logprior, steps


@numba.njit(cache=True, nogil=True, error_model="numpy")
def first_step(random, point, model, motion, work):  # type: ignore[no-untyped-def]
    """A step whose one-step trajectory is taken about every second time, found by doubling or halving."""
    at, loglik, logprior, gradient = point
    beta, _, _, variance, momentum, end, slope = motion
    step, direction = 0.1, 0
    for _ in range(40):
        copied, kept = at.copy(), gradient.copy()
        trial = (copied, loglik, logprior, kept)
        trying = (beta, step, step, variance, momentum, end, slope)
        chance, _, _, _ = trajectory(random, trial, model, trying, work)
        towards = 1 if chance > 0.5 else -1
        if direction not in (0, towards):
            return step
        direction = towards
        step = step * 2.0 if towards == 1 else step / 2.0
    return step if step < inf else 0.1
