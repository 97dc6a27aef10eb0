"""`sijill add CASE FILE --list`: what a list holds, or what a newer edition changes, before it is taken."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from sijill.capture.lists.list_map import ListMap
from sijill.capture.survey import known_encoding
from sijill.capture.walk import on_one_line
from sijill.case import Case
from sijill.chain.answering import new_decision
from sijill.chain.keeping.opening import open_ledger, vault_of
from sijill.chain.persons.lists import Offered, offered, take
from sijill.cli.records.tables import Column, table
from sijill.cli.words import plain
from sijill.errors import SijillError
from sijill.model.decision import Reason
from sijill.model.person import Changed, Difference, VictimRecord
from sijill.publish.words import plain as code
from sijill.store.change import instant
from sijill.store.ledger import Ledger, utc_now

SHOWN = 12
SAVED = "list:"


class NoSuchListMap(SijillError):
    """The name of a map that nobody saved."""

    def __init__(self, *, name: str, known: Sequence[str]) -> None:
        there = f"saved maps of lists: {', '.join(known)}" if known else "no map of a list is saved yet"
        super().__init__(f"no map is called {name[:60]!r}; {there}; write one as name=COLUMN,died=COLUMN:%d/%m/%Y")


class NotTaken(SijillError):
    """A newer edition that nobody said to take."""

    def __init__(self, *, name: str) -> None:
        super().__init__(f"{name} was not taken: nothing changed; look at the difference and add it again with --take")


def add_lists(
    case: Case,
    paths: Sequence[str],
    *,
    source: str | None,
    said: str | None,
    save: str | None,
    encoding: str | None,
    take_it: bool,
    account: str,
) -> None:
    """Take each file as the next edition of a list; the list is called `source`, or as its file."""
    console = Console(file=sys.stdout, highlight=False)
    vault = vault_of(case)
    with open_ledger(case) as ledger:
        by, at = ledger.account(account), instant(utc_now())
        mapping = _mapping(ledger, said)
        for each in paths:
            path = Path(each)
            offer = offered(
                path,
                ledger,
                vault,
                list_=source or path.stem,
                captured=at,
                mapping=mapping,
                source=source,
                encoding=known_encoding(encoding) if encoding else None,
            )
            tell(offer, console)
            if offer.known:
                continue
            if not (offer.first or take_it or _agreed()):
                raise NotTaken(name=on_one_line(path.name))
            because = "the first edition" if offer.first else "a newer edition, its difference seen"
            take(offer, ledger, vault, by=by, at=at, id_=new_decision(), because=because)
            if save:
                ledger.save_map(SAVED + save, offer.edition.map, by=by)


def tell(offer: Offered, console: Console) -> None:
    """What was read, which columns as what, what is odd, and what changes."""
    edition, read = offer.edition, offer.read
    console.print(plain(f"{edition.list}: {on_one_line(edition.name)}"), style="bold", soft_wrap=True)
    if offer.known:
        console.print("this edition is already taken: nothing changes")
        return
    console.print(plain("read as: " + edition.map), soft_wrap=True)
    persons = "record" if len(read.records) == 1 else "records"
    console.print(
        f"{edition.rows:,} rows: {edition.accepted:,} accepted ({len(read.records):,} {persons}),"
        f" {edition.quarantined:,} in quarantine"
    )
    for reason, number in Counter(each.reason for each in read.refused).most_common():
        console.print(plain(f"  {number:,} in quarantine: {code(reason)}"), soft_wrap=True)
    _odd([(each.row, each.reason) for each in read.odd], console)
    unnamed = sum(each.unnamed for each in read.records)
    if unnamed:
        console.print(f"  {unnamed:,} of them name nobody: kept, and joined with another only by a judgement")
    if not offer.first:
        _difference(offer.difference, console)


def _odd(rows: Sequence[tuple[str, Reason]], console: Console) -> None:
    by_code: dict[str, list[tuple[str, Reason]]] = {}
    for row, reason in rows:
        by_code.setdefault(reason.code, []).append((row, reason))
    for name, found in by_code.items():
        first = ", ".join(f"row {row}: {reason.values.get('seen', '')}" for row, reason in found[:3])
        console.print(
            plain(f"  {len(found):,} {code(name)} ({first}{', ...' if len(found) > 3 else ''})"), soft_wrap=True
        )


def _difference(told: Difference, console: Console) -> None:
    console.print(
        f"against the edition before: {len(told.added):,} added, {len(told.changed):,} changed,"
        f" {len(told.vanished):,} vanished, {told.same:,} as they were"
    )
    rows: list[tuple[str, VictimRecord, str]] = [
        *(("added", each, "") for each in told.added[:SHOWN]),
        *(("changed", each.after, _change(each)) for each in told.changed[:SHOWN]),
        *(("vanished", each, "kept as vanished") for each in told.vanished[:SHOWN]),
    ]
    columns = (
        Column(head="", cell=lambda row: row[0]),
        Column(head="row", cell=lambda row: row[1].row.row, right=True),
        Column(head="name", cell=lambda row: row[1].names[0].text if row[1].names else ""),
        Column(head="what", cell=lambda row: row[2]),
    )
    if rows:
        console.print(table(columns, rows, width=console.width))
    left = sum(max(0, len(each) - SHOWN) for each in (told.added, told.changed, told.vanished))
    if left:
        console.print(f"and {left:,} more", style="dim")


def _change(each: Changed) -> str:
    return "; ".join(
        f"{code(field)} {_shown(getattr(each.before, field))} -> {_shown(getattr(each.after, field))}"
        for field in each.fields
    )


def _shown(value: object) -> str:
    """A value of a record in a few words."""
    if value is None:
        return "not said"
    if isinstance(value, tuple) and value and isinstance(value[0], int):
        return str(value[0]) if value[0] == value[1] else f"{value[0]} to {value[1]}"
    text = getattr(value, "text", None) or getattr(value, "value", None)
    return str(text if text is not None else value)


def _agreed() -> bool:
    """Only where somebody sits at a terminal."""
    if not sys.stdin.isatty():
        return False
    print("take this edition? [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _mapping(ledger: Ledger, said: str | None) -> ListMap | None:
    if said is None or "=" in said:
        return None if said is None else ListMap.parse(said)
    maps = {name.removeprefix(SAVED): spec for name, spec in ledger.maps().items() if name.startswith(SAVED)}
    if said not in maps:
        raise NoSuchListMap(name=said, known=sorted(maps))
    return ListMap.parse(maps[said])
