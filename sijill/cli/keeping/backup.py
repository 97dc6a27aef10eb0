"""`sijill backup`: a copy of the record that checks itself and can be restored."""

from pathlib import Path
from typing import Annotated

import typer

from sijill.chain.keeping.backup import backup, backup_for
from sijill.cli.add import alias
from sijill.cli.keeping.opened import opened_case

app = typer.Typer(add_completion=False)


@app.command("backup")
def backup_case(
    case: Annotated[Path, typer.Argument(help="folder of the case")],
    to: Annotated[Path, typer.Argument(help="new folder, or that of an earlier backup; with --recipient a new file")],
    *,
    recipient: Annotated[
        str | None, typer.Option(metavar="AGE1...", help="one file, encrypted for this recipient of age")
    ] = None,
) -> None:
    """Copy the ledger, originals and hand/ of CASE, with a manifest and a program that checks them."""
    opened = opened_case(case)
    if recipient is None:
        copied = backup(opened, to, by=alias())
        plain = (
            "" if opened.key is not None else "; it lies open: keep it where the case may be read, or use --recipient"
        )
    else:
        copied, plain = backup_for(opened, to, recipient=recipient, by=alias()), ""
    print(f"{to} holds {copied.files:,} files ({copied.fresh:,} new), a log of {copied.size:,} records{plain}")
    print(f"head  {copied.root}\n`sijill restore {to} FOLDER` makes a case of it again; try it")
