"""People: those whom the profile lets be named, and how many there are of each fate, no small number of the living."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sijill.model.person import Fate, Person
from sijill.publish.material import Material
from sijill.publish.release.suppress import suppressed
from sijill.publish.wording import _

LIVING = frozenset({Fate.MISSING, Fate.DETAINED, Fate.RELEASED, Fate.ALIVE, Fate.INJURED})
"""Fates of people who may be alive: small numbers of them are not shown."""
NOWHERE = _("place not known")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A line of the memorial list. names: in every script that is known; events: title and id."""

    id: str
    names: list[str]
    age: str
    when: str
    where: str
    events: list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FateRow:
    """A row of the table of fates: one number for each place, None where it is not shown."""

    fate: str
    living: bool
    numbers: list[int | None]
    total: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleView:
    """Everything that templates/people.html shows. k: least number of living people in a cell."""

    named: list[Named]
    unnamed: int
    places: list[str]
    rows: list[FateRow]
    k: int


def people(material: Material, k: int) -> PeopleView:
    """The persons of a release."""
    named = [each for each in material.persons if each.names]
    places, rows = fates(material.persons, material, k)
    return PeopleView(
        named=sorted((_named(each, material) for each in named), key=lambda each: (each.when, each.names)),
        unnamed=len(material.persons) - len(named),
        places=places,
        rows=rows,
        k=k,
    )


def cells(persons: Sequence[Person], material: Material) -> Counter[tuple[str, str]]:
    """Persons by fate and place: the table before anything is taken out."""
    return Counter((_fate(each).value, _place(each, material)) for each in persons if each.fates)


def fates(persons: Sequence[Person], material: Material, k: int) -> tuple[list[str], list[FateRow]]:
    """The table, with small numbers of the living taken out and what would give them away."""
    counted = cells(persons, material)
    places = sorted({place for _, place in counted}, key=lambda each: (each == material.say(NOWHERE), each))
    known = [fate for fate in Fate if any((fate.value, place) in counted for place in places)]
    living = {(f.value, p): counted[f.value, p] for f in known if f in LIVING for p in places}
    shown = suppressed(living, k)
    rows = []
    for fate in known:
        numbers = [shown.get((fate.value, place), counted[fate.value, place]) for place in places]
        total = sum(counted[fate.value, place] for place in places)
        hide = fate in LIVING and 0 < total < k
        rows.append(
            FateRow(
                fate=material.say.plain(fate), living=fate in LIVING, numbers=numbers, total=None if hide else total
            )
        )
    return places, rows


def _fate(person: Person) -> Fate:
    """The last that is told of a person."""
    return person.fates[-1].fate


def _place(person: Person, material: Material) -> str:
    place = material.places.get(person.place.place or "")
    return material.place_name(place) if place is not None else material.say(NOWHERE)


def _named(person: Person, material: Material) -> Named:
    return Named(
        id=person.id,
        names=[each.text for each in person.names],
        age="" if person.age is None else material.say.bounds(*person.age),
        when=material.say.period(person.died),
        where=_place(person, material),
        events=[(material.titles[each], each) for each in person.events if each in material.titles],
    )
