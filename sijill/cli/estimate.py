"""`sijill estimate`: how many were never documented, from one table of overlaps, without a case."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sijill.cli.records.estimated import paint
from sijill.cli.records.formats import Format, write
from sijill.estimate import (
    Effort,
    Panel,
    Settings,
    cautions,
    coverage,
    hold_each_out,
    leave_each_out,
    merged,
    pairs,
    panel,
    read_overlap,
)
from sijill.estimate.checks import of_held_out, of_left_out, with_coverage
from sijill.estimate.sensitivity import audited, sensitivity
from sijill.model.estimate import Estimate
from sijill.publish.estimated import picture

app = typer.Typer(add_completion=False)


@app.command()
def estimate(
    table: Annotated[Path, typer.Argument(help="CSV: one column for each list, 0 or 1, and `count`")],
    *,
    form: Annotated[Format, typer.Option("--format", help="for people, or exactly the records")] = Format.TABLE,
    total: Annotated[int | None, typer.Option(help="persons that the counts must add up to")] = None,
    merge: Annotated[
        list[str] | None, typer.Option(metavar="A+B", help="take lists that copy each other as one; may be repeated")
    ] = None,
    checks: Annotated[
        bool, typer.Option("--checks/--no-checks", help="hold each list out and leave each out (takes longer)")
    ] = True,
    svg: Annotated[Path | None, typer.Option("--picture", metavar="FILE", help="draw the estimates as SVG")] = None,
    seed: Annotated[int, typer.Option(help="of all that is drawn by chance")] = 0,
    cap: Annotated[
        float | None, typer.Option(help="latent classes: unseen at most this many times the documented")
    ] = None,
    delta: Annotated[float | None, typer.Option(help="graphs: prior of every cell; 2^-lists if not said")] = None,
    priors: Annotated[
        bool, typer.Option("--priors", help="also under other priors and caps: how much hangs on what was chosen")
    ] = False,
    audit: Annotated[
        bool,
        typer.Option("--audit", help="also by tempering, which finds modes that chains may miss (minutes)"),
    ] = False,
    compat: Annotated[str | None, typer.Option(help="lcmcr: the cap of that R package, 20")] = None,
) -> None:
    """Estimate from TABLE how many persons there were, documented or not, by several models each under its assumption.

    The headline is the range over models; beside it stands how often that range held a list of known size. A table that
    cannot be estimated is refused with the reason.
    """
    overlap = read_overlap(table, total=total)
    if merge:
        overlap = merged(overlap, [each.split("+") for each in merge])
    if compat not in (None, "lcmcr"):
        raise typer.BadParameter("the only one is lcmcr", param_hint="--compat")
    limit = 20.0 if compat == "lcmcr" else cap
    effort = Effort(seed=seed, delta=delta, latent=Settings(cap=limit))
    found = panel(overlap, effort)
    by_pairs = pairs(overlap)
    tests = list(hold_each_out(overlap, effort)) if checks and not found.headline.refused else []
    without = of_left_out(list(leave_each_out(overlap, effort))) if checks and not found.headline.refused else ()
    if tests:
        found = with_coverage(found, coverage(tests))
    held = of_held_out(tests)
    chosen = [*(sensitivity(found, effort) if priors else ()), *_audit(found, effort, wanted=audit)]
    if svg is not None:
        svg.write_text(picture(found.estimates, title=table.stem), encoding="utf-8")
    if form is Format.TABLE:
        everything = (*found.estimates, *by_pairs, *without, *held, *chosen)
        paint(everything, overlap, cautions(overlap), Console(file=sys.stdout, highlight=False))
    else:
        write([*found.estimates, *by_pairs, *without, *held, *chosen], form)


def _audit(found: Panel, effort: Effort, *, wanted: bool) -> list[Estimate]:
    if not wanted:
        return []
    audit = audited(found, effort)
    return [] if audit is None else [audit]
