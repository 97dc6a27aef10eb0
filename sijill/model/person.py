"""Victim records, and the human beings they are judged to be. What says who somebody is says how far it may travel."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, NewType

from sijill.model.claim import ClaimId, Part, Status
from sijill.model.decision import DecisionId, Reason, Verdict
from sijill.model.document import Digest, DocumentId
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
class NameParts:
    """The parts of a name as a list keeps them in columns of their own."""

    given: Annotated[str | None, Release.NEVER] = None
    father: Annotated[str | None, Release.NEVER] = None
    grandfather: Annotated[str | None, Release.NEVER] = None
    family: Annotated[str | None, Release.NEVER] = None
    mother: Annotated[str | None, Release.NEVER] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VictimRecord:
    """One row of one list, or one named person in a text. age in years [low, high]; born ISO or None.

    sex, kin   only where words say them       span   code points of the text that name the person
    claim      the claim of the same document that says what became of them
    parts      of the name, and region: where a list keeps them in columns of their own
    unnamed    it says that somebody died and whose kin, not who ("child of ...", "unidentified")
    vanished   the edition of its list in which the row no longer stands; it is kept, and counted for that list no
               longer
    accused    who did it, as a list says in a column of its own: its claim, by which persons can be put in strata
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
    parts: Annotated[NameParts | None, Release.NEVER] = None
    region: Annotated[str | None, Release.COARSE] = None
    unnamed: Annotated[bool, Release.OPEN] = False
    vanished: Annotated[DocumentId | None, Release.COARSE] = None
    accused: Annotated[str | None, Release.NEVER] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VictimRow:
    """A victim record laid out flat, for comparing in bulk. Edges are ISO days, both included; age in years.

    name     the whole name as written, where a list does not keep its parts in columns of their own
    region   the governorate or what a list keeps at that level; place: what is finer
    """

    id: Annotated[RecordId, Release.COARSE]
    list: Annotated[str, Release.COARSE]
    name: Annotated[str | None, Release.NEVER] = None
    given: Annotated[str | None, Release.NEVER] = None
    father: Annotated[str | None, Release.NEVER] = None
    grandfather: Annotated[str | None, Release.NEVER] = None
    family: Annotated[str | None, Release.NEVER] = None
    kunya: Annotated[str | None, Release.NEVER] = None
    mother: Annotated[str | None, Release.NEVER] = None
    sex: Annotated[Sex | None, Release.OPEN] = None
    age: Annotated[int | None, Release.COARSE] = None
    born_from: Annotated[str | None, Release.COARSE] = None
    born_to: Annotated[str | None, Release.COARSE] = None
    died_from: Annotated[str | None, Release.OPEN] = None
    died_to: Annotated[str | None, Release.OPEN] = None
    region: Annotated[str | None, Release.COARSE] = None
    place: Annotated[str | None, Release.COARSE] = None
    status: Annotated[Status, Release.OPEN] = Status.UNKNOWN


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
    """The records judged to be one human being.

    unnamed    no record says who it was; such a person stands beside the lists and in no overlap of them
    vanished   every record was withdrawn by its list: kept, and not counted
    """

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
    unnamed: Annotated[bool, Release.OPEN] = False
    vanished: Annotated[bool, Release.OPEN] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Two records compared: the level that each comparison came to, and what they weigh together.

    odds       log-odds that both are one person; judged: what people decided, which stands above it
    alone      the same by what the two say, before the other pairs of either were looked at; None of a pair that was
               judged and never weighed
    company    what those others amount to, as levels: rivals, friends, strangers
    together   whether they are in one person now
    worth      how much a judgement of them would settle, 0 to 1: of two records that nobody can tell apart, 1
    """

    left: Annotated[RecordId, Release.COARSE]
    right: Annotated[RecordId, Release.COARSE]
    odds: Annotated[float, Release.OPEN]
    together: Annotated[bool, Release.OPEN]
    worth: Annotated[float, Release.OPEN]
    levels: Annotated[Mapping[str, int], Release.COARSE]
    judged: Annotated[Verdict | None, Release.OPEN] = None
    alone: Annotated[float | None, Release.OPEN] = None
    company: Annotated[Mapping[str, int], Release.COARSE] = field(default_factory=dict)


class What(StrEnum):
    """What happened to the id of a person."""

    MERGED = "merged"
    SPLIT = "split"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChange:
    """A step in the history of persons: `was` became part of `person`, or was kept apart from it against the weights.

    at         when both had been captured, or when it was judged (UTC)
    by         the account that judged; None where the weights did it, with the log-odds of the likeliest pair
    """

    what: Annotated[What, Release.OPEN]
    person: Annotated[PersonId, Release.COARSE]
    was: Annotated[PersonId, Release.COARSE]
    at: Annotated[str, Release.COARSE]
    by: Annotated[str | None, Release.NEVER] = None
    decision: Annotated[DecisionId | None, Release.COARSE] = None
    because: Annotated[str | None, Release.NEVER] = None
    odds: Annotated[float | None, Release.OPEN] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remains:
    """A body or grave, or several that one event tells of. An identification is a judgement, never a field that is
    filled in. The found are counted as found, never among the killed.

    event    the event that tells of the finding      found   when they were found, not when they died
    minimum_individuals   the least that reports say were found [persons]
    perhaps  events with killed who may be the found: earlier, in the same place
    """

    id: Annotated[str, Release.COARSE]
    event: Annotated[EventId | None, Release.COARSE] = None
    case_number: Annotated[str | None, Release.NEVER] = None
    site: Annotated[Where, Release.OPEN] = Where()
    found: Annotated[Period, Release.OPEN] = Period()
    minimum_individuals: Annotated[int | None, Release.OPEN] = None
    claims: Annotated[tuple[ClaimId, ...], Release.COARSE] = ()
    perhaps: Annotated[tuple[EventId, ...], Release.COARSE] = ()
    identified: Annotated[tuple[DecisionId, ...], Release.COARSE] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One file of a list: which columns hold what, and how many of its rows were taken.

    list      the name of the list, the same for every edition          map   as `capture.lists.list_map` writes it
    rows      data rows of the file: accepted + quarantined, always     sheets   those that were read; "" for a CSV file
    """

    list: Annotated[str, Release.COARSE]
    document: Annotated[DocumentId, Release.COARSE]
    digest: Annotated[Digest, Release.NEVER]
    name: Annotated[str, Release.NEVER]
    map: Annotated[str, Release.COARSE]
    encoding: Annotated[str | None, Release.COARSE] = None
    rows: Annotated[int, Release.OPEN]
    accepted: Annotated[int, Release.OPEN]
    quarantined: Annotated[int, Release.OPEN]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A row that an edition has otherwise than the one before: what was, what is, and which fields differ."""

    before: Annotated[VictimRecord, Release.NEVER]
    after: Annotated[VictimRecord, Release.NEVER]
    fields: Annotated[tuple[str, ...], Release.COARSE]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a newer edition does to a list. A vanished row is kept as vanished: withdrawn is not unsaid."""

    added: Annotated[tuple[VictimRecord, ...], Release.NEVER]
    changed: Annotated[tuple[Changed, ...], Release.NEVER]
    vanished: Annotated[tuple[VictimRecord, ...], Release.NEVER]
    same: Annotated[int, Release.OPEN]


@dataclass(frozen=True, slots=True, kw_only=True)
class OddRow:
    """Something odd about a row that was accepted all the same: a year in the column of ages, a date that never was."""

    row: Annotated[str, Release.COARSE]
    reason: Annotated[Reason, Release.NEVER]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRepeats:
    """How many rows of a list speak of a person whom another row of it speaks of too [rows], over sampled linkages.

    rows       of the list that count      standing   rows beyond the first of a person, as linked now
    """

    list: Annotated[str, Release.COARSE]
    rows: Annotated[int, Release.OPEN]
    standing: Annotated[int, Release.OPEN]
    median: Annotated[float, Release.OPEN]
    low90: Annotated[float, Release.OPEN]
    high90: Annotated[float, Release.OPEN]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCount:
    """How many persons the records amount to [persons]: counted, with what is unsure about the links of their records.

    stratum           "" everybody, or "place=Kessa"      standing   as the records are linked now
    median, low90     of sampled linkages, put right for the links that are known to be missed; high90 likewise
    unique_entities   a second opinion, by hashing; None for a stratum
    """

    stratum: Annotated[str, Release.OPEN]
    standing: Annotated[int, Release.OPEN]
    median: Annotated[float, Release.OPEN]
    low90: Annotated[float, Release.OPEN]
    high90: Annotated[float, Release.OPEN]
    unique_entities: Annotated[float | None, Release.OPEN] = None
