"""Forces without a name in another country: in a report from there "the army" is not that of the case."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sijill.language.fighting import OF_KIND
from sijill.language.folding import fold
from sijill.model.claim import Claim, ClaimId
from sijill.model.party import Actor
from sijill.model.place import Place, Where
from sijill.resolve.knowledge import Gazetteer

BEFORE = 300
"""Characters before a claim in which its country is named."""
NO_NAME = OF_KIND["state"] | {"the"}


def theirs_abroad(
    claims: Iterable[Claim],
    actors: Mapping[ClaimId, tuple[Actor, ...]],
    wheres: Mapping[ClaimId, Where],
    text: str,
    gazetteer: Gazetteer,
) -> dict[ClaimId, tuple[Actor, ...]]:
    """ "In Ostara the army killed ten in Halen": the actors of claims that lie there, "the army" as it was said. The
    country must be named near, for the name of a town may be that of another.
    """
    found = {}
    for claim in claims:
        bare = {actor for actor in actors[claim.id] if actor.party is not None and _has_no_name(actor)}
        country = _abroad(wheres.get(claim.id, claim.where), gazetteer) if bare else None
        if country is not None and _is_named(country, text[max(0, claim.span[0] - BEFORE) : claim.span[1]]):
            found[claim.id] = tuple(replace(each, party=None) if each in bare else each for each in actors[claim.id])
    return found


def _has_no_name(actor: Actor) -> bool:
    return NO_NAME.issuperset(fold(actor.name).split())


def _abroad(where: Where, gazetteer: Gazetteer) -> Place | None:
    """The country of a place that lies in none of the case."""
    place = gazetteer.by_id.get(where.place) if where.place is not None else None
    if place is None or not gazetteer.home or not gazetteer.home.isdisjoint({place.id, *place.within}):
        return None
    around = (gazetteer.by_id.get(each) for each in (place.id, *place.within))
    return next((each for each in around if each is not None and each.kind == "country"), None)


def _is_named(country: Place, said: str) -> bool:
    words = f" {fold(said)} "
    return any(f" {fold(name)} " in words for name in (country.name, *country.aliases))
