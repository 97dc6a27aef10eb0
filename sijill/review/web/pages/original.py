"""The original of a document: page by page as it looks, with the words of every claim lit; and its bytes."""

from dataclasses import dataclass

from starlette.responses import Response

from sijill.capture.child.drawing import Drawn
from sijill.chain.keeping.opening import vault_of
from sijill.chain.keeping.originals import page_of
from sijill.model.document import Document
from sijill.review.typed import whole
from sijill.review.web.page import reads
from sijill.review.web.visit import NotFound, Visit

RECORDINGS = ("video/mp4", "video/webm", "audio/mpeg", "audio/ogg", "audio/wav", "audio/mp4")
"""What a page plays: never by itself, without sound until it is asked for."""
PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/tiff", "image/bmp")
PDF = "application/pdf"
PAGED = (PDF, *PICTURES)
"""What is drawn beside its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A line of the page that a claim rests on [pixels]. number: of the claim beside the text; on: it was asked for."""

    claim: str
    number: int
    says: str
    x: float
    y: float
    width: float
    height: float
    on: bool


def page(visit: Visit) -> Response:
    """One page as it looks: beside the text, or alone."""
    document, number = _original(visit), _number(visit)
    drawn = page_of(visit.desk.case, document, number)
    chosen = visit.asked("claim")
    return visit.page(
        "sheet.html" if visit.part else "original.html",
        document=document,
        drawn=drawn,
        number=number,
        chosen=chosen,
        boxes=_boxes(visit, document, drawn, number),
        sensitive=visit.desk.journal.settled("sensitive", (document.id,)),
    )


def picture(visit: Visit) -> Response:
    """The picture of a page: made by us, never the bytes of the file."""
    drawn = page_of(visit.desk.case, _original(visit), _number(visit))
    return Response(drawn.picture, media_type="image/png", headers={"Content-Security-Policy": "default-src 'none'"})


def original(visit: Visit) -> Response:
    """The bytes as they were captured: a recording to be played, anything else only to be kept in a file."""
    document = _original(visit)
    shown = document.media_type in RECORDINGS
    return Response(
        vault_of(visit.desk.case).read(document.digest),
        media_type=document.media_type if shown else "application/octet-stream",
        headers={
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Content-Disposition": "inline" if shown else f'attachment; filename="{document.digest[:16]}.bin"',
        },
    )


def pages_by_claim(visit: Visit, document: str) -> dict[str, int]:
    """The page on which the words of each claim begin, where capture kept it."""
    regions = visit.view.regions(document)
    found = {}
    for claim in visit.view.claims_of.get(document, []):
        first = next((each for each in regions if each.start < claim.span[1] and claim.span[0] < each.end), None)
        if first is not None and first.page is not None:
            found[str(claim.id)] = first.page
    return found


def _boxes(visit: Visit, document: Document, drawn: Drawn, number: int) -> list[Box]:
    """Line by line: capture keeps the box of a line, so a line is lit whole."""
    regions = [each for each in visit.view.regions(document.id) if each.page == number and each.box is not None]
    text, chosen, found = visit.view.text(document.id) or "", visit.asked("claim"), []
    claims = [
        each for each in visit.view.claims_of.get(document.id, []) if text[each.span[0] : each.span[1]] == each.quote
    ]
    for at, claim in enumerate(claims, start=1):
        for each in regions:
            if each.box is not None and each.start < claim.span[1] and claim.span[0] < each.end:
                x, y, width, height = drawn.box(each.box)
                found.append(
                    Box(
                        claim=claim.id,
                        number=at,
                        says=visit.wording.says(claim),
                        x=round(x, 1),
                        y=round(y, 1),
                        width=round(width, 1),
                        height=round(height, 1),
                        on=claim.id == chosen,
                    )
                )
    return found


def _original(visit: Visit) -> Document:
    """The document, unless the same file holds something that this person may not open."""
    document = visit.view.documents.get(visit.id())
    if document is None or any(each.digest == document.digest for each in visit.desk.closed(visit.account)):
        raise NotFound(seen=visit.id())
    return document


def _number(visit: Visit) -> int:
    number = whole(visit.id("number"))
    if number is None:
        raise NotFound(seen=visit.id("number"))
    return number


PAGES = (
    reads("/documents/{id}/original", original),
    reads("/documents/{id}/pages/{number}", page),
    reads("/documents/{id}/pages/{number}/picture", picture),
)
