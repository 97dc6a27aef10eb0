"""Linking, kept under the key of every resolved claim and of every judgement on links."""

from collections.abc import Callable, Mapping, Sequence

from sijill.chain.derived import ASIDE, EVENTS, LINK_DOUBTS, LINKS, SITUATIONS, Aside, Derived
from sijill.chain.versions import digest, version_of
from sijill.link.events import Linked, link_events
from sijill.model.claim import Claim, ClaimId
from sijill.model.decision import Decision, Doubt
from sijill.model.document import Document, DocumentId
from sijill.model.event import Event, EventId, Link, Situation
from sijill.model.exchange import to_json
from sijill.model.place import Place

NAMES = (EVENTS, SITUATIONS, LINKS, ASIDE, LINK_DOUBTS)


def link_claims(
    claims: Sequence[Claim],
    *,
    claims_key: str,
    documents: Sequence[Document],
    places: Sequence[Place],
    decisions: Sequence[Decision],
    named: Callable[[], Mapping[DocumentId, Sequence[tuple[int, str]]]],
    derived: Derived,
) -> tuple[Linked, int]:
    """The events and how many claims were compared for them: none if they rest already.

    claims_key   stands for the claims and for everything that they were resolved with
    named        the full names that each document shares with another one; asked only if anything is linked
    """
    judged = [each for each in decisions if each.kind == "link"]
    key = digest(claims_key, version_of("link", "language", "model"), to_json(judged))
    resting = _resting(derived) if derived.fresh(key, *NAMES) else None
    if resting is not None:
        return resting, 0
    linked = link_events(
        claims,
        published={each.id: each.published for each in documents},
        order={each.id: at for at, each in enumerate(documents)},
        places={each.id: each for each in places},
        named=named(),
        decisions=judged,
    )
    derived.save(Event, EVENTS, key, linked.events)
    derived.save(Situation, SITUATIONS, key, linked.situations)
    derived.save(Link, LINKS, key, linked.links)
    derived.save(Aside, ASIDE, key, (Aside(claim=claim, reason=why) for claim, why in linked.aside.items()))
    derived.save(Doubt, LINK_DOUBTS, key, linked.doubts)
    return linked, len(claims)


def _resting(derived: Derived) -> Linked | None:
    events, situations = derived.load(Event, EVENTS), derived.load(Situation, SITUATIONS)
    links, aside, doubts = derived.load(Link, LINKS), derived.load(Aside, ASIDE), derived.load(Doubt, LINK_DOUBTS)
    if events is None or situations is None or links is None or aside is None or doubts is None:
        return None
    beside: dict[ClaimId, list[EventId]] = {}
    for event in events:
        for claim in event.beside:
            beside.setdefault(claim, []).append(event.id)
    return Linked(
        events=tuple(events),
        situations=tuple(situations),
        links=tuple(links),
        beside={claim: tuple(each) for claim, each in beside.items()},
        aside={each.claim: each.reason for each in aside},
        doubts=tuple(doubts),
    )
