"""What is told of a whole country without its name ("across the country"): that of the case, where the case has one."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sijill.language.places.calling import is_everywhere
from sijill.model.claim import Claim, ClaimId
from sijill.model.place import PlacePrecision, Where
from sijill.resolve.knowledge import Gazetteer


def in_their_country(
    claims: Iterable[Claim], wheres: Mapping[ClaimId, Where], gazetteer: Gazetteer
) -> dict[ClaimId, Where]:
    """For claims told of many places at once and of no place that is known. The words stay as they were said."""
    home = next(iter(gazetteer.home), None) if len(gazetteer.home) == 1 else None
    country = gazetteer.by_id.get(home) if home is not None else None
    if country is None:
        return {}
    found = {claim.id: wheres.get(claim.id, claim.where) for claim in claims}
    return {
        id_: replace(where, place=country.id, lat=country.lat, lon=country.lon, precision=PlacePrecision.COUNTRY)
        for id_, where in found.items()
        if where.place is None and where.text is not None and is_everywhere(where.text)
    }
