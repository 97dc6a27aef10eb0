"""Erasing from a case what the law demands: from the ledger, the vault, its second copy, and all that was computed."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from sijill.case import Case
from sijill.chain.keeping.opening import copy_of, open_ledger, vault_of
from sijill.store.keeping.erasure import PENDING, Erased, erase, pending
from sijill.store.ledger import Ledger


def erase_from(case: Case, ids: Sequence[str], *, by: str, because: str) -> Erased:
    """Erase documents and decisions. Raises NothingToErase, NoGround.

    What it does not reach: releases and proofs that were made, backups, blocks of a disk that were freed.
    """
    with open_ledger(case) as ledger:
        finish(case, ledger)
        with ledger.change(ledger.account(by)) as change:
            erased = erase(change, ids, because=because)
        finish(case, ledger)
        ledger.seal()
        ledger.forget_freed()
    for folder in (case.derived, case.folder / "published" / "internal"):
        shutil.rmtree(folder, ignore_errors=True)
    return erased


def finish(case: Case, ledger: Ledger) -> None:
    """Remove the originals that the ledger has let go of: now, or where an erasure was cut short."""
    with ledger.reading() as connection:
        waiting = pending(connection)
    for digest in waiting:
        for vault in (vault_of(case), copy_of(case)):
            if vault is not None:
                vault.remove(digest)
        ledger.desk.drop(PENDING, digest)


def releases_of(case: Case) -> list[Path]:
    """Folders of releases, which an erasure does not reach."""
    folder = case.folder / "published"
    return sorted(each for each in folder.iterdir() if each.is_dir()) if folder.is_dir() else []
