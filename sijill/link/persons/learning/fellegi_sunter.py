"""Weights of Fellegi and Sunter (1969), fitted by expectation-maximisation on counted patterns: for tables of any kind.

Two classes of pairs, one person and two, in which comparisons are independent. m: chance of a level among pairs of one
person, u: among pairs of two. The share of matches is bounded, and a fit in which agreement speaks against a match is
refused: then the classes were found the wrong way round, or are not those of persons at all.

source   Fellegi and Sunter (1969); EM for it: Winkler (1988). Not used for victim lists: kin break its independence.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sijill.errors import SijillError
from sijill.link.persons.spec import LinkSpec
from sijill.link.persons.weighing import Floats

Levels = NDArray[np.int8]
ROUNDS, CLOSE = 200, 1e-7
SMOOTH = 1e-4
MOST = 3.0
"""Matches a row at most: more would make persons of many records the rule."""


class FlippedFit(SijillError):
    """A fit whose matches agree less than its non-matches."""

    def __init__(self, *, comparison: str, m: float, u: float) -> None:
        super().__init__(
            f"agreement on {comparison} has chance {m:.3f} among matches and {u:.3f} among others:"
            " the two classes are not persons; give judged pairs, or narrower blocks"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FellegiSunter:
    """m, u by comparison and level; rate: share of matches among all pairs of rows."""

    names: tuple[str, ...]
    m: tuple[tuple[float, ...], ...]
    u: tuple[tuple[float, ...], ...]
    rate: float

    def weigh(self, levels: Levels) -> Floats:
        """Log-odds: of the rate, and log m/u of every level that both sides say something of."""
        total = np.full(len(levels), np.log(self.rate / (1 - self.rate)))
        for at, (m, u) in enumerate(zip(self.m, self.u, strict=True)):
            ratio = np.log(np.array(m) / np.array(u))
            ratio[0] = 0.0
            total += ratio[levels[:, at]]
        return total


def fitted(
    levels: Levels,
    pairs: NDArray[np.int64],
    chance: tuple[Levels, NDArray[np.int64]],
    spec: LinkSpec,
    *,
    rows: int,
    start: Sequence[Sequence[float]] | None = None,
) -> FellegiSunter:
    """The weights of candidate pairs that nobody judged. Raises FlippedFit.

    levels   patterns that occur [patterns, comparisons]      pairs   how many candidate pairs have each
    chance   the same of pairs drawn by chance: they give u, which candidate pairs cannot, for blocks make them agree
    start    m to begin with (of a simulator, of judged pairs); rising with the level if not said
    """
    weight = pairs.astype(np.float64)
    sizes, every = spec.sizes, rows * (rows - 1) / 2
    most = MOST * rows / every
    m = [np.array(each, dtype=np.float64) for each in start] if start is not None else [_rising(size) for size in sizes]
    u = [_shares(chance[0][:, at], chance[1].astype(np.float64), size) for at, size in enumerate(sizes)]
    rate, before = most / 4, -np.inf
    for _ in range(ROUNDS):
        odds = FellegiSunter(names=spec.names, m=_plain(m), u=_plain(u), rate=rate).weigh(levels)
        p = 1 / (1 + np.exp(-np.clip(odds, -500, 500)))
        rate = float(min(most, max(1e-12, (weight * p).sum() / every)))
        m = [_shares(levels[:, at], weight * p, size) for at, size in enumerate(sizes)]
        now = float((weight * np.logaddexp(0, odds)).sum())
        if abs(now - before) < CLOSE * abs(now):
            break
        before = now
    _demand_upright(spec, m, u)
    return FellegiSunter(names=spec.names, m=_plain(m), u=_plain(u), rate=rate)


def _plain(shares: Sequence[Floats]) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(map(float, each)) for each in shares)


def _demand_upright(spec: LinkSpec, m: Sequence[Floats], u: Sequence[Floats]) -> None:
    """Most comparisons must agree more often in matches, by the mean of their levels. Raises FlippedFit."""
    for each, left, right in zip(spec.comparisons, m, u, strict=True):
        at = np.arange(1, each.size)
        if each.context or not len(at):
            continue
        one, two = (float((at * side[1:]).sum() / side[1:].sum()) for side in (left, right))
        if one < two:
            raise FlippedFit(comparison=each.name, m=one / each.size, u=two / each.size)


def _rising(size: int) -> Floats:
    made = np.array([1.0, *(2.0**level for level in range(1, size))])
    return np.asarray(made / made.sum())


def _shares(level: NDArray[np.int8], weight: Floats, size: int) -> Floats:
    counted = np.bincount(level, weight, size) + SMOOTH * max(1.0, float(weight.sum())) / size
    return np.asarray(counted / counted.sum())
