"""`sijill restore`: a case again, from a backup."""

from pathlib import Path
from typing import Annotated

import typer

from sijill.chain.keeping.restoring import restore
from sijill.cli.keeping.opened import unlocked_case

app = typer.Typer(add_completion=False)


@app.command("restore")
def restore_case(
    source: Annotated[Path, typer.Argument(metavar="BACKUP", help="folder of a backup, or its encrypted file")],
    to: Annotated[Path, typer.Argument(metavar="CASE", help="new or empty folder")],
    *,
    identity: Annotated[
        Path | None, typer.Option(help="file with the age identity that opens an encrypted backup")
    ] = None,
) -> None:
    """Make a case again of BACKUP, in an empty folder, and compare it with what was copied."""
    told = identity.read_text(encoding="utf-8") if identity is not None else None
    made = restore(source, to, unlock=unlocked_case, identity=told)
    print(f"{to} is the case again: {made.documents:,} documents, {made.decisions:,} decisions, {made.files:,} files")
    print(f"head  {made.root}, as when it was copied; `sijill run {to}` computes it again")
