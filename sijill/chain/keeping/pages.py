"""The pages in the house, drawn once more from the register and compared byte for byte.

Where they are the same, every figure on them is one of the register's, which are followed to their words.
"""

import json
from collections.abc import Callable
from dataclasses import replace

from sijill.case import Case
from sijill.chain.finished import MARK
from sijill.chain.publishing.house import house_of
from sijill.chain.register import Register
from sijill.chain.run import PAGES, key_of
from sijill.publish.gate import LIST
from sijill.publish.pages import pages_of, sound_only
from sijill.store.audit.fault import Faults
from sijill.store.ledger import Ledger


def check_pages(
    case: Case, register: Register, ledger: Ledger, *, root: bytes, faults: Faults, progress: Callable[[int, int], None]
) -> int:
    """How many were compared. Of an encrypted case none are drawn, and before the first run there are none.

    root   head of the log: where it is no longer that of the last run, a page can be older than the record
    """
    folder = case.folder / PAGES
    there = {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()} - {LIST}
    if case.key is not None or not there:
        return 0
    told = faults.tampered if _ran_over(case) == key_of(case, root) else faults.incomplete
    material, refused = sound_only(
        replace(
            house_of(register, ledger), persons=(), overlaps=(), quarantined=ledger.quarantined(), links=register.links
        )
    )
    wanted = 0
    for name, page in pages_of(material, refused):
        wanted += 1
        if name not in there:
            told("page_missing", f"{PAGES}/{name}")
        elif (folder / name).read_bytes() != page:
            told("page_unlike_the_register", f"{PAGES}/{name}")
        there.discard(name)
        progress(wanted, wanted + len(there))
    for name in sorted(there):
        told("page_of_nothing", f"{PAGES}/{name}")
    return wanted


def _ran_over(case: Case) -> str | None:
    """The key of what the last run was made from; None where it did not come to its end."""
    path = case.derived / MARK
    try:
        return str(json.loads(path.read_bytes())["key"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
