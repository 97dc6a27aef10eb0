"""Where each event stands in every order and under every filter: counted once a view, so that a list is a look-up.

Of a view that leaves documents out the index is its own, made from what that view holds: nothing can be counted in it
that may not be seen.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sijill.model.document import Document
from sijill.model.finding import Finding
from sijill.model.place import Place

Shelf = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """orders   events in each order; "" and "time" as the view has them
    having   ids of events by filter and value: ("act", "shelling")
    harmed   the largest number of persons that the reports of an event give
    """

    orders: Mapping[str, Sequence[Finding]]
    having: Mapping[Shelf, frozenset[str]]
    harmed: Mapping[str, int]


def indexed(
    findings: Sequence[Finding],
    *,
    documents: Mapping[str, Document],
    places: Mapping[str, Place],
    doubted: Collection[str],
) -> Index:
    """In one pass over the events. doubted: what some doubt is about."""
    having: dict[Shelf, set[str]] = defaultdict(set)
    harmed: dict[str, int] = {}
    for each in findings:
        harmed[each.id] = most_harmed(each)
        for shelf in _shelves(each, documents, places, doubted):
            having[shelf].add(each.id)
    return Index(
        orders={
            "": findings,
            "time": findings,
            "toll": sorted(findings, key=lambda each: (-harmed[each.id], each.id)),
            "sources": sorted(findings, key=lambda each: (-each.independent_sources, each.id)),
            "contradictions": sorted(findings, key=lambda each: (-len(each.contradictions), each.id)),
        },
        having={shelf: frozenset(ids) for shelf, ids in having.items()},
        harmed=harmed,
    )


def most_harmed(finding: Finding) -> int:
    """The largest number of any harm that its reports give [persons]."""
    numbers = (n for harm, told in finding.tolls.items() if harm.value != "none" for n in (told.low, told.high))
    return max((each for each in numbers if each is not None), default=0)


def _shelves(
    finding: Finding, documents: Mapping[str, Document], places: Mapping[str, Place], doubted: Collection[str]
) -> Iterator[Shelf]:
    yield "status", finding.status.value
    yield "act", finding.act.value
    yield from (("harm", harm.value) for harm in finding.tolls)
    yield from (("party", row.party) for row in finding.attribution)
    yield from (("source", documents[each].source or "") for each in finding.documents)
    own = finding.where.place
    if own is not None:
        within = places[own].within if own in places else ()
        yield from (("place", each) for each in (own, *within))
    if finding.contradictions or finding.id in doubted:
        yield "open", "1"
