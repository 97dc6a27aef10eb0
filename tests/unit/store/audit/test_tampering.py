"""Whatever is done to a ledger by who holds the file, the audit finds it."""

import random

import pytest

from bench.record.tampering import SORTS, Log, found_of, ledger_to_tamper_with
from sijill.store.audit.logged import check_log
from sijill.store.connection import writing


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    with ledger_to_tamper_with(tmp_path_factory.mktemp("tampered")) as ledger:
        yield ledger


@pytest.mark.parametrize("name", sorted(SORTS))
def test_each_sort_of_tampering_is_found_and_named(ledger, name):
    for seed in range(5):
        with writing(ledger._engine).connect() as connection, connection.begin() as change:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            SORTS[name](Log(connection, random.Random(seed)))
            faults = check_log(connection).faults
            change.rollback()
        assert faults.worst == "tampered", seed
        assert all(each.code and each.where for each in faults.found)


def test_a_hundred_seeded_tamperings_are_all_found():
    """The full count is in `make bench`."""
    assert found_of(100, seed=7)[0] == 100


def test_a_ledger_that_nobody_touched_is_sound(ledger):
    with ledger.reading() as connection:
        log = check_log(connection)
    assert (log.faults.worst, log.size, log.unsealed, log.rows) == (None, 61, 0, 90)
    assert log.root == ledger.root()


def test_who_holds_an_earlier_head_finds_what_the_holder_of_the_key_rewrote(ledger):
    """The one thing that the log alone cannot show: everything made again with the key."""
    with ledger.reading() as connection:
        assert check_log(connection, against=[(30, b"\x00" * 32)]).faults.found[0].code == "unlike_the_one_others_hold"
        assert check_log(connection, against=[(90, b"\x00" * 32)]).faults.found[0].code == "log_shorter_than_checkpoint"
