"""An encrypted case works as any other, and what lies on the disk tells nothing of what is in it."""

import io
import json

import pytest

from bench.record.secrets import PASSPHRASE, fill, secrets, shown
from sijill.cli.main import call

HIDDEN = secrets(40)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("encrypted")
    fill(folder / "case", HIDDEN, folder)
    return folder


@pytest.fixture
def case(filled, monkeypatch):
    monkeypatch.setenv("SIJILL_PASSPHRASE_FILE", str(filled / "passphrase"))
    return filled / "case"


def test_no_secret_stands_in_any_file_of_it_nor_in_temporary_files_nor_in_what_was_said(filled):
    """Forty here; five hundred in `make bench`."""
    searched = [each for root in ("case", "tmp") for each in (filled / root).rglob("*") if each.is_file()]
    assert len([each for each in searched if "vault" in each.parts]) == len(HIDDEN) + 1
    assert shown(HIDDEN, [*searched, filled / "stderr.log"]) == {}


def test_what_looks_for_secrets_finds_them_where_they_are(filled):
    assert len(shown(HIDDEN, filled.glob("*.txt"))) == len(HIDDEN)


def test_with_the_passphrase_it_shows_what_was_put_in(case, capsys):
    assert call(["show", str(case), "documents", "--format", "json"]) == 0
    said = capsys.readouterr().out
    assert all(each in said for each in HIDDEN)
    assert len(json.loads(said)) == len(HIDDEN) + len(HIDDEN) // 4


def test_it_verifies_and_runs_again_to_the_same_end(case, capsys):
    assert call(["verify", str(case)]) == 0
    capsys.readouterr()
    assert call(["run", str(case)]) == 0
    assert "nothing, for nothing changed" in capsys.readouterr().out
    assert not (case / "published").exists()


def test_a_touched_original_is_noticed(case, capsys):
    original = next(each for each in sorted((case / "vault").rglob("*")) if each.is_file())
    whole = original.read_bytes()
    original.chmod(0o644)
    original.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert call(["verify", str(case)]) == 1
    original.write_bytes(whole)
    assert call(["verify", str(case)]) == 0


def test_the_name_of_an_original_does_not_tell_which_file_it_is(case, filled):
    from hashlib import sha256  # noqa: PLC0415

    names = {each.parent.name + each.name for each in (case / "vault").rglob("*") if each.is_file()}
    assert not names & {sha256(each.read_bytes()).hexdigest() for each in filled.glob("*.txt")}


def test_without_the_passphrase_nothing_opens(case, tmp_path, monkeypatch, capsys):
    other = tmp_path / "other"
    other.write_text("not the passphrase")
    monkeypatch.setenv("SIJILL_PASSPHRASE_FILE", str(other))
    for arguments in (["show", str(case), "documents"], ["run", str(case)], ["verify", str(case)]):
        assert call(arguments) == 2
        assert "passphrase does not open this case" in capsys.readouterr().err
    monkeypatch.delenv("SIJILL_PASSPHRASE_FILE")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert call(["show", str(case), "documents"]) == 2
    assert "is encrypted" in capsys.readouterr().err


def test_a_lost_passphrase_is_replaced_with_the_recovery_key_that_init_printed(tmp_path, monkeypatch, capsys):
    passphrase, new, printed = (tmp_path / name for name in ("passphrase", "new", "printed"))
    passphrase.write_text(PASSPHRASE)
    new.write_text("five other random words")
    monkeypatch.setenv("SIJILL_PASSPHRASE_FILE", str(passphrase))
    assert call(["init", str(tmp_path / "case"), "--encrypt"]) == 0
    printed.write_text(next(word for word in capsys.readouterr().out.split() if word.startswith("AGE-SECRET-KEY-1")))
    monkeypatch.delenv("SIJILL_PASSPHRASE_FILE")
    told = ["passphrase", str(tmp_path / "case"), "--recovery-key", str(printed), "--new", str(new)]
    assert call(told) == 0
    monkeypatch.setenv("SIJILL_PASSPHRASE_FILE", str(new))
    assert call(["verify", str(tmp_path / "case")]) == 0
    monkeypatch.setenv("SIJILL_PASSPHRASE_FILE", str(passphrase))
    assert call(["verify", str(tmp_path / "case")]) == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["init", "CASE/new", "--encrypt", "--ledger", "postgresql:///x"], "does not reach a ledger on a server"),
        (["init", "CASE/new", "--ledger", "mysql://x"], "is no address of a ledger"),
        (["init", "CASE/new", "--ledger", "postgresql://127.0.0.1:9/x"], "cannot be opened"),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_written(tmp_path, capsys, arguments, says):
    assert call([each.replace("CASE", str(tmp_path)) for each in arguments]) == 2
    assert says in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_a_case_that_is_not_encrypted_has_no_passphrase(tmp_path, capsys):
    assert call(["init", str(tmp_path / "case")]) == 0
    assert call(["passphrase", str(tmp_path / "case")]) == 2
    assert "is not encrypted" in capsys.readouterr().err
