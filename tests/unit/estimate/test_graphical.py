"""Decomposable graphs: cliques and separators, and the posterior against the formula summed by hand."""

from itertools import combinations
from math import exp, lgamma, log

import numpy as np
import pytest

from sijill.estimate.graphical.averaging import NotForSoManyLists, decomposable, edges_of
from sijill.estimate.graphical.chordal import chordal_graphs
from sijill.estimate.overlap import overlap_of
from tests.published.overlaps import published


@pytest.mark.parametrize("J", [3, 4, 5])
def test_cliques_less_separators_hold_every_list_once_and_every_edge_once(J):
    graphs = chordal_graphs(J)
    masks = np.arange(1 << J)
    for j in range(J):
        assert (graphs.weight[:, (masks >> j) & 1 == 1].sum(axis=1) == 1).all()
    for p, (i, k) in enumerate(combinations(range(J), 2)):
        both = (masks >> i) & (masks >> k) & 1 == 1
        assert (graphs.weight[:, both].sum(axis=1) == graphs.edges[:, p]).all()


def test_the_one_graph_on_four_lists_without_a_chord_is_left_out():
    cycle = [True, False, True, True, False, True]  # 0-1, 0-3, 1-2, 2-3
    assert not (chordal_graphs(4).edges == cycle).all(axis=1).any()


def test_the_posterior_is_the_formula_summed_graph_by_graph():
    """On three lists: independence, three single pairs, three chains, and the triangle."""
    counts = {"100": 6, "010": 4, "001": 5, "110": 3, "101": 2, "011": 1, "111": 2}
    overlap, delta, grid = overlap_of(counts, tuple("abc")), 0.5, range(200)
    n = sum(counts.values())

    def score(S, n0):
        cells = {}
        for pattern, number in [*counts.items(), ("000", n0)]:
            key = tuple(pattern[j] for j in S)
            cells[key] = cells.get(key, 0) + number
        d = delta * 2 ** (3 - len(S))
        filled = sum(lgamma(cells.get(key, 0) + d) for key in cells)
        return filled + (2 ** len(S) - len(cells)) * lgamma(d) - 2 ** len(S) * lgamma(d)

    graphs = [([(0,), (1,), (2,)], [])]
    graphs += [([pair, tuple({0, 1, 2} - set(pair))], []) for pair in combinations(range(3), 2)]
    graphs += [([a, b], [tuple(set(a) & set(b))]) for a, b in combinations(combinations(range(3), 2), 2)]
    graphs += [([(0, 1, 2)], [])]
    p = np.zeros((len(graphs), len(grid)))
    for g, (cliques, separators) in enumerate(graphs):
        for n0 in grid:
            N = n + n0
            whole = lgamma(8 * delta) - lgamma(N + 8 * delta)
            value = sum(score(C, n0) for C in cliques) - sum(score(S, n0) for S in separators)
            value += (len(cliques) - len(separators)) * whole + lgamma(N + 1) - lgamma(n0 + 1) - log(N)
            p[g, n0] = exp(value + 60)
    p /= p.sum()
    found = decomposable(overlap, delta=delta, n0=np.arange(200))
    assert found.weight == pytest.approx(p.sum(axis=0), abs=1e-12)
    assert sorted(found.graphs) == pytest.approx(sorted(p.sum(axis=1)), abs=1e-12)


def test_its_own_grid_gives_what_every_number_gives():
    table = published("diabetes4")
    own, every = decomposable(table), decomposable(table, n0=np.arange(0, 41380))
    assert own.mean == pytest.approx(every.mean, rel=1e-4)
    assert own.quantile(0.975) == pytest.approx(every.quantile(0.975), rel=5e-3)


def test_edges_have_the_probability_of_the_graphs_that_hold_them():
    edges = edges_of(decomposable(published("kosovo4")), published("kosovo4").lists)
    assert all(0 <= p <= 1 + 1e-9 for p in edges.values())
    assert edges["EXH", "ABA"] > 0.9


def test_draws_come_from_the_posterior():
    found = decomposable(published("diabetes4"))
    draws = found.draws(20_000, np.random.default_rng(1))
    assert draws.mean() == pytest.approx(found.mean, rel=2e-3)


def test_two_lists_and_seven_are_refused():
    with pytest.raises(NotForSoManyLists, match="2 lists"):
        decomposable(overlap_of({"11": 3, "10": 4, "01": 2}, ("a", "b")))
    with pytest.raises(NotForSoManyLists, match="7 lists"):
        decomposable(published("ph_manila_unidentified"))
