"""The page of one event: figures with the words they rest on, who is accused, who denies, and why it is one event."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sijill.model.claim import Act, Claim, ClaimId, Harm, Stance
from sijill.model.decision import Reason
from sijill.model.document import DocumentId
from sijill.model.event import Link, Situation
from sijill.model.finding import Attribution, Finding, Stated
from sijill.model.party import PartyId, Role
from sijill.publish import words
from sijill.publish.material import Material
from sijill.publish.quotes import Quote, Quotes
from sijill.publish.views.policies import SideBySide, side_by_side
from sijill.publish.views.ranges import Figure, ranges
from sijill.publish.wording import Wording, _

MOST_LINKS = 100
FORM_OF_FIELD = {
    "number": _("How many"),
    "date": _("When"),
    "place": _("Where"),
    "perpetrator": _("Who did it"),
    "status": _("Whether the victims were civilians"),
    "occurrence": _("Whether it happened"),
}
FORM_OF_SIDE = {"asserts": _("it happened"), "denies": _("it did not happen so")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Denied:
    """A denial: what it denies, and whether it speaks of this event."""

    about: str
    general: bool
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accused:
    """A row of the attribution table."""

    party: str
    role: str
    direct: bool
    independent: int
    accused_by: tuple[Quote, ...]
    interested: frozenset[ClaimId]
    denied_by: list[Denied]
    accepted_by: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """One thing that a party says itself, with all its words that say it.

    says   as stance and harm or act        lays_to   whom it names for it        number   "" where it gives none
    """

    party: str
    day: str
    says: str
    lays_to: tuple[str, ...]
    number: str
    concedes: bool
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Claims that cannot all be right."""

    field: str
    values: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginGroup:
    """Claims of documents that copy one origin: together they are one source."""

    name: str
    documents: list[str]
    copies: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Why two claims were put together, or kept apart."""

    left: Quote
    right: Quote
    score: str
    linked: bool
    rows: list[tuple[str, str, str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """Everything that templates/event.html shows."""

    id: str
    title: str
    act: str
    when: str
    said_when: str | None
    where: str
    precision: str
    status: str
    sources: int
    documents: int
    grades: list[tuple[str, str, list[str]]]
    figures: list[Figure]
    attribution: list[Accused]
    own: list[Own]
    disputes: list[Dispute]
    beside: tuple[Quote, ...]
    origins: list[OriginGroup]
    comparisons: list[Comparison]
    comparisons_left_out: int
    doubts: list[str]
    within: tuple[str, str] | None
    printed: bool
    policies: SideBySide


def viewed(finding: Finding, material: Material, quotes: Quotes) -> EventView:
    """The finding in words. Its claims must have passed the gate."""
    event = material.events.get(finding.id)
    links = material.links_of.get(finding.id, [])
    about, say = [finding.id, *finding.claims], material.say
    asked = {each.id: each for key in about for each in material.doubts_about.get(key, ())}
    return EventView(
        id=finding.id,
        title=finding.title,
        act=say.plain(finding.act),
        when=say.period(finding.when),
        said_when=finding.when.text,
        where=place_name(finding, material),
        precision=say.plain(finding.where.precision),
        status=say.status(finding.status),
        sources=finding.independent_sources,
        documents=len(finding.documents),
        grades=_grades(finding, material),
        figures=ranges(finding, material, quotes),
        attribution=[_accused(each, material, quotes) for each in finding.attribution],
        own=own_words(finding, material, quotes),
        disputes=[
            Dispute(
                field=say(FORM_OF_FIELD.get(each.field, each.field)),
                values=tuple(
                    say(FORM_OF_SIDE[value]) if value in FORM_OF_SIDE else material.party_name(value)
                    for value in each.values
                ),
                quotes=quotes(each.claims),
            )
            for each in finding.contradictions
        ],
        beside=quotes.proven(event.beside) if event else (),
        origins=by_origin(finding.claims, material, quotes),
        comparisons=[each for link in links[:MOST_LINKS] if (each := _comparison(link, quotes))],
        comparisons_left_out=max(0, len(links) - MOST_LINKS),
        doubts=list(dict.fromkeys(say.sentence(each.question, material.name) for each in asked.values())),
        within=situation_link(finding.within, material),
        printed=finding.id in material.printed,
        policies=side_by_side(finding, material),
    )


def own_words(finding: Finding, material: Material, quotes: Quotes) -> list[Own]:
    """What each party says itself, day by day, with the numbers that it concedes; said again the same day, once."""
    said: dict[tuple[PartyId, str, str, tuple[str, ...], str, bool], list[ClaimId]] = {}
    for position in finding.positions:
        for each in position.stated:
            told = _told(each, material)
            if told is not None:
                said.setdefault((position.party, *told), []).append(each.claim)
    return [
        Own(
            party=material.party_name(party),
            day=day,
            says=says,
            lays_to=lays_to,
            number=number,
            concedes=concedes,
            quotes=proven,
        )
        for (party, day, says, lays_to, number, concedes), claims in said.items()
        if (proven := quotes.proven(claims))
    ]


def _told(stated: Stated, material: Material) -> tuple[str, str, tuple[str, ...], str, bool] | None:
    """Day, what is said, whom it is laid to, number, whether it is conceded."""
    claim, say = material.claims.get(stated.claim), material.say
    if claim is None:
        return None
    named = dict.fromkeys(material.party_name(each.party or each.name) for each in claim.actors)
    accuses = claim.stance is Stance.ASSERTS
    number = "" if stated.low is None and stated.high is None else say.bounds(stated.low, stated.high)
    return (
        say.day(stated.day),
        _what_is_said(claim, say),
        tuple(named) if accuses else (),
        number,
        stated.concedes,
    )


def _what_is_said(claim: Claim, say: Wording) -> str:
    """ "denied responsibility: Killed", "said: shelling"; of an act that has no name, the stance alone."""
    if claim.harm is Harm.NONE and claim.act is Act.OTHER:
        return say.stance(claim)
    return f"{say.stance(claim)}: {say.plain(claim.act) if claim.harm is Harm.NONE else say.harm(claim.harm)}"


def _grades(finding: Finding, material: Material) -> list[tuple[str, str, list[str]]]:
    """Policy, grade, reasons."""
    return [
        (
            name,
            material.say.plain(each.grade.value or ""),
            [material.say.sentence(_origin_named(reason, material), material.name) for reason in each.grade.reasons],
        )
        for name, each in finding.policies.items()
        if each.grade.value or each.grade.reasons
    ]


def _origin_named(reason: Reason, material: Material) -> Reason:
    origin = reason.values.get("origin")
    return (
        reason
        if origin is None
        else replace(reason, values={**reason.values, "origin": material.origin_name(str(origin))})
    )


def place_name(finding: Finding | Situation, material: Material) -> str:
    """The place as the case names it, with what the words name in it, else as it was said."""
    return material.where(finding.where) or material.say(_("place not known"))


def situation_link(situation: str | None, material: Material) -> tuple[str, str] | None:
    """Name and address (from the folder of events) of the situation that an event lies in."""
    found = material.situation.get(situation or "")
    if found is None:
        return None
    name = material.say.listed(material.say.plain(found.act), place_name(found, material))
    return name, f"../situations/{found.id}.html"


def by_origin(claim_ids: Iterable[ClaimId], material: Material, quotes: Quotes) -> list[OriginGroup]:
    """Claims grouped by the origin that their documents copy, in the order of the claims."""
    groups: dict[str, list[ClaimId]] = {}
    for each in claim_ids:
        groups.setdefault(material.origins.get(each, material.claims[each].document), []).append(each)
    return [_origin(origin, members, material, quotes) for origin, members in groups.items()]


def _origin(origin: str, members: Sequence[ClaimId], material: Material, quotes: Quotes) -> OriginGroup:
    documents = dict.fromkeys(material.claims[each].document for each in members)
    in_time = sorted(documents, key=lambda each: _published(each, material))
    return OriginGroup(
        name=material.origin_name(origin),
        documents=[_source(each, material) for each in in_time],
        copies=len(documents) - 1,
        quotes=quotes(members),
    )


def _published(document: DocumentId, material: Material) -> tuple[str, str]:
    return (material.documents[document].published or "9999", document)


def _source(document: DocumentId, material: Material) -> str:
    known = material.documents[document]
    return known.source or material.title_of(known)


def _accused(row: Attribution, material: Material, quotes: Quotes) -> Accused:
    return Accused(
        party=material.party_name(row.party),
        role=material.say.plain(row.role),
        direct=row.role is Role.DIRECT,
        independent=row.independent_accusers,
        accused_by=quotes(row.accused_by),
        interested=frozenset(row.interested),
        denied_by=_denials(row, quotes, material.say),
        accepted_by=quotes(row.accepted_by),
    )


def _denials(row: Attribution, quotes: Quotes, say: Wording) -> list[Denied]:
    """What is denied, once each: of this event before what is said in general, with all who say so."""
    said: dict[tuple[bool, str], list[ClaimId]] = {}
    for each in row.denied_by:
        about = say.about(each.about)
        said.setdefault((each.reach.value == "general", about), []).append(each.claim)
    return [
        Denied(about=about, general=general, quotes=quotes(claims))
        for (general, about), claims in sorted(said.items(), key=lambda each: each[0][0])
    ]


def _comparison(link: Link, quotes: Quotes) -> Comparison | None:
    ends = quotes.proven([link.left, link.right])
    if len(ends) != 2:
        return None
    rows = [_row(each) for each in link.reasons]
    return Comparison(left=ends[0], right=ends[1], score=f"{link.score:+g}", linked=link.linked, rows=rows)


def _row(reason: Reason) -> tuple[str, str, str, str]:
    """Comparison, left, right, points."""
    values = reason.values
    sides = _shown(values.get("left")), _shown(values.get("right"))
    return (words.compared(reason.code), *sides, _points(values.get("points")))


def _shown(value: object) -> str:
    return "not said" if value is None else str(value)


def _points(value: object) -> str:
    return f"{value:+g}" if isinstance(value, int | float) else "not given"
