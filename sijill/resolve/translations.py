"""Reports in two languages that may be one text: they say the same of the same, within three days. Asked, never taken.

What a report says is compared as resolved claims, in which no language is left: numbers of people with their harm,
places, parties, days and known voices.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from sijill.language.days import edges
from sijill.model.claim import Claim
from sijill.model.decision import Doubt, Reason, Step, doubt
from sijill.model.document import Document, DocumentId
from sijill.model.source import Kinship, OriginId, OriginLink
from sijill.resolve.corrections import Corrections

WITHIN_DAYS = 3
FEWEST = 3
"""Things that both say; one of them a number of people."""

SHARE = 0.6
"""Of what the one with less to say has."""

MOST = 40
"""Reports that say one thing, beyond which it tells nothing apart."""

Said = frozenset[Hashable]


def ask_translations(
    listed: Sequence[Document], claims: Iterable[Claim], groups: Mapping[DocumentId, OriginId], judged: Corrections
) -> tuple[list[OriginLink], list[Doubt]]:
    """Candidates as links of kind `translation`, and a doubt for each. `listed` in order of publication."""
    of_document: dict[DocumentId, set[Hashable]] = defaultdict(set)
    for claim in claims:
        of_document[claim.document].update(_said(claim))
    told = [(each, frozenset(of_document[each.id])) for each in listed if each.language and each.id in of_document]
    links, doubts = [], []
    for (one, a), (other, b) in _pairs(told):
        share = len(a & b) / min(len(a), len(b))
        pair = (min(one.id, other.id), max(one.id, other.id))
        if not _alike(a, b) or groups[one.id] == groups[other.id] or pair in judged.different:
            continue
        links.append(OriginLink(left=one.id, right=other.id, kind=Kinship.TRANSLATION, shared=round(share, 2)))
        question = Reason(code="translation_of", values={"shared": round(share, 2), "things": len(a & b)})
        doubts.append(doubt(Step.RESOLVE, question, (other.id, one.id), (one.id,)))
    return links, doubts


def _alike(a: Said, b: Said) -> bool:
    both = a & b
    numbers = sum(1 for each in both if isinstance(each, tuple) and each[0] == "number")
    return len(both) >= FEWEST and numbers > 0 and len(both) >= SHARE * min(len(a), len(b))


def _said(claim: Claim) -> Iterator[Hashable]:
    if claim.toll is not None and claim.toll.number is not None:
        yield ("number", claim.harm, claim.toll.number)
    if claim.where.place is not None:
        yield ("place", claim.where.place)
    if claim.when.start is not None and claim.when.start == claim.when.end:
        yield ("day", claim.when.start)
    yield from (("party", actor.party, claim.stance) for actor in claim.actors if actor.party is not None)
    yield from (("voice", speaker.source) for speaker in claim.speakers if speaker.source is not None)


def _pairs(
    told: Sequence[tuple[Document, Said]],
) -> Iterator[tuple[tuple[Document, Said], tuple[Document, Said]]]:
    """Reports of two languages, told within WITHIN_DAYS, that share a number of people; each pair once."""
    by_number: dict[Hashable, list[int]] = defaultdict(list)
    for at, (_, said) in enumerate(told):
        for each in said:
            if isinstance(each, tuple) and each[0] == "number":
                by_number[each].append(at)
    met: set[tuple[int, int]] = set()
    for holders in by_number.values():
        for place, right in enumerate(holders):
            for left in holders[max(0, place - MOST) : place]:
                one, other = told[left][0], told[right][0]
                if one.language != other.language and _near(one, other):
                    met.add((left, right))
    for left, right in sorted(met):
        yield told[left], told[right]


def _near(one: Document, other: Document) -> bool:
    if one.published is None or other.published is None:
        return True
    first, second = edges(one.published)[1], edges(other.published)[0]
    return abs((second - first).days) <= WITHIN_DAYS
