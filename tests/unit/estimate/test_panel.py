"""When a table may be estimated, and what the panel says of one that may."""

import pytest

from sijill.estimate.checks import Coverage, coverage, hold_each_out, leave_each_out, with_coverage
from sijill.estimate.gates import cautions, refusal
from sijill.estimate.latent.model import Settings
from sijill.estimate.overlap import overlap_of
from sijill.estimate.panel import ASSUMPTIONS, IN_RANGE, Effort, pairs, panel
from sijill.model.exchange import to_json
from sijill.publish.estimated import ASSUMPTIONS as WORDED
from sijill.publish.estimated import MODELS, about, picture
from sijill.publish.words import SENTENCES
from tests.published.overlaps import published

QUICK = Effort(latent=Settings(chains=2, warm_up=150, block=200, longest=200), resamples=20, tempering=False)
ABC = tuple("abc")


@pytest.mark.parametrize(
    ("counts", "lists", "code"),
    [
        ({"10": 5, "01": 5, "11": 3}, ("a", "b"), "two_lists"),
        ({"100": 5, "010": 5, "110": 3}, ABC, "empty_list"),
        ({"100": 5, "110": 5, "101": 3}, ABC, "list_of_everybody"),
        ({"100": 5, "011": 5, "111": 3}, ABC, "same_list"),
        ({"100": 5, "010": 5, "001": 3}, ABC, "no_overlap"),
        ({"100": 40, "010": 30, "001": 20, "110": 6}, ABC, "no_triangle"),
    ],
)
def test_a_table_that_cannot_be_estimated_is_refused_by_name(counts, lists, code):
    overlap = overlap_of(counts, lists)
    assert refusal(overlap).code == code
    found = panel(overlap, QUICK)
    assert [each.refused.code for each in found.estimates] == [code]
    assert found.headline.median is found.headline.range_over_models is None
    assert found.headline.documented == sum(counts.values())


def test_a_list_inside_another_is_flagged():
    overlap = overlap_of({"100": 9, "010": 8, "110": 7, "101": 6, "111": 2}, ABC)
    assert [(each.code, each.values["inside"]) for each in cautions(overlap)] == [("nested_list", "c")]


def test_a_list_that_copies_most_of_another_is_flagged():
    overlap = overlap_of({"100": 60, "010": 10, "001": 5, "110": 5, "011": 80, "101": 3, "111": 4}, ABC)
    assert "copied_list" in {each.code for each in cautions(overlap)}


def test_few_records_and_lists_apart_are_said():
    overlap = overlap_of(
        {"1000": 60, "0100": 50, "0010": 2, "1100": 5, "1010": 1, "0110": 1, "0001": 9, "1001": 4}, tuple("abcd")
    )
    assert {each.code for each in cautions(overlap)} == {"few_records", "lists_apart"}


@pytest.fixture(scope="module")
def kosovo():
    return panel(published("kosovo4"), QUICK)


def test_the_headline_reaches_over_the_intervals_of_the_models_that_let_lists_depend(kosovo):
    counted = [each for each in kosovo.estimates if each.model in IN_RANGE]
    assert len(counted) == len(IN_RANGE)
    low, high = kosovo.headline.range_over_models
    assert low == min(each.low95 for each in counted)
    assert high == max(each.high95 for each in counted)
    assert kosovo.headline.median is None


def test_every_estimate_names_its_assumption_and_is_a_record(kosovo):
    for each in kosovo.estimates:
        assert each.assumption == ASSUMPTIONS[each.model]
        assert each.documented == 4400
        assert to_json(each)


def test_every_model_assumption_and_refusal_has_its_words():
    assert set(MODELS) == set(ASSUMPTIONS)
    assert set(WORDED) == set(ASSUMPTIONS.values())
    codes = "empty_list two_lists list_of_everybody same_list no_overlap no_triangle no_maximum nothing_covered".split()
    assert {*codes, "nested_list", "copied_list", "few_records", "lists_apart", "chains_disagree"} <= set(SENTENCES)


def test_six_pairs_of_lists_give_six_figures_that_disagree():
    figures = [each.median for each in pairs(published("kosovo4"))]
    assert len(figures) == 6
    assert max(figures) / min(figures) > 1.5


def test_each_list_held_out_is_a_population_that_the_others_estimate(kosovo):
    tests = list(hold_each_out(published("kosovo4"), QUICK))
    assert [(name, known) for name, known, _ in tests] == [("EXH", 1910), ("ABA", 1528), ("OSCE", 1786), ("HRW", 685)]
    told = with_coverage(kosovo, coverage(tests)).headline.diagnostics
    assert (
        told["held_out_lists"] == told["held_out_covered"] + told["held_out_too_low"] + told["held_out_too_high"] == 4
    )


def test_three_lists_cannot_be_tested_on_themselves():
    assert coverage(list(hold_each_out(published("hav3"), QUICK))) == Coverage(held=0, too_low=0, too_high=0, refused=0)


def test_leaving_a_list_out_of_three_leaves_nothing_to_estimate():
    assert list(leave_each_out(published("hav3"), QUICK)) == []


@pytest.mark.parametrize(("number", "said"), [(412, "410"), (12_594, "12,600"), (9.4, "9"), (0, "0"), (None, "-")])
def test_an_estimate_is_said_with_two_or_three_figures(number, said):
    assert about(number) == said


def test_documented_and_estimated_never_share_a_colour(kosovo):
    drawn = picture(kosovo.estimates, title="Kosovo <1999>")
    assert "documented: 4,400" in drawn and "Kosovo &lt;1999&gt;" in drawn
    documented = {line for line in drawn.splitlines() if "#1f4e79" in line}
    estimated = {line for line in drawn.splitlines() if "#c8641b" in line}
    assert documented and estimated and not documented & estimated


def test_a_refused_table_is_drawn_without_a_figure():
    assert "no estimate" in picture(panel(published("artificial3"), QUICK).estimates, title="t")
