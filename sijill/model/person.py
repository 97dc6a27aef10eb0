"""Victim records, and the human beings they are judged to be. What says who somebody is says how far it may travel."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, NewType

from sijill.model.claim import ClaimId, Part, Status
from sijill.model.decision import DecisionId
from sijill.model.document import DocumentId
from sijill.model.event import EventId
from sijill.model.place import Where
from sijill.model.release import Release
from sijill.model.when import Period

RecordId = NewType("RecordId", str)
PersonId = NewType("PersonId", str)


class Sex(StrEnum):
    """As the words say it, never as a name suggests it."""

    FEMALE = "female"
    MALE = "male"


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

    text: Annotated[str, Release.COARSE]
    script: Annotated[str, Release.OPEN]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """Whose kin a person is said to be: "son" of the person so named, as said."""

    relation: Annotated[str, Release.COARSE]
    of: Annotated[str, Release.NEVER]


@dataclass(frozen=True, slots=True, kw_only=True)
class FateAt:
    """One step in the history of a person."""

    fate: Annotated[Fate, Release.OPEN]
    as_of: Annotated[str | None, Release.COARSE] = None
    claim: Annotated[ClaimId | None, Release.COARSE] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRef:
    """The row of a list, or the place in a text, that a record came from."""

    list: Annotated[str, Release.COARSE]
    row: Annotated[str, Release.COARSE]
    key: Annotated[str | None, Release.NEVER]
    document: Annotated[DocumentId, Release.COARSE]


@dataclass(frozen=True, slots=True, kw_only=True)
class VictimRecord:
    """One row of one list, or one named person in a text. age in years [low, high]; born ISO or None.

    sex, kin   only where words say them       span   code points of the text that name the person
    claim      the claim of the same document that says what became of them
    """

    id: Annotated[RecordId, Release.COARSE]
    names: Annotated[tuple[Name, ...], Release.NEVER]
    kunya: Annotated[str | None, Release.NEVER] = None
    sex: Annotated[Sex | None, Release.OPEN] = None
    age: Annotated[tuple[int, int] | None, Release.COARSE] = None
    born: Annotated[str | None, Release.COARSE] = None
    kin: Annotated[tuple[Kin, ...], Release.NEVER] = ()
    died: Annotated[Period, Release.OPEN] = Period()
    missing_since: Annotated[Period, Release.OPEN] = Period()
    place: Annotated[Where, Release.COARSE] = Where()
    status: Annotated[Status, Release.OPEN] = Status.UNKNOWN
    fate: Annotated[Fate, Release.OPEN] = Fate.DEAD
    cause: Annotated[str | None, Release.OPEN] = None
    row: Annotated[RowRef, Release.NEVER]
    span: Annotated[tuple[int, int] | None, Release.NEVER] = None
    claim: Annotated[ClaimId | None, Release.COARSE] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReading:
    """How a person named in a text was read: the words of each field, and the rule that read them.

    parts   fields: name | kunya | age | sex | kin | fate
    """

    record: Annotated[RecordId, Release.COARSE]
    rules: Annotated[tuple[str, ...], Release.OPEN]
    parts: Annotated[tuple[Part, ...], Release.NEVER] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The records judged to be one human being."""

    id: Annotated[PersonId, Release.COARSE]
    names: Annotated[tuple[Name, ...], Release.COARSE]
    sex: Annotated[Sex | None, Release.OPEN] = None
    age: Annotated[tuple[int, int] | None, Release.COARSE] = None
    died: Annotated[Period, Release.OPEN] = Period()
    place: Annotated[Where, Release.OPEN] = Where()
    status: Annotated[Status, Release.OPEN] = Status.UNKNOWN
    records: Annotated[tuple[RowRef, ...], Release.NEVER] = ()
    events: Annotated[tuple[EventId, ...], Release.OPEN] = ()
    judgements: Annotated[tuple[DecisionId, ...], Release.COARSE] = ()
    fates: Annotated[tuple[FateAt, ...], Release.OPEN] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remains:
    """A body or grave. An identification is a judgement, never a field that is filled in."""

    id: Annotated[str, Release.COARSE]
    case_number: Annotated[str | None, Release.NEVER] = None
    site: Annotated[Where, Release.OPEN] = Where()
    found: Annotated[Period, Release.OPEN] = Period()
    minimum_individuals: Annotated[int | None, Release.OPEN] = None
    claims: Annotated[tuple[ClaimId, ...], Release.COARSE] = ()
    identified: Annotated[tuple[DecisionId, ...], Release.COARSE] = ()
