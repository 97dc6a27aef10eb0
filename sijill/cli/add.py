"""`sijill add`: capture files and folders."""

import os
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sijill.capture.dates import told_date
from sijill.capture.found import Told
from sijill.capture.survey import known_encoding
from sijill.capture.table_map import TableMap
from sijill.capture.walk import on_one_line
from sijill.case import FILE, Case, read_case
from sijill.chain.intake import Outcome, take_in
from sijill.cli.records.tables import Column, table
from sijill.errors import SijillError
from sijill.model.document import State
from sijill.publish.words import plain as code
from sijill.store.change import instant
from sijill.store.ledger import Ledger, utc_now
from sijill.store.vault import Vault

app = typer.Typer(add_completion=False)
MANY, LISTED = 40, 5
TOLD = {"title": "title", "source": "source", "published": "date"}
STATES = {
    State.NO_TEXT: "no text in it",
    State.UNSUPPORTED: "not a format that can be read yet (text, Markdown, CSV, JSON lines)",
    State.CORRUPT: "cannot be decoded; say which with --encoding",
    State.TOO_LARGE: "too large to be one text; split it",
}
FIRST = {
    "text": "but it reads as another text now: kept as first recorded",
    "title": "offered with another title: kept as first recorded",
    "source": "offered with another source: kept as first recorded; hand/sources.csv can say that both are one",
    "published": "offered with another date: kept as first recorded",
}


class NotYet(SijillError):
    """Something that comes with a later capability."""

    def __init__(self, *, what: str, instead: str) -> None:
        super().__init__(f"{what} cannot be added yet, that comes with a later capability; {instead}")


class NoSuchMap(SijillError):
    """The name of a map that nobody saved."""

    def __init__(self, *, name: str, known: list[str]) -> None:
        there = f"saved maps: {', '.join(known)}" if known else "no map is saved yet"
        super().__init__(
            f"no map is called {name[:60]!r}; {there}; write one as text=COLUMN,title=COLUMN,published=COLUMN"
        )


class NothingCaptured(SijillError):
    """A batch of which nothing can be read."""

    def __init__(self, *, outcomes: list[Outcome]) -> None:
        first = next((each for each in outcomes if each.refused or each.states or each.quarantined), None)
        why = f": {on_one_line(first.name)}: {remarks(first)}" if first else ": no file was found"
        more = f" (and {len(outcomes) - 1} more)" if len(outcomes) > 1 else ""
        super().__init__(f"nothing readable was added{why}{more}; what was captured of it is kept in the vault")


class NoMapToSave(SijillError):
    """--save-map without --map."""

    def __init__(self, *, name: str) -> None:
        super().__init__(f"--save-map {name}: say the map too, as in --map text=COLUMN,title=COLUMN")


@app.command()
def add(
    case: Annotated[Path, typer.Argument(help="folder of the case")],
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="files and folders")],
    *,
    source: Annotated[str | None, typer.Option(help="who published them")] = None,
    published: Annotated[str | None, typer.Option(help="when: 2016, 2016-02 or 2016-02-14")] = None,
    map_: Annotated[
        str | None,
        typer.Option(
            "--map",
            help="columns of a table: text=...,title=...,published=date:%d/%m/%Y; or the name of a saved map",
        ),
    ] = None,
    save_map: Annotated[str | None, typer.Option(metavar="NAME", help="keep the map under this name")] = None,
    encoding: Annotated[str | None, typer.Option(help="of files that are not Unicode: windows-1256")] = None,
    list_: Annotated[bool, typer.Option("--list", help="lists of victims (not yet)")] = False,
) -> None:
    """Capture files and folders: originals go into the vault, documents into the ledger."""
    refuse_later(paths, list_=list_)
    opened = read_case(case)
    captured = instant(utc_now())
    with Ledger.open(opened.ledger, settings=(case / FILE).read_bytes()) as ledger:
        by = ledger.account(alias())
        told = Told(
            captured=captured,
            source=source,
            published=told_date(published, captured=captured),
            mapping=_mapping(ledger, map_),
            encoding=known_encoding(encoding) if encoding else None,
        )
        _save_map(ledger, save_map, told.mapping, by=by)
        outcomes = capture(opened, [Path(each) for each in paths], ledger, told, by=by)
    report(outcomes)


def capture(case: Case, paths: list[Path], ledger: Ledger, told: Told, *, by: str) -> list[Outcome]:
    """Take the files in, showing which one is being read when somebody watches."""
    console = Console(file=sys.stderr)
    vault = Vault(case.vault)
    if orphans := vault.sweep(ledger.cited()).orphans:
        print(f"sijill: {unrecorded(orphans)}", file=sys.stderr)
    if not console.is_terminal:
        return list(take_in(paths, ledger, vault, told, by=by, progress=lambda name: None))
    with console.status("capture") as status:
        return list(take_in(paths, ledger, vault, told, by=by, progress=lambda name: status.update(f"capture {name}")))


def unrecorded(orphans: Sequence[str]) -> str:
    """One sentence on the originals that no row of the ledger cites."""
    named = ", ".join(each[:12] for each in orphans[:LISTED])
    more = f" and {len(orphans) - LISTED:,} more" if len(orphans) > LISTED else ""
    which = f"{len(orphans):,} originals are" if len(orphans) > 1 else "1 original is"
    why = "an add was cut short or refused; the same files again, read as they should be, are recorded"
    return f"{which} in the vault and in no document ({named}{more}): {why}"


def report(outcomes: list[Outcome]) -> None:
    """A line for each file, or of many files for each that needs a look. Raises NothingCaptured."""
    console = Console(file=sys.stdout, highlight=False)
    shown = outcomes if len(outcomes) <= MANY else [each for each in outcomes if remarks(each)]
    columns = (
        Column(head="file", cell=lambda o: on_one_line(o.name)),
        Column(head="accepted", cell=lambda o: f"{o.accepted:,}", right=True),
        Column(head="known", cell=lambda o: f"{o.known:,}", right=True),
        Column(head="quarantined", cell=lambda o: f"{o.quarantined.total():,}", right=True),
        Column(head="remarks", cell=remarks),
    )
    if shown:
        console.print(table(columns, shown, width=console.width))
    accepted, known = sum(each.accepted for each in outcomes), sum(each.known for each in outcomes)
    quarantined = sum(each.quarantined.total() for each in outcomes)
    files = f"{len(outcomes):,} file{'' if len(outcomes) == 1 else 's'}"
    print(f"{files}: {accepted:,} documents accepted, {known:,} known already, {quarantined:,} rows quarantined")
    sys.stdout.flush()
    if not any(each.usable for each in outcomes):
        raise NothingCaptured(outcomes=outcomes)


def remarks(outcome: Outcome) -> str:
    """What the reader should know of a file, one thing a line; "" when all went well."""
    told = [outcome.refused] if outcome.refused else []
    told += [STATES.get(state, code(state)) for state in outcome.states]
    told += [f"{TOLD[each]} recorded now, nobody had said it: {n:,}" for each, n in sorted(outcome.completed.items())]
    told += [f"known, {FIRST[each]}: {n:,}" for each, n in sorted(outcome.differing.items())]
    told += [f"quarantined, {code(reason)}: {count:,}" for reason, count in sorted(outcome.quarantined.items())]
    told += [f"doubt, {code(question)}: {count:,}" for question, count in sorted(outcome.doubts.items())]
    return "\n".join(told)


def refuse_later(paths: list[str], *, list_: bool) -> None:
    """Raises NotYet for what comes later."""
    if list_:
        raise NotYet(what="lists of victims", instead="keep them for then, or add reports without --list")
    for each in paths:
        if "://" in each:
            raise NotYet(what=f"addresses such as {each[:80]}", instead="save the page as a file and add that")


def alias() -> str:
    """The user of this machine under a name that says nothing of them outside of it."""
    return "os:" + sha256(f"sijill/{os.getuid()}".encode()).hexdigest()[:12]


def _mapping(ledger: Ledger, said: str | None) -> TableMap | None:
    if said is None or "=" in said:
        return None if said is None else TableMap.parse(said)
    maps = ledger.maps()
    if said not in maps:
        raise NoSuchMap(name=said, known=sorted(maps))
    return TableMap.parse(maps[said])


def _save_map(ledger: Ledger, name: str | None, mapping: TableMap | None, *, by: str) -> None:
    if name is None:
        return
    if mapping is None:
        raise NoMapToSave(name=name)
    ledger.save_map(name, mapping.spec(), by=by)
