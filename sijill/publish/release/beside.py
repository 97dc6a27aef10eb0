"""Running tolls and what recurs: which may leave. Each with all its words and events, or not at all."""

from collections.abc import Collection, Iterator, Sequence

from sijill.model.beside.pattern import Pattern
from sijill.model.beside.series import Series
from sijill.model.claim import ClaimId
from sijill.model.decision import Reason
from sijill.model.finding import EventStatus
from sijill.model.place import coarseness
from sijill.model.release.rules import ReleaseRules
from sijill.publish.material import Material
from sijill.publish.release.coarsen import precision_of
from sijill.publish.release.hide import reaches
from sijill.publish.soundness import Refused, refused_beside, said_in, without_words

Described = Series | Pattern


def beside_held_back(material: Material, rules: ReleaseRules, withheld: Collection[str]) -> Iterator[Refused]:
    """Those that stay in the house, each with the reason. withheld: ids of the events that do."""
    for each in material.beside:
        reason = (
            without_words(said_in(each), material.claims, material.texts)
            or _unheard(each, material, rules)
            or _beyond_events(each, material, withheld)
            or _too_fine(each, material, rules)
        )
        if reason is not None:
            yield refused_beside(each, reason)


def _unheard(each: Described, material: Material, rules: ReleaseRules) -> Reason | None:
    """A number that is a telephone, a doubt over which the profile does not publish, what only a machine made."""
    claims: Sequence[ClaimId] = said_in(each)
    tolls = ((material.claims[claim].toll, material.claims[claim].quote) for claim in claims)
    if any(toll is not None and reaches(toll.text, quote) for toll, quote in tolls):
        return Reason(code="number_reaches", values={})
    if rules.reviewed and claims:
        return Reason(code="not_reviewed", values={"status": EventStatus.MACHINE.value})
    asked = (doubt.question.code for claim in claims for doubt in material.doubts_about.get(claim, ()))
    blocked = next((code for code in asked if code in rules.blocks), None)
    return None if blocked is None else Reason(code="under_doubt", values={"doubt": blocked})


def _beyond_events(each: Described, material: Material, withheld: Collection[str]) -> Reason | None:
    """It is compared with, or counts, an event that does not leave."""
    events = (*each.inside, *each.perhaps) if isinstance(each, Series) else each.events
    known = {finding.id for finding in material.findings}
    held = any(event in withheld or event not in known for event in events)
    return Reason(code="rests_on_held_back", values={}) if held else None


def _too_fine(each: Described, material: Material, rules: ReleaseRules) -> Reason | None:
    """That several events lie at one place tells more than a profile which lets nobody know that place."""
    if isinstance(each, Series) or each.place is None:
        return None
    place = material.places.get(each.place)
    precision = None if place is None else precision_of(place)
    if precision is not None and coarseness(precision) >= coarseness(rules.place):
        return None
    return Reason(code="place_too_fine", values={})
