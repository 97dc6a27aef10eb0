"""Whose word a claim is in the end: of an agency, a source that papers quote, a party by its offices, a named person.

The innermost speaker with an identity is the origin of a claim, else its document's own voice, which is that of its
agency, its outlet, or its group of copies.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sijill.language.folding import fold
from sijill.model.claim import Claim, ClaimId, Harm, Stance
from sijill.model.decision import Doubt
from sijill.model.document import Document, DocumentId
from sijill.model.source import Kinship, OriginId, OriginLink, SourceId, Speaker, SpeakerKind
from sijill.resolve.copies import group_copies
from sijill.resolve.corrections import NOTHING_CORRECTED, Corrections, corrected
from sijill.resolve.knowledge import SourceNames, party_key
from sijill.resolve.translations import ask_translations

_CREDIT = re.compile(
    r"\(\s*([\w .-]{2,30}?)\s*\)\s*[-–—]|[-–—/]\s*\(?([A-Z][\w .-]{1,30}?)\)?\s*\.?\s*$|"
    r"(?:Source|Agency|Credit|via)\s*:\s*([\w .-]{2,30})|\(([A-Z][\w ]{1,20})\s+(?:reporting|Reporting)"
)
_REPORTING_BY = re.compile(r"\bReporting by\b")
GENERIC_KINDS = frozenset(
    {SpeakerKind.ANONYMOUS, SpeakerKind.LOCAL, SpeakerKind.EYEWITNESS, SpeakerKind.SOCIAL, SpeakerKind.UNKNOWN}
)
OFFICES = frozenset({"governor", "mayor"})
"""A place has one of each."""
OF_THE_PLACE = frozenset("city city's local provincial province's town town's".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """documents: the group of copies of each; voices: whose voice each speaks in; claims: the origin of each.

    links   the graph: why documents are one origin
    """

    documents: Mapping[DocumentId, OriginId]
    voices: Mapping[DocumentId, OriginId]
    claims: Mapping[ClaimId, OriginId]
    links: tuple[OriginLink, ...]
    doubts: tuple[Doubt, ...]


def find_origins(
    documents: Iterable[Document],
    texts: Mapping[DocumentId, str],
    claims: Iterable[Claim],
    outlets: Mapping[DocumentId, SourceId | None],
    sources: SourceNames,
    *,
    judged: Corrections = NOTHING_CORRECTED,
) -> Origins:
    """Group documents by copied text and claims by origin.

    claims    resolved: their speakers have sources and parties
    outlets   the known source each document was captured under
    judged    what people decided about origins; it wins
    """
    listed = sorted(documents, key=lambda document: (document.published or "9999", document.id))
    copies, told = group_copies(listed, texts, judged), list(claims)
    groups = copies.groups
    credits = {document.id: credited_agency(texts.get(document.id, ""), sources) for document in listed}
    voices = _voices(listed, groups, credits, outlets)
    spoken = _origins_of_claims(told, groups, voices)
    by_claim, lost = corrected(spoken, voices, judged, groups)
    translated, asked = ask_translations(listed, told, groups, judged)
    return Origins(
        documents=groups,
        voices=voices,
        claims=by_claim,
        links=(*copies.links, *_credited(credits), *translated),
        doubts=(*copies.doubts, *asked, *lost),
    )


def _credited(credits: Mapping[DocumentId, SourceId | None]) -> list[OriginLink]:
    return [
        OriginLink(left=document, right=f"source:{agency}", kind=Kinship.CREDIT, shared=None)
        for document, agency in credits.items()
        if agency is not None
    ]


def _origins_of_claims(
    claims: list[Claim], groups: Mapping[DocumentId, OriginId], voices: Mapping[DocumentId, OriginId]
) -> dict[ClaimId, OriginId]:
    """By speaker. A headline that repeats a number, or without any the harm, which its own text, or the text it copies,
    has from one source only is of that source."""
    spoken = _by_office(claims, {claim.id: origin_of_claim(claim, voices) for claim in claims}, voices)
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


def _by_office(
    claims: Iterable[Claim], spoken: Mapping[ClaimId, OriginId], voices: Mapping[DocumentId, OriginId]
) -> dict[ClaimId, OriginId]:
    """ "The provincial governor" is Governor Ada Brandt, whom the same document names by her office and nobody else by
    it: not the voice of the outlet, which may tell another number later."""
    named: dict[tuple[DocumentId, str], set[OriginId]] = defaultdict(set)
    told = [(claim, claim.speakers[-1]) for claim in claims if claim.speakers]
    for claim, speaker in told:
        origin = origin_of_speaker(speaker)
        if origin is not None and speaker.source is None and speaker.party is None:
            named[claim.document, fold(speaker.name).removeprefix("the ").split()[0]].add(origin)
    found = dict(spoken)
    for claim, speaker in told:
        words = fold(speaker.name).split()
        if spoken[claim.id] == voices[claim.document] and _is_the_one(words):
            theirs = named.get((claim.document, words[-1]), set())
            found[claim.id] = next(iter(theirs)) if len(theirs) == 1 else spoken[claim.id]
    return found


def _is_the_one(words: list[str]) -> bool:
    """ "The governor", "the provincial governor": not one of many commanders, a former one or that of another place."""
    return len(words) > 1 and words[0] == "the" and words[-1] in OFFICES and OF_THE_PLACE.issuperset(words[1:-1])


def _number(claim: Claim) -> int | None:
    return claim.toll.number if claim.toll is not None else None


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
