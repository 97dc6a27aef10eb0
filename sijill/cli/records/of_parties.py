"""Positions and patterns as tables: what parties say themselves, and what recurs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sijill.chain.register import Register
from sijill.cli.records.tables import MIDDLE, Column, short_ids
from sijill.cli.words import period_lines
from sijill.model.beside.pattern import Pattern
from sijill.model.claim import ClaimId, Reach
from sijill.model.event import EventId
from sijill.model.finding import Stated
from sijill.publish.figures import bounds
from sijill.publish.words import plain as code


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that a party says of an event."""

    event: EventId
    party: str
    stated: Stated


def told(register: Register) -> Iterable[Told]:
    """All that parties say of events themselves, event by event."""
    for finding in register.findings:
        for position in finding.positions:
            for each in position.stated:
                yield Told(event=finding.id, party=position.party, stated=each)


def positions(register: Register) -> Sequence[Column]:
    """The columns of what parties say."""
    short = short_ids(each.id for each in register.findings)

    def says(row: Told) -> str:
        each = row.stated
        about = f" ({code(each.about)})" if each.about else ""
        return code(each.stance) + about + (", in general" if each.reach is Reach.GENERAL else "")

    def number(row: Told) -> str:
        each = row.stated
        return "" if each.low is None and each.high is None else f"{bounds(each.low, each.high)} {code(each.harm)}"

    return (
        Column(head="event", cell=lambda r: short[r.event], whole=True, style="dim"),
        Column(head="party", cell=lambda r: register.short_name(r.party)),
        Column(head="day", cell=lambda r: r.stated.day or "no date", whole=True),
        Column(head="says", cell=says),
        Column(head="number", cell=number),
        Column(head="concedes it", cell=lambda r: "yes" if r.stated.concedes else ""),
        Column(head="in these words", cell=lambda r: _quote(register, r.stated.claim), least=MIDDLE),
    )


def patterns(register: Register) -> Sequence[Column]:
    """The columns of what recurs."""

    def where(pattern: Pattern) -> str:
        place = register.place(pattern.place) if pattern.place else None
        return place.name if place is not None else ""

    def killed(pattern: Pattern) -> str:
        counted = bool(pattern.events) and pattern.unknown < len(pattern.events)
        return bounds(pattern.killed_low, pattern.killed_high) if counted else ""

    def what(pattern: Pattern) -> str:
        says = f"{code(pattern.stance)}: " if pattern.stance is not None else ""
        return says + ", ".join([*([code(pattern.act)] if pattern.act else []), *map(code, pattern.objects)])

    return (
        Column(head="kind", cell=lambda p: code(p.kind)),
        Column(head="party", cell=lambda p: register.short_name(p.party)),
        Column(head="what", cell=what),
        Column(head="where", cell=where),
        Column(head="when", cell=lambda p: period_lines(p.when) if p.when.start else "", whole=True),
        Column(head="events", cell=lambda p: str(len(p.events) or ""), right=True),
        Column(head="independent", cell=lambda p: str(p.independent) if p.events else "", right=True),
        Column(head="killed", cell=killed, narrowest=10),
        Column(head="claims", cell=lambda p: str(len(p.claims) or ""), least=MIDDLE, right=True),
    )


def _quote(register: Register, claim: ClaimId) -> str:
    return register.claims[claim].quote
