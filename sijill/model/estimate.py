"""How many were never documented: what goes in, and what may be said."""

from collections.abc import Mapping
from dataclasses import dataclass

from sijill.model.decision import Reason, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Persons [persons] by the lists that hold them: one stratum of one way to link their records.

    lists      those that could see the stratum, in the order of the marks
    counts     pattern -> persons; a pattern has one mark per list, "0110"; never the one of zeros, which nobody can see
    stratum    of whom: "" everybody, or "place=Kessa, period=2031"
    replicate  which of the sampled linkages; None for the one linkage that stands
    outside    lists whose scope does not reach the stratum (structural zeros): no list here, which is not an absence
    """

    lists: tuple[str, ...]
    counts: Mapping[str, int]
    stratum: str = ""
    replicate: int | None = None
    outside: tuple[str, ...] = ()


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
