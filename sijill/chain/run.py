"""The steps in order: extract, resolve, link, assess, estimate, publish.

What is computed depends only on what was captured and what people decided. Every result rests under the key of what it
was made from, so that only what changed is done again, and derived/ may be deleted at any time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sijill.capture.walk import on_one_line
from sijill.case import Case
from sijill.chain.answering import dated, in_force
from sijill.chain.derived import DOUBTS, ESTIMATES, Derived
from sijill.chain.estimates.keeping import keep_estimates
from sijill.chain.estimates.nouns import Each
from sijill.chain.findings.assessing import Assessed, assess_events
from sijill.chain.finished import Finished, mark_finished, read_finished
from sijill.chain.keeping.opening import derived_of, open_ledger, vault_of
from sijill.chain.knowledge import Known, changed_rows, know
from sijill.chain.linking import link_claims
from sijill.chain.persons.assembling import Persons, keep_persons
from sijill.chain.persons.growing import Begin
from sijill.chain.publishing.drawing import draw_pages
from sijill.chain.reading import Block, Progress, read_documents, unread
from sijill.chain.resolving import Resolved, resolve_documents, shared_names
from sijill.chain.versions import digest, version_of
from sijill.link.events import Linked
from sijill.link.persons.verdicts import of_persons
from sijill.model.decision import Decision, Doubt, Reason, Step, doubt
from sijill.model.document import Document, State
from sijill.model.estimate import Estimate
from sijill.model.exchange import to_json
from sijill.store.engines.duck import DuckEngine
from sijill.store.ledger import Ledger

STEPS = ("extract", "resolve", "link", "assess", "estimate", "publish")
PARTS = ("case.py", "capture/lists", "chain", "language", "model", "packs", "store", *STEPS)
PAGES = "published/internal"
Engines = tuple[Begin, Each | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What there is now, and what was done again, each by its name.

    refused   findings that did not get a page
    pages     the page to begin with; None in an encrypted case: pages would lie open on the disk
    """

    counts: Mapping[str, int]
    redone: Mapping[str, int]
    refused: int
    pages: Path | None


def run_chain(
    case: Case,
    *,
    by: str,
    at: str,
    progress: Progress,
    jobs: int | None = None,
    again_from: str | None = None,
    begin: Begin = DuckEngine,
    each: Each | None = None,
) -> Outcome:
    """Bring the register up to date.

    by, at      name of the account that runs it, and the time (UTC, ISO 8601): of decisions taken over from hand/
    jobs        processes that read documents and fit tables; one a core if None
    again_from  do this step and all after it again, whatever rests already
    begin       the engine that compares records: every one gives the same
    each        what spreads the tables of an estimate, in place of processes: the same again
    raises      NoLedger, NotALedger, UnknownPack, BadColumns, BadRow, NoSuchPolicy, WrongValue
    """
    with open_ledger(case) as ledger:
        take_hand(case, ledger, by=by, at=at)
        key = key_of(case, ledger.root())
        before = read_finished(case.derived, case.folder / PAGES) if again_from is None else None
        if before is not None and before.key == key:
            return _outcome(case, before, dict.fromkeys(before.redone, 0))
        done = _steps(case, ledger, jobs=jobs, again_from=again_from, progress=progress, engines=(begin, each))
        mark_finished(case.derived, case.folder / PAGES, replace(done, key=key))
        return _outcome(case, done, done.redone)


def up_to_date(case: Case, ledger: Ledger) -> bool:
    """Is what rests all that a run over the record as it is now would make?"""
    done = read_finished(case.derived, case.folder / PAGES)
    return done is not None and done.key == key_of(case, ledger.root())


def key_of(case: Case, root: bytes) -> str:
    """Of all that a run is made from: Sijill itself, the settings, and the record up to this head of its log."""
    return digest(version_of(*PARTS), case.settings.decode(), root.hex())


def _steps(
    case: Case, ledger: Ledger, *, jobs: int | None, again_from: str | None, progress: Progress, engines: Engines
) -> Finished:
    documents, decisions, quarantined = *decided(ledger), ledger.quarantined()
    known, derived, (begin, each) = know(case, decisions), derived_of(case), engines
    _forget(derived, again_from)
    blocks, read = read_documents(documents, ledger, derived, known.vocabulary, jobs=jobs, progress=progress)
    resolved, resolved_again = resolve_documents(
        documents, blocks, ledger, known=known, decisions=decisions, derived=derived, progress=progress
    )
    with _step("link", progress):
        linked, compared, persons = _link(case, blocks, resolved, known, at=(ledger, decisions, derived), begin=begin)
    waiting = unread(documents, {each.document for each in resolved.claims.values()})
    with _step("assess", progress):
        assessed = assess_events(
            linked,
            resolved,
            case=case,
            known=known,
            unread=waiting,
            backlog=len(waiting) + len(quarantined),
            decisions=decisions,
            derived=derived,
        )
    with _step("estimate", progress):
        estimated = keep_estimates(case.estimating, resolved, derived, parties=known.parties, jobs=jobs, each=each)
    asked = [*ledger.doubts(), *undated(documents), *persons.doubts, *estimated.doubts]
    doubts = _keep_doubts(_doubts(asked, resolved, linked, assessed), derived)
    with _step("publish", progress):
        pages = draw_pages(
            case.folder / PAGES,
            case,
            resolved,
            linked,
            assessed,
            known=known,
            doubts=doubts,
            unread=waiting,
            quarantined=quarantined,
            estimates=derived.load(Estimate, ESTIMATES) or (),
            ledger=ledger,
            derived=derived,
        )
    counts = {"persons": persons.persons, "estimates": estimated.estimates}
    return Finished(
        key="",
        counts=_counts(documents, resolved, linked, assessed, doubts) | counts,
        redone={
            "documents read": read,
            "documents resolved": resolved_again,
            "claims linked": compared,
            "records linked": persons.compared,
            "events assessed": len(assessed.again),
            "estimates made": estimated.made,
            "pages written": len(pages.written) + len(pages.removed),
        },
        refused=len(pages.refused),
        files={},
    )


def decided(ledger: Ledger) -> tuple[list[Document], list[Decision]]:
    """The documents and decisions as the steps take them."""
    decisions = in_force(ledger.decisions())
    return dated(ledger.documents(), decisions), decisions


def _link(
    case: Case,
    blocks: Sequence[Block],
    resolved: Resolved,
    known: Known,
    *,
    at: tuple[Ledger, Sequence[Decision], Derived],
    begin: Begin,
) -> tuple[Linked, int, Persons]:
    """Claims to events, how many were compared for them, and records to persons."""
    ledger, decisions, derived = at
    linked, compared = link_claims(
        list(resolved.claims.values()),
        claims_key=resolved.key,
        documents=resolved.documents,
        places=known.places,
        decisions=[each for each in decisions if not of_persons(each)],
        named=lambda: shared_names(resolved.documents, ledger, known),
        derived=derived,
    )
    persons = keep_persons(
        blocks,
        resolved,
        linked.events,
        places=known.places,
        parties=known.parties,
        decisions=decisions,
        vault=vault_of(case),
        derived=derived,
        begin=begin,
    )
    return linked, compared, persons


def undated(documents: Iterable[Document]) -> list[Doubt]:
    """One question for each document that does not say when it was published. Never today's date."""
    return [
        doubt(
            Step.CAPTURE,
            Reason(code="no_publication_date", values={"name": on_one_line(each.title or each.name)}),
            (each.id,),
        )
        for each in documents
        if each.published is None and each.state is State.OK
    ]


def _keep_doubts(doubts: list[Doubt], derived: Derived) -> list[Doubt]:
    derived.save(Doubt, DOUBTS, digest(to_json(doubts)), doubts)
    return doubts


def _doubts(captured: Iterable[Doubt], resolved: Resolved, linked: Linked, assessed: Assessed) -> list[Doubt]:
    """Those of all steps, each once; most persons of a published figure first, then in the order of the chain."""
    at_stake = _at_stake(resolved, assessed)
    once = {each.id: each for each in (*captured, *resolved.doubts, *linked.doubts, *assessed.doubts)}
    weighed = [
        each
        if each.matters
        else replace(each, matters=max((at_stake.get(about, 0) for about in each.about), default=0))
        for each in once.values()
    ]
    steps = list(Step)
    return sorted(weighed, key=lambda each: (-each.matters, steps.index(each.step), each.id))


def _at_stake(resolved: Resolved, assessed: Assessed) -> dict[str, int]:
    """Persons of the largest figure that a claim, its document or its event has part in."""
    stake: dict[str, int] = {}
    for finding in assessed.findings:
        bounds = [n for toll in finding.tolls.values() for n in (toll.low, toll.high) if n is not None]
        most = max(bounds, default=0)
        for about in (finding.id, *finding.claims, *finding.documents):
            stake[about] = max(stake.get(about, 0), most)
    return stake


def _counts(
    documents: Sequence[Document], resolved: Resolved, linked: Linked, assessed: Assessed, doubts: Sequence[Doubt]
) -> dict[str, int]:
    return {
        "documents": len(documents),
        "claims": len(resolved.claims),
        "events": len(assessed.findings),
        "situations": len(linked.situations),
        "contradictions": sum(len(each.contradictions) for each in assessed.findings),
        "doubts": len(doubts),
    }


def take_hand(case: Case, ledger: Ledger, *, by: str, at: str) -> None:
    """Every row of hand/ that is new, changed or gone becomes a decision."""
    decisions = ledger.decisions()
    account = ledger.account(by)
    for decision, before in changed_rows(case, decisions, by=account, at=at):
        ledger.decide(decision, seen=before)


def _forget(derived: Derived, again_from: str | None) -> None:
    """Remove the results of a step and of all after it."""
    for step in STEPS[STEPS.index(again_from) :] if again_from else ():
        derived.keep_only(step, ())


@contextmanager
def _step(name: str, progress: Progress) -> Iterator[None]:
    progress(name, 0, 1)
    yield
    progress(name, 1, 1)


def _outcome(case: Case, done: Finished, redone: Mapping[str, int]) -> Outcome:
    pages = None if case.key is not None else case.folder / PAGES / "index.html"
    return Outcome(counts=done.counts, redone=redone, refused=done.refused, pages=pages)
