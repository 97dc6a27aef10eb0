"""Who speaks, and who copied whom."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, NewType

from sijill.model.party import PartyId
from sijill.model.release import Release

SourceId = NewType("SourceId", str)
OriginId = NewType("OriginId", str)


class SpeakerKind(StrEnum):
    """What sort of voice is heard."""

    MEDIA = "media"
    OFFICIAL = "official"
    PARTY = "party"
    NGO = "ngo"
    UN = "un"
    LOCAL = "local"
    EYEWITNESS = "eyewitness"
    SOCIAL = "social"
    ANONYMOUS = "anonymous"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One link of a speaker chain. `party` is the belligerent the speaker belongs to: an interested voice is marked."""

    name: Annotated[str, Release.COARSE]
    kind: Annotated[SpeakerKind, Release.OPEN] = SpeakerKind.UNKNOWN
    source: Annotated[SourceId | None, Release.COARSE] = None
    party: Annotated[PartyId | None, Release.OPEN] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A known source, from a pack or `hand/sources.csv`. `party` is its affiliation, cited in `because`."""

    id: Annotated[SourceId, Release.COARSE]
    name: Annotated[str, Release.COARSE]
    aliases: Annotated[tuple[str, ...], Release.NEVER] = ()
    kind: Annotated[SpeakerKind, Release.OPEN] = SpeakerKind.UNKNOWN
    party: Annotated[PartyId | None, Release.OPEN] = None
    address: Annotated[str | None, Release.NEVER] = None
    because: Annotated[str | None, Release.NEVER] = None


class Kinship(StrEnum):
    """Why two texts, or a text and a voice, go back to one origin. `translation` is only asked about, never taken."""

    IDENTICAL = "identical"
    COPY = "copy"
    CREDIT = "credit"
    TRANSLATION = "translation"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginLink:
    """One edge of the graph of origins. left: the earlier document; right: a document, or an origin ("source:x").

    shared   of the shorter text what stands in the other, 0..1; None where that is not the reason
    """

    left: Annotated[str, Release.COARSE]
    right: Annotated[str, Release.COARSE]
    kind: Annotated[Kinship, Release.OPEN]
    shared: Annotated[float | None, Release.OPEN]
