"""The door: a file of places in whichever of the forms it is."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from sijill.capture.gazetteers.codab import is_codab, read_codab
from sijill.capture.gazetteers.geonames import is_geonames, read_geonames
from sijill.capture.gazetteers.listed import NotAPlaceList, ReadPlaces, RefusedPlace
from sijill.capture.gazetteers.own import PlaceMap, read_own
from sijill.capture.gazetteers.rows import PlaceTable, tables_of
from sijill.model.place import Place

MOST_BYTES = 2_000_000_000
"""Of one member of an archive, unpacked: the dump of all countries is smaller."""


def read_places(
    path: Path,
    name: str,
    *,
    list_: str,
    mapping: str | None = None,
    country: str | None = None,
    encoding: str | None = None,
) -> ReadPlaces:
    """Every place of a file.

    list_     what the list is called: begins the ids of its own places
    mapping   of the columns of a table; what the headers suggest if None
    country   ISO code that places of a table without one lie in
    raises    NotAPlaceList, NotAPlaceMap, WorkbookNotRead, UnknownEncoding
    """
    if mapping is None and Path(name).suffix.lower() in (".txt", ".zip"):
        with _text(path, name) as (stream, first):
            if is_geonames(first):
                return _not_empty(read_geonames(_with(first, stream)), name)
    said = PlaceMap.parse(mapping) if mapping is not None else None
    tables = tables_of(path, name=name, encoding=encoding)
    read = [_read(table, said, list_=list_, country=country) for table in tables]
    found = [each for each in read if each is not None]
    if not found:
        header = ", ".join(each[:40] for each in tables[0].header[:12]) if tables else "nothing in it"
        raise NotAPlaceList(name=name, why=f"no column is known to hold a name: {header}")
    return _not_empty(_together(found), name)


def _read(table: PlaceTable, said: PlaceMap | None, *, list_: str, country: str | None) -> ReadPlaces | None:
    if said is None and is_codab(table.header):
        return read_codab(table.header, table.rows, country=country)
    mapping = said or PlaceMap.proposed(table.header)
    if mapping is None or any(column not in table.header for columns in mapping.columns.values() for column in columns):
        return None
    return read_own(table.rows, mapping, list_=list_, country=country)


def _together(read: list[ReadPlaces]) -> ReadPlaces:
    """The sheets of a workbook as one list: of one id the row with a position, else the first."""
    places: dict[str, Place] = {}
    refused: list[RefusedPlace] = []
    for each in read:
        refused.extend(each.refused)
        for place in each.places:
            if place.id not in places or (places[place.id].lat is None and place.lat is not None):
                places[place.id] = place
    return ReadPlaces(
        form=read[0].form,
        map=read[0].map,
        rows=sum(each.rows for each in read),
        places=tuple(places.values()),
        accepted=sum(each.accepted for each in read),
        refused=tuple(refused),
    )


def _not_empty(read: ReadPlaces, name: str) -> ReadPlaces:
    if not read.places:
        raise NotAPlaceList(name=name, why="no row of it is a place")
    return read


@contextmanager
def _text(path: Path, name: str) -> Iterator[tuple[TextIO, str]]:
    """The text of a file, or of the dump in an archive, with its first line read."""
    if Path(name).suffix.lower() != ".zip":
        with path.open(encoding="utf-8-sig", errors="replace") as stream:
            yield stream, stream.readline(1_000_000)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            inside = [each for each in archive.infolist() if each.filename.endswith(".txt")]
            inside = [each for each in inside if not each.filename.lower().endswith("readme.txt")]
            if len(inside) != 1 or inside[0].file_size > MOST_BYTES:
                raise NotAPlaceList(name=name, why="the archive holds not exactly one dump")
            with archive.open(inside[0]) as member, TextIOWrapper(member, "utf-8", errors="replace") as stream:
                yield stream, stream.readline(1_000_000)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as fault:
        raise NotAPlaceList(name=name, why="it cannot be opened as an archive") from fault


def _with(first: str, stream: TextIO) -> Iterator[str]:
    yield first
    yield from stream
