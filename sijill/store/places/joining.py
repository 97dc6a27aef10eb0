"""Place lists that a case took in, joined to what it knows: the same place gets spellings, another one is added.

A list row is a known place if it bears its id; or if one of its names folds to one of the known place's, both are of
one kind, and they lie within NEAR_KM of each other (provinces, districts and what has no position: in one country or
province). Of several such the nearest; of none it is a place of its own. What is known keeps its name and its position.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import inf

from sijill.language.folding import fold
from sijill.model.place import Place, PlaceId, km_between

NEAR_KM = 5.0
CLASS = {
    "exact": "spot",
    "site": "spot",
    "settlement": "settlement",
    "district": "unit",
    "area": "area",
    "province": "province",
    "country": "country",
}
NAMED = "name:"
"""How what a place lies in begins where a list gives only its name."""
WIDE = ("province", "unit", "area")


def join_lists(base: Sequence[Place], lists: Iterable[Sequence[Place]]) -> tuple[Place, ...]:
    """Everything known, list after list, in order of id."""
    known = {place.id: place for place in base}
    for places in lists:
        _join(known, places)
    return tuple(sorted(known.values(), key=lambda place: place.id))


def _join(known: dict[PlaceId, Place], places: Sequence[Place]) -> None:
    """Widest first, so that what lies in a province finds it under its own id."""
    index = _Index(known.values())
    now: dict[PlaceId, PlaceId] = {}
    for place in sorted(places, key=lambda each: (-_width(each), each.id)):
        moved = replace(place, within=_lies_in(place, now, index))
        same = known.get(place.id) or index.same(moved)
        if same is not None:
            now[place.id] = same.id
            known[same.id] = joined = _with(same, moved)
            index.replace(same, joined)
        else:
            known[place.id] = moved
            index.add(moved)


def _width(place: Place) -> int:
    return {"country": 4, "province": 3, "district": 2, "area": 1}.get(place.kind, 0) * 10 - len(place.within)


def _with(known: Place, row: Place) -> Place:
    """The known place with the spellings of a list, and with its position where it has none."""
    names = dict.fromkeys((*known.aliases, row.name, *row.aliases))
    names.pop(known.name, None)
    placed = known.lat is not None
    return replace(
        known,
        aliases=tuple(names),
        lat=known.lat if placed else row.lat,
        lon=known.lon if placed else row.lon,
        within=known.within if len(known.within) >= len(row.within) or known.id in row.within else row.within,
        radius_km=known.radius_km or row.radius_km,
        population=known.population or row.population,
    )


def _lies_in(place: Place, now: Mapping[PlaceId, PlaceId], index: "_Index") -> tuple[PlaceId, ...]:
    """Ids as they are now; names looked up among wider places, and left out where none or several bear them."""
    country = next((each for each in place.within if each.startswith("country:")), None)
    found: dict[PlaceId, None] = {}
    for each in place.within:
        if not each.startswith(NAMED):
            found[now.get(each, each)] = None
            continue
        named = index.wider(each.removeprefix(NAMED), country)
        if named is not None:
            found[named.id] = None
            found.update(dict.fromkeys(named.within))
    found.pop(place.id, None)
    if country is not None:  # the widest stands last
        found.pop(country, None)
        found[country] = None
    return tuple(found)


class _Index:
    """Known places by folded name, as they stand while a list is joined."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.by_name: dict[str, dict[PlaceId, Place]] = defaultdict(dict)
        for place in places:
            self.add(place)

    def add(self, place: Place) -> None:
        for key in _keys(place):
            self.by_name[key][place.id] = place

    def replace(self, before: Place, now: Place) -> None:
        for key in _keys(before):
            self.by_name[key].pop(before.id, None)
        self.add(now)

    def same(self, row: Place) -> Place | None:
        """The known place that a row is, the nearest of several."""
        kind = CLASS.get(row.kind)
        near = [
            (km, each.id, each)
            for key in _keys(row)
            for each in self.by_name.get(key, {}).values()
            if CLASS.get(each.kind) == kind and (km := _apart(each, row, wide=kind in WIDE)) is not None
        ]
        near.sort(key=lambda each: each[:2])
        unsure = len(near) > 1 and near[0][0] == inf and near[0][1] != near[-1][1]
        return near[0][2] if near and not unsure else None

    def wider(self, name: str, country: PlaceId | None) -> Place | None:
        """The one province, district or area of a name; the province before a district of the same name."""
        bearers = [
            each
            for each in self.by_name.get(fold(name), {}).values()
            if CLASS.get(each.kind) in WIDE and (country is None or country in each.within)
        ]
        for kind in WIDE:
            of_kind = [each for each in bearers if CLASS.get(each.kind) == kind]
            if of_kind:
                return of_kind[0] if len(of_kind) == 1 else None
        return None


def _keys(place: Place) -> set[str]:
    return {fold(name) for name in (place.name, *place.aliases)} - {""}


def _apart(known: Place, row: Place, *, wide: bool) -> float | None:
    """Kilometres between the two, infinite where one has no position; None where they cannot be one. Wide places, and
    those without a position, are one if they lie in the same."""
    km = _km(known, row)
    if wide or km == inf:
        inner = [each for each in row.within if not each.startswith("country:")]
        lies = set(known.within[:1] if wide else known.within)
        return km if not row.within or lies & set(inner or row.within) or (wide and lies & set(row.within)) else None
    return km if km <= NEAR_KM else None


def _km(a: Place, b: Place) -> float:
    found = km_between((a.lat, a.lon), (b.lat, b.lon))
    return inf if found is None else found
