"""People: those whom the profile lets be named, and how many there are of each fate, no small number of the living."""

from dataclasses import dataclass

from sijill.model.person import Fate, Person
from sijill.publish.material import Material
from sijill.publish.release.fates import EVERYWHERE, LIVING
from sijill.publish.release.naming import is_dead
from sijill.publish.wording import _

NOWHERE = _("place not known")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A document that printed a name before. page: of the release, at the words where they are quoted."""

    title: str
    source: str
    published: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A line of the memorial list. names: in every script in which they may be printed; events: title and id.

    cited   the public documents that print the name        agreed   whoever may give it gave their word
    """

    id: str
    names: list[str]
    age: str
    when: str
    where: str
    events: list[tuple[str, str]]
    cited: list[Citation]
    agreed: bool


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
    dead = [each for each in material.persons if is_dead(each)]
    named = sorted((each for each in dead if each.names), key=_in_time)
    places, rows = _table(material)
    return PeopleView(
        named=[_named(each, material) for each in named],
        unnamed=len(dead) - len(named),
        places=places,
        rows=rows,
        k=k,
    )


def _table(material: Material) -> tuple[list[str], list[FateRow]]:
    """Names of the places, and a row for each fate with a number for each place and for all."""
    cells = {(each.fate, each.place): each.persons for each in material.fates}
    known = {place for _, place in cells if place != EVERYWHERE}
    places = sorted(known, key=lambda each: (each == "", _called(each, material)))
    rows = [
        FateRow(
            fate=material.say.plain(fate),
            living=fate in LIVING,
            numbers=[cells.get((fate, place), 0) for place in places],
            total=cells[fate, EVERYWHERE],
        )
        for fate in Fate
        if (fate, EVERYWHERE) in cells
    ]
    return [_called(each, material) for each in places], rows


def _called(known: str, material: Material) -> str:
    place = material.places.get(known)
    return material.place_name(place) if place is not None else known or material.say(NOWHERE)


def _in_time(person: Person) -> tuple[str, str, str]:
    """By day of death, those without one at the end."""
    day = person.died.start or person.died.end or "9999"
    return day, person.died.end or day, " ".join(each.text for each in person.names)


def _named(person: Person, material: Material) -> Named:
    known = material.cited.get(person.id)
    return Named(
        id=person.id,
        names=[each.text for each in person.names],
        age="" if person.age is None else material.say.bounds(*person.age),
        when=material.say.period(person.died),
        where=_called(person.place.place or "", material),
        events=[(material.titles[each], each) for each in person.events if each in material.titles],
        cited=_citations(person, material),
        agreed=known is not None and known.agreed,
    )


def _citations(person: Person, material: Material) -> list[Citation]:
    """What made the name public, the earliest first."""
    known = material.cited.get(person.id)
    documents = [material.documents[each] for each in known.documents] if known is not None else []
    told = [material.claims[each.claim] for each in person.fates if each.claim in material.claims]  # type: ignore[index]
    at = {each.document: f"#{each.id}" for each in reversed(told)}
    return [
        Citation(
            title=material.title_of(each),
            source=each.source or material.say(_("source not named")),
            published=material.say.day(each.published) if each.published else material.say(_("no date of publication")),
            page=f"documents/{each.id}.html{at.get(each.id, '')}",
        )
        for each in sorted(documents, key=lambda each: (each.published or "9999", each.id))
    ]
