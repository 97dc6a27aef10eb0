"""What the R packages gave on the tables of the set."""

import csv
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sijill.estimate.diagnostics import modes
from sijill.estimate.latent.model import Settings
from sijill.estimate.reading import read_overlap
from sijill.model.estimate import Overlap

CONVERGED_RHAT, CONVERGED_ESS = 1.01, 1000
REFERENCE_CHAINS = Settings(chains=4, warm_up=600, block=2000, longest=2000).lcmcr()
"""As the reference ran: four chains, LCMCR's cap."""


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of one of the reference tables."""
    with (folder / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def overlap(folder: Path, dataset: str) -> Overlap:
    """A table of the set."""
    return read_overlap(folder / f"{dataset}.csv")


def converged(row: dict[str, str]) -> bool:
    """Whether LCMCR's four chains agreed on this table and their draws are worth something."""
    return float(row["R_rhat"]) <= CONVERGED_RHAT and float(row["R_ess"]) >= CONVERGED_ESS


def told_modes(N: NDArray[np.float64]) -> str:
    """The modes of the draws of a population, as a note."""
    found = (f"{each.share:.0%} at {each.low95:,.0f} to {each.high95:,.0f}" for each in modes(N))
    return "modes: " + "; ".join(found)
