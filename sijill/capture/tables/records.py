"""The records of a CSV file (RFC 4180 and dialects of it), one by one. A broken record is named and costs no other one.

The csv module is not used: it gives up the file at an unclosed quote, and its limit on the size of a field is global.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sijill.capture.tables.lines import ROW_LIMIT, Line

QUOTED = {
    ('"', False): re.compile(r'"([^"]*+(?:""[^"]*+)*+)"'),
    ("'", False): re.compile(r"'([^']*+(?:''[^']*+)*+)'"),
    ('"', True): re.compile(r'"([^"\\]*+(?:(?:\\.|"")[^"\\]*+)*+)"', re.DOTALL),
    ("'", True): re.compile(r"'([^'\\]*+(?:(?:\\.|'')[^'\\]*+)*+)'", re.DOTALL),
}
"""A quoted field, by the quote and whether a backslash escapes. Possessive: linear whatever stands in it."""
ESCAPE = re.compile(r"\\(.)", re.DOTALL)
LONE_RETURN = re.compile(r"(?<=\r)(?!\n)")
UNCLOSED = "unclosed_quote"
AFTER_QUOTE = "text_after_quote"
STRAY_QUOTE = "stray_quote"
TOO_LARGE = "too_large"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How fields are told apart. escapes: a backslash takes its meaning from a quote, a delimiter or a backslash."""

    delimiter: str
    quote: str = '"'
    escapes: bool = False

    def unescaped(self, text: str) -> str:
        """The text without the backslashes that escape; others (`\\n`, `C:\\dir`) stay as they stand."""
        if not self.escapes or "\\" not in text:
            return text
        special = ("\\", "'", '"', self.delimiter)
        return ESCAPE.sub(lambda found: found[1] if found[1] in special else found[0], text)

    def quotes(self, line: str) -> int:
        """Quotes in a line that no backslash escapes."""
        return (ESCAPE.sub("", line) if self.escapes else line).count(self.quote)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Fields, or the code of what is wrong with it. first, last: its lines in the file, from 1."""

    first: int
    last: int
    text: str
    fields: tuple[str, ...] = ()
    fault: str | None = None
    bad_at: int | None = None


def records(of: Iterable[Line], dialect: Dialect, *, limit: int = ROW_LIMIT) -> Iterator[Record]:
    """Every record; blank lines are none. Linear: an unclosed quote costs its own line, and reading goes on after it.

    limit   characters of one record
    """
    source, waiting, number = _physical(of), deque[Line](), 0
    while line := _next(waiting, source):
        number += 1
        if not line.text.strip("\r\n"):
            continue
        record, extra = _record(line, number, dialect, limit=limit, more=(source, waiting))
        number += extra
        yield record


def fields(text: str, dialect: Dialect) -> tuple[str, ...] | str:
    """The fields of one whole record, or the code of its fault.

    A quote inside an unquoted field is taken as it is (5" pipe), unless a quoted field is left open behind it: then
    nobody can say where the record ends, and looking for its end at every such line would take quadratic time.
    """
    delimiter, quote = dialect.delimiter, dialect.quote
    if quote not in text and not dialect.escapes:
        return tuple(text.split(delimiter))
    quoted_field, found, at, stray = QUOTED[quote, dialect.escapes], list[str](), 0, False
    while True:
        if text.startswith(quote, at):
            quoted = quoted_field.match(text, at)
            if quoted is None:
                return STRAY_QUOTE if stray else UNCLOSED
            found.append(dialect.unescaped(quoted[1].replace(quote * 2, quote)))
            end = quoted.end()
        else:
            end = _end(text, at, dialect)
            stray = stray or bool(dialect.quotes(text[at:end]))
            found.append(dialect.unescaped(text[at:end]))
        if end == len(text):
            return tuple(found)
        if text[end] != delimiter:
            return AFTER_QUOTE
        at = end + 1


def _end(text: str, at: int, dialect: Dialect) -> int:
    """Where an unquoted field that begins there ends."""
    while True:
        end = text.find(dialect.delimiter, at)
        if end < 0:
            return len(text)
        before = end - len(text[at:end].rstrip("\\")) - at if dialect.escapes else 0
        if before % 2 == 0:
            return end
        at = end + 1


def _record(
    line: Line, number: int, dialect: Dialect, *, limit: int, more: tuple[Iterator[Line], deque[Line]]
) -> tuple[Record, int]:
    """The record that begins in this line, and how many further lines it took."""
    source, waiting = more
    taken, size = [line], len(line.text)
    read = TOO_LARGE if line.cut else fields(line.text.rstrip("\r\n"), dialect)
    while read == UNCLOSED and size <= limit and (further := _next(waiting, source)):
        taken.append(further)
        size += len(further.text)
        if dialect.quotes(further.text) % 2:  # only then can the quote have been closed: a line is split at most twice
            read = fields("".join(each.text for each in taken).rstrip("\r\n"), dialect)
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
