"""The first page: what was found, what it leaves out, where it happened, what is doubtful, what was read."""

from collections.abc import Sequence
from dataclasses import dataclass

from sijill.model.beside.series import Series
from sijill.model.claim import Harm
from sijill.model.document import Document
from sijill.model.finding import Attribution, EventStatus, Finding, Total, Why
from sijill.publish.map.drawing import Map, drawn
from sijill.publish.material import Material
from sijill.publish.pictures.gallery import Picture, of_events
from sijill.publish.soundness import Refused
from sijill.publish.views.beside import scope_of
from sijill.publish.views.doubts import DoubtsOfStep, by_step
from sijill.publish.views.estimates import EstimatesView, estimates
from sijill.publish.views.event import place_name
from sijill.publish.views.ranges import harms
from sijill.publish.wording import Wording, _

MOST = 100
"""Events and documents on the first page; where there are more, lists hold them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An event in the table. tolls: harm, its range in words, anchor on the event's page."""

    id: str
    title: str
    when: str
    where: str
    act: str
    tolls: list[tuple[str, str, str]]
    accused: list[str]
    denied: list[str]
    accepted: list[str]
    grade: str
    sources: int
    contradictions: int
    unfounded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalView:
    """A total with what it leaves out. withheld: it rests on a finding that the gate refused.

    running   running tolls of the same harm, by id, which are in no total
    """

    scope: str
    harm: str
    told: str
    unit: str
    as_of: str | None
    leaves_out: list[str]
    withheld: bool
    rests_on: list[tuple[str, str, str]]
    running: list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document in the table. claims: how many of its claims the register holds."""

    id: str
    title: str
    source: str
    published: str
    state: str
    read: bool
    copies: int
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything that templates/index.html shows.

    unread   captured, and nothing in it is counted        more_rows, more_documents   how many the lists hold besides
    """

    scope: str
    rows: list[Row]
    totals: list[TotalView]
    map: Map | None
    situations: list[tuple[str, str, str, int]]
    doubts: list[DoubtsOfStep]
    documents: list[DocumentRow]
    unread: list[DocumentRow]
    quarantined: list[tuple[str, str, str, str]]
    refused: Sequence[Refused]
    refusals: list[tuple[str, str]]
    estimates: EstimatesView | None
    timeline: Picture | None
    more_rows: int
    more_documents: int


def overview(material: Material, refused: Sequence[Refused]) -> Overview:
    """The first page of everything that passed the gate."""
    documents, say = by_date(material), material.say
    findings = in_time(material.findings)
    shown = findings if len(findings) <= MOST else greatest(findings)[:MOST]
    return Overview(
        scope=material.scope,
        rows=[event_row(each, material) for each in shown],
        totals=[_total(each, material) for each in material.totals],
        map=drawn(material),
        situations=[
            (
                each.id,
                say.listed(say.plain(each.act), place_name(each, material)),
                say.period(each.when),
                len(each.claims),
            )
            for each in material.situations
        ],
        doubts=by_step(material),
        documents=document_rows(material, documents[:MOST]),
        more_rows=len(findings) - len(shown),
        more_documents=max(0, len(documents) - MOST),
        unread=document_rows(material, [each for each in documents if each.id in material.unread]),
        quarantined=[(each.name, each.locator, say.plain(each.reason), each.seen) for each in material.quarantined],
        refused=refused,
        estimates=estimates(material),
        timeline=of_events(material),
        refusals=[(each.what, say.sentence(each.reason, material.name)) for each in refused],
    )


def in_time(findings: Sequence[Finding]) -> list[Finding]:
    """By date, those without one at the end."""
    return sorted(findings, key=lambda each: (each.when.start or each.when.end or "9999", each.when.end or "", each.id))


def greatest(findings: Sequence[Finding]) -> list[Finding]:
    """Those of whom most are reported killed at least first."""
    killed = {each.id: each.tolls.get(Harm.KILLED) for each in findings}
    return sorted(findings, key=lambda each: -((told.low or 0) if (told := killed[each.id]) is not None else -1))


def event_row(finding: Finding, material: Material) -> Row:
    """An event in a table."""
    say = material.say
    grades = [each.grade.value for each in finding.policies.values() if each.grade.value]
    return Row(
        id=finding.id,
        title=finding.title,
        when=say.period(finding.when),
        where=place_name(finding, material),
        act=say.plain(finding.act),
        tolls=[(say.harm(harm), say.figure(each), harm.value) for harm, each in harms(finding)],
        accused=_names([each for each in finding.attribution if each.accused_by], material),
        denied=_names([each for each in finding.attribution if each.denied_by], material),
        accepted=_names([each for each in finding.attribution if each.accepted_by], material),
        grade=say.plain(grades[0]) if grades else say(_("not graded")),
        sources=finding.independent_sources,
        contradictions=len(finding.contradictions),
        unfounded=finding.status is EventStatus.UNFOUNDED,
    )


def _names(rows: Sequence[Attribution], material: Material) -> list[str]:
    """Each party once, whatever the roles in which it is named."""
    return list(dict.fromkeys(material.party_name(each.party) for each in rows))


def _total(total: Total, material: Material) -> TotalView:
    say, known = material.say, {each.id: each for each in material.findings}
    rests_on = [known[each] for each in total.rests_on if each in known]
    return TotalView(
        scope=total.scope,
        harm=say.harm(total.harm),
        told=say.bounds(total.low, total.high),
        unit=total.unit,
        as_of=say.day(total.as_of) if total.as_of else None,
        leaves_out=_leaves_out(total, say),
        withheld=len(rests_on) < len(total.rests_on),
        rests_on=[
            (
                each.id,
                each.title,
                say.figure(each.tolls[total.harm]) if total.harm in each.tolls else say.bounds(None, None),
            )
            for each in rests_on
        ],
        running=[(each.id, _running(each, material)) for each in material.series if each.harm is total.harm],
    )


def _running(series: Series, material: Material) -> str:
    """Who says how many, of which scope, and how many of them the total holds."""
    say = material.say
    least, most = sorted((series.counted_low, series.counted_high))
    told = _("{who}: {number} ({scope}, {day}); the total holds {held} of them")
    return say.fill(
        told if series.where.place else _("{who}: {number} ({scope}, {day})"),
        who=material.origin_name(series.issuer),
        number=say.bounds(series.low, series.high),
        scope=scope_of(series, material),
        day=say.day(series.as_of),
        held=say.bounds(least, most),
    )


def _leaves_out(total: Total, say: Wording) -> list[str]:
    """What a reader must know before quoting the number."""
    told = [
        say.fill(message, events=say.count(number, "event", "events"))
        for number, message in (
            (total.unknown_events, _("{events} without any number: counted as events, not as people")),
            (total.open_events, _("{events} without an upper bound: the total has none either")),
            (len(total.may_repeat), _("{events} that may tell of another one again: in the upper bound alone")),
        )
        if number
    ]
    wider = sum(each.why is Why.WIDER for each in total.left_out)
    if wider:
        beyond = _("{events} of a wider scope: counted only beyond the events that lie in them")
        told.append(say.fill(beyond, events=say.count(wider, "event", "events")))
    if total.overlaps_removed > wider:
        removed = _("{number} overlaps taken out, so that nobody counts twice")
        told.append(say.fill(removed, number=total.overlaps_removed - wider))
    documents = say.count(total.backlog, "document", "documents")
    unread = say.fill(_("{documents} captured and not read"), documents=documents)
    told.append(unread if total.backlog else say(_("every document captured was read")))
    if total.processed_through:
        told.append(say.fill(_("reports read up to {day}"), day=say.day(total.processed_through)))
    return told


def by_date(material: Material) -> list[Document]:
    """Every document, the earliest published first."""
    return sorted(
        material.documents.values(), key=lambda each: (each.published or "9999", each.name, each.locator, each.id)
    )


def document_rows(material: Material, documents: Sequence[Document]) -> list[DocumentRow]:
    """Documents in a table."""
    copies = material.documents_of_origin
    return [_document(each, len(copies.get(each.origin or "", (each,))), material) for each in documents]


def _document(document: Document, sharing: int, material: Material) -> DocumentRow:
    return DocumentRow(
        id=document.id,
        title=material.title_of(document),
        source=document.source or material.say(_("source not named")),
        published=material.say.day(document.published),
        state=material.state_of(document),
        read=document.id not in material.unread,
        copies=sharing - 1,
        claims=len(material.claims_of.get(document.id, ())),
    )
