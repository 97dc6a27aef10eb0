"""Log-linear models: score equations, existence, selection, resampling."""

import numpy as np
import pytest

from sijill.estimate.loglinear.bootstrap import bootstrap
from sijill.estimate.loglinear.design import design_of
from sijill.estimate.loglinear.existence import exists, identifiable, triangles
from sijill.estimate.loglinear.fit import AT_THE_BOUNDARY, FITTED, NOT_IDENTIFIED, fit, fit_all
from sijill.estimate.loglinear.selection import all_pair_models, forward, profile, select, stepwise
from sijill.estimate.overlap import overlap_of
from tests.published.overlaps import published


@pytest.fixture
def kosovo():
    return design_of(published("kosovo4"))


def test_at_the_maximum_the_margins_of_every_term_are_those_that_were_seen(kosovo):
    models = all_pair_models(kosovo)
    *_, mu = fit_all(kosovo.A, kosovo.y, models, kosovo.empty)
    for model, fitted in zip(models, mu, strict=True):
        score = kosovo.A[:, model].T @ (kosovo.y - fitted)
        assert np.abs(score).max() < 1e-5


def test_a_larger_model_never_has_a_lower_likelihood(kosovo):
    models = all_pair_models(kosovo)
    fits = fit(kosovo, models)
    for i, model in enumerate(models):
        for j in range(i):
            if (models[j] <= model).all():
                assert fits.loglik[j] <= fits.loglik[i] + 1e-8


def test_the_table_built_to_fail_fails_by_name():
    """With A:B there are many maxima without another pair, and with all pairs none: no three lists overlap."""
    design = design_of(published("artificial3"))
    assert triangles(design) == 0
    models = all_pair_models(design)
    states = set(fit(design, models).state)
    assert {NOT_IDENTIFIED, AT_THE_BOUNDARY} & states
    assert not (identifiable(design, models[-1]) and exists(design, models[-1]))


def test_an_empty_pair_is_fitted_as_zero_and_counts_as_a_parameter():
    overlap = overlap_of({"100": 30, "010": 20, "001": 25, "110": 9, "101": 6, "111": 0, "011": 0}, tuple("abc"))
    design = design_of(overlap)
    model = np.ones((1, len(design.terms)), dtype=bool)
    model[0, [design.column(("a", "b")), design.column(("a", "c"))]] = False
    _, _, k, state, mu = fit_all(design.A, design.y, model, design.empty)
    holds = design.A[:, design.column(("b", "c"))] == 1
    assert state[0] == FITTED and k[0] == 5
    assert (mu[0, holds] == 0).all() and (mu[0, ~holds] > 0).all()


def test_forward_steps_find_what_trying_all_models_finds(kosovo):
    steps, everything = forward(kosovo), fit(kosovo, all_pair_models(kosovo))
    assert steps.bic.min() == pytest.approx(everything.bic.min())


def test_weights_add_up_and_the_range_holds_the_chosen_model():
    found = select(published("uk5"))
    assert found.weights.sum() == pytest.approx(1)
    assert found.lowest <= found.N <= found.highest


def test_nothing_comes_in_where_lists_are_independent():
    assert stepwise(published("neworleans5")).terms == ()


def test_a_profile_holds_its_point_and_reaches_as_far_as_the_standard_error_says():
    found = select(published("kosovo4"))
    low, high = profile(published("kosovo4"), found.terms)
    assert low < found.N < high
    assert (low, high) == (pytest.approx(12525, rel=0.01), pytest.approx(16543, rel=0.01))


def test_resampling_with_the_choice_in_it_is_wider_than_the_chosen_model_alone_where_models_compete():
    uk = published("uk5")
    resampled = bootstrap(uk, repetitions=60, seed=3)
    low, high = profile(uk, select(uk).terms)
    assert resampled.percentile[1] - resampled.percentile[0] > high - low
    assert (bootstrap(uk, repetitions=60, seed=3).sizes == resampled.sizes).all()
