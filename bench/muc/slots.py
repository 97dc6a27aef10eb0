"""An incident as a template: the slots of the task, filled and written as its scorer reads them."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from bench.muc.doers import doers
from bench.muc.incidents import Incident
from bench.muc.messages import MONTHS, Message
from bench.muc.people import Human, humans
from bench.muc.tables import countries, folk, kind_of, tokens, towns
from bench.muc.things import things
from sijill.language.days import anchor
from sijill.model.claim import Harm, Reading
from sijill.model.person import Fate

NAMES = (
    "MESSAGE: ID", "MESSAGE: TEMPLATE", "INCIDENT: DATE", "INCIDENT: LOCATION", "INCIDENT: TYPE",
    "INCIDENT: STAGE OF EXECUTION", "INCIDENT: INSTRUMENT ID", "INCIDENT: INSTRUMENT TYPE",
    "PERP: INCIDENT CATEGORY", "PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID", "PERP: ORGANIZATION CONFIDENCE",
    "PHYS TGT: ID", "PHYS TGT: TYPE", "PHYS TGT: NUMBER", "PHYS TGT: FOREIGN NATION",
    "PHYS TGT: EFFECT OF INCIDENT", "PHYS TGT: TOTAL NUMBER", "HUM TGT: NAME", "HUM TGT: DESCRIPTION",
    "HUM TGT: TYPE", "HUM TGT: NUMBER", "HUM TGT: FOREIGN NATION", "HUM TGT: EFFECT OF INCIDENT",
    "HUM TGT: TOTAL NUMBER",
)  # fmt: skip
NINE = frozenset("EL SALVADOR|GUATEMALA|HONDURAS|ARGENTINA|BOLIVIA|CHILE|COLOMBIA|ECUADOR|PERU".split("|"))
FATES = {Fate.DEAD: "DEATH", Fate.INJURED: "INJURY"}
PLAIN = "PLURAL"
LONGEST = 62
"""Days of a period that still dates an incident; a year or a war does not."""
EFFECTS = {Harm.KILLED: "DEATH", Harm.INJURED: "INJURY"}
Fills = dict[int, list[str]]


def filled(incident: Incident, message: Message, listing: Path | None) -> Fills | None:
    """The slots from 2 on; None where the incident is none of the task's."""
    place, country = location(incident, message, listing)
    if country not in NINE:
        return None
    fills: Fills = {
        2: [day_of(incident, message)],
        3: [f"{country}: {place} (CITY)" if place else country],
        4: [incident.kind],
        5: [incident.stage],
    }
    _people(fills, incident, country)
    _targets(fills, incident, country)
    hit = [value for value in fills.get(12, []) if value != "*"]
    if not hit and not fills.get(18) and not fills.get(19):
        return None
    _instruments(fills, incident)
    _perpetrators(fills, incident)
    return fills


def written(number: str, templates: list[Fills]) -> str:
    """The templates of one message in the form of the key; a message without any has one with asterisks."""
    lines: list[str] = []
    for i, fills in enumerate(templates or [{}], start=1):
        for slot, name in enumerate(NAMES):
            values = fills.get(slot) or ["-" if templates else "*"]
            values = [number] if slot == 0 else [str(i) if templates else "*"] if slot == 1 else values
            lines.append(f"{slot}.".ljust(4) + name.ljust(32) + values[0])
            lines += [" " * 36 + value for value in values[1:]]
        lines.append("")
    return "\n".join(lines) + "\n"


def day_of(incident: Incident, message: Message) -> str:
    """A day, two days, or "on or before" the day of the message."""
    default = f"- {_written(message.dated)}" if message.dated else "-"
    told = [part for _, part in incident.parts("when") if part.value is not None]
    for part in sorted(told, key=lambda part: part.carried):
        if part.value is None:
            continue
        period = anchor(part.value, message.dated)
        if period is None or period.start is None or period.end is None:
            continue
        if period.start == period.end:
            return _written(period.start)
        if (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days > LONGEST:
            continue
        return f"{_written(period.start)} - {_written(period.end)}"
    return default


def _written(day: str) -> str:
    when = date.fromisoformat(day)
    return f"{when.day:02d} {MONTHS[when.month - 1]} {when.year % 100:02d}"


def location(incident: Incident, message: Message, listing: Path | None) -> tuple[str, str]:
    """(most precise known place, country)"""
    known, place, country = towns(listing), "", ""
    for claim, reading in incident.told:
        text = re.sub(r"^THE\s+", "", " ".join((claim.where.text or "").upper().split()))
        if text == message.place.upper() and _carried(reading):
            country = country or known.get(text, "")
        elif text in countries() and not country:
            country = countries()[text]
        elif text in known and not place and (known[text] in NINE or not country):
            place, country = text, country or known[text]
    if place and country not in NINE and known.get(place) == country:
        return place, country
    return (place if country in NINE else ""), country if country in NINE else home(message, listing)


def _carried(reading: Reading) -> bool:
    """Is the place that of an earlier sentence or of the dateline, where the story was written?"""
    return all(part.carried for part in reading.parts if part.field == "where")


def home(message: Message, listing: Path | None) -> str:
    """The country of the dateline, else the one the text names most."""
    named = (
        countries().get(message.country.upper())
        or towns(listing).get(message.place.upper())
        or countries().get(message.place.upper())
    )
    if named in NINE:
        return named
    text = " ".join(message.text.upper().split())
    counted = {
        country: sum(text.count(word) for word in (country, *(w for w, c in folk().items() if c == country)))
        for country in sorted(NINE)
    }
    return max(counted, key=lambda country: counted[country])


def _people(fills: Fills, incident: Incident, country: str) -> None:
    found: dict[str, Human] = {}
    for claim, _ in incident.told:
        if claim.victims is None or (claim.toll is not None and claim.toll.number == 0):
            continue
        for human in humans(claim.victims.text, claim.toll, EFFECTS.get(claim.harm, "")):
            tag = next((tag for tag, other in found.items() if _are_the_same(human, other)), human.tag)
            known = found.get(tag)
            if tag != human.tag and known is not None:
                found[tag] = replace(known, effect=known.effect or human.effect)
            elif known is None or (known.effect != "DEATH" and human.effect):
                found[human.tag] = human
    for record in incident.named:
        effect = FATES.get(record.fate, "")
        for human in humans(record.names[0].text, None, effect):
            if human.name and not any(set(tokens(human.name)) & set(tokens(tag)) for tag in found):
                found[human.tag] = human
    everyone = _each_once(list(found.values()))
    fills[18] = [f'"{h.name}"' for h in everyone if h.name]
    fills[19] = [f'"{h.role}": "{h.name}"' if h.name else f'"{h.role}"' for h in everyone if h.role]
    fills[20] = [f'{h.kind}: "{h.tag}"' for h in everyone]
    fills[21] = [f'{h.number}: "{h.tag}"' for h in everyone]
    fills[22] = [f'{h.nation}: "{h.tag}"' for h in everyone if h.nation and h.nation != country]
    fills[23] = [f'{h.effect}: "{h.tag}"' for h in everyone if h.effect]


def _each_once(people: list[Human]) -> list[Human]:
    """ "ROMERO" beside "OSCAR ARNULFO ROMERO" is he: one human by the longest name, with the role and effect of any."""
    found: list[Human] = []
    for human in sorted(people, key=lambda human: -len(tokens(human.name))):
        words = set(tokens(human.name))
        twin = next((i for i, other in enumerate(found) if words and words <= set(tokens(other.name))), None)
        if twin is None:
            found.append(human)
        else:
            other = found[twin]
            said = human if human.role and not other.role else other
            effect = "DEATH" if "DEATH" in (human.effect, other.effect) else other.effect or human.effect
            found[twin] = replace(other, role=said.role, kind=said.kind, effect=effect)
    return [human for human in found if human.name] + [human for human in found if not human.name]


def _are_the_same(human: Human, other: Human) -> bool:
    """ "Jesuit priests" and "the priests": the same people, in fewer words."""
    if human.name or other.name or human.tag == other.tag:
        return human.tag == other.tag
    left, right = tokens(human.role), tokens(other.role)
    shorter, longer = sorted((set(left), set(right)), key=len)
    return left[-1:] == right[-1:] and shorter <= longer and PLAIN in (human.number, other.number)


def _targets(fills: Fills, incident: Incident, country: str) -> None:
    if incident.kind == "KIDNAPPING":
        for slot in range(12, 18):
            fills[slot] = ["*"]
        return
    hit = things(incident)
    fills[12] = [f'"{thing.name}"' for thing in hit]
    fills[13] = [f'{thing.kind}: "{thing.name}"' for thing in hit]
    fills[14] = [f'{thing.number}: "{thing.name}"' for thing in hit]
    fills[15] = [f'{thing.nation}: "{thing.name}"' for thing in hit if thing.nation and thing.nation != country]
    fills[16] = [f'{thing.effect}: "{thing.name}"' for thing in hit if thing.effect]


def _instruments(fills: Fills, incident: Incident) -> None:
    if incident.kind in ("KIDNAPPING", "ARSON"):
        fills[6] = fills[7] = ["*"]
        return
    means = dict.fromkeys(" ".join(claim.means.upper().split()) for claim, _ in incident.told if claim.means)
    for words in means:
        kind = kind_of("instruments.csv", words)
        if kind is not None:
            fills.setdefault(6, []).append(f'"{words}"')
            fills.setdefault(7, []).append(f'{kind[0]}: "{words}"')
    if 7 not in fills and incident.kind == "BOMBING":
        fills[7] = ["BOMB"]


def _perpetrators(fills: Fills, incident: Incident) -> None:
    told = doers(incident)
    named = bool(told.individuals or told.organisations) or incident.kind != "ATTACK"
    fills[8] = ["STATE-SPONSORED VIOLENCE" if told.state else "TERRORIST ACT" if named else "-"]
    fills[9] = [f'"{who}"' for who in told.individuals]
    fills[10] = [f'"{body}"' for body in told.organisations]
    fills[11] = [f'{sure}: "{body}"' for body, sure in told.organisations.items()]
