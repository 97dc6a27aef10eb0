"""`sijill fixity`: originals read again on a schedule, and mended from the second copy."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from sijill.chain.keeping.fixity import check_fixity
from sijill.cli.add import alias
from sijill.cli.keeping.opened import opened_case
from sijill.cli.run import shown_progress
from sijill.store.ledger import utc_now

app = typer.Typer(add_completion=False)
SHOWN = 20


@app.command()
def fixity(
    case: Annotated[Path, typer.Argument(help="folder of the case")],
    *,
    every: Annotated[bool, typer.Option("--all", help="every original, due or not")] = False,
) -> None:
    """Read the originals of CASE that are due, mend what a sound copy can mend, log it. Exit 1 where one is lost.

    `[fixity]` in case.toml says how: days = 90, copy = "/a/folder/on/another/disk". Meant for a timer of the system.
    """
    opened = opened_case(case)
    with shown_progress() as progress:
        found = check_fixity(
            opened, by=alias(), now=utc_now(), every=every, progress=lambda done, of: progress("fixity", done, of)
        )
    later = f"; the next are due on {found.next_due}" if found.next_due else ""
    copied = f"; {found.copied:,} new in the second copy" if found.copied else ""
    print(f"{found.due:,} were due: {len(found.sound):,} sound{copied}{later}")
    if opened.safekeeping.copy is None:
        print("there is no second copy, so nothing can be mended: name a folder as `copy` under [fixity] in case.toml")
    for digest, where, seen in found.mended[:SHOWN]:
        print(f"mended in the {where}: {digest}, which was {seen}")
    for digest, seen in found.lost[:SHOWN]:
        print(f"LOST: {digest} is {seen} and no sound copy is left; restore it from a backup", file=sys.stderr)
    raise typer.Exit(1 if found.lost else 0)
