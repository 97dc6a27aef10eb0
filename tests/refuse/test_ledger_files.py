"""A file that is no ledger, or one that was tampered with, is refused in one sentence that says what to do."""

import pytest
import sqlcipher3

from sijill.store import schema
from sijill.store.connection import NotALedger, UnsafeSQLite, refuse_unsafe
from sijill.store.ledger import Ledger, LedgerOfAnotherVersion, NoLedger
from sijill.store.log import LogOutOfOrder, UnknownAuthor


@pytest.fixture
def path(tmp_path):
    Ledger.create(tmp_path / "ledger.db").close()
    return tmp_path / "ledger.db"


def by_other_hands(path, *statements):
    """Change the file as somebody would who does not go through Sijill."""
    connection = sqlcipher3.connect(str(path), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("version", [(3, 7, 0), (3, 40, 1), (3, 51, 2)])
def test_a_sqlite_that_can_damage_the_ledger_is_refused(version):
    with pytest.raises(UnsafeSQLite, match="install sqlcipher3"):
        refuse_unsafe(version)


@pytest.mark.parametrize("version", [(3, 6, 23), (3, 51, 3), (3, 53, 4)])
def test_a_sqlite_without_the_fault_is_accepted(version):
    refuse_unsafe(version)


def test_the_sqlite_that_comes_with_sijill_is_accepted():
    refuse_unsafe(sqlcipher3.sqlite_version_info)


def test_a_folder_without_a_ledger_is_no_case(tmp_path):
    with pytest.raises(NoLedger, match="sijill init"):
        Ledger.open(tmp_path / "ledger.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"a report, not a ledger" * 100, b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_file_that_is_no_ledger_is_refused_and_left_as_it_is(tmp_path, content):
    (tmp_path / "ledger.db").write_bytes(content)
    with pytest.raises(NotALedger, match=r"ledger\.db is not a ledger of Sijill"):
        Ledger.open(tmp_path / "ledger.db")
    assert (tmp_path / "ledger.db").read_bytes() == content


def test_the_database_of_another_program_is_refused(tmp_path):
    by_other_hands(tmp_path / "ledger.db", "CREATE TABLE log (seq)")
    with pytest.raises(NotALedger, match="its mark is 0"):
        Ledger.open(tmp_path / "ledger.db")


def test_a_ledger_of_a_later_form_is_refused(path):
    by_other_hands(path, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerOfAnotherVersion, match=f"has the form 9999, this Sijill knows {schema.HEAD}"):
        Ledger.open(path)


def test_a_damaged_ledger_is_refused(path):
    path.write_bytes(path.read_bytes()[:5000])  # the header is whole, the rest is gone
    with pytest.raises(NotALedger):
        Ledger.open(path)


@pytest.mark.parametrize(
    "change",
    [
        "INSERT INTO log SELECT seq + 1, record FROM log",
        "UPDATE log SET seq = 7",
        """UPDATE log SET record = CAST(replace(CAST(record AS TEXT), '"seq":0', '"seq":4') AS BLOB)""",
    ],
)
def test_a_log_with_a_record_out_of_its_place_is_noticed(path, change):
    by_other_hands(path, "DROP TRIGGER log_no_update", change)
    with Ledger.open(path) as ledger, pytest.raises(LogOutOfOrder, match="restore a backup"):
        ledger.root()


@pytest.mark.parametrize("by", ["Mariam Haddad", "u:12", "root", ""])
def test_a_change_by_nobody_the_log_can_name_is_refused(path, by):
    with Ledger.open(path) as ledger:
        with pytest.raises(UnknownAuthor, match=r"Ledger\.account"):
            ledger.capture([], by=by, means="test")
        assert ledger.size == 1


def test_two_processes_may_write_one_after_the_other(path):
    with Ledger.open(path) as one, Ledger.open(path) as two:
        one.save_map("a", "text=x")
        two.save_map("b", "text=y")
        one.save_map("c", "text=z")
        assert sorted(one.maps()) == sorted(two.maps()) == ["a", "b", "c"]
        assert one.root() == two.root()
