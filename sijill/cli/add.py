"""`sijill add`: capture files, folders and addresses."""

import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sijill.capture.dates import told_date
from sijill.capture.found import Told
from sijill.capture.survey import known_encoding
from sijill.capture.tables.table_map import TableMap
from sijill.capture.walk import on_one_line
from sijill.capture.web.address import Gate
from sijill.capture.web.originals import Fetching
from sijill.case import Case, in_case
from sijill.chain.adopting import SHORT, adopt
from sijill.chain.intake import take_in
from sijill.chain.keeping.opening import open_ledger, vault_of
from sijill.cli.keeping.opened import opened_case
from sijill.cli.persons.lists import add_lists
from sijill.cli.records.outcomes import Batch, report
from sijill.errors import SijillError
from sijill.store.change import instant
from sijill.store.ledger import Ledger, utc_now

app = typer.Typer(add_completion=False)
LISTED = 5


class NoSuchMap(SijillError):
    """The name of a map that nobody saved."""

    def __init__(self, *, name: str, known: list[str]) -> None:
        there = f"saved maps: {', '.join(known)}" if known else "no map is saved yet"
        super().__init__(
            f"no map is called {name[:60]!r}; {there}; write one as text=COLUMN,title=COLUMN,published=COLUMN"
        )


class AddingACase(SijillError):
    """A case, or its own files, named as if they were reports."""

    def __init__(self, *, path: str, case: Path) -> None:
        which = "is a case" if Path(path).resolve() == case else f"belongs to the case {case}"
        super().__init__(
            f"{on_one_line(path)} {which} and holds no new reports: name the files and folders to add to it"
        )


class NoMapToSave(SijillError):
    """--save-map without --map."""

    def __init__(self, *, name: str) -> None:
        super().__init__(f"--save-map {name}: say the map too, as in --map text=COLUMN,title=COLUMN")


class NothingToPack(SijillError):
    """--wacz without an address, or onto a file that is there."""

    def __init__(self, *, path: Path) -> None:
        why = "already exists: name a new file" if path.exists() else "would be empty: name an address to add"
        super().__init__(f"--wacz {path}: it {why}")


@app.command()
def add(
    case: Annotated[Path, typer.Argument(help="folder of the case")],
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH|URL...", help="files, folders, archives, and addresses (https://...)")
    ],
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
    wacz: Annotated[
        Path | None, typer.Option(metavar="FILE", help="write what addresses gave as a WACZ file too, for replay")
    ] = None,
    list_: Annotated[
        bool,
        typer.Option("--list", help="a list of victims: its rows become records of persons; --source names the list"),
    ] = False,
    pictures: Annotated[
        bool, typer.Option("--pictures/--no-pictures", help="read words in pictures, where tesseract is installed")
    ] = True,
    take: Annotated[bool, typer.Option("--take", help="with --list: take a newer edition without asking")] = False,
) -> None:
    """Capture files, folders and addresses: originals go into the vault, documents into the ledger."""
    opened = opened_case(case)
    if list_:
        add_lists(
            opened, paths, source=source, said=map_, save=save_map, encoding=encoding, take_it=take, account=alias()
        )
        return
    if wacz is not None and (wacz.exists() or not any(map(is_address, paths))):
        raise NothingToPack(path=wacz)
    for each in paths:
        if not is_address(each) and (found := in_case(Path(each))) is not None:
            raise AddingACase(path=each, case=found)
    captured = instant(utc_now())
    with open_ledger(opened) as ledger:
        by = ledger.account(alias())
        told = Told(
            captured=captured,
            source=source,
            published=told_date(published, captured=captured),
            mapping=_mapping(ledger, map_),
            encoding=known_encoding(encoding) if encoding else None,
        )
        _save_map(ledger, save_map, told.mapping, by=by)
        batch = capture(opened, paths, ledger, told, by=by, wacz=wacz, pictures=pictures)
    report(batch)


def is_address(word: str) -> bool:
    """Is it an address and no path?"""
    return "://" in word


def capture(
    case: Case,
    paths: Sequence[str],
    ledger: Ledger,
    told: Told,
    *,
    by: str,
    wacz: Path | None = None,
    pictures: bool = True,
) -> Batch:
    """Take the files in, showing which one is being read when somebody watches; then what an earlier add left."""
    console = Console(file=sys.stderr)
    vault = vault_of(case)
    with console.status("capture") if console.is_terminal else nullcontext() as status:

        def progress(name: str) -> None:
            if status is not None:
                status.update(f"capture {name}")

        fetching = Fetching(gate=Gate(), clock=utc_now, progress=progress, keep=wacz is not None)
        files = [Path(each) for each in paths if not is_address(each)]
        roots = chain(files, fetching.originals(filter(is_address, paths)))
        batch = Batch()
        for each in take_in(roots, ledger, vault, told, by=by, progress=progress, pictures=pictures):
            batch.add(each)
    if wacz is not None:
        wacz.write_bytes(fetching.packed())
    if orphans := adopt(ledger, vault, by=by):
        print(f"sijill: {unrecorded(orphans)}", file=sys.stderr)
    return batch


def unrecorded(orphans: Sequence[str]) -> str:
    """One sentence on the originals that an earlier add did not come to record. It is said once: they are now."""
    named = ", ".join(each[:SHORT] for each in orphans[:LISTED])
    more = f" and {len(orphans) - LISTED:,} more" if len(orphans) > LISTED else ""
    which = f"{len(orphans):,} files" if len(orphans) > 1 else "a file"
    again = "them" if len(orphans) > 1 else "it"
    return (
        f"an earlier add was cut short after it had copied {which} into the vault and before {again} could be read"
        f" ({named}{more}): now listed as not read; add the same again to have {again} read"
    )


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
