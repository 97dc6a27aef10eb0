"""Plain static pages of a register: they open from a file, offline, and say all they say without a script."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sijill.model.event import EventId
from sijill.publish import gate
from sijill.publish.map.drawing import Map
from sijill.publish.map.moving import moving
from sijill.publish.material import Material
from sijill.publish.quotes import Quotes
from sijill.publish.render import STYLE, design, page, style
from sijill.publish.soundness import Refused, refused_beside, refused_of, said_in, without_words
from sijill.publish.views.document import document_view
from sijill.publish.views.doubts import by_step
from sijill.publish.views.event import viewed
from sijill.publish.views.lists import all_events, document_parts, event_parts
from sijill.publish.views.overview import overview
from sijill.publish.views.situation import situation_view
from sijill.publish.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """What became of the pages: names written and removed, how many were the same already, findings refused."""

    written: list[str]
    unchanged: int
    removed: list[str]
    refused: list[Refused]


def write_pages(out: Path, house: Material, *, changed: Collection[EventId] | None = None) -> Pages:
    """Write the pages of the house below `out`: an overview, doubts, and each event, situation and document.

    changed   events whose page may differ from the last time; None: any may. Never needed to be right, only to be fast
    raises    NotOurs, NotAPageName
    """
    material, refused = sound_only(house)
    kept = _unchanged(out, material, changed)
    passed = gate.let_out(out, pages_of(material, refused, kept), kept=kept)
    return Pages(written=passed.written, unchanged=passed.unchanged, removed=passed.removed, refused=refused)


def sound_only(house: Material) -> tuple[Material, list[Refused]]:
    """The material without whatever does not stand on its words, and what that was."""
    refused = refused_of((*house.findings, *house.lasting.values()), house.claims, house.texts)
    for beside in house.beside:
        fault = without_words(said_in(beside), house.claims, house.texts)
        refused += [refused_beside(beside, fault)] if fault is not None else []
    withheld = {each.id for each in refused}
    sound = replace(
        house,
        findings=[each for each in house.findings if each.id not in withheld],
        lasting={known: each for known, each in house.lasting.items() if each.id not in withheld},
        series=[each for each in house.series if each.id not in withheld],
        patterns=[each for each in house.patterns if each.id not in withheld],
    )
    return sound, refused


def _unchanged(out: Path, material: Material, changed: Collection[EventId] | None) -> set[str]:
    """Pages of events that need not be drawn again: nothing of them changed, and the design is the same."""
    index = out / "index.html"
    if (
        changed is None
        or not index.is_file()
        or f'content="sijill {design()}"'.encode() not in index.read_bytes()[:2000]
    ):
        return set()
    names = (f"events/{each.id}.html" for each in material.findings if each.id not in changed)
    return {name for name in names if (out / name).is_file()}


def pages_of(
    material: Material, refused: Sequence[Refused] = (), kept: Collection[str] = ()
) -> Iterator[tuple[str, bytes]]:
    """Every page of a material by name, but for those that are kept as they are."""
    quotes = Quotes(material)
    told: dict[str, Any] = {"case": material.title, "edition": material.edition, "say": material.say}
    front = overview(material, refused)
    if not material.edition.root:
        yield STYLE, style()
    yield "index.html", page("index.html", top="", here="index.html", view=front, **told)
    yield "map.html", _map_page(material, front.map, told)
    yield from _lists(material, told)
    if material.edition.internal:
        yield "doubts.html", page("doubts.html", top="", steps=by_step(material), **told)
    for finding in material.findings:
        name = f"events/{finding.id}.html"
        if name not in kept:
            yield name, page("event.html", top="../", here=name, view=viewed(finding, material, quotes), **told)
    for situation in material.situations:
        name, shown = f"situations/{situation.id}.html", situation_view(situation, material, quotes)
        yield name, page("situation.html", top="../", here=name, view=shown, **told)
    for document in material.documents.values():
        name, read = f"documents/{document.id}.html", document_view(document, material, quotes)
        yield name, page("document.html", top="../", here=name, view=read, **told)


def _lists(material: Material, told: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """All events and documents by date, where the first page has no room for them."""
    headings = {"events": _("All events by date"), "documents": _("All documents by date")}
    for kind, parts in (("events", event_parts(material)), ("documents", document_parts(material))):
        heading = material.say(headings[kind])
        for part in parts:
            name = f"lists/{kind}_{part.number}.html"
            shown: dict[str, Any] = {"heading": heading, "kind": kind, "part": part, "pieces": parts}
            yield name, page("list.html", top="../", here=name, **shown, **told)


def _map_page(material: Material, still: Map | None, told: Mapping[str, Any]) -> bytes:
    """The map that moves, over the still one that stands where no script runs."""
    shown: dict[str, Any] = {
        "map": still,
        "script": None,
        "events": all_events(material),
    }
    made = moving(material)
    if made is not None:
        shown["script"], shown["script_digest"] = made
    return page("interactive.html", top="", here="map.html", **shown, **told)
