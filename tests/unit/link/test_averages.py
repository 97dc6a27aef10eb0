"""Average linkage, with judgements above it."""

import numpy as np

from sijill.link.persons.averages import components, joined


def groups(of):
    found = {}
    for row, lowest in of.items():
        found.setdefault(lowest, []).append(row)
    return sorted(sorted(each) for each in found.values())


def test_a_chain_does_not_make_one_person():
    """1 is like 2, 2 like 3, 3 like 4; 1 and 4 were never found alike. Connected components would join them all."""
    edges = [(1, 2, 4.0), (2, 3, 1.0), (3, 4, 4.0)]
    assert groups(joined([1, 2, 3, 4], edges, unseen=-3.0)) == [[1, 2], [3, 4]]


def test_three_that_are_alike_are_one():
    edges = [(1, 2, 4.0), (2, 3, 3.0), (1, 3, 2.0)]
    assert groups(joined([1, 2, 3], edges, unseen=-3.0)) == [[1, 2, 3]]


def test_a_judgement_joins_whatever_the_weights_say():
    assert groups(joined([1, 2], [(1, 2, -2.0)], unseen=-3.0, same=[(1, 2)])) == [[1, 2]]


def test_different_wins_over_a_chain_of_same():
    edges = [(1, 2, 9.0), (2, 3, 9.0), (1, 3, 9.0)]
    found = joined([1, 2, 3], edges, unseen=-3.0, same=[(1, 2), (2, 3)], apart=[(1, 3)])
    assert found[1] != found[3]


def test_components_are_named_after_their_lowest_row():
    assert components(6, np.array([1, 4, 3]), np.array([4, 5, 2])).tolist() == [0, 1, 2, 2, 1, 1]
