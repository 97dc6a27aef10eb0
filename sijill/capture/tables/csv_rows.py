"""CSV and TSV: one row after the other, in flat memory."""

from collections.abc import Iterator

from sijill.capture.content import Content
from sijill.capture.survey import Survey
from sijill.capture.tables.lines import lines
from sijill.capture.tables.records import Record, records
from sijill.capture.tables.rows import Row, bad_encoding
from sijill.capture.tables.table_map import NoSuchColumn, TableMap, TableWithoutMap
from sijill.errors import SijillError

READER = "sijill.csv/1"
DELIMITERS = (",", ";", "\t", "|")


class AmbiguousColumn(SijillError):
    """Two columns of the name that a map wants."""

    def __init__(self, *, table: str, column: str) -> None:
        super().__init__(f"{table} has two columns {column}: rename one of them in a copy of the table")
        self.table, self.column = table, column


def csv_rows(content: Content, seen: Survey, mapping: TableMap | None, *, name: str) -> Iterator[Row]:
    """The data rows under the header, numbered from 1. The delimiter is the one that gives the columns of the map.

    Raises TableWithoutMap, NoSuchColumn, AmbiguousColumn; nothing if the table is blank.
    """
    headers = {each: _header(content, seen, each) for each in DELIMITERS}
    if headers[","] is None:
        return
    delimiter, columns = _chosen({each: header or () for each, header in headers.items()}, mapping)
    if mapping is None:
        raise TableWithoutMap(table=name, columns=columns)
    if missing := [each for each in mapping.columns() if each not in columns]:
        raise NoSuchColumn(table=name, missing=missing, columns=columns)
    for column in mapping.columns():
        if columns.count(column) > 1:
            raise AmbiguousColumn(table=name, column=column)
    found = records(lines(content, seen), delimiter)
    next(found)
    for number, record in enumerate(found, start=1):
        yield _row(record, columns, number)


def csv_columns(content: Content, seen: Survey) -> tuple[str, ...]:
    """The names of the columns, by the delimiter that gives most of them; () for a blank table."""
    return max(((_header(content, seen, each) or ()) for each in DELIMITERS), key=len)


def _header(content: Content, seen: Survey, delimiter: str) -> tuple[str, ...] | None:
    first = next(records(lines(content, seen), delimiter), None)
    return None if first is None else tuple(each.strip() for each in first.fields)


def _chosen(headers: dict[str, tuple[str, ...]], mapping: TableMap | None) -> tuple[str, tuple[str, ...]]:
    """The delimiter whose header holds the most columns of the map, then the most columns; then the comma."""
    wanted = set(mapping.columns()) if mapping else set()
    best = max(DELIMITERS, key=lambda each: (len(wanted & set(headers[each])), len(headers[each])))
    return best, headers[best]


def _row(record: Record, columns: tuple[str, ...], number: int) -> Row:
    if record.fault is not None:
        return Row(number=number, cells=None, fault=record.fault, seen=f"line {record.first}: {record.text}")
    if record.bad_at is not None:
        return Row(number=number, cells=None, fault="bad_encoding", seen=bad_encoding(record.bad_at, record.text))
    if len(record.fields) != len(columns):
        where = f"line {record.first}" if record.first == record.last else f"lines {record.first} to {record.last}"
        seen = f"{len(record.fields)} fields where the header has {len(columns)}, {where}: {record.text}"
        return Row(number=number, cells=None, fault="bad_row", seen=seen)
    return Row(number=number, cells=dict(zip(columns, record.fields, strict=True)))
