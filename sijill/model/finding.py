"""What the claims of an event amount to, each number with the claims it rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Any

from sijill.model.claim import About, Act, ClaimId, Harm, Reach, Stance
from sijill.model.decision import Reason
from sijill.model.document import DocumentId
from sijill.model.event import EventId
from sijill.model.exchange import NotThisRecord, from_plain, to_plain
from sijill.model.party import PartyId, Role
from sijill.model.place import Where
from sijill.model.release import Release
from sijill.model.when import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class TollAt:
    """The toll as it stood on a day."""

    as_of: Annotated[str | None, Release.COARSE]
    low: Annotated[int | None, Release.OPEN]
    high: Annotated[int | None, Release.OPEN]
    claims: Annotated[tuple[ClaimId, ...], Release.COARSE]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasualtyRange:
    """A range of reports [persons] with the claims each bound rests on. None is "open" or "not said", never zero.

    unknown    nobody gives a number          best   the single figure of a policy that names one; else None
    by_status  of civilians, combatants       by_group   of children, women ...; of the fighters of a
               party (its id, or the name as said) that the words for the victims name
    over_time  the range as it stood on each day on which a number was given
    """

    low: Annotated[int | None, Release.OPEN] = None
    high: Annotated[int | None, Release.OPEN] = None
    best: Annotated[int | None, Release.OPEN] = None
    unknown: Annotated[bool, Release.OPEN] = False
    policy: Annotated[str, Release.OPEN]
    low_rests_on: Annotated[tuple[ClaimId, ...], Release.COARSE] = ()
    high_rests_on: Annotated[tuple[ClaimId, ...], Release.COARSE] = ()
    by_status: Annotated[Mapping[str, "CasualtyRange"], Release.OPEN] = field(default_factory=dict)
    by_group: Annotated[Mapping[str, "CasualtyRange"], Release.COARSE] = field(default_factory=dict)
    over_time: Annotated[tuple[TollAt, ...], Release.OPEN] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """How well an event is corroborated under a policy, with the reasons."""

    value: Annotated[str | None, Release.OPEN] = None
    reasons: Annotated[tuple[Reason, ...], Release.OPEN] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyFinding:
    """What one policy makes of an event. Exported flat: {"killed": F, ..., "grade": {...}}."""

    tolls: Annotated[Mapping[Harm, CasualtyRange], Release.OPEN]
    grade: Annotated[Grade, Release.OPEN]

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

    claim: Annotated[ClaimId, Release.COARSE]
    about: Annotated[About | None, Release.OPEN]
    reach: Annotated[Reach, Release.OPEN]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who is said to have done it, by whom. `party` is an id, or the name as said where it is not resolved.

    independent_accusers  origins that accuse and are not interested      interested  accusing claims whose speaker is
    """

    party: Annotated[PartyId | str, Release.COARSE]
    role: Annotated[Role, Release.OPEN]
    accused_by: Annotated[tuple[ClaimId, ...], Release.COARSE]
    independent_accusers: Annotated[int, Release.OPEN]
    denied_by: Annotated[tuple[Denial, ...], Release.OPEN] = ()
    accepted_by: Annotated[tuple[ClaimId, ...], Release.COARSE] = ()
    interested: Annotated[tuple[ClaimId, ...], Release.COARSE] = ()


def accused(table: Iterable[Attribution]) -> list[str]:
    """Each party that somebody accuses or that admits it, as the table orders them."""
    return [str(row.party) for row in table if row.accused_by or row.accepted_by]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One thing that a party itself says of an event.

    day           on which it was current           low, high   the number it gives [persons]; None: none, or open
    concedes      a number of people other than fighters, for what the party or its ally did or is accused of, laid to
                  nobody else: the number is conceded, and nothing more
    """

    claim: Annotated[ClaimId, Release.COARSE]
    day: Annotated[str | None, Release.COARSE]
    stance: Annotated[Stance, Release.OPEN]
    about: Annotated[About | None, Release.OPEN]
    reach: Annotated[Reach, Release.OPEN]
    harm: Annotated[Harm, Release.OPEN]
    low: Annotated[int | None, Release.OPEN]
    high: Annotated[int | None, Release.OPEN]
    concedes: Annotated[bool, Release.OPEN]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What one party says itself of an event, oldest first: with the numbers and days that it concedes."""

    party: Annotated[PartyId, Release.COARSE]
    stated: Annotated[tuple[Stated, ...], Release.OPEN]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Claims that cannot all be right. field: number | date | place | perpetrator | status | occurrence."""

    field: Annotated[str, Release.OPEN]
    claims: Annotated[tuple[ClaimId, ...], Release.COARSE]
    values: Annotated[tuple[str, ...], Release.COARSE]


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
    may_repeat           events that it may tell of again: a total does not count it as sure beside them
    positions            what each party says itself
    """

    id: Annotated[EventId, Release.COARSE]
    title: Annotated[str, Release.COARSE]
    act: Annotated[Act, Release.OPEN]
    when: Annotated[Period, Release.OPEN]
    where: Annotated[Where, Release.OPEN]
    claims: Annotated[tuple[ClaimId, ...], Release.COARSE]
    documents: Annotated[tuple[DocumentId, ...], Release.COARSE]
    independent_sources: Annotated[int, Release.OPEN]
    tolls: Annotated[Mapping[Harm, CasualtyRange], Release.OPEN]
    policies: Annotated[Mapping[str, PolicyFinding], Release.OPEN]
    attribution: Annotated[tuple[Attribution, ...], Release.OPEN]
    contradictions: Annotated[tuple[Contradiction, ...], Release.OPEN]
    within: Annotated[EventId | None, Release.COARSE] = None
    status: Annotated[EventStatus, Release.OPEN] = EventStatus.MACHINE
    may_repeat: Annotated[tuple[EventId, ...], Release.COARSE] = ()
    positions: Annotated[tuple[Position, ...], Release.OPEN] = ()


class Why(StrEnum):
    """Why a total does not add a number as it stands: events lie in the event (`parent`); it is the same event again
    (`twice`); its scope is wider, and what was counted one by one lies in it (`wider`)."""

    PARENT = "parent"
    TWICE = "twice"
    WIDER = "wider"


ADDS = "adds_low = max(0, low - counted_low); adds_high = max(0, high - counted_high)"
"""What a wider number adds to the events in it: together they make whichever is more. None is open, and stays open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A number that a total does not add as it stands, since it counts people whom other numbers count too [persons].

    low, high      as reported            adds_low, adds_high   what the total adds of it, by ADDS
    counted_low    least that the total holds already of the events `inside` and `perhaps`
    counted_high   most that it holds of those `inside`; for an event that may be one incident alone it is 0
    inside         events whose place, time, act and accused lie in its own      perhaps   events that may
    """

    event: Annotated[EventId, Release.COARSE]
    why: Annotated[Why, Release.OPEN]
    low: Annotated[int | None, Release.OPEN] = None
    high: Annotated[int | None, Release.OPEN] = None
    counted_low: Annotated[int, Release.OPEN] = 0
    counted_high: Annotated[int, Release.OPEN] = 0
    adds_low: Annotated[int, Release.OPEN] = 0
    adds_high: Annotated[int | None, Release.OPEN] = 0
    inside: Annotated[tuple[EventId, ...], Release.COARSE] = ()
    perhaps: Annotated[tuple[EventId, ...], Release.COARSE] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The number people quote, with what it leaves out [persons; events where named so].

    unknown_events   events counted as events and not as deaths: nobody gives a number
    open_events      events whose high is open: the total is open too
    overlaps_removed numbers that are not added as they stand      left_out   each of them, with the formula's numbers
    may_repeat       events that may tell of another one again: they are in the high and not in the low
    processed_through  publication day of the latest document read
    backlog          documents captured and not read, and rows in quarantine: an unread backlog looks like peace
    """

    scope: Annotated[str, Release.OPEN]
    harm: Annotated[Harm, Release.OPEN]
    as_of: Annotated[str | None, Release.COARSE]
    unit: Annotated[str, Release.OPEN]
    low: Annotated[int | None, Release.OPEN]
    high: Annotated[int | None, Release.OPEN]
    unknown_events: Annotated[int, Release.OPEN]
    open_events: Annotated[int, Release.OPEN]
    overlaps_removed: Annotated[int, Release.OPEN]
    grades: Annotated[Mapping[str, int], Release.OPEN]
    processed_through: Annotated[str | None, Release.OPEN]
    backlog: Annotated[int, Release.OPEN]
    rests_on: Annotated[tuple[EventId, ...], Release.COARSE]
    may_repeat: Annotated[tuple[EventId, ...], Release.COARSE] = ()
    left_out: Annotated[tuple[LeftOut, ...], Release.OPEN] = ()
