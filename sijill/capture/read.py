"""One original in, documents out: the door of capture. Pure: nothing is kept here and no clock is asked.

A document always ends in a named state, whatever its bytes are. Text is kept as it is, except that a byte order mark in
front goes and \\r\\n becomes \\n; spans count its code points.
"""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from sijill.capture.dates import told_date
from sijill.capture.found import Found, Original, Told, refused
from sijill.capture.survey import Survey, survey
from sijill.capture.tables.csv_rows import READER as CSV_READER
from sijill.capture.tables.csv_rows import csv_rows
from sijill.capture.tables.json_rows import READER as JSON_READER
from sijill.capture.tables.json_rows import json_rows
from sijill.capture.tables.rows import Row, documents, lined, written
from sijill.capture.tables.table_map import TableMap
from sijill.capture.tongue import tongue
from sijill.capture.walk import on_one_line, printable
from sijill.model.decision import Reason, Step, doubt
from sijill.model.document import Document, Quarantined, State, document_id

READER = "sijill.text/1"
TEXT_LIMIT = 50_000_000
TEXTS = {".txt": "text/plain", ".text": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown"}
TABLES = {".csv": "text/csv", ".tsv": "text/tab-separated-values", ".tab": "text/tab-separated-values"}
JSONS = {".jsonl": "application/jsonl", ".ndjson": "application/jsonl", ".json": "application/json"}
MEDIA_TYPES = TEXTS | TABLES | JSONS
UNKNOWN = "application/octet-stream"
HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t#]*$", re.MULTILINE)


def read(
    path: Path,
    *,
    captured: str,
    name: str | None = None,
    mapping: TableMap | None = None,
    source: str | None = None,
    published: str | None = None,
    encoding: str | None = None,
) -> Iterator[Found | Quarantined]:
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
    seen = survey(path, encoding=encoding)
    name = printable(path.name if name is None else name)
    suffix = Path(name).suffix.lower()
    original = Original(name=name, digest=seen.digest, media_type=MEDIA_TYPES.get(suffix, UNKNOWN))
    state = _hopeless(seen, suffix)
    if state is not None:
        yield _whole(original, told, state)
    elif suffix in TEXTS:
        yield _text(path, seen, original, told)
    elif suffix == ".json" and seen.size > TEXT_LIMIT:
        yield refused(original, "", "too_large", f"{seen.size} bytes in one JSON value: make it JSON lines")
    else:
        yield from _table(path, seen, original, told, suffix=suffix)


def _hopeless(seen: Survey, suffix: str) -> State | None:
    """The state of a file that need not be opened again."""
    if seen.size == 0:
        return State.NO_TEXT
    if suffix not in MEDIA_TYPES or seen.binary:
        return State.UNSUPPORTED
    return State.TOO_LARGE if suffix in TEXTS and seen.size > TEXT_LIMIT else None


def _table(path: Path, seen: Survey, original: Original, told: Told, *, suffix: str) -> Iterator[Found | Quarantined]:
    rows: Iterator[Row]
    name = on_one_line(original.name)
    if suffix in TABLES:
        rows, reader = csv_rows(path, seen, told.mapping, name=name), CSV_READER
    else:
        whole = suffix == ".json"
        rows, reader = json_rows(path, seen, told.mapping, name=name, whole=whole), JSON_READER
    first = next(rows, None)
    if first is None or told.mapping is None:
        yield _whole(original, told, State.NO_TEXT)
        return
    yield from documents(chain([first], rows), original, told, told.mapping, reader=reader)


def _text(path: Path, seen: Survey, original: Original, told: Told) -> Found:
    encoding = seen.encoding or "utf-8"
    try:
        text = lined(path.read_bytes().decode(encoding))
    except UnicodeDecodeError as fault:
        found = _whole(original, told, State.CORRUPT)
        at = seen.bad_at if encoding.startswith("utf-8") else fault.start
        values = {"name": on_one_line(original.name), "at": at, "seen": fault.reason, "encoding": encoding}
        reason = Reason(code="bad_encoding", values=values)
        return Found(document=found.document, doubts=(doubt(Step.CAPTURE, reason, (found.document.id,)),))
    if not text.strip():
        return _whole(original, told, State.NO_TEXT)
    heading = HEADING.search(text) if original.media_type == "text/markdown" else None
    document = _document(original, told, State.OK, title=heading[1] if heading else None, language=tongue(text))
    return Found(document=document, text=written(document, text, reader=READER))


def _whole(original: Original, told: Told, state: State) -> Found:
    return Found(document=_document(original, told, state))


def _document(
    original: Original, told: Told, state: State, *, title: str | None = None, language: str | None = None
) -> Document:
    return Document(
        id=document_id(original.digest, ""),
        name=original.name,
        digest=original.digest,
        media_type=original.media_type,
        title=title,
        source=told.source,
        published=told.published,
        captured=told.captured,
        language=language,
        state=state,
    )
