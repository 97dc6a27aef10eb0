"""What an original looks like: a page of a PDF, or a picture, drawn in a process that can do nothing else.

Also where it lies within another file. What comes back is always a PNG of our own making, never the bytes of the file;
for a PDF with what turns points of the page into pixels, whatever the page is rotated by or cut to.
"""

import ctypes
import io
import json
import subprocess
import sys
import threading
from dataclasses import asdict, dataclass
from math import isfinite
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageOps
from pypdfium2 import raw

from sijill.capture.child.confinement import allow_seconds, confine, patience, started
from sijill.capture.child.process import ENVIRONMENT
from sijill.capture.content import Content, head_of, held, opened
from sijill.capture.found import Reading, Results, Told
from sijill.capture.kinds import HEAD, Kind, kind_of
from sijill.capture.read import read_original, read_part
from sijill.errors import SijillError
from sijill.model.document import Digest

MODULE = "sijill.capture.child.drawing"
DRAWER = f"sijill.drawing/1 pdfium/{pdfium.PDFIUM_INFO.build}"
SIDE = 1700
"""Pixels of the longer side: a page of A4 at 145 dots an inch."""
SCALE = 2.5
"""Pixels for a point at most: a small page is not drawn as a large one."""
LARGEST = 40_000_000
"""Bytes that a drawn page may have."""
FINE = 1000
PNG = b"\x89PNG\r\n\x1a\n"
DESCRIPTOR = "/proc/self/fd/0" if sys.platform == "linux" else "/dev/fd/0"
Matrix = tuple[float, float, float, float, float, float]


class NotDrawn(SijillError):
    """A page that cannot be shown as it looks."""

    def __init__(self, *, page: int, why: str) -> None:
        super().__init__(f"page {page} of this original cannot be drawn: {why[:200]}")
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A page of an original. size: bytes of the whole original; locator: of the part that has the page."""

    name: str
    media_type: str
    digest: Digest
    locator: str
    size: int
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A page as it looks: a PNG of so many pixels, of a document of so many pages.

    onto   (a, b, c, d, e, f): the point (x, y) of the page is drawn at (a x + c y + e, b x + d y + f)
    """

    picture: bytes
    pages: int
    width: int
    height: int
    onto: Matrix

    def box(self, box: tuple[int, int, int, int]) -> tuple[float, float, float, float]:
        """Where a box of the page is drawn: left, top, width, height [pixels]."""
        a, b, c, d, e, f = self.onto
        left, bottom, right, top = box
        xs, ys = zip(
            *((a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)), strict=True
        )
        return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def draw(path: Path, wanted: Wanted) -> Drawn:
    """The page of the original at `path`. Raises NotDrawn, whatever the file does to the process that draws it."""
    with path.open("rb") as file:
        process = subprocess.Popen(  # noqa: S603
            (*started(MODULE), json.dumps(asdict(wanted))),
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=ENVIRONMENT,
            cwd="/",
        )
    late = threading.Timer(patience(wanted.size), process.kill)
    late.start()
    try:
        with process:
            answered = process.stdout.read(LARGEST + 1) if process.stdout is not None else b""
            process.kill()
    finally:
        late.cancel()
    return _checked(answered, wanted.page)


def _checked(answered: bytes, page: int) -> Drawn:
    """What the process said, if it is in the known form: it is not believed."""
    head, _, picture = answered.partition(b"\n")
    try:
        told = json.loads(head)
        if isinstance(told, dict) and "why" in told:
            raise NotDrawn(page=page, why=str(told["why"]))
        pages, width, height, *onto = (float(each) for each in told)
    except (ValueError, TypeError) as fault:
        raise NotDrawn(page=page, why="the process that draws ended before its end") from fault
    sound = picture.startswith(PNG) and len(answered) <= LARGEST and len(onto) == 6 and all(map(isfinite, onto))
    if not sound or not (0 < width <= SIDE + 1 and 0 < height <= SIDE + 1):
        raise NotDrawn(page=page, why="what came back is no picture of a page")
    a, b, c, d, e, f = onto
    return Drawn(picture=picture, pages=int(pages), width=int(width), height=int(height), onto=(a, b, c, d, e, f))


class _Sought(Exception):
    """Internal: the part that was looked for."""

    def __init__(self, content: Content) -> None:
        super().__init__()
        self.content = content


def _part(path: Path, wanted: Wanted) -> Content:
    """The bytes of the part, taken out of whatever it lies in."""
    if not wanted.locator:
        return path

    def door(content: Content, reading: Reading) -> Results:
        here = reading.original.locator
        if here == wanted.locator:
            raise _Sought(content)
        return read_part(content, reading) if wanted.locator.startswith(here) else iter(())

    try:
        outer = wanted.name.split(" > ")[0]
        for _ in read_original(path, outer, wanted.digest, Told(captured=""), door=door):
            pass
    except _Sought as found:
        return found.content
    raise NotDrawn(page=wanted.page, why=f"nothing lies at {wanted.locator!r}")


def _drawn(path: Path, wanted: Wanted) -> Drawn:
    content = _part(path, wanted)
    kind, _ = kind_of(wanted.name, head_of(content, HEAD), media_type=wanted.media_type or None)
    if kind is Kind.IMAGE and wanted.page == 1:
        return _picture(content)
    if kind is not Kind.PDF:
        raise NotDrawn(page=wanted.page, why=f"there are no pages in {kind.value}")
    return _pdf_page(content, wanted.page)


def _picture(content: Content) -> Drawn:
    with opened(content) as stream, Image.open(stream) as image:
        image.draft("RGB", (SIDE, SIDE))
        upright = ImageOps.exif_transpose(image).convert("RGBA")
    upright.thumbnail((SIDE, SIDE))
    white = Image.new("RGB", upright.size, "white")
    white.paste(upright, mask=upright)
    return _encoded(white, 1, (1.0, 0.0, 0.0, -1.0, 0.0, float(upright.height)))


def _pdf_page(content: Content, number: int) -> Drawn:
    document = pdfium.PdfDocument(held(content))
    try:
        if not 1 <= number <= len(document):
            raise NotDrawn(page=number, why=f"there are {len(document)}")
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(SCALE, SIDE / max(width, height, 1.0))
        bitmap = page.render(scale=scale, may_draw_forms=False)
        image = bitmap.to_pil().convert("RGB")
        return _encoded(image, len(document), _matrix(page, image.width, image.height))
    finally:
        document.close()


def _matrix(page: pdfium.PdfPage, width: int, height: int) -> Matrix:
    """How PDFium turns points of the page into pixels, from where it draws three of them."""
    x, y = ctypes.c_int(), ctypes.c_int()

    def at(*point: float) -> tuple[float, float]:
        raw.FPDF_PageToDevice(page.raw, 0, 0, width * FINE, height * FINE, 0, *point, ctypes.byref(x), ctypes.byref(y))
        return x.value / FINE, y.value / FINE

    (e, f), (right, beside), (up, above) = at(0, 0), at(1000, 0), at(0, 1000)
    return (right - e) / 1000, (beside - f) / 1000, (up - e) / 1000, (above - f) / 1000, e, f


def _encoded(image: Image.Image, pages: int, onto: Matrix) -> Drawn:
    written = io.BytesIO()
    image.save(written, "PNG")
    return Drawn(picture=written.getvalue(), pages=pages, width=image.width, height=image.height, onto=onto)


def main() -> None:
    """Give up every right that drawing does not need; then draw, and tell it."""
    told = json.loads(sys.argv[1])
    wanted = Wanted(**told)
    Image.preinit()
    confine()
    allow_seconds(wanted.size)
    try:
        made = _drawn(Path(DESCRIPTOR), wanted)
    except (NotDrawn, pdfium.PdfiumError, Image.DecompressionBombError, OSError) as fault:
        why = fault.why if isinstance(fault, NotDrawn) else str(fault)
        sys.stdout.buffer.write(json.dumps({"why": why}).encode() + b"\n")
        return
    head = json.dumps([made.pages, made.width, made.height, *made.onto])
    sys.stdout.buffer.write(head.encode() + b"\n" + made.picture)


if __name__ == "__main__":
    main()
