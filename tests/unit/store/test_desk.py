"""The desk: what stands beside the record and may change."""

import pytest

from tests.unit.store.register import new_ledger, repeating

pytestmark = pytest.mark.usefixtures("either_home")


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as ledger:
        yield ledger


def test_a_value_can_be_kept_changed_and_forgotten_and_the_log_knows_nothing_of_it(ledger):
    before = ledger.root()
    ledger.desk.keep("session", "s1", "a")
    ledger.desk.keep("session", "s1", "b")
    ledger.desk.keep("credential", "s1", "c")
    assert (ledger.desk.get("session", "s1"), ledger.desk.all("session")) == ("b", {"s1": "b"})
    assert ledger.desk.drop("session", "s1") == 1
    assert ledger.desk.drop("session") == 0
    assert (ledger.desk.get("session", "s1"), ledger.desk.get("credential", "s1")) == (None, "c")
    assert ledger.root() == before


def test_a_value_changes_only_for_who_saw_what_it_is(ledger):
    desk = ledger.desk
    assert desk.swap("code", "u:0000beef", seen=None, value="1")
    assert not desk.swap("code", "u:0000beef", seen=None, value="2")
    assert not desk.swap("code", "u:0000beef", seen="0", value="2")
    assert desk.swap("code", "u:0000beef", seen="1", value="2")
    assert desk.get("code", "u:0000beef") == "2"


def test_an_account_can_be_known_by_another_name(ledger):
    code = ledger.account("Mariam")
    ledger.desk.rename(code, "analyst 4")
    assert ledger.names() == {code: "analyst 4"}
    assert ledger.desk.account("analyst 4", repeating()) == code
