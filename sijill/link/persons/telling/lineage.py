"""How persons came to be those that they are: which became part of which, since when, and by whose word.

Computed from the ledger alone, so that it is the same after `derived/` is deleted: a record that came later founded an
id of its own until it was joined; since then that id leads to the older one. A judgement `different` on a pair that
the weights would join is a split, with the decision.
"""

from collections.abc import Iterator, Mapping, Sequence

from sijill.link.persons.persons import person_id
from sijill.link.persons.verdicts import Verdicts
from sijill.model.decision import Decision, DecisionId, Verdict
from sijill.model.document import DocumentId
from sijill.model.person import Likeness, PersonChange, PersonId, RecordId, VictimRecord, What


def lineage(
    members: Mapping[PersonId, Sequence[VictimRecord]],
    likenesses: Sequence[Likeness],
    said: Verdicts,
    decisions: Mapping[DecisionId, Decision],
    captured: Mapping[DocumentId, str],
) -> list[PersonChange]:
    """Merges and splits in order of time. members: records of each person in ledger order, its founder first."""
    home = {record.id: person for person, records in members.items() for record in records}
    return sorted(
        [
            *_merges(members, likenesses, said, decisions, captured),
            *_splits(home, likenesses, said, decisions),
        ],
        key=lambda each: (each.at, each.person, each.was),
    )


def _merges(
    members: Mapping[PersonId, Sequence[VictimRecord]],
    likenesses: Sequence[Likeness],
    said: Verdicts,
    decisions: Mapping[DecisionId, Decision],
    captured: Mapping[DocumentId, str],
) -> Iterator[PersonChange]:
    """A record that a judgement joins to another of its person is there by that word; every other by its weights."""
    word = {
        record: said.by[pair] for pair, verdict in said.standing.items() if verdict is Verdict.SAME for record in pair
    }
    odds: dict[RecordId, float] = {}
    for each in likenesses:
        if each.together and each.judged is None:
            for end in (each.left, each.right):
                odds[end] = max(odds.get(end, each.odds), each.odds)
    for person, records in members.items():
        inside = {record.id for record in records}
        for record in records[1:]:
            decision = word.get(record.id)
            if decision is not None and not inside.issuperset(decision_pair(decision, said)):
                decision = None
            told = decisions.get(decision) if decision is not None else None
            yield PersonChange(
                what=What.MERGED,
                person=person,
                was=person_id(record.id),
                at=told.at if told is not None else captured.get(record.row.document, ""),
                by=told.by if told is not None else None,
                decision=decision,
                because=told.because if told is not None else None,
                odds=None if told is not None else odds.get(record.id),
            )


def decision_pair(decision: DecisionId, said: Verdicts) -> tuple[RecordId, ...]:
    """The records that a judgement is on."""
    return next((pair for pair, by in said.by.items() if by == decision), ())


def _splits(
    home: Mapping[RecordId, PersonId],
    likenesses: Sequence[Likeness],
    said: Verdicts,
    decisions: Mapping[DecisionId, Decision],
) -> Iterator[PersonChange]:
    odds = {(min(each.left, each.right), max(each.left, each.right)): each.odds for each in likenesses}
    for pair, verdict in said.standing.items():
        one, other = (home.get(record) for record in pair)
        told = decisions.get(said.by[pair])
        if verdict is not Verdict.DIFFERENT or told is None or None in (one, other) or one == other:
            continue
        if odds.get(pair, 0.0) > 0:
            yield PersonChange(
                what=What.SPLIT,
                person=one,  # type: ignore[arg-type]
                was=other,  # type: ignore[arg-type]
                at=told.at,
                by=told.by,
                decision=told.id,
                because=told.because,
                odds=odds[pair],
            )
