"""The page of one event, or of a siege: what was said, what it amounts to, and what may be decided on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from starlette.responses import Response

from sijill.model.claim import ClaimId, Harm
from sijill.model.decision import Decision, Verdict
from sijill.model.event import Link
from sijill.model.finding import Attribution, CasualtyRange, EventStatus, Finding
from sijill.publish.figures import of_party
from sijill.publish.views.event import FORM_OF_FIELD, FORM_OF_SIDE
from sijill.publish.views.timeline import Chart, chart
from sijill.publish.wording import _
from sijill.review.accounts import Permission
from sijill.review.decisions import WORKFLOW, Matter, decide, judge, move, set_status, split, worked_on
from sijill.review.view import View
from sijill.review.web.maps import Located, located
from sijill.review.web.page import acts, reads
from sijill.review.web.pages.history import Change, changes
from sijill.review.web.showing import Numbers, Said
from sijill.review.web.visit import NotFound, Visit, go

MOST_LINKS, MOST_NEAR = 40, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One bound of a range, and the words it rests on."""

    name: str
    told: str
    said: list[Said]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One harm: the range of the headline policy, what other policies make of it, parts, and the toll over time."""

    harm: str
    name: str
    told: str
    policy: str
    edges: list[Edge]
    without: list[Said]
    others: list[tuple[str, str]]
    parts: list[tuple[str, str, list[Said]]]
    moments: list[tuple[str, str, list[Said]]]
    chart: Chart | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One party of the attribution table."""

    party: str
    role: str
    independent: int
    accused: list[Said]
    interested: frozenset[str]
    denied: list[tuple[str, bool, list[Said]]]
    accepted: list[Said]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Claims of one origin: together they are one source."""

    origin: str
    documents: list[tuple[str, str, str]]
    said: list[Said]


def show(visit: Visit) -> Response:
    """Everything about it."""
    finding = _finding(visit)
    if finding.id != visit.id():
        return go(f"/events/{finding.id}")
    view, journal = visit.view, visit.desk.journal
    event = view.events.get(finding.id)
    links = visit.view.links_of.get(finding.id, [])[:MOST_LINKS]
    visit.showing.all((*finding.claims, *(each for link in links for each in (link.left, link.right))))  # texts at once
    beside = visit.showing.all(event.beside) if event is not None else []
    status = journal.last("status", (finding.id,))
    assigned = journal.settled("assignment", (finding.id,))
    columns = _columns(visit, finding.claims)
    standing = [each.claim.id for column in columns for each in column.said]
    return visit.page(
        "event.html",
        finding=finding,
        lasting=finding.id in view.situation_of,
        figures=[_figure(visit, finding, harm, told) for harm, told in finding.tolls.items() if harm is not Harm.NONE],
        rows=[_row(visit, each) for each in finding.attribution],
        disputes=[
            (
                visit.wording(FORM_OF_FIELD.get(each.field, each.field)),
                [visit.wording(FORM_OF_SIDE[v]) if v in FORM_OF_SIDE else view.name(v) for v in each.values],
                visit.showing.all(each.claims),
            )
            for each in finding.contradictions
        ],
        columns=columns,
        numbers=Numbers(by_claim={claim: number for number, claim in enumerate(standing, 1)}),
        beside=beside,
        timeline=_timeline(visit, finding),
        grades=_grades(visit, finding),
        place=_located(visit, finding),
        persons=view.persons_of.get(finding.id, []),
        within=view.finding_of.get(finding.within or ""),
        inside=[each for each in view.findings if each.within == finding.id],
        links=_links(visit, finding),
        doubts=_doubts(visit, finding),
        history=_history(visit, finding),
        near=_near(visit, finding),
        follows=_following(visit, finding),
        seen=status.id if status else "",
        assigned=assigned,
        assignment_seen=_seen(journal.last("assignment", (finding.id,))),
        accounts=visit.desk.aliases(),
    )


def decide_status(visit: Visit) -> Response:
    """One step of the workflow."""
    finding = _finding(visit)
    made = set_status(
        visit.desk.ledger,
        visit.desk.journal,
        finding,
        visit.choice(EventStatus, "status"),
        author=visit.author,
        because=visit.said("because"),
        seen=visit.said("seen") or None,
    )
    return visit.decided([made], f"/events/{finding.id}")


def assign(visit: Visit) -> Response:
    """To somebody, or to nobody."""
    finding, code = _finding(visit), visit.said("to_account")
    known = code in visit.desk.aliases() or code == visit.account.code
    matter = Matter(kind="assignment", about=(finding.id,), seen=visit.said("seen") or None)
    value = f'"{code}"' if known else "null"
    because = visit.said("because") or visit.wording(_("assigned"))
    return visit.decided(
        [decide(visit.desk.ledger, matter, value, author=visit.author, because=because)], f"/events/{finding.id}"
    )


def merge(visit: Visit) -> Response:
    """Judge this and another event to be one; or to be two, which keeps them apart whatever is read later."""
    finding, other = _finding(visit), visit.view.finding_of.get(visit.said("other"))
    if other is None:
        raise NotFound(seen=visit.said("other"))
    pair = tuple(sorted((finding.id, other.id)))
    verdict = visit.choice(Verdict, "verdict", Verdict.SAME)
    seen = _seen(visit.desk.journal.last("link", pair))
    made = judge(
        visit.desk.ledger,
        visit.view,
        pair,
        verdict,
        author=visit.author,
        because=visit.said("because"),
        seen=seen or None,
    )
    return visit.decided([made], f"/events/{finding.id}")


def take_apart(visit: Visit) -> Response:
    """The claims that were chosen into an event of their own, or into another one."""
    finding = _finding(visit)
    chosen = [each for each in finding.claims if f"claim-{each}" in visit.form]
    target = visit.view.finding_of.get(visit.said("other"))
    desk, author, because = visit.desk, visit.author, visit.said("because")
    if not chosen or len(chosen) == len(finding.claims):
        raise NotFound(seen=visit.wording(_("some of its claims, and not all")))
    made: list[Decision] = []
    if target is None:
        made = split(desk.ledger, visit.view, desk.journal, finding, chosen, author=author, because=because)
    else:
        for claim in chosen:
            made += move(
                desk.ledger, visit.view, desk.journal, claim, (finding, target), author=author, because=because
            )
    return visit.decided(made, f"/events/{finding.id}")


def _finding(visit: Visit) -> Finding:
    found = visit.view.finding_of.get(visit.id())
    if found is not None:
        return found
    event = visit.view.merged_into.get(visit.id())
    if event is None:
        raise NotFound(seen=visit.id())
    return visit.view.finding_of[event]


def _figure(visit: Visit, finding: Finding, harm: Harm, told: CasualtyRange) -> Figure:
    wording, showing = visit.wording, visit.showing
    same = told.low == told.high and told.low is not None and set(told.low_rests_on) == set(told.high_rests_on)
    edges = (
        [(_("The number"), told.low, told.low_rests_on)]
        if same
        else [(_("Lowest"), told.low, told.low_rests_on), (_("Highest"), told.high, told.high_rests_on)]
    )
    speaking = [c for c in finding.claims if visit.view.claims[c].harm is harm]
    asserted = [c for c in speaking if visit.view.claims[c].stance.value == "asserts"]
    return Figure(
        harm=harm.value,
        name=wording.harm(harm),
        told=wording.figure(told),
        policy=told.policy,
        edges=[
            Edge(
                name=wording(name),
                told=wording.number(number) if number is not None else wording(_("open: nobody gives a limit")),
                said=showing.all(claims),
            )
            for name, number, claims in edges
            if number is not None or claims
        ],
        without=showing.all(asserted) if told.low is None and told.high is None else [],
        others=[(name, wording.figure(each.tolls.get(harm))) for name, each in finding.policies.items()],
        parts=[
            (_part(visit, name), wording.figure(each), showing.all((*each.low_rests_on, *each.high_rests_on)))
            for name, each in (*told.by_status.items(), *told.by_group.items())
        ],
        moments=[
            (wording.day(each.as_of), wording.bounds(each.low, each.high), showing.all(each.claims))
            for each in told.over_time
        ],
        chart=chart(told.over_time, wording),
    )


def _part(visit: Visit, name: str) -> str:
    """Children, civilians, the fighters of a party."""
    if of_party(name, visit.view.parties):
        return visit.wording.fill(_("fighters of {party}"), party=visit.view.name(name))
    return visit.wording.plain(name)


def _row(visit: Visit, row: Attribution) -> Row:
    said: dict[tuple[bool, str], list[str]] = {}
    for each in row.denied_by:
        about = each.about.value if each.about else ""
        said.setdefault((each.reach.value == "general", about), []).append(each.claim)
    return Row(
        party=visit.view.name(row.party),
        role=row.role.value,
        independent=row.independent_accusers,
        accused=visit.showing.all(row.accused_by),
        interested=frozenset(row.interested),
        denied=[
            (visit.wording.plain(about or "it"), general, visit.showing.all(claims))
            for (general, about), claims in sorted(said.items(), key=lambda each: each[0][0])
        ],
        accepted=visit.showing.all(row.accepted_by),
    )


def _columns(visit: Visit, claims: Sequence[str]) -> list[Column]:
    view = visit.view
    groups: dict[str, list[str]] = {}
    for each in claims:
        groups.setdefault(view.origins.get(ClaimId(each), view.claims[each].document), []).append(each)
    found = []
    for origin, members in groups.items():
        documents = dict.fromkeys(view.claims[each].document for each in members)
        listed = sorted((view.documents[each] for each in documents), key=lambda d: (d.published or "9999", d.id))
        found.append(
            Column(
                origin=view.origin_name(origin),
                documents=[(d.id, d.source or d.title or d.name, visit.wording.day(d.published)) for d in listed],
                said=visit.showing.all(members),
            )
        )
    return found


def _timeline(visit: Visit, finding: Finding) -> list[tuple[str, list[Said]]]:
    """What was said on each day on which a document about it was published."""
    days: dict[str, list[str]] = {}
    for each in finding.claims:
        days.setdefault(visit.view.documents[visit.view.claims[each].document].published or "", []).append(each)
    return [(visit.wording.day(day), visit.showing.all(days[day])) for day in sorted(days, key=lambda d: d or "9999")]


def _grades(visit: Visit, finding: Finding) -> list[tuple[str, str, list[str]]]:
    def named(value: str) -> str:
        return visit.view.origin_name(value) if ":" in value else visit.view.name(value)

    return [
        (
            name,
            visit.wording.plain(each.grade.value or ""),
            [visit.wording.sentence(reason, named) for reason in each.grade.reasons],
        )
        for name, each in finding.policies.items()
        if each.grade.value or each.grade.reasons
    ]


def _located(visit: Visit, finding: Finding) -> Located | None:
    where = finding.where
    if where.lat is None or where.lon is None:
        return None
    point, kept = (where.lon, where.lat, visit.view.where(where) or ""), _places.setdefault(visit.view, {})
    if (point, where.precision) not in kept:
        kept[point, where.precision] = located([point], visit.desk.outlines, within=where.precision.value)
    return kept[point, where.precision]


_places: WeakKeyDictionary[View, dict[tuple[object, ...], Located | None]] = WeakKeyDictionary()
"""The map of each place, drawn once for each view."""


def _links(visit: Visit, finding: Finding) -> list[tuple[Link, Said, Said, list[tuple[str, str, str, str]]]]:
    found = []
    for link in visit.view.links_of.get(finding.id, [])[:MOST_LINKS]:
        ends = visit.showing.by_id((link.left, link.right))
        if len(ends) == 2:
            rows = [
                (
                    ": ".join(visit.wording.plain(each) for each in reason.code.split(".")),
                    str(reason.values.get("left") or visit.wording(_("not said"))),
                    str(reason.values.get("right") or visit.wording(_("not said"))),
                    _signed(reason.values.get("points")),
                )
                for reason in link.reasons
            ]
            found.append((link, ends[link.left], ends[link.right], rows))
    return found


def _signed(points: object) -> str:
    return f"{points:+g}" if isinstance(points, int | float) else ""


def _doubts(visit: Visit, finding: Finding) -> list[tuple[str, str]]:
    asked = {each.id: each for id_ in (finding.id, *finding.claims) for each in visit.view.doubts_about.get(id_, ())}
    return [(each.id, visit.wording.sentence(each.question, visit.name)) for each in asked.values()]


def _history(visit: Visit, finding: Finding) -> list[Change]:
    return changes(visit, visit.desk.journal.on(finding.id, *finding.claims, *finding.documents))


def _near(visit: Visit, finding: Finding) -> list[Finding]:
    """Other events that it was compared with, nearest first: those it may have to be one with."""
    near: dict[str, Finding] = {}
    for link in visit.view.links_of.get(finding.id, []):
        for end in (link.left, link.right):
            other = visit.view.event_of.get(end)
            if other is not None and other != finding.id and other in visit.view.finding_of:
                near.setdefault(other, visit.view.finding_of[other])
    return list(near.values())[:MOST_NEAR]


def _following(visit: Visit, finding: Finding) -> list[tuple[str, str, bool]]:
    """States that may come next: code, words, and whether this person may give it."""
    own = visit.account.code in worked_on(visit.desk.journal, finding)
    needed = {EventStatus.REVIEWED: Permission.REVIEW, EventStatus.FINAL: Permission.FINISH}
    return [
        (
            each.value,
            visit.wording.status(each),
            visit.account.may(needed.get(each, Permission.DECIDE)) and not (own and each in needed),
        )
        for each in WORKFLOW[finding.status]
    ]


def _seen(decision: Decision | None) -> str:
    return decision.id if decision is not None else ""


PAGES = (
    reads("/events/{id}", show),
    acts("/events/{id}/status", decide_status),
    acts("/events/{id}/assign", assign),
    acts("/events/{id}/merge", merge),
    acts("/events/{id}/split", take_apart),
)
