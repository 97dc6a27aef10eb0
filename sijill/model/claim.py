"""The atom: what one voice says about one harm or act, at one place in one document."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, NewType

from sijill.model.document import DocumentId, Region
from sijill.model.exchange import to_json
from sijill.model.party import Actor
from sijill.model.place import Where
from sijill.model.release import Release
from sijill.model.source import Speaker
from sijill.model.toll import Toll
from sijill.model.when import Period

ClaimId = NewType("ClaimId", str)


class Stance(StrEnum):
    """What the voice does with the content. A denial is a claim too."""

    ASSERTS = "asserts"
    DENIES = "denies"
    ACCEPTS_RESPONSIBILITY = "accepts_responsibility"
    DOUBTS = "doubts"


class Act(StrEnum):
    """What was done. The table acts.csv maps each to the ACLED, UCDP and HURIDOCS codes."""

    KILLING = "killing"
    EXECUTION = "execution"
    AIRSTRIKE = "airstrike"
    SHELLING = "shelling"
    BOMBING = "bombing"
    CHEMICAL_ATTACK = "chemical_attack"
    SHOOTING = "shooting"
    ARMED_CLASH = "armed_clash"
    ABDUCTION = "abduction"
    DETENTION = "detention"
    TORTURE = "torture"
    SEXUAL_VIOLENCE = "sexual_violence"
    SIEGE = "siege"
    DEPRIVATION = "deprivation"
    AID_OBSTRUCTION = "aid_obstruction"
    AID_DELIVERY = "aid_delivery"
    DISPLACEMENT = "displacement"
    DESTRUCTION = "destruction"
    LOOTING = "looting"
    TERRITORIAL_CONTROL = "territorial_control"
    OTHER = "other"


SAYS_NOT_HOW = frozenset({Act.KILLING, Act.OTHER})
"""Acts that leave open how it was done: they go with every violent act, and another word may tell."""


class Harm(StrEnum):
    """What it did to people. `found_dead`: bodies, with the date and place of finding, not of death."""

    KILLED = "killed"
    INJURED = "injured"
    CASUALTIES = "casualties"
    ABDUCTED = "abducted"
    MISSING = "missing"
    DETAINED = "detained"
    DISPLACED = "displaced"
    DEPRIVED = "deprived"
    FOUND_DEAD = "found_dead"
    PRESUMED_DEAD = "presumed_dead"
    NONE = "none"


class Directness(StrEnum):
    """Killed by the act itself, or by what it led to (hunger, lack of medicine)."""

    DIRECT = "direct"
    INDIRECT = "indirect"


class About(StrEnum):
    """What a denial, doubt or acceptance speaks of."""

    OCCURRENCE = "occurrence"
    ACT = "act"
    RESPONSIBILITY = "responsibility"
    HARM = "harm"
    NUMBER = "number"
    STATUS = "status"
    INTENT = "intent"


class Reach(StrEnum):
    """General, as in "we never target civilians": it stands beside an event and never regrades it."""

    THIS_EVENT = "this_event"
    GENERAL = "general"


class Status(StrEnum):
    """Whether the victims are said to be civilians. A label ("terrorists") leaves it unknown."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    MIXED = "mixed"
    UNKNOWN = "unknown"


class Modality(StrEnum):
    """Said to have happened, to happen again and again, or only threatened, planned or supposed."""

    ACTUAL = "actual"
    HABITUAL = "habitual"
    THREATENED = "threatened"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Victims:
    """Who was harmed, as said. `inferred`: the status was not said here but follows from nearby words.

    groups, counts   {"children": (2, 2)}: low and high [persons], None where no bound was claimed
    """

    text: Annotated[str, Release.COARSE]
    label: Annotated[str | None, Release.COARSE] = None
    status: Annotated[Status, Release.OPEN] = Status.UNKNOWN
    inferred: Annotated[bool, Release.OPEN] = False
    groups: Annotated[tuple[str, ...], Release.OPEN] = ()
    counts: Annotated[Mapping[str, tuple[int | None, int | None]], Release.OPEN] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One harm or act, one count, one stance, one place in one document. Never edited: answered, or decided on.

    span         code points [start, end) of the document's text; `quote` is exactly those characters
    region       where that stands in the original: page and box, or sheet, row and column
    speakers     outermost first, the document's own voice left out
    when         the time of the act (of the finding, for found_dead); `as_of` the day a toll was current
    because      claim that this one is said to answer or follow
    extractor    name@version       confidence   0..1, the reader's own: an order, not a probability
    """

    id: Annotated[ClaimId, Release.COARSE]
    document: Annotated[DocumentId, Release.COARSE]
    span: Annotated[tuple[int, int], Release.COARSE]
    quote: Annotated[str, Release.COARSE]
    region: Annotated[Region | None, Release.NEVER] = None
    speakers: Annotated[tuple[Speaker, ...], Release.OPEN] = ()
    stance: Annotated[Stance, Release.OPEN] = Stance.ASSERTS
    act: Annotated[Act, Release.OPEN]
    harm: Annotated[Harm, Release.OPEN]
    directness: Annotated[Directness, Release.OPEN] = Directness.DIRECT
    about: Annotated[About | None, Release.OPEN] = None
    reach: Annotated[Reach, Release.OPEN] = Reach.THIS_EVENT
    actors: Annotated[tuple[Actor, ...], Release.OPEN] = ()
    victims: Annotated[Victims | None, Release.OPEN] = None
    toll: Annotated[Toll | None, Release.OPEN] = None
    when: Annotated[Period, Release.OPEN] = Period()
    as_of: Annotated[str | None, Release.COARSE] = None
    where: Annotated[Where, Release.OPEN] = Where()
    means: Annotated[str | None, Release.COARSE] = None
    said_to_be: Annotated[tuple[str, ...], Release.COARSE] = ()
    modality: Annotated[Modality, Release.OPEN] = Modality.ACTUAL
    because: Annotated[ClaimId | None, Release.COARSE] = None
    extractor: Annotated[str, Release.OPEN]
    confidence: Annotated[float, Release.OPEN] = 1.0


def identified(claim: Claim) -> Claim:
    """The claim under its own id: a hash of the words and of what they plainly say.

    Place, time, victims and what a denial is about stay outside, as does all that resolve adds and who read them, so
    that a better reading of those keeps the id (docs/adr/0012-what-the-id-of-a-claim-holds.md).
    """
    toll = claim.toll
    said = (
        claim.document,
        claim.span,
        claim.act,
        claim.harm,
        claim.stance,
        tuple(speaker.name for speaker in claim.speakers),
        tuple((actor.name, actor.role) for actor in claim.actors),
        None if toll is None else (toll.number, toll.low, toll.high, toll.text, toll.hedge),
    )
    return replace(claim, id=ClaimId("clm_" + sha256(to_json(said).encode()).hexdigest()[:20]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The words that one field of a claim was read from.

    field    act | toll | victims | actor | speaker | when | where | means | stance | said_to_be | scene (a time told
             before, for a claim without one: `resolve` takes it where the places allow) | as_of (a number said to
             have been given before the report: its time, or "before") | ground (a place named soon after, for a claim
             that names none or a wider one: `resolve` takes it if it lies there) | site (a building or camp without a
             name, which `resolve` puts before the place) | report (the day of the report or of
             speaking, for news without a time)
    rule     name of the rule that read them, and of the row of a table it read them by: "verb:kill", "victims:people"
    value    the normalised reading: a time as "2014-08", "month-1", "since:2014-08"; None where the words say it all
    carried  not said in this sentence: carried over from an earlier one or from the document's head
    """

    field: Annotated[str, Release.OPEN]
    start: Annotated[int, Release.NEVER]
    end: Annotated[int, Release.NEVER]
    rule: Annotated[str, Release.OPEN]
    value: Annotated[str | None, Release.NEVER] = None
    carried: Annotated[bool, Release.OPEN] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a claim was read. `resolve` dates it by the value of its part "when".

    rules     every rule that fired, each once      parts    the words they read
    follows   claim that this one is said to answer or follow; `resolve` puts it into `because`
    """

    claim: Annotated[ClaimId, Release.COARSE]
    rules: Annotated[tuple[str, ...], Release.OPEN]
    parts: Annotated[tuple[Part, ...], Release.NEVER] = ()
    follows: Annotated[ClaimId | None, Release.COARSE] = None
