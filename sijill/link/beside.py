"""General words ("we never target civilians") beside the events they would answer. Shown there, never counted."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sijill.language.places.calling import stands_in
from sijill.link.pairs.families import FAMILY
from sijill.link.pairs.sketch import Sketch
from sijill.link.portrait import Portrait
from sijill.model.claim import ClaimId
from sijill.model.document import DocumentId
from sijill.model.event import EventId

LATELY_DAYS = 92

Drawn = tuple[EventId, Portrait, frozenset[DocumentId]]


def stand_beside(general: Sequence[Sketch], events: Iterable[Drawn]) -> dict[ClaimId, tuple[EventId, ...]]:
    """For each general claim the events of the party it concerns: those its own document reports, and, where it names
    a place and a time or kind of act of its own, those of that place and time in any document.

    events   looked at once, as they come; those that no general claim could mean are not kept
    """
    in_document: dict[DocumentId, list[Drawn]] = defaultdict(list)
    at_place: dict[tuple[str, str], list[Drawn]] = defaultdict(list)
    documents = {claim.document for claim in general}
    grounds = {place for claim in general if (place := _own_place(claim)) is not None}
    for event in events:
        for document in documents.intersection(event[2]):
            in_document[document].append(event)
        for place in grounds.intersection(event[1].ring):
            for party in event[1].parties:
                at_place[(place, party)].append(event)
    return {claim.id: _answered(claim, in_document, at_place) for claim in general}


def _answered(
    claim: Sketch,
    in_document: dict[DocumentId, list[Drawn]],
    at_place: dict[tuple[str, str], list[Drawn]],
) -> tuple[EventId, ...]:
    parties = concerned(claim)
    here = _own_place(claim)
    near = [event for event in in_document[claim.document] if parties & event[1].parties]
    if here is not None and claim.level >= 3:
        near += [
            event for party in sorted(parties) for event in at_place[(here, party)] if _of_its_time(claim, event[1])
        ]
    found = {id_: None for id_, drawn, _ in near if _compatible(claim, drawn, here)}
    return tuple(sorted(found))


def _own_place(claim: Sketch) -> str | None:
    """The place that the words themselves name. One carried over from the sentences before is none of theirs."""
    return claim.place if stands_in(claim.claim.where.text or None, claim.claim.quote) else None


def _of_its_time(claim: Sketch, event: Portrait) -> bool:
    """A time of its own; or the same kind of act, not long before the words were reported."""
    if claim.days is not None:
        return True
    lately = claim.told is not None and claim.told - LATELY_DAYS <= event.start <= claim.told
    return lately and FAMILY[claim.act] == FAMILY[event.act]


def concerned(claim: Sketch) -> frozenset[str]:
    """The party whose conduct the words are about: the one named, else the speaker's own."""
    own = frozenset(speaker.party for speaker in claim.claim.speakers if speaker.party)
    return claim.parties or own


def _compatible(claim: Sketch, event: Portrait, here: str | None) -> bool:
    at_place = here is None or here in event.ring or bool(claim.ring & set(event.places))
    return at_place and claim.start <= event.end and event.start <= claim.end
