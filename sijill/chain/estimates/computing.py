"""From persons and their lists to estimates: overlaps, strata, checks, and the doubts that come of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sijill.chain.estimates.keeping import Computed, Lists
from sijill.chain.estimates.sampling import linkages
from sijill.estimate.checks import (
    coverage,
    hold_each_out,
    leave_each_out,
    of_held_out,
    of_left_out,
    short,
    with_coverage,
)
from sijill.estimate.fits import fit_all
from sijill.estimate.gates import cautions
from sijill.estimate.overlap import counted, merged
from sijill.estimate.panel import Effort, pairs, panel
from sijill.estimate.replicates import combined, totals
from sijill.estimate.strata import Held, by_stratum, imputed
from sijill.model.claim import Status
from sijill.model.decision import Step, Value, doubt
from sijill.model.document import DocumentId
from sijill.model.estimate import Estimate, Estimating, Overlap, OverlapCell
from sijill.model.person import Fate, Person, PersonId
from sijill.model.when import Precision

TARGET = "dead, named"
IMPUTATIONS, LINKAGES = 10, 20
ASKED = ("copied_list", "nested_list", "same_list", "lists_apart")
ADULT, OLD = 18, 60
BY_DAY = (Precision.HOUR, Precision.DAY, Precision.MONTH)


def compute(lists: Lists, settings: Estimating) -> Computed:
    """Estimate from lists of persons. Lists that copy each other are one list from the start."""
    by_person = {person.id: each for person in lists.persons if (each := held_of(person, lists)) is not None}
    held = list(by_person.values())
    joined = [*_asked_for(settings, lists.names), *copies(lists)]
    names = list(lists.names)
    whole = Overlap(lists=lists.names, counts=counted((each.lists for each in held), names))
    whole = merged(whole, joined) if joined else whole
    effort = Effort(seed=settings.seed)
    estimates = _told(_of_whole(whole, effort), joined, held, lists)
    if estimates[0].refused is None:
        estimates = _with_linkage(estimates, _of_linkages(lists, whole, joined, effort))
    overlaps = [whole]
    if settings.by:
        strata = _strata(held, names, settings, joined)
        estimates += _of_strata(strata, whole.lists, effort)
        overlaps += [first for first, *_ in strata.values()]
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


def held_of(person: Person, lists: Lists) -> Held | None:
    """A person as an estimate takes one; None for who is not dead, not named, or on no list any longer."""
    on = frozenset(
        ref.list for ref in person.records if ref.list in lists.names and (ref.list, ref.row) not in lists.gone
    )
    dead = not person.fates or any(each.fate is Fate.DEAD for each in person.fates)
    if person.unnamed or person.vanished or not dead or not on:
        return None
    return Held(lists=on, traits=_traits(person))


def _traits(person: Person) -> Mapping[str, str | None]:
    died = person.died
    dated = died.start is not None and died.precision in BY_DAY
    age = person.age
    return {
        "place": str(person.place.place) if person.place.place is not None else person.place.text,
        "month": str(died.start)[:7] if dated else None,
        "sex": person.sex.value if person.sex is not None else None,
        "age": None if age is None else "child" if age[1] < ADULT else "old" if age[0] >= OLD else "adult",
        "status": person.status.value if person.status is not Status.UNKNOWN else None,
    }


def copies(lists: Lists) -> list[tuple[str, ...]]:
    """Lists whose documents all go back to the same origins: they are one list."""
    came_from: dict[str, set[DocumentId]] = {}
    for person in lists.persons:
        for ref in person.records:
            if ref.list in lists.names:
                came_from.setdefault(ref.list, set()).add(ref.document)
    groups: dict[frozenset[str], list[str]] = {}
    for name, documents in came_from.items():
        origins = frozenset(lists.origins[each] for each in documents if each in lists.origins)
        if origins and len(origins) <= len(documents):
            groups.setdefault(origins, []).append(name)
    return [tuple(sorted(names)) for names in groups.values() if len(names) > 1]


def _asked_for(settings: Estimating, names: Sequence[str]) -> list[tuple[str, ...]]:
    groups = [tuple(each.split("+")) for each in settings.merge]
    return [group for group in groups if set(group) <= set(names)]


def _of_whole(whole: Overlap, effort: Effort) -> list[Estimate]:
    found = panel(whole, effort)
    by_pairs = pairs(whole)
    if found.headline.refused is not None:
        return [*found.estimates, *by_pairs]
    tests = list(hold_each_out(whole, effort))
    without = of_left_out(list(leave_each_out(whole, effort)))
    found = with_coverage(found, coverage(tests)) if tests else found
    return [*found.estimates, *by_pairs, *without, *of_held_out(tests)]


def _of_linkages(lists: Lists, whole: Overlap, joined: Sequence[Sequence[str]], effort: Effort) -> list[Estimate]:
    """The models over sampled linkages: what is not known about the links is in their intervals."""
    tables = []
    drawn = linkages(lists.records, lists.likenesses, number=LINKAGES, seed=effort.seed)
    for replicate, persons in enumerate(drawn):
        table = Overlap(lists=lists.names, counts=counted(persons, lists.names), replicate=replicate)
        tables.append(merged(table, joined) if joined else table)
    fits = fit_all(tables, short(effort))
    found = combined([replace(each, lists=whole.lists) for each in tables], fits)
    return [replace(each, diagnostics={**each.diagnostics, "linkage": "sampled"}) for each in found]


def _with_linkage(estimates: list[Estimate], sampled: list[Estimate]) -> list[Estimate]:
    """The headline reaches over the sampled linkages too; beside it what it was with the one linkage that stands."""
    one, over = estimates[0].range_over_models, sampled[0].range_over_models
    if one is None or over is None:
        return [*estimates, *sampled]
    reached = (min(one[0], over[0]), max(one[1], over[1]))
    told: dict[str, Value] = {"one_linkage_low": one[0], "one_linkage_high": one[1], "linkages": LINKAGES}
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


def _strata(
    held: Sequence[Held], names: Sequence[str], settings: Estimating, joined: Sequence[Sequence[str]]
) -> dict[str, list[Overlap]]:
    """Stratum -> its overlap in each way that what is not said may be; one way where nothing is missing."""
    said = [trait for trait in settings.by if any(each.traits.get(trait) is not None for each in held)]
    missing = any(each.traits.get(trait) is None for each in held for trait in said)
    found: dict[str, list[Overlap]] = {}
    for replicate in range(IMPUTATIONS if missing else 1):
        filled = imputed(held, said, seed=settings.seed + replicate) if missing else held
        for name, each in by_stratum(filled, names, said, scopes=settings.scopes, replicate=replicate).items():
            groups = [group for group in joined if set(group) <= set(each.lists)]
            found.setdefault(name, []).append(merged(each, groups) if groups else each)
    return found


def _of_strata(strata: Mapping[str, Sequence[Overlap]], lists: Sequence[str], effort: Effort) -> list[Estimate]:
    """Each stratum, then the sum of those that were estimated from the same lists as the whole."""
    fits = {name: fit_all(each, short(effort)) for name, each in strata.items()}
    estimates = [one for name, each in strata.items() for one in combined(each, fits[name])]
    replicates = max((len(each) for each in strata.values()), default=0)
    summed = {
        name: fits[name]
        for name, each in strata.items()
        if tuple(each[0].lists) == tuple(lists) and len(each) == replicates
    }
    if len(summed) < 2:
        return estimates
    return estimates + [replace(each, stratum="sum of strata") for each in totals(summed, lists)]
