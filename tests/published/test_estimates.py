"""Estimates printed in papers, from the tables printed in them, and those of converged runs of the R packages."""

from itertools import combinations

import numpy as np
import pytest

from sijill.estimate.graphical.averaging import decomposable
from sijill.estimate.graphical.chordal import chordal_graphs
from sijill.estimate.latent.model import Settings, latent_class
from sijill.estimate.loglinear.selection import select, stepwise
from sijill.estimate.many_lists import independence, sample_coverage
from tests.published.overlaps import published

SHORT = Settings(chains=4, warm_up=500, block=1500, longest=15_000).lcmcr()
"""Chains that settle stop after 1,500 draws; on another processor they round otherwise, and one may take longer."""


def test_sample_coverage_of_hepatitis_in_taiwan():
    """Chao et al. (2001), table 3: coverage 51.3 %, N = 508; a census later found 545."""
    found = sample_coverage(published("hav3"))
    assert found.C == pytest.approx(0.513, abs=5e-4)
    assert found.size.N == pytest.approx(508, abs=0.5)


def test_sample_coverage_of_diabetes_in_casale():
    """Chao et al. (2001): N = 2,609 of 2,069 documented."""
    assert sample_coverage(published("diabetes4")).size.N == pytest.approx(2609, abs=0.5)


@pytest.mark.parametrize(
    ("table", "N"), [("uk5", 13444), ("netherlands5", 52924), ("neworleans5", 1034), ("australia4", 827)]
)
def test_independent_lists_of_modern_slavery(table, N):
    """Binette and Steorts (2022), J. R. Stat. Soc. A 185: the panel of their review."""
    assert independence(published(table)).N == pytest.approx(N, abs=0.5)


@pytest.mark.parametrize(
    ("table", "N", "pairs"),
    [
        ("uk5", 11312.990, "LA:NG NG:GP PFNCA:GP LA:PFNCA GO:GP NG:GO"),
        ("kosovo4", 14341.664, "ABA:OSCE OSCE:HRW EXH:OSCE EXH:ABA EXH:HRW"),
        ("neworleans5", 1034.151, ""),
        ("australia4", 6496.009, "B:C B:D A:B"),
        ("my_five5", 609.894, "L4:L5 L1:L3"),
        ("diabetes4", 2279.232, "L2:L4 L3:L4"),
    ],
)
def test_stepwise_selection_for_sparse_tables(table, N, pairs):
    """SparseMSE (Chan, Silverman and Vincent 2021): the same pairs in the same order, and the same point."""
    found = stepwise(published(table))
    assert " ".join(":".join(term) for term in found.terms) == pairs
    assert N == pytest.approx(found.N, rel=1e-4)


def test_the_best_of_all_1024_log_linear_models_of_the_uk():
    """Silverman (2020), J. R. Stat. Soc. A 183, and Rcapture: BIC picks 22,991; one unit away stands 12,262."""
    found = select(published("uk5"))
    order = np.argsort(found.fits.bic)
    assert len(order) == 1024
    assert [round(found.fits.N[i]) for i in order[:2]] == [22991, 12262]
    assert found.fits.bic[order[1]] - found.fits.bic[order[0]] == pytest.approx(0.955, abs=0.001)


def test_as_many_chordal_graphs_as_are_known():
    """OEIS A058862: labelled chordal graphs on n vertices."""
    assert [len(chordal_graphs(n).edges) for n in range(1, 7)] == [1, 2, 8, 61, 822, 18154]


@pytest.mark.parametrize(
    ("table", "delta", "last", "mean", "top"),
    [
        ("my_spina3", 0.125, 12520, 734.091291571992, 0.723249387819567),
        ("my_spina3", 0.5, 12520, 735.398442991581, 0.4729847245955),
        ("my_five5", 0.03125, 10740, 618.910714765499, 0.441404358370732),
        ("my_five5", 0.5, 10740, 617.815993256236, 0.217073357660474),
        ("diabetes4", 0.0625, 41380, 2474.10988568738, 0.987387463826514),
        ("hav3", 1.0, 5420, 318.018007112472, 0.994165775909624),
        ("australia4", 0.0625, 8280, 2615.39827247221, 0.909671122742841),
        ("artificial3", 0.125, 1920, 402.374908830931, 0.37838796996726),
    ],
)
def test_the_examples_of_madigan_and_york_averaged_over_graphs(table, delta, last, mean, top):
    """The R package dga on the grid 1 .. 20 n: posterior mean and weight of the heaviest graph within 1e-6."""
    found = decomposable(published(table), delta=delta, n0=np.arange(1, last + 1))
    assert found.mean == pytest.approx(mean, rel=1e-6)
    assert found.graphs.max() == pytest.approx(top, rel=1e-6)


@pytest.mark.parametrize(
    ("table", "low", "median", "high"),
    [
        ("kosovo4", 9043, 10425, 13819),
        ("ph_manila_unidentified", 314, 396, 675),
        ("ph_quezon_police", 338, 346, 366),
        ("my_spina3", 687, 733, 825),
        ("my_five5", 590, 629, 719),
        ("hav3", 365, 514, 872),
    ],
)
def test_latent_classes_where_lcmcr_converges(table, low, median, high):
    """LCMCR, 4 chains of 400,000 sweeps, its cap of 20 n on the unseen; here 6,000 draws or more, so 2 and 5 %."""
    found = latent_class(published(table), SHORT, seed=1)
    assert found.convergence.r_hat < 1.02
    assert found.quantile(0.5) == pytest.approx(median, rel=0.02)
    assert found.quantile(0.025) == pytest.approx(low, rel=0.04)
    assert found.quantile(0.975) == pytest.approx(high, rel=0.05)


def test_latent_classes_of_the_uk_where_lcmcr_does_not_converge():
    """Gibbs with label switches, HMC, tempering, SMC: 22,100 to 22,600; LCMCR after 20 million sweeps: 21,200."""
    found = latent_class(published("uk5"), SHORT, seed=1)
    assert found.convergence.r_hat < 1.01
    assert 21_800 < found.quantile(0.5) < 22_900


def test_methods_disagree_on_one_table_by_a_factor_of_several():
    """Australia: 827, 2,238, 6,496. Why the headline is the range over models."""
    table = published("australia4")
    figures = [independence(table).N, decomposable(table).quantile(0.5), select(table).N]
    assert [round(each, -1) for each in figures] == [830, pytest.approx(2240, abs=30), 6500]
    assert all(max(pair) / min(pair) > 2 for pair in combinations(figures, 2))
