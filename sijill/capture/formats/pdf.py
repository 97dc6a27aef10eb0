"""PDF: the text with page and box of every line, an image hash of every page, and two readings of every number.

A PDF says where each glyph is drawn, not in which order the words are meant. Lines in Arabic script are put in order by
where their letters stand; every number is read twice, as PDFium orders it and as it stands on the page, and where the
two differ that is a doubt.
"""

import ctypes
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from sijill.capture.content import Content, Unreadable, held
from sijill.capture.documents import question, with_text
from sijill.capture.formats.pdf_lines import Glyph, Line, lines, numbers_apart
from sijill.capture.found import Found, Reading, Results
from sijill.model.decision import Doubt
from sijill.model.document import Digest, Embedded, Particulars, Region, State

READER = f"sijill.pdf/1 pdfium/{pdfium.PDFIUM_INFO.build}"
PAGES, GLYPHS = 20_000, 2_000_000
DRAWN = 3000
"""Points of a side up to which a page is drawn for its hash."""
INFO = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")
Page = tuple[list[Line], Digest | None, list[dict[str, str | int]]]


def pdf_document(content: Content, reading: Reading) -> Results:
    """The document; without a text if no page has one (a scan)."""
    document = _opened(content)
    try:
        if len(document) > PAGES:
            raise Unreadable(State.TOO_LARGE, f"{len(document)} pages")
        said = tuple(_information(document))
        pages, doubts = list[Page](), list[Doubt]()
        for number in range(len(document)):
            try:
                pages.append(_page(document[number]))
            except pdfium.PdfiumError:
                pages.append(([], None, []))
                doubts.append(question(reading.original, "page_unreadable", page=number + 1))
    finally:
        document.close()
    yield _found(reading, pages, doubts, said)


def _found(reading: Reading, pages: list[Page], doubts: list[Doubt], said: tuple[Embedded, ...]) -> Found:
    text, regions = _written(pages)
    for number, (_, _, apart) in enumerate(pages, start=1):
        doubts += [question(reading.original, "number_read_two_ways", page=number, **each) for each in apart]
    found = with_text(
        reading,
        text,
        reader=READER,
        title=next((each.value for each in said if each.name == "Title"), None),
        particulars=Particulars(regions=tuple(regions) if text.strip() else (), embedded=said),
    )
    return Found(document=found.document, text=found.text, doubts=tuple(doubts), particulars=found.particulars)


def _opened(content: Content) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(held(content))
    except pdfium.PdfiumError as fault:
        state = State.ENCRYPTED if "password" in str(fault).lower() else State.CORRUPT
        raise Unreadable(state, str(fault)) from fault


def _information(document: pdfium.PdfDocument) -> Iterator[Embedded]:
    told = document.get_metadata_dict(skip_empty=True)
    for name in INFO:
        if value := told.get(name):
            yield Embedded(name=name, value=_clean(value), source="pdf:info")
    if (count := document.count_attachments() if hasattr(document, "count_attachments") else 0) > 0:
        yield Embedded(name="attachments", value=str(count), source="pdf")


def _page(page: pdfium.PdfPage) -> Page:
    textpage = page.get_textpage()
    try:
        glyphs = _glyphs(textpage)
    finally:
        textpage.close()
    image = _image_hash(page)
    page.close()
    return lines(glyphs), image, numbers_apart(glyphs)


def _glyphs(textpage: Any) -> list[Glyph]:
    """Every character in PDFium's order, with its box: the advance box, so that neighbours touch."""
    count = min(textpage.count_chars(), GLYPHS)
    box, found, handle = raw.FS_RECTF(), list[Glyph](), textpage.raw
    at = ctypes.byref(box)
    for index in range(count):
        code = raw.FPDFText_GetUnicode(handle, index)
        made = raw.FPDFText_IsGenerated(handle, index) == 1
        if not made:
            raw.FPDFText_GetLooseCharBox(handle, index, at)
        angle = 0.0 if made or not 0x30 <= code <= 0x6F9 else raw.FPDFText_GetCharAngle(handle, index)
        left, bottom, right, top = (0.0, 0.0, 0.0, 0.0) if made else (box.left, box.bottom, box.right, box.top)
        found.append(Glyph(_character(code), left, bottom, right, top, made, abs(angle) > 0.1))
    return found


def _character(code: int) -> str:
    return "\ufffd" if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)


def _image_hash(page: pdfium.PdfPage) -> Digest | None:
    """SHA-256 of the page, drawn grey at 72 dots an inch; None for a page larger than any paper."""
    width, height = page.get_size()
    if not (0 < width <= DRAWN and 0 < height <= DRAWN):
        return None
    bitmap = page.render(scale=1, grayscale=True, may_draw_forms=False)
    try:
        return Digest(sha256(f"{bitmap.width}x{bitmap.height}:".encode() + bytes(bitmap.buffer)).hexdigest())
    finally:
        bitmap.close()


def _written(pages: list[Page]) -> tuple[str, list[Region]]:
    """Pages with a blank line between them, and where each line of each stands."""
    parts, regions, at = list[str](), list[Region](), 0
    for number, (of, image, _) in enumerate(pages, start=1):
        if not of:
            continue
        if parts:
            parts.append("\n\n")
            at += 2
        for line in of:
            regions.append(Region(start=at, end=at + len(line.text), page=number, box=line.box, image=image))
            parts += [line.text, line.after]
            at += len(line.text) + len(line.after)
    return "".join(parts), regions


def _clean(value: str) -> str:
    return " ".join(value.split())[:2000].encode("utf-8", "replace").decode()
