"""Who did it, as the task wants it: individuals, organisations, and how surely the report lays it to them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bench.muc.incidents import Incident
from bench.muc.tables import party_names, state_parties, tokens
from sijill.model.claim import Claim, Reading, Stance
from sijill.model.source import SpeakerKind

SERVICES = (
    r"ARMED FORCES|ARMY|AIR FORCE|NAVY|POLICE|NATIONAL GUARD|GOVERNMENT|MILITARY|REGIME|BATTALION|BRIGADE"
    r"|SECURITY FORCES|HIGH COMMAND|GENERAL STAFF"
)
STATE = re.compile(
    rf"\b(?:{SERVICES}|SECURITY CORPS|CIVIL DEFENSE|SOLDIERS?|TROOPS|OFFICERS?|COLONEL|LIEUTENANTS?|PATROL|POLICEMEN"
    r"|MARINES|GENERAL|HELICOPTERS?|PLANES?|AIRCRAFT)\b"
)
BODY = re.compile(
    rf"\b(?:{SERVICES}|FRONT|MOVEMENT|CARTELS?|MAFIAS?|DEATH SQUADS?|COMMAND|COMMANDO|PARTY|ORGANIZATION|ALLIANCE"
    r"|EXTRADITABLES)$"
)
GROUPED = re.compile(r"^(?P<who>.+?)\s+(?:OF|FROM|BELONGING TO)\s+(?:THE\s+)?(?P<body>.+)$")
DOUBTED = re.compile(
    r"\b(?:APPARENTLY|PRESUM\w+|ALLEGED\w*|SUSPECT\w*|POSSIBL\w+|PROBABL\w+|BELIEVED|REPORTEDLY|SUPPOSED\w*)\b",
    re.IGNORECASE,
)
ACCUSED = re.compile(
    r"\b(?:ACCUS\w+|BLAM\w+|ATTRIBUTE[DS]?|SUSPECT\w*|CHARG\w+|HELD RESPONSIBLE|RESPONSIB\w+|IMPLICAT\w+|LINKED)\b",
    re.IGNORECASE,
)
FIGHTERS = re.compile(r"\b(?:GUERRILLAS?|REBELS?|INSURGENTS?|SUBVERSIVES?|TERRORISTS?|COMMANDOS?)\b")
AUTHORITIES = frozenset({SpeakerKind.OFFICIAL, SpeakerKind.PARTY})
LEADING = re.compile(
    r"^(?:THE|A|AN|SOME|SEVERAL|ALLEGED|PRESUMED|SUSPECTED|ANOTHER|OTHER|THESE|THOSE|THIS|THAT|ITS|THEIR|HIS"
    r"|A GROUP OF|GROUP OF)\s+"
)
CLAIMED, FACT = "CLAIMED OR ADMITTED", "REPORTED AS FACT"


@dataclass(slots=True)
class Doers:
    """`organisations`: name -> confidence. `state`: is it the state's own violence?"""

    individuals: list[str]
    organisations: dict[str, str]
    state: bool


def doers(incident: Incident) -> Doers:
    """Everyone whom a claim of the incident names as having done it."""
    found = Doers([], {}, False)
    for claim, reading in incident.told:
        sure = confidence(claim, reading)
        for actor in claim.actors:
            for who, body in _split(actor.name):
                _add(found, who, body, sure)
    if not found.organisations and any(FIGHTERS.search(who) for who in found.individuals):
        found.organisations.update(dict.fromkeys(_only_group(incident.text), FACT))
    return found


@lru_cache(maxsize=64)
def _only_group(text: str) -> tuple[str, ...]:
    """The one armed group that a text names: its "guerrillas" are meant. Nothing where it names two."""
    flat = " ".join(text.upper().split())
    named = {
        party: name
        for name, party in sorted(party_names().items(), key=lambda pair: len(pair[0]))
        if party not in state_parties() and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", flat)
    }
    return tuple(named.values()) if len(named) == 1 else ()


def _add(found: Doers, who: str, body: str, sure: str) -> None:
    if who and who not in found.individuals:
        found.individuals.append(who)
    if body and (found.organisations.get(body) in (None, FACT) or sure == CLAIMED):
        found.organisations[body] = sure if sure != FACT else found.organisations.get(body, FACT)
    text = body or who
    party = party_names().get(text)
    found.state = found.state or (party in state_parties() if party else bool(STATE.search(text)))


def _split(name: str) -> list[tuple[str, str]]:
    """[(individual, organisation)] of "TERRORISTS OF THE X FRONT", "X GUERRILLAS", "THE ARMED FORCES"."""
    flat = re.sub(r"\s*[\[(][^\])]*[\])]?", "", " ".join(name.upper().split())).strip(' ,."')
    plain = LEADING.sub("", flat)
    if not plain or plain in ("HE", "THEY", "IT", "WE", "I", "SHE", "GROUP", "PEOPLE"):
        return []
    known = next(
        (
            party
            for party in sorted(party_names(), key=len, reverse=True)
            if re.search(rf"(?<!\w){re.escape(party)}(?!\w)", plain)
        ),
        None,
    )
    if known is not None:
        rest = plain.replace(known, "").strip()
        return [(plain if tokens(rest) else "", known)]
    grouped = GROUPED.match(plain)
    if grouped is not None and BODY.search(grouped["body"]):
        return [(plain, grouped["body"])]
    if BODY.search(plain):
        return [("", plain)]
    return [(plain, "")]


def confidence(claim: Claim, reading: Reading) -> str:
    """How surely this claim lays it to its actors, in the task's words."""
    said = " ".join(claim.quote.split())
    if claim.stance is Stance.ACCEPTS_RESPONSIBILITY:
        return CLAIMED
    official = any(speaker.kind in AUTHORITIES for speaker in claim.speakers)
    if DOUBTED.search(said) or ACCUSED.search(said):
        return "SUSPECTED OR ACCUSED BY AUTHORITIES" if official else "SUSPECTED OR ACCUSED"
    return FACT
