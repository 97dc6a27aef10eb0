"""All events and all documents by date, in parts that a browser opens at once, where the first page has no room."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sijill.model.document import Document
from sijill.model.finding import Finding
from sijill.publish.material import Material
from sijill.publish.views.overview import MOST, DocumentRow, Row, by_date, document_rows, event_row, in_time
from sijill.publish.wording import _

T = TypeVar("T")
PART = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One page of a list. told: from which to which, from what day; rows: made when they are asked for."""

    number: int
    told: str
    rows: Callable[[], Sequence[Row] | Sequence[DocumentRow]]


def all_events(material: Material) -> str:
    """Where all events are listed, as seen from the first page."""
    return "lists/events_1.html" if len(material.findings) > MOST else "index.html#events"


def event_parts(material: Material) -> list[Part]:
    """The events; empty where the first page holds them all."""
    findings = in_time(material.findings)
    if len(findings) <= MOST:
        return []

    def rows(some: Sequence[Finding]) -> Callable[[], Sequence[Row]]:
        return lambda: [event_row(each, material) for each in some]

    return [
        _part(at, some, material.say.period(some[0].when), rows(some), material=material) for at, some in _cut(findings)
    ]


def document_parts(material: Material) -> list[Part]:
    """The documents; empty where the first page holds them all."""
    documents = by_date(material)
    if len(documents) <= MOST:
        return []

    def rows(some: Sequence[Document]) -> Callable[[], Sequence[DocumentRow]]:
        return lambda: document_rows(material, some)

    return [
        _part(at, some, material.say.day(some[0].published), rows(some), material=material)
        for at, some in _cut(documents)
    ]


def _cut(listed: Sequence[T]) -> Iterator[tuple[int, Sequence[T]]]:
    """Stretches of a list with where each begins."""
    for at in range(0, len(listed), PART):
        yield at, listed[at : at + PART]


def _part(
    at: int,
    some: Sequence[object],
    first: str,
    rows: Callable[[], Sequence[Row] | Sequence[DocumentRow]],
    *,
    material: Material,
) -> Part:
    told = material.say.fill(
        _("{first} to {last}: from {day}"), first=f"{at + 1:,}", last=f"{at + len(some):,}", day=first
    )
    return Part(number=at // PART + 1, told=told, rows=rows)
