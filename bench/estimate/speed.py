"""How fast: effective draws for each CPU second beside LCMCR's, graphs, log-linear models, replicates by strata."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from math import exp, log
from multiprocessing import get_context
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from shutil import which
from subprocess import run
from time import perf_counter, process_time

import numpy as np

from bench.estimate.references import REFERENCE_CHAINS, overlap, rows, told_modes
from bench.measure.row import Row
from sijill.estimate.checks import short
from sijill.estimate.fits import fit_all, in_processes
from sijill.estimate.graphical.averaging import decomposable
from sijill.estimate.graphical.chordal import chordal_graphs
from sijill.estimate.latent.model import Settings, latent_class, problem
from sijill.estimate.latent.posterior import room
from sijill.estimate.latent.sweep import gibbs
from sijill.estimate.latent.tempering import tempered
from sijill.estimate.loglinear.design import design_of
from sijill.estimate.loglinear.fit import fit
from sijill.estimate.loglinear.selection import all_pair_models
from sijill.estimate.panel import Effort
from sijill.model.estimate import Overlap

REPLICATES, STRATA, PROCESSES = 100, 30, 2
REFUSED, TWO_MODES = "artificial3", ("netherlands5", "netherlands6")
SWEEPS = 20_000
IN_R = """
y <- as.numeric(strsplit(commandArgs(TRUE)[1], ",")[[1]])
x <- as.matrix(expand.grid(rep(list(0:1), 5)))[-1, ]
pairs <- combn(5, 2)
z <- apply(pairs, 2, function(p) x[, p[1]] * x[, p[2]])
start <- proc.time()
for (s in 0:1023) {
  on <- bitwAnd(s, 2^(0:9)) > 0
  f <- suppressWarnings(glm.fit(cbind(1, x, z[, on, drop = FALSE]), y, family = poisson()))
}
cat(sum((proc.time() - start)[1:2]))
"""


def speed(folder: Path) -> list[Row]:
    """One row for each claim. What numba compiles is compiled before."""
    warm = overlap(folder, "hav3")
    latent_class(warm, replace(REFERENCE_CHAINS, warm_up=12, block=10, longest=10))
    return [
        *_draws(folder),
        _wall(folder),
        _sweep(folder),
        *_graphs(folder),
        *_models(folder),
        *_every_table(folder),
        _replicates(folder),
    ]


def middle(work: Callable[[], object], times: int = 7) -> float:
    """CPU seconds of the middle one of some runs."""
    spent = []
    for _ in range(times):
        start = process_time()
        work()
        spent.append(process_time() - start)
    return sorted(spent)[times // 2]


def _draws(folder: Path) -> list[Row]:
    """LCMCR: its effective draws for each iteration, and its CPU time for each. Warm-up is in ours."""
    ratios = {}
    for row in rows(folder, "reference_lcmcr_and_prototype.csv"):
        start = process_time()
        found = latent_class(overlap(folder, row["dataset"]), REFERENCE_CHAINS, seed=1)
        ours = found.convergence.ess_bulk / (process_time() - start)
        ratios[row["dataset"]] = ours / (float(row["R_ess"]) / float(row["R_cpu"]))
    least = min(ratios, key=lambda each: ratios[each])
    mean = exp(sum(map(log, ratios.values())) / len(ratios))
    measure = "effective draws for each CPU second over LCMCR's"
    return [
        Row(
            set="mse",
            measure=f"{measure}: geometric mean",
            value=f"{mean:.0f}",
            bar=">= 20",
            note=f"{len(ratios)} tables",
        ),
        Row(set="mse", measure=f"{measure}: Kosovo", value=f"{ratios['kosovo4']:.0f}", bar=">= 30"),
        Row(set="mse", measure=f"{measure}: least", value=f"{ratios[least]:.1f}", bar="> 1", note=least),
    ]


def _wall(folder: Path) -> Row:
    """From the table to a thousand effective draws, four chains on two threads."""
    settings = Settings(chains=4, warm_up=400, block=400, ess=1000.0)
    start = perf_counter()
    found = latent_class(overlap(folder, "kosovo4"), settings, seed=1)
    spent, c = perf_counter() - start, found.convergence
    note = f"R-hat {c.r_hat:.3f}, bulk {c.ess_bulk:.0f}, tail {c.ess_tail:.0f}"
    return Row(
        set="mse", measure="Kosovo to 1,000 effective draws, wall seconds", value=f"{spent:.2f}", bar="1", note=note
    )


def _sweep(folder: Path) -> Row:
    """The same sweep as LCMCR's, here: how this machine compares with the one that the references ran on."""
    reference = next(
        float(row["us_per_iter_cpu"])
        for row in rows(folder, "reference_lcmcr_cpu_per_iteration.csv")
        if (row["dataset"], row["K"]) == ("kosovo4", "10")
    )
    model = problem(overlap(folder, "kosovo4"), Settings())
    J, K = model[0][4], model[0][5]
    random, at = np.random.default_rng(1), np.random.default_rng(2).normal(size=J * K + K - 1)
    work, persons = room(model), np.zeros((J + 1, K))
    start = process_time()
    for _ in range(SWEEPS):
        gibbs(random, at, model, work, persons)
    spent = (process_time() - start) / SWEEPS * 1e6
    note = f"LCMCR's took {reference:.1f} where the references ran; this one is called from Python"
    return Row(set="mse", measure="one Gibbs sweep of Kosovo, CPU microseconds", value=f"{spent:.1f}", note=note)


def _graphs(folder: Path) -> list[Row]:
    found = []
    for dataset, bar in (("uk5", "0.05"), ("uk6", "2")):
        table = overlap(folder, dataset)
        chordal_graphs(len(table.lists))
        spent = middle(lambda table=table: decomposable(table))  # type: ignore[misc]
        measure = f"decomposable graphs on {len(table.lists)} lists, CPU seconds"
        found.append(Row(set="mse", measure=measure, value=f"{spent:.3f}", bar=bar))
    return found


def _models(folder: Path) -> list[Row]:
    design = design_of(overlap(folder, "uk5"))
    models = all_pair_models(design)
    spent = middle(lambda: fit(design, models))
    found = [
        Row(set="mse", measure="1,024 log-linear models on 5 lists, CPU seconds", value=f"{spent:.3f}", bar="0.03")
    ]
    if which("Rscript") is None:
        return found
    counts = ",".join(str(int(each)) for each in design.y)
    told = run(["Rscript", "-e", IN_R, counts], capture_output=True, text=True, check=True).stdout
    note = f"{float(told) / spent:.0f} times ours; R's own glm.fit on the same counts"
    return [*found, Row(set="mse", measure="the same in R, CPU seconds", value=f"{float(told):.2f}", note=note)]


def _replicates(folder: Path) -> Row:
    """Every fit of 100 replicates in 30 strata, each a resample of Kosovo: no two tables are the same."""
    table, random = overlap(folder, "kosovo4"), np.random.default_rng(3)
    n, patterns = sum(table.counts.values()), list(table.counts)
    p = np.array([table.counts[each] for each in patterns]) / n
    drawn = [
        dict(zip(patterns, map(int, random.multinomial(n // 10, p)), strict=True)) for _ in range(REPLICATES * STRATA)
    ]
    tables = [Overlap(lists=table.lists, counts={k: v for k, v in each.items() if v}) for each in drawn]
    start = perf_counter()
    fits = fit_all(tables, short(Effort()), spread=in_processes(PROCESSES))
    minutes = (perf_counter() - start) / 60
    own = getrusage(RUSAGE_CHILDREN).ru_maxrss / 1024
    note = f"{len(fits):,} fits of three models, {sum(not each.refused for each in fits):,} not refused; no table came"
    note += f" twice; largest process {own:.0f} MB"
    measure = f"{REPLICATES} replicates x {STRATA} strata on {PROCESSES} cores, minutes"
    return Row(set="mse", measure=measure, value=f"{minutes:.0f}", bar="60", note=note)


def _every_table(folder: Path) -> list[Row]:
    """The published tables, as a main estimate fits them: those with one mode together, those with two one by one."""
    names = [row["dataset"] for row in rows(folder, "INDEX.csv") if row["dataset"] not in (REFUSED, *TWO_MODES)]
    work = partial(_classes_of, folder)
    start = perf_counter()
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        found = list(pool.map(work, names))
    spent = perf_counter() - start
    note = f"R-hat at most {max(each[0] for each in found):.3f}, at least {min(each[1] for each in found):,.0f} draws"
    measure = f"{len(names)} tables with one mode on {PROCESSES} cores, wall seconds"
    one = Row(set="mse", measure=measure, value=f"{spent:.0f}", bar="60", note=note)
    return [one, *(_tempered(folder, each) for each in TWO_MODES)]


def _classes_of(folder: Path, name: str) -> tuple[float, float]:
    """R-hat, and the fewer of the effective draws of the bulk and of the tails."""
    told = latent_class(overlap(folder, name), Settings(), seed=1).convergence
    return told.r_hat, min(told.ess_bulk, told.ess_tail)


def _tempered(folder: Path, name: str) -> Row:
    start = process_time()
    found = tempered(overlap(folder, name), Settings(), seed=1)
    measure = f"{name} by tempering, CPU seconds"
    return Row(set="mse", measure=measure, value=f"{process_time() - start:.0f}", bar="180", note=told_modes(found.N))
