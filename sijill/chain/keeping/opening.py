"""What a case rests in, opened: its ledger wherever case.toml says it is, its vault, its derived tables."""

import os

from sijill.case import Case
from sijill.chain.derived import Derived
from sijill.store.connection import SQLiteFile
from sijill.store.ledger import Home, Ledger
from sijill.store.locked.keys import DERIVED, LEDGER, derived
from sijill.store.locked.originals import Lock
from sijill.store.postgres import PostgresDatabase
from sijill.store.tables import Tables
from sijill.store.vault import Vault


def home_of(case: Case) -> Home:
    """Where the ledger is."""
    if case.safekeeping.address is not None:
        return PostgresDatabase(address=case.safekeeping.address)
    return SQLiteFile(path=case.ledger, key=ledger_key(case))


def ledger_key(case: Case) -> bytes | None:
    """What the ledger of an encrypted case opens with."""
    return None if case.key is None else derived(case.key, LEDGER)


def open_ledger(case: Case) -> Ledger:
    """The ledger of a case, a context manager. Raises what Ledger.open raises."""
    return Ledger.open(home_of(case), vault=vault_of(case), settings=case.settings)


def begin_ledger(case: Case) -> Ledger:
    """The ledger of a new case. Raises LedgerExists, NoServer."""
    return Ledger.create(home_of(case), vault=vault_of(case), settings=case.settings)


def vault_of(case: Case) -> Vault:
    """The originals of a case."""
    return Vault(case.vault, None if case.key is None else Lock.of(case.key, os.urandom))


def copy_of(case: Case) -> Vault | None:
    """The second copy of the originals, where case.toml names a folder for it."""
    folder = case.safekeeping.copy
    return None if folder is None else Vault(folder, None if case.key is None else Lock.of(case.key, os.urandom))


def derived_of(case: Case) -> Derived:
    """What was computed of a case."""
    lock = None if case.key is None else derived(case.key, DERIVED)
    return Derived(Tables(case.derived, lock=lock))
