"""Estimates of published overlap tables, against converged runs of the R packages: their figures and their speed.

Set `mse`: tables of overlaps with INDEX.csv, and `reference_*.csv`, what LCMCR, dga and SparseMSE gave on each.
"""

from pathlib import Path

from bench.estimate.parity import parity
from bench.estimate.speed import speed
from bench.measure.row import Row

SET = "mse"


def run(data: Path) -> list[Row]:
    """Parity first, then speed; nothing where the tables are not there."""
    folder = data / SET if (data / SET).is_dir() else data
    if not (folder / "reference_lcmcr_and_prototype.csv").is_file():
        return []
    return [*parity(folder), *speed(folder)]
