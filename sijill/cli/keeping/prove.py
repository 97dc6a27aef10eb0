"""`sijill prove`: one document or decision, shown to a court with nothing else."""

from pathlib import Path
from typing import Annotated

import typer

from sijill.chain.keeping.showing import show_one
from sijill.cli.add import alias
from sijill.cli.keeping.opened import opened_case

app = typer.Typer(add_completion=False)


@app.command()
def prove(
    case: Annotated[Path, typer.Argument(help="folder of the case")],
    which: Annotated[str, typer.Argument(metavar="ID", help="of a document or a decision, or its beginning")],
    *,
    whole: Annotated[
        bool, typer.Option("--with-original", help="also the table or archive that holds it, with all else in it")
    ] = False,
    to: Annotated[Path | None, typer.Option(help="new folder to write; proof-ID here if not said")] = None,
) -> None:
    """Show one document or decision of CASE with its proof, and nothing else, in a folder that checks itself."""
    folder = to if to is not None else Path(f"proof-{which}")
    shown = show_one(opened_case(case), which, folder, by=alias(), whole=whole)
    print(f"{folder} shows {shown}; whoever gets it runs `python3 verify.py` in it and needs nothing else")
