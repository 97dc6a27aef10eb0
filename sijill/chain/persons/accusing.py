"""Whom the records of a person accuse: a list in a column of its own, a text by its claims. Said, and no finding.

Counts and estimates read it here, both alike.
"""

from collections.abc import Iterable, Mapping, Sequence

from sijill.language.folding import fold
from sijill.model.claim import Claim, ClaimId, Stance
from sijill.model.party import Party
from sijill.model.person import Person, RowRef, VictimRecord

Bearers = Mapping[str, set[str]]
SAYS_SO = (Stance.ASSERTS, Stance.ACCEPTS_RESPONSIBILITY)


def bearers(parties: Iterable[Party]) -> Bearers:
    """Who bears each name, folded."""
    found: dict[str, set[str]] = {}
    for party in parties:
        for name in (party.name, *party.aliases):
            found.setdefault(fold(name), set()).add(str(party.id))
    return found


def accused(record: VictimRecord, claims: Mapping[ClaimId, Claim], known: Bearers) -> frozenset[str]:
    """Parties by their ids; words of a list that no party bears, or that two bear, as the row has them.

    claims   resolved; one that asserts or owns to it accuses
    """
    by_row = set()
    if record.accused is not None:
        of = known.get(fold(record.accused), set())
        by_row = of if len(of) == 1 else {record.accused}
    return frozenset(by_row) | _claimed((record.claim,), claims)


def accusations(
    persons: Iterable[Person], listed: Sequence[VictimRecord], claims: Mapping[ClaimId, Claim], parties: Iterable[Party]
) -> dict[RowRef, frozenset[str]]:
    """For each row of a list whom it accuses, with what texts say of the same person as it is linked now."""
    known = bearers(parties)
    told = {
        row: said
        for person in persons
        if (said := _claimed((each.claim for each in person.fates), claims))
        for row in person.records
    }
    return {each.row: accused(each, claims, known) | told.get(each.row, frozenset()) for each in listed}


def _claimed(which: Iterable[ClaimId | None], claims: Mapping[ClaimId, Claim]) -> frozenset[str]:
    found = (claims.get(each) for each in which if each is not None)
    told = (
        each for each in found if each is not None and each.stance in (Stance.ASSERTS, Stance.ACCEPTS_RESPONSIBILITY)
    )
    return frozenset(str(actor.party) for each in told for actor in each.actors if actor.party is not None)
