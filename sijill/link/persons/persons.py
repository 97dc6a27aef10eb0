"""Groups of records as persons: an id that lasts, what most records say, and which of them says it."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from sijill.model.claim import Claim, ClaimId, Status
from sijill.model.decision import DecisionId
from sijill.model.event import EventId
from sijill.model.person import Fate, FateAt, Person, PersonId, RecordId, VictimRecord
from sijill.model.place import Where
from sijill.model.when import Period

T = TypeVar("T", bound=Hashable)


def person_id(earliest: RecordId) -> PersonId:
    """The id of the person whose earliest record in the ledger this is: on a merge the older id stands."""
    return PersonId("psn_" + str(earliest).removeprefix("rec_"))


def person_of(
    records: Sequence[VictimRecord],
    claims: Mapping[ClaimId, Claim],
    within: Mapping[ClaimId, Sequence[EventId]],
    judgements: Iterable[DecisionId] = (),
) -> Person:
    """One person of some records in ledger order; the first founds the id. claims: resolved; within: events of a
    claim.
    """
    told = [(record, claims.get(record.claim) if record.claim is not None else None) for record in records]
    days = [claim.when if claim is not None else record.died for record, claim in told if record.fate is Fate.DEAD]
    wheres = [claim.where if claim is not None else record.place for record, claim in told]
    ages = [record.age for record in records if record.age is not None]
    return Person(
        id=person_id(records[0].id),
        names=tuple(dict.fromkeys(name for record in records for name in record.names)),
        sex=most(record.sex for record in records if record.sex is not None),
        age=(min(low for low, _ in ages), max(high for _, high in ages)) if ages else None,
        died=_finest(days),
        place=next((where for where in wheres if where.place is not None), None) or _said(wheres, records),
        status=most(record.status for record in records if record.status is not Status.UNKNOWN) or Status.UNKNOWN,
        records=tuple(record.row for record in records),
        events=tuple(
            dict.fromkeys(event for record, _ in told if record.claim for event in within.get(record.claim, ()))
        ),
        judgements=tuple(judgements),
        fates=tuple(
            dict.fromkeys(
                FateAt(fate=record.fate, as_of=claim.as_of if claim is not None else None, claim=record.claim)
                for record, claim in told
            )
        ),
        unnamed=all(record.unnamed for record in records),
        vanished=all(record.vanished is not None for record in records),
    )


def most(values: Iterable[T]) -> T | None:
    """The value that is said most often; of several the one said first; None where nothing is said."""
    counted = Counter(values)
    return counted.most_common(1)[0][0] if counted else None


def _finest(days: Sequence[Period]) -> Period:
    """The shortest period that most records name: "3 March" rather than "March", as often as it is said."""
    said = [each for each in days if each.start is not None]
    if not said:
        return next((each for each in days if each.text), Period())
    exact = [each for each in said if each.start == each.end] or said
    edges = most((each.start, each.end) for each in exact)
    return next(each for each in exact if (each.start, each.end) == edges)


def _said(wheres: Sequence[Where], records: Sequence[VictimRecord]) -> Where:
    text = most(each.text for each in wheres if each.text is not None)
    region = most(each.region for each in records if each.region is not None)
    joined = ", ".join(dict.fromkeys(each for each in (text, region) if each))
    return next((each for each in wheres if each.text == joined), Where(text=joined or None))
