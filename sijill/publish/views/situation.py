"""The page of a siege, a campaign or an occupation: who is said to hold it, and the events that lie in it."""

from dataclasses import dataclass

from sijill.model.claim import ClaimId
from sijill.model.event import Situation
from sijill.publish.material import Material
from sijill.publish.quotes import Quote, Quotes, capital
from sijill.publish.views.event import EventView, OriginGroup, by_origin, place_name, viewed


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationView:
    """Everything that templates/situation.html shows.

    laid_to  party as named, and the words that name it     found  what assess made of it, if the gate let it pass
    """

    title: str
    when: str
    where: str
    laid_to: list[tuple[str, tuple[Quote, ...]]]
    origins: list[OriginGroup]
    found: EventView | None
    inside: list[tuple[str, str, str]]


def situation_view(situation: Situation, material: Material, quotes: Quotes) -> SituationView:
    """The situation with those of its claims whose words stand in their document."""
    finding = material.lasting.get(situation.id)
    proven = [each.id for each in quotes.proven(situation.claims)]
    laid_to: dict[str, list[ClaimId]] = {}
    for claim_id in proven:
        claim = material.claims[claim_id]
        if claim.stance.value == "asserts":
            for actor in claim.actors:
                laid_to.setdefault(material.party_name(actor.party or actor.name), []).append(claim_id)
    return SituationView(
        title=material.say.listed(capital(material.say.plain(situation.act)), place_name(situation, material)),
        when=material.say.period(situation.when),
        where=place_name(situation, material),
        laid_to=[(party, quotes(claims)) for party, claims in laid_to.items()],
        origins=by_origin(proven, material, quotes),
        found=None if finding is None else viewed(finding, material, quotes),
        inside=[
            (each.id, each.title, material.say.period(each.when))
            for each in material.findings
            if each.within == situation.id
        ],
    )
