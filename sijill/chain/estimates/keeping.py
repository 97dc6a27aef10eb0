"""Estimates of a case, under the key of the persons and lists they were made from. Nothing heavy is loaded before."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from sijill.chain.derived import (
    ESTIMATE_DOUBTS,
    ESTIMATES,
    LIKENESSES,
    LISTED,
    OVERLAP_CELLS,
    OVERLAPS,
    PERSONS,
    Derived,
)
from sijill.chain.resolving import Resolved
from sijill.chain.versions import digest, version_of
from sijill.model.decision import Doubt
from sijill.model.document import DocumentId
from sijill.model.estimate import Estimate, Estimating, Overlap, OverlapCell
from sijill.model.exchange import to_json
from sijill.model.person import Fate, Likeness, Person, RecordId, VictimRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The lists of a case as an estimate needs them.

    persons   all of the case                       gone      rows that their list withdrew: (list, row)
    names     of the lists, in the order taken      origins   of the documents that lists came from
    records   of the named dead -> their list, those that stand      likenesses   of all records that were compared
    """

    persons: Sequence[Person]
    names: tuple[str, ...]
    gone: frozenset[tuple[str, str]]
    origins: dict[DocumentId, str]
    records: dict[RecordId, str]
    likenesses: Sequence[Likeness]


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """The panel of the whole case with its checks, then each stratum and their sum; doubts; what the counts rest on."""

    estimates: Sequence[Estimate] = ()
    doubts: Sequence[Doubt] = ()
    overlaps: Sequence[Overlap] = ()
    cells: Sequence[OverlapCell] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimated:
    """What there is now. made: estimates that were computed, 0 if they rest."""

    estimates: int
    made: int
    doubts: tuple[Doubt, ...]


def keep_estimates(settings: Estimating, resolved: Resolved, derived: Derived) -> Estimated:
    """Estimate from the lists of the case and put that at rest. A case without two lists has no estimates."""
    key = digest(derived.tables.key(PERSONS) or "", version_of("estimate", "chain", "model"), to_json(settings))
    if derived.fresh(key, ESTIMATES, ESTIMATE_DOUBTS, OVERLAPS, OVERLAP_CELLS):
        resting, doubts = derived.load(Estimate, ESTIMATES), derived.load(Doubt, ESTIMATE_DOUBTS)
        if resting is not None and doubts is not None:
            return Estimated(estimates=len(resting), made=0, doubts=tuple(doubts))
    lists = _lists(settings, resolved, derived)
    if len(lists.names) < 2:
        found = Computed()
    else:
        found = import_module("sijill.chain.estimates.computing").compute(lists, settings)
    derived.save(Estimate, ESTIMATES, key, found.estimates)
    derived.save(Doubt, ESTIMATE_DOUBTS, key, found.doubts)
    derived.save(Overlap, OVERLAPS, key, found.overlaps)
    derived.save(OverlapCell, OVERLAP_CELLS, key, found.cells)
    return Estimated(estimates=len(found.estimates), made=len(found.estimates), doubts=tuple(found.doubts))


def _lists(settings: Estimating, resolved: Resolved, derived: Derived) -> Lists:
    listed = derived.load(VictimRecord, LISTED) or []
    found = dict.fromkeys(each.row.list for each in listed)
    names = tuple(name for name in found if not settings.lists or name in settings.lists)
    return Lists(
        persons=derived.load(Person, PERSONS) or [],
        names=names,
        records={
            each.id: each.row.list
            for each in listed
            if each.row.list in names and each.vanished is None and not each.unnamed and each.fate is Fate.DEAD
        },
        likenesses=derived.load(Likeness, LIKENESSES) or [],
        gone=frozenset((each.row.list, each.row.row) for each in listed if each.vanished is not None),
        origins={each.id: each.origin for each in resolved.documents if each.origin is not None},
    )
