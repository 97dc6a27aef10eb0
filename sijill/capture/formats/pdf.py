"""PDF: the text with page and box of every line, an image hash of every page, and two readings of every number.

A PDF says where each glyph is drawn, not in which order the words are meant. Lines in Arabic script are put in order by
where their letters stand; every number is read twice, as PDFium orders it and as it stands on the page, and where the
two differ that is a doubt. A page without text that something is drawn on is a scan: its words are read where an engine
for that is installed, and marked as read by it.
"""

import ctypes
import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from io import BytesIO
from itertools import zip_longest
from math import ceil, floor
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from sijill.capture.content import Content, Unreadable, held
from sijill.capture.documents import question, with_text
from sijill.capture.formats.pdf_lines import DIGIT, Glyph, Line, Row, lines, numbers_apart, rows_of, turns
from sijill.capture.found import Found, Reading, Recognises, Results, SeenLine
from sijill.model.decision import Doubt
from sijill.model.document import Digest, Embedded, Particulars, Region, State

READER = f"sijill.pdf/1 pdfium/{pdfium.PDFIUM_INFO.build}"
PAGES, GLYPHS, RECTANGLES = 20_000, 2_000_000, 200
TURNED = 0.1
POINTS = 72
"""An inch."""
ROW = re.compile(r"[^\r\n]+")
DRAWN = 3000
"""Points of a side up to which a page is drawn for its hash."""
INFO = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")
DOTS, LONGEST = 300, 4000
"""Dots an inch at which a scan is drawn for the engine, and dots of its longer side at most."""


class Page(NamedTuple):
    """What a page holds. apart: numbers read two ways; scan: were its words read in a picture? None: left unread."""

    lines: list[Line]
    image: Digest | None
    apart: list[dict[str, str | int]]
    scan: bool | None = False


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
                pages.append(_page(document[number], reading.recognise))
            except pdfium.PdfiumError:
                pages.append(Page([], None, []))
                doubts.append(question(reading.original, "page_unreadable", page=number + 1))
    finally:
        document.close()
    yield _found(reading, pages, doubts, said)


def _found(reading: Reading, pages: list[Page], doubts: list[Doubt], said: tuple[Embedded, ...]) -> Found:
    text, regions = _written(pages)
    for number, page in enumerate(pages, start=1):
        doubts += [question(reading.original, "number_read_two_ways", page=number, **each) for each in page.apart]
    left = [number for number, page in enumerate(pages, start=1) if page.scan is None]
    if left:
        doubts.append(question(reading.original, "pages_not_read", count=len(left), first=left[0]))
    reader = READER
    if reading.recognise is not None and any(page.scan for page in pages):
        reader = f"{READER} {reading.recognise.reader}"
        if any(DIGIT.search(line.text) for page in pages if page.scan for line in page.lines):
            doubts.append(question(reading.original, "machine_read", reader=reading.recognise.reader))
    found = with_text(
        reading,
        text,
        reader=reader,
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


def _page(page: pdfium.PdfPage, recognise: Recognises | None) -> Page:
    textpage = page.get_textpage()
    try:
        rows, digits = _rows(textpage)
    finally:
        textpage.close()
    image, found = _image_hash(page), lines(rows)
    scan: bool | None = False
    if recognise is not None and image is not None and not found and next(page.get_objects(max_depth=1), None):
        scan, found = _scanned(page, recognise)
    page.close()
    return Page(found, image, numbers_apart(digits), scan)


def _scanned(page: pdfium.PdfPage, recognise: Recognises) -> tuple[bool | None, list[Line]]:
    """Whether words were read in a picture of the page (None: not looked at to the end), and its lines."""
    scale, stream = min(DOTS / POINTS, LONGEST / float(max(page.get_size()))), BytesIO()
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    try:
        size = bitmap.width, bitmap.height
        bitmap.to_pil().save(stream, "PNG", compress_level=1, dpi=(scale * POINTS, scale * POINTS))
    finally:
        bitmap.close()
    seen = recognise(stream.getvalue())
    return (None, []) if seen is None else (bool(seen), _placed(page, size, seen))


def _placed(page: pdfium.PdfPage, size: tuple[int, int], seen: list[SeenLine]) -> list[Line]:
    """Lines of a picture of the page as lines of the page: pixels as points, from the lower left of what it holds."""
    found = []
    for line, after in zip_longest(seen, seen[1:]):
        corners = [_point(page, size, line.box[at : at + 2]) for at in (0, 2)]
        (left, right), (bottom, top) = (sorted(each) for each in zip(*corners, strict=True))
        gap = "" if after is None else "\n" if after.block == line.block else "\n\n"
        found.append(Line(line.text, (floor(left), floor(bottom), ceil(right), ceil(top)), gap))
    return found


def _point(page: pdfium.PdfPage, size: tuple[int, int], pixel: Sequence[int]) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDF_DeviceToPage(page.raw, 0, 0, *size, 0, *pixel, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value


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
    for number, page in enumerate(pages, start=1):
        if not page.lines:
            continue
        if parts:
            parts.append("\n\n")
            at += 2
        for line in page.lines:
            regions.append(Region(start=at, end=at + len(line.text), page=number, box=line.box, image=page.image))
            parts += [line.text, line.after]
            at += len(line.text) + len(line.after)
    return "".join(parts), regions


def _clean(value: str) -> str:
    return " ".join(value.split())[:2000].encode("utf-8", "replace").decode()
