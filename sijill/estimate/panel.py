"""Several models of one table, each under its assumption: what may be said, and what may not."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from sijill.estimate.diagnostics import modes
from sijill.estimate.gates import WIDEST, refusal
from sijill.estimate.graphical.averaging import FEWEST, MOST, decomposable
from sijill.estimate.latent.model import LatentClass, Settings, latent_class
from sijill.estimate.latent.tempering import tempered
from sijill.estimate.loglinear.bootstrap import bootstrap
from sijill.estimate.loglinear.selection import select, stepwise
from sijill.estimate.many_lists import chao, independence, sample_coverage
from sijill.estimate.overlap import documented, fingerprint
from sijill.estimate.two_lists import Sized, pairwise
from sijill.model.decision import Reason, Value
from sijill.model.estimate import KIND, Estimate, EstimateKind, Overlap

HEADLINE, PAIR = "range_over_models", "chapman"
LOG_LINEAR, GRAPHS, CLASSES = "log_linear", "decomposable_graphs", "latent_classes"
ASSUMPTIONS: Mapping[str, str] = {
    HEADLINE: "one_of_the_models",
    "independence": "lists_independent_people_alike",
    "chao": "people_differ_lists_do_not_compete",
    "sample_coverage": "dependence_of_pairs_only",
    LOG_LINEAR: "no_dependence_of_all_lists_together",
    GRAPHS: "dependence_without_cycles",
    CLASSES: "lists_independent_within_classes",
    PAIR: "two_lists_independent_people_alike",
}
IN_RANGE = (LOG_LINEAR, GRAPHS, CLASSES)
"""The models that let lists depend on each other or people differ: the headline reaches over their intervals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """What a panel computes with: chains of the latent classes, resamples, seed, prior of the graphs (None: 2^-J)."""

    latent: Settings = field(default_factory=Settings)
    resamples: int = 500
    seed: int = 0
    delta: float | None = None
    tempering: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The estimates of one table, the headline first, and the draws behind those models that have some.

    draws   model -> [draws] of N [persons]
    """

    overlap: Overlap
    estimates: tuple[Estimate, ...]
    draws: Mapping[str, NDArray[np.float64]]

    @property
    def headline(self) -> Estimate:
        """The range over models, or the refusal."""
        return self.estimates[0]


def panel(overlap: Overlap, effort: Effort | None = None) -> Panel:
    """Fit every model that the table allows; a table that allows none gives one estimate that says why."""
    effort = effort or Effort()
    whole = Estimate(
        stratum=overlap.stratum,
        lists=overlap.lists,
        documented=documented(overlap),
        model=HEADLINE,
        assumption=ASSUMPTIONS[HEADLINE],
        median=None,
        low95=None,
        high95=None,
        chao_under_assumption=chao(overlap).N if len(overlap.lists) > 1 else None,
        range_over_models=None,
        diagnostics={"seed": effort.seed, "table": fingerprint(overlap)},
    )
    if why := refusal(overlap):
        return Panel(overlap=overlap, estimates=(replace(whole, refused=why),), draws={})
    draws: dict[str, NDArray[np.float64]] = {}
    fitted = [
        _by_formula(whole, "independence", independence(overlap)),
        _by_formula(whole, "chao", chao(overlap)),
        _sample_coverage(whole, overlap),
        _log_linear(whole, overlap, effort, draws),
        _graphs(whole, overlap, effort, draws),
        _classes(whole, overlap, effort, draws),
    ]
    found = range_over(fitted)
    medians = [each.median for each in fitted if each.model in IN_RANGE and each.median is not None]
    told: dict[str, Value] = {"lowest_median": min(medians), "highest_median": max(medians)} if medians else {}
    headline = replace(whole, diagnostics={**whole.diagnostics, **told})
    if found is None:
        headline = replace(headline, refused=Reason(code="no_model_fits", values={"documented": whole.documented}))
    everything = (headline, *fitted)
    return Panel(
        overlap=overlap, estimates=tuple(replace(each, range_over_models=found) for each in everything), draws=draws
    )


def range_over(estimates: list[Estimate]) -> tuple[float, float] | None:
    """From the lowest lower limit to the highest upper limit of the models of the headline; None without any."""
    counted = [each for each in estimates if each.model in IN_RANGE and each.refused is None]
    lows = [each.low95 for each in counted if each.low95 is not None]
    highs = [each.high95 for each in counted if each.high95 is not None]
    return (min(lows), max(highs)) if lows and highs else None


def pairs(overlap: Overlap) -> tuple[Estimate, ...]:
    """Chapman's figure for every pair of lists. Their disagreement shows dependence; none is an estimate to quote."""
    return tuple(
        Estimate(
            stratum=overlap.stratum,
            lists=pair,
            documented=documented(overlap),
            model=PAIR,
            assumption=ASSUMPTIONS[PAIR],
            median=sized.N,
            low95=sized.low95,
            high95=sized.high95,
            chao_under_assumption=None,
            range_over_models=None,
            diagnostics={KIND: EstimateKind.PAIR, "se": sized.se},
        )
        for pair, sized in pairwise(overlap).items()
    )


def _of(
    whole: Estimate,
    model: str,
    values: tuple[float, float, float] | None,
    diagnostics: Mapping[str, Value],
    **more: Reason,
) -> Estimate:
    median, low, high = values if values is not None else (None, None, None)
    return replace(
        whole,
        model=model,
        assumption=ASSUMPTIONS[model],
        median=median,
        low95=low,
        high95=high,
        diagnostics={**whole.diagnostics, **diagnostics},
    )


def _by_formula(whole: Estimate, model: str, sized: Sized) -> Estimate:
    return _of(whole, model, (sized.N, sized.low95, sized.high95), {"se": sized.se})


def _unfitted(whole: Estimate, model: str, code: str) -> Estimate:
    return replace(_of(whole, model, None, {}), refused=Reason(code=code, values={"lists": len(whole.lists)}))


def _sample_coverage(whole: Estimate, overlap: Overlap) -> Estimate:
    found = sample_coverage(overlap)
    if found is None:
        return _unfitted(whole, "sample_coverage", "nothing_covered")
    size = found.size
    return _of(whole, "sample_coverage", (size.N, size.low95, size.high95), {"coverage": found.C, "se": size.se})


def _log_linear(whole: Estimate, overlap: Overlap, effort: Effort, draws: dict[str, NDArray[np.float64]]) -> Estimate:
    """The model of least BIC; its interval is that of choosing again in every resample."""
    chosen = select(overlap)
    resampled = bootstrap(overlap, repetitions=effort.resamples, seed=effort.seed) if chosen else None
    if chosen is None or resampled is None:
        return _unfitted(whole, LOG_LINEAR, "no_maximum")
    draws[LOG_LINEAR] = resampled.sizes
    low, high = resampled.percentile
    told: dict[str, Value] = {
        "terms": " ".join(":".join(term) for term in chosen.terms),
        "bic": float(chosen.fits.bic[chosen.best]),
        "aic": float(chosen.fits.aic[chosen.best]),
        "weight": float(chosen.weights[chosen.best]),
        "averaged": chosen.averaged,
        "lowest_within_10_bic": chosen.lowest,
        "highest_within_10_bic": chosen.highest,
        "bca_low": resampled.bca[0],
        "bca_high": resampled.bca[1],
        "stepwise": stepwise(overlap).N,
        "resamples": len(resampled.sizes),
    }
    return _of(whole, LOG_LINEAR, (chosen.N, min(low, chosen.N), max(high, chosen.N)), told)


def _graphs(whole: Estimate, overlap: Overlap, effort: Effort, draws: dict[str, NDArray[np.float64]]) -> Estimate:
    if not FEWEST <= len(overlap.lists) <= MOST:
        return _unfitted(whole, GRAPHS, "too_many_lists_for_graphs")
    found = decomposable(overlap, delta=effort.delta)
    draws[GRAPHS] = found.draws(4000, np.random.default_rng(effort.seed))
    told: dict[str, Value] = {
        "mean": found.mean,
        "heaviest_graph": float(found.graphs.max()),
        "at_edge": found.at_edge,
        **_humps(draws[GRAPHS]),
    }
    values = found.quantile(0.5), found.quantile(0.025), found.quantile(0.975)
    return _limited(_of(whole, GRAPHS, values, told), open_above=found.at_edge > 0.025)


def _classes(whole: Estimate, overlap: Overlap, effort: Effort, draws: dict[str, NDArray[np.float64]]) -> Estimate:
    found: LatentClass = latent_class(overlap, effort.latent, seed=effort.seed)
    kernel = "hybrid"
    if effort.tempering and not found.settled:
        found, kernel = tempered(overlap, effort.latent, seed=effort.seed), "parallel tempering"
    draws[CLASSES] = found.N.ravel()
    c = found.convergence
    told: dict[str, Value] = {
        "kernel": kernel,
        "r_hat": c.r_hat,
        "ess_bulk": c.ess_bulk,
        "ess_tail": c.ess_tail,
        "diverged": found.diverged,
        "at_cap": found.at_cap,
        **_humps(found.N),
    }
    values = found.quantile(0.5), found.quantile(0.025), found.quantile(0.975)
    estimate = _limited(_of(whole, CLASSES, values, told), open_above=found.at_cap > 0.2)
    if c.r_hat > 1.05 and estimate.refused is None:
        estimate = replace(estimate, refused=Reason(code="chains_disagree", values={"r_hat": c.r_hat}))
    return estimate


def _humps(draws: NDArray[np.float64]) -> dict[str, Value]:
    """Several modes are told one by one: no single figure stands for them."""
    found = modes(draws)
    told: dict[str, Value] = {"modes": len(found)}
    if len(found) > 1:
        for i, each in enumerate(found, start=1):
            told |= {f"mode_{i}_share": each.share, f"mode_{i}_median": each.median}
            told |= {f"mode_{i}_low95": each.low95, f"mode_{i}_high95": each.high95}
    return told


def _limited(estimate: Estimate, *, open_above: bool) -> Estimate:
    """Without an upper limit where the table sets none."""
    high = estimate.high95
    beyond = high is not None and high > WIDEST * estimate.documented
    if not (open_above or beyond):
        return estimate
    return replace(estimate, diagnostics={**estimate.diagnostics, "upper_limit": "not identified"})
