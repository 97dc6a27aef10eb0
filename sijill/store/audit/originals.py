"""Every original that a row rests on: is it in the vault, and does it still hash as recorded?"""

from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor

from sijill.model.document import Digest
from sijill.store.audit.fault import Faults
from sijill.store.vault import OriginalDamaged, OriginalMissing, Vault

THREADS = 2


def check_originals(
    vault: Vault, digests: Collection[Digest], faults: Faults, *, progress: Callable[[int, int], None]
) -> set[Digest]:
    """The digests of those that are sound. Hashing lets go of the interpreter, so two are read side by side."""
    sound: set[Digest] = set()
    with ThreadPoolExecutor(THREADS) as pool:
        for count, (digest, fault) in enumerate(pool.map(lambda each: (each, _fault(vault, each)), sorted(digests)), 1):
            if fault is None:
                sound.add(digest)
            elif isinstance(fault, OriginalMissing):
                faults.incomplete("original_missing", f"the original {digest}")
            else:
                faults.tampered("original_changed", f"the original {digest}", f"its digest is {fault.seen}")
            progress(count, len(digests))
    return sound


def _fault(vault: Vault, digest: Digest) -> OriginalMissing | OriginalDamaged | None:
    try:
        vault.open(digest).close()
    except (OriginalMissing, OriginalDamaged) as fault:
        return fault
    return None
