"""JSON lines, and a JSON array of objects. Stricter than Python: no NaN, no infinity, no key twice."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from math import isfinite

from sijill.capture.content import Content
from sijill.capture.survey import Survey
from sijill.capture.tables.lines import Line, lines
from sijill.capture.tables.rows import Row, bad_encoding
from sijill.capture.tables.table_map import NoSuchColumn, TableMap, TableWithoutMap

READER = "sijill.json/1"
PEEK = 100
SPACE = re.compile(r"[ \t\r\n]*")
Judge = Callable[[object], Row]


class _Strict:
    """A decoder that remembers what it met and JSON does not allow, so that the row after it can still be read."""

    def __init__(self) -> None:
        self.fault = ""
        self._decoder = json.JSONDecoder(
            parse_constant=self._refuse, parse_float=self._float, object_pairs_hook=self._object
        )

    def read(self, text: str, at: int = 0) -> tuple[object, int]:
        """The value at `at` and where it ends. Raises ValueError; nothing nests deeper than the interpreter can."""
        self.fault = ""
        try:
            return self._decoder.raw_decode(text, at)
        except RecursionError as fault:
            raise ValueError("nested too deeply") from fault

    def _refuse(self, name: str) -> None:
        self.fault = f"{name} is no JSON"

    def _float(self, digits: str) -> float:
        value = float(digits)
        if not isfinite(value):
            self.fault = f"{digits[:40]} is too large a number"
        return value

    def _object(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) != len(pairs):
            self.fault = "a key stands twice in one object"
        return found


def json_rows(content: Content, seen: Survey, mapping: TableMap | None, *, name: str, whole: bool) -> Iterator[Row]:
    """The rows, numbered from 1. whole: the file may be one array or one object (.json), not only lines (.jsonl).

    Raises TableWithoutMap, NoSuchColumn (a column that none of the first 100 objects has).
    """
    rows = _whole(content, seen) if whole else _by_line(lines(content, seen))
    first = list(islice(rows, PEEK))
    columns = list(dict.fromkeys(key for row in first for key in row.cells or ()))
    if mapping is None and first:
        raise TableWithoutMap(table=name, columns=columns)
    missing = [each for each in mapping.columns() if each not in columns] if mapping else []
    if columns and missing:
        raise NoSuchColumn(table=name, missing=missing, columns=columns)
    yield from chain(first, rows)


def _by_line(of: Iterable[Line]) -> Iterator[Row]:
    strict = _Strict()
    for number, line in enumerate((each for each in of if each.text.strip()), start=1):
        if line.cut:
            yield Row(number=number, cells=None, fault="too_large", seen=line.text[:200])
        elif line.bad_at is not None:
            yield Row(number=number, cells=None, fault="bad_encoding", seen=bad_encoding(line.bad_at, line.text))
        else:
            yield _line(strict, number, line.text.strip(" \t\r\n"))


def _line(strict: _Strict, number: int, text: str) -> Row:
    try:
        value, end = strict.read(text)
    except ValueError as fault:
        return Row(number=number, cells=None, fault="bad_json", seen=f"{fault}: {text[:120]}")
    if end != len(text):
        return Row(number=number, cells=None, fault="bad_json", seen=f"more than one value: {text[:120]}")
    return _judged(strict, number, value, text)


def _judged(strict: _Strict, number: int, value: object, text: str) -> Row:
    if strict.fault:
        return Row(number=number, cells=None, fault="bad_json", seen=f"{strict.fault}: {text[:120]}")
    if not isinstance(value, dict):
        return Row(number=number, cells=None, fault="not_an_object", seen=text[:200])
    return Row(number=number, cells=value)


def _whole(content: Content, seen: Survey) -> Iterator[Row]:
    text = "".join(line.text for line in lines(content, seen))
    start = _skip(text, 0)
    if text.startswith("[", start):
        yield from _elements(text, start + 1)
        return
    strict = _Strict()
    try:
        value, end = strict.read(text, start)
    except ValueError:
        yield from _by_line(lines(content, seen))
        return
    if _skip(text, end) < len(text):
        yield from _by_line(lines(content, seen))
    elif seen.bad_at is not None and seen.encoding is None:
        yield Row(number=1, cells=None, fault="bad_encoding", seen=bad_encoding(seen.bad_at, text[:120]))
    else:
        yield _judged(strict, 1, value, text)


def _elements(text: str, at: int) -> Iterator[Row]:
    """The elements of an array. After the first one that is no JSON the rest cannot be told apart: it is one row."""
    strict, number = _Strict(), 0
    at = _skip(text, at)
    closed = text.startswith("]", at)
    while not closed:
        number += 1
        try:
            value, end = strict.read(text, at)
        except ValueError as fault:
            yield Row(
                number=number, cells=None, fault="bad_json", seen=f"the rest from here, {fault}: {text[at : at + 80]}"
            )
            return
        yield _judged(strict, number, value, text[at:end])
        at = _skip(text, end)
        closed = text.startswith("]", at)
        if not closed and not text.startswith(",", at):
            rest = text[at : at + 80] or "the end of the file"
            yield Row(number=number + 1, cells=None, fault="bad_json", seen=f"wanted , or ] but the rest is: {rest}")
            return
        at = at if closed else _skip(text, at + 1)
    if _skip(text, at + 1) < len(text):
        yield Row(number=number + 1, cells=None, fault="bad_json", seen=f"after the array: {text[at + 1 : at + 81]}")


def _skip(text: str, at: int) -> int:
    found = SPACE.match(text, at)
    return found.end() if found else at
