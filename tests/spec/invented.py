"""A conflict that does not exist: the Varran army and its ally against the Red Column, on an island with two towns."""

from sijill.language.vocabulary import Vocabulary
from sijill.model.party import Party, PartyId
from sijill.model.source import Source, SourceId, SpeakerKind

ARMY = Party(
    id=PartyId("varra"),
    name="Varran government",
    aliases=("the Varran army", "Varran army", "the Varran government", "Varran forces", "Varran warplanes"),
    kind="state",
    allies=(PartyId("ostmark"),),
    because="invented",
)
COLUMN = Party(
    id=PartyId("column"),
    name="Red Column",
    aliases=("the Red Column", "Column fighters", "Column gunmen", "the Column"),
    kind="armed_group",
    because="invented",
)
ALLY = Party(
    id=PartyId("ostmark"),
    name="Ostmark",
    aliases=("Ostmark forces", "the Ostmark air force", "Ostmark jets"),
    kind="state",
    allies=(PartyId("varra"),),
    because="invented",
)
SOURCES = (
    Source(
        id=SourceId("island-post"),
        name="Island Post",
        aliases=("the Island Post",),
        kind=SpeakerKind.MEDIA,
        because="invented",
    ),
    Source(
        id=SourceId("harbour-monitor"),
        name="Harbour Monitor",
        aliases=("the Harbour Monitor",),
        kind=SpeakerKind.NGO,
        because="invented",
    ),
    Source(
        id=SourceId("varra-press"),
        name="Varra Press Agency",
        aliases=("the Varra Press Agency", "VPA"),
        kind=SpeakerKind.MEDIA,
        party=PartyId("varra"),
        because="invented",
    ),
    Source(
        id=SourceId("column-voice"),
        name="Voice of the Column",
        kind=SpeakerKind.MEDIA,
        party=PartyId("column"),
        because="invented",
    ),
)
TOWNS = ("Kessa", "Old Harbour", "Tarn", "North Tarn")
WORDS = Vocabulary(parties=(ARMY, COLUMN, ALLY), sources=SOURCES, places=TOWNS)
