"""Many reviewers at once: each decides again and again on a few matters, and none overwrites what it has not seen."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.record.invented import decision
from sijill.store.audit.logged import check_log
from sijill.store.decisions import DecisionConflict
from sijill.store.ledger import Home, Ledger
from sijill.store.vault import Vault

MATTERS = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """wanted: writers times decisions; there: those in the ledger; conflicts: how often one had to look again."""

    wanted: int
    there: int
    conflicts: int
    faults: int

    @property
    def lost(self) -> int:
        return self.wanted - self.there


def write(home: Path | Home, vault: Vault, *, writers: int, each: int) -> Written:
    """So many writers, each with its own connection, make so many decisions each. Creates the ledger."""
    Ledger.create(home, vault=vault).close()
    conflicts: list[int] = []
    broken: list[BaseException] = []
    start = threading.Barrier(writers)

    def review(writer: int) -> None:
        with Ledger.open(home, vault=vault) as ledger:
            start.wait()
            try:
                conflicts.append(sum(_decide(ledger, writer * each + turn) for turn in range(each)))
            except BaseException as fault:
                broken.append(fault)
                raise

    threads = [threading.Thread(target=review, args=(number,)) for number in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if broken:
        raise broken[0]
    with Ledger.open(home, vault=vault) as ledger:
        there = len({one.id for one in ledger.decisions()})
        histories: Sequence[int] = [len(ledger.history("place", (f"Velm {n}",))) for n in range(MATTERS)]
        with ledger.reading() as connection:
            faults = len(check_log(connection).faults.found)
    assert sum(histories) == there
    return Written(wanted=writers * each, there=there, conflicts=sum(conflicts), faults=faults)


def _decide(ledger: Ledger, number: int) -> int:
    """Decide, having seen the last one; look again as often as somebody was faster. How often that was."""
    about, missed = f"Velm {number % MATTERS}", 0
    while True:
        seen = ledger.history("place", (about,))
        try:
            ledger.decide(decision(number, about=about), seen=seen[-1].id if seen else None)
        except DecisionConflict:
            missed += 1
            continue
        return missed
