"""What the claims of an event amount to, each number with the claims it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sijill.model.claim import About, Act, ClaimId, Harm, Reach
from sijill.model.decision import Reason
from sijill.model.document import DocumentId
from sijill.model.event import EventId
from sijill.model.exchange import NotThisRecord, from_plain, to_plain
from sijill.model.party import PartyId, Role
from sijill.model.place import Where
from sijill.model.when import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class TollAt:
    """The toll as it stood on a day."""

    as_of: str | None
    low: int | None
    high: int | None
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasualtyRange:
    """A range of reports [persons] with the claims each bound rests on. None is "open" or "not said", never zero.

    unknown    nobody gives a number          best   the single figure of a policy that names one; else None
    by_status  of civilians, combatants       by_group   of children, women ...
    over_time  the range as it stood on each day on which a number was given
    """

    low: int | None = None
    high: int | None = None
    best: int | None = None
    unknown: bool = False
    policy: str
    low_rests_on: tuple[ClaimId, ...] = ()
    high_rests_on: tuple[ClaimId, ...] = ()
    by_status: Mapping[str, "CasualtyRange"] = field(default_factory=dict)
    by_group: Mapping[str, "CasualtyRange"] = field(default_factory=dict)
    over_time: tuple[TollAt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """How well an event is corroborated under a policy, with the reasons."""

    value: str | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyFinding:
    """What one policy makes of an event. Exported flat: {"killed": F, ..., "grade": {...}}."""

    tolls: Mapping[Harm, CasualtyRange]
    grade: Grade

    def to_plain(self) -> dict[str, Any]:
        return {**{harm.value: to_plain(each) for harm, each in self.tolls.items()}, "grade": to_plain(self.grade)}

    @classmethod
    def from_plain(cls, value: Any) -> "PolicyFinding":
        if not isinstance(value, dict) or "grade" not in value:
            raise NotThisRecord(where="PolicyFinding", seen=value, wanted='an object with "grade"')
        tolls = {k: v for k, v in value.items() if k != "grade"}
        ranges = from_plain(Mapping[Harm, CasualtyRange], tolls, "PolicyFinding")
        return cls(tolls=ranges, grade=from_plain(Grade, value["grade"], "PolicyFinding.grade"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A denial as the attribution table shows it."""

    claim: ClaimId
    about: About | None
    reach: Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who is said to have done it, by whom. `party` is an id, or the name as said where it is not resolved.

    independent_accusers  origins that accuse and are not interested      interested  accusing claims whose speaker is
    """

    party: PartyId | str
    role: Role
    accused_by: tuple[ClaimId, ...]
    independent_accusers: int
    denied_by: tuple[Denial, ...] = ()
    accepted_by: tuple[ClaimId, ...] = ()
    interested: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Claims that cannot all be right. field: number | date | place | perpetrator | status | occurrence."""

    field: str
    claims: tuple[ClaimId, ...]
    values: tuple[str, ...]


class EventStatus(StrEnum):
    """How far people have gone over an event."""

    MACHINE = "machine"
    IN_REVIEW = "in_review"
    PEER_REVIEW = "peer_review"
    REVIEWED = "reviewed"
    FINAL = "final"
    UNFOUNDED = "unfounded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An event's record as it is exported; a situation has one too.

    tolls                those of the headline policy          policies   what each policy makes of it, by name
    independent_sources  origins that are not interested; all that do not say how they know are at most one
    within               the situation that the event lies in
    """

    id: EventId
    title: str
    act: Act
    when: Period
    where: Where
    claims: tuple[ClaimId, ...]
    documents: tuple[DocumentId, ...]
    independent_sources: int
    tolls: Mapping[Harm, CasualtyRange]
    policies: Mapping[str, PolicyFinding]
    attribution: tuple[Attribution, ...]
    contradictions: tuple[Contradiction, ...]
    within: EventId | None = None
    status: EventStatus = EventStatus.MACHINE


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The number people quote, with what it leaves out [persons; events where named so].

    unknown_events   events counted as events and not as deaths: nobody gives a number
    open_events      events whose high is open: the total is open too
    overlaps_removed events left out because others lie in them
    processed_through  publication day of the latest document read
    backlog          documents captured and not read, and rows in quarantine: an unread backlog looks like peace
    """

    scope: str
    harm: Harm
    as_of: str | None
    unit: str
    low: int | None
    high: int | None
    unknown_events: int
    open_events: int
    overlaps_removed: int
    grades: Mapping[str, int]
    processed_through: str | None
    backlog: int
    rests_on: tuple[EventId, ...]
