"""General words ("we never target civilians") beside the events they would answer. Shown there, never counted."""

from collections import defaultdict
from collections.abc import Sequence

from sijill.link.portrait import Portrait
from sijill.link.sketch import Sketch
from sijill.model.claim import ClaimId
from sijill.model.document import DocumentId
from sijill.model.event import EventId

Drawn = tuple[EventId, Portrait, frozenset[DocumentId]]


def stand_beside(general: Sequence[Sketch], events: Sequence[Drawn]) -> dict[ClaimId, tuple[EventId, ...]]:
    """For each general claim the events of the party it concerns: those its own document reports, and, where it names
    a place and a time of its own, those of that place and time in any document."""
    in_document: dict[DocumentId, list[Drawn]] = defaultdict(list)
    at_place: dict[tuple[str, str], list[Drawn]] = defaultdict(list)
    for event in events:
        for document in event[2]:
            in_document[document].append(event)
        for place in event[1].ring:
            for party in event[1].parties:
                at_place[(place, party)].append(event)
    return {claim.id: _answered(claim, in_document, at_place) for claim in general}


def _answered(
    claim: Sketch,
    in_document: dict[DocumentId, list[Drawn]],
    at_place: dict[tuple[str, str], list[Drawn]],
) -> tuple[EventId, ...]:
    parties = concerned(claim)
    near = [event for event in in_document[claim.document] if parties & event[1].parties]
    if claim.place is not None and claim.level >= 3 and claim.days is not None:
        near += [event for party in sorted(parties) for event in at_place[(claim.place, party)]]
    found = {id_: None for id_, drawn, _ in near if _compatible(claim, drawn)}
    return tuple(sorted(found))


def concerned(claim: Sketch) -> frozenset[str]:
    """The party whose conduct the words are about: the one named, else the speaker's own."""
    own = frozenset(speaker.party for speaker in claim.claim.speakers if speaker.party)
    return claim.parties or own


def _compatible(claim: Sketch, event: Portrait) -> bool:
    here = claim.place is None or claim.place in event.ring or bool(claim.ring & set(event.places))
    return here and claim.start <= event.end and event.start <= claim.end
