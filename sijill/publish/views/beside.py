"""What stands beside the events: running tolls, each of one issuer, and what recurs. Described, never judged."""

from collections.abc import Iterable
from dataclasses import dataclass

from sijill.model.beside.pattern import Pattern, Recurs
from sijill.model.beside.series import Series
from sijill.model.claim import Act, Harm
from sijill.publish.material import Material
from sijill.publish.quotes import Quote, Quotes
from sijill.publish.wording import Wording, _

FORM_OF_KIND = {
    Recurs.REPEATED: _("One act, at one place, laid to one party, again and again"),
    Recurs.PROTECTED: _("One kind of protected object, hit in several events"),
    Recurs.STATED: _("What a party says in its own voice that it does, or never does"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """An event that a count opens to: with its range of killed, "" where nothing is said of any."""

    id: str
    title: str
    killed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A series in words. days: day, number, the words that say it; held, beyond: of what the total counts."""

    id: str
    issuer: str
    interested: bool
    harm: str
    scope: str
    told: str
    as_of: str
    cumulative: bool
    revised: bool
    days: list[tuple[str, str, tuple[Quote, ...]]]
    held: str
    beyond: str
    inside: list[EventLine]
    perhaps: list[EventLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring:
    """A pattern in words. killed: "" where no event of it has a number; independent, unknown: numbers of events."""

    id: str
    kind: str
    party: str
    what: str
    scope: str
    killed: str
    independent: int
    unknown: int
    events: list[EventLine]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Everything that templates/beside.html shows."""

    running: list[Running]
    recurring: list[Recurring]


def beside(material: Material, quotes: Quotes) -> Beside:
    """Both in the order of the register, with those of their claims whose words stand in their document."""
    return Beside(
        running=[_running(each, material, quotes) for each in material.series],
        recurring=[_recurring(each, material, quotes) for each in material.patterns],
    )


def scope_of(series: Series, material: Material) -> str:
    """Where and for which time, as far as it was resolved and may be said."""
    where = material.where(series.where) or ""
    return _scope(where, series.when.start and material.say.period(series.when), material.say)


def _scope(where: str, when: str | None, say: Wording) -> str:
    return say.listed(*(each for each in (where, when) if each)) or say(_("not said"))


def _running(series: Series, material: Material, quotes: Quotes) -> Running:
    say = material.say
    return Running(
        id=series.id,
        issuer=material.origin_name(series.issuer),
        interested=series.interested,
        harm=say.harm(series.harm),
        scope=scope_of(series, material),
        told=say.bounds(series.low, series.high),
        as_of=say.day(series.as_of),
        cumulative=series.cumulative,
        revised=series.revised,
        days=[
            (say.day(each.as_of), say.bounds(each.low, each.high), quotes.proven(each.claims))
            for each in series.bulletins
        ],
        held=held_of(series, say),
        beyond=beyond_of(series, say),
        inside=_lines(series.inside, material),
        perhaps=_lines(series.perhaps, material),
    )


def held_of(series: Series, say: Wording) -> str:
    """What the total holds of it, in words."""
    if not series.placed:
        return say(_("not known: it names no place"))
    return say.bounds(*series.held) if series.held else say(_("nothing"))


def beyond_of(series: Series, say: Wording) -> str:
    """What it says beyond the total, in words."""
    return say.bounds(*series.beyond) if series.placed else say(_("not known: it names no place"))


def _recurring(pattern: Pattern, material: Material, quotes: Quotes) -> Recurring:
    say = material.say
    said = [say.plain(pattern.stance)] if pattern.stance is not None else []
    acts = [say.plain(pattern.act)] if pattern.act not in (None, Act.OTHER) else []
    counted = pattern.events and pattern.unknown < len(pattern.events)
    return Recurring(
        id=pattern.id,
        kind=say(FORM_OF_KIND[pattern.kind]),
        party=material.party_name(pattern.party),
        what=say.listed(*said, *acts, *map(say.plain, pattern.objects)),
        scope=_scope(
            material.name(pattern.place) if pattern.place else "",
            pattern.when.start and say.period(pattern.when),
            say,
        )
        if pattern.place or pattern.when.start
        else "",
        killed=say.bounds(pattern.killed_low, pattern.killed_high) if counted else "",
        independent=pattern.independent,
        unknown=pattern.unknown,
        events=_lines(pattern.events, material),
        quotes=quotes.proven(pattern.claims),
    )


def _lines(events: Iterable[str], material: Material) -> list[EventLine]:
    """Those that have a page, in the order given."""
    found = (material.findings[material.place_of[each]] for each in events if each in material.place_of)  # type: ignore[index]
    return [
        EventLine(
            id=each.id,
            title=each.title,
            killed=material.say.figure(each.tolls[Harm.KILLED]) if Harm.KILLED in each.tolls else "",
        )
        for each in found
    ]
