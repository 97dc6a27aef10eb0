"""A dossier: events on paper, every figure with its words, custody, proof, method and what is not known."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from sijill.model.document import Custody, DocumentId
from sijill.model.event import EventId
from sijill.publish import words
from sijill.publish.material import Material, PolicyRun
from sijill.publish.paper.unknown import unknowns
from sijill.publish.quotes import Quotes
from sijill.publish.render import page
from sijill.publish.views.event import EventView, viewed
from sijill.publish.wording import _

OF_OTHERS = re.compile(r'<bdi dir="auto">([^<]*)</bdi>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A document that the dossier rests on. digest: SHA-256 of the original, "" where the profile withholds it."""

    number: int
    id: DocumentId
    title: str
    source: str
    published: str
    digest: str
    custody: list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything that templates/dossier.html shows. unknown: of each event, what is not known."""

    events: list[tuple[EventView, list[str]]]
    exhibits: list[Exhibit]
    policies: Sequence[PolicyRun]
    root: str


def dossier(
    material: Material,
    events: Sequence[EventId],
    quotes: Quotes,
    *,
    custody: Mapping[DocumentId, Sequence[Custody]],
    root: str,
) -> str:
    """The page that is set as a PDF.

    quotes   of the material        custody   of each document, as far as it may travel
    root     hex of the root of the log that the register stands on
    """
    places = sorted(material.place_of[each] for each in events if each in material.place_of)
    chosen = [material.findings[each] for each in places]
    view = Dossier(
        events=[(viewed(each, material, quotes), unknowns(each, material)) for each in chosen],
        exhibits=_exhibits(material, list(dict.fromkeys(d for each in chosen for d in each.documents)), custody),
        policies=material.policies,
        root=root,
    )
    edition = material.edition
    html = page("dossier.html", say=material.say, case=material.title, edition=edition, view=view, top="").decode()
    return directed(html)


def directed(html: str) -> str:
    """Words of others each in a direction of their own, said outright: WeasyPrint does not know `dir="auto"`."""
    return OF_OTHERS.sub(_with_its_side, html)


def _with_its_side(found: re.Match[str]) -> str:
    strong = next((each for each in unescape(found[1]) if each.isalpha()), "")
    side = "rtl" if "\u0590" <= strong <= "\u08ff" else "ltr"
    return f'<bdi dir="{side}">{found[1]}</bdi>'


def by_document(custody: Iterable[Custody]) -> dict[DocumentId, list[Custody]]:
    """What happened to each document, in its order: put together once for all dossiers of a release."""
    kept: dict[DocumentId, list[Custody]] = {}
    for each in custody:
        kept.setdefault(each.document, []).append(each)
    return kept


def _exhibits(
    material: Material, documents: Sequence[DocumentId], custody: Mapping[DocumentId, Sequence[Custody]]
) -> list[Exhibit]:
    return [
        Exhibit(
            number=number,
            id=known,
            title=material.title_of(document),
            source=document.source or material.say(_("source not named")),
            published=material.say.day(document.published),
            digest=document.digest,
            custody=[(each.at, material.say(words.custody(each.action))) for each in custody.get(known, ())],
        )
        for number, known in enumerate(documents, start=1)
        if (document := material.documents.get(known)) is not None
    ]
