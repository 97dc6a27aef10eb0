"""Estimates of a case, under the key of the persons and lists they were made from. Nothing heavy is loaded before."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from sijill.chain.derived import (
    ESTIMATE_DOUBTS,
    ESTIMATES,
    FITS,
    LIKENESSES,
    LISTED,
    OVERLAP_CELLS,
    OVERLAPS,
    PERSONS,
    Derived,
)
from sijill.chain.estimates.nouns import Computed, Each, FitAtRest, Lists
from sijill.chain.persons.accusing import accusations
from sijill.chain.resolving import Resolved
from sijill.chain.versions import digest, version_of
from sijill.model.decision import Doubt
from sijill.model.estimate import Estimate, Estimating, Overlap, OverlapCell
from sijill.model.exchange import to_json
from sijill.model.party import Party
from sijill.model.person import Fate, Likeness, Person, VictimRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimated:
    """What there is now. made: estimates that were computed, 0 if they rest."""

    estimates: int
    made: int
    doubts: tuple[Doubt, ...]


def keep_estimates(
    settings: Estimating,
    resolved: Resolved,
    derived: Derived,
    *,
    parties: Sequence[Party] = (),
    jobs: int | None = None,
    each: Each | None = None,
) -> Estimated:
    """Estimate from the lists of the case and put that at rest. A case without two lists has no estimates.

    Fits of tables whose numbers come back are taken from the last run, whatever else has changed.
    jobs   processes that fit tables, one a core if None      each   what spreads the tables instead, as over a cluster
    """
    mine = version_of("estimate", "chain", "link", "model")
    key = digest(derived.tables.key(PERSONS) or "", mine, to_json(settings), to_json(tuple(parties)))
    fitted_by = version_of("estimate", "model")
    if derived.fresh(key, ESTIMATES, ESTIMATE_DOUBTS, OVERLAPS, OVERLAP_CELLS) and derived.fresh(fitted_by, FITS):
        resting, doubts = derived.load(Estimate, ESTIMATES), derived.load(Doubt, ESTIMATE_DOUBTS)
        if resting is not None and doubts is not None:
            return Estimated(estimates=len(resting), made=0, doubts=tuple(doubts))
    lists = _lists(settings, resolved, derived, parties)
    if len(lists.names) < 2:
        found = Computed()
        derived.save(FitAtRest, FITS, fitted_by, ())
    else:
        fitting = import_module("sijill.chain.estimates.fitting").Fitting
        resting_fits = fitting(derived, fitted_by, jobs=jobs, each=each)
        found = import_module("sijill.chain.estimates.computing").compute(lists, settings, resting_fits.fit)
        resting_fits.save()
    derived.save(Estimate, ESTIMATES, key, found.estimates)
    derived.save(Doubt, ESTIMATE_DOUBTS, key, found.doubts)
    derived.save(Overlap, OVERLAPS, key, found.overlaps)
    derived.save(OverlapCell, OVERLAP_CELLS, key, found.cells)
    return Estimated(estimates=len(found.estimates), made=len(found.estimates), doubts=tuple(found.doubts))


def _lists(settings: Estimating, resolved: Resolved, derived: Derived, parties: Sequence[Party]) -> Lists:
    listed = derived.load(VictimRecord, LISTED) or []
    persons = derived.load(Person, PERSONS) or []
    found = dict.fromkeys(each.row.list for each in listed)
    names = tuple(name for name in found if not settings.lists or name in settings.lists)
    return Lists(
        persons=persons,
        names=names,
        records=[
            each
            for each in listed
            if each.row.list in names and each.vanished is None and not each.unnamed and each.fate is Fate.DEAD
        ],
        likenesses=derived.load(Likeness, LIKENESSES) or [],
        accused=accusations(persons, listed, resolved.claims, parties),
        gone=frozenset((each.row.list, each.row.row) for each in listed if each.vanished is not None),
        origins={each.id: each.origin for each in resolved.documents if each.origin is not None},
    )
