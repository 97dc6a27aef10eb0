"""The records of a CSV file (RFC 4180), one by one. A broken record is named and costs no other one.

The csv module is not used: it gives up the file at an unclosed quote, and its limit on the size of a field is global.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sijill.capture.tables.lines import ROW_LIMIT, Line

QUOTED = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"')
LONE_RETURN = re.compile(r"(?<=\r)(?!\n)")
UNCLOSED = "unclosed_quote"
AFTER_QUOTE = "text_after_quote"
STRAY_QUOTE = "stray_quote"
TOO_LARGE = "too_large"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Fields, or the code of what is wrong with it. first, last: its lines in the file, from 1."""

    first: int
    last: int
    text: str
    fields: tuple[str, ...] = ()
    fault: str | None = None
    bad_at: int | None = None


def records(of: Iterable[Line], delimiter: str, *, limit: int = ROW_LIMIT) -> Iterator[Record]:
    """Every record; blank lines are none. Linear: an unclosed quote costs its own line, and reading goes on after it.

    limit   characters of one record
    """
    source, waiting, number = _physical(of), deque[Line](), 0
    while line := _next(waiting, source):
        number += 1
        if not line.text.strip("\r\n"):
            continue
        record, extra = _record(line, number, delimiter, limit=limit, more=(source, waiting))
        number += extra
        yield record


def fields(text: str, delimiter: str) -> tuple[str, ...] | str:
    """The fields of one whole record, or the code of its fault.

    A quote inside an unquoted field is taken as it is (5" pipe), unless a quoted field is left open behind it: then
    nobody can say where the record ends, and looking for its end at every such line would take quadratic time.
    """
    if '"' not in text:
        return tuple(text.split(delimiter))
    found, at, stray = [], 0, False
    while True:
        if text.startswith('"', at):
            quoted = QUOTED.match(text, at)
            if quoted is None:
                return STRAY_QUOTE if stray else UNCLOSED
            found.append(quoted[1].replace('""', '"'))
            end = quoted.end()
        else:
            end = text.find(delimiter, at)
            end = len(text) if end < 0 else end
            found.append(text[at:end])
            stray = stray or '"' in found[-1]
        if end == len(text):
            return tuple(found)
        if text[end] != delimiter:
            return AFTER_QUOTE
        at = end + 1


def _record(
    line: Line, number: int, delimiter: str, *, limit: int, more: tuple[Iterator[Line], deque[Line]]
) -> tuple[Record, int]:
    """The record that begins in this line, and how many further lines it took."""
    source, waiting = more
    taken, size = [line], len(line.text)
    read = TOO_LARGE if line.cut else fields(line.text.rstrip("\r\n"), delimiter)
    while read == UNCLOSED and size <= limit and (further := _next(waiting, source)):
        taken.append(further)
        size += len(further.text)
        if further.text.count('"') % 2:  # only then can the quote have been closed: each line is split at most twice
            read = fields("".join(each.text for each in taken).rstrip("\r\n"), delimiter)
    if isinstance(read, str):
        waiting.extendleft(reversed(taken[1:]))
        return Record(first=number, last=number, text=line.text, fault=read, bad_at=line.bad_at), 0
    bad_at = next((each.bad_at for each in taken if each.bad_at is not None), None)
    last, text = number + len(taken) - 1, "".join(each.text for each in taken)
    return Record(first=number, last=last, text=text, fields=read, bad_at=bad_at), len(taken) - 1


def _next(waiting: deque[Line], source: Iterator[Line]) -> Line | None:
    return waiting.popleft() if waiting else next(source, None)


def _physical(of: Iterable[Line]) -> Iterator[Line]:
    """Lines that end in a lone \\r (old Macintosh) are lines too."""
    for line in of:
        if "\r" not in line.text[:-2]:
            yield line
        else:
            for part in LONE_RETURN.split(line.text):
                if part:
                    yield Line(text=part, bad_at=line.bad_at, cut=line.cut)
