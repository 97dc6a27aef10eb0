"""A phrase that names a building, vehicle or installation: what it is, how many, whose, what became of it."""

import re
from dataclasses import dataclass

from bench.muc.incidents import Incident
from bench.muc.people import QUANTITY
from bench.muc.tables import folk, kind_of, tokens
from sijill.language.numbers import read_count
from sijill.language.tokens import tokenize
from sijill.model.claim import Reading
from sijill.model.toll import Hedge

DESTROYED = re.compile(r"\b(?:destroy\w*|blow up|dynamite|raze|demolish|flatten|burn down)", re.IGNORECASE)
DAMAGED = re.compile(r"\b(?:damag\w*|set fire to|burn|torch|sabotage)", re.IGNORECASE)
FIGHTING = re.compile(r"\b(?:POSITIONS?|GARRISONS?|BARRACKS|MILITARY|BRIGADE|BATTALION|BASES?|DETACHMENT|ARMY)\b")


@dataclass(frozen=True, slots=True)
class Thing:
    """One physical target."""

    name: str
    kind: str
    number: str
    nation: str
    effect: str


def things(incident: Incident) -> list[Thing]:
    """Every physical target of an incident, each once, with the worst that is said of it."""
    found: dict[str, Thing] = {}
    for _, reading in incident.told:
        for part in reading.parts:
            if part.field == "target":
                text = " ".join(incident.text[part.start : part.end].upper().split())
                thing = _thing(text, effect(reading))
                if thing is not None:
                    known = found.get(thing.name)
                    found[thing.name] = thing if known is None or not known.effect else known
    return list(found.values())


def effect(reading: Reading) -> str:
    """What became of what was struck."""
    rule = next((part.rule for part in reading.parts if part.field == "act"), "")
    if DESTROYED.search(rule):
        return "DESTROYED"
    return "SOME DAMAGE" if DAMAGED.search(rule) else ""


def _thing(text: str, became: str) -> Thing | None:
    name = QUANTITY.sub("", text + " ").strip(' ,."')
    if not name:
        return None
    words = tokens(name)
    kind = kind_of("targets.csv", " ".join(words[: words.index("OF")]) if "OF" in words[1:] else name) or kind_of(
        "targets.csv", name
    )
    nation = next((folk()[word] for word in words if word in folk()), "")
    return Thing(name, kind[0] if kind is not None else "OTHER", _number(text, words), nation, became)


def _number(text: str, words: list[str]) -> str:
    read = tokenize(text)
    for i in range(min(4, len(read))):
        count = read_count(read, i, len(read))
        if count is not None and count.number is not None:
            mark = count.hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN)
            return (
                f"{count.number}-" if mark else f"~{count.number}" if count.hedge is Hedge.ABOUT else str(count.number)
            )
    before = words[: words.index("OF")] if "OF" in words[1:] else words
    last = before[-1] if before else ""
    plural = last.endswith("S") and not last.endswith("SS") and last not in ("HEADQUARTERS", "BUS", "PREMISES")
    return "PLURAL" if plural else "1"
