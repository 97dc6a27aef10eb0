"""A number of people as a report says it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from sijill.errors import SijillError
from sijill.model.release import Release


class Hedge(StrEnum):
    """How a number was qualified by whoever said it."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    VAGUE = "vague"


class Extent(StrEnum):
    """Does the number speak of the whole event, or of one hospital, one village, one day of it?"""

    WHOLE = "whole"
    PART = "part"


class Unit(StrEnum):
    """What was counted."""

    DEAD = "dead"
    CASUALTIES = "casualties"
    BODIES = "bodies"
    NAMED = "named"


class ImpossibleToll(SijillError):
    """Bounds that cross, or a negative number of people."""

    def __init__(self, *, number: int | None, low: int | None, high: int | None) -> None:
        super().__init__(f"a toll of {number} with bounds {low} to {high}: bounds must not be negative or cross")
        self.number, self.low, self.high = number, low, high


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """Bounds on a number of people [persons]. None means "no bound was claimed", never zero.

    "85 dead"      number 85, low 85, high 85      "at least 77"  number 77, low 77
    "up to 300"    number 300, high 300            "about 400", "nearly 700"  the number alone, no bounds
    "dozens"       its text alone: what that is worth is a policy's business

    cumulative   a running or period total ("since January"), not one event's
    subset_of    claim id of the larger number of which this one was named as a part
    """

    number: Annotated[int | None, Release.OPEN] = None
    low: Annotated[int | None, Release.OPEN] = None
    high: Annotated[int | None, Release.OPEN] = None
    text: Annotated[str, Release.COARSE]
    hedge: Annotated[Hedge, Release.OPEN] = Hedge.EXACT
    extent: Annotated[Extent, Release.OPEN] = Extent.WHOLE
    unit: Annotated[Unit, Release.OPEN] = Unit.DEAD
    cumulative: Annotated[bool, Release.OPEN] = False
    subset_of: Annotated[str | None, Release.COARSE] = None

    def __post_init__(self) -> None:
        negative = any(n is not None and n < 0 for n in (self.number, self.low, self.high))
        crossed = self.low is not None and self.high is not None and self.low > self.high
        if negative or crossed:
            raise ImpossibleToll(number=self.number, low=self.low, high=self.high)
