"""The demonstration as a case that these tests copy, damage, restore and check."""

import shutil

import pytest


@pytest.fixture
def case(belqara_unestimated, tmp_path):
    """A case of one's own."""
    return shutil.copytree(belqara_unestimated, tmp_path / "case")
