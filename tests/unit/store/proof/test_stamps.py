"""Timestamps of others: queued until there is a reply, kept as it came, logged, and checked."""

import pytest
from sqlalchemy import insert

from sijill.store import schema
from sijill.store.audit.fault import Faults
from sijill.store.audit.stamped import check_stamps
from sijill.store.proof.stamps import NotAStamp, ask, attach, stamps, waiting
from tests.published.test_vectors_of_the_log import FILES
from tests.unit.store.register import new_ledger

REPLY, ROOTS, OTHERS = (
    FILES[name] for name in ("sigstage/response-sha256.tsr", "sigstage/ts_chain.pem", "test_tsa/ts_chain.pem")
)
TSA = "https://tsa.example/stamp"


@pytest.fixture
def ledger(tmp_path):
    """A ledger with a request over "hello", which the public vectors have replies to."""
    with new_ledger(tmp_path) as ledger:
        with ledger.change("sys:test") as change:
            row = {"size": 1, "note": "hello", "edge": bytes(32), "at": change.at}
            change.connection.execute(insert(schema.checkpoints).values(row))
            for _ in range(2):
                ask(change.connection, size=1, note="hello", authority=TSA, at=change.at)
        yield ledger


def test_a_request_waits_until_its_reply_is_attached(ledger):
    with ledger.reading() as connection:
        (asked,) = waiting(connection)
    assert (asked.size, asked.authority, asked.note) == (1, TSA, "hello")
    with ledger.change("sys:test") as change:
        stated = attach(change, asked, REPLY)
    assert stated.year == 2025
    with ledger.reading() as connection:
        assert waiting(connection) == []
        assert [each.token for each in stamps(connection)] == [REPLY]


def test_a_request_tells_nothing_but_a_hash(ledger):
    with ledger.reading() as connection:
        (asked,) = waiting(connection)
    assert b"hello" not in asked.request
    assert len(asked.request) < 120


@pytest.mark.parametrize("reply", ["sigstage/response-sha384.tsr", "test_tsa/other_response.tsr"])
def test_a_reply_about_something_else_is_refused_and_the_request_waits_on(ledger, reply):
    with ledger.reading() as connection:
        (asked,) = waiting(connection)
    with pytest.raises(NotAStamp), ledger.change("sys:test") as change:
        attach(change, asked, FILES[reply])
    with ledger.reading() as connection:
        assert waiting(connection) == [asked]


def test_the_audit_says_whose_and_of_when_and_whether_it_is_vouched_for(ledger):
    with ledger.reading() as connection:
        (asked,) = waiting(connection)
    with ledger.change("sys:test") as change:
        attach(change, asked, REPLY)
    for roots, found, fault in (
        (None, [(1, TSA, "2025-05-09T11:58:55Z")], []),
        (ROOTS, [(1, TSA, "2025-05-09T11:58:55Z")], []),
        (OTHERS, [], ["stamp_not_vouched_for"]),
    ):
        faults = Faults()
        with ledger.reading() as connection:
            assert check_stamps(connection, faults, roots=roots) == found
        assert [each.code for each in faults.found] == fault
