"""Claims of one document, grouped into the incidents that the task asks for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bench.muc.people import humans
from bench.muc.tables import kind_of
from sijill.extract.document import Extraction
from sijill.model.claim import Act, Claim, Harm, Modality, Part, Reach, Reading, Stance, Status
from sijill.model.person import VictimRecord

ARSON = re.compile(
    r"\b(?:SET\w*\s+(?:\w+\s+){0,4}?(?:ON\s+)?FIRE|BURN\w*|TORCH\w*|ARSON|SET\s+ABLAZE)\b", re.IGNORECASE
)
VIOLENT = frozenset(
    {Act.KILLING, Act.EXECUTION, Act.SHOOTING, Act.SHELLING, Act.AIRSTRIKE, Act.TORTURE, Act.ARMED_CLASH, Act.OTHER}
)
HARMED = frozenset({Harm.KILLED, Harm.INJURED, Harm.CASUALTIES})
EXPLOSIVES = frozenset({"BOMB", "DYNAMITE", "EXPLOSIVE", "VEHICLE BOMB", "MINE"})
FATAL = frozenset({Harm.KILLED, Harm.FOUND_DEAD, Harm.ABDUCTED})
SHORT = 3
"""Letters of a word of a name that tells nobody."""
NEAR = 900
"""Characters within which a harm without a cause of its own is laid to the incident told before."""


@dataclass(slots=True)
class Incident:
    """What the claims of one incident say, with their readings."""

    kind: str
    stage: str
    text: str
    told: list[tuple[Claim, Reading]] = field(default_factory=list)
    named: list[VictimRecord] = field(default_factory=list)

    def parts(self, name: str) -> Iterable[tuple[Claim, Part]]:
        """The words of one field, in order, not carried over."""
        return ((claim, part) for claim, reading in self.told for part in reading.parts if part.field == name)


def incidents(text: str, read: Extraction) -> list[Incident]:
    """Incidents in the order in which they are told, each with the victims whom its claims harmed by name."""
    found: list[Incident] = []
    for claim, reading in zip(read.claims, read.readings, strict=True):
        kind = kind_told(claim, reading)
        if kind is None or not is_told(claim):
            continue
        home = next((each for each in found if _of_one_person(each, kind, claim)), None)
        home = home or next((each for each in reversed(found) if _same(each, kind, claim, reading)), None)
        if home is None:
            home = Incident(kind, stage_of(claim), text)
            found.append(home)
        elif home.kind == "ATTACK":
            home.kind = kind
        home.told.append((claim, reading))
    for incident in found:
        own = {claim.id for claim, _ in incident.told}
        incident.named = [record for record in read.victims if record.claim in own]
    return found


def is_told(claim: Claim) -> bool:
    """Is it said to have happened, or to be threatened?"""
    if claim.stance is Stance.DENIES or claim.stance is Stance.DOUBTS or claim.reach is Reach.GENERAL:
        return False
    return claim.modality in (Modality.ACTUAL, Modality.THREATENED)


def stage_of(claim: Claim) -> str:
    """How far it came."""
    return "THREATENED" if claim.modality is Modality.THREATENED else "ACCOMPLISHED"


def kind_told(claim: Claim, reading: Reading) -> str | None:
    """The task's type of incident, if it is one of its types."""
    words = " ".join(claim.quote.split())
    means = kind_of("instruments.csv", claim.means or "")
    if claim.act is Act.ABDUCTION:
        return "KIDNAPPING"
    if claim.act is Act.BOMBING:
        return "BOMBING"
    if claim.act is Act.LOOTING:
        return "ROBBERY"
    if means is not None and means[0] in EXPLOSIVES and claim.act is not Act.AIRSTRIKE:
        return "BOMBING"
    if claim.act is Act.DESTRUCTION:
        return "ARSON" if ARSON.search(words) else "ATTACK"
    return "ATTACK" if claim.act in VIOLENT and (claim.harm in HARMED or claim.harm is Harm.NONE) else None


def _same(incident: Incident, kind: str, claim: Claim, reading: Reading) -> bool:
    if incident.stage != stage_of(claim):
        return False
    last = incident.told[-1][0]
    if incident.kind != kind:
        near = claim.span[0] - last.span[1] < NEAR
        if not (near and {kind, incident.kind} == {"ATTACK", "BOMBING"}):
            return False
        if kind == "ATTACK" and claim.harm not in HARMED and claim.act is not Act.OTHER:
            return False
    return not _apart(_days(incident), _day(reading)) and not _apart(_places(incident), _place(claim, reading))


def _of_one_person(incident: Incident, kind: str, claim: Claim) -> bool:
    """Nobody is killed twice: the same name, or its last word, among those harmed."""
    if {kind, incident.kind} - {"ATTACK", "BOMBING"} and kind != incident.kind:
        return False
    if incident.stage != stage_of(claim) or claim.harm not in FATAL:
        return False
    return bool(_names(claim) & {name for other, _ in incident.told if other.harm in FATAL for name in _names(other)})


def _names(claim: Claim) -> set[str]:
    """The words of the names of those harmed, without the first, which many share."""
    people = humans(claim.victims.text, claim.toll, "") if claim.victims is not None else []
    return {word for human in people for word in human.name.split()[-2:] if len(word) > SHORT}


def _apart(known: set[str], told: str) -> bool:
    return bool(known) and bool(told) and told not in known


def _day(reading: Reading) -> str:
    part = next((part for part in reading.parts if part.field == "when" and not part.carried and part.value), None)
    return (part.value or "") if part is not None else ""


def _days(incident: Incident) -> set[str]:
    return {day for _, reading in incident.told if (day := _day(reading))}


def _place(claim: Claim, reading: Reading) -> str:
    part = next((part for part in reading.parts if part.field == "where"), None)
    return (claim.where.text or "").upper() if part is not None and part.rule == "place" else ""


def _places(incident: Incident) -> set[str]:
    return {place for claim, reading in incident.told if (place := _place(claim, reading))}


def fighters_only(incident: Incident) -> bool:
    """Were all those harmed said to be fighters, with nothing else hit?"""
    victims = [claim.victims for claim, _ in incident.told if claim.victims is not None]
    hit = any(True for _ in incident.parts("target"))
    return bool(victims) and not hit and all(v.status is Status.COMBATANT or v.label is not None for v in victims)
