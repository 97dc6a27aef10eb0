"""`sijill publish`: a release for a profile, through the gate, and what it held back and why."""

import sys
from collections.abc import Sequence
from pathlib import Path
from secrets import token_bytes
from typing import Annotated

import typer
from rich.console import Console

from sijill.chain.publishing.releasing import Made, make_release
from sijill.cli.add import alias
from sijill.cli.keeping.opened import opened_case
from sijill.cli.words import plain
from sijill.model.release import Profile
from sijill.publish.release.fates import EVERYWHERE, FateCell
from sijill.publish.words import sentence
from sijill.store.change import instant
from sijill.store.ledger import utc_now

app = typer.Typer(add_completion=False)
MOST_SHOWN = 12


@app.command()
def publish(
    case: Annotated[Path, typer.Argument(help="folder of the case")],
    *,
    profile: Annotated[Profile, typer.Option(help="for whom: how far it goes is in case.toml")] = Profile.PUBLIC,
    dossier: Annotated[
        list[str] | None, typer.Option(metavar="EVENT", help="make a PDF of this event too; may be said several times")
    ] = None,
    dossiers: Annotated[bool, typer.Option("--dossiers", help="make a PDF of every event")] = False,
    selection: Annotated[
        bool, typer.Option("--selection", help="one PDF more, dossiers/selection.pdf, of all events that get one")
    ] = False,
    jobs: Annotated[int | None, typer.Option(min=1, help="processes that set PDFs; one a core if not said")] = None,
    to: Annotated[Path | None, typer.Option(help="folder for the release; CASE/published/PROFILE if not said")] = None,
) -> None:
    """Make the release of a profile: site, data and manifest, with nothing in it that the profile does not let out."""
    read = opened_case(case)
    name = "internal-release" if profile is Profile.INTERNAL else profile.value
    made = make_release(
        read,
        profile=profile,
        to=to or read.folder / "published" / name,
        by=alias(),
        at=instant(utc_now()),
        random=token_bytes,
        dossiers=None if dossiers else dossier or (),
        selection=selection,
        jobs=jobs,
    )
    _tell(made, Console(file=sys.stdout, highlight=False))


def _tell(made: Made, console: Console) -> None:
    issued = made.issued
    again = "as it was made before" if made.again else "made now"
    console.print(f"release {issued.number} for the profile {issued.profile.value}, {again}: as of {issued.at[:10]}")
    passed = made.passed
    console.print(
        f"{len(passed.written):,} files written, {passed.unchanged:,} the same, {len(passed.removed):,} removed"
    )
    _list(
        f"held back: {len(made.refused):,} of the events and situations",
        [f"{each.what}: {sentence(each.reason)}" for each in made.refused],
        console,
    )
    _list(
        f"not shown: {len(made.hidden):,} numbers of people who may be alive",
        [f"{each.fate}, {_where(each)}: {sentence(each.hidden)}" for each in made.hidden if each.hidden],
        console,
    )
    console.print(plain(f"to read: {made.folder / 'index.html'}"), soft_wrap=True)


def _where(cell: FateCell) -> str:
    return {EVERYWHERE: "everywhere", "": "place not known"}.get(cell.place, cell.place)


def _list(heading: str, lines: Sequence[str], console: Console) -> None:
    if lines:
        console.print(heading)
    for each in lines[:MOST_SHOWN]:
        console.print(plain(f"  {each}"), soft_wrap=True)
    if len(lines) > MOST_SHOWN:
        console.print(f"  and {len(lines) - MOST_SHOWN:,} more")
