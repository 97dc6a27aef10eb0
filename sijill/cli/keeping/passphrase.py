"""`sijill passphrase`: another passphrase for an encrypted case, with the recovery key where the old one is lost."""

import os
from pathlib import Path
from typing import Annotated

import typer

from sijill.case import read_case
from sijill.cli.keeping.opened import into_keyring, new_passphrase, opened_case, out_of_keyring
from sijill.errors import SijillError
from sijill.store.locked.keys import case_of, recovered, with_passphrase

app = typer.Typer(add_completion=False)


class NotEncrypted(SijillError):
    """A passphrase for a case that has none."""

    def __init__(self, *, case: Path) -> None:
        super().__init__(f"{case} is not encrypted: only a new case can be, with `sijill init --encrypt`")


@app.command()
def passphrase(
    case: Annotated[Path, typer.Argument(help="folder of the case")],
    *,
    recovery_key: Annotated[
        Path | None, typer.Option(help="file with the printed recovery key, where the passphrase is lost")
    ] = None,
    new: Annotated[Path | None, typer.Option(help="file with the new passphrase; asked for if not said")] = None,
    forget: Annotated[
        bool, typer.Option("--forget", help="only take the key out of the keyring of this machine")
    ] = False,
) -> None:
    """Set another passphrase for the encrypted CASE. Nothing else changes: what the old one opened was the key."""
    opened = read_case(case)
    if not opened.keys.is_file():
        raise NotEncrypted(case=case)
    text = opened.keys.read_text(encoding="utf-8")
    if forget:
        there = out_of_keyring(case_of(text))
        print("the key is out of the keyring" if there else "the keyring of this machine does not hold it")
        return
    key = _key(case, text, recovery_key)
    chosen = new.read_text(encoding="utf-8").rstrip("\r\n") if new is not None else new_passphrase(case)
    waiting = opened.keys.with_suffix(".part")
    waiting.write_text(with_passphrase(text, key, passphrase=chosen, random=os.urandom), encoding="utf-8")
    waiting.replace(opened.keys)
    into_keyring(case_of(text), key)
    print("the passphrase is changed; copies of keys.json in backups still open with the one they were made with")


def _key(case: Path, text: str, recovery_key: Path | None) -> bytes:
    if recovery_key is not None:
        return recovered(text, recovery_key.read_text(encoding="utf-8"))
    return opened_case(case).key or b""
