"""How many people of each fate, by place: no small number of the living, in this release or between it and others."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sijill.model.decision import Reason
from sijill.model.person import Fate, Person
from sijill.model.place import Place, PlaceId, PlacePrecision, Where
from sijill.model.release.issued import Issued
from sijill.model.release.rules import ReleaseRules
from sijill.publish.release.coarsen import coarse_place
from sijill.publish.release.suppress import Earlier, Group, suppressed

LIVING = (Fate.MISSING, Fate.DETAINED, Fate.RELEASED, Fate.ALIVE, Fate.INJURED)
"""Fates of people who may be alive."""
EVERYWHERE = "*"
TABLE = "fates"
Key = tuple[str, str]
"""A fate and the id of a place; "" for a place that is not known, EVERYWHERE for all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FateCell:
    """People of one fate at one place, or everywhere. persons: None where not shown; hidden: why, for the house."""

    fate: Fate
    place: str
    persons: int | None
    hidden: Reason | None = None


def fate_of(person: Person) -> Fate:
    """The last that is told of a person."""
    return person.fates[-1].fate


def fates(
    persons: Iterable[Person], places: Mapping[str, Place], rules: ReleaseRules, earlier: Sequence[Issued] = ()
) -> list[FateCell]:
    """Every cell with anybody in it, or hidden; by fate, and by place with EVERYWHERE last.

    persons   as the house knows them        earlier   releases that somebody who reads this one may hold
    """
    told = [each for each in persons if each.fates]
    of_living = Counter(_leaf(each) for each in told if fate_of(each) in LIVING)
    atlas = _Atlas(places)
    leaves = {*of_living, *(leaf for each in earlier for leaf in _leaves(each))}
    groups = atlas.groups(leaves, rules.place)
    counts = {group: sum(of_living[leaf] for leaf in group) for group in groups.values()}
    before = [Earlier(name=_name(each), shown=atlas.shown(each, leaves)) for each in earlier]
    hidden = suppressed(counts, rules.k, before)
    living = {key: (counts[group], hidden.get(group)) for key, group in groups.items()}
    dead = Counter(key for each in told if fate_of(each) is Fate.DEAD for key in atlas.keys(_leaf(each), rules.place))
    cells = living | {key: (number, None) for key, number in dead.items()}
    return [
        FateCell(fate=Fate(key[0]), place=key[1], persons=None if why else number, hidden=why)
        for key, (number, why) in sorted(cells.items(), key=lambda each: _order(each[0]))
        if number or why
    ]


def told(cells: Iterable[FateCell]) -> dict[str, int | None]:
    """What a release showed of the living, as the ledger keeps it; None where nothing was shown. All else was zero."""
    return {f"{TABLE}|{each.fate}|{each.place}": each.persons for each in cells if each.fate in LIVING}


def _order(key: Key) -> tuple[int, bool, bool, str]:
    return list(Fate).index(Fate(key[0])), key[1] == EVERYWHERE, key[1] == "", key[1]


def _name(issued: Issued) -> str:
    return f"release {issued.number} for the profile {issued.profile}"


Leaf = tuple[str, ...]
"""A fate, the finest place that is known, and how fine it is."""


def _leaf(person: Person) -> Leaf:
    return fate_of(person).value, person.place.place or "", person.place.precision.value


def _said(issued: Issued) -> dict[Key, int | None]:
    cells = (each.split("|", 2) for each in issued.small)
    return {(fate, place): issued.small[f"{TABLE}|{fate}|{place}"] for table, fate, place in cells if table == TABLE}


def _leaves(issued: Issued) -> Iterable[Leaf]:
    """A leaf for each cell of an earlier release: nobody may stand there now."""
    for fate, place in _said(issued):
        if place != EVERYWHERE:
            yield fate, place, (issued.rules.place if place else PlacePrecision.UNKNOWN).value


@dataclass(frozen=True)
class _Atlas:
    """Leaves as the cells of a release, no finer than its limit."""

    places: Mapping[str, Place]

    def keys(self, leaf: Leaf, limit: PlacePrecision) -> tuple[Key, Key]:
        fate, place, precision = leaf
        where = Where(place=PlaceId(place), precision=PlacePrecision(precision)) if place else Where()
        coarse = coarse_place(where, limit, self.places)
        return (fate, coarse.place or ""), (fate, EVERYWHERE)

    def groups(self, leaves: Iterable[Leaf], limit: PlacePrecision) -> dict[Key, Group]:
        found: dict[Key, set[Leaf]] = {}
        for leaf in leaves:
            for key in self.keys(leaf, limit):
                found.setdefault(key, set()).add(leaf)
        return {key: frozenset(found[key]) for key in sorted(found)}

    def shown(self, issued: Issued, leaves: Iterable[Leaf]) -> dict[Group, int]:
        """The groups whose number a release told; nobody was where it told nothing and hid nothing."""
        said = _said(issued)
        numbers = {group: said.get(key, 0) for key, group in self.groups(leaves, issued.rules.place).items()}
        return {group: number for group, number in numbers.items() if number is not None}
