"""Draws of the size of a population from one table, the same for every table with the same numbers; kept."""

from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from multiprocessing import get_context

import numpy as np
from numpy.typing import NDArray

from sijill.estimate.checks import short
from sijill.estimate.gates import refusal
from sijill.estimate.overlap import canonical, documented
from sijill.estimate.panel import CLASSES, IN_RANGE, Effort, panel
from sijill.model.decision import Reason, Value
from sijill.model.estimate import Overlap
from sijill.model.exchange import to_json

DRAWS = 1000
AS_THEY_ARE = -1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """What the models say of one table.

    draws    model -> [1000] N [persons]; a model that cannot be fitted is not there
    r_hat    of the latent classes; None where they were not fitted
    refused  why no model may be fitted at all
    """

    documented: int
    draws: Mapping[str, NDArray[np.float64]]
    r_hat: float | None = None
    refused: Reason | None = None


Kept = MutableMapping[str, Fit]
"""Fits by the key of what they were made from. A dict will do; a case keeps them under derived/."""
Fitter = Callable[[Sequence[Overlap], Effort], list[Fit]]
"""What fits many tables: `fit_all` with what it keeps and where it computes."""
Work = Callable[[Overlap], Fit]
Spread = Callable[[Work, Sequence[Overlap]], Iterable[Fit]]
"""Does one piece of work for each table, wherever, and gives the results in the order of the tables."""


def fit_one(overlap: Overlap, effort: Effort | None = None) -> Fit:
    """Fit every model of the headline to one table, with the lists in an order and under names that do not matter."""
    effort = effort or short(Effort())
    plain = canonical(overlap)
    if why := refusal(overlap):
        return Fit(documented=documented(overlap), draws={}, refused=why)
    seeded = replace(effort, seed=int(key_of(overlap, effort)[:8], 16))
    found = panel(plain, seeded)
    random = np.random.default_rng(seeded.seed)
    said = {each.model: each for each in found.estimates if each.refused is None}
    draws = {
        model: random.choice(found.draws[model], size=DRAWS)
        for model in IN_RANGE
        if model in said and model in found.draws
    }
    r_hat = said[CLASSES].diagnostics["r_hat"] if CLASSES in said else None
    return Fit(documented=documented(overlap), draws=draws, r_hat=float(r_hat) if r_hat is not None else None)


def key_of(overlap: Overlap, effort: Effort) -> str:
    """Of the numbers and of how they are computed, whatever the lists are called and whosever they are."""
    told: dict[str, Value] = {
        "counts": to_json(canonical(overlap).counts),
        "resamples": effort.resamples,
        "seed": effort.seed,
        "delta": effort.delta if effort.delta is not None else AS_THEY_ARE,
        "tempering": int(effort.tempering),
        "latent": to_json(effort.latent),
    }
    return sha256(to_json(told).encode()).hexdigest()


Progress = Callable[[int, int], None]


def here(work: Work, tables: Sequence[Overlap]) -> Iterable[Fit]:
    """One after the other, in this process."""
    return map(work, tables)


def in_processes(jobs: int) -> Spread:
    """Over so many processes; few tables are not worth starting them."""

    def spread(work: Work, tables: Sequence[Overlap]) -> Iterable[Fit]:
        if jobs <= 1 or len(tables) < WORTH_PROCESSES:
            yield from here(work, tables)
            return
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
            yield from pool.map(work, tables, chunksize=CHUNK)

    return spread


WORTH_PROCESSES, CHUNK = 8, 4


def fit_all(
    overlaps: Iterable[Overlap],
    effort: Effort | None = None,
    *,
    kept: Kept | None = None,
    spread: Spread = here,
    progress: Progress | None = None,
) -> list[Fit]:
    """One fit for each table, in their order; each table once, however often its numbers come back.

    kept      fits made before, by key; new ones are put there
    spread    where they are computed: the result does not depend on it, to the last bit
    progress  (fits done, fits to do)
    """
    effort, tables = effort or short(Effort()), list(overlaps)
    kept = {} if kept is None else kept
    keys = [key_of(each, effort) for each in tables]
    wanted = {key: canonical(table) for key, table in zip(keys, tables, strict=True) if key not in kept}
    found = spread(partial(fit_one, effort=effort), list(wanted.values()))
    for done, (key, fit) in enumerate(zip(wanted, found, strict=True), start=1):
        kept[key] = fit
        if progress is not None:
            progress(done, len(wanted))
    return [_named(kept[key], table) for key, table in zip(keys, tables, strict=True)]


def _named(fit: Fit, table: Overlap) -> Fit:
    """A refusal speaks of the lists of the table at hand, whosever numbers they were first."""
    return fit if fit.refused is None else replace(fit, refused=refusal(table))
