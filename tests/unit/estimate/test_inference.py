"""Draws for ArviZ: the same numbers, and its diagnostics beside ours."""

import sys

import pytest

from sijill.estimate.inference import NoArviZ, inference_data
from sijill.estimate.latent.model import Settings, latent_class
from tests.published.overlaps import published


@pytest.fixture(scope="module")
def found():
    return latent_class(published("hav3"), Settings(chains=4, warm_up=150, block=200, longest=200), seed=1)


@pytest.mark.filterwarnings("ignore:.*ArviZ is undergoing:FutureWarning")
def test_arviz_has_every_draw_and_its_own_diagnostics_say_what_ours_say(found):
    data = inference_data(found)
    arviz = sys.modules["arviz"]
    assert dict(data.posterior.sizes) == {"chain": 4, "draw": 200}
    assert (data.posterior["N"].values == found.N).all()
    assert (data.posterior["unseen"].values == found.N - found.n).all()
    assert data.constant_data["documented"].item() == found.n
    assert float(data.sample_stats["diverging"].mean()) == found.diverged
    ours = found.convergence
    assert float(arviz.rhat(data)["N"]) == pytest.approx(ours.r_hat, abs=1e-3)
    assert float(arviz.ess(data)["N"]) == pytest.approx(ours.ess_bulk, rel=0.02)
    assert float(arviz.ess(data, method="tail")["N"]) == pytest.approx(ours.ess_tail, rel=0.05)


def test_without_arviz_one_sentence_says_what_to_install(found, monkeypatch):
    monkeypatch.setitem(sys.modules, "arviz", None)
    with pytest.raises(NoArviZ, match=r"install sijill\[arviz\]"):
        inference_data(found)
