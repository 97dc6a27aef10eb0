"""Drawing the pages: the page of an event again only if something that stands on it changed."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from sijill.assess.policies.difference import difference
from sijill.case import Case
from sijill.chain.derived import DRAWN_FROM, Derived, MadeFrom
from sijill.chain.findings.assessing import Assessed
from sijill.chain.findings.methods import policies_of
from sijill.chain.knowledge import Known
from sijill.chain.publishing.texts import Texts
from sijill.chain.resolving import Resolved
from sijill.chain.versions import digest
from sijill.link.events import Linked
from sijill.model.decision import Doubt, Reason
from sijill.model.document import DocumentId, Quarantined
from sijill.model.estimate import Estimate
from sijill.model.event import EventId
from sijill.model.exchange import to_json
from sijill.model.finding import Finding
from sijill.publish.map.outlines import natural_earth, of_packs
from sijill.publish.material import Differences, Material, PolicyRun
from sijill.publish.pages import Pages, write_pages
from sijill.store.ledger import Ledger


def draw_pages(
    out: Path,
    case: Case,
    resolved: Resolved,
    linked: Linked,
    assessed: Assessed,
    *,
    known: Known,
    doubts: Sequence[Doubt],
    unread: Collection[DocumentId],
    quarantined: Sequence[Quarantined],
    estimates: Sequence[Estimate],
    ledger: Ledger,
    derived: Derived,
) -> Pages:
    """Bring the pages under `out` up to date. Of an encrypted case none are drawn: they would lie open on the disk.

    unread   documents that nothing was read of          doubts   of every step, most at stake first
    """
    if case.key is not None:
        return Pages(written=[], unchanged=0, removed=[], refused=[])
    keys = _keys(case, resolved, linked, assessed, doubts=doubts)
    before = {each.event: each.key for each in derived.load(MadeFrom, DRAWN_FROM) or ()}
    house = Material(
        title=case.title,
        scope=", ".join(case.scope.places),
        findings=assessed.findings,
        events={each.id: each for each in linked.events},
        claims=resolved.claims,
        documents={each.id: each for each in resolved.documents},
        texts=Texts(ledger, [each.id for each in resolved.documents]),
        origins=resolved.origins,
        totals=assessed.totals,
        series=assessed.series,
        doubts=doubts,
        quarantined=quarantined,
        parties={each.id: each for each in known.parties},
        sources={each.id: each for each in known.sources},
        places={each.id: each for each in known.places},
        links=linked.links,
        situations=linked.situations,
        lasting={each.id: each for each in assessed.lasting},
        unread=frozenset(unread),
        estimates=estimates,
        policies=policies_run(case),
        differences=differences_of(case),
        outlines=natural_earth().with_more(of_packs(case.packs)),
    )
    pages = write_pages(out, house, changed={event for event, key in keys.items() if before.get(event) != key})
    rows = [MadeFrom(event=event, key=key) for event, key in keys.items()]
    derived.save(MadeFrom, DRAWN_FROM, digest(*keys.values()), rows)
    return pages


def _keys(
    case: Case, resolved: Resolved, linked: Linked, assessed: Assessed, *, doubts: Sequence[Doubt]
) -> Mapping[EventId, str]:
    """Of each event: its finding, what it was made from, its links and their far ends, and the doubts about it."""
    home = {claim: each.id for each in assessed.findings for claim in each.claims}
    beside: dict[EventId, list[str]] = defaultdict(list)
    for link in linked.links:
        ends = (home.get(link.left), home.get(link.right))
        for end in dict.fromkeys(ends):
            if end is not None:
                beside[end].append(digest(to_json(link), *ends))
    for doubt in doubts:
        for end in dict.fromkeys(home.get(about, about) for about in doubt.about):  # type: ignore[call-overload]
            beside[end].append(to_json(doubt))
    within = {each.id: to_json(each) for each in linked.situations}
    titles = {each.id: to_json((each.title, each.source, each.name)) for each in resolved.documents}
    return {
        each.id: digest(
            case.title,
            *case.packs,
            assessed.keys[each.id],
            to_json(each),
            within.get(each.within) if each.within else None,
            *(titles[document] for document in each.documents),
            *beside[each.id],
        )
        for each in assessed.findings
    }


def policies_run(case: Case) -> list[PolicyRun]:
    """The policies of a case, in the order of case.toml."""
    found = policies_of(case).values()
    return [PolicyRun(name=each.name, version=each.version, source=each.source) for each in found]


def differences_of(case: Case) -> Differences:
    """Why a policy gives other figures for an event than the headline of the case."""
    headline = case.policies.headline

    def differences(finding: Finding, policy: str) -> list[Reason]:
        if policy == headline or not {policy, headline} <= finding.policies.keys():
            return []
        first, second = finding.policies[headline], finding.policies[policy]
        harms = dict.fromkeys((*first.tolls, *second.tolls))
        return [each for harm in harms for each in difference(headline, first, policy, second, harm)]

    return differences
