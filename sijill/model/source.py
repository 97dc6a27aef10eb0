"""Who speaks, and who copied whom."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from sijill.model.party import PartyId

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

    name: str
    kind: SpeakerKind = SpeakerKind.UNKNOWN
    source: SourceId | None = None
    party: PartyId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A known source, from a pack or `hand/sources.csv`. `party` is its affiliation, cited in `because`."""

    id: SourceId
    name: str
    aliases: tuple[str, ...] = ()
    kind: SpeakerKind = SpeakerKind.UNKNOWN
    party: PartyId | None = None
    address: str | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The bulletins of one issuer on one `scope`. `as_of`: the day of the last; `revised`: it corrects earlier ones."""

    id: str
    issuer: SourceId
    scope: str
    cumulative: bool
    as_of: str | None = None
    revised: bool = False
    documents: tuple[str, ...] = ()
