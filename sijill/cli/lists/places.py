"""`sijill places`: lists of places that others keep, taken into a case with their terms; what lists it has."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sijill.capture.survey import known_encoding
from sijill.capture.walk import on_one_line
from sijill.chain.answering import new_decision
from sijill.chain.keeping.opening import open_ledger, vault_of
from sijill.chain.place_lists import KIND, OfferedPlaces, offered, place_lists, take, withdraw
from sijill.cli.add import alias
from sijill.cli.keeping.opened import opened_case
from sijill.cli.words import plain
from sijill.errors import SijillError
from sijill.model.place import PlaceList
from sijill.publish.words import plain as code
from sijill.store.change import instant
from sijill.store.ledger import utc_now

app = typer.Typer(add_completion=False)
SHOWN = 5


class NoTerms(SijillError):
    """A list of places of which nobody said who made it and on what terms it may be used."""

    def __init__(self) -> None:
        super().__init__(
            "say whose list it is and on what terms it may be used, as in --source GeoNames --licence 'CC BY 4.0'"
        )


class SeveralUnderOneName(SijillError):
    """Several files under one --name."""

    def __init__(self) -> None:
        super().__init__("--name, --map and --withdraw are for one list: name one file at a time")


@app.command("places")
def take_places(
    case: Annotated[Path, typer.Argument(help="folder of the case")],
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE...]",
            help="a GeoNames dump (SY.zip), a table of OCHA's administrative boundaries, or a table of your own;"
            " without a file: the lists that the case has",
        ),
    ] = None,
    *,
    source: Annotated[str | None, typer.Option(help="who made the list")] = None,
    licence: Annotated[str | None, typer.Option(help="on what terms it may be used: 'CC BY 4.0'")] = None,
    name: Annotated[str | None, typer.Option(help="what the list is called; the file's name if not said")] = None,
    map_: Annotated[
        str | None,
        typer.Option("--map", help="columns of a table: name=...,aliases=...,lat=...,lon=...,kind=...,within=..."),
    ] = None,
    country: Annotated[str | None, typer.Option(help="ISO code, where the table does not say it: SY")] = None,
    encoding: Annotated[str | None, typer.Option(help="of a table that is not Unicode: windows-1256")] = None,
    withdraw_: Annotated[
        str | None, typer.Option("--withdraw", metavar="NAME", help="take a list out again; say why with --because")
    ] = None,
    because: Annotated[str, typer.Option(help="why")] = "",
) -> None:
    """Take lists of places into CASE, each with its source and licence; or show which it has.

    The next run knows the places. What is known keeps its name and position, and gets spellings; the file itself is
    kept in the vault.
    """
    opened = opened_case(case)
    wanted = files or []
    if len(wanted) > 1 and (name or map_ or withdraw_):
        raise SeveralUnderOneName
    with open_ledger(opened) as ledger:
        if withdraw_ is not None:
            by, at = ledger.account(alias()), instant(utc_now())
            withdraw(ledger, withdraw_, because=because, by=by, at=at, id_=new_decision())
            print(f"{withdraw_} was taken out; its file stays in the vault, and `sijill run {case}` goes on without it")
            return
        if not wanted:
            _show(place_lists(ledger.decisions(KIND)))
            return
        if not (source and source.strip() and licence and licence.strip()):
            raise NoTerms
        for path in wanted:
            offer = offered(
                path,
                ledger,
                name=name or path.stem,
                source=source,
                licence=licence,
                mapping=map_,
                country=country.upper() if country else None,
                encoding=known_encoding(encoding) if encoding else None,
            )
            _tell(offer)
            take(offer, ledger, vault_of(opened), by=ledger.account(alias()), at=instant(utc_now()), id_=new_decision())
    print(f"`sijill run {case}` reads and places with them")


def _tell(offer: OfferedPlaces) -> None:
    """What was read, as what, and which rows were not taken."""
    console = Console(file=sys.stdout, highlight=False)
    taken, read = offer.list, offer.read
    console.print(plain(f"{taken.name}: {on_one_line(taken.file)}"), style="bold", soft_wrap=True)
    if offer.known:
        console.print("this list is already taken: nothing changes")
        return
    console.print(plain(FORMS[taken.form] + (f", read as: {taken.map}" if taken.map else "")), soft_wrap=True)
    kinds = sorted({each.kind for each in read.places})
    numbers = ", ".join(f"{sum(each.kind == kind for each in read.places):,} {kind}" for kind in kinds)
    console.print(f"{taken.rows:,} rows: {len(read.places):,} places ({numbers})", soft_wrap=True)
    for reason, number in read.left_out.items():
        console.print(f"  {number:,} left out: {LEFT_OUT[reason]}")
    for reason in sorted({each.reason for each in read.refused}):
        rows = [each.row for each in read.refused if each.reason == reason]
        more = ", ..." if len(rows) > SHOWN else ""
        console.print(
            plain(f"  {len(rows):,} not taken: {code(reason)} (rows {', '.join(rows[:SHOWN])}{more})"),
            soft_wrap=True,
        )


def _show(lists: Sequence[PlaceList]) -> None:
    if not lists:
        print("no list of places was taken in; the packaged gazetteer, packs and hand/places.csv are what is known")
    for each in lists:
        print(f"{each.name}: {each.accepted:,} of {each.rows:,} rows of {each.file}; {each.source}, {each.licence}")


FORMS = {
    "geonames": "a GeoNames dump",
    "codab": "administrative units with their codes (COD-AB)",
    "table": "a table of places",
}
LEFT_OUT = {
    "water": "rivers, lakes, wells",
    "terrain": "hills, valleys, deserts",
    "road": "roads and railways",
    "undersea": "undersea",
    "vegetation": "forests and fields",
    "whole_or_former": "countries and former units",
    "other": "of no class",
}
