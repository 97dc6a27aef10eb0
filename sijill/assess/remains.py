"""Bodies and graves that were found: a number of their own, never added to the killed, whom they may be."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from sijill.model.claim import Claim, ClaimId, Harm
from sijill.model.event import EventId
from sijill.model.finding import EventStatus, Finding
from sijill.model.person import Remains
from sijill.model.place import Place, PlaceId, PlacePrecision, Where
from sijill.model.when import Period, Precision

FINE_PLACE = (PlacePrecision.EXACT, PlacePrecision.SITE, PlacePrecision.SETTLEMENT)
FINE_TIMES = tuple(Precision)
"""In the order in which they are preferred: hour, day, week ..."""


def remains_of(
    findings: Iterable[Finding], claims: Mapping[ClaimId, Claim], *, places: Mapping[PlaceId, Place]
) -> list[Remains]:
    """One record for each event that tells of bodies found, in the order of the findings."""
    given = [each for each in findings if each.status is not EventStatus.UNFOUNDED]
    killed: dict[PlaceId, list[Finding]] = defaultdict(list)
    for each in given:
        if Harm.KILLED in each.tolls and each.where.place is not None and each.where.precision in FINE_PLACE:
            for place in _fine(each.where.place, places):
                killed[place].append(each)
    return [_remains(each, claims, killed, places) for each in given if Harm.FOUND_DEAD in each.tolls]


def _remains(
    event: Finding,
    claims: Mapping[ClaimId, Claim],
    killed: Mapping[PlaceId, Sequence[Finding]],
    places: Mapping[PlaceId, Place],
) -> Remains:
    told = [claims[each] for each in event.claims if claims[each].harm is Harm.FOUND_DEAD]
    site = min((each.where for each in told), key=_coarseness, default=event.where)
    found = min((each.when for each in told), key=lambda each: FINE_TIMES.index(each.precision), default=event.when)
    return Remains(
        id="rem_" + sha256(event.id.encode()).hexdigest()[:20],
        event=event.id,
        site=site,
        found=found,
        minimum_individuals=event.tolls[Harm.FOUND_DEAD].low,
        claims=tuple(each.id for each in told),
        perhaps=_perhaps(event, site, found, killed, places),
    )


def _perhaps(
    event: Finding,
    site: Where,
    found: Period,
    killed: Mapping[PlaceId, Sequence[Finding]],
    places: Mapping[PlaceId, Place],
) -> tuple[EventId, ...]:
    """Events with killed in the same town or site that began no later than the finding ended. The event that tells of
    the finding is among them if it tells of killed too."""
    own = (event.id,) if Harm.KILLED in event.tolls else ()
    if site.place is None or site.precision not in FINE_PLACE or found.end is None:
        return own
    near = {each.id: each for place in _fine(site.place, places) for each in killed.get(place, ())}
    last = found.end[:10]
    earlier = [id_ for id_, each in near.items() if each.when.start is not None and each.when.start[:10] <= last]
    return tuple(dict.fromkeys((*own, *sorted(earlier))))


def _fine(place: PlaceId, places: Mapping[PlaceId, Place]) -> list[PlaceId]:
    """The place and the town or site that it lies in."""
    known = places.get(place)
    around = known.within if known is not None else ()
    return [place, *(each for each in around if each in places and places[each].kind in ("site", "settlement"))]


def _coarseness(where: Where) -> int:
    return list(PlacePrecision).index(where.precision)
