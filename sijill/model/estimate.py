"""How many were never documented: what goes in, and what may be said."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from sijill.model.decision import Reason, Value
from sijill.model.release import Release


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Persons [persons] by the lists that hold them: one stratum of one way to link their records.

    lists      those that could see the stratum, in the order of the marks
    counts     pattern -> persons; a pattern has one mark per list, "0110"; never the one of zeros, which nobody can see
    stratum    of whom: "" everybody, or "place=Kessa, period=2031"
    replicate  which of the sampled linkages; None for the one linkage that stands
    outside    lists whose scope does not reach the stratum (structural zeros): no list here, which is not an absence
    """

    lists: Annotated[tuple[str, ...], Release.COARSE]
    counts: Annotated[Mapping[str, int], Release.OPEN]
    stratum: Annotated[str, Release.OPEN] = ""
    replicate: Annotated[int | None, Release.OPEN] = None
    outside: Annotated[tuple[str, ...], Release.COARSE] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A number with interval, method, lists, assumptions, diagnostics. Never mixed with what was documented."""

    stratum: Annotated[str, Release.OPEN]
    lists: Annotated[tuple[str, ...], Release.COARSE]
    documented: Annotated[int, Release.OPEN]
    model: Annotated[str, Release.OPEN]
    assumption: Annotated[str, Release.OPEN]
    median: Annotated[float | None, Release.OPEN]
    low95: Annotated[float | None, Release.OPEN]
    high95: Annotated[float | None, Release.OPEN]
    chao_under_assumption: Annotated[float | None, Release.OPEN]
    range_over_models: Annotated[tuple[float, float] | None, Release.OPEN]
    diagnostics: Annotated[Mapping[str, Value], Release.OPEN]
    refused: Annotated[Reason | None, Release.OPEN] = None
