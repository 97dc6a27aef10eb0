"""Whom the words around a claim name, of those whom another report names too."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sijill.model.claim import Claim, ClaimId
from sijill.model.document import DocumentId
from sijill.model.place import Place, PlaceId

PASSAGE = 600  # code points on either side
SAME_TIME = 2  # days: that of an act and the one after
SETTLED = ("settlement", "site", "exact")
NOBODY: frozenset[str] = frozenset()
Named = Mapping[DocumentId, Sequence[tuple[int, str]]]


def people_of(claims: Sequence[Claim], named: Named, places: Mapping[PlaceId, Place]) -> dict[ClaimId, frozenset[str]]:
    """By id of the claim. A report of one time and town is about one incident, and whoever it names counts for all of
    it; of a report on several, those who are named within PASSAGE.
    """
    by_report: dict[DocumentId, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.document in named:
            by_report[claim.document].append(claim)
    found: dict[ClaimId, frozenset[str]] = {}
    for document, told in by_report.items():
        names = named[document]
        everybody = frozenset(name for _, name in names)
        whole = _is_of_one_incident(told, places)
        found.update((claim.id, everybody if whole else _around(claim, names)) for claim in told)
    return found


def _is_of_one_incident(told: Sequence[Claim], places: Mapping[PlaceId, Place]) -> bool:
    towns = {
        claim.where.place
        for claim in told
        if claim.where.place is not None
        and (place := places.get(claim.where.place)) is not None
        and place.kind in SETTLED
    }
    days = sorted({claim.when.start for claim in told if claim.when.start and claim.when.start == claim.when.end})
    return len(towns) <= 1 and len(days) <= SAME_TIME


def _around(claim: Claim, named: Sequence[tuple[int, str]]) -> frozenset[str]:
    first = bisect_left(named, (claim.span[0] - PASSAGE, ""))
    last = bisect_left(named, (claim.span[1] + PASSAGE, ""))
    return frozenset(name for _, name in named[first:last]) if last > first else NOBODY
