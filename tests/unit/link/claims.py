"""Claims built by hand, about an invented war of Norland (`nor`) and Estmark (`est`) against the Free Coast (`fre`)."""

from calendar import monthrange
from dataclasses import replace

from sijill.link.events import link_events
from sijill.model.claim import Act, Claim, Harm, Stance, Status, Victims, identified
from sijill.model.document import Document, DocumentId
from sijill.model.party import Actor, Party, PartyId, Role
from sijill.model.place import Place, PlaceId, PlacePrecision, Where
from sijill.model.source import Speaker, SpeakerKind
from sijill.model.toll import Hedge, Toll
from sijill.model.when import Period, Precision

PARTIES = {
    PartyId("nor"): Party(id=PartyId("nor"), name="Norland", kind="state", allies=(PartyId("est"),)),
    PartyId("est"): Party(id=PartyId("est"), name="Estmark", kind="state", allies=(PartyId("nor"),)),
    PartyId("fre"): Party(id=PartyId("fre"), name="Free Coast", kind="armed_group"),
}
_ROWS = (
    ("varna", "settlement", 10.0, 10.0, ("eastvale", "upper", "marrow")),
    ("harbour", "site", 10.01, 10.01, ("varna", "eastvale", "upper", "marrow")),
    ("oldtown", "site", 10.02, 9.99, ("varna", "eastvale", "upper", "marrow")),
    ("lisse", "settlement", 10.9, 10.7, ("eastvale", "upper", "marrow")),
    ("eastvale", "district", 10.4, 10.3, ("upper", "marrow")),
    ("upper", "province", 10.5, 10.5, ("marrow",)),
    ("marrow", "country", 11.0, 11.0, ()),
)
PLACES = {
    PlaceId(id_): Place(
        id=PlaceId(id_), name=id_.title(), lat=lat, lon=lon, kind=kind, within=tuple(map(PlaceId, within))
    )
    for id_, kind, lat, lon, within in _ROWS
}
HEDGES = {
    "at least ": (Hedge.AT_LEAST, True, False),
    "up to ": (Hedge.UP_TO, False, True),
    "more than ": (Hedge.MORE_THAN, True, False),
    "about ": (Hedge.ABOUT, False, False),
    "nearly ": (Hedge.NEARLY, False, False),
    "": (Hedge.EXACT, True, True),
}


def toll(words, **more):
    """ "85", "at least 77", "up to 300", "dozens": as an extractor would read it."""
    for hedge_words, (hedge, low, high) in HEDGES.items():
        if words.startswith(hedge_words) and words[len(hedge_words) :].isdigit():
            number = int(words[len(hedge_words) :])
            return Toll(
                number=number,
                low=number if low else None,
                high=number if high else None,
                text=words,
                hedge=hedge,
                **more,
            )
    return Toll(text=words, hedge=Hedge.VAGUE, **more)


def when(words):
    """ "2031-05-03", "2031-05", "2031" or None."""
    if words is None:
        return Period()
    if len(words) == 4:
        return Period(start=f"{words}-01-01", end=f"{words}-12-31", precision=Precision.YEAR, text=words)
    if len(words) == 7:
        last = monthrange(int(words[:4]), int(words[5:]))[1]
        return Period(start=f"{words}-01", end=f"{words}-{last}", precision=Precision.MONTH, text=words)
    return Period(start=words, end=words, precision=Precision.DAY, text=words)


def where(place):
    """A place of the invented gazetteer, or words that it does not know."""
    if place is None:
        return Where()
    known = PLACES.get(PlaceId(place))
    if known is None:
        return Where(text=place)
    return Where(text=known.name, place=known.id, lat=known.lat, lon=known.lon, precision=PlacePrecision(known.kind))


def said(
    document,
    act="killing",
    harm="killed",
    *,
    at=0,
    on="2031-05-03",
    place="varna",
    by=("nor",),
    number=None,
    voice=(),
    stance="asserts",
    victims=None,
    quote=None,
    number_is=None,
    place_words=None,
    **more,
):
    """One claim. by: accused parties. voice: speakers as "name/kind/party". number: "85", "up to 300". place_words: of
    what lies in the place."""
    actors = tuple(
        each if isinstance(each, Actor) else Actor(name=each, party=PartyId(each) if each in PARTIES else None)
        for each in by
    )
    claim = Claim(
        id="clm_",
        document=DocumentId(document),
        span=(at, at + 40),
        quote=quote or f"words at {at} of {document}, {where(place).text}, {when(on).text}",
        speakers=tuple(_speaker(each) for each in voice),
        stance=Stance(stance),
        act=Act(act),
        harm=Harm(harm),
        actors=actors,
        victims=victims,
        toll=toll(number, **(number_is or {})) if number is not None else None,
        when=when(on),
        where=where(place) if place_words is None else replace(where(place), text=place_words),
        extractor="by hand@1",
        **more,
    )
    return identified(claim)


def _speaker(words):
    name, kind, party = (*words.split("/"), "", "")[:3]
    return Speaker(name=name, kind=SpeakerKind(kind or "unknown"), party=PartyId(party) if party else None)


def joint(*names):
    """A party and those named with it only as a group."""
    first, *others = names
    return (
        Actor(name=first, party=PartyId(first)),
        *(Actor(name=each, party=PartyId(each), role=Role.COLLECTIVE) for each in others),
    )


def victims(text="people", *, status="unknown", **more):
    """Who was harmed, as said."""
    return Victims(text=text, status=Status(status), **more)


def link(*claims):
    """The events of one report."""
    return link_events(claims, published={"a": None}, order={"a": 0}, places=PLACES)


def groups(linked):
    """The claims of each event."""
    return {frozenset(event.claims) for event in linked.events}


def ids(*claims):
    return frozenset(claim.id for claim in claims)


def documents(claims, published="2031-05-05", source=None):
    """Every document that the claims come from, captured in order of name."""
    names = sorted({claim.document for claim in claims})
    return {name: _document(name, published, source) for name in names}


def _document(name, published, source):
    return Document(
        id=name, name=name, digest="0" * 64, published=published, source=source, captured="2031-06-01T00:00:00Z"
    )


def swapped(claim, one="nor", other="fre"):
    """The claim with two parties exchanged wherever they are named."""
    turn = {one: other, other: one}

    def party(actor):
        return replace(actor, name=turn.get(actor.name, actor.name), party=turn.get(actor.party, actor.party))

    return replace(claim, actors=tuple(map(party, claim.actors)), speakers=tuple(map(party, claim.speakers)))
