"""PDF: the text with page and box of every line, an image hash of every page, and two readings of every number.

A PDF says where each glyph is drawn, not in which order the words are meant. Lines in Arabic script are put in order by
where their letters stand; every number is read twice, as PDFium orders it and as it stands on the page, and where the
two differ that is a doubt.
"""

import ctypes
import re
from collections.abc import Iterator
from hashlib import sha256
from math import ceil, floor
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from sijill.capture.content import Content, Unreadable, held
from sijill.capture.documents import question, with_text
from sijill.capture.formats.pdf_lines import DIGIT, Glyph, Line, Row, lines, numbers_apart, rows_of, turns
from sijill.capture.found import Found, Reading, Results
from sijill.model.decision import Doubt
from sijill.model.document import Digest, Embedded, Particulars, Region, State

READER = f"sijill.pdf/1 pdfium/{pdfium.PDFIUM_INFO.build}"
PAGES, GLYPHS, RECTANGLES = 20_000, 2_000_000, 200
TURNED = 0.1
ROW = re.compile(r"[^\r\n]+")
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
        rows, digits = _rows(textpage)
    finally:
        textpage.close()
    image = _image_hash(page)
    page.close()
    return lines(rows), image, numbers_apart(digits)


def _rows(textpage: Any) -> tuple[list[Row], list[tuple[int, Glyph]]]:
    """The lines as PDFium orders them, and every digit of the page. Only what has to be put in order is looked at
    glyph by glyph: a call for each is what reading a PDF costs.
    """
    count = min(textpage.count_chars(), GLYPHS)
    text = textpage.get_text_range(0, count) if count else ""
    if len(text) != count:  # a character outside the basic plane, or none: places and characters do not fit
        glyphs = [_glyph(textpage, at) for at in range(count)]
        return rows_of(glyphs), [(at, each) for at, each in enumerate(glyphs) if DIGIT.match(each.text)]
    rows = [row for each in ROW.finditer(text) if (row := _row(textpage, each.start(), each[0])) is not None]
    return rows, [(each.start(), _glyph(textpage, each.start())) for each in DIGIT.finditer(text)]


def _row(textpage: Any, start: int, text: str) -> Row | None:
    if turns(text):
        made = rows_of([_glyph(textpage, at) for at in range(start, start + len(text))])
        return made[0] if made else None
    box = _box(textpage, start, len(text))
    return None if box is None or not text.strip() else Row(text.replace("\x00", "\ufffd"), box)


def _box(textpage: Any, start: int, length: int) -> tuple[int, int, int, int] | None:
    """The box around a stretch of text that PDFium draws in a few rectangles; None where it draws nothing."""
    count = min(raw.FPDFText_CountRects(textpage.raw, start, length), RECTANGLES)
    sides = [ctypes.c_double() for _ in range(4)]
    found = []
    for at in range(count):
        raw.FPDFText_GetRect(textpage.raw, at, *map(ctypes.byref, sides))
        found.append(tuple(each.value for each in sides))
    if not found:
        return None
    lefts, tops, rights, bottoms = zip(*found, strict=True)
    return floor(min(lefts)), floor(min(bottoms)), ceil(max(rights)), ceil(max(tops))


def _glyph(textpage: Any, at: int) -> Glyph:
    """A character with its advance box, so that neighbours touch."""
    handle, box = textpage.raw, raw.FS_RECTF()
    letter = _character(raw.FPDFText_GetUnicode(handle, at))
    if raw.FPDFText_IsGenerated(handle, at) == 1:
        return Glyph(letter, 0.0, 0.0, 0.0, 0.0, made=True)
    raw.FPDFText_GetLooseCharBox(handle, at, ctypes.byref(box))
    turned = DIGIT.match(letter) is not None and abs(raw.FPDFText_GetCharAngle(handle, at)) > TURNED
    return Glyph(letter, box.left, box.bottom, box.right, box.top, turned=turned)


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
