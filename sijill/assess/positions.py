"""What each party says itself: its own words on an event, day by day, and the numbers that it concedes."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sijill.assess.figure import bounds
from sijill.assess.testimony import Testimony
from sijill.model.claim import Claim, Harm, Modality, Stance, Status
from sijill.model.finding import Attribution, Position, Stated
from sijill.model.party import Party, PartyId


def positions(
    testimonies: Sequence[Testimony], table: Sequence[Attribution], parties: Mapping[PartyId, Party]
) -> tuple[Position, ...]:
    """One for each party that speaks of the event itself, in the order of their ids; the same rule for all.

    testimonies   the event's own claims, then those that stand beside it      table   who is accused of it
    """
    accused = {row.party for row in table if row.independent_accusers or row.accepted_by}
    said: dict[PartyId, list[Testimony]] = defaultdict(list)
    for each in testimonies:
        party = speaker_of(each)
        if party is not None and each.claim.modality is not Modality.HYPOTHETICAL:
            said[party].append(each)
    return tuple(_position(party, said[party], accused, parties) for party in sorted(said))


def _position(
    party: PartyId, said: Sequence[Testimony], accused: Collection[str], parties: Mapping[PartyId, Party]
) -> Position:
    own = {party, *(parties[party].allies if party in parties else ())}
    lays_elsewhere = any(_others(each.claim, own) for each in said)
    charged = not own.isdisjoint(accused) and not lays_elsewhere
    stated = [_stated(each, own, charged=charged) for each in said]
    return Position(party=party, stated=tuple(sorted(stated, key=lambda each: each.day or "9999")))


def speaker_of(each: Testimony) -> PartyId | None:
    """The party whose word it is: that of the innermost voice, or of the outlet where nobody else speaks."""
    speakers = each.claim.speakers
    if speakers:
        return speakers[-1].party
    return min(each.speaks_for, default=None)


def _stated(each: Testimony, own: Collection[str], *, charged: bool) -> Stated:
    claim = each.claim
    low, high = bounds(claim.toll) if claim.toll is not None and not claim.toll.cumulative else (None, None)
    return Stated(
        claim=claim.id,
        day=each.moment,
        stance=claim.stance,
        about=claim.about,
        reach=claim.reach,
        harm=claim.harm,
        low=low,
        high=high,
        concedes=(low is not None or high is not None) and _concedes(claim, own, charged=charged),
    )


def _concedes(claim: Claim, own: Collection[str], *, charged: bool) -> bool:
    """A number of people harmed that the party gives for what it or its ally did, by its own words, or is accused of by
    independent voices without laying it to anybody else. It concedes the number, and no more than that; a number of
    fighters killed, whatever they are called, is a boast and none.

    charged   it is so accused, and lays the event to nobody
    """
    victims = claim.victims
    fighters = victims is not None and (victims.status is Status.COMBATANT or victims.label is not None)
    if claim.harm is Harm.NONE or fighters or claim.stance is Stance.DOUBTS:
        return False
    by_itself = any(actor.party in own for actor in claim.actors) and not _others(claim, own)
    return by_itself or claim.stance is Stance.ACCEPTS_RESPONSIBILITY or (charged and not claim.actors)


def _others(claim: Claim, own: Collection[str]) -> bool:
    return any(actor.party not in own for actor in claim.actors)
