"""Figures by formula for two lists and more: independent lists, Chao's figure, sample coverage."""

from dataclasses import dataclass
from math import exp, inf, log, log1p, sqrt

import numpy as np

from sijill.estimate.overlap import documented, on_both, on_each, on_so_many
from sijill.estimate.two_lists import Sized, around_seen
from sijill.model.estimate import Overlap


def independence(overlap: Overlap) -> Sized:
    """Size if lists are independent and everybody is as likely as anybody to be on a given one (model Mt).

    N        root of 1 - n/N = prod_j (1 - n_j/N); maximum of the likelihood conditional on being seen
    se       delta method: var = N / (1/prod q_j - sum_j 1/q_j + J - 1), q_j = 1 - n_j/N
    source   Darroch (1958), Biometrika 45
    inf      where no two lists share anybody
    """
    n, n_j = documented(overlap), np.array(list(on_each(overlap).values()), dtype=float)
    if n == n_j.sum():
        return Sized(N=inf, se=inf, low95=float(n), high95=inf)
    N = _root(n, n_j)
    q = 1 - n_j / N
    if (q <= 0).any():
        return Sized(N=float(n), se=0.0, low95=float(n), high95=float(n))
    var = N / (1 / q.prod() - (1 / q).sum() + len(n_j) - 1)
    return around_seen(n, N, sqrt(var))


def _root(n: int, n_j: np.ndarray) -> float:
    """By bisection on log N: 1 - n/N - prod(1 - n_j/N) is negative below the root and positive above it."""
    low, high = log(max(n, n_j.max())), log(float(n)) + 60
    for _ in range(200):
        middle = (low + high) / 2
        N = exp(middle)
        if log1p(-min(n / N, 1 - 1e-16)) > np.log1p(-np.minimum(n_j / N, 1 - 1e-16)).sum():
            high = middle
        else:
            low = middle
    return exp((low + high) / 2)


def chao(overlap: Overlap, *, corrected: bool = False) -> Sized:
    """Chao's figure from those on one list and on two.

    N        n + (J-1)/J f1^2 / (2 f2); corrected (and where f2 = 0): n + (J-1)/J f1 (f1-1) / (2 (f2+1))
    assumes  lists independent given the person: people differ in how likely they are to be listed, and no list
             competes with another. Only then is it a lower bound. Lists that divide people among them raise it
             above the truth.
    source   Chao (1987), Biometrics 43; variance as there, with r = f1/f2: f2 (r^4/4 + r^3 + r^2/2)
    """
    n, J = documented(overlap), len(overlap.lists)
    _, f1, f2, *_ = on_so_many(overlap)
    c = (J - 1) / J
    if corrected or f2 == 0:
        n0 = c * f1 * (f1 - 1) / (2 * (f2 + 1))
        N = n + n0
        var = c * f1 * (f1 - 1) / (2 * (f2 + 1)) + c**2 * f1 * (2 * f1 - 1) ** 2 / (4 * (f2 + 1) ** 2)
        var += c**2 * f1**2 * f2 * (f1 - 1) ** 2 / (4 * (f2 + 1) ** 4)
        return around_seen(n, N, sqrt(max(var, 0.0)))
    r = f1 / f2
    var = f2 * (c * r**2 / 2 + c**2 * r**3 + c**2 * r**4 / 4)
    return around_seen(n, n + c * f1**2 / (2 * f2), sqrt(var))


ENOUGH_COVERED = 0.55
"""Below this coverage the solution is unstable and one step towards it is taken: Chao et al. (2001)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """Sample coverage C in 0..1, the size it gives, and how strongly each pair of lists depends (0: not at all)."""

    C: float
    size: Sized
    dependence: dict[tuple[str, str], float]


def sample_coverage(overlap: Overlap) -> Covered | None:
    """Size from how much of the population the lists cover; needs three lists, and a coverage above zero.

    C        1 - mean_j z_j / n_j, with z_j the persons on list j only
    D        mean_j (n - z_j): persons whom the other lists find without j
    N        D/C + 1/(J C) sum_{i<k} a_ik gamma_ik, gamma_ik = N B_ik/(n_i n_k) - 1, with B_ik persons on both and
             a_ik = z_i + z_k + 2 (persons on i and k only); solved for N. Where C < .55: one step, gamma at
             N' = D/C + 1/(J C) sum a_ik gamma_ik(D/C)
    se       jackknife by person (each cell once, weighted by its count)
    source   Chao and Tsay (1998), J. Am. Stat. Assoc. 93; Chao et al. (2001), Stat. Med. 20. For four lists and more
             the same argument to first order in the dependence of pairs.
    """
    found = _coverage(overlap)
    if found is None:
        return None
    C, N, dependence = found
    n = documented(overlap)
    return Covered(C=C, size=around_seen(n, N, _jackknife(overlap, N)), dependence=dependence)


def _coverage(overlap: Overlap) -> tuple[float, float, dict[tuple[str, str], float]] | None:
    J, n, n_j = len(overlap.lists), documented(overlap), on_each(overlap)
    if J < 3 or min(n_j.values()) == 0:
        return None
    z = {name: _only(overlap, (name,)) for name in overlap.lists}
    C = 1 - sum(z[name] / n_j[name] for name in overlap.lists) / J
    if C <= 0:
        return None
    D = n - sum(z.values()) / J
    B = {(i, k): both / (n_j[i] * n_j[k]) for (i, k), both in on_both(overlap).items()}
    a = {(i, k): z[i] + z[k] + 2 * _only(overlap, (i, k)) for i, k in B}
    slope = sum(a[pair] * B[pair] for pair in B) / (J * C)
    level = (D - sum(a.values()) / J) / C
    if C >= ENOUGH_COVERED and slope < 1:
        N = level / (1 - slope)
    else:
        N = level + slope * (level + slope * D / C)
    return C, N, {pair: N * B[pair] - 1 for pair in B}


def _only(overlap: Overlap, names: tuple[str, ...]) -> int:
    return overlap.counts.get("".join("1" if name in names else "0" for name in overlap.lists), 0)


def _jackknife(overlap: Overlap, N: float) -> float:
    total, n = 0.0, documented(overlap)
    for pattern, number in overlap.counts.items():
        if not number:
            continue
        fewer = Overlap(lists=overlap.lists, counts={**overlap.counts, pattern: number - 1})
        found = _coverage(fewer)
        if found is not None:
            total += number * (found[1] - N) ** 2
    return sqrt(total * (n - 1) / n)
