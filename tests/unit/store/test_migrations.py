"""A ledger goes from one form to the next and back with everything that is in it."""

import pytest
from sqlalchemy import inspect, text

from sijill.store.migrations import bring_down
from sijill.store.proof.checkpoints import checkpoints, keys
from tests.unit.store.register import decision, home_of, new_ledger, reopened, report

pytestmark = pytest.mark.usefixtures("either_home")


def loaded(folder):
    with new_ledger(folder) as ledger:
        for number in range(30):
            words = f"report {number} \x00 قتل"
            ledger.capture([report(folder, words, source="The Lake Post")], by=ledger.account("Mariam"), means="test")
            ledger.decide(decision(number, f'"plc_{number}"', about=(f"Velm {number}",)), seen=None)


def taken_down(folder, form="0001"):
    ledger = reopened(folder)
    with ledger._engine.begin() as connection:
        bring_down(connection, form)
    ledger._engine.dispose()


def held(ledger):
    return ledger.documents(), ledger.decisions(), ledger.custody(), ledger.names(), ledger.log_records()


def test_an_older_ledger_is_brought_up_when_it_is_opened_and_loses_nothing(tmp_path):
    loaded(tmp_path)
    with reopened(tmp_path) as ledger:
        before = held(ledger)
    taken_down(tmp_path)
    with reopened(tmp_path) as ledger:
        *rows, log = held(ledger)
        assert rows == list(before[:-1])
        assert log[: len(before[-1])] == before[-1]
        assert len(log) == len(before[-1]) + 1, "one record, which names the key that signs from now on"
        ledger.seal()
        with ledger.reading() as connection:
            assert [each.size for each in checkpoints(connection)] == [len(log)]
            assert list(keys(connection)) == [len(log) - 1]


def test_a_ledger_can_go_back_to_an_older_form_with_all_of_its_record(tmp_path):
    loaded(tmp_path)
    with reopened(tmp_path) as ledger:
        before = held(ledger)
    taken_down(tmp_path)
    with home_of(tmp_path).engine().connect() as connection:
        tables = set(inspect(connection).get_table_names())
        log = connection.execute(text("SELECT record FROM log ORDER BY seq")).scalars().all()
        documents = connection.execute(text("SELECT id FROM documents ORDER BY seq")).scalars().all()
    assert not tables & {"keys", "checkpoints", "requests", "anchors", "erasures", "desk"}
    assert (log, documents) == (before[-1], [each.id for each in before[0]])


def test_what_was_erased_by_law_cannot_go_back_to_a_form_that_would_call_it_tampering(tmp_path):
    loaded(tmp_path)
    with reopened(tmp_path) as ledger, ledger.change("sys:test") as change:
        change.connection.execute(text("INSERT INTO erasures VALUES (3, 0)"))
    with pytest.raises(ValueError, match="erased by law"):
        taken_down(tmp_path)
    with reopened(tmp_path) as ledger:
        assert len(ledger.documents()) == 30
