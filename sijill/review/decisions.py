"""What can be done at the desk. An action appends one decision - who, what, when, why - and the chain runs again.

No framework here, and nothing is changed but the ledger (and the tables of hand/, which are written again from it).
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sijill.chain.answering import new_decision
from sijill.errors import SijillError
from sijill.model.claim import Claim
from sijill.model.decision import Decision, DecisionId, Verdict
from sijill.model.exchange import from_plain, to_json, to_plain
from sijill.model.finding import EventStatus, Finding
from sijill.model.person import Person
from sijill.resolve.answered import CLAIM, CORRECTABLE, MISSED
from sijill.review.accounts import Account, Permission
from sijill.review.journal import TAKEN_BACK, Journal
from sijill.review.view import View
from sijill.store.ledger import Ledger

COMMENT, ASSIGNMENT, STATUS, LINK = "comment", "assignment", "status", "link"
WORKFLOW: dict[EventStatus, tuple[EventStatus, ...]] = {
    EventStatus.MACHINE: (EventStatus.IN_REVIEW, EventStatus.UNFOUNDED),
    EventStatus.IN_REVIEW: (EventStatus.PEER_REVIEW, EventStatus.MACHINE, EventStatus.UNFOUNDED),
    EventStatus.PEER_REVIEW: (EventStatus.REVIEWED, EventStatus.IN_REVIEW, EventStatus.UNFOUNDED),
    EventStatus.REVIEWED: (EventStatus.FINAL, EventStatus.IN_REVIEW, EventStatus.UNFOUNDED),
    EventStatus.FINAL: (EventStatus.IN_REVIEW,),
    EventStatus.UNFOUNDED: (EventStatus.IN_REVIEW,),
}
"""From each state of an event to those that may follow it."""
SECOND_PERSON = (EventStatus.REVIEWED, EventStatus.FINAL)
"""States that somebody else must give: nobody reviews their own work."""


class OwnWork(SijillError):
    """Somebody reviewing what they decided themselves."""

    def __init__(self, *, status: EventStatus) -> None:
        super().__init__(f"you decided on this event yourself: somebody else must set it to {status}")
        self.status = status


class NoSuchStep(SijillError):
    """A state that does not follow the one an event is in."""

    def __init__(self, *, seen: EventStatus, wanted: EventStatus) -> None:
        may = ", ".join(WORKFLOW[seen])
        super().__init__(f"an event that is {seen} cannot become {wanted}; it can become {may}")
        self.seen, self.wanted = seen, wanted


class NotAField(SijillError):
    """A correction of something that is no field of a claim."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(f"a claim has no field {seen[:40]!r}; it has {', '.join(CORRECTABLE)}")
        self.seen = seen


class NothingToTakeBack(SijillError):
    """Undo without anything that this person decided."""

    def __init__(self) -> None:
        super().__init__("there is nothing left to take back of what you decided here")


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who decides, and the clock by which it is said when."""

    account: Account
    now: Callable[[], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What is decided on, and the decision that whoever decides has seen on it; None: nothing was decided."""

    kind: str
    about: tuple[str, ...]
    seen: str | None


def decide(ledger: Ledger, matter: Matter, value: str, *, author: Author, because: str) -> Decision:
    """Append one decision. Raises NotPermitted, MissingReason, DecisionConflict with both."""
    author.account.must(Permission.DECIDE)
    return append(ledger, matter, value, author=author, because=because)


def append(ledger: Ledger, matter: Matter, value: str, *, author: Author, because: str) -> Decision:
    """The same for actions that asked for another permission."""
    return append_all(ledger, [(matter, value)], author=author, because=because)[0]


def append_all(
    ledger: Ledger, matters: Sequence[tuple[Matter, str]], *, author: Author, because: str
) -> list[Decision]:
    """Several at once, or none of them."""
    moment = author.now()
    made = [
        Decision(
            id=new_decision(),
            kind=matter.kind,
            about=matter.about,
            value=value,
            by=author.account.code,
            at=moment,
            because=because.strip(),
        )
        for matter, value in matters
    ]
    ledger.decide_all(
        [
            (each, DecisionId(matter.seen) if matter.seen else None)
            for each, (matter, _) in zip(made, matters, strict=True)
        ]
    )
    return made


def take_back(ledger: Ledger, journal: Journal, decision: Decision, *, author: Author, because: str) -> Decision:
    """Put back what was decided on the matter before; where nothing was, take everything back."""
    on_matter = [each for each in journal.on(*decision.about) if (each.kind, each.about) == _matter(decision)]
    earlier = on_matter[: on_matter.index(decision)]
    matter = Matter(kind=decision.kind, about=decision.about, seen=on_matter[-1].id)
    return decide(ledger, matter, earlier[-1].value if earlier else TAKEN_BACK, author=author, because=because)


def correct(
    ledger: Ledger, journal: Journal, claim: Claim, field: str, value: object, *, author: Author, because: str,
    seen: str | None,
) -> Decision:  # fmt: skip
    """Answer one field of a claim. Raises NotAField, NotThisRecord for a value that is none of it.

    claim   as it stands; the claim as it was read stays as it is
    """
    if field not in CORRECTABLE:
        raise NotAField(seen=field)
    plain = to_plain(from_plain(CORRECTABLE[field], value, field))
    first = journal.last(CLAIM, (claim.id, field))
    where = (
        {name: json.loads(first.value)[name] for name in ("document", "span", "harm")}
        if first is not None and first.value != TAKEN_BACK
        else {"document": claim.document, "span": list(claim.span), "harm": claim.harm.value}
    )
    said = json.dumps({**where, "value": plain}, ensure_ascii=False)
    return decide(ledger, Matter(kind=CLAIM, about=(claim.id, field), seen=seen), said, author=author, because=because)


def add_missed(ledger: Ledger, claim: Claim, *, author: Author, because: str, seen: str | None) -> Decision:
    """A claim that reading missed, marked in its document."""
    about = (claim.document, f"{claim.span[0]}-{claim.span[1]}", claim.harm.value)
    matter = Matter(kind=MISSED, about=about, seen=seen)
    return decide(ledger, matter, to_json(claim), author=author, because=because)


def judge(
    ledger: Ledger, view: View, pair: Sequence[str], verdict: Verdict, *, author: Author, because: str, seen: str | None
) -> Decision:
    """Two claims or two events: the same, different, or unsure."""
    about = tuple(sorted(pair))
    matter = Matter(kind=LINK, about=about, seen=seen)
    return decide(ledger, matter, link_value(view, about, verdict), author=author, because=because)


def link_value(view: View, about: Iterable[str], verdict: Verdict) -> str:
    """With the places of claims in their documents, so that a judgement finds them again after a better reading."""
    ids = list(about)
    if not all(each in view.claims for each in ids):
        return json.dumps(verdict)
    places = [
        {"document": each.document, "span": list(each.span), "harm": each.harm.value}
        for each in (view.claims[id_] for id_ in ids)
    ]
    return json.dumps({"verdict": verdict, "found_at": places})


def split(
    ledger: Ledger, view: View, journal: Journal, event: Finding, apart: Sequence[str], *, author: Author, because: str
) -> list[Decision]:
    """Take claims out of an event into one of their own: each different from every claim that stays, and one to the
    next the same."""
    leaving = [each for each in event.claims if each in apart]
    staying = [each for each in event.claims if each not in apart]
    pairs = [(left, right, Verdict.DIFFERENT) for left in leaving for right in staying]
    pairs += [(left, right, Verdict.SAME) for left, right in pairwise(leaving)]
    return _judge_all(ledger, view, journal, pairs, author=author, because=because)


def move(
    ledger: Ledger, view: View, journal: Journal, claim: str, events: tuple[Finding, Finding], *, author: Author,
    because: str,
) -> list[Decision]:  # fmt: skip
    """One claim from an event to another."""
    source, target = events
    pairs = [(claim, each, Verdict.DIFFERENT) for each in source.claims if each != claim]
    return _judge_all(
        ledger, view, journal, [*pairs, (claim, target.claims[0], Verdict.SAME)], author=author, because=because
    )


def split_person(
    ledger: Ledger, view: View, journal: Journal, person: Person, apart: Sequence[str], *, author: Author,
    because: str, into: Person | None = None,
) -> list[Decision]:  # fmt: skip
    """Take records out of a person, into one of their own or into another: each different from every record that stays.
    Those that leave are the same as each other, and those that stay: what held them together may have been who leaves.
    """
    records = [each.id for each in view.records_of[person.id]]
    leaving, staying = [each for each in records if each in apart], [each for each in records if each not in apart]
    pairs: list[tuple[str, str, Verdict]] = [(left, right, Verdict.DIFFERENT) for left in leaving for right in staying]
    pairs += [(left, right, Verdict.SAME) for some in (leaving, staying) for left, right in pairwise(some)]
    if into is not None:
        pairs.append((leaving[0], view.records_of[into.id][0].id, Verdict.SAME))
    return _judge_all(ledger, view, journal, pairs, author=author, because=because)


def _judge_all(
    ledger: Ledger, view: View, journal: Journal, pairs: Iterable[tuple[str, str, Verdict]], *, author: Author,
    because: str,
) -> list[Decision]:  # fmt: skip
    author.account.must(Permission.DECIDE)
    matters = {}
    for left, right, verdict in pairs:
        about = tuple(sorted((left, right)))
        last = journal.last(LINK, about)
        matter = Matter(kind=LINK, about=about, seen=last.id if last is not None else None)
        matters[about] = (matter, link_value(view, about, verdict))
    return append_all(ledger, list(matters.values()), author=author, because=because)


def set_status(
    ledger: Ledger, journal: Journal, event: Finding, status: EventStatus, *, author: Author, because: str,
    seen: str | None,
) -> Decision:  # fmt: skip
    """One step of the workflow, with the claims that were looked at. Raises NoSuchStep, OwnWork, NotPermitted."""
    if status not in WORKFLOW[event.status]:
        raise NoSuchStep(seen=event.status, wanted=status)
    needed = {EventStatus.REVIEWED: Permission.REVIEW, EventStatus.FINAL: Permission.FINISH}
    author.account.must(needed.get(status, Permission.DECIDE))
    if status in SECOND_PERSON and author.account.code in worked_on(journal, event):
        raise OwnWork(status=status)
    value = json.dumps({"status": status, "claims": sorted(event.claims)})
    return append(ledger, Matter(kind=STATUS, about=(event.id,), seen=seen), value, author=author, because=because)


def worked_on(journal: Journal, event: Finding) -> set[str]:
    """Everybody who decided something on an event or one of its claims since it was last put in review."""
    mine = journal.on(event.id, *event.claims, *event.documents)
    return {
        each.by
        for each in mine
        if each.kind in (LINK, CLAIM, MISSED, "date")
        or (each.kind == STATUS and _status_of(each.value) not in SECOND_PERSON)
    }


def _status_of(value: str) -> str | None:
    said = json.loads(value)
    return said.get("status") if isinstance(said, dict) else said


def _matter(decision: Decision) -> tuple[str, tuple[str, ...]]:
    return decision.kind, decision.about
