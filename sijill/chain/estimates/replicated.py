"""Estimates over many tables of one population: sampled linkages, strata of each, linkages at other thresholds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sijill.chain.estimates.listed import Linkages
from sijill.estimate.checks import short
from sijill.estimate.fits import Fit, Fitter
from sijill.estimate.overlap import counted, documented, merged
from sijill.estimate.panel import Effort, panel
from sijill.estimate.replicates import combined, totals
from sijill.estimate.strata import NEVER_IMPUTED, Held, by_stratum, imputed
from sijill.model.decision import Value
from sijill.model.estimate import KIND, Estimate, EstimateKind, Estimating, Overlap

THRESHOLDS = (-2.0, -1.0, 0.0, 1.0, 2.0, 4.0)
"""Mean log-odds from which on records are one person, beside that of the linkage that stands (-0.5)."""
SUM = "sum of strata"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What every table of one case has in common. joined: lists that are taken as one."""

    names: tuple[str, ...]
    joined: Sequence[Sequence[str]]
    settings: Estimating
    effort: Effort

    def table(self, held: Sequence[Held], replicate: int | None = None) -> Overlap:
        """How the lists overlap among these persons."""
        counts = counted((each.lists for each in held), self.names)
        return self.with_joined(Overlap(lists=self.names, counts=counts, replicate=replicate))

    def with_joined(self, table: Overlap) -> Overlap:
        """Lists that copy each other as one, as far as they are lists of this table."""
        groups = [group for group in self.joined if set(group) <= set(table.lists)]
        return merged(table, groups) if groups else table


def over_linkages(case: Case, drawn: Sequence[Sequence[Held]], whole: Overlap, fit: Fitter) -> list[Estimate]:
    """The models over sampled linkages: what is not known about the links is in their intervals."""
    tables = [case.table(held, replicate) for replicate, held in enumerate(drawn)]
    found = combined(tables, fit(tables, short(case.effort)))
    return [_counted(each, documented(whole), kind=EstimateKind.LINKAGES) for each in found]


def _counted(estimate: Estimate, persons: int, *, kind: EstimateKind) -> Estimate:
    """With the persons who are documented as the records are linked now; over the linkages they are fewer or more."""
    told: Mapping[str, Value] = {**estimate.diagnostics, KIND: kind, "persons_over_linkages": estimate.documented}
    return replace(estimate, documented=persons, diagnostics=told)


def at_thresholds(case: Case, linkages: Linkages) -> Iterator[Estimate]:
    """The range over models if records were taken for one person sooner or later than they are."""
    for threshold in THRESHOLDS:
        found = panel(case.table(linkages.at(threshold)), short(case.effort)).headline
        choice: Mapping[str, Value] = {KIND: EstimateKind.CHOICE, "choice": f"linkage threshold={threshold:g}"}
        yield replace(found, diagnostics={**found.diagnostics, **choice})


@dataclass(frozen=True, slots=True, kw_only=True)
class Strata:
    """Stratum -> its table as the records are linked now, and in each replicate; whom no stratum holds.

    aside   persons of whom a trait is not said that is never imputed
    """

    standing: Mapping[str, Overlap]
    replicates: Mapping[str, Sequence[Overlap]]
    aside: int


def stratified(case: Case, held: Sequence[Held], drawn: Sequence[Sequence[Held]]) -> Strata:
    """Each replicate is one linkage and one way in which what is not said may be."""
    by = [trait for trait in case.settings.by if any(each.traits.get(trait) is not None for each in held)]
    filled = [_filled(each, by, case.settings.seed + n) for n, each in enumerate([held, *drawn])]
    standing, *replicates = [_sorted_out(case, each, by, n - 1) for n, each in enumerate(filled)]
    found = {
        name: [each.get(name) or replace(table, counts={}, replicate=n) for n, each in enumerate(replicates)]
        for name, table in standing.items()
    }
    return Strata(standing=standing, replicates=found, aside=len(held) - len(filled[0]))


def _filled(held: Sequence[Held], by: Sequence[str], seed: int) -> list[Held]:
    """With every trait said: imputed, or where that is never done left aside."""
    told = [each for each in held if all(each.traits.get(trait) is not None for trait in NEVER_IMPUTED & set(by))]
    said = {trait for each in told for trait in by if each.traits.get(trait) is not None}
    return imputed(told, by, seed=seed) if told and said == set(by) else []


def _sorted_out(case: Case, held: Sequence[Held], by: Sequence[str], replicate: int) -> dict[str, Overlap]:
    found = by_stratum(held, case.names, by, scopes=case.settings.scopes, replicate=replicate)
    return {name: case.with_joined(each) for name, each in found.items()}


def of_strata(case: Case, strata: Strata, lists: Sequence[str], fit: Fitter) -> list[Estimate]:
    """Each stratum, then the sum of those that were estimated from the same lists as the whole."""
    fits = _fitted(case, strata.replicates, fit)
    estimates = [
        _counted(one, documented(strata.standing[name]), kind=EstimateKind.TOTAL)
        for name, tables in strata.replicates.items()
        for one in combined(tables, fits[name])
    ]
    summed = {name: fits[name] for name, each in strata.standing.items() if tuple(each.lists) == tuple(lists)}
    if len(summed) < 2:
        return estimates
    persons = sum(documented(strata.standing[name]) for name in summed)
    told: dict[str, Value] = {"in_no_stratum": strata.aside, "strata_of_other_lists": len(fits) - len(summed)}
    return estimates + [
        replace(each, stratum=SUM, diagnostics={**each.diagnostics, **told})
        for each in (_counted(one, persons, kind=EstimateKind.TOTAL) for one in totals(summed, lists))
    ]


def _fitted(case: Case, replicates: Mapping[str, Sequence[Overlap]], fit: Fitter) -> dict[str, list[Fit]]:
    """All strata and replicates at once, so that they are spread over all processes there are."""
    tables = [table for each in replicates.values() for table in each]
    every = iter(fit(tables, short(case.effort)))
    return {name: [next(every) for _ in each] for name, each in replicates.items()}
