"""The site of what was done ("a market"), before the words of its place: "a market, Kessa"."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sijill.language.places.reading import tells_a_site
from sijill.model.claim import Claim, ClaimId, Reading
from sijill.model.place import Where


def at_their_sites(
    claims: Iterable[Claim], wheres: Mapping[ClaimId, Where], readings: Mapping[ClaimId, Reading]
) -> dict[ClaimId, Where]:
    """For claims whose reading names a site, the place with its words before those for it. Where it lies and how finely
    that is known stay as they are."""
    placed = {}
    for claim in claims:
        where, site = wheres.get(claim.id, claim.where), _site(claim, readings)
        if site is not None and not tells_a_site(where.text or ""):
            placed[claim.id] = replace(where, text=f"{site}, {where.text}" if where.text else site)
    return placed


def _site(claim: Claim, readings: Mapping[ClaimId, Reading]) -> str | None:
    parts = readings[claim.id].parts if claim.id in readings else ()
    return next((part.value for part in parts if part.field == "site"), None)
