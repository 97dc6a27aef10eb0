"""One original in, documents out: the door of capture. Pure: nothing is kept here and no clock is asked.

A document always ends in a named state, whatever its bytes are. Text is written once; spans count its code points.
Readers run in a child process (capture/child): what they raise unforeseen ends that child and names the document.
"""

from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

from sijill.capture.archives.wacz import wacz_documents
from sijill.capture.archives.warc import warc_documents
from sijill.capture.archives.zips import gzip_document, zip_documents
from sijill.capture.content import Content, Unreadable, head_of, opened, size_of
from sijill.capture.dates import told_date
from sijill.capture.documents import without_text
from sijill.capture.formats.docx import docx_document
from sijill.capture.formats.email import email_documents, mhtml_documents
from sijill.capture.formats.html import html_documents
from sijill.capture.formats.image import image_document
from sijill.capture.formats.packages import kind_inside
from sijill.capture.formats.pdf import pdf_document
from sijill.capture.formats.text import text_document
from sijill.capture.found import DEPTH, Budget, Original, Reading, Recognises, Results, Told, refused
from sijill.capture.kinds import HEAD, Kind, kind_of
from sijill.capture.tables.sheets import sheet_documents
from sijill.capture.tables.table import csv_documents, json_documents
from sijill.capture.tables.table_map import TableMap
from sijill.capture.walk import printable
from sijill.errors import SijillError
from sijill.model.document import Digest, State

CHUNK = 1 << 20
Reader = Callable[[Content, Reading], Results]
READERS: Mapping[Kind, Reader] = {
    Kind.TEXT: text_document,
    Kind.TABLE: csv_documents,
    Kind.JSON: json_documents,
    Kind.HTML: html_documents,
    Kind.PDF: pdf_document,
    Kind.DOCX: docx_document,
    Kind.EMAIL: email_documents,
    Kind.MHTML: mhtml_documents,
    Kind.SHEET: sheet_documents,
    Kind.IMAGE: image_document,
    Kind.ZIP: zip_documents,
    Kind.GZIP: gzip_document,
    Kind.WARC: warc_documents,
    Kind.WACZ: wacz_documents,
}
NOT_TAKEN = "not_taken_in"
"""Reason of an original or a part of one that was refused with a sentence: it is kept and named, never lost."""


def read(
    path: Path,
    *,
    captured: str,
    name: str | None = None,
    mapping: TableMap | None = None,
    source: str | None = None,
    published: str | None = None,
    encoding: str | None = None,
) -> Results:
    """Everything in one file, in its order.

    captured   UTC, ISO 8601          name      what it is called, if not as the file (a folder, the vault)
    mapping    of a table's columns   encoding  of files that are not Unicode
    raises     NotADate, UnknownEncoding, TableWithoutMap, NoSuchColumn, AmbiguousColumn: before the first document
    """
    told = Told(
        captured=captured,
        source=None if source is None else printable(source),
        published=told_date(published, captured=captured),
        mapping=mapping,
        encoding=encoding,
    )
    yield from read_original(path, path.name if name is None else name, _digest(path), told)


def read_original(
    content: Content,
    name: str,
    digest: Digest,
    told: Told,
    *,
    media_type: str | None = None,
    door: Reader | None = None,
    begin: Callable[[str], None] = lambda locator: None,
    faulty: Mapping[str, State] | None = None,
    recognise: Recognises | None = None,
) -> Results:
    """The same for an original whose digest is known. door, begin, faulty, recognise: see Reading."""
    original = Original(name=printable(name), digest=digest, media_type=media_type or "")
    budget = Budget.of(size_of(content))
    reading = Reading(
        original=original,
        told=told,
        door=door or read_part,
        budget=budget,
        begin=begin,
        faulty=faulty or {},
        recognise=recognise,
    )
    yield from _read(content, reading)


def read_part(content: Content, reading: Reading) -> Results:
    """A part of an original: a member, an attachment, a record. What cannot be read of it costs no other part."""
    locator = reading.original.locator
    reading.begin(locator)
    if (state := reading.faulty.get(locator)) is not None:
        yield without_text(reading, state)
        return
    try:
        yield from _read(content, reading)
    except SijillError as refusal:
        yield refused(reading.original, locator, NOT_TAKEN, str(refusal))


def _read(content: Content, reading: Reading) -> Results:
    size, original = size_of(content), reading.original
    head = head_of(content, HEAD)
    kind, media_type = kind_of(original.name, head, media_type=original.media_type or None)
    try:
        if kind is Kind.ZIP:
            kind, media_type = kind_inside(content)
        reading = reading.of(media_type)
        reader = READERS.get(kind)
        if size == 0 or kind is Kind.SILENT:
            yield without_text(reading, State.NO_TEXT)
        elif reader is None:
            yield without_text(reading, State.UNSUPPORTED)
        elif reading.depth > DEPTH:
            yield without_text(reading, State.TOO_LARGE)
        else:
            yield from reader(content, reading)
    except Unreadable as end:
        yield without_text(reading, end.state)


def _digest(path: Path) -> Digest:
    hashed = sha256()
    with opened(path) as stream:
        while chunk := stream.read(CHUNK):
            hashed.update(chunk)
    return Digest(hashed.hexdigest())
