""" "The gunmen", of a report that told of gunmen from two groups before: both of them, where neither is meant alone."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sijill.language.folding import fold
from sijill.language.vocabulary import is_armed_group
from sijill.model.claim import Claim, ClaimId
from sijill.model.party import Actor, PartyId
from sijill.resolve.knowledge import PartyNames, party_key
from sijill.resolve.words import THE_GROUP

FROM = " from "
AND = " and "
SEVERAL = 2
THE = ("The ", "the ")


def of_both_groups(
    claims: Iterable[Claim], actors: Mapping[ClaimId, tuple[Actor, ...]], parties: PartyNames
) -> dict[ClaimId, tuple[Actor, ...]]:
    """ "50 jihadists from the Column and the Guard were killed", "the jihadists clashed with": the actors of claims
    with each of the two, where the document tells of no other two so."""
    listed = list(claims)
    told: dict[str, set[tuple[PartyId, ...]]] = {}
    for claim in listed:
        head, groups = _told_from(claim, parties)
        if groups:
            told.setdefault(head, set()).add(groups)
    if not told:
        return {}
    found = {}
    for claim in listed:
        each = [member for actor in actors[claim.id] for member in _members(actor, told)]
        if len(each) > len(actors[claim.id]):
            found[claim.id] = tuple(each)
    return found


def _told_from(claim: Claim, parties: PartyNames) -> tuple[str, tuple[PartyId, ...]]:
    """The word for those who were harmed, and the armed groups that they were from."""
    said, _, names = (claim.victims.text if claim.victims is not None else "").partition(FROM)
    head = fold(said).rpartition(" ")[2]
    read = [parties.by_name.get(party_key(name), ()) for name in names.split(AND)]
    groups = tuple(sorted({ids[0] for ids in read if len(ids) == 1 and is_armed_group(parties.by_id[ids[0]])}))
    return head, groups if head in THE_GROUP and len(groups) == len(read) >= SEVERAL else ()


def _members(actor: Actor, told: Mapping[str, set[tuple[PartyId, ...]]]) -> list[Actor]:
    head = fold(actor.name[len(THE[0]) :]) if actor.party is None and actor.name.startswith(THE) else ""
    groups = told.get(head, set())
    return [replace(actor, party=each) for each in next(iter(groups))] if len(groups) == 1 else [actor]
