"""`sijill demo`: a small invented case, from its reports to its pages."""

import os
import shutil
import sys
import webbrowser
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sijill import demo as invented
from sijill.capture.found import Told
from sijill.capture.tables.table_map import TableMap
from sijill.case import read_case
from sijill.chain.answering import new_decision
from sijill.chain.intake import Outcome, take_in
from sijill.chain.keeping.opening import open_ledger, vault_of
from sijill.chain.persons.lists import offered, take
from sijill.chain.register import Register
from sijill.chain.run import run_chain
from sijill.cli.add import alias
from sijill.cli.init import begin
from sijill.cli.records.columns import columns, legend
from sijill.cli.records.disputes import disputed, disputes
from sijill.cli.records.tables import table
from sijill.cli.run import shown_progress
from sijill.errors import SijillError
from sijill.store.change import instant
from sijill.store.ledger import Ledger, utc_now
from sijill.store.vault import Vault

app = typer.Typer(add_completion=False)
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


class NotTakenIn(SijillError):
    """A report of the demonstration that could not be read: its figures would be others than are told of it."""

    def __init__(self, *, file: str, outcome: Outcome, folder: Path) -> None:
        states = ", ".join(f"{many} {state}" for state, many in outcome.states.items())
        seen = outcome.refused or states or outcome.left_out
        super().__init__(f"{file} of the demonstration could not be read ({seen}): remove {folder} and try again")


@app.command()
def demo(
    to: Annotated[Path, typer.Option(help="folder for the case; it must not exist or be empty")] = Path("sijill-demo"),
    open_: Annotated[
        bool, typer.Option("--open/--no-open", help="open the pages in a browser, if there is a screen")
    ] = True,
) -> None:
    """Make a small case of a conflict that does not exist, run the chain on it and show what it found."""
    console = Console(file=sys.stdout, highlight=False)
    build(to)
    with shown_progress() as progress:
        outcome = run_chain(read_case(to), by=alias(), at=instant(utc_now()), progress=progress)
    register = Register(read_case(to))
    print(f"{invented.TITLE}. No such conflict exists.")
    print(", ".join(f"{count:,} {name}" for name, count in outcome.counts.items()))
    show_register(register, console)
    print(f"\nPages, not for release: {outcome.pages}")
    most = max(register.findings, key=lambda each: len(each.contradictions))
    print(f"From a figure back to its quotes: sijill why {to} {most.id[:10]} killed.high")
    print(f"How many were never on a list: sijill show {to} estimates")
    print(f"What may leave the house: sijill publish {to}")
    if open_ and outcome.pages and (sys.platform == "darwin" or any(os.environ.get(each) for each in DISPLAYS)):
        webbrowser.open(outcome.pages.resolve().as_uri())


def build(folder: Path) -> None:
    """The invented case, captured: as `init` and one `add` for each of its files and lists would."""
    begin(folder, title=invented.TITLE, packs=(invented.PACK,))
    case = read_case(folder)
    for each in sorted(invented.hand().iterdir()):
        shutil.copyfile(each, case.hand / each.name)
    with open_ledger(case) as ledger:
        by, vault = ledger.account(alias()), vault_of(case)
        for addition in invented.ADDITIONS:
            spec = ",".join(f"{field}={column}" for field, column in addition.columns.items())
            told = Told(
                captured=instant(utc_now()),
                source=addition.source,
                published=addition.published,
                mapping=TableMap.parse(spec) if spec else None,
            )
            paths = [invented.reports() / addition.file]
            for outcome in take_in(paths, ledger, vault, told, by=by, progress=lambda name: None):
                if outcome.refused or outcome.states or outcome.left_out:
                    raise NotTakenIn(file=outcome.name, outcome=outcome, folder=folder)
        for victims in invented.LISTS:
            _take_list(victims, ledger, vault, by=by)


def _take_list(addition: invented.Addition, ledger: Ledger, vault: Vault, *, by: str) -> None:
    """As `add --list` would."""
    at, name = instant(utc_now()), str(addition.source)
    path = invented.victims() / addition.file
    offer = offered(path, ledger, vault, list_=name, captured=at, mapping=None, source=name, encoding=None)
    take(offer, ledger, vault, by=by, at=at, id_=new_decision(), because="the first edition")


def show_register(register: Register, console: Console) -> None:
    """The events, what is disputed about them, situations, totals, and what is in doubt."""
    listed = {
        "events": register.findings,
        "situations": register.situations,
        "totals": register.totals,
        "doubts": register.doubts,
    }
    for kind, records in listed.items():
        console.print(f"\n[bold]{kind}[/bold]")
        console.print(table(columns(kind, register), records, width=console.width))
        if signs := legend(kind, records, width=console.width):
            console.print(f"\n{signs}", style="dim")
        if kind == "events":
            _disputed(register, console)


def _disputed(register: Register, console: Console) -> None:
    console.print("\n[bold]disputed[/bold]")
    for finding in filter(disputed, register.findings):
        console.print(disputes(finding, register, title=finding.title), "")
