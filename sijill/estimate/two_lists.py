"""Two lists at a time. Six such estimates that disagree say that lists depend on each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log, sqrt

from sijill.errors import SijillError
from sijill.estimate.overlap import on_both, on_each
from sijill.model.estimate import Overlap

Z975 = 1.959963984540054


class ImpossibleOverlap(SijillError):
    """More people on both lists than on one of them."""

    def __init__(self, *, n1: int, n2: int, m: int) -> None:
        super().__init__(f"{m} persons on both lists, but the lists hold {n1} and {n2}")
        self.n1, self.n2, self.m = n1, n2, m


@dataclass(frozen=True, slots=True, kw_only=True)
class Sized:
    """A size with its standard error and 95 % interval [persons]."""

    N: float
    se: float
    low95: float
    high95: float


def chapman(n1: int, n2: int, m: int) -> Sized:
    """Size of a closed population from two lists.

    n1, n2   persons on each list [persons]
    m        persons on both      [persons], 0 <= m <= min(n1, n2)
    raises   ImpossibleOverlap
    assumes  independent lists, equal catchability, no false or missed links
    source   N: Chapman (1951); variance: Seber (1970). Interval log-normal around what was seen: Chao (1987).
    """
    if not 0 <= m <= min(n1, n2):
        raise ImpossibleOverlap(n1=n1, n2=n2, m=m)
    N = (n1 + 1) * (n2 + 1) / (m + 1) - 1
    var = (n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m) / ((m + 1) ** 2 * (m + 2))
    return around_seen(n1 + n2 - m, N, sqrt(var))


def around_seen(n: int, N: float, se: float) -> Sized:
    """The log-normal interval of what was not seen, so that no bound lies below what was seen.

    source   Chao (1987), Biometrics 43: C = exp(1.96 sqrt(log(1 + var / (N - n)^2)))
    """
    n0 = N - n
    if n0 <= 0 or se == 0:
        return Sized(N=N, se=se, low95=max(N, n), high95=max(N, n))
    C = exp(Z975 * sqrt(log(1 + (se / n0) ** 2)))
    return Sized(N=N, se=se, low95=n + n0 / C, high95=n + n0 * C)


def pairwise(overlap: Overlap) -> Mapping[tuple[str, str], Sized]:
    """Chapman's figure for every pair of lists, each as if there were no others."""
    size = on_each(overlap)
    return {(a, b): chapman(size[a], size[b], m) for (a, b), m in on_both(overlap).items()}
