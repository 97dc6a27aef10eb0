"""Tables of what stands beside the events: what parties say themselves, running tolls, and what recurs."""

from collections.abc import Callable
from dataclasses import dataclass

from sijill.model.beside.series import Series
from sijill.model.event import EventId
from sijill.model.finding import ADDS, Stated, TollAt
from sijill.publish.formats.column import Cell, Table, listed, text, truth, when, where, whole
from sijill.publish.material import Material


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One thing that a party says of an event."""

    event: EventId
    party: str
    stated: Stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulletin:
    """What an issuer said on one day."""

    series: str
    told: TollAt


def beside_tables(material: Material) -> list[Table]:
    """Positions, running tolls with their bulletins, patterns."""
    return [
        Table(
            name="positions",
            means="what each party says itself of an event; a number that it concedes is conceded, and nothing more",
            columns=POSITIONS,
            rows=[
                Said(event=finding.id, party=own.party, stated=each)
                for finding in material.findings
                for own in finding.positions
                for each in own.stated
            ],
            refers=(("event", "events"),),
        ),
        Table(
            name="running_tolls",
            means=f"numbers that one issuer gives for a long time, in no event and no total; beside it: {ADDS}",
            columns=SERIES,
            rows=material.series,
        ),
        Table(
            name="bulletins",
            means="what a running toll said on each day",
            columns=BULLETINS,
            rows=[Bulletin(series=each.id, told=told) for each in material.series for told in each.bulletins],
            refers=(("series", "running_tolls"),),
        ),
        Table(
            name="patterns",
            means="what recurs over events, counted by one rule for every party; nothing here judges",
            columns=PATTERNS,
            rows=material.patterns,
        ),
    ]


def _of_a_place(name: str) -> Callable[[Series], Cell]:
    """Compared with events only where a place is named: nothing is known of the others, which is not zero."""
    return lambda s: getattr(s, name) if s.where.place is not None else None


POSITIONS = (
    text("event", "id of the event", lambda s: s.event),
    text("party", "id of the party", lambda s: s.party),
    text("day", "on which it was current", lambda s: s.stated.day),
    text("stance", "asserts, denies, accepts responsibility or doubts", lambda s: s.stated.stance.value),
    text("about", "what a denial, doubt or acceptance speaks of", lambda s: s.stated.about),
    text("reach", "this event, or general", lambda s: s.stated.reach.value),
    text("harm", "what it did to people", lambda s: s.stated.harm.value),
    whole("low", "lower bound that it gives [persons]", lambda s: s.stated.low),
    whole("high", "upper bound that it gives [persons]", lambda s: s.stated.high),
    truth(
        "concedes",
        "a number for what it or its ally is accused of, laid to nobody else",
        lambda s: s.stated.concedes,
    ),
    text("claim", "id of the claim", lambda s: s.stated.claim),
)
SERIES = (
    text("id", "id of the running toll in this release", lambda s: s.id),
    text("issuer", "origin of its words", lambda s: s.issuer),
    truth("interested", "the issuer belongs to a belligerent", lambda s: s.interested),
    text("harm", "what was counted", lambda s: s.harm.value),
    text("scope", "place and beginning in words, where they leave", lambda s: s.scope),
    *when(lambda s: s.when),
    *where(lambda s: s.where),
    text("as_of", "day of the last bulletin", lambda s: s.as_of),
    whole("low", "least in the last bulletin [persons]", lambda s: s.low),
    whole("high", "most in the last bulletin [persons]; empty: open", lambda s: s.high),
    truth("cumulative", "said to run on; else a number of one long period", lambda s: s.cumulative),
    truth("revised", "a later bulletin says less", lambda s: s.revised),
    whole(
        "counted_low",
        "least that events inside and perhaps inside hold; empty: it names no place",
        _of_a_place("counted_low"),
    ),
    whole("counted_high", "most that events inside hold", _of_a_place("counted_high")),
    whole("adds_low", "what it says beyond the low of the total [persons]", _of_a_place("adds_low")),
    whole("adds_high", "what it says beyond the high [persons]; empty: open", _of_a_place("adds_high")),
    text("inside", "ids of events that surely lie in it", lambda s: listed(s.inside)),
    text("perhaps", "ids of events that may", lambda s: listed(s.perhaps)),
    text("documents", "ids of the documents that hold its bulletins", lambda s: listed(s.documents)),
)
BULLETINS = (
    text("series", "id of the running toll", lambda b: b.series),
    text("as_of", "day on which it was current", lambda b: b.told.as_of),
    whole("low", "least [persons]", lambda b: b.told.low),
    whole("high", "most [persons]; empty: open", lambda b: b.told.high),
    text("claims", "ids of the claims", lambda b: listed(b.told.claims)),
)
PATTERNS = (
    text("id", "id of the pattern in this release", lambda p: p.id),
    text(
        "kind",
        "repeated: one act at one place laid to one party; protected: one kind of protected object hit; stated: what a"
        " party says that it does",
        lambda p: p.kind.value,
    ),
    text("party", "id of the party, or the name as said", lambda p: p.party),
    text("act", "what was done", lambda p: p.act),
    text("place_id", "id of the place", lambda p: p.place),
    *when(lambda p: p.when),
    text("objects", "protected objects", lambda p: listed(p.objects)),
    text("stance", "of what is stated", lambda p: p.stance),
    text("events", "ids of the events that it counts", lambda p: listed(p.events)),
    whole("independent", "events laid to it by voices that are not interested, or admitted", lambda p: p.independent),
    whole("killed_low", "sum of the least killed of its events [persons]", lambda p: p.killed_low),
    whole("killed_high", "sum of the most [persons]; empty: open", lambda p: p.killed_high),
    whole("unknown", "of its events, those without a number", lambda p: p.unknown),
    text("claims", "ids of the claims of what is stated", lambda p: listed(p.claims)),
)
