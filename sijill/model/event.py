"""Claims judged to be about one incident, and the longer situations that incidents lie in."""

from dataclasses import dataclass
from typing import NewType

from sijill.model.claim import Act, ClaimId
from sijill.model.decision import Reason
from sijill.model.place import Where
from sijill.model.when import Period

EventId = NewType("EventId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why two claims were put together, or kept apart: a readable table of points.

    score    sum of the points                linked   put together
    reasons  one row each: code = the comparison, values = {"left", "right", "points"}
    """

    left: ClaimId
    right: ClaimId
    score: float
    linked: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One incident. Its id is made from its earliest claim in the ledger; after a merge the older id survives.

    beside   claims that speak of it without being about it alone (general denials): shown, never counted
    within   the situation it lies in          merged   ids of younger events that an analyst joined into it
    """

    id: EventId
    act: Act
    when: Period
    where: Where
    claims: tuple[ClaimId, ...]
    beside: tuple[ClaimId, ...] = ()
    within: EventId | None = None
    merged: tuple[EventId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A siege, a campaign, an occupation: long, and events lie in it. Its own claims carry no event's toll."""

    id: EventId
    act: Act
    when: Period
    where: Where
    claims: tuple[ClaimId, ...]
