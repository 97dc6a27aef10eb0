"""Killed, cut off from power or out of disk at any moment, the record keeps everything that it acknowledged and cites
nothing that it does not hold. Seeded samples here; the full counts are in `make bench`.
"""

import pytest

from bench.record import failing, kills, power, writers
from bench.record.disk_model import Disk, File
from bench.record.servers import make_place, postgresql
from sijill.store.ledger import Ledger
from sijill.store.postgres import PostgresDatabase
from sijill.store.vault import Vault


@pytest.fixture(scope="module")
def server():
    with postgresql(durable=True) as address:
        yield address


def test_kills_at_random_moments_lose_nothing_acknowledged_and_leave_no_row_without_evidence():
    seen = kills.kill(8)
    assert (seen.kills, seen.lost, seen.without_evidence, seen.faults) == (8, 0, 0, 0)
    assert seen.acknowledged > 50


def test_nor_do_they_where_the_ledger_is_on_a_server(server):
    seen = kills.kill(3, server=server)
    assert (seen.kills, seen.lost, seen.without_evidence, seen.faults) == (3, 0, 0, 0)
    assert seen.acknowledged > 10


def test_power_cuts_lose_nothing_acknowledged_and_corrupt_nothing():
    seen = power.cut(60, turns=30)
    assert (seen.cuts, seen.with_loss, seen.corrupt) == (60, 0, 0)
    assert seen.acknowledged > 40


def test_a_disk_that_lies_about_syncs_does_lose_and_the_simulation_notices():
    """The control: without it the test above could be blind."""
    assert power.cut(40, turns=30, honest=False).with_loss > 0


def test_a_full_disk_loses_nothing_acknowledged_and_corrupts_nothing():
    seen = failing.full(3)
    assert (seen.runs, seen.lost, seen.corrupt) == (3, 0, 0)


def test_a_write_a_sync_or_a_rename_that_fails_loses_nothing_and_corrupts_nothing():
    seen = failing.failing(20, 20)
    assert (seen.runs, seen.lost, seen.corrupt) == (5, 0, 0)
    assert seen.acknowledged > 100


@pytest.mark.parametrize("where", ["a file", "a server"])
def test_of_many_writers_at_once_none_overwrites_another(where, tmp_path, request):
    home = tmp_path / "ledger.db"
    if where == "a server":
        home = PostgresDatabase(address=make_place(request.getfixturevalue("server"), "writers"))
    seen = writers.write(home, Vault(tmp_path / "vault"), writers=10, each=10)
    assert (seen.wanted, seen.lost, seen.faults) == (100, 0, 0)
    assert seen.conflicts > 0


def test_an_original_without_a_row_is_found_by_the_sweep_and_can_be_captured_later(tmp_path):
    """The moment between the vault and the ledger: the evidence is there, nothing cites it yet."""
    Ledger.create(tmp_path / "ledger.db").close()
    orphan = Vault(tmp_path / "vault").put(b"a report that no row cites")
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        assert Vault(tmp_path / "vault").sweep(ledger.cited()).orphans == (orphan,)


class Always:
    """Chance that always says the same."""

    def __init__(self, value):
        self.value = value

    def random(self):
        return self.value


def test_the_model_of_a_disk_keeps_what_was_synced_and_may_lose_the_rest():
    disk, file = Disk(seen={"/c": None}, durable={"/c": None}), File()
    disk.link("/c/a", file)
    file.pending.append((0, b"one"))
    assert disk.after_cut(Always(0.9)) == {"/c": None}
    assert disk.after_cut(Always(0.1)) == {"/c": None, "/c/a": b"one"}
    file.synced(1)
    assert disk.after_cut(Always(0.9)) == {"/c": None}, "a file whose name was not synced cannot be found"
    disk.sync_folder("/c", len(disk.names))
    file.pending.append((3, b"two"))
    assert disk.after_cut(Always(0.9)) == {"/c": None, "/c/a": b"one"}
    disk.rename("/c/a", "/c/b")
    assert set(disk.after_cut(Always(0.9))) == {"/c", "/c/a"}
    assert set(disk.after_cut(Always(0.1))) == {"/c", "/c/b"}


def test_a_handle_that_is_closed_is_free_before_its_close_has_come_back():
    """Two threads: one closes 7, the other is given 7 for its own file before the trace says that the close is done."""
    disk = Disk(seen={"/c": None}, durable={"/c": None})
    for name in ("a", "b"):
        disk.link(f"/c/{name}", File(pending=[(0, name.encode())]))
    replay = power.Replay(disk, "/c")

    def opens(thread, name):
        path = "".join("\\x" + f"{each:02x}" for each in f"/c/{name}".encode())
        return f'{thread}  openat(AT_FDCWD, "{path}", O_RDONLY) = 7'

    for line in (
        opens(1, "a"), "1  fsync(7) = 0", "1  close(7 <unfinished ...>", opens(2, "b"),
        "1  <... close resumed>) = 0", "2  fsync(7) = 0",
    ):  # fmt: skip
        replay.feed(line)
    assert [disk.seen[f"/c/{name}"].durable for name in ("a", "b")] == [b"a", b"b"]
