"""Find: events, claims, documents and persons by words and by filters. The same selection is a table and a map."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import islice
from urllib.parse import urlencode

from sijill.model.claim import Claim
from sijill.model.document import Document
from sijill.model.finding import Finding
from sijill.review.typed import day, whole
from sijill.review.view import View

Words = Callable[[str, str], Iterable[str]]
"""Ids that a query finds among a kind (event, claim, document), the best first."""


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
    told = {each.name: asked.get(each.name, "").strip()[:200] for each in fields(Filter)}
    return Filter(**{name: day(value) or value if name in ("start", "end") else value for name, value in told.items()})


def find_events(view: View, wanted: Filter, words: Words, *, said: frozenset[str] | None = None) -> Sequence[Finding]:
    """Events for which everything holds, in the order that is wanted. said: those that hold the words, if counted."""
    listed = view.index.orders.get(wanted.order, view.findings)
    shelves = [(name, value) for name in SHELVED if (value := getattr(wanted, name))]
    kept = [view.index.having.get((name, "1" if name == "open" else value), _NONE) for name, value in shelves]
    if wanted.words:
        kept.append(said if said is not None else events_said(view, wanted.words, words))
    if kept:
        ids = frozenset.intersection(*sorted(kept, key=len))
        listed = [each for each in listed if each.id in ids]
    tests = [test for name, test in TESTS.items() if getattr(wanted, name)]
    return [each for each in listed if all(test(each, wanted, view) for test in tests)] if tests else listed


def events_said(view: View, wanted: str, words: Words) -> frozenset[str]:
    """Events, sieges and campaigns in whose title or claims the words are found."""
    found: set[str | None] = set(map(view.event_of.get, words(wanted, "claim")))
    found.update(each for each in words(wanted, "event") if each in view.finding_of)
    return frozenset(each for each in found if each is not None)


def find_claims(view: View, wanted: Filter, words: Words, *, most: int | None = None) -> list[Claim]:
    """Claims whose words are found; the first so many."""
    found = (view.claims[each] for each in words(wanted.words, "claim") if each in view.claims)
    return list(islice(found, most))


def find_documents(view: View, wanted: Filter, words: Words, *, most: int | None = None) -> Sequence[Document]:
    """Documents whose words are found; without any, all of them, the latest published first."""
    found: Iterable[Document] = view.latest
    if wanted.words:
        found = (view.documents[each] for each in words(wanted.words, "document") if each in view.documents)
    if wanted.source:
        found = (each for each in found if (each.source or "") == wanted.source)
    if wanted.open:
        found = (each for each in found if each.id in view.unread)
    return found if found is view.latest and most is None else list(islice(found, most))


SHELVED = ("status", "act", "harm", "party", "place", "source", "open")
"""Filters that the index of a view answers."""
_NONE: frozenset[str] = frozenset()
TESTS: Mapping[str, Callable[[Finding, Filter, View], bool]] = {
    "start": lambda each, wanted, view: (each.when.end or each.when.start or "") >= wanted.start,
    "end": lambda each, wanted, view: (each.when.start or "9999")[: len(wanted.end)] <= wanted.end,
    "least": lambda each, wanted, view: view.index.harmed[each.id] >= (whole(wanted.least) or 0),
}
