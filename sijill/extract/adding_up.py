"""Counts of single places that add up to the number of the lead: what the lead says of the whole is said of them.

"Army air strikes killed 32 people across the country. In Kessa 15 were killed. Elsewhere six died in Tarn, and 11 in
Varo." Only numbers that make up the whole exactly, in the order in which they are told, are taken for its parts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sijill.model.claim import SAYS_NOT_HOW, Claim, ClaimId, Harm, Modality, Part, Reading, Stance, identified
from sijill.model.toll import Extent

LEAD = 600
"""Code points from the beginning within which the whole is told."""
FEWEST = 10
"""Of the whole: smaller numbers add up by chance."""
RULE = "adds up"

Read = tuple[Claim, Reading]


def parts_told(claims: Sequence[Claim], readings: Sequence[Reading]) -> tuple[list[Read], dict[ClaimId, ClaimId]]:
    """Claims with their readings, the parts with the act and the actors of their whole; and ids that became others."""
    whole = next((claim for claim in claims if _is_a_whole(claim) and claim.actors), None)
    whole = whole or next((claim for claim in claims if _is_a_whole(claim)), None)
    parts = _parts(whole, claims) if whole is not None else frozenset()
    if whole is None or not parts:
        return list(zip(claims, readings, strict=True)), {}
    said = next(reading for reading in readings if reading.claim == whole.id)
    renamed: dict[ClaimId, ClaimId] = {}
    told: list[Read] = []
    for claim, reading in zip(claims, readings, strict=True):
        made, how = claim, reading
        if claim.id in parts or _within(claim) in parts:
            made, how = _as_the_whole(claim, reading, whole, said)
        if made.toll is not None and _within(made) in renamed:
            made = replace(made, toll=replace(made.toll, subset_of=renamed[ClaimId(made.toll.subset_of or "")]))
        if how.follows in renamed:
            how = replace(how, follows=renamed[how.follows])
        if made.id != claim.id:
            renamed[claim.id] = made.id
        told.append((made, how))
    return told, renamed


def _is_a_whole(claim: Claim) -> bool:
    return _counts(claim) >= FEWEST and claim.span[0] < LEAD and claim.act not in SAYS_NOT_HOW


def _counts(claim: Claim) -> int:
    """How many a claim says were killed in an event, as a whole; 0 where it says no such number."""
    toll = claim.toll
    told = claim.stance is Stance.ASSERTS and claim.modality is Modality.ACTUAL and claim.harm is Harm.KILLED
    if toll is None or not told or toll.extent is not Extent.WHOLE or toll.cumulative:
        return 0
    return toll.number or 0


def _parts(whole: Claim, claims: Sequence[Claim]) -> frozenset[ClaimId]:
    """The first counts after the whole that make it up, if they do."""
    left, found = _counts(whole), []
    for claim in claims:
        number = _counts(claim)
        if claim.span[0] < whole.span[1] or not 0 < number < _counts(whole) or not _may_be_of(claim, whole):
            continue
        left -= number
        found.append(claim.id)
        if left <= 0:
            break
    return frozenset(found) if left == 0 else frozenset()


def _may_be_of(claim: Claim, whole: Claim) -> bool:
    """Nothing else is said of how it was done, or by whom."""
    return claim.act in {*SAYS_NOT_HOW, whole.act} and (not claim.actors or claim.actors == whole.actors)


def _within(claim: Claim) -> ClaimId:
    return ClaimId(claim.toll.subset_of or "") if claim.toll is not None else ClaimId("")


def _as_the_whole(claim: Claim, reading: Reading, whole: Claim, said: Reading) -> Read:
    if not _may_be_of(claim, whole):
        return claim, reading
    made = identified(replace(claim, act=whole.act, actors=whole.actors))
    if made.id == claim.id:
        return claim, reading
    taken = [
        part for part in said.parts if part.field == "actor" or (part.field == "act" and claim.act in SAYS_NOT_HOW)
    ]
    kept = [part for part in reading.parts if part.field != "act" or claim.act not in SAYS_NOT_HOW]
    parts = (*(_carried(part) for part in taken if part.field == "act"), *kept)
    parts += tuple(_carried(part) for part in taken if part.field == "actor" and not claim.actors)
    return made, Reading(
        claim=made.id,
        rules=tuple(dict.fromkeys(part.rule for part in parts)),
        parts=parts,
        follows=reading.follows,
    )


def _carried(part: Part) -> Part:
    return replace(part, rule=RULE, carried=True)


def renamed_in(claim: ClaimId | None, renamed: Mapping[ClaimId, ClaimId]) -> ClaimId | None:
    """The id under which a claim is now."""
    return None if claim is None else renamed.get(claim, claim)
