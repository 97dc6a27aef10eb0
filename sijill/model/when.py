"""When something is said to have happened, no finer than it was said."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from sijill.errors import SijillError
from sijill.model.release import Release

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d(:\d\d)?)?\Z")


class Precision(StrEnum):
    """The unit in which a date is known."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"
    UNKNOWN = "unknown"


class ImpossiblePeriod(SijillError):
    """A period that ends before it starts, or an edge that is no date."""

    def __init__(self, *, start: str | None, end: str | None) -> None:
        super().__init__(f"a period from {start} to {end}: both edges must be dates (2014-08-17) in order")
        self.start, self.end = start, end


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Both edges included, ISO 8601, local to the place. `text` is what was said; None edges mean "not known".

    "August 2014"  start 2014-08-01, end 2014-08-31, precision month
    Told as news without a time: the day of the report and the one before, or that of the news among which it is told;
    precision unknown and no text.
    """

    start: Annotated[str | None, Release.COARSE] = None
    end: Annotated[str | None, Release.COARSE] = None
    precision: Annotated[Precision, Release.COARSE] = Precision.UNKNOWN
    text: Annotated[str | None, Release.COARSE] = None

    @property
    def only_reported(self) -> bool:
        """Is it known by the day of the report alone?"""
        return self.start is not None and self.precision is Precision.UNKNOWN and self.text is None

    def __post_init__(self) -> None:
        for edge in (self.start, self.end):
            if edge is not None and not _is_a_day(edge):
                raise ImpossiblePeriod(start=self.start, end=self.end)
        if (
            self.start is not None
            and self.end is not None
            and self.start[: len(self.end)] > self.end[: len(self.start)]
        ):
            raise ImpossiblePeriod(start=self.start, end=self.end)


def _is_a_day(edge: str) -> bool:
    if not ISO_DAY.match(edge):
        return False
    try:
        datetime.fromisoformat(edge)
    except ValueError:
        return False
    return True
