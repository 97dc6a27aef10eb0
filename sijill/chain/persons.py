"""Persons of a case: each record of a named victim a person of its own, until linking says which are one human being.

What a record says of day and place is as it was said; a person has them as the claim has them once it is resolved.
"""

from collections.abc import Iterable, Mapping, Sequence

from sijill.chain.derived import EVENTS, PERSONS, Derived
from sijill.chain.reading import Block
from sijill.chain.resolving import Resolved
from sijill.chain.versions import digest, version_of
from sijill.model.claim import Claim, ClaimId
from sijill.model.event import Event, EventId
from sijill.model.person import Fate, FateAt, Person, PersonId, VictimRecord
from sijill.model.place import Where
from sijill.model.when import Period


def keep_persons(blocks: Sequence[Block], resolved: Resolved, events: Iterable[Event], derived: Derived) -> None:
    """Put a person for each record under the key of the claims and events that they belong to."""
    key = digest(resolved.key, derived.tables.key(EVENTS) or "", version_of("chain", "model"))
    if derived.fresh(key, PERSONS):
        return
    within: dict[ClaimId, list[EventId]] = {}
    for event in events:
        for claim in event.claims:
            within.setdefault(claim, []).append(event.id)
    records = (record for block in blocks for row in block.rows for record in row.victims)
    derived.save(Person, PERSONS, key, (person_of(each, resolved.claims, within) for each in records))


def person_of(
    record: VictimRecord, claims: Mapping[ClaimId, Claim], within: Mapping[ClaimId, Sequence[EventId]]
) -> Person:
    """One record as one person. claims: resolved; within: the events of a claim."""
    claim = claims.get(record.claim) if record.claim is not None else None
    dead = record.fate is Fate.DEAD
    return Person(
        id=PersonId("psn_" + str(record.id).removeprefix("rec_")),
        names=record.names,
        sex=record.sex,
        age=record.age,
        died=claim.when if claim is not None and dead else Period(),
        place=claim.where if claim is not None else Where(),
        status=record.status,
        records=(record.row,),
        events=tuple(within.get(claim.id, ())) if claim is not None else (),
        fates=(FateAt(fate=record.fate, as_of=claim.as_of if claim is not None else None, claim=record.claim),),
    )
