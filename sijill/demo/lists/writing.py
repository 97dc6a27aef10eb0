"""What a list makes of a person: script and spelling, the columns it keeps, and the faults of those who wrote it
down.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sijill.demo.lists.names import PLAIN, Known, Spelling, spelled
from sijill.demo.lists.population import REGIONS, Dead

_DOTS = dict(zip("حخجبتنيفقصطعسرد", "خححتثتنقفضظغشزذ", strict=True))
_LIGATURE_FAULTS = (("الله", "هللا"), ("لا", "ال"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A list: its script, how often it keeps each field, whose death it hears of, and how it errs. Shares in [0, 1].

    dates     death | burial | report | hijri         slips   scales every kind of fault
    copies    the list whose rows it takes over with their errors, and the share it takes
    """

    name: str
    arabic: bool
    spelling: Spelling = PLAIN
    heard: float = 0.45
    father: float = 0.6
    grandfather: float = 0.1
    mother: float = 0.0
    family: float = 0.95
    kunya: float = 0.15
    born: float = 0.1
    age: float = 0.6
    exact: float = 0.8
    dates: str = "death"
    repeats: float = 0.03
    unnamed: float = 0.01
    ligatures: float = 0.0
    slips: float = 1.0
    fighters: float = 0.0
    women: float = 0.0
    copies: str | None = None
    copied: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row as a list has it. Days are ISO or None; month: the day is only known to its month."""

    list: str
    row: int
    person: int
    given: str | None
    father: str | None
    grandfather: str | None
    mother: str | None
    family: str | None
    kunya: str | None
    sex: str | None
    born: str | None
    born_year_only: bool
    age: int | None
    died: str | None
    month: bool
    region: str
    place: str | None
    status: str


def written(person: Dead, style: Style, row: int, random: Random) -> Row:
    """The row of a person in a list."""
    name = _Names(style, random)
    slip = style.slips
    unnamed = random.random() < style.unnamed
    given = None if unnamed else name.written(person.given, 0.05)
    father = name.written(person.father, 0.04) if unnamed or random.random() < style.father else None
    grandfather = name.written(person.grandfather, 0.04) if father and random.random() < style.grandfather else None
    mother = name.written(person.mother, 0.04) if random.random() < style.mother else None
    family = name.written(person.family, 0.07) if random.random() < style.family else None
    kunya = name.written(person.kunya, 0.04) if person.kunya and random.random() < style.kunya else None
    if kunya and random.random() < 0.25:
        family = None
    if given and family and random.random() < 0.015 * slip:
        given, family = family, given
    died, month = _died(person.died, style, random)
    born, year_only, age = _born(person, style, random)
    region = person.region if random.random() > 0.03 * slip else random.choice(REGIONS)
    place: str | None = person.place
    if random.random() < 0.25:
        place = None if random.random() < 0.7 else f"{person.region} {random.randint(1, 28)}"
    return Row(
        list=style.name,
        row=row,
        person=person.person,
        given=given,
        father=father,
        grandfather=grandfather,
        mother=mother,
        family=family,
        kunya=kunya,
        sex=person.sex if random.random() > 0.015 * slip else None,
        born=born,
        born_year_only=year_only,
        age=age,
        died=died,
        month=month,
        region=region,
        place=place,
        status="combatant" if person.combatant and random.random() < 0.8 else "civilian",
    )


class _Names:
    """Names as one list writes them."""

    def __init__(self, style: Style, random: Random) -> None:
        self._style, self._random = style, random

    def written(self, name: Known, slips: float) -> str:
        style, random = self._style, self._random
        text = self._arabic(name.arabic) if style.arabic else spelled(name, style.spelling, random)
        if random.random() < slips * style.slips:
            text = slipped(text, random, arabic=style.arabic)
        return text

    def _arabic(self, text: str) -> str:
        random = self._random
        if random.random() < 0.5:
            text = text.translate(str.maketrans("أإآ", "ااا"))
        if random.random() < 0.35:
            text = text.replace("ة", "ه").replace("ى", "ي")
        if random.random() < 0.4:
            text = text.replace("عبد ", "عبد")
        if random.random() < self._style.ligatures:
            for right, wrong in _LIGATURE_FAULTS:
                text = text.replace(right, wrong)
        return text


def slipped(text: str, random: Random, *, arabic: bool) -> str:
    """One slip of the pen: a dot too many, a letter left out, turned or doubled."""
    if len(text) < 4:
        return text
    at = random.randrange(1, len(text) - 1)
    kind = random.random()
    if arabic and kind < 0.5 and text[at] in _DOTS:
        return text[:at] + _DOTS[text[at]] + text[at + 1 :]
    if kind < 0.6:
        return text[:at] + text[at + 1 :]
    if kind < 0.8:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + text[at] + text[at:]


def _died(died: date, style: Style, random: Random) -> tuple[str | None, bool]:
    """The day as the list has it, and whether only its month is known."""
    if style.dates == "burial":
        died += timedelta(days=random.choice((0, 0, 0, 1, 1, 2)))
    elif style.dates == "report":
        died += timedelta(days=random.choice((0, 0, 1, 1, 2, 3, 7)))
    elif style.dates == "hijri" and random.random() < 0.3:
        died += timedelta(days=random.choice((-1, 1)))
    if random.random() < style.exact:
        return died.isoformat(), False
    kind = random.random()
    if kind < 0.55:
        return (died + timedelta(days=random.choice((-3, -2, -1, 1, 1, 1, 2, 3, 5, 7)))).isoformat(), False
    if kind < 0.75:
        return died.replace(day=1).isoformat(), True
    if kind < 0.85:
        return (died.replace(month=died.day, day=died.month) if died.day <= 12 else died).isoformat(), False
    return None, False


def _born(person: Dead, style: Style, random: Random) -> tuple[str | None, bool, int | None]:
    """Day of birth, whether only its year is known, or an age."""
    if random.random() < style.born:
        born = person.born
        if random.random() < 0.15:
            return born.replace(month=1, day=1).isoformat(), True, None
        if random.random() < 0.05 * style.slips:
            born = born.replace(year=max(1900, born.year + random.choice((-1, 1, -10, 10))), day=min(born.day, 28))
        return born.isoformat(), False, None
    if random.random() < style.age:
        years = (person.died - person.born).days / 365.25
        age = int(years + random.choice((0, 0, 0, 0, -1, 1, 1, 2, -2)))
        if years > 20 and random.random() < 0.3:
            age = round(age / 5) * 5
        return None, False, max(0, age)
    return None, False, None
