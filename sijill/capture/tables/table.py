"""CSV, TSV and JSON files: one document a row."""

from collections.abc import Iterator
from itertools import chain

from sijill.capture.content import Content
from sijill.capture.documents import without_text
from sijill.capture.formats.text import TEXT_LIMIT
from sijill.capture.found import Reading, Results, refused
from sijill.capture.survey import survey
from sijill.capture.tables.csv_rows import READER as CSV_READER
from sijill.capture.tables.csv_rows import csv_rows
from sijill.capture.tables.json_rows import READER as JSON_READER
from sijill.capture.tables.json_rows import json_rows
from sijill.capture.tables.rows import Row, documents
from sijill.capture.walk import on_one_line
from sijill.model.document import State


def csv_documents(content: Content, reading: Reading) -> Results:
    """The rows of a CSV or TSV file. Raises TableWithoutMap, NoSuchColumn, AmbiguousColumn."""
    seen, told, original = survey(content, encoding=reading.told.encoding), reading.told, reading.original
    if seen.binary:
        yield without_text(reading, State.UNSUPPORTED)
        return
    rows = csv_rows(content, seen, told.mapping, name=on_one_line(original.name))
    yield from _documents(rows, reading, reader=CSV_READER)


def json_documents(content: Content, reading: Reading) -> Results:
    """The objects of a JSON file, or of its lines. Raises TableWithoutMap, NoSuchColumn."""
    seen, told, original = survey(content, encoding=reading.told.encoding), reading.told, reading.original
    whole = original.media_type == "application/json"
    if seen.binary:
        yield without_text(reading, State.UNSUPPORTED)
        return
    if whole and seen.size > TEXT_LIMIT:
        seen_ = f"{seen.size} bytes in one JSON value: make it JSON lines"
        yield refused(original, original.locator, "too_large", seen_)
        return
    rows = json_rows(content, seen, told.mapping, name=on_one_line(original.name), whole=whole)
    yield from _documents(rows, reading, reader=JSON_READER)


def _documents(rows: Iterator[Row], reading: Reading, *, reader: str) -> Results:
    first = next(rows, None)
    if first is None or reading.told.mapping is None:
        yield without_text(reading, State.NO_TEXT)
        return
    yield from documents(chain([first], rows), reading.original, reading.told, reading.told.mapping, reader=reader)
