"""An organisation's own list of places: one place a row, under columns that a map names or headers suggest."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sijill.capture.gazetteers.listed import ReadPlaces, RefusedPlace, degrees
from sijill.capture.gazetteers.rows import PlaceRow
from sijill.errors import SijillError
from sijill.language.folding import fold
from sijill.model.place import Place, PlaceId

HEADERS = {
    "id": "id|code|pcode|place id|identifier",
    "name": "name|place|place name|name en|location|village|town|locality|community|settlement|الاسم|المكان|اسم المكان",
    "aliases": "aliases|alias|other names|name ar|arabic|arabic name|alternate names|الاسم بالعربية",
    "lat": "lat|latitude|y|north|خط العرض",
    "lon": "lon|lng|long|longitude|x|east|خط الطول",
    "kind": "kind|type|class|category|النوع",
    "within": "within|district|subdistrict|sub district|county|governorate|province|region|المنطقة|المحافظة",
    "radius": "radius|radius km",
    "people": "population|people|inhabitants|السكان",
}
KINDS = {
    "exact": "exact|point",
    "site": "site|neighbourhood|neighborhood|quarter|street|market|hospital|clinic|school|mosque|church|square|junction"
    "|crossing|checkpoint|prison|building|facility|landmark|bridge|university|حي|شارع|مستشفى|مدرسة|مسجد|سوق",
    "settlement": "settlement|city|town|village|hamlet|camp|refugee camp|community|populated place"
    "|قرية|مدينة|بلدة|مخيم",
    "district": "district|subdistrict|sub-district|county|nahiya|raion|ناحية|قضاء|منطقة",
    "province": "province|governorate|oblast|state|muhafaza|محافظة|ولاية",
    "area": "area|region|countryside|valley|mountain|desert",
}
SAID_TWICE = frozenset({"within", "aliases"})
BETWEEN = re.compile(r",(?=\s*\w+\s*=)")


class NotAPlaceMap(SijillError):
    """A map of a place list that does not follow the grammar."""

    def __init__(self, *, seen: str, wanted: str) -> None:
        super().__init__(
            f"the map of the places has {seen[:80]!r}: {wanted}, as in name=Village,lat=Lat,lon=Long,within=District"
        )


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """Columns by field; several for `within` (nearest first) and `aliases`."""

    columns: Mapping[str, tuple[str, ...]]

    @classmethod
    def parse(cls, spec: str) -> "PlaceMap":
        """The map of a specification. Raises NotAPlaceMap."""
        columns: dict[str, tuple[str, ...]] = {}
        for part in BETWEEN.split(spec):
            field, equals, column = (each.strip() for each in part.partition("="))
            if field not in HEADERS or not equals or not column:
                raise NotAPlaceMap(seen=part, wanted="wanted columns for " + ", ".join(HEADERS))
            if field in columns and field not in SAID_TWICE:
                raise NotAPlaceMap(seen=part, wanted=f"{field} is said twice")
            columns[field] = (*columns.get(field, ()), column)
        if "name" not in columns:
            raise NotAPlaceMap(seen=spec, wanted="it must say which column holds the name")
        return cls(columns)

    @classmethod
    def proposed(cls, header: Iterable[str]) -> "PlaceMap | None":
        """The map that headers suggest; None where no column holds a name."""
        columns: dict[str, tuple[str, ...]] = {}
        for column in header:
            plain = re.sub(r"[\s_]+", " ", column.casefold()).strip()
            for field, words in HEADERS.items():
                if plain in words.split("|") and (field not in columns or field in SAID_TWICE):
                    columns[field] = (*columns.get(field, ()), column)
                    break
        return cls(columns) if "name" in columns else None

    def spec(self) -> str:
        """The specification that `parse` reads back."""
        return ",".join(f"{field}={column}" for field in HEADERS for column in self.columns.get(field, ()))


def read_own(rows: Iterable[PlaceRow], mapping: PlaceMap, *, list_: str, country: str | None) -> ReadPlaces:
    """Every row a place under `list:`, the name of the list and its own id (else its name and what it lies in).

    What a place lies in is kept as it is written, under `name:`: which place that is, joining to the gazetteer finds.
    country   ISO code of the country that all of them lie in
    """
    places: dict[PlaceId, Place] = {}
    refused: list[RefusedPlace] = []
    seen = 0
    for row in rows:
        seen += 1
        made = row.fault or _made(row, mapping, list_=list_, country=country)
        if isinstance(made, Place) and made.id in places:
            made = "id_again"
        if isinstance(made, Place):
            places[made.id] = made
        else:
            refused.append(RefusedPlace(row=str(row.number), reason=made, seen=row.said[:80]))
    return ReadPlaces(
        form="table",
        map=mapping.spec(),
        rows=seen,
        places=tuple(places.values()),
        accepted=len(places),
        refused=tuple(refused),
    )


def _made(row: PlaceRow, mapping: PlaceMap, *, list_: str, country: str | None) -> Place | str:
    """The place of a row, or the code of its fault."""
    said = {field: [row.cells.get(each, "").strip() for each in columns] for field, columns in mapping.columns.items()}
    name = said["name"][0]
    if not fold(name):
        return "no_name"
    kind = _kind(_first(said, "kind"))
    if kind is None:
        return "unknown_kind"
    try:
        position = degrees(_first(said, "lat"), _first(said, "lon")) or row.position
        radius = float(_first(said, "radius")) if _first(said, "radius") else row.radius_km
    except ValueError:
        return "no_position"
    lies = [each for each in said.get("within", ()) if each]
    people = _first(said, "people").replace(",", "")
    own = _first(said, "id") or "/".join([fold(name), *map(fold, lies)])
    return Place(
        id=PlaceId(f"list:{list_}/{own}"),
        name=name,
        aliases=_aliases(name, said.get("aliases", ())),
        lat=position[0] if position else None,
        lon=position[1] if position else None,
        kind=kind,
        within=(*(PlaceId(f"name:{each}") for each in lies), *([PlaceId(f"country:{country}")] if country else [])),
        radius_km=radius,
        population=int(people) if people.isdecimal() and int(people) else None,
    )


def _first(said: Mapping[str, Sequence[str]], field: str) -> str:
    return next(iter(said.get(field, ())), "")


def _kind(word: str) -> str | None:
    """The kind that a word means; a settlement where none is said."""
    plain = word.casefold().replace("_", " ").strip()
    return next((kind for kind, words in KINDS.items() if plain in words.split("|")), None) if plain else "settlement"


def _aliases(name: str, cells: Sequence[str]) -> tuple[str, ...]:
    said = dict.fromkeys(each.strip() for cell in cells for each in re.split(r"[|;]", cell) if each.strip())
    return tuple(each for each in said if each != name)
