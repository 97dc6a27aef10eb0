"""What hangs on the prior, on the cap and on the kernel."""

import pytest

from sijill.estimate.latent.model import Settings
from sijill.estimate.panel import CLASSES, GRAPHS, Effort, panel
from sijill.estimate.sensitivity import audited, sensitivity
from tests.published.overlaps import published

QUICK = Effort(latent=Settings(chains=2, warm_up=150, block=200, longest=200), resamples=10, tempering=False)


@pytest.fixture(scope="module")
def australia():
    found = panel(published("australia4"), QUICK)
    return found, {each.diagnostics["choice"]: each for each in sensitivity(found, QUICK)}


def test_a_wider_prior_on_the_cells_takes_a_sparse_table_down_to_what_was_documented(australia):
    """dga, whose grid has no zero: 2,238 with delta = 2^-4, 432 with 1/2."""
    found, chosen = australia
    own = next(each for each in found.estimates if each.model == GRAPHS)
    assert own.median > 2000
    assert chosen["delta=0.5"].median == pytest.approx(432, abs=6)


def test_a_cap_holds_the_upper_limit_and_no_choice_changes_what_was_documented(australia):
    _, chosen = australia
    assert chosen["cap=5"].high95 <= 6 * 414
    assert chosen["cap=5"].median < chosen["cap=20"].median
    assert {each.documented for each in chosen.values()} == {414}
    assert {each.model for each in chosen.values()} == {GRAPHS, CLASSES}


def test_a_refused_table_has_neither():
    found = panel(published("artificial3"), QUICK)
    assert list(sensitivity(found, QUICK)) == []
    assert audited(found, QUICK) is None
