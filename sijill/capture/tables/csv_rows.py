"""CSV and TSV: one row after the other, in flat memory."""

from collections.abc import Iterator, Mapping
from itertools import islice

from sijill.capture.content import Content
from sijill.capture.survey import Survey
from sijill.capture.tables.dialects import DELIMITERS, TICK, dialect_in
from sijill.capture.tables.lines import lines
from sijill.capture.tables.records import Dialect, Record, records
from sijill.capture.tables.rows import Row, bad_encoding
from sijill.capture.tables.table_map import NoSuchColumn, TableMap, TableWithoutMap
from sijill.errors import SijillError

READER = "sijill.csv/1"
RARE = ("^", "~", ":")
"""Delimiters too, where a map says which columns there are."""
ABOVE, HEADER_WITHIN = "above_header", 50
"""Records among which the header is looked for, where a map says what it holds."""


class AmbiguousColumn(SijillError):
    """Two columns of the name that a map wants."""

    def __init__(self, *, table: str, column: str) -> None:
        super().__init__(f"{table} has two columns {column}: rename one of them in a copy of the table")
        self.table, self.column = table, column


def csv_rows(content: Content, seen: Survey, mapping: TableMap | None, *, name: str) -> Iterator[Row]:
    """The data rows, numbered from 1; lines above the header, which is the first that names the columns of the map, are
    among them, with the fault above_header. The delimiter is the one that gives the columns of the map; its quotes and
    escapes are told from the first records.

    Raises TableWithoutMap, NoSuchColumn, AmbiguousColumn; nothing if the table is blank.
    """
    headers = {each: _header(content, seen, Dialect(delimiter=each), mapping) for each in _delimiters(mapping)}
    if headers[","] is None:
        return
    dialect = dialect_in(content, seen, _chosen({each: _bare(header) for each, header in headers.items()}, mapping))
    above, columns = _header(content, seen, dialect, mapping) or (0, ())
    if mapping is None:
        raise TableWithoutMap(table=name, columns=columns)
    if missing := [each for each in mapping.columns() if each not in columns]:
        raise NoSuchColumn(table=name, missing=missing, columns=columns)
    for column in mapping.columns():
        if columns.count(column) > 1:
            raise AmbiguousColumn(table=name, column=column)
    found = records(lines(content, seen), dialect)
    for number, record in enumerate(islice(found, above), start=1):
        yield Row(number=number, cells=None, fault=ABOVE, seen=f"line {record.first}: {record.text}")
    next(found)
    for number, record in enumerate(found, start=above + 1):
        yield _row(record, columns, number)


def csv_columns(content: Content, seen: Survey) -> tuple[str, ...]:
    """The names of the columns, by the delimiter that gives most of them; () for a blank table."""
    headers = {each: _header(content, seen, Dialect(delimiter=each), None) for each in DELIMITERS}
    delimiter = max(headers, key=lambda each: len(_bare(headers[each])))
    header = _header(content, seen, dialect_in(content, seen, delimiter), None)
    return header[1] if header else ()


def _delimiters(mapping: TableMap | None) -> tuple[str, ...]:
    return (*DELIMITERS, *RARE) if mapping else DELIMITERS


def _bare(header: tuple[int, tuple[str, ...]] | None) -> tuple[str, ...]:
    """Names of columns without the quotes of a dialect that is not known yet."""
    return tuple(each.strip(TICK) for each in header[1]) if header else ()


def _header(
    content: Content, seen: Survey, dialect: Dialect, mapping: TableMap | None
) -> tuple[int, tuple[str, ...]] | None:
    """How many records stand above the header, and its columns. Without one that has all, the first record is it."""
    first = [_names(each) for each in islice(records(lines(content, seen), dialect), HEADER_WITHIN if mapping else 1)]
    if not first:
        return None
    wanted = set(mapping.columns()) if mapping else set()
    return next(((at, names) for at, names in enumerate(first) if wanted <= set(names)), (0, first[0]))


def _names(record: Record) -> tuple[str, ...]:
    return tuple(each.strip() for each in record.fields)


def _chosen(headers: Mapping[str, tuple[str, ...]], mapping: TableMap | None) -> str:
    """The delimiter whose header holds the most columns of the map, then the most columns; then the comma."""
    wanted = set(mapping.columns()) if mapping else set()
    rare = {each: each in RARE for each in headers}
    return max(headers, key=lambda each: (len(wanted & set(headers[each])), not rare[each], len(headers[each])))


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
