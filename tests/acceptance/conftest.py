"""One case of the invented conflict, built once for all tests that only read it."""

import pytest

from tests.acceptance.command_line import sijill


@pytest.fixture(scope="session")
def belqara(tmp_path_factory):
    """The case that `sijill demo` makes. Not to be changed."""
    folder = tmp_path_factory.mktemp("demo") / "belqara"
    ended = sijill("demo", "--to", folder, "--no-open")
    assert ended.code == 0, ended.err
    return folder
