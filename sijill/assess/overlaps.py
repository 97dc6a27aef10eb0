"""Numbers of a wider scope ("120 killed in the province in May") and the events that lie in them: nobody counts twice.

Together they make whichever is more (docs/method/assess.md). Each event looks only among those of its own place.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sijill.language.calendars import edges
from sijill.model.claim import SAYS_NOT_HOW, Act
from sijill.model.event import EventId
from sijill.model.finding import CasualtyRange, Finding, LeftOut, Why, accused
from sijill.model.place import Place, PlaceId, PlacePrecision

FROM_AFAR = frozenset({Act.AIRSTRIKE, Act.SHELLING, Act.BOMBING, Act.CHEMICAL_ATTACK})
COARSENESS = {"exact": 0, "site": 1, "settlement": 2, "area": 3, "district": 3, "province": 4, "country": 5}
AGGREGATE = 4  # from a province on: so wide a place, with a general act, is no place of one incident
SHORT, SEASON = 31, 100  # days
Days = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scope:
    """Of whom an event's number tells: place, days, act, accused and status; and what it adds to the total [persons].
    An event without a place or days has none: whether it tells of another again, linking says (`may_repeat`).

    ring   the place and all it lies in      days   first and last, both included
    low    as the total adds it: 0 where nothing is sure or said (said_low: as reported)      high   None is open
    """

    id: EventId
    place: PlaceId
    ring: frozenset[PlaceId]
    coarse: int
    days: Days
    act: Act
    accused: frozenset[str]
    statuses: frozenset[str]
    low: int
    high: int | None
    said_low: int | None
    summed: bool = False

    @property
    def wide(self) -> bool:
        """More than one day, or more than one town: events can lie in it."""
        return self.coarse > 2 or self.days[0] < self.days[1]

    @property
    def aggregate(self) -> bool:
        """Surely a sum of many incidents, and not one whose place or day nobody knows better."""
        many = self.coarse >= AGGREGATE or self.days[1] - self.days[0] >= SEASON
        return self.summed or (self.wide and many and self.act in SAYS_NOT_HOW)


@dataclass(slots=True)
class Placed:
    """The scopes of one place and of all in it, by their first day; those of more than a month apart."""

    short: list[Scope] = field(default_factory=list)
    long: list[Scope] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def add(self, scope: Scope) -> None:
        (self.short if scope.days[1] - scope.days[0] <= SHORT else self.long).append(scope)

    def sort(self) -> None:
        self.short.sort(key=lambda each: (each.days, each.id))
        self.starts = [each.days[0] for each in self.short]

    def meeting(self, days: Days) -> Iterator[Scope]:
        """Those whose days meet these."""
        first, last = bisect_left(self.starts, days[0] - SHORT), bisect_right(self.starts, days[1])
        for each in (*self.short[first:last], *self.long):
            if each.days[0] <= days[1] and days[0] <= each.days[1]:
                yield each


Places = Mapping[PlaceId, Placed]


@dataclass(frozen=True, slots=True)
class Counted:
    """What a total counts of one harm: what each number of a wider scope adds, narrow scopes first, so that a month
    counts what its weeks add. Scopes that surely lie in one another make a tree: what two that only meet have in common
    is taken off no high.

    around   scopes in each place, whatever town of it      at   those that name just that place
    found    what each wider number adds                    held   the narrowest scope that each is surely inside
    """

    around: Places
    at: Places
    found: dict[EventId, LeftOut]
    held: dict[EventId, EventId]

    @classmethod
    def of(
        cls,
        counted: Sequence[tuple[Finding, CasualtyRange]],
        *,
        places: Mapping[PlaceId, Place],
        unsure: frozenset[EventId],
    ) -> "Counted":
        """unsure   events that may tell of another one again: they hold nothing for sure"""
        scopes = [
            _scope(event, told, places, event.where.place, days, sure=event.id not in unsure)
            for event, told in counted
            if not told.unknown and event.where.place is not None and (days := _days(event)) is not None
        ]
        made = cls(*_by_place(scopes), {}, {})
        for wider in sorted((each for each in scopes if each.wide), key=_width):
            inside, perhaps = made.members(wider)
            if inside or perhaps:
                made.held.update({each.id: wider.id for each in inside})
                made.found[wider.id] = made.adds(wider, inside, perhaps, sure=wider.id not in unsure)
        return made

    def members(self, wider: Scope) -> tuple[list[Scope], list[Scope]]:
        """Those certainly in it that nothing narrower holds, and those that may be: they only meet it, are of a place
        that it lies in, or are held by something that reaches beyond it."""
        inside: list[Scope] = []
        perhaps: list[Scope] = []
        for each in self._meeting(wider):
            if _narrower(each, wider):
                (inside if each.id not in self.held and _surely_in(each, wider) else perhaps).append(each)
        return inside, perhaps

    def within(self, running: Scope) -> tuple[list[Scope], list[Scope]]:
        """The same for a number that is no event: nothing holds it, and it may hold what is wider too."""
        inside: list[Scope] = []
        perhaps: list[Scope] = []
        all_ = list(self._meeting(running))
        sure = {each.id for each in all_ if _surely_in(each, running)}
        for each in all_:
            outer = self.held.get(each.id)
            if outer in sure:
                perhaps.append(each)  # what holds it is counted, and it with that
            else:
                (inside if each.id in sure and outer is None else perhaps).append(each)
        return inside, perhaps

    def _meeting(self, wider: Scope) -> Iterator[Scope]:
        for place in sorted(wider.ring):
            index = self.around if place == wider.place else self.at
            for each in index.get(place, Placed()).meeting(wider.days):
                if each.id != wider.id and _go_together(each, wider):
                    yield each

    def adds(self, wider: Scope, inside: Sequence[Scope], perhaps: Sequence[Scope], *, sure: bool = True) -> LeftOut:
        """By the formula of model.finding.ADDS. An open high inside leaves the total open: nothing is taken off for
        it."""
        counted_low = sum(map(self._low, (*inside, *perhaps)))
        counted_high = sum(map(self._high, inside))
        return LeftOut(
            event=wider.id,
            why=Why.WIDER,
            low=wider.said_low,
            high=wider.high,
            counted_low=counted_low,
            counted_high=counted_high,
            adds_low=max(0, wider.low - counted_low) if sure else 0,
            adds_high=None if wider.high is None else max(0, wider.high - counted_high),
            inside=tuple(each.id for each in inside),
            perhaps=tuple(each.id for each in perhaps),
        )

    def _low(self, each: Scope) -> int:
        return self.found[each.id].adds_low if each.id in self.found else each.low

    def _high(self, each: Scope) -> int:
        return max(each.high or 0, self.found[each.id].counted_high if each.id in self.found else 0)


def _by_place(scopes: Sequence[Scope]) -> tuple[Places, Places]:
    around: dict[PlaceId, Placed] = defaultdict(Placed)
    at: dict[PlaceId, Placed] = defaultdict(Placed)
    for each in scopes:
        for place in each.ring:
            around[place].add(each)
        at[each.place].add(each)
    for placed in (*around.values(), *at.values()):
        placed.sort()
    return around, at


def _width(scope: Scope) -> tuple[int, int, EventId]:
    return (scope.days[1] - scope.days[0], scope.coarse, scope.id)


def _narrower(each: Scope, wider: Scope) -> bool:
    """Earlier in the order of widths: of two scopes that only meet, the narrower may lie in the other."""
    same = (each.place, each.days) == (wider.place, wider.days)
    return not same and _width(each) < _width(wider)


def _go_together(each: Scope, wider: Scope) -> bool:
    """Nothing said of one speaks against its people being among those of the other."""
    acts = each.act is wider.act or wider.act in SAYS_NOT_HOW or {each.act, wider.act} <= FROM_AFAR
    accused = not each.accused or not wider.accused or bool(each.accused & wider.accused)
    statuses = not each.statuses or not wider.statuses or bool(each.statuses & wider.statuses)
    return acts and accused and statuses


def _counts_them(wider: Scope, each: Scope) -> bool:
    """All whom the one counts are among those whom the other does: it counts everybody, or just such people."""
    accused = not wider.accused or (bool(each.accused) and each.accused <= wider.accused)
    statuses = not wider.statuses or (bool(each.statuses) and each.statuses <= wider.statuses)
    return wider.aggregate and accused and statuses


def _surely_in(each: Scope, wider: Scope) -> bool:
    there = wider.place in each.ring and wider.days[0] <= each.days[0] and each.days[1] <= wider.days[1]
    return there and _counts_them(wider, each)


def _scope(
    event: Finding,
    told: CasualtyRange,
    places: Mapping[PlaceId, Place],
    place: PlaceId,
    days: Days,
    *,
    sure: bool,
) -> Scope:
    return scope_of(
        event.id,
        place,
        days,
        places=places,
        precision=event.where.precision,
        act=event.act,
        accused=frozenset(accused(event.attribution)),
        statuses=frozenset(told.by_status),
        low=told.low,
        high=told.high,
        sure=sure,
    )


def scope_of(
    id_: str,
    place: PlaceId,
    days: Days,
    *,
    places: Mapping[PlaceId, Place],
    precision: PlacePrecision,
    act: Act,
    accused: frozenset[str],
    statuses: frozenset[str],
    low: int | None,
    high: int | None,
    sure: bool,
    summed: bool = False,
) -> Scope:
    """The scope of a number. sure: it is no other one told again; summed: its words say that it is a sum."""
    known = places.get(place)
    return Scope(
        id=EventId(id_),
        place=place,
        ring=frozenset((place, *(known.within if known else ()))),
        coarse=max(COARSENESS.get(known.kind if known else "", 0), COARSENESS.get(precision, 0)),
        days=days,
        act=act,
        accused=accused,
        statuses=statuses,
        low=(low or 0) if sure else 0,
        high=high,
        said_low=low,
        summed=summed,
    )


def _days(event: Finding) -> Days | None:
    """First and last day, both included; None where either edge is not known."""
    if event.when.start is None or event.when.end is None:
        return None
    return first_day(event.when.start), last_day(event.when.end)


def first_day(iso: str) -> int:
    """The number of the day that a day, month or year begins with."""
    return edges(iso[:10])[0].toordinal()


def last_day(iso: str) -> int:
    """The number of the day that it ends with."""
    return edges(iso[:10])[1].toordinal()
