"""`sijill init`: a new case, open or encrypted, its ledger in the folder or on the server of a team."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from sijill.case import FILE, read_case, write_case
from sijill.chain.keeping.opening import begin_ledger
from sijill.cli.keeping.opened import into_keyring, new_passphrase
from sijill.errors import SijillError
from sijill.store.ledger import LedgerExists
from sijill.store.locked.keys import KEY_BYTES, case_of, check_passphrase, locked, new_recovery_key
from sijill.store.packs import load_pack, write_hand_templates
from sijill.store.postgres import PostgresDatabase

app = typer.Typer(add_completion=False)
RECOVERY = """
recovery key, shown once: print it or write it down, and keep it away from this machine

    {recovery}

Whoever holds it opens the case without the passphrase; without both nobody can, not we either.
Covered: ledger.db, vault/, derived/. Not covered: case.toml, hand/, what `publish` and `prove` write, names of files in
folders that you add from, the memory of this machine. The sizes of files and the times at which they were written show.
"""


class NotBoth(SijillError):
    """An encrypted case on a server."""

    def __init__(self) -> None:
        super().__init__(
            "--encrypt does not reach a ledger on a server: encrypt the disk of the server, and leave it out"
        )


@app.command()
def init(
    case: Annotated[Path, typer.Argument(help="folder to make; it must not exist or be empty")],
    pack: Annotated[list[str] | None, typer.Option(help="what is known of a conflict: syria; may be repeated")] = None,
    title: Annotated[str | None, typer.Option(help="what the case is called; the folder's name if not said")] = None,
    *,
    encrypt: Annotated[
        bool, typer.Option("--encrypt", help="ledger, originals and derived tables open only with a passphrase")
    ] = False,
    ledger: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="of a team: postgresql://host/database, which must be empty")
    ] = None,
) -> None:
    """Make a new case: case.toml, an empty vault and ledger, and tables to fill by hand."""
    if encrypt and ledger is not None:
        raise NotBoth
    passphrase = new_passphrase(case) if encrypt else None
    recovery = begin(case, title=title, packs=tuple(dict.fromkeys(pack or ())), address=ledger, passphrase=passphrase)
    print(f"{case} is a new case; `sijill add {case} FILE...` captures reports, {case / FILE} holds its settings")
    if recovery is not None:
        print(RECOVERY.format(recovery=recovery))


def begin(
    folder: Path,
    *,
    title: str | None,
    packs: tuple[str, ...],
    address: str | None = None,
    passphrase: str | None = None,
) -> str | None:
    """The recovery key of an encrypted case, to be shown once.

    Raises UnknownPack, FolderInUse, WrongValue, LedgerExists, NoServer, PassphraseTooShort; nothing is written then.
    """
    for each in packs:
        load_pack(each)
    if address is not None and (server := PostgresDatabase(address=address)).taken():
        raise LedgerExists(name=server.name)
    if passphrase is not None:
        check_passphrase(passphrase)
    write_case(folder, title=title or folder.resolve().name, packs=packs, address=address)
    made, recovery = read_case(folder), None
    if passphrase is not None:
        key = os.urandom(KEY_BYTES)
        recovery, recipient = new_recovery_key()
        text = locked(key, passphrase=passphrase, recipient=recipient, random=os.urandom)
        made.keys.write_text(text, encoding="utf-8")
        into_keyring(case_of(text), key)
        made = replace(made, key=key)
    made.vault.mkdir()
    begin_ledger(made).close()
    write_hand_templates(made.hand)
    return recovery
