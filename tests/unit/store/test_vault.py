"""Originals are kept for good, under the digest of their bytes."""

import os
import subprocess
import tracemalloc
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from sijill.store.locked.originals import Lock
from sijill.store.vault import NotADigest, OriginalDamaged, OriginalMissing, Vault
from tests.unit.store.register import repeating


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault")


def test_an_original_comes_back_byte_for_byte(vault, tmp_path):
    (tmp_path / "photo").write_bytes(b"\x00\xff photo")
    digests = vault.put_many([b"report", BytesIO(b"stream"), tmp_path / "photo"])
    assert [vault.read(each) for each in digests] == [b"report", b"stream", b"\x00\xff photo"]


def test_an_original_is_named_by_its_digest(vault, tmp_path):
    digest = vault.put(b"report")
    assert digest == sha256(b"report").hexdigest()
    assert (tmp_path / "vault" / digest[:2] / digest[2:]).read_bytes() == b"report"


def test_an_original_cannot_be_written_to(vault):
    assert vault.path(vault.put(b"report")).stat().st_mode & 0o222 == 0


def test_the_same_bytes_twice_are_kept_once(vault):
    first, second, third = vault.put(b"report"), *vault.put_many([b"report", b"report"])
    assert first == second == third
    assert list(vault.digests()) == [first]


def test_nothing_is_left_in_the_workplace(vault, tmp_path):
    vault.put_many([b"one", b"two"])
    assert list((tmp_path / "vault" / "unfinished").iterdir()) == []


@pytest.mark.parametrize("use", ["read", "open", "put again"])
def test_a_changed_original_is_noticed(vault, use):
    digest = vault.put(b"12 dead")
    vault.path(digest).chmod(0o644)
    vault.path(digest).write_bytes(b"92 dead")
    with pytest.raises(OriginalDamaged, match="restore it from a backup"):
        {"read": vault.read, "open": vault.open, "put again": lambda _: vault.put(b"12 dead")}[use](digest)


def test_a_missing_original_is_named(vault):
    with pytest.raises(OriginalMissing, match="0" * 64):
        vault.read("0" * 64)


@pytest.mark.parametrize("name", ["../../../etc/passwd", "", "a" * 63, "A" * 64, "a" * 64 + "\n", "../" + "a" * 61])
def test_a_name_that_is_no_digest_reaches_no_file(vault, name):
    with pytest.raises(NotADigest):
        vault.read(name)


def test_a_sweep_removes_what_a_crash_left_unfinished(vault, tmp_path):
    left = tmp_path / "vault" / "unfinished" / "batch"
    left.mkdir(parents=True)
    (left / "0").write_bytes(b"half of a rep")
    assert vault.sweep(set()).removed == 1
    assert not left.exists()


def test_a_sweep_leaves_alone_what_another_process_is_writing(vault):
    class Slow(BytesIO):
        def read(self, size=-1):
            assert vault.sweep(set()).removed == 0
            return super().read(size)

    assert vault.read(vault.put(Slow(b"report"))) == b"report"


def test_to_look_into_a_vault_that_is_not_there_creates_nothing(vault, tmp_path):
    assert (list(vault.digests()), vault.sweep(set()).orphans) == ([], ())
    assert list(tmp_path.iterdir()) == []


def test_a_sweep_names_originals_that_no_row_cites_and_keeps_them(vault):
    cited, orphan = vault.put_many([b"cited", b"orphan"])
    assert vault.sweep({cited}).orphans == (orphan,)
    assert vault.read(orphan) == b"orphan"


def test_an_original_of_200_megabytes_is_kept_and_verified_in_flat_memory(vault, tmp_path):
    large = tmp_path / "large"
    with large.open("wb") as stream:
        os.truncate(stream.fileno(), 200_000_000)
    tracemalloc.start()
    vault.open(vault.put(large)).close()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8_000_000


@pytest.fixture
def locked(tmp_path):
    """The vault of an encrypted case."""
    return Vault(tmp_path / "vault", Lock.of(bytes(range(32)), repeating()))


def test_a_locked_vault_keeps_gives_back_and_lends_to_a_child_what_nobody_else_can_read(locked, tmp_path):
    words = b"a name that is to stay hidden" * 100_000
    digest = locked.put(words)
    assert locked.put(BytesIO(words)) == digest == sha256(words).hexdigest()
    assert locked.read(digest) == words
    with locked.lent(digest) as path:
        seen = subprocess.run(["cat", path], capture_output=True, check=True).stdout
    assert seen == words
    kept = [each for each in (tmp_path / "vault").rglob("*") if each.is_file()]
    assert len(kept) == 1
    assert b"hidden" not in kept[0].read_bytes()
    assert digest[2:] != kept[0].name


def test_a_locked_vault_names_orphans_by_what_they_hold(locked):
    known, orphan = locked.put_many([b"one", b"two"])
    assert locked.sweep({known}).orphans == (orphan,)
    assert set(locked.digests()) == {known, orphan}


def test_a_locked_original_that_was_touched_is_damaged(locked):
    digest = locked.put(b"words")
    path = locked.path(digest)
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(OriginalDamaged, match="does not open"):
        locked.read(digest)
