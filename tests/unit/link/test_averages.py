"""Average linkage, with judgements above it."""

import numpy as np
import pytest

from sijill.link.persons.averages import components, joined
from sijill.link.persons.grouping import THRESHOLD, UNSEEN, Judged, grouped
from sijill.link.persons.weighing import Pairs


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


@pytest.mark.parametrize("seed", range(12))
def test_grouping_by_parts_is_grouping_everything_at_once(seed):
    """With weights on both sides of the threshold, ties among them, and judgements above them."""
    random, size = np.random.default_rng(seed), 60
    sides = np.unique(np.sort(random.integers(0, size, (90, 2)), axis=1), axis=0)
    left, right = (side[sides[:, 0] < sides[:, 1]] for side in (sides[:, 0], sides[:, 1]))
    weight = random.integers(-30, 60, len(left)) / 10
    pairs = Pairs(left=left, right=right, pattern=np.zeros_like(left), weight=weight, looked_at=len(left))
    chosen = [tuple(sorted(random.choice(size, 2, replace=False).tolist())) for _ in range(12)]
    judged = Judged(same=frozenset(chosen[:6]), apart=frozenset(chosen[6:]) - frozenset(chosen[:6]))
    told = judged.same | judged.apart
    edges = [
        *(
            (a, b, w)
            for a, b, w in zip(left.tolist(), right.tolist(), weight.tolist(), strict=True)
            if (a, b) not in told
        ),
        *((a, b, 20.0) for a, b in sorted(judged.same)),
    ]
    at_once = joined(
        range(size),
        [(a, b, w - THRESHOLD) for a, b, w in edges],
        unseen=UNSEEN - THRESHOLD,
        same=sorted(judged.same),
        apart=judged.apart,
    )
    assert grouped(size, pairs, judged).tolist() == [at_once[row] for row in range(size)]
