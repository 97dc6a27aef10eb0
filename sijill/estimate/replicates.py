"""Estimates over sampled linkages and over strata: what is not known about the links stays in the interval."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

import numpy as np
from numpy.typing import NDArray
from scipy.stats import t as student

from sijill.estimate.fits import Fit
from sijill.estimate.panel import ASSUMPTIONS, HEADLINE, IN_RANGE
from sijill.model.decision import Reason, Value
from sijill.model.estimate import Estimate, Overlap

ENOUGH = 10
"""Fewer replicates than this say little of how much they differ: Rubin (1987)."""
MOST_REFUSED = 0.2
NO_ONE = 0.1
"""What verdata takes for a number of unseen that is zero, before its log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubin:
    """Point and 95 % interval [persons] by Rubin's rules on the log of the unseen."""

    N: float
    low95: float
    high95: float


def pooled(draws: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
    """All draws of all replicates, each replicate with the same weight: quantiles are those of one distribution."""
    fewest = min(len(each) for each in draws)
    return np.concatenate([each[:fewest] for each in draws])


def verdata(draws: Sequence[NDArray[np.float64]], documented: Sequence[int]) -> Rubin | None:
    """The interval of the R package verdata; None from one replicate, or where all replicates are alike.

    W mean of the variances within, B variance of the means of log n0, T = W + (1 + 1/m) B,
    df = (m - 1) (1 + W / ((m + 1) B))^2, exp(mean +- t sqrt(T)) + mean n
    source   Rubin (1987); as in verdata's combine_estimates: the point is the mean of N, the centre that of log n0
    """
    m, n = len(draws), float(np.mean(documented))
    if m < 2:
        return None
    logs = [np.log(np.maximum(each - seen, NO_ONE)) for each, seen in zip(draws, documented, strict=True)]
    W, B = float(np.mean([each.var(ddof=1) for each in logs])), float(np.var([each.mean() for each in logs], ddof=1))
    if B == 0:
        return None
    T, df = W + (1 + 1 / m) * B, (m - 1) * (1 + W / ((m + 1) * B)) ** 2
    centre, reach = float(np.mean([each.mean() for each in logs])), float(student.ppf(0.975, df)) * T**0.5
    N = float(np.mean([each.mean() for each in draws]))
    return Rubin(N=N, low95=n + exp(centre - reach), high95=n + exp(centre + reach))


def combined(overlaps: Sequence[Overlap], fits: Sequence[Fit]) -> list[Estimate]:
    """The estimates of one stratum over its replicates: the headline, then each model.

    A stratum of which more than a fifth of the replicates is refused is refused, with the reason that most of them had.
    """
    refused = [each.refused for each in fits if each.refused is not None]
    whole = _whole(overlaps[0], [each.documented for each in fits])
    told: dict[str, Value] = {"replicates": len(fits), "replicates_refused": len(refused)}
    if len(refused) > MOST_REFUSED * len(fits):
        most = max(refused, key=lambda why: sum(each.code == why.code for each in refused))
        return [_estimate(whole, HEADLINE, None, told, refused=most)]
    models = []
    for model in IN_RANGE:
        having = [each for each in fits if model in each.draws]
        if len(having) < (1 - MOST_REFUSED) * len(fits):
            models.append(_estimate(whole, model, None, told, refused=Reason(code="no_model_fits", values=dict(told))))
            continue
        draws = [each.draws[model] for each in having]
        rubin = verdata(draws, [each.documented for each in having])
        more: dict[str, Value] = {**told, "between": _between(draws)}
        if rubin is not None:
            more |= {"verdata": rubin.N, "verdata_low95": rubin.low95, "verdata_high95": rubin.high95}
        models.append(_estimate(whole, model, pooled(draws), more))
    return _with_headline(whole, models, told)


def totals(strata: Mapping[str, Sequence[Fit]], lists: Sequence[str]) -> list[Estimate]:
    """The sum over strata, draw by draw within a replicate; a stratum that is refused is counted and not estimated.

    strata   name -> its fits, one a replicate, all in the same order and from the same lists
    """
    refused = {
        name: fits
        for name, fits in strata.items()
        if sum(each.refused is not None for each in fits) > MOST_REFUSED * len(fits)
    }
    kept = [fits for name, fits in strata.items() if name not in refused]
    counted = [sum(each.documented for each in replicate) for replicate in zip(*strata.values(), strict=True)]
    whole = _whole(Overlap(lists=tuple(lists), counts={}), counted)
    left = sum(float(np.mean([each.documented for each in fits])) for fits in refused.values())
    told: dict[str, Value] = {
        "replicates": len(counted),
        "strata": len(strata),
        "strata_not_estimated": ", ".join(sorted(refused)),
        "documented_not_estimated": round(left),
    }
    if not kept:
        return [
            _estimate(whole, HEADLINE, None, told, refused=Reason(code="no_stratum", values={"strata": len(strata)}))
        ]
    models = []
    for model in IN_RANGE:
        replicates = [
            sum(each.draws[model] for each in replicate)
            for replicate in zip(*kept, strict=True)
            if all(model in each.draws for each in replicate)
        ]
        draws = pooled([each for each in replicates if isinstance(each, np.ndarray)]) if replicates else None
        why = None if draws is not None else Reason(code="no_model_fits", values={"strata": len(strata)})
        models.append(_estimate(whole, model, draws, told, refused=why))
    return _with_headline(whole, models, told)


def _between(draws: Sequence[NDArray[np.float64]]) -> float:
    """Share of the variance of log N that lies between replicates: how much hangs on the links."""
    logs = [np.log(each) for each in draws]
    among = float(np.var([each.mean() for each in logs]))
    within = float(np.mean([each.var() for each in logs]))
    return among / (among + within) if among + within > 0 else 0.0


def _whole(overlap: Overlap, documented: Iterable[int]) -> Estimate:
    return Estimate(
        stratum=overlap.stratum,
        lists=overlap.lists,
        documented=round(float(np.mean(list(documented)))),
        model=HEADLINE,
        assumption=ASSUMPTIONS[HEADLINE],
        median=None,
        low95=None,
        high95=None,
        chao_under_assumption=None,
        range_over_models=None,
        diagnostics={},
    )


def _estimate(
    whole: Estimate,
    model: str,
    draws: NDArray[np.float64] | None,
    told: Mapping[str, Value],
    *,
    refused: Reason | None = None,
) -> Estimate:
    quantiles = [float(each) for each in np.quantile(draws, [0.025, 0.5, 0.975])] if draws is not None else [None] * 3
    low, median, high = quantiles
    return replace(
        whole,
        model=model,
        assumption=ASSUMPTIONS[model],
        median=median,
        low95=low,
        high95=high,
        diagnostics=dict(told),
        refused=refused,
    )


def _with_headline(whole: Estimate, models: Sequence[Estimate], told: Mapping[str, Value]) -> list[Estimate]:
    lows = [each.low95 for each in models if each.low95 is not None]
    highs = [each.high95 for each in models if each.high95 is not None]
    medians = [each.median for each in models if each.median is not None]
    if not lows:
        why = Reason(code="no_model_fits", values={"documented": whole.documented})
        return [_estimate(whole, HEADLINE, None, told, refused=why), *models]
    found = (min(lows), max(highs))
    more: dict[str, Value] = {**told, "lowest_median": min(medians), "highest_median": max(medians)}
    if int(told["replicates"] or 0) < ENOUGH:
        more["few_replicates"] = ENOUGH
    headline = _estimate(whole, HEADLINE, None, more)
    return [replace(each, range_over_models=found) for each in (headline, *models)]
