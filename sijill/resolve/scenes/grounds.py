"""The place of a headline or lead that says only what sort of place it was, or which country, and leaves the name to a
sentence soon after.
"""

from collections.abc import Iterable, Iterator, Mapping

from sijill.model.claim import Claim, ClaimId, Reading
from sijill.model.place import Place, PlaceId, Where
from sijill.resolve.knowledge import Gazetteer
from sijill.resolve.place_words import read_place_words
from sijill.resolve.places import place_at, place_ids


def on_their_ground(
    claims: Iterable[Claim],
    wheres: Mapping[ClaimId, Where],
    readings: Mapping[ClaimId, Reading],
    gazetteer: Gazetteer,
    settled: Mapping[str, PlaceId],
) -> dict[ClaimId, Where]:
    """For claims of no known place, or of a country: the one that the reading names as their ground, if that is exactly
    one and lies in theirs. What was said of it ("a hospital") stays as it was said.
    """
    placed = {}
    for claim, words in _grounds(claims, readings):
        ids = place_ids(words, gazetteer, settled)
        where = wheres.get(claim.id, claim.where)
        if len(ids) == 1 and _may_be(where, ground := gazetteer.by_id[ids[0]], gazetteer):
            described = where.text if where.place is None else None
            placed[claim.id] = place_at(described or words, ground, widen=False)
    return placed


def _grounds(claims: Iterable[Claim], readings: Mapping[ClaimId, Reading]) -> Iterator[tuple[Claim, str]]:
    for claim in claims:
        for part in readings[claim.id].parts if claim.id in readings else ():
            if part.field == "ground" and part.value is not None:
                yield claim, part.value


def _may_be(where: Where, ground: Place, gazetteer: Gazetteer) -> bool:
    if where.place is None:
        return where.lat is None and (where.text is None or not read_place_words(where.text).names)
    return gazetteer.by_id[where.place].kind == "country" and where.place in ground.within
