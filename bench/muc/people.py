"""A phrase that names people, as the task wants it: a proper name, a title or role, a number, a kind, a nation."""

import re
from dataclasses import dataclass

from bench.muc.tables import folk, kind_of, tokens
from sijill.extract.en.casing import is_name
from sijill.model.toll import Hedge, Toll

QUANTITY = re.compile(
    r"^(?:(?:AT LEAST|ABOUT|SOME|NEARLY|ALMOST|APPROXIMATELY|MORE THAN|OVER|UP TO|THE|A|AN|ANOTHER|OTHER|SEVERAL|MANY"
    r"|ALL|BOTH|VARIOUS|NUMEROUS|THESE|THOSE|DOZENS OF|HUNDREDS OF|THOUSANDS OF|SCORES OF|ANY|NO|GROUP OF|SERIES OF"
    r"|NUMBER OF|[\d,.]+|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE|TWENTY|THIRTY|FORTY|FIFTY"
    r"|DEAD|LATE)\s+)+"
)
NUMERAL = re.compile(r"^[\d,.]+\s+")
TAIL = re.compile(
    r"\s*(?:\bWHO\b|\bWHICH\b|\bTHAT\b|\bWHOM\b|\bWHILE\b|\bWHEN\b|\bAGED?\b|\bTRAVEL\w+|\bWEARING\b|[\[(;]|--"
    r"|,\s*\d).*$",
    re.DOTALL,
)
GENERAL = frozenset(
    "PEOPLE PERSONS PERSON PEASANTS PEASANT CIVILIANS CIVILIAN MEN MAN WOMEN WOMAN CHILDREN CHILD STUDENTS STUDENT"
    " RESIDENTS SOLDIERS POLICEMEN GUARDS INDIVIDUALS PASSENGERS DEAD WOUNDED PRIESTS JESUITS TOURISTS CITIZENS"
    " INHABITANTS OTHERS".split()
)
EVENTS = frozenset(
    "CASUALTIES CASUALTY DEATHS DEATH INJURIES INJURY MURDER MURDERS KILLING KILLINGS ASSASSINATION ASSASSINATIONS"
    " BODIES BODY KIDNAPPING KIDNAPPINGS MASSACRE MASSACRES EXECUTIONS LOSSES VICTIM VICTIMS ATTACK"
    " ATTACKS CRIME".split()
)
PLURALS = frozenset(
    "PEOPLE MEN WOMEN CHILDREN POLICE POLICEMEN PERSONNEL POPULATION DEAD WOUNDED COMMUNITY FAMILY".split()
)


@dataclass(frozen=True, slots=True)
class Human:
    """One target: `name` or `role` may be missing, not both. `number` as the task writes it."""

    name: str
    role: str
    kind: str
    number: str
    nation: str
    effect: str

    @property
    def tag(self) -> str:
        """What the other slots refer to."""
        return self.name or self.role


def humans(text: str, toll: Toll | None, effect: str) -> list[Human]:
    """Everyone a victims' phrase names."""
    pieces = [piece for piece in _pieces(text) if piece]
    found = []
    for piece in pieces:
        human = _human(piece, toll if piece is pieces[0] or len(pieces) == 1 else None, effect)
        if human is not None:
            found.append(human)
    return found


def _pieces(text: str) -> list[str]:
    flat = " ".join(text.upper().split())
    parts = re.split(r"\s*(?:;|, AND\b|\bAND\b|,(?!\d{3}\b)|\bINCLUDING\b)\s*", flat)
    if any(kind_of("people.csv", part) is None and not _may_be_name(part) for part in parts):
        return [flat]
    return parts


def _human(piece: str, toll: Toll | None, effect: str) -> Human | None:
    said = TAIL.sub("", piece).strip(" ,.\"'")
    plain = QUANTITY.sub("", said + " ").strip()
    if not plain:
        plain = NUMERAL.sub("", said)
    if tokens(plain)[-1:] and tokens(plain)[-1] in EVENTS:
        return None
    kind = kind_of("people.csv", plain)
    name, role = _split(plain, kind)
    if not (name or role) or (name or role).replace("-", "").replace("'", "").isdigit():
        return None
    nation = next((folk()[word] for word in tokens(plain) if word in folk()), "")
    number = number_of(toll, role) if role and not name else "1"
    return Human(name, role, kind[0] if kind is not None else "CIVILIAN", number, nation, effect)


def _split(phrase: str, kind: tuple[str, int] | None) -> tuple[str, str]:
    """(name, role) of "ATTORNEY GENERAL JUAN PEREZ", "PEASANTS OF VARIOUS AGES"."""
    words = tokens(phrase)
    if not words:
        return "", ""
    if kind is None:
        return (" ".join(words), "") if _may_be_name(phrase) else ("", "")
    rest = words[kind[1] :]
    if rest and _may_be_name(" ".join(rest)):
        return " ".join(rest), " ".join(words[: kind[1]])
    if "OF" in words and words[words.index("OF") - 1] in GENERAL:
        words = words[: words.index("OF")]
    return "", " ".join(words)


LINKS = frozenset("DE DEL LA LOS LAS EL Y DA DO VON".split())
COMMON = frozenset(
    "OF IN AT ON BY FROM TO WITH FOR THE A AN AND OR HIS HER THEIR ITS SOME ALL THIS THAT THEM HIM".split()
)


def _may_be_name(phrase: str) -> bool:
    words = tokens(phrase)
    if not 0 < len(words) <= 6 or words[0] in LINKS or words[-1] in LINKS:
        return False
    return all(is_name(word.lower()) and word not in COMMON and word not in folk() for word in words)


def number_of(toll: Toll | None, role: str) -> str:
    """A number as the task writes it: 3, 3-, ~3, PLURAL."""
    if toll is not None and toll.number is not None:
        if toll.hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN):
            return f"{toll.number}-"
        return f"~{toll.number}" if toll.hedge in (Hedge.ABOUT, Hedge.NEARLY) else str(toll.number)
    words = tokens(role)
    before = words[: words.index("OF")] if "OF" in words else words
    last = before[-1] if before else ""
    return "PLURAL" if last in PLURALS or (last.endswith("S") and not last.endswith("SS")) else "1"
