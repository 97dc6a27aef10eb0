"""`sijill show`: what a case holds and what was made of it, for people and for machines."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from sijill.chain.publishing.gate import kept_in_the_house
from sijill.chain.register import Register
from sijill.cli.keeping.opened import opened_case
from sijill.cli.persons.doubtful import doubtful_pairs, doubtful_persons
from sijill.cli.records import of_parties
from sijill.cli.records.columns import columns, legend
from sijill.cli.records.estimated import paint
from sijill.cli.records.filters import Wanted, admits
from sijill.cli.records.formats import Format, write
from sijill.cli.records.scoped import scoped_totals
from sijill.cli.records.tables import table
from sijill.errors import SijillError
from sijill.model.decision import Step

app = typer.Typer(add_completion=False)


class Kind(StrEnum):
    """What can be shown."""

    DOCUMENTS = "documents"
    CLAIMS = "claims"
    EVENTS = "events"
    SITUATIONS = "situations"
    PERSONS = "persons"
    PAIRS = "pairs"
    COUNTS = "counts"
    REPEATS = "repeats"
    TOTALS = "totals"
    SERIES = "series"
    REMAINS = "remains"
    POSITIONS = "positions"
    PATTERNS = "patterns"
    ESTIMATES = "estimates"
    DOUBTS = "doubts"
    SOURCES = "sources"
    ORIGINS = "origins"
    CUSTODY = "custody"
    GATE = "gate"


class NoHistory(SijillError):
    """--history of records that have none."""

    def __init__(self, *, kind: Kind) -> None:
        super().__init__(f"--history is that of persons; of {kind.value} see `sijill show CASE custody`")


class NothingDoubtful(SijillError):
    """--doubtful of records that no judgement is asked on."""

    def __init__(self, *, kind: Kind) -> None:
        super().__init__(f"--doubtful orders persons and pairs; of {kind.value} see `sijill show CASE doubts`")


RECORDS: Mapping[Kind, Callable[[Register], Iterable[Any]]] = {
    Kind.DOCUMENTS: lambda register: register.documents,
    Kind.CLAIMS: lambda register: register.claims.values(),
    Kind.EVENTS: lambda register: register.findings,
    Kind.SITUATIONS: lambda register: register.situations,
    Kind.PERSONS: lambda register: register.persons,
    Kind.PAIRS: lambda register: register.likenesses,
    Kind.COUNTS: lambda register: register.counts,
    Kind.REPEATS: lambda register: register.repeats,
    Kind.TOTALS: lambda register: register.totals,
    Kind.SERIES: lambda register: register.series,
    Kind.REMAINS: lambda register: register.remains,
    Kind.POSITIONS: of_parties.told,
    Kind.PATTERNS: lambda register: register.patterns,
    Kind.ESTIMATES: lambda register: register.estimates,
    Kind.DOUBTS: lambda register: register.doubts,
    Kind.SOURCES: lambda register: register.heard,
    Kind.ORIGINS: lambda register: register.kinship,
    Kind.CUSTODY: lambda register: register.custody,
    Kind.GATE: kept_in_the_house,
}
CAPTURED = (Kind.DOCUMENTS, Kind.CUSTODY)
NO_LISTS = "no estimates: they need lists of victims that overlap, taken in with `sijill add CASE FILE --list`"


@app.command()
def show(
    case: Annotated[Path, typer.Argument(help="folder of the case")],
    kind: Annotated[Kind, typer.Argument(help="which records")],
    *,
    form: Annotated[Format, typer.Option("--format", help="for people, or exactly the records")] = Format.TABLE,
    document: Annotated[str | None, typer.Option(help="id of a document, or its beginning")] = None,
    place: Annotated[
        str | None, typer.Option(help="place in any spelling, or its id; takes in what lies in it")
    ] = None,
    party: Annotated[str | None, typer.Option(help="party by any name, or its id")] = None,
    act: Annotated[
        str | None, typer.Option(help="killing, airstrike, siege ... or a harm: killed, abducted ...")
    ] = None,
    since: Annotated[str | None, typer.Option("--from", help="from this day, month or year on")] = None,
    until: Annotated[str | None, typer.Option("--to", help="up to this day, month or year")] = None,
    least: Annotated[int | None, typer.Option("--min", help="a number of people that is reached")] = None,
    step: Annotated[str | None, typer.Option(help="of doubts: the step that asks")] = None,
    within: Annotated[str | None, typer.Option(help="id of the situation that events lie in, or its beginning")] = None,
    doubtful: Annotated[
        bool, typer.Option("--doubtful", help="of persons and pairs: those worth a judgement, the most doubtful first")
    ] = False,
    history: Annotated[
        bool, typer.Option("--history", help="of persons: which became part of which, since when, by whose word")
    ] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="no more records than this")] = None,
) -> None:
    """Show documents, claims, events, persons, pairs, counts, repeats, totals, series of running tolls, remains,
    positions of parties, patterns, estimates, doubts, sources, origins, custody, or gate: what no release lets out now,
    and why.
    """
    register = Register(opened_case(case))
    wanted = Wanted(
        document=document,
        place=place,
        party=party,
        act=act,
        since=since,
        until=until,
        least=least,
        step=step,
        within=within,
    )
    every, admitted = _chosen(register, kind, wanted, doubtful=doubtful, history=history)
    found = [record for record in every if admitted(record)]
    shown = found[:limit]
    if kind not in CAPTURED and register.added_since:
        print(
            f"sijill: {register.added_since:,} documents were added since the last run; they are not in this",
            file=sys.stderr,
        )
    if form is not Format.TABLE:
        write(shown, form)
    elif kind is Kind.ESTIMATES:
        _print_estimates(register)
    else:
        _print(register, "history" if history else kind.value, shown, left_out=len(found) - len(shown))


def _chosen(
    register: Register, kind: Kind, wanted: Wanted, *, doubtful: bool, history: bool
) -> tuple[Iterable[Any], Callable[[Any], bool]]:
    """The records of a kind, and which of them are wanted. Raises NoSuchFilter, NoHistory, NothingDoubtful."""
    admitted = admits(wanted, kind.value, register)
    if history:
        return history_of(register, kind), _every
    if kind is Kind.TOTALS:
        return scoped_totals(register, wanted), admits(Wanted(least=wanted.least), kind.value, register)
    return (doubtful_of(register, kind) if doubtful else records(register, kind)), admitted


def records(register: Register, kind: Kind) -> Iterable[Any]:
    """The records of a kind, in the order of the register."""
    return RECORDS[kind](register)


def _print_estimates(register: Register) -> None:
    if not register.estimates:
        print(NO_LISTS)
        return
    asked = [each.question for each in register.doubts if each.step is Step.ESTIMATE]
    paint(register.estimates, register.overlaps[0], asked, Console(file=sys.stdout, highlight=False))


def doubtful_of(register: Register, kind: Kind) -> Iterable[Any]:
    """Persons or pairs in the order in which judgements of them settle most. Raises NothingDoubtful."""
    if kind is Kind.PAIRS:
        return doubtful_pairs(register)
    if kind is Kind.PERSONS:
        return doubtful_persons(register)
    raise NothingDoubtful(kind=kind)


def _every(_: Any) -> bool:
    return True


def history_of(register: Register, kind: Kind) -> Sequence[Any]:
    """Merges and splits. Raises NoHistory."""
    if kind is not Kind.PERSONS:
        raise NoHistory(kind=kind)
    return register.history


def _print(register: Register, kind: str, shown: Sequence[Any], *, left_out: int) -> None:
    console = Console(file=sys.stdout, highlight=False)
    if not shown:
        print(f"no {kind}")
        return
    console.print(table(columns(kind, register), shown, width=console.width))
    if signs := legend(kind, shown, width=console.width):
        console.print(f"\n{signs}", style="dim")
    more = f"; {left_out:,} more left out by --limit" if left_out else ""
    console.print(f"\n{len(shown):,} shown{more}", style="dim")
