"""CSV, TSV and JSON files: one document a row, through a map; a CSV that is a known dataset of events needs none."""

import json
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from sijill.capture.archives.auto_archiver import is_record, record_document
from sijill.capture.content import Content, head_of, held
from sijill.capture.documents import without_text
from sijill.capture.formats.telegram import is_export, telegram_documents
from sijill.capture.formats.text import TEXT_LIMIT
from sijill.capture.found import Reading, Results, refused
from sijill.capture.survey import survey
from sijill.capture.tables.coded_rows import coded_documents, dataset_of
from sijill.capture.tables.csv_rows import READER as CSV_READER
from sijill.capture.tables.csv_rows import csv_columns, csv_rows
from sijill.capture.tables.json_rows import READER as JSON_READER
from sijill.capture.tables.json_rows import json_rows
from sijill.capture.tables.rows import Row, documents
from sijill.capture.tables.table_map import TableMap
from sijill.capture.walk import on_one_line
from sijill.model.document import State

OBJECT_HEAD = 4000
OBJECT_WORDS = (b'"messages"', b'"chats"', b'"metadata"')


def csv_documents(content: Content, reading: Reading) -> Results:
    """The rows of a CSV or TSV file. Raises TableWithoutMap, NoSuchColumn, AmbiguousColumn."""
    seen, told, original = survey(content, encoding=reading.told.encoding), reading.told, reading.original
    if seen.binary:
        yield without_text(reading, State.UNSUPPORTED)
        return
    columns = csv_columns(content, seen)
    dataset = dataset_of(columns) if told.mapping is None else None
    mapping = TableMap(text=columns[0]) if dataset is not None else told.mapping
    rows = csv_rows(content, seen, mapping, name=on_one_line(original.name))
    if dataset is not None:
        yield from coded_documents(rows, original, told, dataset=dataset)
    else:
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
    if whole and (value := _object(content)) is not None:
        if is_export(value):
            yield from telegram_documents(value, reading)
            return
        if is_record(value):
            yield record_document(value, reading)
            return
    rows = json_rows(content, seen, told.mapping, name=on_one_line(original.name), whole=whole)
    yield from _documents(rows, reading, reader=JSON_READER)


def _object(content: Content) -> Mapping[str, Any] | None:
    """The one object that a file holds, if it says one of the things that exports and records of archives say."""
    head = head_of(content, OBJECT_HEAD).lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head.startswith(b"{") or not any(word in head for word in OBJECT_WORDS):
        return None
    try:
        value = json.loads(held(content), parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _refuse(name: str) -> None:
    raise ValueError(name)


def _documents(rows: Iterator[Row], reading: Reading, *, reader: str) -> Results:
    first = next(rows, None)
    if first is None or reading.told.mapping is None:
        yield without_text(reading, State.NO_TEXT)
        return
    yield from documents(chain([first], rows), reading.original, reading.told, reading.told.mapping, reader=reader)
