"""What recurs over events, as a count that anybody can open; nothing here judges."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from sijill.model.claim import Act, ClaimId, Stance
from sijill.model.event import EventId
from sijill.model.place import PlaceId
from sijill.model.release import Release
from sijill.model.when import Period


class Recurs(StrEnum):
    """One act at one place laid to one party, spell by spell; a protected object; what a party says that it does."""

    REPEATED = "repeated"
    PROTECTED = "protected"
    STATED = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Events that are alike, or what a party itself says that it does again and again.

    party        accused in each of the events; of what is stated, who says it      objects   protected, hit in some
    independent  events in which somebody who is not interested accuses it, or it admits it
    killed_low, killed_high   sums over the events [persons]; None: nobody gives a number, or open above
    unknown      events in which people were killed and nobody says how many
    """

    id: Annotated[str, Release.COARSE]
    kind: Annotated[Recurs, Release.OPEN]
    party: Annotated[str, Release.COARSE]
    act: Annotated[Act | None, Release.OPEN] = None
    place: Annotated[PlaceId | None, Release.COARSE] = None
    when: Annotated[Period, Release.OPEN] = Period()
    objects: Annotated[tuple[str, ...], Release.OPEN] = ()
    stance: Annotated[Stance | None, Release.OPEN] = None
    events: Annotated[tuple[EventId, ...], Release.COARSE] = ()
    claims: Annotated[tuple[ClaimId, ...], Release.COARSE] = ()
    independent: Annotated[int, Release.OPEN] = 0
    killed_low: Annotated[int | None, Release.OPEN] = None
    killed_high: Annotated[int | None, Release.OPEN] = None
    unknown: Annotated[int, Release.OPEN] = 0
