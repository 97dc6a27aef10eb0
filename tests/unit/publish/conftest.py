"""The invented case that the tests of this folder write pages of."""

import pytest

from tests.unit.publish.belqara import belqara
from tests.unit.publish.by_hand import Case


@pytest.fixture
def case() -> Case:
    """The shelling of the market, a killing in an unknown village, an old massacre, a strike, a siege."""
    return belqara()
