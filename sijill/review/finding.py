"""Find: events, claims, documents and persons by words and by filters. The same selection is a table and a map."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from urllib.parse import urlencode

from sijill.model.claim import Claim
from sijill.model.document import Document
from sijill.model.finding import Finding
from sijill.review.view import View

Words = Callable[[str, str], list[str]]
"""Ids that a query finds among a kind (event, claim, document), the best first."""
ORDERS = ("time", "toll", "sources", "contradictions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What is looked for; "" leaves it open. start, end: days; least: persons killed at least."""

    words: str = ""
    status: str = ""
    act: str = ""
    harm: str = ""
    party: str = ""
    place: str = ""
    source: str = ""
    start: str = ""
    end: str = ""
    least: str = ""
    open: str = ""
    order: str = ""

    @property
    def address(self) -> str:
        """As the query of an address."""
        told = {each.name: getattr(self, each.name) for each in fields(self) if getattr(self, each.name)}
        return urlencode(told)


def filter_of(asked: Mapping[str, str]) -> Filter:
    """From the query of an address; what a filter does not know is left out."""
    return Filter(**{each.name: asked.get(each.name, "").strip()[:200] for each in fields(Filter)})


def find_events(view: View, wanted: Filter, words: Words) -> list[Finding]:
    """Events for which everything holds."""
    found: Iterable[Finding] = view.findings
    if not wanted.address:
        return list(view.findings)
    if wanted.words:
        by_title, by_claim = words(wanted.words, "event"), words(wanted.words, "claim")
        of_claims = [event for each in by_claim if (event := view.event_of.get(each)) is not None]
        found = [view.finding_of[each] for each in dict.fromkeys((*by_title, *of_claims)) if each in view.finding_of]
    tests = [test for name, test in TESTS.items() if getattr(wanted, name)]
    kept = [each for each in found if all(test(each, wanted, view) for test in tests)]
    return _ordered(kept, wanted)


def find_claims(view: View, wanted: Filter, words: Words) -> list[Claim]:
    """Claims whose words are found."""
    return [view.claims[each] for each in words(wanted.words, "claim") if each in view.claims]


def find_documents(view: View, wanted: Filter, words: Words) -> list[Document]:
    """Documents whose words are found; without any, all of them, the latest published first."""
    if wanted.words:
        found = [view.documents[each] for each in words(wanted.words, "document") if each in view.documents]
    else:
        found = view.latest
    if wanted.source:
        found = [each for each in found if (each.source or "") == wanted.source]
    if wanted.open:
        found = [each for each in found if each.id in view.unread]
    return found


def _ordered(findings: Sequence[Finding], wanted: Filter) -> list[Finding]:
    if wanted.order == "toll":
        return sorted(findings, key=lambda each: (-most_killed(each), each.id))
    if wanted.order == "sources":
        return sorted(findings, key=lambda each: (-each.independent_sources, each.id))
    if wanted.order == "contradictions":
        return sorted(findings, key=lambda each: (-len(each.contradictions), each.id))
    if wanted.words:
        return sorted(findings, key=lambda each: (each.when.start or each.when.end or "9999", each.id))
    return list(findings)  # a view has them in order of time


def most_killed(finding: Finding) -> int:
    """The largest number of any harm that its reports give [persons]."""
    numbers = (n for harm, told in finding.tolls.items() if harm.value != "none" for n in (told.low, told.high))
    return max((each for each in numbers if each is not None), default=0)


def _within(finding: Finding, place: str, view: View) -> bool:
    own = finding.where.place
    if own is None:
        return False
    known = view.places.get(own)
    return own == place or (known is not None and place in known.within)


TESTS: Mapping[str, Callable[[Finding, Filter, View], bool]] = {
    "status": lambda each, wanted, view: each.status.value == wanted.status,
    "act": lambda each, wanted, view: each.act.value == wanted.act,
    "harm": lambda each, wanted, view: wanted.harm in {harm.value for harm in each.tolls},
    "party": lambda each, wanted, view: any(row.party == wanted.party for row in each.attribution),
    "place": lambda each, wanted, view: _within(each, wanted.place, view),
    "source": lambda each, wanted, view: any(view.documents[d].source == wanted.source for d in each.documents),
    "start": lambda each, wanted, view: (each.when.end or each.when.start or "") >= wanted.start,
    "end": lambda each, wanted, view: (each.when.start or "9999")[: len(wanted.end)] <= wanted.end,
    "least": lambda each, wanted, view: wanted.least.isdigit() and most_killed(each) >= int(wanted.least),
    "open": lambda each, wanted, view: bool(each.contradictions) or each.id in view.doubts_about,
}
