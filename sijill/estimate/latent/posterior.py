"""The posterior of the latent class model, its gradient: classes of persons, the unseen and alpha are integrated out.

z_i ~ Cat(nu), x_ij | z = k ~ Bernoulli(lambda_jk), lambda ~ Beta(1, 1); nu by sticks V_k ~ Beta(1, alpha),
alpha ~ Gamma(a, rate b); p(N) ~ 1/N: Manrique-Vallier (2016), Biometrics 72. Summing over the unseen gives
    L(lambda, nu) = prod_x (p_x / (1 - p0))^n_x,        p_x = sum_k nu_k prod_j lambda_jk^x_j (1 - lambda_jk)^(1 - x_j)
and integrating alpha out leaves p(s) ~ (b + sum s)^-(a + K - 1) for s_k = -log(1 - V_k).

A point is one vector: logit lambda [J, K] row by row, then log s [K - 1].
"""

from math import exp, expm1, inf, log

import numba
import numpy as np

from sijill.estimate.latent.capped import log_below

FURTHEST = 35.0
"""A logit beyond this is refused: the prior has exp(-35) of its mass there."""
SMALL_STICK = 1e-2
"""Below this 1 - e^-s loses digits, and expm1 is called."""
FURTHEST_STICK = 200.0
"""A log s beyond this is refused: the prior has exp(-50) of its mass there."""


@numba.njit(cache=True, nogil=True, error_model="numpy")
def room(model):  # type: ignore[no-untyped-def]
    """Arrays to work in: odds [J, K], 1 - lambda [J, K], P [M, K], S [M, K], s [K], e^-s [K]."""
    (parent, _, _, _, J, K), _ = model
    M = len(parent)
    return np.zeros((J, K)), np.zeros((J, K)), np.zeros((M, K)), np.zeros((M, K)), np.zeros(K), np.zeros(K)


@numba.njit(cache=True, nogil=True, error_model="numpy", fastmath={"contract", "reassoc", "nsz", "arcp"})
def log_posterior(at, model, beta, gradient, work):  # type: ignore[no-untyped-def]
    """(log likelihood, log prior with the Jacobian of the logs); gradient of beta x the first + the second.

    model     (tree, prior): (parent [M], added [M], count [M], n, J, K) and (a, b, cap), of alpha and of the unseen
    beta      power of the likelihood, 1 for the posterior
    gradient  [J K + K - 1], written                work   see `room`, overwritten
    """
    (parent, added, count, n, _, K), prior = model
    odds, _, P, S, _, _ = work
    log_prior = _classes(at, model, work)
    p0 = 0.0
    for k in range(K):
        p0 += P[0, k]
    if not (p0 < 1.0 and log_prior > -inf):
        return -inf, -inf
    log_cap, slope = log_below(n, p0, prior[2])
    loglik = log_cap - n * log(1.0 - p0)
    weight = n / (1.0 - p0) + slope
    for k in range(K):
        S[0, k] = weight * P[0, k]
    for m in range(1, len(parent)):
        shorter, row, here = P[parent[m]], odds[added[m]], P[m]
        p = 0.0
        for k in range(K):
            value = shorter[k] * row[k]
            here[k] = value
            p += value
        weight = 0.0
        if count[m] > 0:
            if not p > 0.0:
                return -inf, -inf
            loglik += count[m] * log(p)
            weight = count[m] / p
        sums = S[m]
        for k in range(K):
            sums[k] = weight * here[k]
    _gradient(model, beta, gradient, work)
    return loglik, log_prior


@numba.njit(cache=True, nogil=True, error_model="numpy", fastmath={"contract", "reassoc", "nsz", "arcp"})
def _classes(at, model, work):  # type: ignore[no-untyped-def]
    """Writes odds, s and nu_k prod_j (1 - lambda_jk) as P[0]; returns the log prior, -inf beyond the bounds."""
    (_, _, _, _, J, K), (a, b, _) = model
    odds, stays, P, _, s, left = work
    sum_s = _sticks(at, J, s, left, P)
    log_jacobian = 0.0
    for j in range(J):
        product = 1.0
        for k in range(K):
            logit = at[j * K + k]
            if abs(logit) > FURTHEST:
                return -inf
            o = exp(logit)
            r = 1.0 / (1.0 + o)
            odds[j, k] = o
            stays[j, k] = r
            P[0, k] *= r
            product *= o * r * r
        log_jacobian += log(product)
    for k in range(K - 1):
        log_jacobian += at[J * K + k]
        if abs(at[J * K + k]) > FURTHEST_STICK:
            return -inf
    return log_jacobian - (a + K - 1) * log(b + sum_s)


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _sticks(at, J, s, left, P):  # type: ignore[no-untyped-def]
    """Writes s, e^-s as `left`, and nu as P[0]; returns sum s."""
    rest, sum_s, K = 1.0, 0.0, len(s)
    for k in range(K - 1):
        s[k] = exp(at[J * K + k])
        sum_s += s[k]
        left[k] = exp(-s[k])
        P[0, k] = rest * ((1.0 - left[k]) if s[k] > SMALL_STICK else -expm1(-s[k]))
        rest *= left[k]
    P[0, K - 1] = rest
    return sum_s


@numba.njit(cache=True, nogil=True, error_model="numpy", fastmath={"contract", "reassoc", "nsz", "arcp"})
def _gradient(model, beta, gradient, work):  # type: ignore[no-untyped-def]
    """From S[m, k] = n_x r_xk up the tree. h_k = sum_x n_x r_xk + n p0_k / (1 - p0):

    d/d logit lambda_jk = sum_x n_x r_xk x_j - lambda_jk h_k + 1 - 2 lambda_jk
    d/d log s_k         = s_k (h_k / (e^s_k - 1) - sum_{l>k} h_l) + 1 - (a + K - 1) s_k / (b + sum s)
    """
    (parent, added, _, _, J, K), (a, b, _) = model
    _, stays, _, S, s, left = work
    sum_s = 0.0
    for k in range(K - 1):
        sum_s += s[k]
    for i in range(J * K):
        gradient[i] = 0.0
    for m in range(len(parent) - 1, 0, -1):
        here, shorter, row = S[m], S[parent[m]], gradient[added[m] * K : (added[m] + 1) * K]
        for k in range(K):
            value = here[k]
            row[k] += value
            shorter[k] += value
    h = S[0]
    for j in range(J):
        row, stay = gradient[j * K : (j + 1) * K], stays[j]
        for k in range(K):
            lam = 1.0 - stay[k]
            row[k] = beta * (row[k] - lam * h[k]) + 1.0 - 2.0 * lam
    later = h[K - 1]
    for k in range(K - 2, -1, -1):
        pull = h[k] * (s[k] * left[k] / (1.0 - left[k]) if s[k] > SMALL_STICK else s[k] / expm1(s[k]))
        gradient[J * K + k] = beta * (pull - s[k] * later) + 1.0 - (a + K - 1) * s[k] / (b + sum_s)
        later += h[k]
