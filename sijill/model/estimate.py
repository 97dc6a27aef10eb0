"""How many were never documented: what goes in, and what may be said."""

from collections.abc import Mapping
from dataclasses import dataclass

from sijill.model.decision import Reason, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Persons [persons] by the lists that hold them. A pattern has one mark per list; the empty one cannot be seen."""

    lists: tuple[str, ...]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A number with interval, method, lists, assumptions, diagnostics. Never mixed with what was documented."""

    stratum: str
    lists: tuple[str, ...]
    documented: int
    model: str
    assumption: str
    median: float | None
    low95: float | None
    high95: float | None
    chao_under_assumption: float | None
    range_over_models: tuple[float, float] | None
    diagnostics: Mapping[str, Value]
    refused: Reason | None = None
