"""The whole of a case checked: log, checkpoints, rows, originals, and every figure down to its words."""

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from sqlalchemy.exc import DatabaseError

from sijill.case import Case
from sijill.chain.keeping.figures import check_figures
from sijill.chain.keeping.opening import home_of, open_ledger, vault_of
from sijill.chain.keeping.pages import check_pages
from sijill.chain.keeping.released import Released, check_releases
from sijill.chain.register import Register
from sijill.model.document import Digest
from sijill.store import captures
from sijill.store.audit.fault import Faults, Kind
from sijill.store.audit.logged import Log, check_log
from sijill.store.audit.originals import check_originals
from sijill.store.audit.side_by_side import Opened
from sijill.store.audit.stamped import check_stamps
from sijill.store.audit.stretch import MALFORMED
from sijill.store.ledger import Ledger

Progress = Callable[[str, int, int], None]


@dataclass(slots=True, kw_only=True)
class Audit:
    """What was checked.

    log         of it and of the rows beside it         originals   in the vault, and how many of them are sound
    figures     bounds of findings and totals that lead to their words; None where nothing is computed
    claims      quotes that were compared with the texts
    pages       in the house that were drawn again; none where the record itself was tampered with
    released    files, quotes and bounds of releases
    """

    log: Log
    originals: int = 0
    sound: int = 0
    figures: int | None = None
    claims: int = 0
    pages: int = 0
    released: Released = field(default_factory=Released)

    @property
    def faults(self) -> Faults:
        """All that is wrong."""
        return self.log.faults


def audit(
    case: Case, *, progress: Progress, against: Sequence[tuple[int, bytes]] = (), roots: bytes | None = None
) -> Audit:
    """Check everything; nothing is written.

    against   sizes and heads of checkpoints that others hold
    roots     certificates (PEM) of trusted time-stamping authorities
    """
    with open_ledger(case) as ledger:
        try:
            with ledger.reading() as connection:
                progress("log", 0, 1)
                log = check_log(connection, against=against, again=_again(case))
                log.stamps = check_stamps(connection, log.faults, roots=roots)
                cited = captures.cited(connection)
                progress("log", 1, 1)
        except DatabaseError as fault:
            return _unreadable(fault)
        result = Audit(log=log)
        result.originals = len(cited)
        try:
            _figures(case, ledger, result, cited, progress)
        except (DatabaseError, *MALFORMED) as fault:
            if log.faults.worst is None and not isinstance(fault, DatabaseError):
                raise
            log.faults.tampered("ledger_unreadable", "the ledger", str(getattr(fault, "orig", fault))[:80])
    return result


def _figures(case: Case, ledger: Ledger, result: Audit, cited: Collection[Digest], progress: Progress) -> None:
    """What rests on the log: originals, figures, pages, releases."""
    faults = result.faults
    intact = check_originals(vault_of(case), cited, faults, progress=lambda done, of: progress("originals", done, of))
    sound = {Digest(each) for each in intact}
    result.sound = len(sound)
    register = Register(case)
    result.figures, result.claims = check_figures(register, sound, faults)
    if result.figures is not None and faults.worst is not Kind.TAMPERED:
        result.pages = _pages(case, register, ledger, result.log, progress)
    result.released = check_releases(case, ledger, sound, faults)


def _again(case: Case) -> Opened:
    return Opened(place=home_of(case), jobs=os.cpu_count() or 1)


def _unreadable(fault: DatabaseError) -> Audit:
    log = Log()
    log.faults.tampered("ledger_unreadable", "the ledger", str(fault.orig)[:80])
    return Audit(log=log)


def _pages(case: Case, register: Register, ledger: Ledger, log: Log, progress: Progress) -> int:
    return check_pages(
        case,
        register,
        ledger,
        root=log.root,
        faults=log.faults,
        progress=lambda done, of: progress("pages", done, of),
    )
