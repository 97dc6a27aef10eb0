"""Spreadsheets: one document a row of every sheet that has the columns of the map.

A sheet says how large it is before it is read: one cell in the last corner of a sheet would make a table of it that no
memory holds. Row numbers are those that a spreadsheet program shows.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zipfile import ZipFile

import python_calamine as calamine

from sijill.capture.content import Content, Unreadable, head_of, held, opened
from sijill.capture.documents import without_text
from sijill.capture.formats.packages import MEMBER, member, named_member, package
from sijill.capture.found import Reading, Results, refused
from sijill.capture.tables.csv_rows import AmbiguousColumn
from sijill.capture.tables.rows import Row, documents
from sijill.capture.tables.table_map import NoSuchColumn, TableMap, TableWithoutMap
from sijill.capture.walk import on_one_line
from sijill.model.document import State

READER = "sijill.sheet/1"
CELLS = 20_000_000
"""Cells of one sheet, empty ones between the first and the last included."""
UNPACKED = 600_000_000
HEADER_WITHIN = 50
"""Rows among which the header is looked for."""
REFERENCE = re.compile(rb'<(?:\w{1,9}:)?c\s[^<>]{0,200}?r="([A-Z]{1,3})([0-9]{1,7})"[^<>/]{0,200}>')
"""A cell that holds something, with its place."""
REPEATED = re.compile(rb'number-(columns|rows)-repeated="([0-9]{1,9})"')
ELEMENT = re.compile(rb"<(/?)(?:table:)?(table-row|table-cell|covered-table-cell|table)\b([^<>]{0,2000})>")
LOCKED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
LOCKED_BOOK = re.compile(rb"\x09\x08\x10\x00\x00\x06.{14}\x2f\x00", re.DOTALL)
"""The beginning of a workbook stream, and after it the record that says it has a password."""
FAULTS = (calamine.CalamineError, OSError, ValueError, KeyError, IndexError)


def sheet_documents(content: Content, reading: Reading) -> Results:
    """The rows of all sheets. Raises TableWithoutMap, NoSuchColumn, AmbiguousColumn; Unreadable."""
    _demand_size(content)
    book = _opened(content)
    tables = [(at, name, _rows(book, name)) for at, name in enumerate(book.sheet_names, start=1)]
    filled = [(at, name, rows) for at, name, rows in tables if rows]
    if not filled:
        yield without_text(reading, State.NO_TEXT)
        return
    mapping = reading.told.mapping
    if mapping is None:
        raise TableWithoutMap(table=on_one_line(reading.original.name), columns=_named(filled[0][2][0][1]))
    headers = {at: _header(rows, mapping) for at, _, rows in filled}
    if all(place is None for place in headers.values()):
        columns = _named(filled[0][2][0][1])
        missing = [each for each in mapping.columns() if each not in columns]
        raise NoSuchColumn(table=on_one_line(reading.original.name), missing=missing, columns=columns)
    for at, name, rows in filled:
        yield from _sheet(rows, headers[at], mapping, replace_step(reading, at), name=name)


def plain_sheets(content: Content) -> list[tuple[str, list[tuple[int, list[str]]]]]:
    """Every sheet that holds anything, as plain cells under the numbers of their rows. Raises Unreadable."""
    _demand_size(content)
    book = _opened(content)
    return [(name, [(at, _named(row)) for at, row in rows]) for name in book.sheet_names if (rows := _rows(book, name))]


def replace_step(reading: Reading, at: int) -> Reading:
    """The reading of a sheet: its rows are parts of it."""
    return replace(reading, original=replace(reading.original, locator=reading.original.at(f"sheet:{at}")))


def _sheet(
    rows: list[tuple[int, list[Any]]], header: int | None, mapping: TableMap, reading: Reading, *, name: str
) -> Results:
    original = reading.original
    if header is None:
        seen = f"sheet {name}: {len(rows)} rows under other columns: {', '.join(_named(rows[0][1])[:20])}"
        yield refused(original, original.locator, "other_columns", seen)
        return
    columns = _named(rows[header][1])
    for column in mapping.columns():
        if columns.count(column) > 1:
            raise AmbiguousColumn(table=f"{on_one_line(original.name)}, sheet {name},", column=column)
    for number, cells in rows[:header]:
        seen = " ".join(_shown(each) for each in cells if each not in ("", None))
        yield refused(original, original.at(f"row:{number}"), "above_header", seen)
    found = (Row(number=number, cells=_cells(columns, cells)) for number, cells in rows[header + 1 :])
    yield from documents(found, original, reading.told, mapping, reader=READER, sheet=name)


def _opened(content: Content) -> calamine.CalamineWorkbook:
    try:
        return calamine.load_workbook(opened(content))
    except calamine.PasswordError as fault:
        raise Unreadable(State.ENCRYPTED, str(fault)) from fault
    except FAULTS as fault:
        raise Unreadable(State.CORRUPT, str(fault)) from fault


def _rows(book: calamine.CalamineWorkbook, name: str) -> list[tuple[int, list[Any]]]:
    """The rows that are not blank, each with its number from 1."""
    try:
        sheet = book.get_sheet_by_name(name)
        if sheet.start is None:
            return []
        if sheet.total_height * sheet.total_width > CELLS:
            raise Unreadable(State.TOO_LARGE, f"{sheet.total_height} rows of {sheet.total_width} cells")
        first = 1 + sheet.start[0]
        rows = sheet.to_python(skip_empty_area=True)
    except calamine.WorksheetNotFound:  # a chart, a macro: no table
        return []
    except FAULTS as fault:
        raise Unreadable(State.CORRUPT, str(fault)) from fault
    return [(at, row) for at, row in enumerate(rows, start=first) if any(cell not in ("", None) for cell in row)]


def _header(rows: list[tuple[int, list[Any]]], mapping: TableMap) -> int | None:
    """The place of the first row that names every column of the map."""
    wanted = set(mapping.columns())
    return next((at for at, (_, cells) in enumerate(rows[:HEADER_WITHIN]) if wanted <= set(_named(cells))), None)


def _named(cells: Iterable[Any]) -> list[str]:
    return [_shown(each).strip() for each in cells]


def _cells(columns: list[str], cells: list[Any]) -> dict[str, object]:
    return {column: _shown(cell) for column, cell in zip(columns, cells, strict=False) if column}


def _shown(cell: Any) -> str:
    """A cell in words: whole numbers without a point, days and times as ISO 8601 writes them."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime | date | time):
        return cell.isoformat(" ") if isinstance(cell, datetime) else cell.isoformat()
    if isinstance(cell, timedelta | bool | float | int):
        return str(cell)
    return "" if cell is None else str(cell)


def _demand_size(content: Content) -> None:
    """Raises Unreadable (too_large) before anything is made of a sheet that says it is too large."""
    if not head_of(content, 4).startswith(b"PK"):
        data = held(content)
        if LOCKED_PACKAGE in data or LOCKED_BOOK.search(data):
            raise Unreadable(State.ENCRYPTED, "the workbook has a password")
        return
    with package(content) as archive:
        infos = archive.infolist()
        if b"encryption-data" in (named_member(archive, "META-INF/manifest.xml") or b""):
            raise Unreadable(State.ENCRYPTED, "the workbook has a password")
        if sum(each.file_size for each in infos) > UNPACKED:
            raise Unreadable(State.TOO_LARGE, "more than may be unpacked")
        for each in infos:
            name = each.filename.lower()
            if "worksheets/" in name and name.endswith(".xml"):
                _demand_cells(_corner(archive, each))
            elif name == "content.xml":
                _demand_cells(_repeated(member(archive, each)))


def _corner(archive: ZipFile, info: Any) -> int:
    """Cells between the first corner and the last cell that an Office sheet names."""
    data = member(archive, info, limit=MEMBER)
    places = {(each[1], each[2]) for each in REFERENCE.finditer(data)}
    columns = {_column(name) for name in {letters for letters, _ in places}}
    rows = {int(number) for number in {digits for _, digits in places}}
    return (max(columns) - min(columns) + 1) * (max(rows) - min(rows) + 1) if places else 0


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _repeated(data: bytes) -> int:
    """Cells of the largest OpenDocument table, with those it says it repeats. Trailing empty ones count as none."""
    largest = rows = widest = width = 0
    times, filled = 1, False
    for each in ELEMENT.finditer(data):
        closing, tag, said = each[1] == b"/", each[2], each[3]
        if tag == b"table":
            largest, rows, widest = max(largest, rows * widest), 0, 0
        elif tag == b"table-row" and not closing:
            times, width, filled = _times(said, b"rows"), 0, False
            rows += 0 if said.endswith(b"/") else times
        elif tag != b"table-row" and not closing:
            repeated, empty = _times(said, b"columns"), said.endswith(b"/")
            width += 0 if empty and repeated > 1000 else repeated
            filled = filled or not empty
            widest = max(widest, width)
            if times > 1000 and not filled:
                rows, times = rows - times, 1
            elif filled and times > 1000:
                largest = max(largest, rows * widest)
    return max(largest, rows * widest)


def _times(said: bytes, of: bytes) -> int:
    found = next((each for each in REPEATED.finditer(said) if each[1] == of), None)
    return int(found[2]) if found else 1


def _demand_cells(count: int) -> None:
    if count > CELLS:
        raise Unreadable(State.TOO_LARGE, f"a sheet of {count} cells")


def sheet_rows(content: Content) -> Iterator[tuple[str, int]]:
    """Every sheet with its number of rows that are not blank: what a count of rows is held to."""
    _demand_size(content)
    book = _opened(content)
    for name in book.sheet_names:
        yield name, len(_rows(book, name))
