"""Two moves that keep the posterior as it is: a sweep over persons and classes, and two classes changing places."""

from math import exp, expm1, inf, log, log1p

import numba

MOST_UNSEEN = 1e15
TRIES = 1000


@numba.njit(cache=True, nogil=True, error_model="numpy")
def unseen(random, n, p0, cap):  # type: ignore[no-untyped-def]
    """n0 ~ NegBin(n, 1 - p0), as Poisson(Gamma(n, p0 / (1 - p0))); drawn again while above the cap."""
    scale = p0 / max(1.0 - p0, 1e-300)
    for _ in range(TRIES):
        n0 = float(random.poisson(min(random.standard_gamma(n) * scale, MOST_UNSEEN)))
        if n0 <= cap:
            return n0
    return cap


@numba.njit(cache=True, nogil=True, error_model="numpy")
def weights(at, model, work):  # type: ignore[no-untyped-def]
    """Writes p_xk as P[m] of `work`; returns p0."""
    parent, added, _, _, J, K = model[0]
    odds, _, P, _, s, _ = work
    rest = 1.0
    for k in range(K - 1):
        s[k] = exp(at[J * K + k])
        P[0, k] = -rest * expm1(-s[k])
        rest *= exp(-s[k])
    P[0, K - 1] = rest
    for j in range(J):
        for k in range(K):
            odds[j, k] = exp(at[j * K + k])
            P[0, k] /= 1.0 + odds[j, k]
    p0 = 0.0
    for k in range(K):
        p0 += P[0, k]
    for m in range(1, len(parent)):
        for k in range(K):
            P[m, k] = P[parent[m], k] * odds[added[m], k]
    return p0


@numba.njit(cache=True, nogil=True, error_model="numpy")
def gibbs(random, at, model, work, persons):  # type: ignore[no-untyped-def]
    """Draw the unseen, a class for everybody, then alpha, nu and lambda given them; writes `at`, returns n0.

    persons   [J + 1, K], overwritten: in class k, in row J all of them, in row j those on list j
    source    Manrique-Vallier (2016), Biometrics 72, appendix
    """
    (parent, added, count, n, J, K), (a, b, cap) = model
    _, _, P, S, s, _ = work
    n0 = unseen(random, n, weights(at, model, work), cap)
    for m in range(len(parent)):
        _split(random, n0 if m == 0 else count[m], P[m], S[m])
    persons[:] = 0.0
    for m in range(len(parent) - 1, 0, -1):
        for k in range(K):
            persons[added[m], k] += S[m, k]
            S[parent[m], k] += S[m, k]
    sum_s = 0.0
    for k in range(K):
        persons[J, k] = S[0, k]
        if k < K - 1:
            sum_s += s[k]
    alpha = random.standard_gamma(a + K - 1) / (b + sum_s)
    later = 0.0
    for k in range(K - 1, -1, -1):
        if k < K - 1:
            at[J * K + k] = _log_stick(random, 1.0 + persons[J, k], alpha + later)
        later += persons[J, k]
        for j in range(J):
            on, off = persons[j, k], persons[J, k] - persons[j, k]
            logit = log(random.standard_gamma(1.0 + on)) - log(random.standard_gamma(1.0 + off))
            at[j * K + k] = min(max(logit, -34.0), 34.0)
    return n0


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _split(random, number, weight, into):  # type: ignore[no-untyped-def]
    """into ~ Multinomial(number, weight), by binomials."""
    K = len(weight)
    left, rest = number, 0.0
    for k in range(K):
        into[k] = 0.0
        rest += weight[k]
    for k in range(K):
        if left <= 0.0:
            return
        share = weight[k] / rest if rest > 0.0 else 1.0
        if k == K - 1 or share >= 1.0:
            into[k] = left
            return
        if share > 0.0:
            into[k] = float(random.binomial(int(left), share))
        left -= into[k]
        rest -= weight[k]


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _log_stick(random, first, second):  # type: ignore[no-untyped-def]
    """log(-log(1 - V)) for V ~ Beta(first, second), also where 1 - V is too small for a number."""
    log_g1 = log(random.standard_gamma(first))
    log_g2 = log(random.standard_gamma(second + 1.0)) + log(random.random()) / second
    gap = log_g1 - log_g2
    s = log1p(exp(gap)) if gap < 30.0 else gap
    return max(log(max(s, 1e-300)), -200.0)


@numba.njit(cache=True, nogil=True, error_model="numpy")
def change_places(random, at, model, log_nu):  # type: ignore[no-untyped-def]
    """Propose that two classes change places with all they have; the likelihood stays. Whether it was taken.

    The prior of nu with alpha integrated out, by which it is taken (T_i = sum_{l>=i} nu_l):
    log p(nu) = -(a + K - 1) log(b - log nu_K) - log nu_K - sum_{i<K} log T_i
    log_nu   [2, K], overwritten
    """
    (_, _, _, _, J, K), prior = model
    k, l = int(random.random() * K), int(random.random() * (K - 1))
    l += l >= k
    before = 0.0
    for i in range(K - 1):
        s = exp(at[J * K + i])
        log_nu[0, i] = before + (log(-expm1(-s)) if s > 1e-300 else -inf)
        before -= s
    log_nu[0, K - 1] = before
    log_nu[1] = log_nu[0]
    log_nu[1, k], log_nu[1, l] = log_nu[0, l], log_nu[0, k]
    ratio = _log_prior(log_nu[1], prior) - _log_prior(log_nu[0], prior)
    if not log(random.random()) < ratio:
        return False
    tail = log_nu[1, K - 1]
    for i in range(K - 2, -1, -1):
        longer = _log_sum(tail, log_nu[1, i])
        at[J * K + i] = log(max(longer - tail, 1e-300))
        tail = longer
    for j in range(J):
        at[j * K + k], at[j * K + l] = at[j * K + l], at[j * K + k]
    return True


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _log_prior(log_nu, prior):  # type: ignore[no-untyped-def]
    a, b, _ = prior
    K = len(log_nu)
    tail = log_nu[K - 1]
    value = -(a + K - 1) * log(b - tail) - tail
    for i in range(K - 2, -1, -1):
        tail = _log_sum(tail, log_nu[i])
        value -= tail if i > 0 else 0.0
    return value


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _log_sum(x, y):  # type: ignore[no-untyped-def]
    high, low = max(x, y), min(x, y)
    return high + log1p(exp(low - high))
