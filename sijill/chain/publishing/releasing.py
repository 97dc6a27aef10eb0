"""Making a release: from the register through the gate to a folder, and one record of it in the ledger.

The same register under the same rules is the same release, byte for byte: its number, its key and its day are read from
the record of it. Anything else is the next release, under a new key, with what it says otherwise than the last.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sijill.case import Case
from sijill.chain.keeping.opening import open_ledger
from sijill.chain.keeping.showing import release_proof
from sijill.chain.publishing.house import house_of
from sijill.chain.publishing.issuing import Randomness, decision_on, past_of, the_next, the_same_again
from sijill.chain.publishing.working import Work
from sijill.chain.register import Register
from sijill.errors import SijillError
from sijill.model.release import Profile
from sijill.model.release.issued import Issued
from sijill.publish.gate import Passed, Staged
from sijill.publish.material import Material
from sijill.publish.release.fates import FateCell
from sijill.publish.soundness import Refused


class NoSuchEvent(SijillError):
    """A dossier of an event that the register does not hold."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(f"no event has an id that begins with {seen[:40]!r}; `sijill show CASE events` lists them")


@dataclass(frozen=True, kw_only=True)
class Made:
    """What a release came to. again: the same as the last one, which was not made anew.

    hidden   numbers of people who may be alive that are not shown, with the reason
    """

    issued: Issued
    folder: Path
    passed: Passed
    refused: Sequence[Refused]
    hidden: Sequence[FateCell]
    again: bool


def make_release(
    case: Case,
    *,
    profile: Profile,
    to: Path,
    by: str,
    at: str,
    random: Randomness,
    dossiers: Sequence[str] | None = (),
    selection: bool = False,
    jobs: int | None = None,
) -> Made:
    """Write the release of a profile beside `to`, record it, and let it take that place whole.

    dossiers ids of events, or their beginnings, that get a PDF; None: every event
    selection one PDF more, with all of these events      jobs   processes that set PDFs; one a core if None
    by, at   name of the account that publishes, and when (UTC, ISO 8601)      random   bytes that nobody can guess
    raises   NotRun, NoLedger, NotOurs, DecisionConflict, NoSuchEvent, NoPress
    """
    register, rules = Register(case), case.rules(profile)
    with open_ledger(case) as ledger, Staged(to) as stage:
        house, past = house_of(register, ledger), past_of(ledger)
        work = Work(
            house=house,
            custody=register.custody,
            rules=rules,
            printed=_chosen(dossiers, house),
            selection=selection,
            languages=case.languages,
            jobs=jobs or os.cpu_count() or 1,
        )
        made_from = work.made_from(profile)
        draft = the_same_again(past, profile=profile, made_from=made_from, rules=rules)
        done = work.written(draft, stage) if draft is not None else None
        if draft is None or done is None or draft.issued.manifest != done.issued.manifest:
            root = ledger.root().hex()
            draft = the_next(past, profile=profile, made_from=made_from, rules=rules, at=at, root=root, random=random)
            stage.empty()
            done = work.written(draft, stage)
        recorded = draft.recorded
        if recorded is None:
            decision = decision_on(done.issued, by=ledger.account(by), after=draft.last)
            ledger.decide(decision, seen=draft.last)
            recorded = decision.id
        for name, content in release_proof(ledger, str(recorded), done.manifest).items():
            stage.write(name, content)
        passed = stage.take_place()
    again = draft.recorded is not None
    return Made(issued=done.issued, folder=to, passed=passed, refused=done.refused, hidden=done.hidden, again=again)


def _chosen(wanted: Sequence[str] | None, house: Material) -> frozenset[str]:
    """Ids of the house of the events that are named by these beginnings."""
    known = [str(each.id) for each in house.findings]
    if wanted is None:
        return frozenset(known)
    for each in wanted:
        if not any(event.startswith(each) for event in known):
            raise NoSuchEvent(seen=each)
    return frozenset(event for event in known if any(event.startswith(each) for each in wanted))
