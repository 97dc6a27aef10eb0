"""Which quotes and escapes a CSV file uses: told from its first records, never guessed from one of them.

RFC 4180 is taken unless another dialect reads more records whole: `'` around fields, a backslash before what would end
one, or both. Where both read all of them, `'` is a quote only if it stands around every word of every row.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice

from sijill.capture.content import Content
from sijill.capture.survey import Survey
from sijill.capture.tables.lines import lines
from sijill.capture.tables.records import Dialect, Record, records

DELIMITERS = (",", ";", "\t", "|")
"""Those that are looked for; a map may name others."""
SAMPLE = 500
"""Records that are looked at."""
TICK = "'"


def dialect_in(content: Content, seen: Survey, delimiter: str) -> Dialect:
    """The dialect of a surveyed file whose delimiter is known."""
    return dialect_of(lambda each: list(islice(records(lines(content, seen), each), SAMPLE)), delimiter)


def dialect_of(head: Callable[[Dialect], Sequence[Record]], delimiter: str) -> Dialect:
    """The dialect of a file.

    head   its first records, read in a dialect
    """
    plain = Dialect(delimiter=delimiter)
    read = head(plain)
    ticked = any(TICK in each.text for each in read)
    escaped = any("\\" in each.text for each in read)
    tried = [plain]
    tried += [Dialect(delimiter=delimiter, escapes=True)] if escaped else []
    tried += [Dialect(delimiter=delimiter, quote=TICK)] if ticked else []
    tried += [Dialect(delimiter=delimiter, quote=TICK, escapes=True)] if ticked and escaped else []
    whole = {each: _whole(read if each == plain else head(each)) for each in tried}
    best = max(tried, key=lambda each: whole[each])  # the first of those that are alike
    if best == plain and _around_all(read):
        return next((each for each in tried if each.quote == TICK and whole[each] == whole[plain]), plain)
    return best


def _whole(read: Sequence[Record]) -> float:
    """The share of the records that have no fault and as many fields as most have."""
    widths = Counter(len(each.fields) for each in read if each.fault is None)
    return max(widths.values(), default=0) / max(1, len(read))


def _around_all(read: Sequence[Record]) -> bool:
    """Does `'` stand around every field of the rows that is no number and not empty, and around one at least?"""
    rows = [cell.strip() for each in read[1:] for cell in each.fields]
    words = [cell for cell in rows if cell and not cell.replace(".", "").replace("-", "").isdigit()]
    return bool(words) and all(len(cell) > 1 and cell[0] == cell[-1] == TICK for cell in words)
