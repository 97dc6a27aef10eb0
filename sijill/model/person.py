"""Victim records, and the human beings they are judged to be."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from sijill.model.claim import ClaimId, Status
from sijill.model.decision import DecisionId
from sijill.model.document import DocumentId
from sijill.model.event import EventId
from sijill.model.place import Where
from sijill.model.when import Period

RecordId = NewType("RecordId", str)
PersonId = NewType("PersonId", str)


class Fate(StrEnum):
    """What is said to have become of a person."""

    MISSING = "missing"
    DETAINED = "detained"
    RELEASED = "released"
    ALIVE = "alive"
    INJURED = "injured"
    DEAD = "dead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as written. script: Arab | Latn | Cyrl | Hebr | ..."""

    text: str
    script: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FateAt:
    """One step in the history of a person."""

    fate: Fate
    as_of: str | None = None
    claim: ClaimId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRef:
    """The row of a list, or the place in a text, that a record came from."""

    list: str
    row: str
    key: str | None
    document: DocumentId


@dataclass(frozen=True, slots=True, kw_only=True)
class VictimRecord:
    """One row of one list, or one named person in a text. age in years [low, high]; born ISO or None."""

    id: RecordId
    names: tuple[Name, ...]
    kunya: str | None = None
    sex: str | None = None
    age: tuple[int, int] | None = None
    born: str | None = None
    died: Period = Period()
    missing_since: Period = Period()
    place: Where = Where()
    status: Status = Status.UNKNOWN
    fate: Fate = Fate.DEAD
    cause: str | None = None
    row: RowRef
    span: tuple[int, int] | None = None
    claim: ClaimId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The records judged to be one human being."""

    id: PersonId
    names: tuple[Name, ...]
    sex: str | None = None
    age: tuple[int, int] | None = None
    died: Period = Period()
    place: Where = Where()
    status: Status = Status.UNKNOWN
    records: tuple[RowRef, ...] = ()
    events: tuple[EventId, ...] = ()
    judgements: tuple[DecisionId, ...] = ()
    fates: tuple[FateAt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remains:
    """A body or grave. An identification is a judgement, never a field that is filled in."""

    id: str
    case_number: str | None = None
    site: Where = Where()
    found: Period = Period()
    minimum_individuals: int | None = None
    claims: tuple[ClaimId, ...] = ()
    identified: tuple[DecisionId, ...] = ()
