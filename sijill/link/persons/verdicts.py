"""What people judged of pairs of victim records: `same`, `different`, `unsure`. The last judgement on a pair stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sijill.link.persons.grouping import Judged
from sijill.model.decision import Decision, DecisionId, Doubt, Reason, Step, Verdict, doubt
from sijill.model.exchange import from_json
from sijill.model.person import RecordId

KIND = "link"
PREFIXES = ("rec_", "psn_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """By pair of records, the smaller id first; the decision behind each; doubts about those that find no pair."""

    standing: Mapping[tuple[RecordId, RecordId], Verdict]
    by: Mapping[tuple[RecordId, RecordId], DecisionId]
    doubts: tuple[Doubt, ...]

    def judged(self, row_of: Mapping[RecordId, int]) -> Judged:
        """As pairs of rows, the lower first."""
        rows = {
            verdict: frozenset(
                (min(row_of[a], row_of[b]), max(row_of[a], row_of[b]))
                for (a, b), said in self.standing.items()
                if said is verdict
            )
            for verdict in Verdict
        }
        return Judged(same=rows[Verdict.SAME], apart=rows[Verdict.DIFFERENT])


def of_persons(decision: Decision) -> bool:
    """Is it a judgement on records or persons (and not on claims or events)?"""
    return decision.kind == KIND and all(each.startswith(PREFIXES) for each in decision.about)


def verdicts(decisions: Iterable[Decision], records: Sequence[RecordId]) -> Verdicts:
    """A judgement on a person speaks of its founding record, whose id its own id is made of."""
    known = set(records)
    standing: dict[tuple[RecordId, RecordId], Verdict] = {}
    by: dict[tuple[RecordId, RecordId], DecisionId] = {}
    doubts = []
    for each in filter(of_persons, decisions):
        found = sorted({RecordId("rec_" + about[4:]) for about in each.about} & known)
        if len(found) != 2:
            question = Reason(code="judgement_finds_no_records", values={"decision": each.id, "value": each.value})
            doubts.append(doubt(Step.LINK, question, each.about))
            continue
        pair = (found[0], found[1])
        standing[pair], by[pair] = from_json(Verdict, each.value), each.id
    return Verdicts(standing=standing, by=by, doubts=tuple(doubts))
