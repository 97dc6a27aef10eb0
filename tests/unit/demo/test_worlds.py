"""Invented wars are as unlike each other as is asked for."""

import pytest

from sijill.demo.lists.worlds import worlds


def one(**settings):
    (lists,) = worlds(1, 400, 7, **settings)
    return lists


def test_the_same_seed_gives_the_same_war():
    assert one() == one(reach=0.0, noise=1.0)


@pytest.mark.parametrize(("reach", "more"), [(-0.7, False), (0.7, True)])
def test_lists_that_hear_of_more_overlap_more(reach, more):
    overlap, plain = (each.documented / len(each.rows) for each in (one(reach=reach), one()))
    assert (overlap < plain) is more


def test_more_noise_makes_more_faults():
    quiet, loud = (sum(row.sex is None for row in one(noise=noise).rows) for noise in (0.3, 3.0))
    assert loud > 2 * quiet
