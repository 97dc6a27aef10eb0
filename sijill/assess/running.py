"""Running tolls ("1,200 people since January"): the series of each issuer, compared with the events in its scope.

They are in no event and no total. What the total holds of them already, and what they say beyond it, stands beside it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import groupby, pairwise

from sijill.assess.figure import bounds
from sijill.assess.overlaps import Counted, Scope, first_day, last_day, scope_of
from sijill.assess.testimony import Testimony
from sijill.assess.totals import tolls_of
from sijill.language.places.calling import stands_in
from sijill.model.beside.series import Series
from sijill.model.claim import SAYS_NOT_HOW, Act, Claim, Harm, Modality, Stance, Status
from sijill.model.event import EventId
from sijill.model.finding import Finding, TollAt
from sijill.model.place import Place, PlaceId, Where
from sijill.model.toll import Extent
from sijill.model.when import Period, Precision

SAID = (Stance.ASSERTS, Stance.ACCEPTS_RESPONSIBILITY)
NEVER_ENDED = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Toll:
    """A running toll that somebody gave, with what its series is told by."""

    told: Testimony
    key: tuple[str, ...]
    low: int | None
    high: int | None


def series_of(
    testimonies: Iterable[Testimony],
    findings: Iterable[Finding],
    *,
    policy: str = "range",
    places: Mapping[PlaceId, Place],
    unsure: Mapping[Harm, Collection[EventId]],
) -> list[Series]:
    """Series in the order of their ids, each with what the events hold of it.

    testimonies   claims that were left out of every event: those with a running toll are used, wholes alone
    findings      the events that the totals count        unsure   by harm, those that may tell of others again
    """
    by_series: dict[tuple[str, ...], list[Toll]] = defaultdict(list)
    for toll in map(_toll, testimonies):
        if toll is not None:
            by_series[toll.key].append(toll)
    made = sorted((_series(tolls) for tolls in by_series.values()), key=lambda each: each[0].id)
    events = list(findings)
    counted: dict[Harm, Counted] = {}
    for each, _ in made:
        if each.harm not in counted:
            told = tolls_of(each.harm, events, policy)
            counted[each.harm] = Counted.of(told, places=places, unsure=frozenset(unsure.get(each.harm, ())))
    return [_beside(each, told, counted[each.harm], places) for each, told in made]


def _toll(told: Testimony) -> Toll | None:
    claim = told.claim
    toll, victims = claim.toll, claim.victims
    if toll is None or claim.stance not in SAID or claim.modality is not Modality.ACTUAL or claim.harm is Harm.NONE:
        return None
    low, high = bounds(toll)
    part = toll.extent is Extent.PART or toll.subset_of is not None
    if part or (low is None and high is None):
        return None
    where = ground_of(claim)
    ground = where.place or where.text or ""
    status = victims.status if victims else Status.UNKNOWN
    actors = ",".join(sorted({str(each.party or each.name) for each in claim.actors}))
    since = claim.when.start or claim.when.text or ""
    act = "" if claim.act in SAYS_NOT_HOW else claim.act.value
    key = (told.origin, claim.harm.value, ground, since, status.value, actors, act)
    return Toll(told=told, key=key, low=low, high=high)


def ground_of(claim: Claim) -> Where:
    """The place that its own words name; one carried over from the sentences before is that of some event there."""
    return claim.where if stands_in(claim.where.text, claim.quote) else Where()


def _series(tolls: Sequence[Toll]) -> tuple[Series, Toll]:
    """All bulletins of one issuer and scope; and the latest toll, which says what is counted."""
    tolls = sorted(tolls, key=lambda each: (each.told.moment or "", each.told.claim.id))
    days = [_bulletin(day, list(each)) for day, each in groupby(tolls, key=lambda each: each.told.moment)]
    latest, claim = days[-1], tolls[-1].told.claim
    end = latest.as_of if latest.as_of is not None and len(latest.as_of) >= 10 else claim.when.end
    start = claim.when.start
    fits = start is None or end is None or start[:10] <= end[:10]
    where = ground_of(claim)
    words = " ".join(each for each in (where.text, claim.when.text) if each)
    series = Series(
        id="ser_" + sha256("|".join(tolls[0].key).encode()).hexdigest()[:20],
        issuer=tolls[0].told.origin,
        scope=words or "not said",
        harm=claim.harm,
        where=where,
        when=Period(start=start, end=end if fits else claim.when.end, precision=Precision.RANGE, text=claim.when.text),
        cumulative=any(each.told.claim.toll is not None and each.told.claim.toll.cumulative for each in tolls),
        interested=all(each.told.interested for each in tolls),
        as_of=latest.as_of,
        revised=any(_less(after, before) for before, after in pairwise(days)),
        low=latest.low,
        high=latest.high,
        bulletins=tuple(days),
        documents=tuple(dict.fromkeys(each.told.claim.document for each in tolls)),
    )
    return series, tolls[-1]


def _bulletin(day: str | None, tolls: Sequence[Toll]) -> TollAt:
    """Of one day, from the least to the greatest; open where one of them is."""
    lows = [each.low for each in tolls if each.low is not None]
    highs = [each.high for each in tolls if each.high is not None]
    return TollAt(
        as_of=day,
        low=min(lows, default=None),
        high=max(highs) if len(highs) == len(tolls) else None,
        claims=tuple(each.told.claim.id for each in tolls),
    )


def _less(after: TollAt, before: TollAt) -> bool:
    return after.high is not None and before.low is not None and after.high < before.low


def _beside(series: Series, toll: Toll, counted: Counted, places: Mapping[PlaceId, Place]) -> Series:
    """What the total holds of it. Without a place, nothing is known to be inside."""
    scope = _scope(series, toll, places)
    if scope is None:
        return replace(series, adds_low=series.low or 0, adds_high=series.high)
    held = counted.adds(scope, *counted.within(scope))
    return replace(
        series,
        counted_low=held.counted_low,
        counted_high=held.counted_high,
        adds_low=held.adds_low,
        adds_high=held.adds_high,
        inside=held.inside,
        perhaps=held.perhaps,
    )


def _scope(series: Series, toll: Toll, places: Mapping[PlaceId, Place]) -> Scope | None:
    place, claim = series.where.place, toll.told.claim
    if place is None:
        return None
    days = (first_day(series.when.start) if series.when.start else 0, last_day(series.when.end or NEVER_ENDED))
    status = claim.victims.status if claim.victims else Status.UNKNOWN
    return scope_of(
        series.id,
        place,
        days,
        places=places,
        precision=series.where.precision,
        act=Act.KILLING if claim.act in SAYS_NOT_HOW else claim.act,
        accused=frozenset(str(each.party or each.name) for each in claim.actors),
        statuses=frozenset((status.value,)) if status in (Status.CIVILIAN, Status.COMBATANT) else frozenset(),
        low=series.low,
        high=series.high,
        sure=True,
        summed=True,
    )
