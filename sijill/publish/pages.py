"""Plain static pages of a register, for profile `internal`: they open from a file, offline, without a script."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sijill.model.claim import Claim, ClaimId
from sijill.model.decision import Doubt
from sijill.model.document import Document, DocumentId, Quarantined
from sijill.model.event import Event, EventId, Link, Situation
from sijill.model.finding import Finding, Total
from sijill.model.party import Party
from sijill.model.place import Place
from sijill.model.source import Source
from sijill.publish import figures, gate, words
from sijill.publish.gate import Refused
from sijill.publish.map.outlines import Outlines, natural_earth
from sijill.publish.material import Material
from sijill.publish.quotes import Quotes
from sijill.publish.render import design, page
from sijill.publish.views.document import document_view
from sijill.publish.views.doubts import by_step
from sijill.publish.views.event import viewed
from sijill.publish.views.overview import overview
from sijill.publish.views.situation import situation_view

TextOf = Mapping[DocumentId, str] | Callable[[DocumentId], str | None]


KEPT_TEXTS = 512
"""Texts held in memory at a time: a page of an event reads from several documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """What became of the pages: names written and removed, how many were the same already, findings refused."""

    written: list[str]
    unchanged: int
    removed: list[str]
    refused: list[Refused]


def write_pages(
    out: Path,
    *,
    title: str,
    findings: Sequence[Finding],
    events: Iterable[Event],
    claims: Mapping[ClaimId, Claim],
    documents: Iterable[Document],
    texts: TextOf,
    scope: str = "",
    origins: Mapping[ClaimId, str] | None = None,
    totals: Sequence[Total] = (),
    doubts: Sequence[Doubt] = (),
    quarantined: Sequence[Quarantined] = (),
    parties: Iterable[Party] = (),
    places: Iterable[Place] = (),
    sources: Iterable[Source] = (),
    links: Sequence[Link] = (),
    situations: Sequence[Situation] = (),
    lasting: Sequence[Finding] = (),
    unread: Collection[DocumentId] = (),
    outlines: Outlines | None = None,
    changed: Collection[EventId] | None = None,
) -> Pages:
    """Write index.html, doubts.html and a page for every event, situation and document below `out`.

    texts     text of each document; one without text is left out, or None
    origins   claim -> group of copies; a claim that is not in it is an origin of its own document
    lasting   what is found of each situation, under its id      unread   documents that nothing was read of
    outlines  outlines of a pack, drawn on top of the shipped ones
    changed   events whose page may differ from the last time; None: any may. Never needed to be right, only to be fast
    raises    NotOurs, NotAPageName
    """
    text_of = lru_cache(maxsize=KEPT_TEXTS)(texts if callable(texts) else texts.get)
    refused = _refused((*findings, *lasting), claims, text_of)
    withheld = {each.id for each in refused}
    material = Material(
        title=title,
        scope=scope,
        findings=[each for each in findings if each.id not in withheld],
        events={each.id: each for each in events},
        claims=claims,
        documents={each.id: each for each in documents},
        texts=text_of,
        origins=origins or {},
        totals=totals,
        doubts=doubts,
        quarantined=quarantined,
        parties={each.id: each for each in parties},
        places={each.id: each for each in places},
        sources={each.id: each for each in sources},
        links=links,
        situations=situations,
        lasting={each.id: each for each in lasting if each.id not in withheld},
        unread=frozenset(unread),
        outlines=natural_earth() if outlines is None else natural_earth().with_more(outlines),
    )
    kept = _unchanged(out, material, changed)
    passed = gate.let_out(out, dict(_pages(material, refused, kept)), kept=kept)
    return Pages(written=passed.written, unchanged=passed.unchanged, removed=passed.removed, refused=refused)


def _refused(
    findings: Iterable[Finding], claims: Mapping[ClaimId, Claim], text_of: Callable[[DocumentId], str | None]
) -> list[Refused]:
    faults = ((each, gate.fault_of(each, claims, text_of)) for each in findings)
    return [Refused(id=each.id, what=_without_figures(each), reason=fault) for each, fault in faults if fault]


def _without_figures(finding: Finding) -> str:
    place = finding.where.text or "place not known"
    return f"{words.plain(finding.act)}, {place}, {figures.period(finding.when)} ({finding.id})"


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


def _pages(material: Material, refused: Sequence[Refused], kept: Collection[str]) -> Iterator[tuple[str, bytes]]:
    quotes = Quotes(material)
    case = material.title
    yield "index.html", page("index.html", case=case, top="", view=overview(material, refused))
    yield "doubts.html", page("doubts.html", case=case, top="", steps=by_step(material))
    for finding in material.findings:
        name = f"events/{finding.id}.html"
        if name not in kept:
            yield name, page("event.html", case=case, top="../", view=viewed(finding, material, quotes))
    for situation in material.situations:
        shown = situation_view(situation, material, quotes)
        yield f"situations/{situation.id}.html", page("situation.html", case=case, top="../", view=shown)
    for document in material.documents.values():
        shown_document = document_view(document, material, quotes)
        yield f"documents/{document.id}.html", page("document.html", case=case, top="../", view=shown_document)
