"""What is known of a conflict: parties, places and sources from a pack, or from the tables people edit in `hand/`.

A table is refused rather than half read: an unknown column, an id given twice, a party or place that nobody declares,
coordinates off the globe, a row without its reference.
"""

import csv
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from sijill.errors import SijillError
from sijill.model.party import Party, PartyId
from sijill.model.place import Place, PlaceId
from sijill.model.source import Source, SourceId, SpeakerKind

T = TypeVar("T", Party, Place, Source)
COLUMNS = {
    "parties": ("id", "name", "aliases", "kind", "allies", "because"),
    "places": ("id", "name", "aliases", "lat", "lon", "kind", "within", "because"),
    "sources": ("id", "name", "aliases", "kind", "party", "address", "because"),
}
PARTY_KINDS = ("state", "armed_group", "coalition", "police", "unknown")
PLACE_KINDS = ("exact", "site", "settlement", "district", "province", "country", "area")
PACKAGED = ("gn:", "adm1:", "country:", "list:")
"""How the ids of the packaged gazetteer and of lists of places begin: a row under such an id adds to that place."""


class BadRow(SijillError):
    """A row of a pack or of hand/ that says something impossible. The row number counts the header as 1."""

    def __init__(self, *, table: str, row: int, seen: str, wanted: str) -> None:
        super().__init__(f"{table} row {row}: {seen}; {wanted}")
        self.table, self.row, self.seen, self.wanted = table, row, seen, wanted


class BadColumns(SijillError):
    """A table whose header is not the declared one."""

    def __init__(self, *, table: str, seen: Collection[str], wanted: Collection[str]) -> None:
        extra = ", ".join(sorted(set(seen) - set(wanted))) or "none unknown"
        missing = ", ".join(sorted(set(wanted) - set(seen))) or "none missing"
        super().__init__(
            f"{table}: columns unknown: {extra}; missing: {missing}; the header must be {','.join(wanted)}"
        )
        self.table = table


class UnknownPack(SijillError):
    """A pack that is not shipped."""

    def __init__(self, *, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"no pack named {name!r}; there is {', '.join(known)}")
        self.name, self.known = name, known


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Parties, places and sources, in the order of their tables."""

    parties: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def countries(self) -> tuple[str, ...]:
        """ISO codes of the countries of the packaged gazetteer that its places are in."""
        named = [each for place in self.places for each in (place.id, *place.within) if each.startswith("country:")]
        return tuple(sorted({each.removeprefix("country:") for each in named}))


def known_packs() -> tuple[str, ...]:
    """Names of the packs that are shipped."""
    return tuple(sorted(each.name for each in files("sijill.packs").iterdir() if (each / "parties.csv").is_file()))


def load_pack(name: str) -> Pack:
    """A shipped pack. Raises UnknownPack, BadColumns, BadRow."""
    if name not in known_packs():
        raise UnknownPack(name=name, known=known_packs())
    return _load(files("sijill.packs") / name, label=f"pack {name}: ")


def load_hand(folder: Path, *, beside: Pack | None = None) -> Pack:
    """The tables of a case's `hand/`; a table that is not there is empty. Rows may name ids of `beside`."""
    return _load(folder, label="hand/", beside=beside)


def write_hand_templates(folder: Path) -> None:
    """Empty tables with their headers, for people to fill. A table that is there is left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    for table, columns in COLUMNS.items():
        path = folder / f"{table}.csv"
        if not path.exists():
            path.write_text(",".join(columns) + "\n", encoding="utf-8")


def merge_packs(packs: Iterable[Pack]) -> Pack:
    """Several packs as one; of two rows with one id the later one stands."""
    listed = list(packs)
    return Pack(
        parties=_latest(each for pack in listed for each in pack.parties),
        places=_latest(each for pack in listed for each in pack.places),
        sources=_latest(each for pack in listed for each in pack.sources),
    )


def _latest(rows: Iterable[T]) -> tuple[T, ...]:
    return tuple({row.id: row for row in rows}.values())


def _load(folder: Path | Traversable, *, label: str, beside: Pack | None = None) -> Pack:
    known = beside or Pack()
    parties = _table(folder, "parties", label, _party)
    places = _table(folder, "places", label, _place)
    sources = _table(folder, "sources", label, _source)
    party_ids = {each.id for each in (*known.parties, *(party for _, party in parties))}
    place_ids = {each.id for each in (*known.places, *(place for _, place in places))}
    for row, party in parties:
        for ally in party.allies:
            _must(
                ally in party_ids,
                f"{label}parties.csv",
                row,
                f"ally {ally!r}",
                "give the id of a party of these tables",
            )
    for row, place in places:
        for outer in place.within:
            declared = outer in place_ids or outer.startswith(PACKAGED)
            _must(declared, f"{label}places.csv", row, f"within {outer!r}", "give the id of a place, nearest first")
    for row, source in sources:
        named = source.party is None or source.party in party_ids
        _must(named, f"{label}sources.csv", row, f"party {source.party!r}", "give the id of a party, or leave it empty")
    return Pack(
        parties=tuple(each for _, each in parties),
        places=tuple(each for _, each in places),
        sources=tuple(each for _, each in sources),
    )


def _table(
    folder: Path | Traversable, table: str, label: str, make: Callable[[dict[str, str], str, int], T]
) -> list[tuple[int, T]]:
    file = folder / f"{table}.csv"
    if not file.is_file():
        return []
    name = f"{label}{table}.csv"
    reader = csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines(), restkey="more")
    if tuple(reader.fieldnames or ()) != COLUMNS[table]:
        raise BadColumns(table=name, seen=reader.fieldnames or (), wanted=COLUMNS[table])
    rows: dict[str, tuple[int, T]] = {}
    for number, cells in enumerate(reader, start=2):
        _must("more" not in cells, name, number, "more cells than columns", "put quotes around a cell with a comma")
        row = {column: (cell or "").strip() for column, cell in cells.items()}
        for column in ("id", "name", "because"):
            _must(bool(row[column]), name, number, f"an empty {column}", f"every row needs its {column}")
        _must(row["id"] not in rows, name, number, f"id {row['id']!r} again", "an id stands for one row")
        rows[row["id"]] = (number, make(row, name, number))
    return list(rows.values())


def _party(row: dict[str, str], table: str, number: int) -> Party:
    kind = row["kind"] or "unknown"
    _must(kind in PARTY_KINDS, table, number, f"kind {kind!r}", "use " + " | ".join(PARTY_KINDS))
    return Party(
        id=PartyId(row["id"]),
        name=row["name"],
        aliases=_listed(row["aliases"]),
        kind=kind,
        allies=tuple(PartyId(each) for each in _listed(row["allies"])),
        because=row["because"],
    )


def _place(row: dict[str, str], table: str, number: int) -> Place:
    kind = row["kind"] or "settlement"
    _must(kind in PLACE_KINDS, table, number, f"kind {kind!r}", "use " + " | ".join(PLACE_KINDS))
    lat = _degrees(row["lat"], 90, table, number)
    lon = _degrees(row["lon"], 180, table, number)
    _must((lat is None) == (lon is None), table, number, "one coordinate", "give lat and lon, or neither")
    return Place(
        id=PlaceId(row["id"]),
        name=row["name"],
        aliases=_listed(row["aliases"]),
        lat=lat,
        lon=lon,
        kind=kind,
        within=tuple(PlaceId(each) for each in _listed(row["within"])),
        because=row["because"],
    )


def _source(row: dict[str, str], table: str, number: int) -> Source:
    kind = row["kind"] or SpeakerKind.UNKNOWN.value
    kinds = [each.value for each in SpeakerKind]
    _must(kind in kinds, table, number, f"kind {kind!r}", "use " + " | ".join(kinds))
    return Source(
        id=SourceId(row["id"]),
        name=row["name"],
        aliases=_listed(row["aliases"]),
        kind=SpeakerKind(kind),
        party=PartyId(row["party"]) if row["party"] else None,
        address=row["address"] or None,
        because=row["because"],
    )


def _degrees(cell: str, most: float, table: str, number: int) -> float | None:
    if not cell:
        return None
    try:
        value = float(cell)
    except ValueError as fault:
        raise BadRow(
            table=table, row=number, seen=f"coordinate {cell!r}", wanted="give degrees, such as 35.34"
        ) from fault
    _must(-most <= value <= most, table, number, f"coordinate {cell}", f"give degrees from -{most} to {most}")
    return value


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in cell.split("|") if each.strip())


def _must(holds: bool, table: str, row: int, seen: str, wanted: str) -> None:
    if not holds:
        raise BadRow(table=table, row=row, seen=seen, wanted=wanted)
