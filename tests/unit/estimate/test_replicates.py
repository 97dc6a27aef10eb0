"""Estimates over sampled linkages and strata: sums, pooling, Rubin's rules, one fit for each table."""

import numpy as np
import pytest

from sijill.estimate.fits import WORTH_PROCESSES, Fit, fit_all, fit_one, here, in_processes, key_of
from sijill.estimate.latent.model import Settings
from sijill.estimate.overlap import overlap_of
from sijill.estimate.panel import CLASSES, GRAPHS, IN_RANGE, LOG_LINEAR, Effort
from sijill.estimate.replicates import combined, pooled, totals, verdata
from sijill.model.decision import Reason
from sijill.model.estimate import Overlap
from tests.published.overlaps import published

QUICK = Effort(latent=Settings(chains=2, warm_up=100, block=100, longest=100), resamples=10, tempering=False)
random = np.random.default_rng(3)
ABC = tuple("abc")


def fit(N, n=100, spread=0.1):
    return Fit(documented=n, draws={model: n + (N - n) * np.exp(random.normal(0, spread, 1000)) for model in IN_RANGE})


def table(stratum=""):
    return Overlap(lists=ABC, counts={"111": 100}, stratum=stratum)


def test_pooling_gives_every_replicate_the_same_weight():
    assert len(pooled([np.ones(1000), np.zeros(500)])) == 1000
    assert pooled([np.ones(1000), np.zeros(500)]).mean() == 0.5


def test_replicates_that_differ_widen_the_interval_by_what_they_differ():
    alike = combined([table()] * 20, [fit(300) for _ in range(20)])
    apart = combined([table()] * 20, [fit(N) for N in np.linspace(200, 500, 20)])
    width = [found[0].range_over_models[1] - found[0].range_over_models[0] for found in (alike, apart)]
    assert width[1] > 2 * width[0]
    between = [next(each for each in found if each.model == CLASSES).diagnostics["between"] for found in (alike, apart)]
    assert between[0] < 0.05 < 0.5 < between[1]


def test_rubins_rules_by_hand():
    """m = 2, W = 1, B = 1/3: T = 1.5, df = (1 + 1)^2 = 4, and Student's t there is 2.7764."""
    apart = (2 / 3) ** 0.5
    logs = [np.array([5.0, 6.0, 7.0]) + shift for shift in (0, apart)]
    found = verdata([100 + np.exp(each) for each in logs], [100, 100])
    centre, reach = 6 + apart / 2, 2.7764 * 1.5**0.5
    assert found.low95 == pytest.approx(100 + np.exp(centre - reach), rel=1e-3)
    assert found.high95 == pytest.approx(100 + np.exp(centre + reach), rel=1e-3)


def test_rubins_rules_need_two_replicates_that_differ():
    draws = np.array([110.0, 120.0, 130.0])
    assert verdata([draws], [100]) is None
    assert verdata([draws, draws], [100, 100]) is None


def test_strata_are_summed_draw_by_draw():
    """The interval of the sum is narrower than the sum of the intervals: strata do not err together."""
    strata = {name: [fit(300) for _ in range(10)] for name in ("Kessa", "Tarn")}
    found = next(each for each in totals(strata, ABC) if each.model == CLASSES)
    assert found.documented == 200
    assert found.median == pytest.approx(600, rel=0.02)
    one = np.quantile(strata["Kessa"][0].draws[CLASSES], [0.025, 0.975])
    assert found.high95 - found.low95 < 1.6 * (one[1] - one[0])


def test_a_stratum_that_is_refused_is_counted_and_not_estimated():
    why = Reason(code="no_triangle", values={})
    strata = {"Kessa": [fit(300)] * 10, "Tarn": [Fit(documented=40, draws={}, refused=why)] * 10}
    headline, *models = totals(strata, ABC)
    assert headline.documented == 140
    assert headline.diagnostics["strata_not_estimated"] == "Tarn"
    assert headline.diagnostics["documented_not_estimated"] == 40
    assert next(each for each in models if each.model == GRAPHS).median == pytest.approx(300, rel=0.03)
    assert totals({"Tarn": strata["Tarn"]}, ABC)[0].refused.code == "no_stratum"


def test_a_stratum_with_many_refused_replicates_is_refused():
    why = Reason(code="no_overlap", values={})
    fits = [fit(300)] * 7 + [Fit(documented=90, draws={}, refused=why)] * 3
    (only,) = combined([table("place=Tarn")] * 10, fits)
    assert only.refused == why
    assert only.stratum == "place=Tarn" and only.diagnostics["replicates_refused"] == 3


def test_few_replicates_are_said_to_be_few():
    assert combined([table()] * 3, [fit(300)] * 3)[0].diagnostics["few_replicates"] == 10


def test_the_same_numbers_are_fitted_once_whatever_the_lists_are_called():
    first = published("hav3")
    renamed = overlap_of({each[::-1]: number for each, number in first.counts.items()}, ("x", "y", "z"))
    kept = {}
    done = []
    fits = fit_all([first, renamed, first], QUICK, kept=kept, progress=lambda each, of: done.append((each, of)))
    assert len(kept) == 1 and done == [(1, 1)]
    assert fits[0] is fits[1] is fits[2]
    assert key_of(first, QUICK) == key_of(renamed, QUICK)


def resampled(name, number):
    """So many tables of the same lists with other numbers."""
    overlap = published(name)
    p = np.array(list(overlap.counts.values())) / sum(overlap.counts.values())
    drawn = np.random.default_rng(4).multinomial(sum(overlap.counts.values()), p, size=number)
    return [overlap_of(dict(zip(overlap.counts, map(int, counts), strict=True)), overlap.lists) for counts in drawn]


def test_a_refusal_names_the_lists_of_its_own_table():
    first = overlap_of({"100": 5, "010": 5, "001": 5}, ("hospital", "press", "families"))
    second = overlap_of({"100": 5, "010": 5, "001": 5}, ("police", "court", "morgue"))
    refused = [each.refused for each in fit_all([first, second], QUICK)]
    assert [each.values["lists"] for each in refused] == ["hospital, press, families", "police, court, morgue"]


def test_processes_change_nothing():
    tables = [*resampled("hav3", WORTH_PROCESSES), published("artificial3")]
    alone, shared = (fit_all(tables, QUICK, spread=spread) for spread in (here, in_processes(2)))
    assert {each.refused and each.refused.code for each in alone} == {None, "no_triangle"}
    for one, other in zip(alone, shared, strict=True):
        assert one.refused == other.refused
        assert one.draws.keys() == other.draws.keys()
        assert all((one.draws[model] == other.draws[model]).all() for model in one.draws)


def test_a_fit_holds_a_thousand_draws_of_each_model_or_a_reason():
    found = fit_one(published("hav3"), QUICK)
    assert {model: len(draws) for model, draws in found.draws.items()} == dict.fromkeys(
        [LOG_LINEAR, GRAPHS, CLASSES], 1000
    )
    assert fit_one(published("artificial3"), QUICK).refused.code == "no_triangle"
