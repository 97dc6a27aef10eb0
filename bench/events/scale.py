"""Linking and assessing many claims: CPU seconds of one process, memory, and how they grow.

No set is needed: claims of an invented war are made by a seed, two to four reports an event, over places and years that
grow with their number. Each size is measured in a process of its own, so that memory is its own.
"""

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from bench.measure.row import Row
from sijill.assess.findings import assess_event
from sijill.assess.policies import HEADLINE, POLICIES
from sijill.link.events import link_events
from sijill.model.claim import Act, Claim, Harm, identified
from sijill.model.document import Digest, Document, DocumentId
from sijill.model.party import Actor, PartyId
from sijill.model.place import Place, PlaceId, PlacePrecision, Where
from sijill.model.toll import Toll
from sijill.model.when import Period, Precision

SIZES = (10_000, 100_000, 1_000_000)
BARS = {100_000: ("< 60", ""), 1_000_000: ("", "< 2000")}
CLAIMS_A_TOWN = 60
ACTS = (Act.AIRSTRIKE, Act.SHELLING, Act.KILLING, Act.EXECUTION, Act.ARMED_CLASH)
PARTIES = ("nor", "est", "fre")
DAYS = tuple(
    f"{year}-{month:02}-{day:02}" for year in range(2031, 2036) for month in range(1, 13) for day in range(1, 29)
)


def run(data: Path) -> list[Row]:
    """10,000, 100,000 and 1,000,000 claims. Takes minutes: measured only where a folder of sets is there."""
    return [row for size in SIZES for row in _measured(size)] if data.is_dir() else []


def _measured(size: int) -> Iterator[Row]:
    command = [sys.executable, "-m", "bench.events.scale", str(size)]
    ended = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, megabytes, events = ended.stdout.split()
    time_bar, memory_bar = BARS.get(size, ("", ""))
    note = f"{int(events):,} events, {1e6 * float(seconds) / size:.0f} µs a claim"
    measure_ = f"{size:,} claims linked and assessed [CPU s]"
    yield Row(set="scale", measure=measure_, value=seconds, bar=time_bar, note=note)
    yield Row(set="scale", measure=f"{size:,} claims, memory [MB]", value=megabytes, bar=memory_bar)


def claims_of(size: int) -> tuple[list[Claim], dict[PlaceId, Place]]:
    """Claims with the places they name; the same for one size every time."""
    chance = random.Random(size)
    places = _places(max(10, size // CLAIMS_A_TOWN))
    towns = [place for place in places.values() if place.kind == "settlement"]
    claims: list[Claim] = []
    document = 0
    while len(claims) < size:
        town, day, act = chance.choice(towns), chance.choice(DAYS), chance.choice(ACTS)
        party, dead = chance.choice(PARTIES), chance.randint(1, 60)
        for _ in range(chance.randint(2, 4)):
            document += 1
            number = max(1, dead + chance.choice((0, 0, 0, 1, -1, 3)))
            claims.append(_claim(document, town, day, act, party=party, number=number))
    return claims[:size], places


def _places(towns: int) -> dict[PlaceId, Place]:
    country = Place(id=PlaceId("land"), name="Land", kind="country", lat=10.0, lon=10.0)
    made = {country.id: country}
    for at in range(towns):
        province = PlaceId(f"province{at % 14}")
        if province not in made:
            made[province] = Place(
                id=province, name=province, kind="province", lat=10.0, lon=10.0, within=(country.id,)
            )
        town = PlaceId(f"town{at}")
        north, east = 8 + (at % 97) * 0.05, 8 + (at // 97) * 0.05
        made[town] = Place(
            id=town, name=f"Town {at}", kind="settlement", lat=north, lon=east, within=(province, country.id)
        )
    return made


def _claim(document: int, town: Place, day: str, act: Act, *, party: str, number: int) -> Claim:
    quote = f"{number} people were killed in {town.name} on {day}"
    return identified(
        Claim(
            id="",  # type: ignore[arg-type]
            document=DocumentId(f"doc_{document}"),
            span=(0, len(quote)),
            quote=quote,
            act=act,
            harm=Harm.KILLED,
            actors=(Actor(name=party, party=PartyId(party)),),
            toll=Toll(number=number, low=number, high=number, text=str(number)),
            when=Period(start=day, end=day, precision=Precision.DAY, text=day),
            where=Where(text=town.name, place=town.id, lat=town.lat, lon=town.lon, precision=PlacePrecision.SETTLEMENT),
            extractor="invented@1",
        )
    )


def measure(size: int) -> tuple[float, float, int]:
    """Seconds for linking and assessing, most memory [MB], events."""
    claims, places = claims_of(size)
    days = {claim.document: claim.when.start for claim in claims}
    order = {document: at for at, document in enumerate(days)}
    began = process_time()
    linked = link_events(claims, published=days, order=order, places=places)
    by_id = {claim.id: claim for claim in claims}
    headline = {HEADLINE: POLICIES[HEADLINE]}
    for event in linked.events:
        papers = {by_id[claim].document: _document(by_id[claim]) for claim in event.claims}
        assess_event(event, by_id, origins={}, documents=papers, parties={}, places=places, policies=headline)
    seconds = process_time() - began
    return seconds, _most_memory(), len(linked.events)


def _most_memory() -> float:
    """The most that this process ever held [MB], without what the one before it did. Linux."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1e3


def _document(claim: Claim) -> Document:
    return Document(
        id=claim.document,
        name="invented",
        digest=Digest("0" * 64),
        published=claim.when.start,
        captured="2036-01-01T00:00:00Z",
    )


if __name__ == "__main__":
    seconds, megabytes, events = measure(int(sys.argv[1]))
    print(f"{seconds:.1f} {megabytes:.0f} {events}")
