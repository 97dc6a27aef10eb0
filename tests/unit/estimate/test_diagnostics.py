"""Chains that agree and chains that do not; one hump and two."""

import numpy as np
import pytest

from sijill.estimate.diagnostics import convergence, modes

random = np.random.default_rng(7)


def test_independent_draws_are_worth_themselves():
    found = convergence(random.normal(size=(4, 2000)))
    assert found.r_hat == pytest.approx(1, abs=0.005)
    assert found.ess_bulk == pytest.approx(8000, rel=0.1)


@pytest.mark.parametrize("rho", [0.5, 0.9])
def test_draws_that_follow_each_other_are_worth_less(rho):
    """AR(1): n (1 - rho) / (1 + rho)."""
    x = np.zeros((4, 20_000))
    noise = random.normal(size=x.shape)
    for t in range(1, x.shape[1]):
        x[:, t] = rho * x[:, t - 1] + noise[:, t]
    assert convergence(x).ess_bulk == pytest.approx(x.size * (1 - rho) / (1 + rho), rel=0.12)


def test_chains_in_different_places_disagree():
    apart = random.normal(size=(4, 500)) + np.array([0, 0, 3, 3])[:, None]
    assert convergence(apart).r_hat > 1.3


def test_chains_of_different_width_disagree_though_their_middles_are_one():
    assert convergence(random.normal(size=(4, 1000)) * np.array([1, 1, 1, 6])[:, None]).r_hat > 1.05


def test_draws_that_never_move_agree():
    assert convergence(np.full((4, 100), 7.0)).r_hat == 1.0


def test_one_hump_is_one_mode_however_skewed():
    assert len(modes(np.exp(random.normal(9, 0.4, size=(4, 2000))))) == 1
    assert len(modes(1000 + np.exp(random.normal(4, 1.0, size=(4, 2000))))) == 1


def test_two_humps_are_two_modes_each_with_its_share():
    draws = np.concatenate([random.normal(50_000, 4000, 3500), random.normal(140_000, 15_000, 6500)])
    low, high = modes(draws)
    assert (low.share, high.share) == (pytest.approx(0.35, abs=0.02), pytest.approx(0.65, abs=0.02))
    assert (low.median, high.median) == (pytest.approx(50_000, rel=0.02), pytest.approx(140_000, rel=0.02))
