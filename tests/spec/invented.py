"""A conflict that does not exist: the Varran army, its ally and the Valley Guard against the Red Column, on an island.

Every name is here in English and in Arabic, so that a report can be told in both.
"""

from sijill.language.vocabulary import Vocabulary
from sijill.model.party import Party, PartyId
from sijill.model.source import Source, SourceId, SpeakerKind

ARMY = Party(
    id=PartyId("varra"),
    name="Varran government",
    aliases=(
        "the Varran army",
        "Varran army",
        "the Varran government",
        "Varran forces",
        "Varran warplanes",
        "الحكومة الفارانية",
        "حكومة فارا",
        "الجيش الفاراني",
        "جيش فارا",
        "القوات الفارانية",
        "قوات فارا",
        "الطيران الفاراني",
    ),
    kind="state",
    allies=(PartyId("ostmark"),),
    because="invented",
)
COLUMN = Party(
    id=PartyId("column"),
    name="Red Column",
    aliases=(
        "the Red Column",
        "Column fighters",
        "Column gunmen",
        "the Column",
        "الرتل الأحمر",
        "مقاتلو الرتل",
        "مسلحو الرتل",
    ),
    kind="armed_group",
    because="invented",
)
ALLY = Party(
    id=PartyId("ostmark"),
    name="Ostmark",
    aliases=(
        "Ostmark forces",
        "the Ostmark air force",
        "Ostmark jets",
        "أوستمارك",
        "قوات أوستمارك",
        "القوات الأوستماركية",
        "سلاح الجو الأوستماركي",
    ),
    kind="state",
    allies=(PartyId("varra"),),
    because="invented",
)
GUARD = Party(
    id=PartyId("guard"),
    name="Valley Guard",
    aliases=("the Valley Guard", "Guard fighters", "حرس الوادي", "مقاتلو حرس الوادي"),
    kind="armed_group",
    allies=(PartyId("varra"),),
    because="invented",
)
SOURCES = (
    Source(
        id=SourceId("island-post"),
        name="Island Post",
        aliases=("the Island Post", "بريد الجزيرة", "صحيفة بريد الجزيرة"),
        kind=SpeakerKind.MEDIA,
        because="invented",
    ),
    Source(
        id=SourceId("harbour-monitor"),
        name="Harbour Monitor",
        aliases=("the Harbour Monitor", "مرصد الميناء"),
        kind=SpeakerKind.NGO,
        because="invented",
    ),
    Source(
        id=SourceId("varra-press"),
        name="Varra Press Agency",
        aliases=("the Varra Press Agency", "VPA", "وكالة فارا للأنباء"),
        kind=SpeakerKind.MEDIA,
        party=PartyId("varra"),
        because="invented",
    ),
    Source(
        id=SourceId("column-voice"),
        name="Voice of the Column",
        aliases=("صوت الرتل",),
        kind=SpeakerKind.MEDIA,
        party=PartyId("column"),
        because="invented",
    ),
)
TOWNS = {
    "kessa": ("Kessa", "كيسا"),
    "old-harbour": ("Old Harbour", "الميناء القديم"),
    "tarn": ("Tarn", "تارن"),
    "north-tarn": ("North Tarn", "تارن الشمالية"),
    "halvet": ("Halvet", "حلفيت"),
    "mirash": ("Mirash", "ميراش"),
}
PARTIES = (ARMY, COLUMN, ALLY, GUARD)
WORDS = Vocabulary(parties=PARTIES, sources=SOURCES, places=tuple(name for names in TOWNS.values() for name in names))
