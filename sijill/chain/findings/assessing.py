"""Assessing, event by event: a finding is kept while its event, its claims and what is known of them stay the same."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sijill.assess.findings import assess_event
from sijill.assess.patterns import patterns
from sijill.assess.policies import Policy
from sijill.assess.remains import remains_of
from sijill.assess.running import series_of
from sijill.assess.standing import standing
from sijill.assess.testimony import Testimony, testimony
from sijill.assess.totals import totals
from sijill.case import FILE, Case, WrongValue
from sijill.chain.derived import FINDINGS, LASTING, MADE_FROM, PATTERNS, REMAINS, SERIES, TOTALS, Derived, MadeFrom
from sijill.chain.findings.methods import policies_of
from sijill.chain.knowledge import Known
from sijill.chain.resolving import Resolved
from sijill.chain.versions import digest, version_of
from sijill.language.folding import fold
from sijill.link.bearing import Bearing
from sijill.link.events import Linked
from sijill.model.beside.pattern import Pattern
from sijill.model.beside.series import Series
from sijill.model.claim import Claim, ClaimId, Modality, Reach
from sijill.model.decision import Decision, Doubt
from sijill.model.document import Document, DocumentId
from sijill.model.event import Event, EventId, Situation
from sijill.model.exchange import to_json
from sijill.model.finding import EventStatus, Finding, Total
from sijill.model.party import Party, PartyId
from sijill.model.person import Remains
from sijill.model.place import Place, PlaceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """Findings in order of time; `lasting` are those of situations. All of it is made again only where it must be.

    again   events and situations whose finding was made anew          keys   what each finding was made from
    doubts  on decisions about events that are not as they were
    """

    findings: Sequence[Finding]
    lasting: Sequence[Finding]
    totals: Sequence[Total]
    series: Sequence[Series]
    remains: Sequence[Remains]
    patterns: Sequence[Pattern]
    again: frozenset[EventId]
    keys: Mapping[EventId, str]
    doubts: Sequence[Doubt] = ()


def assess_events(
    linked: Linked,
    resolved: Resolved,
    *,
    case: Case,
    known: Known,
    unread: Collection[DocumentId],
    backlog: int,
    decisions: Sequence[Decision],
    derived: Derived,
) -> Assessed:
    """Findings of all events, totals over them, and the running tolls that stand beside these.

    unread    documents that nothing was read of          backlog   documents and rows that are not read
    decisions those of kind `status` are used
    raises    NoSuchPolicy, PolicyTaken, NotAPolicy, WrongValue for a place of the scope that nobody knows
    """
    decided = standing(decisions, linked.events)
    context = _Context(
        resolved=resolved,
        known=known,
        case=case,
        documents={each.id: each for each in resolved.documents},
        parties={each.id: each for each in known.parties},
        places={each.id: each for each in known.places},
        status=decided.status,
        policies=policies_of(case),
    )
    before = {each.event: each.key for each in derived.load(MadeFrom, MADE_FROM) or ()}
    resting = {each.id: each for name in (FINDINGS, LASTING) for each in derived.load(Finding, name) or ()}
    all_: list[Event | Situation] = [*linked.events, *linked.situations]
    keys = {each.id: context.key(each) for each in all_}
    again = frozenset(id_ for id_, key in keys.items() if before.get(id_) != key or id_ not in resting)

    def found(each: Event | Situation) -> Finding:
        return context.assess(each) if each.id in again else resting[each.id]

    findings = sorted(map(found, linked.events), key=_in_time)
    lasting = sorted(map(found, linked.situations), key=_in_time)
    read = [each for each in resolved.documents if each.id not in unread]
    inside = _scope(case, known)
    scoped = [each for each in findings if inside(each)]
    summed = _totals(scoped, case, known, read, backlog=backlog)
    running = context.running(linked.aside, scoped, summed)
    found_dead = remains_of(findings, resolved.claims, places=context.places)
    made = Assessed(
        findings=findings,
        lasting=lasting,
        totals=summed,
        series=running,
        remains=found_dead,
        patterns=context.patterns(findings),
        again=again,
        keys=keys,
        doubts=decided.doubts,
    )
    _keep(made, derived, backlog)
    return made


def _keep(made: Assessed, derived: Derived, backlog: int) -> None:
    key = digest(*made.keys.values())
    derived.save(Finding, FINDINGS, key, made.findings)
    derived.save(Finding, LASTING, key, made.lasting)
    derived.save(MadeFrom, MADE_FROM, key, (MadeFrom(event=id_, key=each) for id_, each in made.keys.items()))
    derived.save(Total, TOTALS, digest(key, str(backlog), to_json(made.totals)), made.totals)
    derived.save(Series, SERIES, digest(key, to_json(made.series)), made.series)
    derived.save(Remains, REMAINS, digest(key, to_json(made.remains)), made.remains)
    derived.save(Pattern, PATTERNS, digest(key, to_json(made.patterns)), made.patterns)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """What stays the same for all events of a run."""

    resolved: Resolved
    known: Known
    case: Case
    documents: Mapping[DocumentId, Document]
    parties: Mapping[PartyId, Party]
    places: Mapping[PlaceId, Place]
    status: Mapping[EventId, EventStatus]
    policies: Mapping[str, Policy]

    def assess(self, each: Event | Situation) -> Finding:
        return assess_event(
            each,
            self.resolved.claims,
            origins=self.resolved.origins,
            documents=self.documents,
            parties=self.parties,
            outlets=self.resolved.outlets,
            places=self.places,
            policies=self.policies,
            headline=self.case.policies.headline,
            status=self.status.get(each.id),
        )

    def running(
        self, aside: Mapping[ClaimId, str], counted: Sequence[Finding], summed: Sequence[Total]
    ) -> list[Series]:
        """Running tolls beside what the totals count."""
        told = [self._heard(self.resolved.claims[claim]) for claim, why in aside.items() if why == Bearing.CUMULATIVE]
        rests_on = {event for total in summed for event in total.rests_on}
        return series_of(
            told,
            [each for each in counted if each.id in rests_on],
            policy=self.case.policies.headline,
            places=self.places,
            unsure={each.harm: each.may_repeat for each in summed},
        )

    def patterns(self, findings: Sequence[Finding]) -> list[Pattern]:
        """What recurs over these events, and what parties say of themselves in general."""
        general = [
            each
            for each in self.resolved.claims.values()
            if each.reach is Reach.GENERAL or each.modality not in (Modality.ACTUAL, Modality.HYPOTHETICAL)
        ]
        return patterns(findings, self.resolved.claims, places=self.places, spoken=map(self._heard, general))

    def _heard(self, claim: Claim) -> Testimony:
        resolved = self.resolved
        return testimony(claim, origins=resolved.origins, documents=self.documents, outlets=resolved.outlets)

    def key(self, each: Event | Situation) -> str:
        """Of the event, of its claims with their origins and documents, and of everything that is known."""
        ids = (*each.claims, *(each.beside if isinstance(each, Event) else ()))
        heard = [self._testimony(self.resolved.claims[id_]) for id_ in ids]
        made_with = version_of("assess", "language", "model")
        made_by = [(policy.name, policy.version, policy.source) for policy in self.policies.values()]
        policies, status = to_json((self.case.policies, made_by)), self.status.get(each.id)
        return digest(made_with, policies, self.known.digest, to_json(each), to_json(heard), status)

    def _testimony(self, claim: Claim) -> tuple[object, ...]:
        """What a finding depends on: the claim, whose word it is, and what its document says of itself."""
        document, outlet = self.documents[claim.document], self.resolved.outlets.get(claim.document)
        origin = self.resolved.origins.get(claim.id)
        return claim, origin, document.origin, document.published, outlet.id if outlet else None


def _in_time(finding: Finding) -> tuple[str, str]:
    return finding.when.start or finding.when.end or "9999", finding.id


def _totals(
    findings: Sequence[Finding], case: Case, known: Known, read: Sequence[Document], *, backlog: int
) -> list[Total]:
    """Over the events in the scope of the case."""
    return totals_of(
        findings,
        case,
        scope=", ".join(case.scope.places) or case.title,
        places=known.places,
        backlog=backlog,
        processed_through=max((each.published for each in read if each.published is not None), default=None),
    )


def totals_of(
    findings: Sequence[Finding],
    case: Case,
    *,
    scope: str,
    places: Iterable[Place],
    backlog: int,
    processed_through: str | None,
) -> list[Total]:
    """Totals of these events under the headline policy of the case, with what lies in what."""
    return totals(
        findings,
        scope=scope,
        backlog=backlog,
        processed_through=processed_through,
        policy=case.policies.headline,
        places={each.id: each for each in places},
    )


def _scope(case: Case, known: Known) -> Callable[[Finding], bool]:
    """Whether an event lies in the scope of the case; one without a place or a date cannot be said to lie outside.

    Raises WrongValue for a place of the scope that nobody knows.
    """
    wanted: set[PlaceId] = set()
    for name in case.scope.places:
        folded = fold(name)
        found = {each.id for each in known.places if folded in {fold(n) for n in (each.name, *each.aliases)}}
        if not found:
            names = "names of places that the packs or hand/places.csv have"
            raise WrongValue(path=case.folder / FILE, key="scope.places", seen=name, wanted=names)
        wanted |= found
    around = {each.id: {each.id, *each.within} for each in known.places}
    first, last = case.scope.start, case.scope.end

    def inside(finding: Finding) -> bool:
        place, when = finding.where.place, finding.when
        placed = not wanted or place is None or bool(around.get(place, {place}) & wanted)
        early = first is not None and when.end is not None and when.end < first.isoformat()
        late = last is not None and when.start is not None and when.start[:10] > last.isoformat()
        return placed and not early and not late

    return inside
