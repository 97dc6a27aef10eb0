"""The ledger is one thing in two places: what is said of it is tried in a file and on a PostgreSQL server."""

import pytest

from bench.record.servers import postgresql
from tests.unit.store.register import WHERE


@pytest.fixture(scope="session")
def server():
    """A server of our own, for all tests of this folder."""
    with postgresql() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def either_home(request):
    """Run the test twice: with ledgers in files, and on the server."""
    if request.param == "postgresql":
        WHERE.server = request.getfixturevalue("server")
    yield request.param
    WHERE.server = None
