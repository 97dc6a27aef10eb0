"""`sijill why`: from any figure back to its quotes, down to the bytes."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sijill.chain.register import Register
from sijill.cli.keeping.opened import opened_case
from sijill.cli.persons.side_by_side import PREFIX, person_told, tell_person
from sijill.cli.proof.answers import answer
from sijill.cli.proof.telling import tell
from sijill.cli.records.estimated import paint_cells
from sijill.cli.records.formats import Format, write
from sijill.errors import SijillError

app = typer.Typer(add_completion=False)


ESTIMATES = "estimates"


class NoTableHere(SijillError):
    """An answer is a text or a record, not rows."""

    def __init__(self, *, form: Format) -> None:
        super().__init__(f"why has no --format {form.value}; use table (for people), json or jsonl")


@app.command()
def why(
    case: Annotated[Path, typer.Argument(help="folder of the case")],
    which: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="event, situation, claim, document, person, doubt; its beginning will do; or estimates"
        ),
    ],
    path: Annotated[
        str | None, typer.Argument(help="a figure of an event: killed.high, abducted.low, killed ...")
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="table, json or jsonl")] = Format.TABLE,
) -> None:
    """Show what a figure, a claim, a document or a doubt of CASE rests on, and check it against the originals."""
    if form is Format.CSV:
        raise NoTableHere(form=form)
    register = Register(opened_case(case))
    if which == ESTIMATES:
        _why_estimates(register, form)
        return
    if which.startswith(PREFIX) and path is None:
        person = person_told(register, which)
        if form is Format.TABLE:
            tell_person(person, register, Console(file=sys.stdout, highlight=False))
        else:
            write([person], form)
        return
    told = answer(register, which, path)
    if form is Format.TABLE:
        tell(told, register, Console(file=sys.stdout, highlight=False))
    else:
        write([told], form)
    if not told.sound:
        raise typer.Exit(1)


def _why_estimates(register: Register, form: Format) -> None:
    """The persons that every estimate of the case is computed from, by the lists that hold them."""
    if form is not Format.TABLE:
        write(register.overlap_cells, form)
    elif register.overlap_cells:
        paint_cells(register.overlap_cells, Console(file=sys.stdout, highlight=False))
    else:
        print("no estimates: they need lists of victims that overlap, taken in with `sijill add CASE FILE --list`")
