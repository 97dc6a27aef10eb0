"""Who copied whom. Two papers that print one agency, or quote one monitor, are one origin.

Documents: runs of five words that two texts share, out of those of the shorter one (containment). Runs that many
documents share are furniture of a site and count for nothing. An inverted index over one run in four, chosen by its
hash, keeps this near-linear. Claims: the innermost speaker with an identity is the origin, else the document's own
voice, which is that of its agency, its outlet, or its group of copies.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zlib import crc32

from sijill.language.folding import fold
from sijill.model.claim import Claim, ClaimId, Harm, Stance
from sijill.model.decision import Doubt, Reason, Step, doubt
from sijill.model.document import Document, DocumentId
from sijill.model.source import OriginId, SourceId, Speaker, SpeakerKind
from sijill.resolve.knowledge import SourceNames, party_key

RUN = 5
ONE_IN = 4
FEWEST = 4
"""Sampled runs below which a text is compared as a whole only: about twenty words."""

COPY = 0.5
"""Containment from which one text is a copy of the other."""

PERHAPS = 0.3
"""Containment from which it is asked."""

SHARE_OF_LARGER = 0.3
"""A copied paragraph in a long survey does not make the survey a copy."""

FURNITURE = 60
"""Documents that share a run beyond which it is furniture; pairs are counted with the first STAR of a run only."""

STAR = 8
_WORD = re.compile(r"\w+")
_CREDIT = re.compile(
    r"\(\s*([\w .-]{2,30}?)\s*\)\s*[-–—]|[-–—/]\s*\(?([A-Z][\w .-]{1,30}?)\)?\s*\.?\s*$|"
    r"(?:Source|Agency|Credit|via)\s*:\s*([\w .-]{2,30})|\(([A-Z][\w ]{1,20})\s+(?:reporting|Reporting)"
)
_REPORTING_BY = re.compile(r"\bReporting by\b")
GENERIC_KINDS = frozenset(
    {SpeakerKind.ANONYMOUS, SpeakerKind.LOCAL, SpeakerKind.EYEWITNESS, SpeakerKind.SOCIAL, SpeakerKind.UNKNOWN}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """documents: the group of copies of each; voices: whose voice each speaks in; claims: the origin of each."""

    documents: Mapping[DocumentId, OriginId]
    voices: Mapping[DocumentId, OriginId]
    claims: Mapping[ClaimId, OriginId]
    doubts: tuple[Doubt, ...]


def find_origins(
    documents: Iterable[Document],
    texts: Mapping[DocumentId, str],
    claims: Iterable[Claim],
    outlets: Mapping[DocumentId, SourceId | None],
    sources: SourceNames,
) -> Origins:
    """Group documents by copied text and claims by origin.

    claims    resolved: their speakers have sources and parties
    outlets   the known source each document was captured under
    """
    listed = sorted(documents, key=lambda document: (document.published or "9999", document.id))
    groups, doubts = group_copies(listed, texts)
    credits = {document.id: credited_agency(texts.get(document.id, ""), sources) for document in listed}
    voices = _voices(listed, groups, credits, outlets)
    by_claim = _origins_of_claims(list(claims), groups, voices)
    return Origins(documents=groups, voices=voices, claims=by_claim, doubts=tuple(doubts))


def _origins_of_claims(
    claims: list[Claim], groups: Mapping[DocumentId, OriginId], voices: Mapping[DocumentId, OriginId]
) -> dict[ClaimId, OriginId]:
    """By speaker. A headline that repeats a number, or without any the harm, which its own text, or the text it copies,
    has from one source only is of that source."""
    spoken = {claim.id: origin_of_claim(claim, voices) for claim in claims}
    said: dict[tuple[OriginId, Harm, int | None], set[OriginId]] = defaultdict(set)
    first: dict[tuple[DocumentId, Harm], int] = {}
    for claim in claims:
        if spoken[claim.id] != voices[claim.document] and claim.stance is Stance.ASSERTS:
            for number in {None, _number(claim)}:
                said[groups[claim.document], claim.harm, number].add(spoken[claim.id])
            where = (claim.document, claim.harm)
            first[where] = min(first.get(where, claim.span[0]), claim.span[0])
    for claim in claims:
        before = claim.span[0] < first.get((claim.document, claim.harm), 0)
        heading = before and claim.harm is not Harm.NONE and not claim.speakers
        if spoken[claim.id] == voices[claim.document] and (_number(claim) is not None or heading):
            told = said.get((groups[claim.document], claim.harm, _number(claim)), set())
            if len(told) == 1:
                spoken[claim.id] = next(iter(told))
    return spoken


def _number(claim: Claim) -> int | None:
    return claim.toll.number if claim.toll is not None else None


def group_copies(
    listed: list[Document], texts: Mapping[DocumentId, str]
) -> tuple[dict[DocumentId, OriginId], list[Doubt]]:
    """The group of copies of each document, named after its earliest. `listed` stands in order of publication."""
    runs = {document.id: _runs(texts.get(document.id, "")) for document in listed}
    leader = {document.id: document.id for document in listed}
    for ids in _identical(listed, texts):
        for each in ids[1:]:
            leader[each] = ids[0]
    order = {document.id: number for number, document in enumerate(listed)}
    shared, sizes = _shared_runs(listed, runs)
    doubts: list[Doubt] = []
    for (first, second), count in shared.items():
        smaller, larger = sorted((sizes[first], sizes[second]))
        if smaller < FEWEST or _root(first, leader) == _root(second, leader):
            continue
        if count >= COPY * smaller and count >= SHARE_OF_LARGER * larger:
            early, late = sorted((_root(first, leader), _root(second, leader)), key=order.__getitem__)
            leader[late] = early
        elif PERHAPS * smaller <= count < COPY * smaller and count >= SHARE_OF_LARGER * larger:
            question = Reason(code="copy_of", values={"shared": round(count / smaller, 2)})
            doubts.append(doubt(Step.RESOLVE, question, (second, first), (first,)))
    groups = {document.id: OriginId(f"copies:{_root(document.id, leader)}") for document in listed}
    return groups, [each for each in doubts if groups[DocumentId(each.about[0])] != groups[DocumentId(each.about[1])]]


def credited_agency(text: str, sources: SourceNames) -> SourceId | None:
    """The agency that a text credits in its first or last words: "(Reuters) -", "-AFP", "Reporting by"."""
    head, tail = text[:300], text[-300:]
    for part in (head, tail):
        for match in _CREDIT.finditer(part):
            source = _medium(next(group for group in match.groups() if group), sources)
            if source is not None:
                return source
    return _medium("Reuters", sources) if _REPORTING_BY.search(tail) and "Reuters" in tail else None


def origin_of_claim(claim: Claim, voices: Mapping[DocumentId, OriginId]) -> OriginId:
    """The innermost speaker with an identity; else the document's own voice."""
    for speaker in reversed(claim.speakers):
        origin = origin_of_speaker(speaker)
        if origin is not None:
            return origin
    return voices[claim.document]


def origin_of_speaker(speaker: Speaker) -> OriginId | None:
    """A known source, a party by an office, or a name. None for voices that are not told apart ("a source")."""
    if speaker.source is not None:
        return OriginId(f"source:{speaker.source}")
    if speaker.party is not None and speaker.kind in (SpeakerKind.OFFICIAL, SpeakerKind.PARTY):
        return OriginId(f"party:{speaker.party}")
    if speaker.kind in GENERIC_KINDS and not _is_proper(speaker.name):
        return None
    return OriginId(f"name:{fold(speaker.name)}") if _is_proper(speaker.name) else None


def _is_proper(name: str) -> bool:
    """Two words with capitals: a name, and not a word that begins a sentence or carries an adjective of a country."""
    return sum(1 for word in name.split() if word[:1].isupper() and word.casefold() not in ("the", "a", "an")) >= 2


def _medium(name: str, sources: SourceNames) -> SourceId | None:
    ids = sources.by_name.get(party_key(name.strip(" .")), ())
    return ids[0] if len(ids) == 1 and sources.by_id[ids[0]].kind is SpeakerKind.MEDIA else None


def _voices(
    listed: list[Document],
    groups: Mapping[DocumentId, OriginId],
    credits: Mapping[DocumentId, SourceId | None],
    outlets: Mapping[DocumentId, SourceId | None],
) -> dict[DocumentId, OriginId]:
    """Of a group: the agency that any of it credits, else the outlet of the earliest, else the group itself."""
    credited: dict[OriginId, SourceId] = {}
    first: dict[OriginId, SourceId | None] = {}
    for document in listed:
        group, agency = groups[document.id], credits[document.id]
        if agency is not None:
            credited.setdefault(group, agency)
        first.setdefault(group, outlets.get(document.id))
    voice = {group: credited.get(group) or first[group] for group in first}
    return {
        document.id: OriginId(f"source:{known}") if (known := voice[groups[document.id]]) else groups[document.id]
        for document in listed
    }


def _runs(text: str) -> frozenset[int]:
    """Hashes of the sampled runs of RUN words."""
    words = _WORD.findall(text.casefold())
    hashes = (crc32(" ".join(words[i : i + RUN]).encode()) for i in range(len(words) - RUN + 1))
    return frozenset(each for each in hashes if each % ONE_IN == 0)


def _identical(listed: list[Document], texts: Mapping[DocumentId, str]) -> list[list[DocumentId]]:
    same: dict[tuple[str, ...], list[DocumentId]] = defaultdict(list)
    for document in listed:
        words = tuple(texts.get(document.id, "").casefold().split())
        if words:
            same[words].append(document.id)
    return [ids for ids in same.values() if len(ids) > 1]


def _shared_runs(
    listed: list[Document], runs: Mapping[DocumentId, frozenset[int]]
) -> tuple[Counter[tuple[DocumentId, DocumentId]], dict[DocumentId, int]]:
    """Runs that pairs share, and how many runs that are no furniture each document has."""
    holders: dict[int, list[DocumentId]] = defaultdict(list)
    for document in listed:
        for each in sorted(runs[document.id]):
            holders[each].append(document.id)
    sizes = {document.id: len(runs[document.id]) for document in listed}
    shared: Counter[tuple[DocumentId, DocumentId]] = Counter()
    for ids in holders.values():
        if len(ids) > FURNITURE:
            for holder in ids:
                sizes[holder] -= 1
            continue
        for i, second in enumerate(ids):
            for first in ids[: min(i, STAR)]:
                shared[first, second] += 1
    return shared, sizes


def _root(document: DocumentId, leader: dict[DocumentId, DocumentId]) -> DocumentId:
    while leader[document] != document:
        leader[document] = leader[leader[document]]
        document = leader[document]
    return document
