"""Headlines that say where only roughly: "12 killed near the capital", over a report of a village an hour away."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from sijill.link.pairs.compare import compare_headlines, distance_km
from sijill.link.pairs.sketch import NOTHING, Sketch
from sijill.model.claim import ClaimId

ABOUT_KM = 60.0
"""A headline names the city that its readers know: the place of the report may lie so far from it."""


def rough_headings(drawn: Sequence[Sketch]) -> frozenset[ClaimId]:
    """The claims of headlines that name another town or area than the count below them, not farther than ABOUT_KM; of
    a village that no table has, its province is not farther.

    drawn   in order of document and text
    """
    return frozenset(each for _, told in groupby(drawn, key=lambda each: each.document) for each in _rough(list(told)))


def _rough(told: Sequence[Sketch]) -> Iterator[ClaimId]:
    first = told[0]
    for head in told:
        if head.begin != first.begin:
            return
        if head.level >= 3 and any(_tells_it_finer(head, below) for below in told):
            yield head.id


def _tells_it_finer(head: Sketch, below: Sketch) -> bool:
    finer = below.level >= 3 or (below.level == 2 and below.unlisted is not None)
    if not finer or below.place == head.place or compare_headlines(head, below) is None:
        return False
    apart = distance_km(head, below)
    somewhere = below.radius_km if below.level < 3 else 0.0
    return apart is not None and apart - somewhere <= ABOUT_KM


def without_place(heading: Sketch) -> Sketch:
    """The same claim, that may be anywhere."""
    return replace(heading, place=None, level=0, ring=NOTHING, town=None, lat=None, lon=None, described=True)
