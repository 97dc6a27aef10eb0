"""An event and its claims to a finding. The step as the chain calls it, once for each event or situation."""

from collections.abc import Mapping
from types import MappingProxyType

from sijill.assess.attribution import attribution
from sijill.assess.contradictions import contradictions
from sijill.assess.policies import HEADLINE, POLICIES, Evidence, Policy
from sijill.assess.positions import positions
from sijill.assess.testimony import Testimony, independent, later, testimony
from sijill.language.places.calling import called
from sijill.language.titles import title
from sijill.model.claim import About, Claim, ClaimId, Reach, Stance
from sijill.model.document import Document, DocumentId
from sijill.model.event import Event, Situation
from sijill.model.finding import EventStatus, Finding, PolicyFinding
from sijill.model.party import Party, PartyId
from sijill.model.place import Place, PlaceId
from sijill.model.source import Source

FINE = frozenset({"exact", "site", "settlement"})
NO_OUTLETS: Mapping[DocumentId, Source] = MappingProxyType({})
NO_PLACES: Mapping[PlaceId, Place] = MappingProxyType({})


def assess_event(
    event: Event | Situation,
    claims: Mapping[ClaimId, Claim],
    *,
    origins: Mapping[ClaimId, str],
    documents: Mapping[DocumentId, Document],
    parties: Mapping[PartyId, Party],
    outlets: Mapping[DocumentId, Source] = NO_OUTLETS,
    places: Mapping[PlaceId, Place] = NO_PLACES,
    policies: Mapping[str, Policy] = POLICIES,
    headline: str = HEADLINE,
    status: EventStatus | None = None,
) -> Finding:
    """What the claims of an event amount to under each policy; `headline` names the one whose tolls stand in front.

    claims    at least those of the event          origins   of claims; left out: the origin of the document
    status    what people decided, if they did; else `machine`, or `unfounded` where every origin has taken it back
    outlets   who published a document: its own voice is of that kind, and interested if that has a party
    """

    def heard(ids: tuple[ClaimId, ...]) -> list[Testimony]:
        return [testimony(claims[id_], origins=origins, documents=documents, outlets=outlets) for id_ in ids]

    own, beside = heard(event.claims), heard(event.beside if isinstance(event, Event) else ())
    table = attribution(own, beside, parties)
    lasting = isinstance(event, Situation)  # several may besiege or hold a place: nobody competes
    evidence = Evidence(
        testimonies=own,
        attribution=() if lasting else table,
        parties=parties,
        when=event.when,
        where=event.where,
        around=_named_around(event, places),
    )
    made = {
        name: PolicyFinding(tolls=policy.ranges(evidence), grade=policy.grade(evidence))
        for name, policy in policies.items()
    }
    tolls = made[headline].tolls
    return Finding(
        id=event.id,
        title=title(event.act, tolls, _place_name(event, places), event.when),
        act=event.act,
        when=event.when,
        where=event.where,
        claims=event.claims,
        documents=tuple(dict.fromkeys(each.claim.document for each in own)),
        independent_sources=independent(each for each in own if each.claim.stance is not Stance.DENIES),
        tolls=tolls,
        policies=made,
        attribution=table,
        contradictions=() if lasting else contradictions(own, parties=parties, places=places),
        within=event.within if isinstance(event, Event) else None,
        may_repeat=event.may_repeat if isinstance(event, Event) else (),
        positions=positions([*own, *beside], table, parties),
        status=status or (EventStatus.UNFOUNDED if retracted(own) else EventStatus.MACHINE),
    )


def retracted(testimonies: list[Testimony]) -> bool:
    """Every origin that told of it has since said, without interest, that it did not happen."""
    told = [each for each in testimonies if each.claim.stance is Stance.ASSERTS]
    taken_back = [
        each
        for each in testimonies
        if each.claim.stance is Stance.DENIES
        and each.claim.about is About.OCCURRENCE
        and each.claim.reach is Reach.THIS_EVENT
        and not each.interested
    ]
    return bool(told) and all(
        any(denial.origin == each.origin and later(denial.moment, each.moment) for denial in taken_back)
        for each in told
    )


def _named_around(event: Event | Situation, places: Mapping[PlaceId, Place]) -> bool:
    """ "Near X", "the countryside of X": the place is finer than the words."""
    known = places.get(event.where.place) if event.where.place else None
    return known is not None and known.kind in FINE and event.where.precision not in FINE


def _place_name(event: Event | Situation, places: Mapping[PlaceId, Place]) -> str | None:
    return called(event.where.text, places.get(event.where.place) if event.where.place else None)
