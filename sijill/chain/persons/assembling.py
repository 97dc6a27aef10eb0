"""Persons of a case: the records of its lists and of its texts, linked, under the key of all that they were made
from.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sijill.chain.derived import (
    EVENTS,
    LIKENESSES,
    LIST_REPEATS,
    LISTED,
    PERSON_COUNTS,
    PERSON_DOUBTS,
    PERSONS,
    Derived,
)
from sijill.chain.persons.counting import counted
from sijill.chain.persons.growing import Begin, at_rest, linked_rows
from sijill.chain.persons.lists import editions, records
from sijill.chain.persons.weights import model_of
from sijill.chain.reading import Block
from sijill.chain.resolving import Resolved
from sijill.chain.versions import digest, version_of
from sijill.link.persons.flat import flat, known_places
from sijill.link.persons.grouping import Judged
from sijill.link.persons.learning.company import BESIDE, beside, list_numbers
from sijill.link.persons.learning.model import Guarded
from sijill.link.persons.linking import LinkedRows
from sijill.link.persons.persons import person_of
from sijill.link.persons.verdicts import Verdicts, of_persons, verdicts
from sijill.link.persons.victims import VICTIMS
from sijill.link.persons.weighing import chosen_levels
from sijill.model.arrow import to_table
from sijill.model.claim import ClaimId
from sijill.model.decision import Decision, Doubt
from sijill.model.event import Event, EventId
from sijill.model.exchange import to_json
from sijill.model.party import Party
from sijill.model.person import Edition, Likeness, ListRepeats, Person, PersonCount, RecordId, VictimRecord, VictimRow
from sijill.model.place import Place
from sijill.store.engines.duck import DuckEngine
from sijill.store.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Persons:
    """How many persons there are, how many new records were linked for them (none if they rest), and what is asked."""

    persons: int
    compared: int
    doubts: tuple[Doubt, ...]


def keep_persons(
    blocks: Sequence[Block],
    resolved: Resolved,
    events: Iterable[Event],
    *,
    places: Sequence[Place],
    parties: Sequence[Party],
    decisions: Sequence[Decision],
    vault: Vault,
    derived: Derived,
    begin: Begin = DuckEngine,
) -> Persons:
    """Link every record and put persons and pairs at rest. begin: an engine, which need not be that of the run
    before.
    """
    taken = editions(decisions)
    judged = [each for each in decisions if of_persons(each) or each.kind == "weights"]
    mine = version_of("capture/lists", "chain", "link", "model", "language")
    key = digest(
        resolved.key, derived.tables.key(EVENTS) or "", mine, to_json(taken), to_json(judged), to_json(tuple(parties))
    )
    if derived.fresh(key, PERSONS, LIKENESSES, LISTED, PERSON_DOUBTS, PERSON_COUNTS, LIST_REPEATS) and at_rest(derived):
        resting = derived.load(Person, PERSONS)
        doubts = derived.load(Doubt, PERSON_DOUBTS)
        if resting is not None and doubts is not None:
            return Persons(persons=len(resting), compared=0, doubts=tuple(doubts))
    everybody = _everybody(taken, blocks, resolved, vault)
    listed = [each for each in everybody if each.span is None]
    said = verdicts(judged, [each.id for each in everybody])
    judgements = judged_rows(said, everybody)
    linked, compared = _linked(
        everybody, resolved, places, judgements, model=model_of(decisions), derived=derived, begin=begin
    )
    within = _within(events)
    persons = list(_persons(everybody, linked, resolved, within, said))
    derived.save(VictimRecord, LISTED, key, listed)
    derived.save(Person, PERSONS, key, persons)
    derived.save(Likeness, LIKENESSES, key, _likenesses(everybody, linked, said))
    tally = counted(everybody, linked, judgements, resolved.claims, parties)
    derived.save(PersonCount, PERSON_COUNTS, key, tally.counts)
    derived.save(ListRepeats, LIST_REPEATS, key, tally.repeats)
    derived.save(Doubt, PERSON_DOUBTS, key, said.doubts)
    return Persons(persons=len(persons), compared=compared, doubts=said.doubts)


def _everybody(
    taken: Sequence[Edition], blocks: Sequence[Block], resolved: Resolved, vault: Vault
) -> list[VictimRecord]:
    """Records of lists and of texts in ledger order, so that a person's id does not change with what is added later."""
    names = dict.fromkeys(each.list for each in taken)
    listed = [pair for name in names for pair in records([each for each in taken if each.list == name], vault)]
    told = [(record.row.document, record) for block in blocks for row in block.rows for record in row.victims]
    order = {each.id: at for at, each in enumerate(resolved.documents)}
    return [record for _, record in sorted([*listed, *told], key=lambda pair: order.get(pair[0], len(order)))]


def _linked(
    everybody: Sequence[VictimRecord],
    resolved: Resolved,
    places: Sequence[Place],
    judged: Judged,
    *,
    model: Guarded,
    derived: Derived,
    begin: Begin,
) -> tuple[LinkedRows, int]:
    known = known_places(places) if everybody else known_places(())
    rows = to_table(VictimRow, (flat(each, resolved.claims, known) for each in everybody))
    unnamed = [at for at, each in enumerate(everybody) if each.unnamed]
    return linked_rows(rows, unnamed, judged, model=model, derived=derived, begin=begin)


def judged_rows(said: Verdicts, everybody: Sequence[VictimRecord]) -> Judged:
    """The judgements as pairs of places in the list of all records."""
    return said.judged({each.id: at for at, each in enumerate(everybody)})


def _within(events: Iterable[Event]) -> Mapping[ClaimId, Sequence[EventId]]:
    within: dict[ClaimId, list[EventId]] = {}
    for event in events:
        for claim in event.claims:
            within.setdefault(claim, []).append(event.id)
    return within


def _persons(
    everybody: Sequence[VictimRecord],
    linked: LinkedRows,
    resolved: Resolved,
    within: Mapping[ClaimId, Sequence[EventId]],
    said: Verdicts,
) -> Iterator[Person]:
    """In the order of their earliest records."""
    members: dict[int, list[VictimRecord]] = {}
    for at, record in enumerate(everybody):
        members.setdefault(int(linked.group[at]), []).append(record)
    by: dict[RecordId, list[str]] = {}
    for (left, right), decision in said.by.items():
        by.setdefault(left, []).append(decision)
        by.setdefault(right, []).append(decision)
    for group in sorted(members):
        mine = [decision for record in members[group] for decision in by.get(record.id, ())]
        yield person_of(members[group], resolved.claims, within, dict.fromkeys(mine))  # type: ignore[arg-type]


def _likenesses(everybody: Sequence[VictimRecord], linked: LinkedRows, said: Verdicts) -> Iterator[Likeness]:
    """Every pair that was kept, and every pair that was judged."""
    pairs, seen = linked.pairs, set()
    at = {each.id: n for n, each in enumerate(everybody)}
    levels = {int(each): dict(chosen_levels(int(each), VICTIMS)) for each in np.unique(pairs.pattern)}
    others = beside(replace(pairs, weight=linked.alone), list_numbers(linked.normal))
    columns = (pairs.left, pairs.right, pairs.pattern, pairs.weight, linked.alone, others)
    for left, right, pattern, odds, alone, company in zip(*(each.tolist() for each in columns), strict=True):
        a, b = everybody[left].id, everybody[right].id
        seen.add((min(a, b), max(a, b)))
        found = _likeness(a, b, odds, levels[pattern], linked=linked, at=at, said=said)
        yield replace(found, alone=round(alone, 4), company=dict(zip(BESIDE, company, strict=True)))
    for a, b in said.standing:
        if (a, b) not in seen:
            yield _likeness(a, b, 0.0, {}, linked=linked, at=at, said=said)


def _likeness(
    a: RecordId,
    b: RecordId,
    odds: float,
    levels: Mapping[str, int],
    *,
    linked: LinkedRows,
    at: Mapping[RecordId, int],
    said: Verdicts,
) -> Likeness:
    chance = 1 / (1 + np.exp(-odds))
    judged = said.standing.get((min(a, b), max(a, b)))
    return Likeness(
        left=a,
        right=b,
        odds=round(float(odds), 4),
        together=bool(linked.group[at[a]] == linked.group[at[b]]),
        worth=0.0 if judged is not None else round(float(4 * chance * (1 - chance)), 4),
        levels=levels,
        judged=judged,
    )
