"""The page of one document: its whole text with every claim lit and numbered, each linked to its event."""

from dataclasses import dataclass

from markupsafe import Markup

from sijill.model.claim import Claim
from sijill.model.document import Document
from sijill.publish.material import Material
from sijill.publish.quotes import Lit, Quote, Quotes, lit
from sijill.publish.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A claim beside the text. event: title and address, None for a claim in no event."""

    number: int
    quote: Quote
    event: tuple[str, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """Everything that templates/document.html shows. misquoted: claims whose words do not stand in the text."""

    id: str
    title: str
    name: str
    source: str
    published: str
    captured: str
    language: str | None
    state: str
    digest: str
    locator: str
    text: Markup | None
    claims: list[Numbered]
    misquoted: int
    shares: list[tuple[str, str]]


def document_view(document: Document, material: Material, quotes: Quotes) -> DocumentView:
    """The document with those of its claims that read exactly as quoted."""
    text, say = material.texts(document.id), material.say
    claims = material.claims_of.get(document.id, [])
    proven = [each for each in claims if material.sound(each)]
    marks = [
        Lit(number=number, claim=each.id, span=each.span, href=event[1] if (event := _event(each, material)) else None)
        for number, each in enumerate(proven, start=1)
    ]
    return DocumentView(
        id=document.id,
        title=material.title_of(document),
        name=document.name,
        source=document.source or say(_("source not named")),
        published=say.day(document.published) if document.published else say(_("no date of publication")),
        captured=say.day(document.captured),
        language=say.tongue(document.language) if document.language else None,
        state=material.state_of(document),
        digest=document.digest,
        locator=document.locator,
        text=None if text is None else lit(text, marks, say),
        claims=[
            Numbered(number=number, quote=quote, event=_event(claim, material))
            for number, (claim, quote) in enumerate(
                zip(proven, quotes(each.id for each in proven), strict=True), start=1
            )
        ],
        misquoted=len(claims) - len(proven),
        shares=_shares(document, material),
    )


def _event(claim: Claim, material: Material) -> tuple[str, str] | None:
    """Title and address of a claim's event, from the folder of documents."""
    event = material.event_of.get(claim.id)
    if event is not None:
        return material.titles[event], f"../events/{event}.html#{claim.id}"
    return material.situation_of.get(claim.id)


def _shares(document: Document, material: Material) -> list[tuple[str, str]]:
    """Other documents of the same origin: id and source."""
    if document.origin is None:
        return []
    group = material.documents_of_origin.get(document.origin, [])
    return [(each.id, each.source or each.name) for each in group if each.id != document.id]
