"""One captured thing, and how it came to us."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, NewType

from sijill.model.release import Release

DocumentId = NewType("DocumentId", str)
Digest = NewType("Digest", str)


class State(StrEnum):
    """How reading a document ended. "No text" is shown, never taken for "nothing was said". Lists of victims and of
    places have rows, no text.
    """

    OK = "ok"
    NO_TEXT = "no_text"
    ENCRYPTED = "encrypted"
    CORRUPT = "corrupt"
    TOO_LARGE = "too_large"
    TIMEOUT = "timeout"
    UNSUPPORTED = "unsupported"
    LIST = "list"
    PLACES = "places"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article, a post, a page of an archive, a row of a table of articles.

    name        file name or address it was captured under
    digest      SHA-256 of the original in the vault, hex      locator  row, member or part of it; "" for the whole
    published   as told: 2016, 2016-02 or 2016-02-14; None is a doubt, never today's date
    captured    UTC, ISO 8601
    origin      the group of copies it belongs to, once `resolve` has run
    """

    id: Annotated[DocumentId, Release.COARSE]
    name: Annotated[str, Release.NEVER]
    digest: Annotated[Digest, Release.NEVER]
    locator: Annotated[str, Release.NEVER] = ""
    media_type: Annotated[str, Release.OPEN] = "text/plain"
    title: Annotated[str | None, Release.COARSE] = None
    source: Annotated[str | None, Release.COARSE] = None
    published: Annotated[str | None, Release.COARSE] = None
    captured: Annotated[str, Release.COARSE]
    language: Annotated[str | None, Release.OPEN] = None
    state: Annotated[State, Release.OPEN] = State.OK
    origin: Annotated[str | None, Release.COARSE] = None


def document_id(digest: Digest, locator: str) -> DocumentId:
    """Content and place in it: the same file twice is the same document."""
    return DocumentId("doc_" + sha256(f"{digest}\n{locator}".encode()).hexdigest()[:20])


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The text of a document, written once at capture with the reader that made it. Spans count its code points.

    reader   name/version          digest   SHA-256 of the text in UTF-8, hex
    """

    document: Annotated[DocumentId, Release.COARSE]
    text: Annotated[str, Release.NEVER]
    reader: Annotated[str, Release.OPEN]
    digest: Annotated[Digest, Release.NEVER]


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody:
    """One thing that happened to an original: who, when, by which means and with which version of the software."""

    document: Annotated[DocumentId, Release.COARSE]
    action: Annotated[str, Release.OPEN]
    at: Annotated[str, Release.COARSE]
    by: Annotated[str, Release.NEVER]
    means: Annotated[str, Release.NEVER]
    version: Annotated[str, Release.NEVER]
    note: Annotated[str | None, Release.NEVER] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Where a stretch of a text stands in its original, beside the span.

    start, end   code points of the text
    page         from 1             box      left, bottom, right, top in points, from the lower left of the page
    image        SHA-256 of the page as it was drawn (grey, 72 dots an inch)
    sheet, row, column   of a table: the name of the sheet, the row under the header, the name of the column
    """

    start: Annotated[int, Release.NEVER]
    end: Annotated[int, Release.NEVER]
    page: Annotated[int | None, Release.NEVER] = None
    box: Annotated[tuple[int, int, int, int] | None, Release.NEVER] = None
    image: Annotated[Digest | None, Release.NEVER] = None
    sheet: Annotated[str | None, Release.NEVER] = None
    row: Annotated[int | None, Release.NEVER] = None
    column: Annotated[str | None, Release.NEVER] = None


def region_of(span: tuple[int, int], regions: Sequence[Region]) -> Region | None:
    """Where a span stands: the region it begins in, with the box of all regions of that page or row that it touches."""
    start, end = span
    touched = [each for each in regions if each.start < end and start < each.end]
    if not touched:
        return None
    first = touched[0]
    boxes = [each.box for each in touched if each.box is not None and each.page == first.page]
    if not boxes:
        return replace(first, start=start, end=end)
    left, bottom, right, top = zip(*boxes, strict=True)
    return replace(first, start=start, end=end, box=(min(left), min(bottom), max(right), max(top)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """What an original says of itself: kept as it stands there, never repaired.

    source   where in the original it stands: "exif:gps", "pdf:info", "header", "warc"
    """

    name: Annotated[str, Release.NEVER]
    value: Annotated[str, Release.NEVER]
    source: Annotated[str, Release.NEVER]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What an archive says happened to its content before it came to us: a claim of that archive, not our record.

    action   archived | hashed | timestamped | saved          at   as said there
    """

    action: Annotated[str, Release.NEVER]
    at: Annotated[str, Release.NEVER]
    by: Annotated[str, Release.NEVER]
    note: Annotated[str, Release.NEVER]


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What capture read of a document beside its text."""

    regions: Annotated[tuple[Region, ...], Release.NEVER] = ()
    embedded: Annotated[tuple[Embedded, ...], Release.NEVER] = ()
    provenance: Annotated[tuple[Provenance, ...], Release.NEVER] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """A row or member that could not be accepted, kept in its original and named here with the reason.

    digest   SHA-256 of that original, hex                   locator   row or part of it
    reason   a code (bad_encoding, bad_row, no_text, ...)    seen      what was found there, at most 200 characters
    """

    digest: Annotated[Digest, Release.NEVER]
    name: Annotated[str, Release.NEVER]
    locator: Annotated[str, Release.NEVER]
    reason: Annotated[str, Release.OPEN]
    seen: Annotated[str, Release.NEVER]
