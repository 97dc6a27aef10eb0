"""Claims to events: who speaks of the same incident. The step as the chain calls it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial

from sijill.link.bearing import Bearing, bearing, beyond_one_incident, heads_of_totals, is_aftermath
from sijill.link.beside import Drawn, stand_beside
from sijill.link.groups import NO_GROUP, Groups, groups_of, home_of
from sijill.link.judgements import Judgements, judgements
from sijill.link.links import links_of
from sijill.link.pairs.headings import rough_headings, without_place
from sijill.link.pairs.sketch import Sketch, sketch
from sijill.link.people import NOBODY, Named, people_of
from sijill.link.portrait import portrait
from sijill.link.questions import questions
from sijill.link.repeats import repeats
from sijill.link.situations import Setting, lies_in, settings_of, surroundings
from sijill.link.totals.sums import doubts_of, sums_told
from sijill.link.totals.vague import vague_totals
from sijill.model.claim import Claim, ClaimId
from sijill.model.decision import Decision, Doubt
from sijill.model.document import DocumentId
from sijill.model.event import Event, EventId, Link, Situation, event_id
from sijill.model.place import Place, PlaceId

NO_NAMES: Named = {}
TOLD = (Bearing.EVENT, Bearing.MENTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What the claims are about. Every claim is in one event, in one situation, beside events, or aside with a reason.

    links    one for each claim of an event but its first (why it is there), and the near misses
    beside   general claims -> the events they stand beside (none: an empty tuple)
    aside    claims in no event: cumulative | unreal | sum | mention_alone | aftermath | beyond_one_incident |
             situation_without_place | habit_said_once
    """

    events: tuple[Event, ...]
    situations: tuple[Situation, ...]
    links: Sequence[Link]
    beside: Mapping[ClaimId, tuple[EventId, ...]]
    aside: Mapping[ClaimId, str]
    doubts: tuple[Doubt, ...]


def link_events(
    claims: Sequence[Claim],
    *,
    published: Mapping[DocumentId, str | None],
    order: Mapping[DocumentId, int],
    places: Mapping[PlaceId, Place],
    named: Named = NO_NAMES,
    decisions: Sequence[Decision] = (),
) -> Linked:
    """Events, situations and doubts. What the claims say decides the groups; the ledger (`order`) only names them.

    claims      resolved, in any order        decisions   those of kind `link` are used, in ledger order
    published   day a document appeared: nothing it tells of happened later
    named       full names that a document shares with another one, each with where in its text it stands
    """
    people = people_of(claims, named, places)
    draw = partial(_drawn, places=places, published=published, people=people)
    drawn = [draw(claim) for claim in claims]
    drawn.sort(key=lambda each: (order[each.document], each.begin, each.finish, each.id))
    rough = rough_headings(drawn)
    draw = partial(_headed, draw=draw, rough=rough)
    drawn = [without_place(each) if each.id in rough else each for each in drawn]
    judged = judgements(decisions, drawn)
    sums = sums_told(drawn, kept={claim for pair in judged.same for claim in pair}, apart=judged.different)
    summed = vague_totals(drawn).union(each.id for one in sums for each in one.told)
    borne: dict[Bearing, list[Sketch]] = {kind: [] for kind in Bearing if kind not in TOLD}
    told, founders, heads = [], bytearray(), heads_of_totals(drawn)
    for each in drawn:
        kind = Bearing.SUM if each.id in summed else Bearing.CUMULATIVE if each.id in heads else bearing(each)
        if kind in TOLD:
            told.append(each)
            founders.append(kind is Bearing.EVENT)
        else:
            borne[kind].append(each)
    del drawn
    groups = groups_of(told, founders=founders, judged=judged)
    settings, homeless = settings_of(borne[Bearing.SITUATION], judged.same)
    events, beside = _events(groups, borne[Bearing.BESIDE], surroundings(settings), judged)
    links, aside, at = links_of(groups, draw), _aside(borne, homeless, groups), judged.positions(told)
    groups = replace(groups, told=links.sketches)
    del told, borne  # a quarter of all that linking holds
    return Linked(
        events=events,
        situations=tuple(sorted((each.situation for each in settings), key=lambda each: each.id)),
        links=links,
        beside=beside,
        aside=aside,
        doubts=(*questions(groups, judged, at=at, ids=[each.id for each in events]), *doubts_of(sums)),
    )


def _drawn(
    claim: Claim,
    *,
    places: Mapping[PlaceId, Place],
    published: Mapping[DocumentId, str | None],
    people: Mapping[ClaimId, frozenset[str]],
) -> Sketch:
    return sketch(claim, places, published.get(claim.document), people.get(claim.id, NOBODY))


def _headed(claim: Claim, *, draw: Callable[[Claim], Sketch], rough: AbstractSet[ClaimId]) -> Sketch:
    return without_place(draw(claim)) if claim.id in rough else draw(claim)


def _events(
    groups: Groups, general: Sequence[Sketch], around: Mapping[str, list[Setting]], judged: Judgements
) -> tuple[tuple[Event, ...], Mapping[ClaimId, tuple[EventId, ...]]]:
    ids = [event_id(groups.told[group[0]].id) for group in groups.founded]
    beside = stand_beside(general, _portraits(groups, ids)) if general else {}
    standing: dict[EventId, list[ClaimId]] = {}
    for claim, answered in beside.items():
        for event in answered:
            standing.setdefault(event, []).append(claim)
    again = _may_repeat(groups, judged)
    merged = _merged(judged, groups, ids)
    events = tuple(
        Event(
            id=id_,
            act=drawn.act,
            when=drawn.when,
            where=drawn.where,
            claims=drawn.claims,
            beside=tuple(standing.get(id_, ())),
            within=lies_in(drawn, around),
            merged=merged.get(id_, ()),
            may_repeat=tuple(sorted(ids[other] for other in again[at])),
        )
        for at, (id_, drawn, _) in enumerate(_portraits(groups, ids))
    )
    return events, beside


def _portraits(groups: Groups, ids: Sequence[EventId]) -> Iterator[Drawn]:
    """One after the other: all at once would take more memory than the events."""
    for id_, group in zip(ids, groups.founded, strict=True):
        members = [groups.told[at] for at in group]
        yield id_, portrait(members), frozenset(each.document for each in members)


def _may_repeat(groups: Groups, judged: Judgements) -> list[tuple[int, ...]]:
    """By number of the group; never two that an analyst judged different."""
    home = home_of(groups.founded, len(groups.told))
    at = judged.positions(groups.told)
    unsure = [(at[a], at[b]) for a, b in judged.unsure if a in at and b in at]
    close = [(left, right) for left, right, _ in groups.near] + unsure
    asked = [(home[a], home[b]) for a, b in close if NO_GROUP not in (home[a], home[b]) and home[a] != home[b]]
    apart = {(home[at[a]], home[at[b]]) for a, b in judged.different if a in at and b in at}
    found = repeats(groups.told, groups.founded, asked)
    return [
        tuple(other for other in others if (number, other) not in apart and (other, number) not in apart)
        for number, others in enumerate(found)
    ]


def _merged(judged: Judgements, groups: Groups, ids: Sequence[EventId]) -> dict[EventId, tuple[EventId, ...]]:
    """The ids that an analyst joined into an older event: they point to it from now on."""
    found: dict[EventId, set[EventId]] = {}
    home, at = home_of(groups.founded, len(groups.told)), judged.positions(groups.told)
    for claim in (claim for pair in judged.same for claim in pair if claim in at):
        number = home[at[claim]]
        if number != NO_GROUP and ids[number] != event_id(claim):
            found.setdefault(ids[number], set()).add(event_id(claim))
    return {home: tuple(sorted(gone)) for home, gone in found.items()}


def _aside(
    borne: Mapping[Bearing, Sequence[Sketch]], homeless: Mapping[ClaimId, str], groups: Groups
) -> Mapping[ClaimId, str]:
    out: dict[ClaimId, str] = {
        each.id: kind.value for kind in (Bearing.CUMULATIVE, Bearing.UNREAL, Bearing.SUM) for each in borne[kind]
    }
    out.update(homeless)
    for group in groups.unfounded:
        members = [groups.told[at] for at in group]
        alone = "aftermath" if is_aftermath(members) and any(each.number for each in members) else "mention_alone"
        out.update({each.id: "beyond_one_incident" if beyond_one_incident(each) else alone for each in members})
    return out
