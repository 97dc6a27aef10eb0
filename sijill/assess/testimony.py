"""Claims as testimony: from which origin, how that knows, whether the voice is interested, and of which day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sijill.model.claim import Claim, ClaimId, Stance
from sijill.model.document import Document, DocumentId
from sijill.model.party import PartyId
from sijill.model.source import Source, SpeakerKind

SAYS_HOW = frozenset(
    {
        SpeakerKind.OFFICIAL,
        SpeakerKind.PARTY,
        SpeakerKind.NGO,
        SpeakerKind.UN,
        SpeakerKind.LOCAL,
        SpeakerKind.EYEWITNESS,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """A claim with what weighing it needs.

    origin      where the words come from in the end: copies of one origin are one
    says_how    a named sort of voice stands behind it; "some sources" and a report's own voice do not say how they know
    speaks_for  the belligerents that its voices or its outlet belong to
    moment      the day its numbers were current: as_of, else the day of publication; may be partial, None if unknown
    """

    claim: Claim
    origin: str
    says_how: bool
    speaks_for: frozenset[PartyId]
    moment: str | None

    @property
    def interested(self) -> bool:
        """The voice belongs to a belligerent, and does not speak against its own interest."""
        return bool(self.speaks_for) and self.claim.stance is not Stance.ACCEPTS_RESPONSIBILITY


def testimony(
    claim: Claim,
    *,
    origins: Mapping[ClaimId, str],
    documents: Mapping[DocumentId, Document],
    outlets: Mapping[DocumentId, Source],
) -> Testimony:
    """origins may leave claims out: these come from their document's origin, a document without one from itself."""
    document, outlet = documents[claim.document], outlets.get(claim.document)
    voices = {speaker.party for speaker in claim.speakers} | {outlet.party if outlet else None}
    kind = claim.speakers[-1].kind if claim.speakers else outlet.kind if outlet else SpeakerKind.UNKNOWN
    return Testimony(
        claim=claim,
        origin=origins.get(claim.id) or document.origin or document.id,
        says_how=kind in SAYS_HOW,
        speaks_for=frozenset(party for party in voices if party is not None),
        moment=claim.as_of or document.published,
    )


def independent(testimonies: Iterable[Testimony]) -> int:
    """Origins that are not interested. All that do not say how they know count together as at most one."""
    heard = [each for each in testimonies if not each.interested]
    sourced = {each.origin for each in heard if each.says_how}
    return len(sourced) + any(each.origin not in sourced for each in heard)


def later(one: str | None, other: str | None) -> bool:
    """Whether `one` is certainly after `other`; dates may be partial (2016-02 is not after 2016-02-14)."""
    if one is None or other is None:
        return False
    known = min(len(one), len(other), 10)
    return one[:known] > other[:known]
