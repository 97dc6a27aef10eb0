"""The columns of what is known of persons: themselves, pairs of records, counts, lists that repeat, history."""

from collections.abc import Sequence
from math import exp

from sijill.chain.register import Register
from sijill.cli.records.tables import MIDDLE, WIDE, Column, short_ids
from sijill.cli.words import period_lines
from sijill.extract.victims.roll import IN_TEXT
from sijill.link.persons.telling.levels import told
from sijill.model.person import (
    Likeness,
    ListRepeats,
    Person,
    PersonChange,
    PersonCount,
    PersonId,
    RecordId,
    What,
)
from sijill.publish.words import plain as code

SHOWN = ("given", "father", "family", "died", "place")


def persons(register: Register) -> Sequence[Column]:
    """Human beings, with the records they are known from."""
    short = short_ids(each.id for each in register.persons)
    events = short_ids(each.id for each in register.findings)

    def age(person: Person) -> str:
        return "" if person.age is None else "–".join(map(str, dict.fromkeys(person.age)))

    def came_from(person: Person) -> str:
        return "\n".join(dict.fromkeys(r.document[:10] if r.list == IN_TEXT else r.list for r in person.records))

    def fate(person: Person) -> str:
        return ", ".join(code(each.fate) for each in person.fates)

    return (
        Column(head="id", cell=lambda p: short[p.id], whole=True, style="dim"),
        Column(head="name", cell=lambda p: p.names[0].text, narrowest=12),
        Column(head="age", cell=age, whole=True, right=True),
        Column(head="sex", cell=lambda p: p.sex or "", whole=True),
        Column(head="fate", cell=fate, whole=True),
        Column(head="when", cell=lambda p: period_lines(p.died) if p.died.text else ""),
        Column(head="where", cell=lambda p: register.where(p.place, otherwise="not said")),
        Column(head="event", cell=lambda p: "\n".join(events.get(each, each) for each in p.events), whole=True),
        Column(head="from", cell=came_from, whole=True),
    )


def pairs(register: Register) -> Sequence[Column]:
    """Two records and how alike they are."""

    def name(record: RecordId) -> str:
        found = register.records[record]
        return f"{found.names[0].text if found.names else 'unnamed'}\n{found.row.list} {found.row.row}"

    def says(pair: Likeness) -> str:
        return "; ".join(f"{each}: {words}" for each, words, _ in told(pair.levels) if each in SHOWN)

    return (
        Column(head="left", cell=lambda p: p.left[:12], whole=True, style="dim"),
        Column(head="", cell=lambda p: name(p.left), narrowest=12),
        Column(head="right", cell=lambda p: p.right[:12], whole=True, style="dim"),
        Column(head="", cell=lambda p: name(p.right), narrowest=12),
        Column(head="in 100", cell=lambda p: f"{100 / (1 + exp(-p.odds)):.0f}", right=True),
        Column(head="now", cell=lambda p: p.judged or ("one" if p.together else "two")),
        Column(head="levels", cell=says, least=WIDE),
    )


def counts(register: Register) -> Sequence[Column]:
    """How many persons, with what is unsure."""

    def stratum(count: PersonCount) -> str:
        trait, _, value = count.stratum.partition("=")
        return f"{trait}={register.party_name(value)}" if trait == "accused" else count.stratum or "everybody"

    return (
        Column(head="persons", cell=stratum),
        Column(head="as linked", cell=lambda c: f"{c.standing:,}", right=True),
        Column(head="median", cell=lambda c: f"{c.median:,.0f}", right=True),
        Column(head="90 % interval", cell=lambda c: f"{c.low90:,.0f} to {c.high90:,.0f}", right=True),
        Column(
            head="by hashing",
            cell=lambda c: "" if c.unique_entities is None else f"{c.unique_entities:,.0f}",
            right=True,
        ),
    )


def repeats(_: Register) -> Sequence[Column]:
    """How often a list repeats a person."""

    def share(each: ListRepeats) -> str:
        return f"{each.median / each.rows:.1%}" if each.rows else ""

    return (
        Column(head="list", cell=lambda r: r.list),
        Column(head="rows", cell=lambda r: f"{r.rows:,}", right=True),
        Column(head="repeated, as linked", cell=lambda r: f"{r.standing:,}", right=True),
        Column(head="median", cell=lambda r: f"{r.median:,.0f}", right=True),
        Column(head="90 % interval", cell=lambda r: f"{r.low90:,.0f} to {r.high90:,.0f}", right=True),
        Column(head="of its rows", cell=share, right=True),
    )


def history(register: Register) -> Sequence[Column]:
    """Merges and splits in order of time."""
    known = register.accounts

    def name(person: PersonId) -> str:
        record = register.records.get(RecordId("rec_" + person.removeprefix("psn_")))
        return record.names[0].text if record is not None and record.names else "unnamed"

    def word(each: PersonChange) -> str:
        if each.by is not None:
            return f"{known.get(each.by, each.by)}: {each.because or ''}"
        return "weights" if each.odds is None else f"weights, {100 / (1 + exp(-each.odds)):.0f} in 100"

    return (
        Column(head="since (UTC)", cell=lambda c: c.at[:16].replace("T", " "), whole=True),
        Column(head="person", cell=lambda c: c.was[:12], whole=True, style="dim"),
        Column(head="", cell=lambda c: name(c.was), narrowest=12),
        Column(head="", cell=lambda c: "became part of" if c.what is What.MERGED else "was kept apart from"),
        Column(head="person", cell=lambda c: c.person[:12], whole=True, style="dim"),
        Column(head="", cell=lambda c: name(c.person), least=MIDDLE),
        Column(head="by", cell=word, narrowest=16),
    )
