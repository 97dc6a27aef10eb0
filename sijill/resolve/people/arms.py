"""The state behind "Ruritanian air strikes", "Ruritanian shelling" and aircraft of nobody."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from sijill.model.claim import Act, Claim, Stance
from sijill.model.party import PartyId
from sijill.resolve.knowledge import PartyNames, party_key
from sijill.resolve.words import AIRCRAFT

FLY = frozenset({"state", "coalition"})
"""Kinds of parties that have an air force."""


def of_its_arms(
    claim: Claim,
    listed: Sequence[Claim],
    chosen: Mapping[str, tuple[PartyId, ...]],
    parties: PartyNames,
    sure: AbstractSet[PartyId],
) -> dict[str, tuple[PartyId, ...]]:
    """ "Ruritanian air strikes": only states have air forces, so the adjective of one is enough, unless the document
    lays air strikes to another state and none to this one: then it may say where they fell. Aircraft of nobody are
    those of the one state or coalition whose air strikes it tells of. "Ruritanian shelling" is that of the state where
    the document names it otherwise, for rebels of a country have guns too.

    chosen   the parties of each name          sure   those that the document names without doubt
    """
    if claim.act is Act.SHELLING:
        known = {each.name: parties.adjectives.get(party_key(each.name), ()) for each in claim.actors}
        return {
            name: ids
            for name, ids in known.items()
            if not chosen[name] and len(ids) == 1 and ids[0] in sure and _is_a_state(ids[0], parties)
        }
    if claim.act is not Act.AIRSTRIKE:
        return {}
    bare = {
        actor.name: parties.adjectives.get(party_key(actor.name), ())
        for actor in claim.actors
        if not chosen[actor.name]
    }
    flying = {
        each
        for other in listed
        if other.act is Act.AIRSTRIKE and other.stance is not Stance.DENIES
        for actor in other.actors
        for each in chosen[actor.name]
        if _flies(each, parties)
    }
    theirs = tuple(flying) if len(flying) == 1 else ()
    said = {name: theirs if AIRCRAFT.issuperset(party_key(name).split()) else ids for name, ids in bare.items()}
    return {
        name: ids
        for name, ids in said.items()
        if len(ids) == 1 and _flies(ids[0], parties) and (flying <= {*ids} or ids[0] in flying)
    }


def _flies(party: PartyId, parties: PartyNames) -> bool:
    return party in parties.by_id and parties.by_id[party].kind in FLY


def _is_a_state(party: PartyId, parties: PartyNames) -> bool:
    return party in parties.by_id and parties.by_id[party].kind == "state"
