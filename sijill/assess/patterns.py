"""What recurs over events: one act at one place laid to one party again and again, protected objects hit, and what a
party itself says that it does. Described, never judged: each pattern is a count of events that anybody can open."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from sijill.assess.overlaps import first_day
from sijill.assess.positions import speaker_of
from sijill.assess.testimony import Testimony
from sijill.language.folding import fold
from sijill.model.beside.pattern import Pattern, Recurs
from sijill.model.claim import Act, Claim, ClaimId, Harm, Modality, Reach, Stance
from sijill.model.event import EventId
from sijill.model.finding import EventStatus, Finding, accused
from sijill.model.party import PartyId
from sijill.model.place import Place, PlaceId
from sijill.model.when import Period, Precision

LEAST = 3
"""Events: two of a kind are no pattern."""
SPELL = 92
"""Days: events further apart than a season begin a new spell."""
GROUND = ("settlement", "district", "area")
POLICY = frozenset({Modality.THREATENED, Modality.PLANNED, Modality.HABITUAL})


def patterns(
    findings: Iterable[Finding],
    claims: Mapping[ClaimId, Claim],
    *,
    places: Mapping[PlaceId, Place],
    spoken: Iterable[Testimony] = (),
) -> list[Pattern]:
    """Patterns over founded events, those of most events first.

    spoken   claims in which somebody says what is done again and again, threatened or planned, or denied in general
    """
    founded = [each for each in findings if each.status is not EventStatus.UNFOUNDED]
    objects = {each.id: _objects(each, claims) for each in founded}
    found = [*_repeated(founded, objects, places), *_protected(founded, objects), *_stated(spoken)]
    return sorted(found, key=lambda each: (list(Recurs).index(each.kind), -len(each.events or each.claims), each.id))


Events = Sequence[Finding]


def _repeated(
    findings: Iterable[Finding], objects: Mapping[EventId, frozenset[str]], places: Mapping[PlaceId, Place]
) -> Iterable[Pattern]:
    alike: dict[tuple[str, Act, PlaceId], list[Finding]] = defaultdict(list)
    for each in findings:
        ground = _ground(each.where.place, places)
        if ground is not None and each.when.start is not None:
            for party in sorted(set(accused(each.attribution))):
                alike[(party, each.act, ground)].append(each)
    for (party, act, ground), events in alike.items():
        for spell in _spells(events):
            if len(spell) >= LEAST:
                hit = frozenset.union(*(objects[each.id] for each in spell))
                yield _pattern(Recurs.REPEATED, party, spell, act=act, place=ground, objects=hit)


def _protected(findings: Iterable[Finding], objects: Mapping[EventId, frozenset[str]]) -> Iterable[Pattern]:
    alike: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for each in findings:
        for party in sorted(set(accused(each.attribution))):
            for hit in objects[each.id]:
                alike[(party, hit)].append(each)
    for (party, hit), events in alike.items():
        if len(events) >= LEAST:
            yield _pattern(Recurs.PROTECTED, party, events, act=None, place=None, objects=frozenset((hit,)))


def _stated(spoken: Iterable[Testimony]) -> Iterable[Pattern]:
    """What a party says in its own voice that it does, will do, or never does."""
    own: dict[tuple[PartyId, Act, Stance], list[Claim]] = defaultdict(list)
    for each in spoken:
        party, claim = speaker_of(each), each.claim
        general = claim.modality in POLICY or claim.reach is Reach.GENERAL
        if party is not None and general and any(actor.party == party for actor in claim.actors):
            own[(party, claim.act, claim.stance)].append(claim)
    for (party, act, stance), said in own.items():
        yield Pattern(
            id=_id(Recurs.STATED, party, act.value, stance.value),
            kind=Recurs.STATED,
            party=party,
            act=act,
            when=Period(),
            stance=stance,
            claims=tuple(each.id for each in said),
        )


def _pattern(
    kind: Recurs, party: str, events: Events, *, act: Act | None, place: PlaceId | None, objects: frozenset[str]
) -> Pattern:
    starts = [each.when.start for each in events if each.when.start is not None]
    ends = [each.when.end for each in events if each.when.end is not None]
    tolls = [each.tolls[Harm.KILLED] for each in events if Harm.KILLED in each.tolls]
    counted = [each for each in tolls if not each.unknown]
    highs = [each.high for each in counted]
    known = [each for each in highs if each is not None]
    first = min(starts, default=None)
    return Pattern(
        id=_id(kind, party, act.value if act else "", place or "", first if place else "", *sorted(objects)),
        kind=kind,
        party=party,
        act=act,
        place=place,
        when=Period(start=first, end=max(ends, default=None), precision=Precision.RANGE),
        objects=tuple(sorted(objects)),
        events=tuple(each.id for each in events),
        independent=sum(_independently(each, party) for each in events),
        killed_low=sum(each.low or 0 for each in counted) if counted else None,
        killed_high=sum(known) if len(known) == len(highs) and known else None,
        unknown=sum(each.unknown for each in tolls),
    )


def _id(kind: Recurs, *parts: str | None) -> str:
    return "pat_" + sha256("|".join((kind.value, *(each or "" for each in parts))).encode()).hexdigest()[:20]


def _independently(finding: Finding, party: str) -> bool:
    """Somebody who is not interested accuses it, or it admits it."""
    rows = [row for row in finding.attribution if str(row.party) == party]
    return any(row.independent_accusers or row.accepted_by for row in rows)


def _ground(place: PlaceId | None, places: Mapping[PlaceId, Place]) -> PlaceId | None:
    """The town or district: a street counts to its town; a province is too wide to be one place."""
    known = places.get(place) if place is not None else None
    if known is None:
        return None
    around = (known.id, *known.within)
    return next((each for each in around if each in places and places[each].kind in GROUND), None)


def _spells(events: Events) -> list[list[Finding]]:
    """In time, split where more than a season lies between."""
    spells: list[list[Finding]] = []
    for each in sorted(events, key=lambda each: (each.when.start or "", each.id)):
        if not spells or _begun(each) - _begun(spells[-1][-1]) > SPELL:
            spells.append([])
        spells[-1].append(each)
    return spells


def _begun(finding: Finding) -> int:
    return first_day(finding.when.start or "0001-01-01")


def _objects(finding: Finding, claims: Mapping[ClaimId, Claim]) -> frozenset[str]:
    """Protected objects and people that its claims name as where or whom it struck."""
    hit: set[str] = set()
    for each in (claims[id_] for id_ in finding.claims if id_ in claims):
        if each.stance is not Stance.DENIES:
            words = set(fold(each.where.text or "").split())
            hit.update(name for name, known in protected().items() if words & known)
            hit.update(group for group in (each.victims.groups if each.victims else ()) if group in protected())
    return frozenset(hit)


@cache
def protected() -> Mapping[str, frozenset[str]]:
    """Protected objects by name, with the words that say so; those without words are groups of people."""
    with (files("sijill.assess") / "protected.csv").open(encoding="utf-8") as rows:
        return {
            row["object"]: frozenset(fold(each) for each in row["words"].split("|") if each)
            for row in csv.DictReader(rows)
        }
