"""Latent classes: the posterior, its gradient, each move, and the whole sampler against an exact answer."""

from math import inf, lgamma, log

import numpy as np
import pytest
from scipy.stats import nbinom

from sijill.estimate.latent.capped import log_below
from sijill.estimate.latent.model import Settings, latent_class, problem
from sijill.estimate.latent.posterior import log_posterior, room
from sijill.estimate.latent.sweep import change_places
from sijill.estimate.latent.tempering import evened, powers_between
from sijill.estimate.overlap import overlap_of
from tests.published.overlaps import published

K = 4


def evaluate(at, model, beta=1.0):
    gradient = np.zeros(len(at))
    loglik, logprior = log_posterior(at, model, beta, gradient, room(model))
    return loglik, logprior, gradient


def somewhere(model, seed=0):
    tree = model[0]
    return np.random.default_rng(seed).normal(size=tree[4] * tree[5] + tree[5] - 1)


@pytest.mark.parametrize("cap", [None, 1.0])
@pytest.mark.parametrize("beta", [1.0, 0.3])
def test_the_gradient_is_that_of_the_posterior(cap, beta):
    model = problem(published("kosovo4"), Settings(classes=K, cap=cap))
    at = somewhere(model)
    gradient = evaluate(at, model, beta)[2]
    for i in range(len(at)):
        step = np.zeros(len(at))
        step[i] = 1e-6
        up, down = evaluate(at + step, model), evaluate(at - step, model)
        slope = (beta * (up[0] - down[0]) + up[1] - down[1]) / 2e-6
        assert gradient[i] == pytest.approx(slope, abs=1e-4 * max(1, np.abs(gradient).max()))


def test_the_likelihood_is_that_of_each_pattern_among_those_seen():
    """prod_x (p_x / (1 - p0))^n_x, computed pattern by pattern."""
    overlap = published("hav3")
    model = problem(overlap, Settings(classes=K))
    at = somewhere(model, seed=2)
    lam, s = 1 / (1 + np.exp(-at[: 3 * K].reshape(3, K))), np.exp(at[3 * K :])
    nu = np.append(1 - np.exp(-s), 1.0) * np.exp(-np.concatenate([[0], np.cumsum(s)]))

    def p(pattern):
        x = np.array([int(mark) for mark in pattern])[:, None]
        return float(nu @ np.prod(np.where(x == 1, lam, 1 - lam), axis=0))

    wanted = sum(number * log(p(pattern) / (1 - p("000"))) for pattern, number in overlap.counts.items())
    assert evaluate(at, model)[0] == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("n", "p0", "cap"), [(100, 0.9, 2000), (100, 0.96, 2000), (100, 0.99, 2000), (8000, 0.5, 8100)]
)
def test_the_cap_weighs_a_point_by_the_chance_to_stay_below_it(n, p0, cap):
    value, slope = log_below(float(n), p0, float(cap))
    assert value == pytest.approx(nbinom.logcdf(cap, n, 1 - p0), rel=1e-6, abs=1e-12)
    near = [log_below(float(n), p0 + e, float(cap))[0] for e in (1e-6, -1e-6)]
    assert slope == pytest.approx((near[0] - near[1]) / 2e-6, rel=1e-4, abs=1e-6)


def test_without_a_cap_nothing_is_weighed():
    assert log_below(100.0, 0.99, inf) == (0.0, 0.0)


def test_classes_that_change_places_leave_the_likelihood_and_the_prior_of_the_sticks_as_they_are():
    """Draw sticks from the prior, let classes change places: the mean of every weight stays."""
    model = problem(published("hav3"), Settings(classes=K))
    random, log_nu = np.random.default_rng(5), np.zeros((2, K))
    before, after, taken = [], [], 0
    for _ in range(20_000):
        alpha = random.gamma(0.25) / 0.25
        s = random.exponential(1, size=K - 1) / max(alpha, 1e-12)
        at = np.concatenate([random.normal(size=3 * K), np.log(np.clip(s, 1e-80, 1e80))])
        before.append(weights(at))
        loglik = evaluate(at, model)[0]
        for _ in range(3):
            moved = change_places(random, at, model, log_nu)
            taken += moved
        if moved and np.isfinite(loglik):
            assert evaluate(at, model)[0] == pytest.approx(loglik, rel=1e-6)
        after.append(weights(at))
    assert taken > 1000
    assert np.mean(after, axis=0) == pytest.approx(np.mean(before, axis=0), abs=0.01)
    assert np.std(after, axis=0) == pytest.approx(np.std(before, axis=0), abs=0.01)


def weights(at):
    s = np.exp(at[3 * K :])
    return np.append(-np.expm1(-s), 1.0) * np.exp(-np.concatenate([[0], np.cumsum(s)]))


def test_with_one_class_the_draws_are_those_of_the_exact_posterior():
    """One class is independent lists: p(N) ~ 1/N N!/(N-n)! prod_j B(n_j + 1, N - n_j + 1)."""
    counts = {"100": 40, "010": 30, "001": 35, "110": 12, "101": 15, "011": 9, "111": 6}
    overlap, n = overlap_of(counts, tuple("abc")), sum(counts.values())
    on = [sum(number for pattern, number in counts.items() if pattern[j] == "1") for j in range(3)]
    N = np.arange(n, 5000)
    log_p = np.array(
        [-log(m) + lgamma(m + 1) - lgamma(m - n + 1) + sum(lgamma(m - k + 1) - lgamma(m + 2) for k in on) for m in N]
    )
    p = np.exp(log_p - log_p.max())
    p /= p.sum()
    settings = Settings(classes=1, swaps=0, chains=4, warm_up=300, block=3000, longest=3000)
    found = latent_class(overlap, settings, seed=1)
    for q in (0.025, 0.25, 0.5, 0.75, 0.975):
        assert found.quantile(q) == pytest.approx(N[np.searchsorted(np.cumsum(p), q)], rel=0.02)


def test_the_same_seed_gives_the_same_draws_and_another_gives_others():
    settings = Settings(chains=2, warm_up=60, block=50, longest=50)
    first, again, other = (latent_class(published("hav3"), settings, seed=seed).N for seed in (1, 1, 2))
    assert (first == again).all()
    assert (first != other).any()


def test_no_draw_lies_below_those_documented_or_above_the_cap():
    found = latent_class(published("artificial3"), Settings(chains=2, warm_up=200, block=500, longest=500, cap=5.0))
    assert found.N.min() >= 96
    assert found.N.max() <= 6 * 96
    assert found.at_cap > 0


def test_powers_descend_from_one_and_are_evened_where_exchanges_are_refused():
    powers = powers_between(0.04, 5)
    assert powers[0] == 1.0 and powers[-1] == pytest.approx(0.04)
    assert evened(powers, np.full(4, 0.3)) == pytest.approx(powers)
    crowded = evened(powers, np.array([0.9, 0.1, 0.1, 0.1]))
    assert crowded[1] > powers[1]
