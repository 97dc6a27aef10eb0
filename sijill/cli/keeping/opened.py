"""A case as the commands open it: read, and unlocked where it is encrypted.

The key comes from the keyring of the system where there is one, else from the passphrase: from the file that
SIJILL_PASSPHRASE_FILE names, or asked for. A key that was unlocked goes into the keyring, if there is one.
"""

import os
import sys
from contextlib import suppress
from dataclasses import replace
from getpass import getpass
from pathlib import Path
from typing import Any

from sijill.case import Case, read_case
from sijill.errors import SijillError
from sijill.store.locked.keys import case_of, unlocked

RECOMMENDED = 1
SERVICE, VARIABLE = "sijill", "SIJILL_PASSPHRASE_FILE"


class NobodyToAsk(SijillError):
    """An encrypted case, and no way to its passphrase."""

    def __init__(self, *, case: Path) -> None:
        super().__init__(
            f"{case} is encrypted: run it at a terminal, or name a file that holds the passphrase in {VARIABLE}"
        )


class NotTheSame(SijillError):
    """Two passphrases where one was meant."""

    def __init__(self) -> None:
        super().__init__("the two passphrases differ: nothing was done; try again")


def opened_case(folder: Path) -> Case:
    """Raises what read_case raises, WrongPassphrase, NotKeys, NobodyToAsk."""
    return unlocked_case(read_case(folder))


def unlocked_case(case: Case) -> Case:
    """The same with its key, where it is encrypted. Raises WrongPassphrase, NotKeys, NobodyToAsk."""
    if not case.keys.is_file():
        return case
    text = case.keys.read_text(encoding="utf-8")
    known = from_keyring(case_of(text))
    if known is not None:
        return replace(case, key=known)
    key = unlocked(text, asked_passphrase(case.folder))
    into_keyring(case_of(text), key)
    return replace(case, key=key)


def asked_passphrase(folder: Path, *, prompt: str = "passphrase of the case: ") -> str:
    """From the file that is named, or from the person at the terminal. Raises NobodyToAsk."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).read_text(encoding="utf-8").rstrip("\r\n")
    if not sys.stdin.isatty():
        raise NobodyToAsk(case=folder)
    return getpass(prompt)


def new_passphrase(folder: Path) -> str:
    """Asked for twice at a terminal. Raises NobodyToAsk, NotTheSame."""
    first = asked_passphrase(folder, prompt="a passphrase for the case, at least 12 characters: ")
    if os.environ.get(VARIABLE) is None and getpass("once more: ") != first:
        raise NotTheSame
    return first


def from_keyring(case: str) -> bytes | None:
    """The key of a case, if the system has a keyring, it is open, and it holds it."""
    keyring = _keyring()
    if keyring is None:
        return None
    with suppress(_failing()):
        held = keyring.get_password(SERVICE, case)
        return bytes.fromhex(held) if held else None
    return None


def into_keyring(case: str, key: bytes) -> bool:
    """Keep the key for the next time, if the system has a keyring that takes it."""
    keyring = _keyring()
    if keyring is None:
        return False
    with suppress(_failing()):
        keyring.set_password(SERVICE, case, key.hex())
        return True
    return False


def out_of_keyring(case: str) -> bool:
    """Forget the key on this machine; was it there?"""
    keyring = _keyring()
    if keyring is None or from_keyring(case) is None:
        return False
    keyring.delete_password(SERVICE, case)
    return True


def _failing() -> type[Exception]:
    """What a keyring raises that is locked, or whose service does not answer."""
    from keyring.errors import KeyringError  # noqa: PLC0415  (an extra)

    return KeyringError


def _keyring() -> Any:
    """The keyring of this system, if it has one that is safe by the word of `keyring` itself; else None."""
    try:
        import keyring  # noqa: PLC0415  (an extra)
    except ImportError:
        return None
    found = keyring.get_keyring()
    return found if found.priority >= RECOMMENDED else None
