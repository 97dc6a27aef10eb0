"""Numbers that are no event's: the running tolls that one issuer gives again and again."""

from dataclasses import dataclass
from typing import Annotated

from sijill.model.claim import Harm
from sijill.model.event import EventId
from sijill.model.finding import TollAt
from sijill.model.place import Where
from sijill.model.release import Release
from sijill.model.when import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The bulletins of one issuer on one scope: "1,200 since January", and how that grew [persons].

    A running toll is nobody's event and in no total. It stands beside the total of its harm with what that holds of it,
    by the formula of `LeftOut`.

    issuer      the origin of its words          interested  the issuer belongs to a belligerent
    scope       place and beginning in words      where, when  the same as they were resolved, to the last bulletin
    cumulative  said to run on; else a number of one long period       revised     a later bulletin says less
    bulletins   what it said on each day, oldest first; low and high are those of the last
    """

    id: Annotated[str, Release.COARSE]
    issuer: Annotated[str, Release.COARSE]
    scope: Annotated[str, Release.COARSE]
    harm: Annotated[Harm, Release.OPEN]
    where: Annotated[Where, Release.OPEN]
    when: Annotated[Period, Release.OPEN]
    cumulative: Annotated[bool, Release.OPEN]
    interested: Annotated[bool, Release.OPEN] = False
    as_of: Annotated[str | None, Release.COARSE] = None
    revised: Annotated[bool, Release.OPEN] = False
    low: Annotated[int | None, Release.OPEN] = None
    high: Annotated[int | None, Release.OPEN] = None
    bulletins: Annotated[tuple[TollAt, ...], Release.OPEN] = ()
    documents: Annotated[tuple[str, ...], Release.COARSE] = ()
    counted_low: Annotated[int, Release.OPEN] = 0
    counted_high: Annotated[int, Release.OPEN] = 0
    adds_low: Annotated[int, Release.OPEN] = 0
    adds_high: Annotated[int | None, Release.OPEN] = None
    inside: Annotated[tuple[EventId, ...], Release.COARSE] = ()
    perhaps: Annotated[tuple[EventId, ...], Release.COARSE] = ()

    @property
    def placed(self) -> bool:
        """Whether it names a place that is known: of a toll of no place nothing can be said to lie in it."""
        return self.where.place is not None

    @property
    def held(self) -> tuple[int, int] | None:
        """Least and most that the total holds of it [persons]; None where no event lies in it, not even perhaps."""
        if not (self.inside or self.perhaps):
            return None
        return min(self.counted_low, self.counted_high), max(self.counted_low, self.counted_high)

    @property
    def beyond(self) -> tuple[int, int | None]:
        """Least and most that it says beyond that [persons]; None is open."""
        if self.adds_high is None:
            return self.adds_low, None
        return min(self.adds_low, self.adds_high), max(self.adds_low, self.adds_high)
