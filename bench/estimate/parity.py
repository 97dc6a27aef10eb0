"""Figures of the latent classes, the graphs and the log-linear models beside those of LCMCR, dga and SparseMSE."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from time import process_time

import numpy as np

from bench.estimate.references import REFERENCE_CHAINS, converged, overlap, rows, told_modes
from bench.measure.row import Row
from sijill.estimate.graphical.averaging import decomposable
from sijill.estimate.latent.model import LatentClass, Settings, latent_class
from sijill.estimate.latent.tempering import tempered
from sijill.estimate.loglinear.selection import stepwise

LONG = replace(REFERENCE_CHAINS, block=5000, longest=5000)
EVERY_NUMBER_TO = 60_000
UNCONVERGED = ("uk5", "uk6", "scotpwid4")
TWO_MODES = "netherlands5"


def parity(folder: Path) -> list[Row]:
    """One row for each claim."""
    return [*_classes(folder), *_unconverged(folder), *_two_modes(folder), *_graphs(folder), *_stepwise(folder)]


def _classes(folder: Path) -> list[Row]:
    """Medians and limits against LCMCR where it converged; the worst of all tables, and which it was."""
    worst: dict[str, tuple[float, str]] = {}
    reference = [row for row in rows(folder, "reference_lcmcr_and_prototype.csv") if converged(row)]
    for row in reference:
        found = latent_class(overlap(folder, row["dataset"]), LONG, seed=1)
        for p, name in ((0.5, "q50"), (0.025, "q025"), (0.975, "q975")):
            off = abs(found.quantile(p) / float(row[f"R_{name}"]) - 1)
            worst[name] = max(worst.get(name, (0.0, "")), (off, row["dataset"]))
    bars = {"q50": "<= 1.5 %", "q025": "<= 3 %", "q975": "<= 3 %"}
    names = {"q50": "median", "q025": "2.5 % limit", "q975": "97.5 % limit"}
    return [
        Row(
            set="mse",
            measure=f"latent classes: {names[name]} off LCMCR's, worst table",
            value=f"{off:.1%}",
            bar=bars[name],
            note=f"{dataset}; {len(reference)} tables on which LCMCR converges",
        )
        for name, (off, dataset) in worst.items()
    ]


def _unconverged(folder: Path) -> list[Row]:
    found = []
    for dataset in UNCONVERGED:
        table, start = overlap(folder, dataset), process_time()
        classes = latent_class(table, Settings(), seed=1)
        spent, c = process_time() - start, classes.convergence
        found.append(
            Row(
                set="mse",
                measure=f"{dataset}: R-hat, effective draws, CPU seconds",
                value=f"{c.r_hat:.3f}, {min(c.ess_bulk, c.ess_tail):.0f}, {spent:.1f}",
                bar="1.01, 400, 5",
                note=f"median {classes.quantile(0.5):,.0f}; LCMCR does not converge",
            )
        )
    return found


def _two_modes(folder: Path) -> list[Row]:
    start = process_time()
    found: LatentClass = tempered(overlap(folder, TWO_MODES), Settings().lcmcr(), seed=1)
    spent = process_time() - start
    return [
        Row(
            set="mse",
            measure=f"{TWO_MODES}: R-hat of parallel tempering, CPU seconds",
            value=f"{found.convergence.r_hat:.3f}, {spent:.0f}",
            bar="1.05, 180",
            note=told_modes(found.N),
        )
    ]


def _graphs(folder: Path) -> list[Row]:
    """On grids of every number from 1 on, as dga was given them."""
    mean, top, compared = 0.0, 0.0, 0
    for row in rows(folder, "reference_dga.csv"):
        grid = int(row["grid"])
        if grid >= EVERY_NUMBER_TO or not _every_number(row):
            continue
        found = decomposable(overlap(folder, row["dataset"]), delta=float(row["delta"]), n0=np.arange(1, grid + 1))
        mean = max(mean, abs(found.mean / float(row["mean"]) - 1))
        top = max(top, abs(float(found.graphs.max()) - float(row["top_graph_w"])))
        compared += 1
    note = f"{compared} pairs of table and delta whose grid was every number"
    return [
        Row(
            set="mse", measure="graphs: posterior mean off dga's, worst", value=f"{mean:.0e}", bar="<= 1e-06", note=note
        ),
        Row(set="mse", measure="graphs: weight of the heaviest off dga's, worst", value=f"{top:.0e}", bar="<= 1e-06"),
    ]


def _every_number(row: Mapping[str, str]) -> bool:
    """Whether the grid of the reference was 1, 2, 3 .. 20 n."""
    return int(row["grid"]) == 20 * int(row["n"])


def _stepwise(folder: Path) -> list[Row]:
    pairs, worst, reference = 0, 0.0, rows(folder, "reference_sparsemse.csv")
    for row in reference:
        table = overlap(folder, row["dataset"])
        found = stepwise(table)
        overlapping = [
            term for term in found.terms if _shared(table.counts, [table.lists.index(each) for each in term])
        ]
        pairs += " ".join(":".join(term) for term in overlapping) == row["pairs"]
        worst = max(worst, abs(found.N / float(row["point"]) - 1))
    note = "pairs that share nobody, whose parameter is minus infinity, are not among SparseMSE's"
    return [
        Row(
            set="mse", measure="log-linear by steps: SparseMSE's pairs", value=f"{pairs} of {len(reference)}", note=note
        ),
        Row(set="mse", measure="log-linear by steps: point off SparseMSE's", value=f"{worst:.0e}", bar="<= 1e-04"),
    ]


def _shared(counts: Mapping[str, int], places: list[int]) -> bool:
    return any(number and all(pattern[i] == "1" for i in places) for pattern, number in counts.items())
