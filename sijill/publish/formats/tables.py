"""The tables of a release: events, claims, attributions, documents, persons, totals, parties, places, estimates."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sijill.model.claim import Claim, Harm
from sijill.model.event import EventId
from sijill.model.finding import ADDS, Attribution, Contradiction, Finding, LeftOut
from sijill.publish.formats.column import Cell, Column, Table, listed, text, truth, when, where, whole
from sijill.publish.formats.tables_beside import beside_tables
from sijill.publish.material import Material
from sijill.publish.release.citing import Cited
from sijill.publish.release.fates import EVERYWHERE

COUNTED = tuple(each for each in Harm if each is not Harm.NONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfEvent:
    """A row that belongs to an event."""

    event: EventId
    row: Attribution | Contradiction


@dataclass(frozen=True, slots=True, kw_only=True)
class OfTotal:
    """A row that belongs to the total of a harm."""

    harm: Harm
    row: LeftOut


def tables(material: Material) -> list[Table]:
    """Every table of a release, those that others refer to first."""
    return [
        Table(
            name="parties",
            means="parties to the conflict, each under the same terms",
            columns=PARTIES,
            rows=sorted(material.parties.values(), key=lambda each: each.id),
        ),
        Table(
            name="documents",
            means="documents that a published claim stands in",
            columns=DOCUMENTS,
            rows=list(material.documents.values()),
        ),
        Table(name="events", means="events with their ranges of reports", columns=events(), rows=material.findings),
        Table(
            name="claims",
            means="what one voice says about one harm, with the words",
            columns=claims(material),
            rows=list(material.claims.values()),
            refers=(("document", "documents"), ("event", "events")),
        ),
        Table(
            name="attributions",
            means="who is said to have done it, who denies and who accepts; nothing here decides guilt",
            columns=ATTRIBUTIONS,
            rows=_of_events(material, "attribution"),
            refers=(("event", "events"),),
        ),
        Table(
            name="contradictions",
            means="claims of one event that cannot all be right",
            columns=CONTRADICTIONS,
            rows=_of_events(material, "contradictions"),
            refers=(("event", "events"),),
        ),
        Table(
            name="persons",
            means="persons documented as dead, one row each; the living are only in numbers, in fates",
            columns=persons(material),
            rows=material.persons,
        ),
        Table(
            name="fates",
            means="how many persons of each fate, by place; small numbers of people who may be alive are not shown",
            columns=fates(material),
            rows=material.fates,
        ),
        *_totals(material),
        *beside_tables(material),
        Table(
            name="estimates",
            means="estimated totals with intervals under a named assumption: never documented counts",
            columns=ESTIMATES,
            rows=material.estimates,
        ),
    ]


def _totals(material: Material) -> list[Table]:
    means = "documented totals, with what each leaves out"
    totals = Table(name="totals", means=means, columns=TOTALS, rows=material.totals)
    return [totals, _left_out(material)]


def _left_out(material: Material) -> Table:
    return Table(
        name="left_out",
        means=f"numbers that a total does not add as they stand, and what it adds of each: {ADDS}",
        columns=LEFT_OUT,
        rows=[OfTotal(harm=total.harm, row=each) for total in material.totals for each in total.left_out],
        refers=(("event", "events"),),
    )


def _of_events(material: Material, name: str) -> list[OfEvent]:
    return [OfEvent(event=each.id, row=row) for each in material.findings for row in getattr(each, name)]


def events() -> Sequence[Column]:
    """One row an event."""
    return [
        text("id", "id of the event in this release", lambda f: f.id),
        text("title", "act, range of reports, place and date", lambda f: f.title),
        text("act", "what was done, from the table of acts", lambda f: f.act.value),
        *when(lambda f: f.when),
        *where(lambda f: f.where),
        text("status", "how far people have gone over it", lambda f: f.status.value),
        text("within", "id of the situation it lies in", lambda f: f.within),
        whole("independent_sources", "origins that are not interested", lambda f: f.independent_sources),
        whole("claims", "number of claims", lambda f: len(f.claims)),
        *(column for harm in COUNTED for column in _range(harm)),
        text(
            "accused",
            "parties accused, by id or as said",
            lambda f: listed(a.party for a in f.attribution if a.accused_by),
        ),
        text(
            "denied_for",
            "parties for which somebody denies",
            lambda f: listed(a.party for a in f.attribution if a.denied_by),
        ),
        text("accepted_by", "parties that accept", lambda f: listed(a.party for a in f.attribution if a.accepted_by)),
        text("grade", "corroboration under each policy that grades", _grades),
    ]


def _range(harm: Harm) -> list[Column]:
    name, said = harm.value, harm.value.replace("_", " ")

    def bound(which: str) -> Callable[[Finding], Cell]:
        return lambda f: getattr(f.tolls[harm], which) if harm in f.tolls else None

    return [
        whole(
            f"{name}_low",
            f"least {said} in the range of reports [persons]; empty: no lower bound is said",
            bound("low"),
        ),
        whole(f"{name}_high", f"most {said} in the range of reports [persons]; empty: open or not said", bound("high")),
        truth(
            f"{name}_without_number",
            f"reports say that people were {said} and nobody gives a number",
            bound("unknown"),
        ),
    ]


def claims(material: Material) -> Sequence[Column]:
    """One row a claim."""
    home = material.event_of
    return [
        text("id", "id of the claim in this release", lambda c: c.id),
        text(
            "event",
            "id of the event whose claim it is; empty: in a situation, a running toll, or beside an event",
            lambda c: home.get(c.id),
        ),
        text("document", "id of the document", lambda c: c.document),
        text("quote", "the words; […] where something is not published", lambda c: c.quote),
        text(
            "speakers",
            "who says so, outermost first; empty: the document itself",
            lambda c: listed(s.name for s in c.speakers),
        ),
        text("speaker_kinds", "what sort of voice each is", lambda c: listed(s.kind.value for s in c.speakers)),
        text("interested", "party that a voice belongs to", lambda c: listed(s.party for s in c.speakers if s.party)),
        text("stance", "asserts, denies, accepts responsibility or doubts", lambda c: c.stance.value),
        text("about", "what a denial, doubt or acceptance speaks of", lambda c: c.about),
        text("reach", "this event, or general", lambda c: c.reach.value),
        text("act", "what was done", lambda c: c.act.value),
        text("harm", "what it did to people", lambda c: c.harm.value),
        text("actors", "who is said to have done it, as said", lambda c: listed(a.name for a in c.actors)),
        text("actor_parties", "the same, by id of the party", lambda c: listed(a.party or "" for a in c.actors)),
        *_toll(),
        text(
            "victim_status",
            "civilian, combatant, mixed or unknown, as said",
            lambda c: c.victims and c.victims.status.value,
        ),
        text("victim_label", "what the victims are called, as said", lambda c: c.victims and c.victims.label),
        *when(lambda c: c.when),
        Column(name="as_of", type="string", means="day on which a toll was current", cell=lambda c: c.as_of),
        *where(lambda c: c.where),
        text("modality", "actual, habitual, threatened, planned or hypothetical", lambda c: c.modality.value),
        text("extractor", "what read it", lambda c: c.extractor),
    ]


def persons(material: Material) -> Sequence[Column]:
    """One row a person, with what made the name public."""
    cited, none = material.cited, Cited(names=())
    documents, agreed = (
        "ids of the public documents that print the name",
        "named with the consent of whoever may give it",
    )
    return [
        *PERSONS,
        text("named_in", documents, lambda p: listed(cited.get(p.id, none).documents)),
        truth("named_with_consent", agreed, lambda p: cited.get(p.id, none).agreed),
    ]


def fates(material: Material) -> Sequence[Column]:
    """One row a fate and a place, and one for each fate everywhere."""

    def name(place: str) -> str | None:
        return material.places[place].name if place in material.places else None

    return [
        text("fate", "the last that is told of a person", lambda c: c.fate.value),
        Column(
            name="everywhere", type="boolean", means="the number of all places", cell=lambda c: c.place == EVERYWHERE
        ),
        text("place", "place as published; empty: not known, or everywhere", lambda c: name(c.place)),
        text("place_id", "id of the place", lambda c: None if c.place == EVERYWHERE else c.place),
        whole(
            "persons",
            "how many [persons]; empty: not shown, for it would tell of few living people",
            lambda c: c.persons,
        ),
    ]


def _toll() -> list[Column]:
    def of(which: str) -> Callable[[Claim], Cell]:
        return lambda c: None if c.toll is None else getattr(c.toll, which)

    return [
        whole("number", "the number said [persons]; empty: no number, which is not zero", of("number")),
        whole("low", "lower bound said [persons]", of("low")),
        whole("high", "upper bound said [persons]", of("high")),
        text("hedge", "how the number was qualified", of("hedge")),
        text("extent", "whole event or a part of it", of("extent")),
        Column(name="cumulative", type="boolean", means="a running total, not one event's", cell=of("cumulative")),
    ]


def _grades(finding: Finding) -> str:
    return listed(f"{name}: {each.grade.value}" for name, each in sorted(finding.policies.items()) if each.grade.value)


PARTIES = (
    text("id", "id of the party", lambda p: p.id),
    text("name", "name", lambda p: p.name),
    text("kind", "state, armed group ...", lambda p: p.kind),
    text("allies", "ids of its allies", lambda p: listed(p.allies)),
)
DOCUMENTS = (
    text("id", "id of the document in this release", lambda d: d.id),
    text("title", "headline of a public document", lambda d: d.title),
    text(
        "source",
        "who published it; a private source by its category and a pseudonym of this release",
        lambda d: d.source,
    ),
    Column(name="published", type="string", means="day of publication, as told", cell=lambda d: d.published),
    Column(name="captured", type="date", means="day on which it was captured", cell=lambda d: d.captured[:10]),
    text("language", "language", lambda d: d.language),
    text("origin", "group of copies that count as one source", lambda d: d.origin),
)
ATTRIBUTIONS = (
    text("event", "id of the event", lambda a: a.event),
    text("party", "id of the party, or the name as said", lambda a: a.row.party),
    text("role", "direct, joint, support, command or collective", lambda a: a.row.role.value),
    whole("independent_accusers", "origins that accuse and are not interested", lambda a: a.row.independent_accusers),
    text("accused_by", "ids of claims", lambda a: listed(a.row.accused_by)),
    text("denied_by", "ids of claims", lambda a: listed(d.claim for d in a.row.denied_by)),
    text("accepted_by", "ids of claims", lambda a: listed(a.row.accepted_by)),
    text("interested", "ids of accusing claims whose speaker belongs to a party", lambda a: listed(a.row.interested)),
)
CONTRADICTIONS = (
    text("event", "id of the event", lambda a: a.event),
    text("field", "number, date, place, perpetrator, status or occurrence", lambda a: a.row.field),
    text("values", "what is said", lambda a: listed(a.row.values)),
    text("claims", "ids of the claims", lambda a: listed(a.row.claims)),
)
PERSONS = (
    text("id", "id of the person in this release", lambda p: p.id),
    text("names", "names, where the profile lets them leave", lambda p: listed(n.text for n in p.names)),
    text("sex", "as said", lambda p: p.sex),
    whole("age_from", "lower edge of a band of ages [years]", lambda p: p.age and p.age[0]),
    whole("age_to", "upper edge of a band of ages [years]", lambda p: p.age and p.age[1]),
    *when(lambda p: p.died),
    *where(lambda p: p.place),
    text("status", "civilian, combatant, mixed or unknown, as said", lambda p: p.status.value),
    text("fates", "what is said to have become of the person", lambda p: listed(f.fate.value for f in p.fates)),
    text("events", "ids of events", lambda p: listed(p.events)),
)
TOTALS = (
    text("scope", "of what", lambda t: t.scope),
    text("harm", "what was counted", lambda t: t.harm.value),
    text("unit", "in which unit", lambda t: t.unit),
    text("as_of", "as of which day", lambda t: t.as_of),
    whole("low", "least documented [persons]", lambda t: t.low),
    whole("high", "most documented [persons]; empty: open", lambda t: t.high),
    whole("unknown_events", "events without a number: counted as events, not as people", lambda t: t.unknown_events),
    whole("open_events", "events without an upper bound", lambda t: t.open_events),
    whole("overlaps_removed", "numbers not added as they stand: the table left_out", lambda t: t.overlaps_removed),
    text("processed_through", "day of the latest report read", lambda t: t.processed_through),
    whole("backlog", "documents captured and not read: an unread backlog looks like peace", lambda t: t.backlog),
)
LEFT_OUT = (
    text("harm", "of which total", lambda o: o.harm.value),
    text("event", "id of the event whose number it is", lambda o: o.row.event),
    text("why", "parent: events lie in it; twice: the same again; wider: of a wider scope", lambda o: o.row.why.value),
    whole("low", "least reported [persons]", lambda o: o.row.low),
    whole("high", "most reported [persons]; empty: open", lambda o: o.row.high),
    whole("counted_low", "least that events inside and perhaps inside hold", lambda o: o.row.counted_low),
    whole("counted_high", "most that events inside hold", lambda o: o.row.counted_high),
    whole("adds_low", "what it adds to the low of the total [persons]", lambda o: o.row.adds_low),
    whole("adds_high", "what it adds to the high [persons]; empty: open", lambda o: o.row.adds_high),
    text("inside", "ids of events that surely lie in it", lambda o: listed(o.row.inside)),
    text("perhaps", "ids of events that may", lambda o: listed(o.row.perhaps)),
)
ESTIMATES = (
    text(
        "kind",
        "total: one to quote; the others say how far it can be relied on: over_linkages, two_lists, without_a_list,"
        " list_held_out, other_choice",
        lambda e: e.kind.value,
    ),
    text("stratum", "of whom; empty: everybody", lambda e: e.stratum),
    text("lists", "lists that were compared", lambda e: listed(e.lists)),
    whole("documented", "persons on at least one list [persons]", lambda e: e.documented),
    text("model", "statistical model", lambda e: e.model),
    text("assumption", "what must hold for the figure to mean anything", lambda e: e.assumption),
    Column(name="median", type="number", means="estimated total [persons]", cell=lambda e: e.median),
    Column(name="low95", type="number", means="lower edge of the 95 % interval [persons]", cell=lambda e: e.low95),
    Column(name="high95", type="number", means="upper edge of the 95 % interval [persons]", cell=lambda e: e.high95),
    Column(
        name="range_low",
        type="number",
        means="lowest lower limit of the models that let lists depend [persons]",
        cell=lambda e: e.range_over_models and e.range_over_models[0],
    ),
    Column(
        name="range_high",
        type="number",
        means="highest upper limit of the models that let lists depend [persons]",
        cell=lambda e: e.range_over_models and e.range_over_models[1],
    ),
    text(
        "choice",
        "what was chosen otherwise: a prior, a cap, the linkage threshold",
        lambda e: e.diagnostics.get("choice"),
    ),
    text("refused", "why no figure is given", lambda e: e.refused and e.refused.code),
)
