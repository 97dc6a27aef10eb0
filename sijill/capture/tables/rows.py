"""Rows of a table become documents, through its map. Rows in = documents + quarantined, always."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sijill.capture.dates import Published, date_doubts, published
from sijill.capture.documents import lined, written
from sijill.capture.found import Found, Original, Told, refused
from sijill.capture.tables.table_map import TableMap
from sijill.capture.tongue import tongue
from sijill.model.document import Document, Particulars, Quarantined, Region, document_id

HEAD = 300
BETWEEN = "\n\n"
Cell = str | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row as it was read: cells by column, or the code of its fault. seen: what was there, or what is wrong."""

    number: int
    cells: Mapping[str, object] | None
    fault: str = ""
    seen: str = ""


class _Unfit(Exception):
    """Internal: this row goes to quarantine."""

    def __init__(self, reason: str, seen: str) -> None:
        super().__init__(reason)
        self.reason, self.seen = reason, seen


def documents(
    rows: Iterable[Row], original: Original, told: Told, mapping: TableMap, *, reader: str, sheet: str | None = None
) -> Iterator[Found | Quarantined]:
    """One document a row. A row's own date and source win over what was told of the whole file."""
    for row in rows:
        locator = original.at(f"row:{row.number}")
        if row.cells is None:
            yield refused(original, locator, row.fault, row.seen)
            continue
        try:
            yield _document(row, replace(original, locator=locator), told, mapping, reader=reader, sheet=sheet)
        except _Unfit as unfit:
            yield refused(original, locator, unfit.reason, unfit.seen)


def bad_encoding(at: int, text: str) -> str:
    """What to say of a row that cannot be decoded."""
    return f"byte {at} of the file cannot be decoded, add it with --encoding: {text}"


def joined(title: str | None, body: str) -> str:
    """Title, blank line, body; the body alone if it already holds the title in its first 300 characters."""
    if title is None or not title.strip():
        return body
    if not body.strip():
        return title
    wanted = _folded(title)
    at = _folded(body[: HEAD + 2 * len(title)]).find(wanted)
    return body if 0 <= at < HEAD else f"{title}{BETWEEN}{body}"


def _document(row: Row, original: Original, told: Told, mapping: TableMap, *, reader: str, sheet: str | None) -> Found:
    cells = row.cells or {}
    title, source = _words(cells, mapping.title), _words(cells, mapping.source)
    title, body = None if title is None else lined(title), lined(_words(cells, mapping.text) or "")
    text = joined(title, body)
    if not text.strip():
        raise _Unfit("no_text", f"nothing in the column {mapping.text}")
    date = published(_words(cells, mapping.published), captured=told.captured, form=mapping.published_format)
    if date == Published(date=None):
        date = Published(date=told.published)
    document = Document(
        id=document_id(original.digest, original.locator),
        name=original.name,
        digest=original.digest,
        locator=original.locator,
        media_type=original.media_type,
        title=title.strip() if title and title.strip() else None,
        source=source.strip() if source and source.strip() else told.source,
        published=date.date,
        captured=told.captured,
        language=tongue(text),
    )
    return Found(
        document=document,
        text=written(document.id, text, reader=reader),
        doubts=date_doubts(date, document.id, captured=told.captured),
        particulars=Particulars(regions=_regions(text, body, mapping, sheet=sheet, number=row.number)),
    )


def _regions(text: str, body: str, mapping: TableMap, *, sheet: str | None, number: int) -> tuple[Region, ...]:
    """The columns that the text was put together from: the title, if it stands in front, and the body."""
    first = len(text) - len(body) if text.endswith(body) and body.strip() else len(text)
    columns = [(0, max(0, first - len(BETWEEN)), mapping.title), (first, len(text), mapping.text)]
    return tuple(
        Region(start=start, end=end, sheet=sheet, row=number, column=column)
        for start, end, column in columns
        if end > start and column is not None
    )


def _words(cells: Mapping[str, object], column: str | None) -> str | None:
    value = None if column is None else cells.get(column)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None:
        return None
    if not isinstance(value, str):
        raise _Unfit("bad_value", f"{column} holds {type(value).__name__} {str(value)[:80]}, wanted text")
    try:
        value.encode()
    except UnicodeEncodeError as fault:
        raise _Unfit("bad_encoding", f"{column} holds half a character at {fault.start}: {value[:80]}") from fault
    return value


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
