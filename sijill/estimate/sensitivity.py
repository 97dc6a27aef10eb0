"""How much an estimate hangs on what was chosen before any number was seen: priors, the cap, the kernel."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sijill.estimate.checks import short
from sijill.estimate.gates import refusal
from sijill.estimate.graphical.averaging import FEWEST, MOST, decomposable
from sijill.estimate.latent.model import Settings, latent_class
from sijill.estimate.latent.tempering import tempered
from sijill.estimate.panel import CLASSES, GRAPHS, Effort, Panel
from sijill.model.estimate import KIND, Estimate, EstimateKind, Overlap

DELTAS = (0.5, 1.0)
"""Beside 2^-J: the priors of Jeffreys and of Laplace in every cell."""
SETTINGS: Mapping[str, Mapping[str, float]] = {
    "cap=20": {"cap": 20.0},
    "cap=5": {"cap": 5.0},
    "alpha: a=b=1": {"a": 1.0, "b": 1.0},
    "classes=5": {"classes": 5},
}


def sensitivity(found: Panel, effort: Effort | None = None) -> Iterator[Estimate]:
    """The graphs under other priors, the latent classes under other priors and caps: one estimate for each choice.

    What was chosen stands in `diagnostics["choice"]`. Nothing for a table that is refused.
    """
    overlap, effort = found.overlap, effort or Effort()
    if refusal(overlap) is not None:
        return
    models = {each.model: each for each in found.estimates}
    if FEWEST <= len(overlap.lists) <= MOST:
        for delta in DELTAS:
            averaged = decomposable(overlap, delta=delta)
            values = averaged.quantile(0.025), averaged.quantile(0.5), averaged.quantile(0.975)
            yield _chosen(models[GRAPHS], f"delta={delta}", values)
    for choice, changed in SETTINGS.items():
        settings = replace(short(effort).latent, **changed)  # type: ignore[arg-type]
        yield _classes(models[CLASSES], overlap, choice, settings, effort.seed)


def audited(found: Panel, effort: Effort | None = None) -> Estimate | None:
    """The latent classes once more by parallel tempering: chains that agree in one mode may all have missed another."""
    overlap, effort = found.overlap, effort or Effort()
    if refusal(overlap) is not None:
        return None
    draws = tempered(overlap, effort.latent, seed=effort.seed)
    values = draws.quantile(0.025), draws.quantile(0.5), draws.quantile(0.975)
    estimate = next(each for each in found.estimates if each.model == CLASSES)
    return _chosen(estimate, "parallel tempering", values, r_hat=draws.convergence.r_hat)


def _classes(estimate: Estimate, overlap: Overlap, choice: str, settings: Settings, seed: int) -> Estimate:
    draws = latent_class(overlap, settings, seed=seed)
    values = draws.quantile(0.025), draws.quantile(0.5), draws.quantile(0.975)
    return _chosen(estimate, choice, values, r_hat=draws.convergence.r_hat, at_cap=draws.at_cap)


def _chosen(estimate: Estimate, choice: str, values: tuple[float, float, float], **told: float) -> Estimate:
    low, median, high = values
    return replace(
        estimate,
        median=median,
        low95=low,
        high95=high,
        diagnostics={KIND: EstimateKind.CHOICE, "choice": choice, "seed": estimate.diagnostics["seed"], **told},
        refused=None,
    )
