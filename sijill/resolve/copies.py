"""Which texts are copies of which. Two papers that print one agency are one origin.

Runs of five words that two texts share, out of those of the shorter one (containment): half of them make a copy, of
very short texts more. Where it is less, but too much for chance, the words are laid side by side: a text most of whose
words stand in the other in the same order was reworded. A copied paragraph in a long survey does not make the survey a
copy.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import LCSseq

from sijill.language.days import edges
from sijill.model.dataset import MARK
from sijill.model.decision import Doubt, Reason, Step, doubt
from sijill.model.document import Document, DocumentId
from sijill.model.source import Kinship, OriginId, OriginLink
from sijill.resolve.corrections import NOTHING_CORRECTED, Corrections, Groups
from sijill.resolve.runs import ONE_IN, SHORT, RunReader, Runs, sampled, words_of
from sijill.resolve.runs_in_both import DAYS, Overlap, overlaps

FEWEST = 4
"""Runs below which a text is compared as a whole only: about eight words, twenty of a long text."""

FEWEST_WORDS = 3

COPY, PERHAPS = 0.5, 0.3
"""Containment from which one text is a copy of the other, and from which it is asked."""

TINY, COPY_OF_TINY, PERHAPS_OF_TINY = 40, 0.7, 0.5
"""The same for texts of so few runs, which share formulas of the trade."""

SHARE_OF_LARGER = 0.3

LOOK = 0.1
"""Containment from which the words of two texts are laid side by side."""

REWORDED, PERHAPS_REWORDED = 0.6, 0.5
"""Words of the shorter text that stand in the other in the same order (longest common subsequence). Two texts on one
event in words of their own have about a third."""

MOST_WORDS = 3000


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """groups: of each document, named after its earliest; links: why; doubts: pairs that may be copies."""

    groups: Mapping[DocumentId, OriginId]
    links: tuple[OriginLink, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """Two documents, the earlier first, and how much of the shorter is in the other; not copied: it is asked."""

    one: DocumentId
    other: DocumentId
    share: float
    copied: bool


def group_copies(
    listed: Sequence[Document], texts: Mapping[DocumentId, str], judged: Corrections = NOTHING_CORRECTED
) -> Copies:
    """The groups of copies. `listed` stands in order of publication; `judged` wins over what is found."""
    groups = Groups((each.id for each in listed), judged.different)
    links, asked = [], []
    for one, other in judged.same:
        if {one, other} <= texts.keys() and groups.join(DocumentId(one), DocumentId(other)):
            links.append(OriginLink(left=one, right=other, kind=Kinship.DECIDED, shared=None))
    for one, other in _identical(listed, texts):
        if groups.join(one, other):
            links.append(OriginLink(left=one, right=other, kind=Kinship.IDENTICAL, shared=1.0))
    for pair in _alike(listed, texts):
        if pair.copied and groups.join(pair.one, pair.other):
            links.append(OriginLink(left=pair.one, right=pair.other, kind=Kinship.COPY, shared=round(pair.share, 2)))
        elif not pair.copied:
            asked.append(pair)
    doubts = [
        doubt(
            Step.RESOLVE,
            Reason(code="copy_of", values={"shared": round(each.share, 2)}),
            (each.other, each.one),
            (each.one,),
        )
        for each in asked
        if groups.root(each.one) != groups.root(each.other) and not _judged(each.one, each.other, judged)
    ]
    named = {each.id: OriginId(f"copies:{groups.root(each.id)}") for each in listed}
    return Copies(groups=named, links=tuple(links), doubts=tuple(doubts))


def _judged(one: str, other: str, judged: Corrections) -> bool:
    return (min(one, other), max(one, other)) in judged.different


def _identical(listed: Iterable[Document], texts: Mapping[DocumentId, str]) -> Iterator[tuple[DocumentId, DocumentId]]:
    """Each text with the earliest that has the same words."""
    first: dict[int, list[DocumentId]] = defaultdict(list)
    for document in listed:
        words = _words(texts, document.id)
        same = [each for each in first[hash(words)] if _words(texts, each) == words] if words else []
        if same:
            yield same[0], document.id
        elif words:
            first[hash(words)].append(document.id)


def _words(texts: Mapping[DocumentId, str], document: DocumentId) -> str:
    """The words of a text; "" for what is no text ("404", "en")."""
    words = texts.get(document, "").casefold().split()
    return " ".join(words) if len(words) >= FEWEST_WORDS else ""


def _alike(listed: Sequence[Document], texts: Mapping[DocumentId, str]) -> Iterator[Judged]:
    """Pairs that are copies or may be, the closest first: short ones by all their runs, others by a sample."""
    reader = RunReader()
    prose = [_prose(texts.get(document.id, "")) for document in listed]
    runs = [reader.runs(each) for each in prose]
    days = np.array([_day(document.published) for document in listed], dtype=np.int64)
    short = np.array([len(each) <= SHORT for each in runs], dtype=np.bool_)
    nothing: Runs = np.empty(0, dtype=np.uint64)
    found = [
        pair
        for pair in overlaps([sampled(each) for each in runs], days, least=LOOK)
        if not (short[pair.one] and short[pair.other])
    ]
    found += overlaps([each if small else nothing for each, small in zip(runs, short, strict=True)], days, least=LOOK)
    for pair in sorted(found, key=lambda each: (-each.shared / each.shorter, each.one, each.other)):
        one, other = listed[pair.one].id, listed[pair.other].id
        share, copied = _judge(pair, texts[one], texts[other])
        if copied is not None:
            at_once = _at_once(int(days[pair.one]), int(days[pair.other]))
            yield Judged(one, other, share, copied=copied and at_once)


def _prose(text: str) -> str:
    """The text; nothing of a row of a dataset, which shares its columns with every other."""
    return "" if text.startswith(MARK) else text


def _day(published: str | None) -> int:
    return -1 if published is None else edges(published)[1].toordinal()


def _at_once(one: int, other: int) -> bool:
    """News is reprinted within days. The same words weeks later may be what a site says on every page."""
    return one < 0 or other < 0 or abs(other - one) <= DAYS


def _judge(pair: Overlap, one: str, other: str) -> tuple[float, bool | None]:
    """How much of the shorter text is in the other, and whether that makes a copy; None where nobody would ask."""
    share = pair.shared / pair.shorter
    if pair.shorter < FEWEST or pair.shared < LOOK * pair.longer:
        return share, None
    copy, perhaps = (COPY_OF_TINY, PERHAPS_OF_TINY) if pair.shorter < TINY else (COPY, PERHAPS)
    long_enough = pair.shorter >= SHARE_OF_LARGER * pair.longer
    if share >= copy and pair.shared >= SHARE_OF_LARGER * pair.longer:
        return share, True
    in_order = _in_order(one, other) if long_enough and pair.shorter >= TINY // ONE_IN else 0.0
    if in_order >= REWORDED:
        return in_order, True
    asked = in_order >= PERHAPS_REWORDED or (share >= perhaps and pair.shared >= SHARE_OF_LARGER * pair.longer)
    return max(share, in_order), False if asked else None


def _in_order(one: str, other: str) -> float:
    """Share of the words of the shorter text that stand in the other in the same order."""
    a, b = words_of(one)[:MOST_WORDS], words_of(other)[:MOST_WORDS]
    return LCSseq.similarity(a, b) / min(len(a), len(b)) if a and b else 0.0
