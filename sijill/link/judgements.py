"""What analysts decided on pairs, as pairs of claims. A decision on an event speaks of its founding claim."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sijill.model.claim import ClaimId
from sijill.model.decision import Decision, Doubt, Reason, Step, Verdict, doubt
from sijill.model.event import EventId
from sijill.model.exchange import from_json

KIND = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgements:
    """Pairs of claims by verdict, the smaller id first; of two judgements on one pair the later stands."""

    same: tuple[tuple[ClaimId, ClaimId], ...]
    different: frozenset[tuple[ClaimId, ClaimId]]
    unsure: tuple[tuple[ClaimId, ClaimId], ...]
    doubts: tuple[Doubt, ...]


def event_id(founder: ClaimId) -> EventId:
    """The id of the event whose earliest claim in the ledger this is."""
    return EventId("evt_" + sha256(founder.encode()).hexdigest()[:20])


def situation_id(founder: ClaimId) -> EventId:
    """The id of the situation whose earliest claim in the ledger this is."""
    return EventId("sit_" + sha256(founder.encode()).hexdigest()[:20])


def judgements(decisions: Sequence[Decision], claims: Iterable[ClaimId]) -> Judgements:
    """Decisions of kind `link`, value "same", "different" or "unsure" as JSON, about two claims or two events."""
    mine = [each for each in decisions if each.kind == KIND]
    if not mine:
        return Judgements(same=(), different=frozenset(), unsure=(), doubts=())
    known: dict[str, ClaimId] = {}
    for claim in claims:
        known[claim] = known[event_id(claim)] = claim
    standing: dict[tuple[ClaimId, ClaimId], Verdict] = {}
    doubts = []
    for each in mine:
        found = sorted({known[about] for about in each.about if about in known})
        if len(found) != 2:
            doubts.append(_lost(each))
            continue
        pair = (found[0], found[1])
        standing.pop(pair, None)
        standing[pair] = from_json(Verdict, each.value)
    return Judgements(
        same=tuple(pair for pair, verdict in standing.items() if verdict is Verdict.SAME),
        different=frozenset(pair for pair, verdict in standing.items() if verdict is Verdict.DIFFERENT),
        unsure=tuple(pair for pair, verdict in standing.items() if verdict is Verdict.UNSURE),
        doubts=tuple(doubts),
    )


def _lost(decision: Decision) -> Doubt:
    question = Reason(code="decision_finds_no_pair", values={"decision": decision.id, "value": decision.value})
    return doubt(Step.LINK, question, decision.about)
