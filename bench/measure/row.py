"""One measured figure, as a row of docs/benchmarks.md."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What was measured on which set, what came out, what was aimed at, and what was left out or seen."""

    set: str
    measure: str
    value: str
    bar: str = ""
    note: str = ""
