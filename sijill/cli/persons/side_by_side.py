"""`sijill why CASE PERSON`: the records side by side, then the level table of each pair, and who was nearly taken
for them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from math import exp

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sijill.chain.register import Register
from sijill.cli.words import period, plain
from sijill.errors import SijillError
from sijill.link.persons.telling.levels import ALONE, TOGETHER, told, told_beside
from sijill.model.person import Likeness, Person, PersonId, RecordId, VictimRecord
from sijill.publish.words import plain as code

PREFIX = "psn_"
NEAR, ABREAST = 5, 4


class NoSuchPerson(SijillError):
    """An id of no person of this case, nor of one that became part of another."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(f"no person of this case has an id that begins with {seen[:60]!r}; `sijill show CASE persons`")


class ManySuchPersons(SijillError):
    """The beginning of the ids of several."""

    def __init__(self, *, seen: str, ids: Sequence[str]) -> None:
        super().__init__(f"{seen!r} begins {', '.join(ids[:5])}; write more letters of the one you mean")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTold:
    """A person with what it rests on.

    within   pairs of its own records, the weakest first      near   pairs with records of others, the likeliest first
    once     the id that was asked for, where that person became part of this one
    """

    id: PersonId
    person: Person
    records: tuple[VictimRecord, ...]
    within: tuple[Likeness, ...]
    near: tuple[Likeness, ...]
    once: PersonId | None = None


def person_told(register: Register, which: str) -> PersonTold:
    """Raises NoSuchPerson, ManySuchPersons."""
    founders = {PersonId(PREFIX + each[4:]): each for each in register.person_of}
    found = [each for each in founders if each.startswith(which)]
    exact = [each for each in found if each == which] or found
    if not exact:
        raise NoSuchPerson(seen=which)
    persons = {register.person_of[founders[each]].id: each for each in exact}
    if len(persons) > 1:
        raise ManySuchPersons(seen=which, ids=sorted(exact))
    asked = next((each for each in exact if each in persons), exact[0])
    person = register.person_of[founders[asked]]
    mine = {record for record, each in register.person_of.items() if each.id == person.id}
    pairs = [each for each in register.likenesses if {each.left, each.right} & mine]
    return PersonTold(
        id=person.id,
        person=person,
        records=tuple(record for each, record in register.records.items() if each in mine),
        within=tuple(sorted((p for p in pairs if {p.left, p.right} <= mine), key=lambda p: p.odds)),
        near=tuple(sorted((p for p in pairs if not {p.left, p.right} <= mine), key=lambda p: -p.odds)[:NEAR]),
        once=None if asked == person.id else asked,
    )


def tell_person(answer: PersonTold, register: Register, console: Console) -> None:
    """For people."""
    names = answer.person.names
    console.print(Text(plain(f"{names[0].text if names else 'unnamed'}  ({answer.id})"), style="bold"))
    if answer.once:
        console.print(f"{answer.once} became part of this person")
    for start in range(0, len(answer.records), ABREAST):
        console.print(_abreast(answer.records[start : start + ABREAST]))
    _pairs("why together", answer.within, register, console)
    _pairs("nearly taken for the same", answer.near, register, console)
    if answer.person.judgements:
        console.print(f"judgements: {', '.join(answer.person.judgements)}")


def _abreast(records: Sequence[VictimRecord]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    for each in records:
        table.add_column(plain(f"{each.row.list} row {each.row.row}"), overflow="fold")
    for name, cells in _fields(records):
        if any(cells):
            table.add_row(name, *(Text(plain(cell)) for cell in cells))
    return table


def _fields(records: Sequence[VictimRecord]) -> Iterable[tuple[str, list[str]]]:
    def each(cell: object) -> str:
        return "" if cell is None else str(cell)

    yield "record", [each(r.id[:12]) for r in records]
    yield "name", [" / ".join(n.text for n in r.names) for r in records]
    for part in ("father", "grandfather", "family", "mother"):
        yield part, [each(getattr(r.parts, part)) if r.parts else "" for r in records]
    yield "kunya", [each(r.kunya) for r in records]
    yield "sex", [each(r.sex) for r in records]
    yield "age", ["" if r.age is None else "–".join(map(str, dict.fromkeys(r.age))) for r in records]
    yield "born", [each(r.born) for r in records]
    yield "died", [period(r.died) if r.died.start or r.died.text else "" for r in records]
    yield "place", [", ".join(x for x in (r.place.text, r.region) if x) for r in records]
    yield "status", [code(r.status) for r in records]
    yield "fate", [code(r.fate) for r in records]
    yield "vanished", ["withdrawn by its list" if r.vanished else "" for r in records]


def _pairs(title: str, pairs: Sequence[Likeness], register: Register, console: Console) -> None:
    if not pairs:
        return
    console.print(Text(f"\n{title}", style="bold"))
    for each in islice(pairs, 12):
        judged = f", judged {each.judged.value}" if each.judged else ""
        left, right = (_called(register, record) for record in (each.left, each.right))
        console.print(Text(plain(f"{left} and {right}: {chance(each.odds)}{judged}")))
        console.print(levels_table(each))
    if len(pairs) > 12:
        console.print(f"and {len(pairs) - 12} pairs more", style="dim")


def chance(odds: float) -> str:
    """Log-odds in words: "97 in 100"."""
    return f"{min(99.9, max(0.1, 100 / (1 + exp(-odds)))):.3g} in 100"


def levels_table(pair: Likeness) -> Table:
    """The levels of a pair, each comparison with its words; then what it weighs alone, and why less or more beside the
    other pairs of its rows.
    """
    table = Table(box=None, pad_edge=False, show_header=False)
    for _ in range(3):
        table.add_column()
    for name, words, _ in told(pair.levels):
        table.add_row("  ", name.replace("_", " "), words)
    if pair.alone is not None:
        table.add_row("  ", Text(ALONE, style="bold"), chance(pair.alone))
        for name, words in told_beside(pair.company):
            table.add_row("  ", name, words)
        table.add_row("  ", Text(TOGETHER, style="bold"), chance(pair.odds))
    return table


def _called(register: Register, record: RecordId) -> str:
    found = register.records[record]
    return f"{found.names[0].text if found.names else 'unnamed'} ({found.row.list} {found.row.row})"
