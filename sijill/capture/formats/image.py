"""Pictures: what they say of themselves, each value with where it stands and as it stands.

Their words are read where an engine for that is installed, and marked as read by it: a machine takes 3 for 8.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any

from PIL import ExifTags, Image, UnidentifiedImageError

from sijill.capture.content import Content, Unreadable, held, opened
from sijill.capture.documents import question, with_text, without_text
from sijill.capture.found import Reading, Results
from sijill.model.document import Embedded, Particulars, State

LONGEST = 2000
UNSEEN = Embedded(name="words", value="not looked for to the end: too large, or out of time", source="recognition")
DIGIT = re.compile(r"\d")
VALUES = 500
IFDS = {"exif:photo": ExifTags.IFD.Exif, "exif:gps": ExifTags.IFD.GPSInfo, "exif:interop": ExifTags.IFD.Interop}
NAMES: Mapping[str, Mapping[int, str]] = {"exif:gps": ExifTags.GPSTAGS}
FAULTS = (UnidentifiedImageError, OSError, ValueError, SyntaxError, KeyError, TypeError, EOFError, IndexError)


def image_document(content: Content, reading: Reading) -> Results:
    """What stands in the picture, and its words where something reads them. Nothing is decoded here: no bomb."""
    with opened(content) as stream:
        try:
            with Image.open(stream) as picture:
                said = tuple(_said(picture))[:VALUES]
        except (*FAULTS, Image.DecompressionBombError) as fault:
            raise Unreadable(State.CORRUPT, str(fault)) from fault
    recognise = reading.recognise
    seen = [] if recognise is None else recognise(held(content))
    if seen is None:
        said = (*said, UNSEEN)
    if recognise is None or not seen:
        yield without_text(reading, State.NO_TEXT, Particulars(embedded=said))
        return
    words = "\n\n".join("\n".join(line.text for line in block) for _, block in groupby(seen, lambda each: each.block))
    found = with_text(reading, words, reader=recognise.reader, particulars=Particulars(embedded=said))
    asked = question(reading.original, "machine_read", reader=recognise.reader)
    yield replace(found, doubts=(asked,)) if DIGIT.search(words) else found


def _said(picture: Image.Image) -> Iterator[Embedded]:
    yield Embedded(name="format", value=str(picture.format), source="image")
    yield Embedded(name="size", value=f"{picture.width}x{picture.height}", source="image")
    yield from _exif(picture)
    for name, value in picture.info.items():
        if isinstance(name, str) and isinstance(value, str | int | float | tuple):
            yield Embedded(name=_shown(name)[:200], value=_shown(value), source=f"{str(picture.format).lower()}:info")
        elif name in ("xmp", "XML:com.adobe.xmp", "comment") and isinstance(value, bytes):
            yield Embedded(name=str(name), value=_shown(value), source=f"{str(picture.format).lower()}:info")


def _exif(picture: Image.Image) -> Iterator[Embedded]:
    try:
        exif = picture.getexif()
        tables: list[tuple[str, Mapping[int, Any]]] = [("exif:image", exif)]
        tables += [(source, exif.get_ifd(ifd)) for source, ifd in IFDS.items()]
    except FAULTS:
        yield Embedded(name="exif", value="cannot be read", source="exif")
        return
    for source, table in tables:
        names = NAMES.get(source, ExifTags.TAGS)
        for tag, value in table.items():
            if not isinstance(value, Mapping):
                yield Embedded(name=names.get(tag, f"tag {tag}"), value=_shown(value), source=source)


def _shown(value: object) -> str:
    """As it stands: bytes that are text as text, others as their hex digits."""
    if isinstance(value, bytes):
        text = value.decode("utf-8", "replace") if value.isascii() else value[:200].hex()
    elif isinstance(value, tuple):
        text = " ".join(map(str, value))
    else:
        text = str(value)
    return text.replace("\x00", " ").strip()[:LONGEST].encode("utf-8", "replace").decode()
