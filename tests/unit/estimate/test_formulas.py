"""Figures by formula, held to theorems."""

from math import comb, inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.estimate.loglinear.design import design_of
from sijill.estimate.loglinear.fit import fit
from sijill.estimate.many_lists import chao, independence, sample_coverage
from sijill.estimate.overlap import documented, overlap_of
from sijill.estimate.two_lists import ImpossibleOverlap, chapman, pairwise

counts = st.integers(1, 200)


@pytest.mark.parametrize(("N", "n1", "n2"), [(20, 12, 9), (50, 30, 25)])
def test_chapman_is_exactly_unbiased_when_n1_plus_n2_reaches_N(N, n1, n2):
    overlaps = range(max(0, n1 + n2 - N), min(n1, n2) + 1)
    p = {m: comb(n1, m) * comb(N - n1, n2 - m) / comb(N, n2) for m in overlaps}
    assert sum(p[m] * chapman(n1, n2, m).N for m in overlaps) == pytest.approx(N)


def test_more_on_both_lists_than_on_one_is_impossible():
    with pytest.raises(ImpossibleOverlap, match="7 persons on both lists, but the lists hold 5 and 9"):
        chapman(5, 9, 7)


@given(counts, counts, counts)
def test_two_independent_lists_give_lincoln_and_petersen(only_1, only_2, both):
    overlap = overlap_of({"10": only_1, "01": only_2, "11": both}, ("a", "b"))
    assert independence(overlap).N == pytest.approx((only_1 + both) * (only_2 + both) / both, rel=1e-9)


@given(st.lists(counts, min_size=7, max_size=7))
def test_independence_of_three_lists_is_the_log_linear_model_without_pairs(numbers):
    """The maximum of the conditional likelihood is that of the Poisson model: Sandland and Cormack (1984)."""
    overlap = overlap_of({f"{mask:03b}": each for mask, each in enumerate(numbers, start=1)}, ("a", "b", "c"))
    design = design_of(overlap, order=1)
    poisson = fit(design, design.A[:1].astype(bool) | True)
    assert independence(overlap).N == pytest.approx(float(poisson.N[0]), rel=1e-6)


@given(counts, counts, counts)
def test_chao_on_two_lists_is_never_below_lincoln_and_petersen_and_equal_for_lists_of_one_size(only_1, only_2, both):
    """f1^2/(4 f2) >= only_1 only_2 / f2, as (a + b)^2 >= 4ab."""
    overlap = overlap_of({"10": only_1, "01": only_2, "11": both}, ("a", "b"))
    figure, independent = chao(overlap).N, independence(overlap).N
    assert figure >= independent * (1 - 1e-9)
    if only_1 == only_2:
        assert figure == pytest.approx(independent)


@given(st.lists(st.integers(0, 60), min_size=7, max_size=7))
def test_no_interval_reaches_below_those_documented(numbers):
    numbers[6] += 1
    overlap = overlap_of({f"{mask:03b}": each for mask, each in enumerate(numbers, start=1)}, ("a", "b", "c"))
    covered = sample_coverage(overlap)
    sizes = [independence(overlap), chao(overlap), chao(overlap, corrected=True), *pairwise(overlap).values()]
    for each in [*sizes[:3], *([covered.size] if covered else [])]:
        assert each.low95 >= documented(overlap) - 1e-6
        assert each.low95 <= each.high95
    assert all(each.low95 <= each.high95 for each in sizes)


def test_lists_that_share_nobody_set_no_limit_if_independent():
    assert independence(overlap_of({"10": 5, "01": 5}, ("a", "b"))).N == inf


def test_sample_coverage_needs_three_lists_and_somebody_seen_twice():
    assert sample_coverage(overlap_of({"10": 5, "11": 5}, ("a", "b"))) is None
    assert sample_coverage(overlap_of({"100": 5, "010": 5, "001": 5}, ("a", "b", "c"))) is None
    assert sample_coverage(overlap_of({"100": 5, "010": 5, "110": 5}, ("a", "b", "c"))) is None


def test_sample_coverage_of_expected_counts_of_independent_lists_is_the_population():
    """With counts at their expectation gamma is zero and N is D / C exactly."""
    N, p = 100_000, (0.4, 0.3, 0.5)
    expected = {}
    for mask in range(1, 8):
        pattern = f"{mask:03b}"
        share = 1.0
        for mark, q in zip(pattern, p, strict=True):
            share *= q if mark == "1" else 1 - q
        expected[pattern] = round(N * share)
    assert sample_coverage(overlap_of(expected, ("a", "b", "c"))).size.N == pytest.approx(N, rel=1e-3)
