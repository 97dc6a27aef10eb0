"""A dossier: events on paper, every figure with its words, custody, proof, method and what is not known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sijill.model.document import Custody, DocumentId
from sijill.model.event import EventId
from sijill.publish import words
from sijill.publish.material import Material, PolicyRun
from sijill.publish.paper.press import to_pdf
from sijill.publish.quotes import Quotes
from sijill.publish.render import page
from sijill.publish.views.event import EventView, viewed
from sijill.publish.views.unknown import unknowns


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


def dossier(material: Material, events: Sequence[EventId], *, custody: Sequence[Custody], root: str) -> bytes:
    """The PDF. custody: as far as it may travel; root: hex of the root of the log that the register stands on."""
    quotes = Quotes(material)
    chosen = [each for each in material.findings if each.id in set(events)]
    view = Dossier(
        events=[(viewed(each, material, quotes), unknowns(each, material)) for each in chosen],
        exhibits=_exhibits(material, list(dict.fromkeys(d for each in chosen for d in each.documents)), custody),
        policies=material.policies,
        root=root,
    )
    edition = material.edition
    html = page("dossier.html", say=material.say, case=material.title, edition=edition, view=view, top="").decode()
    return to_pdf(html, made_on=edition.as_of or "")


def _exhibits(material: Material, documents: Sequence[DocumentId], custody: Sequence[Custody]) -> list[Exhibit]:
    kept: Mapping[DocumentId, list[Custody]] = {each: [] for each in documents}
    for each in custody:
        if each.document in kept:
            kept[each.document].append(each)
    return [
        Exhibit(
            number=number,
            id=known,
            title=document.title or document.name or "untitled",
            source=document.source or "source not named",
            published=document.published or "no date of publication",
            digest=document.digest,
            custody=[(each.at, material.say(words.custody(each.action))) for each in kept[known]],
        )
        for number, known in enumerate(documents, start=1)
        if (document := material.documents.get(known)) is not None
    ]
