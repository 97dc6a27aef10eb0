"""The packaged gazetteer: places of a country from its text file. Made by `python -m bench.make.gazetteer`."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.resources import files
from importlib.resources.abc import Traversable

from sijill.errors import SijillError
from sijill.model.place import Place, PlaceId

FOLDER = files("sijill.packs") / "gazetteer"
COLUMNS = ("id", "name", "aliases", "lat", "lon", "kind", "within", "radius_km", "population")
TOWN = 100_000
"""From how many people on a settlement beside the country is read: enough to be told apart from those in it."""


class UnknownCountry(SijillError):
    """A country that the packaged gazetteer has no file for."""

    def __init__(self, *, country: str, known: tuple[str, ...]) -> None:
        super().__init__(f"country {country!r} is not in the packaged gazetteer, which has {', '.join(known)}")
        self.country, self.known = country, known


class BrokenGazetteer(SijillError):
    """A file of the gazetteer whose columns are not the declared ones."""

    def __init__(self, *, name: str, line: int, seen: int) -> None:
        super().__init__(f"{name}.tsv line {line}: {seen} columns, wanted {len(COLUMNS)}; build it again")
        self.name, self.line, self.seen = name, line, seen


def load_places(countries: Iterable[str], *, beside: Iterable[str] = ()) -> tuple[Place, ...]:
    """All that is known of some countries (ISO codes: "SY"), the larger towns and provinces of those beside, and every
    country of the world by its name. In order of id, each once. Raises UnknownCountry.
    """
    wanted = dict.fromkeys(countries)
    places = list(_read("countries"))
    for country in wanted:
        places.extend(_read(country))
    for country in dict.fromkeys(beside):
        if country not in wanted:
            places.extend(
                each for each in _read(country) if each.kind != "settlement" or (each.population or 0) >= TOWN
            )
    return tuple(sorted(places, key=lambda place: place.id))


def known_countries() -> tuple[str, ...]:
    """ISO codes of the countries that have a file."""
    return tuple(
        sorted(each.name[:-4] for each in FOLDER.iterdir() if each.name.endswith(".tsv") and each.name[0].isupper())
    )


def neighbours(countries: Iterable[str]) -> tuple[str, ...]:
    """ISO codes of the countries that border on some of these, have a file, and are not among them."""
    wanted = set(countries)
    with (FOLDER / "countries.csv").open(encoding="utf-8") as file:
        rows = {row["iso"]: row["neighbours"].split("|") for row in csv.DictReader(file)}
    beside = {each for country in wanted for each in rows.get(country, ())}
    return tuple(sorted(beside.intersection(known_countries()) - wanted))


def add_places(base: Iterable[Place], more: Iterable[Place]) -> tuple[Place, ...]:
    """A gazetteer with the rows of a pack or of hand/ added. A row under the id of a known place renames it, adds
    its spellings, and moves it only if it says where to.
    """
    places = {place.id: place for place in base}
    for place in more:
        known = places.get(place.id)
        places[place.id] = place if known is None else _joined(known, place)
    return tuple(sorted(places.values(), key=lambda place: place.id))


def _joined(known: Place, row: Place) -> Place:
    names = dict.fromkeys((*row.aliases, known.name, *known.aliases))
    names.pop(row.name, None)
    moved = row.lat is not None
    return replace(
        known,
        name=row.name,
        aliases=tuple(names),
        lat=row.lat if moved else known.lat,
        lon=row.lon if moved else known.lon,
        kind=row.kind,
        within=row.within or known.within,
        because=row.because,
    )


def _read(name: str) -> Iterator[Place]:
    file: Traversable = FOLDER / f"{name}.tsv"
    if not file.is_file():
        raise UnknownCountry(country=name, known=known_countries())
    lines = file.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines[1:-1], start=2):
        cells = line.split("\t")
        if len(cells) != len(COLUMNS):
            raise BrokenGazetteer(name=name, line=number, seen=len(cells))
        yield _place(cells)


def _place(cells: list[str]) -> Place:
    key, name, aliases, lat, lon, kind, within, radius, population = cells
    return Place(
        id=PlaceId(key),
        name=name,
        aliases=tuple(aliases.split("|")) if aliases else (),
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        kind=kind,
        within=tuple(PlaceId(each) for each in within.split("|")) if within else (),
        radius_km=float(radius) if radius else None,
        population=int(population) if population else None,
    )
