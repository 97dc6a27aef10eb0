"""Trees over levels, and what they learn from judgements."""

import numpy as np
import pytest

from sijill.link.persons.learning.boosting import Forest, Tree, trained
from sijill.link.persons.learning.fellegi_sunter import FlippedFit, fitted
from sijill.link.persons.learning.labels import Labels, TooFewJudgements, calibrated, learned
from sijill.link.persons.learning.model import KIN, Guarded, shipped
from sijill.link.persons.learning.patterns import unpacked
from sijill.link.persons.learning.scoring import TreeTooDeep, scores
from sijill.link.persons.spec import Comparison, Level, LinkSpec, levels_of
from sijill.link.persons.victims import VICTIMS
from sijill.model.exchange import from_json, to_json

NAMES = ("given", "died")


def world(number=4000, seed=3):
    """Pairs of two comparisons, of which both must be high for one person."""
    random = np.random.default_rng(seed)
    levels = random.integers(0, 4, (number, 2)).astype(np.int8)
    odds = np.where((levels[:, 0] >= 2) & (levels[:, 1] >= 2), 2.5, -2.5)
    return levels, random.random(number) < 1 / (1 + np.exp(-odds)), odds


def test_a_forest_finds_what_only_both_comparisons_say():
    levels, same, odds = world()
    forest = trained(levels, same.astype(float), (~same).astype(float), names=NAMES, rounds=80, depth=2)
    assert np.abs(scores(forest, levels) - odds).max() < 0.6


def walked(forest, row):
    """The plain reference: from the root down, question by question, tree after tree."""
    total = forest.base
    for tree in forest.trees:
        node = 0
        while node < len(tree.feature) and tree.feature[node] >= 0:
            node = 2 * node + 1 + (row[tree.feature[node]] > tree.at[node])
        total += tree.leaf[node]
    return total


def test_odds_are_those_of_walking_down_each_tree_to_the_last_bit():
    random = np.random.default_rng(5)
    levels = np.column_stack([random.integers(0, size, 300) for size in VICTIMS.sizes]).astype(np.int8)
    forest = shipped().forest
    assert scores(forest, levels).tolist() == [walked(forest, row) for row in levels.tolist()]
    assert scores(forest, levels[:1])[0] == scores(forest, levels)[0]


def test_a_leaf_above_the_lowest_level_is_a_leaf():
    """The left side of the root asks nothing more; the right side asks once more."""
    tree = Tree(feature=(0, -1, 1), at=(1, 0, 2), leaf=(0.0, 1.0, 0.0, 7.0, 7.0, 2.0, 3.0))
    forest = Forest(names=NAMES, base=0.5, trees=(tree, tree))
    levels = np.array([[0, 3], [1, 0], [2, 2], [2, 3]], dtype=np.int8)
    assert scores(forest, levels).tolist() == [2.5, 2.5, 4.5, 6.5]


def test_a_tree_of_more_leaves_than_a_word_has_bits_is_refused():
    deep = Tree(feature=(0,) * 127, at=(0,) * 127, leaf=(0.0,) * 255)
    with pytest.raises(TreeTooDeep, match="asks 7 questions"):
        scores(Forest(names=NAMES, base=0.0, trees=(deep,)), np.zeros((1, 2), dtype=np.int8))


def test_a_forest_at_rest_is_json_and_comes_back_the_same():
    levels, same, _ = world(500)
    forest = trained(levels, same.astype(float), (~same).astype(float), names=NAMES, rounds=10, depth=3)
    assert from_json(Forest, to_json(forest)) == forest


def test_calibration_makes_log_odds_mean_what_they_say():
    levels, same, odds = world(8000)
    boast = trained(levels, same * 1.0, ~same * 1.0, names=NAMES, rounds=80, depth=2)
    twice = Forest(names=NAMES, base=2 * boast.base, trees=(*boast.trees, *boast.trees))
    told = calibrated(twice, Labels(levels=levels, same=same, weight=np.ones(len(same))))
    assert np.abs(scores(told, levels) - odds).max() < 0.7


def test_few_judgements_teach_nothing():
    levels, same, _ = world(30)
    with pytest.raises(TooFewJudgements):
        learned(Forest(names=NAMES, base=0.0, trees=()), Labels(levels=levels, same=same, weight=np.ones(30)))


def test_judgements_move_a_model_that_is_wrong_here():
    levels, same, odds = world(2000)
    wrong = Forest(names=NAMES, base=0.0, trees=())
    after = learned(wrong, Labels(levels=levels, same=same, weight=np.ones(len(same))))
    assert np.mean((scores(after, levels) > 0) == (odds > 0)) > 0.95


def test_kin_who_died_together_are_never_one_person():
    """Different given names; one father, family, place and day: no training may undo that."""
    pattern = dict.fromkeys(VICTIMS.names, 0) | {"given": 1, "father": 9, "family": 7, "died": 8, "place": 4, "sex": 2}
    levels = np.array([list(pattern.values())], dtype=np.int8)
    everything = Forest(names=VICTIMS.names, base=9.0, trees=())
    assert Guarded(forest=everything).weigh(levels)[0] == KIN


def test_the_same_name_weighs_more_the_fewer_bear_it():
    base = dict.fromkeys(VICTIMS.names, 0) | {"died": 8, "place": 4, "sex": 2, "script": 1}
    rare, many = (base | {"given": 7 + n, "family": 4 + n} for n in (0, 2))
    weights = scores(shipped().forest, np.array([list(rare.values()), list(many.values())], dtype=np.int8))
    assert weights[0] > weights[1]


def test_a_pattern_unpacks_to_the_levels_it_was_packed_of():
    sizes, levels = (10, 3, 9), (7, 2, 5)
    pattern = levels[0] + 10 * (levels[1] + 3 * levels[2])
    assert levels_of(pattern, sizes) == levels
    assert unpacked(np.array([pattern]), sizes).tolist() == [list(levels)]


def table_of_pairs(seed=5):
    """Counted patterns of three comparisons of two levels: matches agree with .9, others with .1; 2 in 100 are
    matches.
    """
    random = np.random.default_rng(seed)
    match = random.random(40_000) < 0.02
    agree = np.where(match, 0.9, 0.1)[:, None]
    levels = (1 + (random.random((40_000, 3)) < agree)).astype(np.int8)
    return levels, match


def plain_spec():
    same = Level(value=2, when="l.a = r.a", says="the same")
    return LinkSpec(
        name="plain",
        version=1,
        blocks=(),
        comparisons=tuple(Comparison(name=name, levels=(same,), size=3) for name in ("a", "b", "c")),
    )


def test_expectation_maximisation_finds_the_chances_that_made_the_pairs():
    levels, match = table_of_pairs()
    patterns, pairs = np.unique(levels, axis=0, return_counts=True)
    by_chance = np.unique(levels[~match], axis=0, return_counts=True)
    found = fitted(patterns, pairs, by_chance, plain_spec(), rows=283)
    assert [m[2] for m in found.m] == pytest.approx([0.9] * 3, abs=0.05)
    assert [u[2] for u in found.u] == pytest.approx([0.1] * 3, abs=0.02)


def test_a_fit_in_which_agreement_speaks_against_a_match_is_refused():
    """Begun from chances that say so, among candidates that hardly agree: these classes are not persons."""
    levels, match = table_of_pairs()
    other, pairs = np.unique(levels[~match], axis=0, return_counts=True)
    with pytest.raises(FlippedFit):
        fitted(
            other,
            pairs,
            np.unique(levels, axis=0, return_counts=True),
            plain_spec(),
            rows=283,
            start=[(1e-6, 0.99, 0.01)] * 3,
        )
