"""Claims judged to be about one incident, and the longer situations that incidents lie in."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated, NewType

from sijill.model.claim import Act, ClaimId
from sijill.model.decision import Reason
from sijill.model.place import Where
from sijill.model.release import Release
from sijill.model.when import Period

EventId = NewType("EventId", str)


def event_id(founder: ClaimId) -> EventId:
    """The id of the event whose earliest claim in the ledger this is. Any of its claims can be found by it: an event
    that was joined to an older one is the one that holds its founder now."""
    return EventId("evt_" + sha256(founder.encode()).hexdigest()[:20])


def situation_id(founder: ClaimId) -> EventId:
    """The id of the situation whose earliest claim in the ledger this is."""
    return EventId("sit_" + sha256(founder.encode()).hexdigest()[:20])


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why two claims were put together, or kept apart: a readable table of points.

    score    sum of the points                linked   put together
    reasons  one row each: code = the comparison, values = {"left", "right", "points"}
    """

    left: Annotated[ClaimId, Release.COARSE]
    right: Annotated[ClaimId, Release.COARSE]
    score: Annotated[float, Release.OPEN]
    linked: Annotated[bool, Release.OPEN]
    reasons: Annotated[tuple[Reason, ...], Release.NEVER]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One incident. Its id is made from its earliest claim in the ledger; after a merge the older id survives.

    beside   claims that speak of it without being about it alone (general denials): shown, never counted
    within   the situation it lies in          merged   ids of younger events that an analyst joined into it
    may_repeat   events that it may tell of again, or they of it: too vague or too close to tell
    """

    id: Annotated[EventId, Release.COARSE]
    act: Annotated[Act, Release.OPEN]
    when: Annotated[Period, Release.OPEN]
    where: Annotated[Where, Release.OPEN]
    claims: Annotated[tuple[ClaimId, ...], Release.COARSE]
    beside: Annotated[tuple[ClaimId, ...], Release.COARSE] = ()
    within: Annotated[EventId | None, Release.COARSE] = None
    merged: Annotated[tuple[EventId, ...], Release.COARSE] = ()
    may_repeat: Annotated[tuple[EventId, ...], Release.COARSE] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A siege, a campaign, an occupation: long, and events lie in it. Its own claims carry no event's toll."""

    id: Annotated[EventId, Release.COARSE]
    act: Annotated[Act, Release.OPEN]
    when: Annotated[Period, Release.OPEN]
    where: Annotated[Where, Release.OPEN]
    claims: Annotated[tuple[ClaimId, ...], Release.COARSE]
