"""The whole of a case checked: log, checkpoints, rows, originals, and every figure down to its words."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError

from sijill.case import Case
from sijill.chain.keeping.figures import check_figures
from sijill.chain.keeping.opening import open_ledger, vault_of
from sijill.chain.register import Register
from sijill.model.document import Digest
from sijill.store import captures, schema
from sijill.store.audit.fault import Faults
from sijill.store.audit.logged import Log, check_log
from sijill.store.audit.originals import check_originals
from sijill.store.audit.stamped import check_stamps

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What was checked.

    log         of it and of the rows beside it         originals   in the vault, and how many of them are sound
    figures     bounds of findings and totals that lead to their words; None where nothing is computed
    claims      quotes that were compared with the texts
    files       of releases that were compared with what was logged of them
    """

    log: Log
    originals: int
    sound: int
    figures: int | None
    claims: int
    files: int

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
    with open_ledger(case) as ledger, ledger.reading() as connection:
        try:
            progress("log", 0, 1)
            log = check_log(connection, against=against)
            log.stamps = check_stamps(connection, log.faults, roots=roots)
            cited = captures.cited(connection)
            files = _released(case, _issued(connection), log.faults)
            progress("log", 1, 1)
        except DatabaseError as fault:
            log = Log()
            log.faults.tampered("ledger_unreadable", "the ledger", str(fault.orig)[:80])
            return Audit(log=log, originals=0, sound=0, figures=None, claims=0, files=0)
    sound = check_originals(
        vault_of(case), cited, log.faults, progress=lambda done, of: progress("originals", done, of)
    )
    register = Register(case)
    figures, claims = check_figures(register, {Digest(each) for each in sound}, log.faults)
    return Audit(log=log, originals=len(cited), sound=len(sound), figures=figures, claims=claims, files=files)


def _released(case: Case, issued: Sequence[str], faults: Faults) -> int:
    """The files of releases that lie in published/, against the digests in their manifests, and those against the log.

    issued   digests of manifests that the ledger knows of
    """
    checked = 0
    for path in sorted((case.folder / "published").glob("*/manifest.json")):
        folder, where = path.parent, f"published/{path.parent.name}"
        checked += 1
        if sha256(path.read_bytes()).hexdigest() not in issued:
            faults.tampered("published_changed", f"{where}/{path.name}")
            continue
        for name, told in json.loads(path.read_bytes())["files"].items():
            checked += 1
            if not (folder / name).is_file():
                faults.incomplete("published_missing", f"{where}/{name}")
            elif sha256((folder / name).read_bytes()).hexdigest() != told["sha256"]:
                faults.tampered("published_changed", f"{where}/{name}")
    return checked


def _issued(connection: Connection) -> list[str]:
    table = schema.decisions
    values = connection.execute(select(table.c.value).where(table.c.kind == "release")).scalars()
    return [json.loads(each)["manifest"] for each in values]
