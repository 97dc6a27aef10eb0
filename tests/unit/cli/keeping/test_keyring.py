"""Where the system has a keyring, the passphrase is asked for once."""

import io

import keyring.errors

from sijill.cli.keeping import opened
from sijill.cli.main import call

PASSPHRASE = "correct horse battery staple"


class Ring:
    """A keyring of a system; one that is closed refuses everything."""

    def __init__(self, *, closed=False):
        self.held, self.closed = {}, closed

    def get_password(self, service, name):
        if self.closed:
            raise keyring.errors.KeyringLocked
        return self.held.get((service, name))

    def set_password(self, service, name, value):
        if self.closed:
            raise keyring.errors.KeyringLocked
        self.held[service, name] = value

    def delete_password(self, service, name):
        del self.held[service, name]


def made(tmp_path, monkeypatch, ring):
    monkeypatch.setattr(opened, "_keyring", lambda: ring)
    (tmp_path / "passphrase").write_text(PASSPHRASE)
    monkeypatch.setenv("SIJILL_PASSPHRASE_FILE", str(tmp_path / "passphrase"))
    assert call(["init", str(tmp_path / "case"), "--encrypt"]) == 0
    monkeypatch.delenv("SIJILL_PASSPHRASE_FILE")
    return tmp_path / "case"


def test_a_case_opens_without_asking_once_its_key_is_in_the_keyring(tmp_path, monkeypatch):
    ring = Ring()
    case = made(tmp_path, monkeypatch, ring)
    assert len(ring.held) == 1
    assert PASSPHRASE not in str(ring.held)
    assert call(["verify", str(case)]) == 0


def test_a_key_can_be_taken_out_of_the_keyring_again(tmp_path, monkeypatch, capsys):
    ring = Ring()
    case = made(tmp_path, monkeypatch, ring)
    assert call(["passphrase", str(case), "--forget"]) == 0
    assert ring.held == {}
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert call(["verify", str(case)]) == 2
    assert "is encrypted" in capsys.readouterr().err


def test_a_keyring_that_is_closed_is_as_good_as_none(tmp_path, monkeypatch):
    case = made(tmp_path, monkeypatch, Ring(closed=True))
    monkeypatch.setenv("SIJILL_PASSPHRASE_FILE", str(tmp_path / "passphrase"))
    assert call(["verify", str(case)]) == 0
