"""How far people have gone over an event: the last decision of kind `status`, and whether it still speaks of it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sijill.model.decision import Decision, Doubt, Reason, Step, doubt
from sijill.model.event import Event, EventId, event_id
from sijill.model.finding import EventStatus

KIND = "status"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The status that people gave each event, and what of their decisions could not be followed."""

    status: Mapping[EventId, EventStatus]
    doubts: tuple[Doubt, ...] = ()


def standing(decisions: Iterable[Decision], events: Sequence[Event]) -> Standing:
    """Decisions about one event, by the id it has or had before it was joined to an older one.

    value   a status as JSON ("unfounded", "in_review" ...); null takes it back; or {"status": ..., "claims": [ids]}
            with the claims that were looked at: once others are in the event it is in review again, and that is asked
    """
    mine = [each for each in decisions if each.kind == KIND]
    if not mine:
        return Standing(status={})
    called = {event_id(claim): event for event in events for claim in event.claims}
    said: dict[EventId, EventStatus | None] = {}
    asked: dict[EventId, Doubt] = {}
    lost = []
    for each in mine:
        event = called.get(EventId(each.about[0])) if each.about else None
        status, seen, understood = _read(each.value)
        if event is None or not understood:
            code = "decision_finds_no_event" if event is None else "decision_not_understood"
            lost.append(doubt(Step.ASSESS, Reason(code=code, values=_values(each)), each.about))
            continue
        asked.pop(event.id, None)
        said[event.id] = status
        if seen is not None and set(seen) != set(event.claims):
            said[event.id] = EventStatus.IN_REVIEW
            reason = Reason(code="event_changed_since", values=_values(each))
            asked[event.id] = doubt(Step.ASSESS, reason, (event.id,))
    kept = {event: status for event, status in said.items() if status is not None}
    return Standing(status=kept, doubts=(*asked.values(), *lost))


def _read(value: str) -> tuple[EventStatus | None, list[str] | None, bool]:
    """The status (None: taken back), the claims that were looked at if given, and whether it is one we know."""
    said = json.loads(value)
    seen = said.get("claims") if isinstance(said, dict) else None
    name = said.get("status") if isinstance(said, dict) else said
    if name is not None and name not in set(EventStatus):
        return None, None, False
    return None if name is None else EventStatus(name), seen, True


def _values(decision: Decision) -> dict[str, str | int | float | None]:
    return {"decision": decision.id, "value": decision.value[:200], "by": decision.by, "at": decision.at}
