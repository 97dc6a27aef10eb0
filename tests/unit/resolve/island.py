"""An invented war of the Government of Arvania, with its ally Sarkland, and the Tolmen Front."""

from dataclasses import replace

from sijill.model.claim import Act, Claim, ClaimId, Harm, identified
from sijill.model.document import Document, DocumentId
from sijill.model.party import Actor, Party, PartyId
from sijill.model.place import Place, PlaceId, Where
from sijill.model.source import Source, SourceId, Speaker, SpeakerKind
from sijill.resolve.knowledge import index_knowledge

PARTIES = (
    Party(
        id=PartyId("arvania"),
        name="Government of Arvania",
        aliases=(
            "Arvania",
            "Arvanian government",
            "Arvanian forces",
            "Arvanian army",
            "the army",
            "President Relik",
            "Relik",
            "القوات الأرفانية",
        ),
        kind="state",
        allies=(PartyId("sarkland"),),
    ),
    Party(
        id=PartyId("tolmen"),
        name="Tolmen Front",
        aliases=("the Front", "TF", "the opposition", "rebels", "جبهة تولمن"),
        kind="armed_group",
    ),
    Party(
        id=PartyId("sarkland"),
        name="Sarkland",
        aliases=("Sarkish forces", "Sarkish air force", "the army"),
        kind="state",
    ),
)
SOURCES = (
    Source(
        id=SourceId("monitor"),
        name="Island Observatory for Rights",
        aliases=("IOR", "Mera Vash", "Mainland-based Observatory"),
        kind=SpeakerKind.NGO,
    ),
    Source(id=SourceId("wire"), name="Wavecrest", aliases=("WCA", "Wavecrest Agency"), kind=SpeakerKind.MEDIA),
    Source(id=SourceId("herald"), name="Daily Herald of Port Anselm", aliases=("herald",), kind=SpeakerKind.MEDIA),
    Source(
        id=SourceId("palace-tv"),
        name="Palace Television",
        aliases=("state television",),
        kind=SpeakerKind.MEDIA,
        party=PartyId("arvania"),
    ),
    Source(
        id=SourceId("tanno"),
        name="Odo Tanno",
        kind=SpeakerKind.OFFICIAL,
        party=PartyId("arvania"),
    ),
)


def place(key: str, name: str, *aliases: str, kind: str = "settlement", within: str = "", people: int | None = None):
    """A place with its outer places nearest first, parted by blanks."""
    return Place(
        id=PlaceId(key),
        name=name,
        aliases=aliases,
        lat=1.0,
        lon=2.0,
        kind=kind,
        within=tuple(PlaceId(each) for each in within.split()),
        population=people,
    )


PLACES = (
    place("arv", "Arvania", kind="country"),
    place("ost", "Ostara", kind="country"),
    place("north", "Brell", "بريل", kind="province", within="arv"),
    place("south", "Calder", kind="province", within="arv"),
    place("brell", "Brell", "بريل", within="north arv", people=90_000),
    place("corvo", "Corvo", within="north arv"),
    place("linden-n", "Linden", within="north arv"),
    place("linden-s", "Linden", within="south arv"),
    place("marsh-n", "Marsh", within="north arv", people=200_000),
    place("marsh-s", "Marsh", within="south arv", people=900),
    place("halen", "Halen", within="south arv"),
    place("halen-abroad", "Halen", within="ost"),
    place("reeds", "Upper Reeds", kind="area", within="south arv"),
    place("quay", "Old Quay", kind="site", within="north arv"),
)
KNOWN = index_knowledge(parties=PARTIES, sources=SOURCES, places=PLACES, home=[PlaceId("arv")])


def claim(
    *,
    where: str | None = None,
    actors: tuple[str, ...] = (),
    speakers: tuple[str, ...] = (),
    document: str = "doc_a",
    start: int = 0,
    kind: SpeakerKind = SpeakerKind.UNKNOWN,
) -> Claim:
    """A claim as `extract` leaves it: names as said, nothing identified."""
    made = Claim(
        id=ClaimId(""),
        document=DocumentId(document),
        span=(start, start + 10),
        quote="ten people",
        speakers=tuple(Speaker(name=name, kind=kind) for name in speakers),
        act=Act.KILLING,
        harm=Harm.KILLED,
        actors=tuple(Actor(name=name) for name in actors),
        where=Where(text=where),
        extractor="test@1",
    )
    return identified(replace(made, span=(start, start + 10)))


def document(key: str, *, source: str | None = None, published: str | None = "2021-05-02") -> Document:
    """A captured article."""
    return Document(
        id=DocumentId(key),
        name=f"{key}.txt",
        digest=key,
        source=source,
        published=published,
        captured="2022-01-01T00:00:00Z",
    )
