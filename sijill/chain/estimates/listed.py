"""Persons as an estimate takes them: the lists that hold each, and the traits by which strata are made."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sijill.chain.estimates.nouns import Lists
from sijill.chain.estimates.sampling import Compared, at_threshold, compared, linkages
from sijill.estimate.strata import Held
from sijill.link.persons.persons import person_of
from sijill.model.claim import Status
from sijill.model.document import DocumentId
from sijill.model.person import Fate, Person, VictimRecord
from sijill.model.when import Precision

ADULT, OLD = 18, 60
BY_DAY = (Precision.HOUR, Precision.DAY, Precision.MONTH)


def held_of(person: Person, lists: Lists) -> Held | None:
    """A person as an estimate takes one; None for who is not dead, not named, or on no list any longer."""
    on = frozenset(
        ref.list for ref in person.records if ref.list in lists.names and (ref.list, ref.row) not in lists.gone
    )
    dead = not person.fates or any(each.fate is Fate.DEAD for each in person.fates)
    if person.unnamed or person.vanished or not dead or not on:
        return None
    return Held(lists=on, traits=traits(person, lists))


def traits(person: Person, lists: Lists) -> Mapping[str, str | None]:
    """What strata are made by; None is "not said", and a party where several are accused."""
    accused = {each for ref in person.records for each in lists.accused.get(ref, ())}
    died = person.died
    dated = died.start is not None and died.precision in BY_DAY
    age = person.age
    return {
        "place": str(person.place.place) if person.place.place is not None else person.place.text,
        "month": str(died.start)[:7] if dated else None,
        "sex": person.sex.value if person.sex is not None else None,
        "age": None if age is None else "child" if age[1] < ADULT else "old" if age[0] >= OLD else "adult",
        "status": person.status.value if person.status is not Status.UNKNOWN else None,
        "party": accused.pop() if len(accused) == 1 else None,
    }


class Linkages:
    """The persons of the lists in each of the ways in which their records may be linked."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._records: Sequence[VictimRecord] = lists.records
        names = [each.row.list for each in lists.records]
        self._rows: Compared = compared([each.id for each in lists.records], names, lists.likenesses)
        self._held: dict[tuple[int, ...], Held] = {}

    def drawn(self, number: int, seed: int) -> Iterator[list[Held]]:
        """`number` linkages drawn from the odds of the pairs, one after another."""
        for persons in linkages(self._rows, number=number, seed=seed):
            yield self._of(persons)

    def at(self, threshold: float) -> list[Held]:
        """The linkage in which records are one person from these log-odds on."""
        return self._of(at_threshold(self._rows, threshold))

    def _of(self, persons: Iterable[tuple[int, ...]]) -> list[Held]:
        found = []
        for rows in persons:
            if rows not in self._held:
                records = [self._records[row] for row in rows]
                on = frozenset(each.row.list for each in records)
                self._held[rows] = Held(lists=on, traits=traits(person_of(records, {}, {}), self._lists))
            found.append(self._held[rows])
        return found


def copies(lists: Lists) -> list[tuple[str, ...]]:
    """Lists whose documents all go back to the same origins: they are one list."""
    came_from: dict[str, set[DocumentId]] = {}
    for person in lists.persons:
        for ref in person.records:
            if ref.list in lists.names:
                came_from.setdefault(ref.list, set()).add(ref.document)
    groups: dict[frozenset[str], list[str]] = {}
    for name, documents in came_from.items():
        origins = frozenset(lists.origins[each] for each in documents if each in lists.origins)
        if origins and len(origins) <= len(documents):
            groups.setdefault(origins, []).append(name)
    return [tuple(sorted(names)) for names in groups.values() if len(names) > 1]
