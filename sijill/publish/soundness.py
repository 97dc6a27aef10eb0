"""Does every figure rest on words, and do the words stand where the claim says? What does not is refused, with why."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sijill.model.beside.pattern import Pattern
from sijill.model.beside.series import Series
from sijill.model.claim import Claim, ClaimId
from sijill.model.decision import Reason
from sijill.model.document import DocumentId
from sijill.model.finding import CasualtyRange, Finding
from sijill.publish import figures, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A finding, a running toll or what recurs that does not leave, and why.

    what   act, place and date without the figure that a title may hold
    """

    id: str
    what: str
    reason: Reason


def sound(claim: Claim, text: str | None) -> bool:
    """Does the claim's span read exactly as quoted?"""
    start, end = claim.span
    return text is not None and 0 <= start < end <= len(text) and text[start:end] == claim.quote


def fault_of(
    finding: Finding, claims: Mapping[ClaimId, Claim], texts: Callable[[DocumentId], str | None]
) -> Reason | None:
    """Why a finding may not be published; None when every figure rests on words that stand in a document."""
    for name, figure in _figures(finding):
        for bound, rests_on in ((figure.low, figure.low_rests_on), (figure.high, figure.high_rests_on)):
            if bound is not None and not rests_on:
                return Reason(code="figure_rests_on_nothing", values={"figure": name, "number": bound})
    return without_words(_leaned_on(finding), claims, texts)


def without_words(
    leaned_on: Iterable[ClaimId], claims: Mapping[ClaimId, Claim], texts: Callable[[DocumentId], str | None]
) -> Reason | None:
    """The first of these claims that is not there, or quotes words that do not stand at their place."""
    for claim_id in dict.fromkeys(leaned_on):
        claim = claims.get(claim_id)
        if claim is None:
            return Reason(code="claim_missing", values={"claim": claim_id})
        if not sound(claim, texts(claim.document)):
            return Reason(code="quote_not_in_text", values={"claim": claim_id, "document": claim.document})
    return None


def _figures(finding: Finding) -> Iterator[tuple[str, CasualtyRange]]:
    tables = [("", finding.tolls), *((f"{policy}.", each.tolls) for policy, each in finding.policies.items())]
    for prefix, tolls in tables:
        for harm, figure in tolls.items():
            yield f"{prefix}{harm.value}", figure
            for part in (figure.by_status, figure.by_group):
                yield from ((f"{prefix}{harm.value}.{name}", each) for name, each in part.items())


def _leaned_on(finding: Finding) -> Iterator[ClaimId]:
    """Every claim that something on the finding's page stands on."""
    yield from finding.claims
    for _, figure in _figures(finding):
        yield from figure.low_rests_on
        yield from figure.high_rests_on
        for moment in figure.over_time:
            yield from moment.claims
    for row in finding.attribution:
        yield from row.accused_by
        yield from row.accepted_by
        yield from row.interested
        yield from (denial.claim for denial in row.denied_by)
    for contradiction in finding.contradictions:
        yield from contradiction.claims


def refused_of(
    findings: Iterable[Finding], claims: Mapping[ClaimId, Claim], text_of: Callable[[DocumentId], str | None]
) -> list[Refused]:
    """The findings whose figures do not stand on words."""
    faults = ((each, fault_of(each, claims, text_of)) for each in findings)
    return [refused(each, fault) for each, fault in faults if fault]


def refused(finding: Finding, reason: Reason) -> Refused:
    """A finding that does not leave, named without the figure that its title may hold."""
    place = finding.where.text or "place not known"
    what = f"{words.plain(finding.act)}, {place}, {figures.period(finding.when)} ({finding.id})"
    return Refused(id=finding.id, what=what, reason=reason)


def said_in(beside: Series | Pattern) -> tuple[ClaimId, ...]:
    """The claims that a running toll, or what recurs, stands on besides its events."""
    if isinstance(beside, Pattern):
        return beside.claims
    return tuple(claim for bulletin in beside.bulletins for claim in bulletin.claims)


def refused_beside(beside: Series | Pattern, reason: Reason) -> Refused:
    """A running toll or what recurs that does not leave, named without its figure."""
    if isinstance(beside, Pattern):
        what = f"what recurs, {words.plain(beside.kind)}, {beside.party} ({beside.id})"
    else:
        what = f"running toll, {words.plain(beside.harm)}, {figures.period(beside.when)} ({beside.id})"
    return Refused(id=beside.id, what=what, reason=reason)
