"""Tables fitted on Spark against one after the other here: the same draws, to the last bit."""

import numpy as np

from sijill.estimate.fits import fit_all
from sijill.estimate.latent.model import Settings
from sijill.estimate.overlap import overlap_of
from sijill.estimate.panel import Effort
from sijill.store.engines.spark import each_on_spark

QUICK = Effort(latent=Settings(chains=2, warm_up=60, block=60, longest=60), resamples=5, tempering=False)
MARKS = ("100", "010", "001", "110", "101", "011", "111")


def tables():
    """Of one population drawn again and again, and one that is refused."""
    drawn = np.random.default_rng(8).multinomial(300, np.array([6, 5, 5, 2, 2, 2, 1]) / 23, size=3)
    every = [overlap_of(dict(zip(MARKS, map(int, each), strict=True)), tuple("abc")) for each in drawn]
    return [*every, overlap_of({"100": 9, "010": 9, "001": 9}, tuple("abc"))]


def test_spark_gives_the_same_draws_bit_for_bit():
    alone, shared = fit_all(tables(), QUICK), fit_all(tables(), QUICK, spread=each_on_spark)
    assert [each.refused for each in alone] == [each.refused for each in shared]
    assert alone[-1].refused.code == "no_overlap"
    for one, other in zip(alone, shared, strict=True):
        assert one.draws.keys() == other.draws.keys()
        assert all((one.draws[model] == other.draws[model]).all() for model in one.draws)
