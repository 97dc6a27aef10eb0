"""How many were never documented: what goes in, and what may be said."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from sijill.model.decision import Reason, Value
from sijill.model.person import PersonId
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


class EstimateKind(StrEnum):
    """What an estimate is there for: only a total is one to quote, the others say how much it can be relied on."""

    TOTAL = "total"
    LINKAGES = "over_linkages"
    PAIR = "two_lists"
    WITHOUT = "without_a_list"
    HELD_OUT = "list_held_out"
    CHOICE = "other_choice"


KIND = "kind"
"""Where `Estimate.diagnostics` says so."""


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
    diagnostics: Annotated[Mapping[str, Value], Release.COARSE]
    refused: Annotated[Reason | None, Release.OPEN] = None

    @property
    def kind(self) -> EstimateKind:
        """What it is there for, as its diagnostics say; a total where they say nothing."""
        return EstimateKind(str(self.diagnostics.get(KIND) or EstimateKind.TOTAL))


@dataclass(frozen=True, slots=True, kw_only=True)
class ListScope:
    """What a list of victims could see: by trait the values it kept records of; a trait that is not here is no limit.

    rule   in words, who was put on it: "civilians killed, by name"
    """

    list: Annotated[str, Release.OPEN]
    sees: Annotated[Mapping[str, tuple[str, ...]], Release.OPEN]
    rule: Annotated[str, Release.OPEN] = ""

    def reaches(self, stratum: Mapping[str, str]) -> bool:
        """Whether it could see these people. A stratum not divided by a trait is seen whatever its limit."""
        return all(stratum[trait] in values for trait, values in self.sees.items() if trait in stratum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimating:
    """Which lists are estimated from, and in which strata.

    lists   by name; every list that was taken in, if none is named    by      place, month, sex, age, status, party
    merge   lists that copy each other, "A+B"                          seed    of all that is drawn by chance
    linkages   ways to link the records that are drawn, each with another draw of what is not said
    """

    lists: Annotated[tuple[str, ...], Release.OPEN] = ()
    by: Annotated[tuple[str, ...], Release.OPEN] = ()
    merge: Annotated[tuple[str, ...], Release.OPEN] = ()
    seed: Annotated[int, Release.OPEN] = 1
    linkages: Annotated[int, Release.OPEN] = 20
    scopes: Annotated[tuple[ListScope, ...], Release.OPEN] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapCell:
    """The persons who are on exactly these lists: what a count of an overlap rests on."""

    lists: Annotated[tuple[str, ...], Release.OPEN]
    persons: Annotated[tuple[PersonId, ...], Release.COARSE]
