"""Originals that an add left in the vault and did not come to record: found once, and in the record from then on."""

from sijill.model.document import Digest, Quarantined
from sijill.store.keeping.erasure import PENDING
from sijill.store.ledger import Ledger
from sijill.store.vault import Vault

MEANS = "found in the vault"
CUT_SHORT = "add_cut_short"
SEEN = "in the vault and in no record: an add was cut short; the same file added again is read"
SHORT = 12
"""Digits of a SHA-256 that stand for a name which nobody wrote down."""


def adopt(ledger: Ledger, vault: Vault, *, by: str) -> tuple[Digest, ...]:
    """Put originals without a record into quarantine, remove what was never finished, and return the former.

    by   the account that adds
    """
    for forgotten in ledger.desk.all(PENDING):  # an erasure was cut short: what it let go of is not found again
        vault.remove(Digest(forgotten))
    orphans = tuple(map(Digest, vault.sweep(ledger.cited()).orphans))
    rows = [
        Quarantined(digest=each, name=f"original {each[:SHORT]}", locator="", reason=CUT_SHORT, seen=SEEN)
        for each in orphans
    ]
    if rows:
        ledger.capture([], rows, by=by, means=MEANS)
    return orphans
