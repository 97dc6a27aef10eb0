"""`sijill erase`: what the law demands to be erased, and a log that says so."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from sijill.chain.keeping.erasing import erase_from, releases_of
from sijill.cli.add import alias
from sijill.cli.keeping.opened import opened_case
from sijill.errors import SijillError

app = typer.Typer(add_completion=False)
NOT_REACHED = (
    "not reached: backups, what `prove` and `publish` wrote, and freed blocks of the disk; the log keeps that there was"
    " a record, its time, and that it was erased"
)


class NotConfirmed(SijillError):
    """An erasure that nobody confirmed."""

    def __init__(self) -> None:
        super().__init__("nothing was erased: it cannot be undone, so say --yes, or answer yes at a terminal")


@app.command()
def erase(
    case: Annotated[Path, typer.Argument(help="folder of the case")],
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="of documents and decisions, whole")],
    *,
    because: Annotated[str, typer.Option(help="the ground, without names: it stays in the log")],
    yes: Annotated[bool, typer.Option("--yes", help="without asking")] = False,
) -> None:
    """Erase documents and decisions of CASE for good: payloads, texts, and originals that nothing else rests on."""
    opened = opened_case(case)
    if not yes and not (sys.stdin.isatty() and typer.confirm(f"erase {', '.join(ids)} for good?")):
        raise NotConfirmed
    erased = erase_from(opened, ids, by=alias(), because=because)
    kept = "" if erased.originals else " (their originals stay: other documents rest on them)"
    print(f"erased: the payloads of {len(erased.records):,} records, {len(erased.originals):,} originals{kept}")
    if erased.mentions:
        print(f"still naming them: {', '.join(erased.mentions)}; erase these too, if they tell what was to go")
    for each in releases_of(opened):
        print(f"a release may hold it: {each}")
    print(f"computed tables and pages were removed: `sijill run {case}` makes them again\n{NOT_REACHED}")
