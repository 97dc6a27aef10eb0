"""What analysts decided about origins: that two texts or voices come from one, or do not. `different` wins."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sijill.model.claim import ClaimId
from sijill.model.decision import Decision, Doubt, Reason, Step, Verdict, doubt
from sijill.model.document import DocumentId
from sijill.model.source import OriginId

KIND = "origin"
Ends = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """Pairs of ids, of documents, claims or origins ("source:x"); `misread`: decisions that cannot be followed."""

    same: tuple[Ends, ...] = ()
    different: tuple[Ends, ...] = ()
    misread: tuple[Decision, ...] = ()


NOTHING_CORRECTED = Corrections()


def corrections(decisions: Iterable[Decision]) -> Corrections:
    """Decisions of kind `origin` about two ids; value "same" or "different" as JSON, "unsure" or null for neither."""
    standing: dict[Ends, str] = {}
    misread = []
    for each in decisions:
        if each.kind != KIND:
            continue
        verdict = json.loads(each.value)
        if len(set(each.about)) != 2 or (verdict is not None and verdict not in set(Verdict)):
            misread.append(each)
            continue
        ends = (min(each.about), max(each.about))
        standing.pop(ends, None)
        if verdict is not None:
            standing[ends] = verdict
    return Corrections(
        same=tuple(ends for ends, verdict in standing.items() if verdict == Verdict.SAME),
        different=tuple(ends for ends, verdict in standing.items() if verdict == Verdict.DIFFERENT),
        misread=tuple(misread),
    )


class Groups:
    """Documents in groups that grow; a pair judged different is never joined, not even by others."""

    def __init__(self, documents: Iterable[DocumentId], different: Iterable[Ends]) -> None:
        self._leader = {each: each for each in documents}
        self._order = {each: at for at, each in enumerate(self._leader)}
        self._apart: dict[DocumentId, set[DocumentId]] = {}
        for left, right in different:
            one, other = DocumentId(left), DocumentId(right)
            if one in self._leader and other in self._leader:
                self._apart.setdefault(one, set()).add(other)
                self._apart.setdefault(other, set()).add(one)

    def join(self, one: DocumentId, other: DocumentId) -> bool:
        """The earlier document leads. False if it must not be."""
        early, late = sorted((self.root(one), self.root(other)), key=self._order.__getitem__)
        if early == late:
            return True
        if any(self.root(each) == early for each in self._apart.get(late, ())):
            return False
        self._leader[late] = early
        for each in self._apart.pop(late, set()):
            self._apart.setdefault(early, set()).add(each)
            self._apart.setdefault(self.root(each), set()).add(early)
        return True

    def root(self, document: DocumentId) -> DocumentId:
        """The earliest document of its group."""
        while self._leader[document] != document:
            self._leader[document] = self._leader[self._leader[document]]
            document = self._leader[document]
        return document


def corrected(
    origins: Mapping[ClaimId, OriginId],
    voices: Mapping[DocumentId, OriginId],
    judged: Corrections,
    documents: Collection[DocumentId],
) -> tuple[dict[ClaimId, OriginId], list[Doubt]]:
    """The origin of each claim as people decided it, and a doubt for each decision that speaks of nothing here.

    Two claims judged different that share an origin: the second gets one of its own.
    """
    known = set(origins.values()) | set(voices.values())
    root: dict[OriginId, OriginId] = {}
    lost = [_lost(each.about, "decision_not_understood") for each in judged.misread]

    def origin_of(which: str) -> OriginId | None:
        if which in origins:
            return origins[ClaimId(which)]
        if which in voices:
            return voices[DocumentId(which)]
        return OriginId(which) if which in known else None

    def top(origin: OriginId) -> OriginId:
        while origin in root:
            origin = root[origin]
        return origin

    apart = [(origin_of(left), origin_of(right)) for left, right in judged.different]
    for ends in judged.same:
        one, other = map(origin_of, ends)
        if one is None or other is None:
            lost.append(_lost(ends, "decision_finds_no_pair"))
            continue
        pair = {top(one), top(other)}
        refused = any(a and b and {top(a), top(b)} == pair for a, b in apart)
        if len(pair) == 2 and not refused:
            root[max(pair)] = min(pair)
    settled = {claim: top(origin) for claim, origin in origins.items()}
    for left, right in judged.different:
        if not {left, right} <= (set(documents) | known | set(origins)):
            lost.append(_lost((left, right), "decision_finds_no_pair"))
        elif left in settled and settled[ClaimId(left)] == settled.get(ClaimId(right)):
            settled[ClaimId(right)] = OriginId(f"claim:{right}")
    return settled, lost


def _lost(about: tuple[str, ...], code: str) -> Doubt:
    return doubt(Step.RESOLVE, Reason(code=code, values={"decision": "origin", "value": "/".join(about)}), about)
