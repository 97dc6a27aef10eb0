"""What analysts decided on pairs, as pairs of claims. A decision on an event speaks of its founding claim."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sijill.link.pairs.sketch import Sketch
from sijill.model.claim import ClaimId
from sijill.model.decision import Decision, Doubt, Reason, Step, Verdict, doubt
from sijill.model.event import event_id, situation_id

KIND = "link"
Pair = tuple[ClaimId, ClaimId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgements:
    """Pairs of claims by verdict, the smaller id first; of two judgements on one pair the later stands."""

    same: tuple[Pair, ...] = ()
    different: frozenset[Pair] = frozenset()
    unsure: tuple[Pair, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def positions(self, told: Sequence[Sketch]) -> dict[ClaimId, int]:
        """Where the claims that were judged stand among those told; of all others nothing is kept."""
        judged = {claim for pairs in (self.same, self.different, self.unsure) for pair in pairs for claim in pair}
        return {each.id: at for at, each in enumerate(told) if each.id in judged} if judged else {}


def judgements(decisions: Sequence[Decision], drawn: Sequence[Sketch]) -> Judgements:
    """Decisions of kind `link`, about two ids: of claims, or of events as their founding claims.

    value   "same", "different" or "unsure" as JSON; null takes the judgement back; or {"verdict": ..., "found_at":
            [{"document", "span", "harm"}, the same of the other]}, by which a claim that was read anew is found again
    """
    mine = [each for each in decisions if each.kind == KIND]
    if not mine:
        return Judgements()
    finder = _Finder(drawn)
    standing: dict[Pair, Verdict] = {}
    doubts = []
    for each in mine:
        verdict, places, understood = _read(each.value)
        pair = finder.pair(each.about, places)
        if pair is None or not understood:
            doubts.append(_lost(each, "decision_finds_no_pair" if pair is None else "decision_not_understood"))
            continue
        standing.pop(pair, None)
        if verdict is not None:
            standing[pair] = verdict
    return Judgements(
        same=tuple(pair for pair, verdict in standing.items() if verdict is Verdict.SAME),
        different=frozenset(pair for pair, verdict in standing.items() if verdict is Verdict.DIFFERENT),
        unsure=tuple(pair for pair, verdict in standing.items() if verdict is Verdict.UNSURE),
        doubts=tuple(doubts),
    )


def _read(value: str) -> tuple[Verdict | None, Sequence[Mapping[str, Any]], bool]:
    """The verdict (None: taken back), where the two claims stood, and whether the value is one that is known."""
    said = json.loads(value)
    places = said.get("found_at", ()) if isinstance(said, dict) else ()
    verdict = said.get("verdict") if isinstance(said, dict) else said
    if verdict is not None and verdict not in set(Verdict):
        return None, (), False
    return None if verdict is None else Verdict(verdict), places, True


class _Finder:
    """Claims by what a decision may call them."""

    def __init__(self, drawn: Sequence[Sketch]) -> None:
        self._known: dict[str, ClaimId] = {}
        self._of_document: dict[str, list[Sketch]] = defaultdict(list)
        for each in drawn:
            for name in (each.id, event_id(each.id), situation_id(each.id)):
                self._known[name] = each.id
            self._of_document[each.document].append(each)

    def pair(self, about: Iterable[str], places: Sequence[Mapping[str, Any]]) -> Pair | None:
        found = {self._known.get(name) or self._again(at, places) for at, name in enumerate(about)}
        claims = sorted(each for each in found if each is not None)
        return (claims[0], claims[1]) if len(claims) == len(found) == 2 else None

    def _again(self, at: int, places: Sequence[Mapping[str, Any]]) -> ClaimId | None:
        """The one claim that overlaps most with where the lost one stood, of the same harm."""
        if at >= len(places):
            return None
        was = places[at]
        start, end = was["span"]
        shared = {
            each.id: min(end, each.finish) - max(start, each.begin)
            for each in self._of_document.get(was["document"], ())
            if each.claim.harm == was["harm"]
        }
        most = max(shared.values(), default=0)
        best = [claim for claim, length in shared.items() if length == most]
        return best[0] if most > 0 and len(best) == 1 else None


def _lost(decision: Decision, code: str) -> Doubt:
    question = Reason(code=code, values={"decision": decision.id, "value": decision.value})
    return doubt(Step.LINK, question, decision.about)
