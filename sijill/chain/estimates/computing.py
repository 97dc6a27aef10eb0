"""From persons and their lists to estimates: overlaps, strata, checks, and the doubts that come of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sijill.chain.estimates.listed import Linkages, copies, held_of
from sijill.chain.estimates.nouns import Computed, Lists
from sijill.chain.estimates.replicated import Case, at_thresholds, of_strata, over_linkages, stratified
from sijill.estimate.checks import coverage, hold_each_out, leave_each_out, of_held_out, of_left_out, with_coverage
from sijill.estimate.fits import Fitter
from sijill.estimate.gates import cautions
from sijill.estimate.panel import Effort, pairs, panel
from sijill.estimate.sensitivity import sensitivity
from sijill.estimate.strata import Held
from sijill.model.decision import Step, Value, doubt
from sijill.model.estimate import Estimate, Estimating, Overlap, OverlapCell
from sijill.model.person import PersonId

TARGET = "dead, named"
ASKED = ("copied_list", "nested_list", "same_list", "lists_apart")


def compute(lists: Lists, settings: Estimating, fit: Fitter) -> Computed:
    """Estimate from lists of persons. Lists that copy each other are one list from the start.

    fit   what fits many tables: in processes, or on a cluster
    """
    by_person = {person.id: each for person in lists.persons if (each := held_of(person, lists)) is not None}
    held = list(by_person.values())
    joined = [*_asked_for(settings, lists.names), *copies(lists)]
    case = Case(names=lists.names, joined=joined, settings=settings, effort=Effort(seed=settings.seed))
    whole = case.table(held)
    estimates = _of_whole(whole, case.effort)
    estimates = _told(estimates, joined, held, lists)
    linkages = Linkages(lists)
    drawn = list(linkages.drawn(settings.linkages, settings.seed))
    if estimates[0].refused is None:
        estimates = _with_linkages(estimates, over_linkages(case, drawn, whole, fit))
        estimates += at_thresholds(case, linkages)
    overlaps = [whole]
    if settings.by:
        strata = stratified(case, held, drawn)
        estimates += of_strata(case, strata, whole.lists, fit)
        overlaps += strata.standing.values()
    asked = [
        doubt(Step.ESTIMATE, each, whole.lists)
        for each in cautions(whole)
        if each.code in ASKED and len(whole.lists) > 1
    ]
    return Computed(estimates=estimates, doubts=asked, overlaps=overlaps, cells=_cells(by_person))


def _cells(by_person: Mapping[PersonId, Held]) -> list[OverlapCell]:
    """In the order of the lists' names."""
    cells: dict[tuple[str, ...], list[PersonId]] = {}
    for person, held in by_person.items():
        cells.setdefault(tuple(sorted(held.lists)), []).append(person)
    return [OverlapCell(lists=lists, persons=tuple(cells[lists])) for lists in sorted(cells)]


def _asked_for(settings: Estimating, names: Sequence[str]) -> list[tuple[str, ...]]:
    groups = [tuple(each.split("+")) for each in settings.merge]
    return [group for group in groups if set(group) <= set(names)]


def _of_whole(whole: Overlap, effort: Effort) -> list[Estimate]:
    """The panel with its checks: lists in pairs, each list left out and held out, other priors and caps."""
    found = panel(whole, effort)
    by_pairs = pairs(whole)
    if found.headline.refused is not None:
        return [*found.estimates, *by_pairs]
    tests = list(hold_each_out(whole, effort))
    without = of_left_out(list(leave_each_out(whole, effort)))
    choices = sensitivity(found, effort)
    found = with_coverage(found, coverage(tests)) if tests else found
    return [*found.estimates, *by_pairs, *without, *of_held_out(tests), *choices]


def _with_linkages(estimates: list[Estimate], sampled: list[Estimate]) -> list[Estimate]:
    """The headline reaches over the sampled linkages too; beside it what it was with the one linkage that stands."""
    one, over = estimates[0].range_over_models, sampled[0].range_over_models
    if one is None or over is None:
        return [*estimates, *sampled]
    reached = (min(one[0], over[0]), max(one[1], over[1]))
    told: dict[str, Value] = {
        "one_linkage_low": one[0],
        "one_linkage_high": one[1],
        "linkages": sampled[0].diagnostics["replicates"],
    }
    headline = replace(estimates[0], range_over_models=reached, diagnostics={**estimates[0].diagnostics, **told})
    return [headline, *estimates[1:], *sampled]


def _told(
    estimates: list[Estimate], joined: Iterable[Sequence[str]], held: Sequence[Held], lists: Lists
) -> list[Estimate]:
    """With the target, who stands beside it, and which lists were taken as one."""
    beside = sum(person.unnamed and not person.vanished for person in lists.persons)
    told: dict[str, Value] = {
        "target": TARGET,
        "unnamed_beside": beside,
        "on_a_list": len(held),
        "merged": "; ".join("+".join(each) for each in joined) or None,
    }
    headline, *others = estimates
    return [replace(headline, diagnostics={**headline.diagnostics, **told}), *others]
