"""Lists by year, "* 2027: - Guard forces burned the old town": what an item tells is of the year above it."""

import re

from sijill.extract.assembly.memory import Memory, Remembered
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Part
from sijill.model.when import Period

BULLETS = frozenset("*\u2022")
ITEMS = frozenset("-\u2013")
YEAR = re.compile(r"(18|19|20)\d\d\Z")
EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")


def remember_year(memory: Memory, s: Sentence, number: int) -> None:
    """The year that heads the items from here on; another heading ends them, and text below an empty line."""
    if not s.has(BULLETS):
        if memory.year is not None and s.low(s.start) not in ITEMS and _is_below_a_gap(s):
            memory.year = memory.time = memory.day = None
        return
    for k in (k for k in range(s.start, s.stop) if s.low(k) in BULLETS):
        heads = YEAR.match(s.low(k + 1)) is not None and s.low(k + 2) == ":"
        if memory.year is not None:
            memory.time = memory.day = None
        span = (s.tokens.starts[k + 1], s.tokens.ends[k + 1]) if heads else (0, 0)
        memory.year = Remembered(s.low(k + 1), s.low(k + 1), *span, number) if heads else None


def year_above(memory: Memory) -> tuple[Period, list[Part]] | None:
    """That year as the time of what has none of its own."""
    year = memory.year
    if year is None:
        return None
    part = Part(field="when", start=year.start, end=year.end, rule="year above", value=year.value, carried=True)
    return Period(text=year.text), [part]


def in_the_year_above(memory: Memory, value: str) -> str:
    """ "In June", below a year."""
    return memory.year.value + value[1:] if memory.year is not None and value.startswith("--") else value


def _is_below_a_gap(s: Sentence) -> bool:
    between = s.tokens.text[s.tokens.ends[s.start - 1] : s.tokens.starts[s.start]] if s.start > 0 else ""
    return EMPTY_LINE.search(between) is not None
