"""The probability that no more than so many were never documented: what a cap on their number does to the posterior."""

from math import exp, inf, lgamma, log, sqrt

import numba

FAR = 12.0
"""Standard deviations from the cap beyond which it does nothing."""


@numba.njit(cache=True, nogil=True, error_model="numpy")
def log_below(n, p0, cap):  # type: ignore[no-untyped-def]
    """(log P(n0 <= cap), its derivative by p0) for n0 ~ NegBin(n, 1 - p0); cap inf: (0, 0).

    P = I_{1-p0}(n, cap + 1), the regularised incomplete beta function; DiDonato and Morris (1992), by Lentz's
    continued fraction on the side where it converges.
    """
    if cap == inf or p0 <= 0.0:
        return 0.0, 0.0
    mean = n * p0 / (1.0 - p0)
    if mean + FAR * sqrt(mean * (1.0 + mean / n)) + FAR < cap:
        return 0.0, 0.0
    x, a, b = 1.0 - p0, n, cap + 1.0
    log_density = a * log(x) + b * log(p0) + lgamma(a + b) - lgamma(a) - lgamma(b)
    if x < (a + 1.0) / (a + b + 2.0):
        log_p = log_density - log(a) + log(_fraction(x, a, b))
    else:
        above = exp(log_density - log(b) + log(_fraction(p0, b, a)))
        log_p = log(max(1.0 - above, 1e-300))
    return log_p, -exp(log_density - log(x) - log(p0) - log_p)


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _fraction(x, a, b):  # type: ignore[no-untyped-def]
    """The continued fraction of I_x(a, b) a B(a, b) / (x^a (1-x)^b); Numerical Recipes 6.4, modified Lentz."""
    tiny = 1e-300
    c, d = 1.0, 1.0 - (a + b) * x / (a + 1.0)
    d = 1.0 / (d if abs(d) > tiny else tiny)
    h = d
    for m in range(1, 500):
        for even in (True, False):
            if even:
                step = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            else:
                step = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1.0 + step * d
            c = 1.0 + step / c
            d = 1.0 / (d if abs(d) > tiny else tiny)
            c = c if abs(c) > tiny else tiny
            h *= d * c
        if abs(d * c - 1.0) < 1e-12:
            break
    return h
