"""What analysts decided on the claims of a document. The claim stays as it was read; from here on the answer stands.

A decision finds its claim by its id, and after a better reading by document, overlapping span and harm. If it finds
none, or several that are as near, that is a doubt: nothing is corrected by guess.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sijill.model.claim import About, Act, Claim, ClaimId, Harm, Modality, Reach, Stance, Victims
from sijill.model.decision import Decision, Doubt, Reason, Step, doubt
from sijill.model.document import DocumentId
from sijill.model.exchange import from_plain
from sijill.model.party import Actor
from sijill.model.place import Where
from sijill.model.source import Speaker
from sijill.model.toll import Toll
from sijill.model.when import Period

CLAIM, MISSED, DATE = "claim", "missed", "date"
WITHDRAWN = "withdrawn"
CORRECTABLE: Mapping[str, Any] = {
    "act": Act,
    "harm": Harm,
    "stance": Stance,
    "about": About | None,
    "reach": Reach,
    "modality": Modality,
    "toll": Toll | None,
    "when": Period,
    "as_of": str | None,
    "where": Where,
    "actors": tuple[Actor, ...],
    "speakers": tuple[Speaker, ...],
    "victims": Victims | None,
    WITHDRAWN: bool,
}
"""The fields that a decision may answer; `withdrawn`: the words make no such claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One field of one claim, answered. document, span, harm: of the claim as it was read when this was decided."""

    decision: str
    claim: ClaimId
    document: DocumentId
    span: tuple[int, int]
    harm: Harm
    field: str
    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Everything decided on one document: corrected fields, claims that reading missed, days for words of time.

    dated   the day of its publication was decided too, and stands in the document
    """

    corrections: tuple[Correction, ...] = ()
    missed: tuple[Claim, ...] = ()
    days: Mapping[str, Period] = field(default_factory=dict)
    dated: bool = False


NO_ANSWERS = Answers()


def answers(decisions: Iterable[Decision]) -> dict[DocumentId, Answers]:
    """By document; of two decisions on one matter the later stands."""
    last = {(each.kind, each.about): each for each in decisions if each.kind in (CLAIM, MISSED, DATE)}
    corrections: dict[DocumentId, list[Correction]] = defaultdict(list)
    missed: dict[DocumentId, list[Claim]] = defaultdict(list)
    days: dict[DocumentId, dict[str, Period]] = defaultdict(dict)
    dated = {DocumentId(each.about[0]) for each in last.values() if each.kind == DATE and len(each.about) == 1}
    for each in last.values():
        if each.kind == CLAIM:
            made = correction(each)
            corrections[made.document].append(made)
        elif each.kind == MISSED:
            claim = from_plain(Claim, json.loads(each.value))
            missed[claim.document].append(claim)
        elif len(each.about) == 2:
            days[DocumentId(each.about[0])][each.about[1]] = from_plain(Period, json.loads(each.value))
    return {
        document: Answers(
            corrections=tuple(corrections[document]),
            missed=tuple(missed[document]),
            days=days[document],
            dated=document in dated,
        )
        for document in {*corrections, *missed, *days, *dated}
    }


def correction(decision: Decision) -> Correction:
    """The decision as what it changes. Raises NotThisRecord for a value that is none of its field."""
    claim, name = decision.about
    told = json.loads(decision.value)
    return Correction(
        decision=decision.id,
        claim=ClaimId(claim),
        document=DocumentId(told["document"]),
        span=from_plain(tuple[int, int], told["span"], "span"),
        harm=Harm(told["harm"]),
        field=name,
        value=from_plain(CORRECTABLE[name], told["value"], name),
    )


def with_missed(read: Sequence[Claim], missed: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims as read and those that reading missed, in the order of the text. One that is read by now is not
    there twice."""
    added = [each for each in missed if not any(_same(each, claim) for claim in read)]
    return tuple(sorted((*read, *added), key=lambda each: each.span)) if added else tuple(read)


def corrected(
    claims: Sequence[Claim], corrections: Iterable[Correction]
) -> tuple[tuple[Claim, ...], tuple[Doubt, ...]]:
    """The claims as they stand, under the ids they were read with, and a doubt for each decision without its claim."""
    changes: dict[ClaimId, dict[str, Any]] = defaultdict(dict)
    doubts = []
    for each in corrections:
        found = _find(claims, each)
        if len(found) == 1:
            changes[found[0].id][each.field] = each.value
        else:
            doubts.append(_lost(each, found))
    if not changes:
        return tuple(claims), tuple(doubts)
    return (
        tuple(
            replace(each, **{name: value for name, value in changes[each.id].items() if name != WITHDRAWN})
            if each.id in changes
            else each
            for each in claims
            if not changes.get(each.id, {}).get(WITHDRAWN)
        ),
        tuple(doubts),
    )


def _find(claims: Sequence[Claim], wanted: Correction) -> list[Claim]:
    same = [each for each in claims if each.id == wanted.claim]
    if same:
        return same
    shared = {
        each.id: _overlap(each.span, wanted.span)
        for each in claims
        if each.document == wanted.document and each.harm is wanted.harm
    }
    most = max(shared.values(), default=0)
    return [each for each in claims if most > 0 and shared.get(each.id) == most]


def _overlap(left: tuple[int, int], right: tuple[int, int]) -> int:
    return max(0, min(left[1], right[1]) - max(left[0], right[0]))


def _same(missed: Claim, read: Claim) -> bool:
    numbers = [each.toll.number if each.toll else None for each in (missed, read)]
    alike = (missed.harm, missed.stance, numbers[0]) == (read.harm, read.stance, numbers[1])
    return missed.document == read.document and alike and _overlap(missed.span, read.span) > 0


def _lost(lost: Correction, found: Sequence[Claim]) -> Doubt:
    code = "decision_finds_several_claims" if found else "decision_finds_no_claim"
    question = Reason(code=code, values={"decision": lost.decision, "field": lost.field})
    return doubt(Step.RESOLVE, question, (lost.document,), tuple(each.id for each in found))
