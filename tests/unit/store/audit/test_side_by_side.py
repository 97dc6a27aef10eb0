"""A long log is looked at by several processes, and they find what one finds."""

import shutil

import pytest
import sqlcipher3

from sijill.store.audit.logged import check_log
from sijill.store.audit.side_by_side import Opened
from sijill.store.connection import SQLiteFile
from sijill.store.ledger import Ledger
from sijill.store.log import Act

RECORDS = 20_000  # three stretches, the last one short
EACH = 1_000
PAYLOAD = {"documents": ["doc_0123456789abcdef0123"], "means": "test"}


@pytest.fixture(scope="module")
def long_log(tmp_path_factory):
    path = tmp_path_factory.mktemp("long") / "ledger.db"
    with Ledger.create(path) as ledger:
        for _ in range(RECORDS // EACH):
            with ledger.change("sys:test") as change:
                for _ in range(EACH):
                    change.record(
                        Act.ACCESS_EXPORT, obj=change.opaque(), versions=(0, 1), payloads={"export/1": PAYLOAD}
                    )
    return path


def looked_at(path, jobs, *, place=None):
    with Ledger.open(path) as ledger, ledger.reading() as connection:
        again = Opened(place=SQLiteFile(path=place or path), jobs=jobs, least=0)
        return check_log(connection, again=again)


def test_several_processes_tell_what_one_tells(long_log):
    one, two = looked_at(long_log, 1), looked_at(long_log, 2)
    assert one == two
    assert (one.size, one.faults.worst, one.checkpoints) == (RECORDS + 1, None, 20)
    with Ledger.open(long_log) as ledger:
        assert one.root == ledger.root()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("UPDATE payloads SET payload = CAST(payload || ' ' AS BLOB) WHERE log = 9000", "payload_changed"),
        ("UPDATE payloads SET log = 20001 WHERE log = 17000", "payload_of_no_record"),
        ("DELETE FROM log WHERE seq = 8191", "record_missing"),
        ("INSERT INTO log SELECT -1, record FROM log WHERE seq = 5", "record_out_of_place"),
        ("UPDATE checkpoints SET note = replace(note, '1', '2') WHERE size = 12001", "checkpoint_not_signed"),
    ],
)
def test_what_was_done_to_a_long_log_is_found_in_whatever_stretch_it_was_done(long_log, tmp_path, change, code):
    path = tmp_path / "ledger.db"
    shutil.copy(long_log, path)
    held = sqlcipher3.connect(str(path), isolation_level=None)
    for (name,) in held.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        held.execute(f"DROP TRIGGER {name}")
    held.execute(change)
    held.close()
    one, two = looked_at(path, 1), looked_at(path, 2)
    assert one == two
    assert code in {each.code for each in one.faults.found}


def test_a_process_that_sees_another_log_is_not_believed(long_log, tmp_path):
    """It opens a ledger of another length, or none at all: the log is then looked at here."""
    other = tmp_path / "other.db"
    with Ledger.create(other):
        pass
    for place in (other, tmp_path / "none" / "at-all.db"):
        assert looked_at(long_log, 2, place=place) == looked_at(long_log, 1)
