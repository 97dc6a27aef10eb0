"""Tables fitted in processes or on a cluster, each once: fits rest by content, and the next run has them from there."""

import os
from collections.abc import Sequence

import numpy as np

from sijill.chain.derived import FITS, Derived
from sijill.chain.estimates.nouns import Each, FitAtRest
from sijill.estimate.fits import Fit, fit_all, in_processes, key_of
from sijill.estimate.panel import Effort
from sijill.model.estimate import Overlap


class Fitting:
    """The fits of one run. What it used rests afterwards; what it had no use for is gone."""

    def __init__(self, derived: Derived, version: str, *, jobs: int | None, each: Each | None) -> None:
        self._derived, self._spread = derived, each or in_processes(jobs or os.cpu_count() or 1)
        self._version = version
        resting = derived.load(FitAtRest, FITS) if derived.fresh(self._version, FITS) else None
        self._kept = {one.key: _awake(one) for one in resting or ()}
        self._used: dict[str, Fit] = {}

    def fit(self, tables: Sequence[Overlap], effort: Effort) -> list[Fit]:
        """One fit for each table, in their order."""
        found = fit_all(tables, effort, kept=self._kept, spread=self._spread)
        keys = [key_of(each, effort) for each in tables]
        self._used |= {key: self._kept[key] for key in keys}
        return found

    def save(self) -> None:
        """Put at rest what was used, in the order of the keys."""
        self._derived.save(
            FitAtRest, FITS, self._version, (_asleep(key, self._used[key]) for key in sorted(self._used))
        )


def _awake(one: FitAtRest) -> Fit:
    draws = {model: np.array(values) for model, values in one.draws.items()}
    return Fit(documented=one.documented, draws=draws, r_hat=one.r_hat, refused=one.refused)


def _asleep(key: str, fit: Fit) -> FitAtRest:
    draws = {model: tuple(values.tolist()) for model, values in fit.draws.items()}
    return FitAtRest(key=key, documented=fit.documented, draws=draws, r_hat=fit.r_hat, refused=fit.refused)
