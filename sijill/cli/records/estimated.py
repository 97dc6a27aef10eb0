"""Estimates for people: the range first, each model under its assumption, and what the table says about itself."""

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.table import Table

from sijill.cli.words import plain
from sijill.model.decision import Reason
from sijill.model.estimate import Estimate, EstimateKind, Overlap, OverlapCell
from sijill.publish.estimated import ASSUMPTIONS, CAVEATS, MODELS, about, humps, interval
from sijill.publish.words import sentence

FIRST = 3
RANGE = "range_over_models"
OF_LISTS = "Persons on each list and on two, and in brackets what the two alone would say"
OF_HELD = "Each list as a population of known size, estimated from the others"
OF_LINKAGES = "Over {} sampled linkages: what is not known about the links is in these intervals"
OF_CHOICES = "Under other choices made before any number was seen"
OF_LEFT = "Without each list"
OF_STRATA = "Strata, each from the lists that could see it"


def paint(estimates: Sequence[Estimate], overlap: Overlap, cautions: Iterable[Reason], console: Console) -> None:
    """The estimates of one table: the range, the models, the lists, the checks, what must stand beside them; strata."""
    headline, *others = estimates
    of = {kind: [each for each in others if each.kind is kind] for kind in EstimateKind}
    fitted = [each for each in of[EstimateKind.TOTAL] if each.stratum == headline.stratum]
    strata = [each for each in of[EstimateKind.TOTAL] if each.stratum != headline.stratum]
    held, without = of[EstimateKind.HELD_OUT], of[EstimateKind.WITHOUT]
    linked, chosen = of[EstimateKind.LINKAGES], of[EstimateKind.CHOICE]
    paint_headline(headline, console)
    parts = [("", models(fitted)) if fitted else None]
    parts.append((OF_LISTS, overlaps(overlap, of[EstimateKind.PAIR])))
    parts.append((OF_HELD, held_out(held)) if held else None)
    parts.append((OF_LEFT, left_out(without)) if without else None)
    parts.append((OF_LINKAGES.format(linked[0].diagnostics["replicates"]), models(linked[1:])) if linked else None)
    parts.append((OF_CHOICES, by_choice(chosen)) if chosen else None)
    parts.append((OF_STRATA, by_strata(strata)) if strata else None)
    for title, made in filter(None, parts):
        console.print(f"\n{title}" if title else "")
        console.print(made)
    console.print()
    for note in notes(cautions, headline):
        console.print(f"- {note}", style="dim")


def paint_headline(headline: Estimate, console: Console) -> None:
    """Documented, estimated, and how far this case's own lists bear the range out."""
    console.print(f"[bold]documented[/]  {headline.documented:,} persons on {plain(', '.join(headline.lists))}")
    if headline.refused is not None:
        console.print(f"[bold]estimated[/]   no figure. {plain(sentence(headline.refused))}")
        return
    low, high = headline.range_over_models or (0.0, 0.0)
    n = headline.documented
    console.print(f"[bold]estimated[/]   {interval(low, high)} in all, over models")
    console.print(f"            {interval(max(low - n, 0), high - n)} never documented")
    console.print(f"            medians of the models: {_medians(headline)}", style="dim")
    console.print(f"            {_tested(headline)}", style="dim")


def _medians(headline: Estimate) -> str:
    told = headline.diagnostics
    low, high = told.get("lowest_median"), told.get("highest_median")
    return interval(float(low), float(high)) if low is not None and high is not None else "-"


def _tested(headline: Estimate) -> str:
    told = headline.diagnostics
    tried, held = told.get("held_out_lists"), told.get("held_out_covered")
    if not tried:
        return "no test on this table itself: that needs four lists that can be estimated from three"
    low, high = told.get("held_out_too_low"), told.get("held_out_too_high")
    return f"tested on itself: the range held {held} of {tried} lists of known size ({low} too low, {high} too high)"


def models(estimates: Iterable[Estimate]) -> Table:
    """One row a model; several modes are several rows."""
    made = _table("model", "estimated", "95 % interval", "if it holds that")
    for each in estimates:
        name, assumption = MODELS[each.model], ASSUMPTIONS[each.assumption]
        if each.refused is not None:
            made.add_row(name, "-", "-", sentence(each.refused))
            continue
        parted = humps(each)
        no_limit = " (the table sets no upper limit)" if each.diagnostics.get("upper_limit") else ""
        if not parted:
            made.add_row(name, about(each.median), interval(each.low95, each.high95) + no_limit, assumption)
        for i, (share, median, low, high) in enumerate(parted):
            said = f"{assumption}; {len(parted)} modes, no single figure" if i == 0 else ""
            made.add_row(name if i == 0 else "", f"{about(median)} ({share:.0%})", interval(low, high), said)
    return made


def overlaps(overlap: Overlap, pairs: Sequence[Estimate]) -> Table:
    """Persons on each list, on both of each pair, and in brackets what each pair alone would say."""
    on = {
        (a, b): sum(number for pattern, number in overlap.counts.items() if pattern[i] == pattern[j] == "1")
        for i, a in enumerate(overlap.lists)
        for j, b in enumerate(overlap.lists)
    }
    alone = {each.lists: each.median for each in pairs}
    made = _table("list", "persons", *(f"and {name}" for name in overlap.lists[:-1]))
    for i, name in enumerate(overlap.lists):
        cells = [f"{on[name, other]:,} ({about(alone.get((other, name)))})" for other in overlap.lists[:i]]
        made.add_row(name, f"{on[name, name]:,}", *cells)
    return made


def left_out(estimates: Sequence[Estimate]) -> Table:
    """The range without each list."""
    made = _table("without", "estimated over models")
    for each in estimates:
        found = each.range_over_models or (None, None)
        made.add_row(str(each.diagnostics["without"]), interval(*found) if each.refused is None else "-")
    return made


def held_out(estimates: Sequence[Estimate]) -> Table:
    """Each list as a population of known size."""
    made = _table("persons on", "known", "seen by others", "estimated over models", "")
    for each in estimates:
        known, found = int(each.diagnostics["known"] or 0), each.range_over_models
        verdict = "-" if found is None else "held" if found[0] <= known <= found[1] else "missed"
        name = each.stratum.rpartition("on ")[2]
        made.add_row(name, f"{known:,}", f"{each.documented:,}", interval(*(found or (None, None))), verdict)
    return made


def by_choice(estimates: Sequence[Estimate]) -> Table:
    """One model under other priors, caps or kernels; the range over models if records were linked otherwise."""
    made = _table("model", "choice", "documented", "estimated", "95 % interval")
    for each in estimates:
        limits = each.range_over_models if each.model == RANGE else (each.low95, each.high95)
        told = interval(*(limits or (None, None))) if each.refused is None else sentence(each.refused)
        made.add_row(
            MODELS[each.model], str(each.diagnostics["choice"]), f"{each.documented:,}", about(each.median), told
        )
    return made


def paint_cells(cells: Sequence[OverlapCell], console: Console) -> None:
    """What every estimate rests on: the persons on exactly the same lists, and where each of them is found."""
    made = _table("on exactly these lists", "persons", "the first of them")
    for each in cells:
        made.add_row(" and ".join(each.lists), f"{len(each.persons):,}", ", ".join(each.persons[:FIRST]))
    console.print(made)
    console.print("\n`sijill show CASE persons` has the records of each; --format json has all of them.", style="dim")


def by_strata(estimates: Sequence[Estimate]) -> Table:
    """The range of each stratum and of their sum, or why there is none."""
    made = _table("stratum", "documented", "estimated over models", "of lists")
    for each in estimates:
        if each.model != RANGE:
            continue
        told = interval(*(each.range_over_models or (None, None)))
        left, aside = each.diagnostics.get("strata_not_estimated"), each.diagnostics.get("in_no_stratum")
        more = f" (without {left})" if left else ""
        more += f" ({aside} of whom it is not said stand beside)" if aside else ""
        said = told + more if each.refused is None else sentence(each.refused)
        made.add_row(each.stratum, f"{each.documented:,}", said, ", ".join(each.lists))
    return made


def notes(cautions: Iterable[Reason], headline: Estimate) -> list[str]:
    """What must stand beside the figures, always."""
    told = headline.diagnostics
    beside = told.get("unnamed_beside")
    target = [f"Estimated are the {told['target']}; {beside} unnamed stand beside."] if "target" in told else []
    return [
        *target,
        *(sentence(each) for each in cautions),
        *CAVEATS,
        f"Seed {told['seed']}, table {str(told['table'])[:12]}.",
    ]


def _table(*heads: str) -> Table:
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for i, head in enumerate(heads):
        made.add_column(head, justify="left" if i == 0 or len(head) > 15 or not head else "right", overflow="fold")
    return made
