"""A site of 20,000 events that nobody lived through: how long its pages take, how large the first is, when it is seen.

Nothing of a set is read: the events are made here, and `data` is not used.
"""

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from random import Random
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

from bench.measure.row import Row
from sijill.model.claim import Act, Claim, ClaimId, Harm, Stance
from sijill.model.document import Digest, Document, DocumentId, State
from sijill.model.event import EventId
from sijill.model.finding import CasualtyRange, Finding, Grade, PolicyFinding
from sijill.model.place import Place, PlaceId, PlacePrecision, Where
from sijill.model.release import Profile
from sijill.model.toll import Toll
from sijill.model.when import Period, Precision
from sijill.publish import gate
from sijill.publish.map.outlines import natural_earth
from sijill.publish.material import Edition, Material
from sijill.publish.pages import pages_of
from sijill.publish.pictures import gallery
from sijill.publish.pictures.files import picture_files
from sijill.publish.render import STYLE
from sijill.publish.search.files import search_files

EVENTS, PLACES, DOCUMENTS, SEED = 20_000, 3_000, 2_000, 7
ACTS = (Act.SHELLING, Act.AIRSTRIKE, Act.SHOOTING, Act.KILLING, Act.ABDUCTION)
SCRIPT = Path(__file__).parent / "measure" / "first_view.mjs"
LOOKED = SCRIPT.with_name("looked.mjs")
SEARCH = SCRIPT.with_name("search.mjs")
SEARCHED = ("place 2999", "400 killed", "killed", "shelling 14 february 2029", "p")
"""What is searched: a place, a number, what nearly every event has, an act on a day, the beginning of many words."""
SEEN = ("index.html", "map.html", "lists/events_1.html")


def run(_data: Path) -> list[Row]:
    """Building, first view, map, requests, axe."""
    material = invented()
    with TemporaryDirectory() as place:
        folder = Path(place) / "site"
        began, before = monotonic(), _memory()
        with gate.Staged(folder) as stage:
            told = {"case": material.title, "edition": material.edition, "say": material.say, "top": ""}
            for name, content in chain(pages_of(material), search_files(material, told)):
                stage.write(name, content)
            stage.take_place()
        written = monotonic() - began
        began = monotonic()
        pictures = picture_files(material, gallery.pictures(material))
        pictured = monotonic() - began
        seen = {name: first_view(folder / name) for name in SEEN}
        told = looked(folder / name for name in (*SEEN, "search.html", "events/evt_7.html", "documents/doc_7.html"))
        searched = [search(folder / "search.html", words) for words in SEARCHED]
        sizes = {name: each.size for name, each in stage.files.items()}
    made = Drawn(
        pages=len(sizes),
        sizes=sizes,
        written=written,
        pictures=len(pictures),
        pictured=pictured,
        grown=_memory() - before,
    )
    return [*rows(made, seen, told), *of_search(searched, sizes)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """How a site was drawn. sizes: of each file [bytes]; written, pictured [s]; grown: memory it took besides [kB]."""

    pages: int
    sizes: Mapping[str, int]
    written: float
    pictures: int
    pictured: float
    grown: int


def rows(made: Drawn, seen: Mapping[str, int], told: Mapping[str, Any]) -> list[Row]:
    """As docs/benchmarks.md prints them."""
    many = (
        f"{EVENTS:,} events at {PLACES:,} places, {made.pages:,} files; {made.grown / 1e3:.0f} MB beyond the register"
    )
    first = made.sizes["index.html"] + made.sizes[STYLE]
    axe = ", ".join(sorted(set(told["violations"]))) or "a page of each kind"
    lines = [
        ("pages drawn and written [s]", f"{made.written:.0f}", "", many),
        ("pictures drawn [s]", f"{made.pictured:.1f}", "", f"{made.pictures} files"),
        ("first page [kB]", f"{first / 1000:.0f}", "600", "with its stylesheet, and a still map; all that it shows"),
        ("first page seen [ms]", str(seen["index.html"]), "1000", "opened from a file, three times, the middle one"),
        ("list of 300 events seen [ms]", str(seen["lists/events_1.html"]), "1000", ""),
        ("map that moves [kB]", f"{made.sizes['map.html'] / 1000:.0f}", "", "all events and outlines are in it"),
        ("map that moves painted [ms]", str(seen["map.html"]), "", "until the first picture of all events"),
        ("requests that leave", str(told["requests"]), "0", "of the same pages"),
        ("axe violations", str(len(told["violations"])), "0", axe),
    ]
    return [Row(set="site", measure=name, value=value, bar=bar, note=note) for name, value, bar, note in lines]


def of_search(searched: Sequence[Mapping[str, Any]], sizes: Mapping[str, int]) -> list[Row]:
    """How large the index is, and how long a search takes whose files no search has read yet."""
    files = [size for name, size in sizes.items() if name.startswith("search/")]
    slowest = max(searched, key=lambda each: each["milliseconds"])
    answered = "; ".join(f"“{each['asked']}” {each['milliseconds']:.0f} ms, {each['found']}" for each in searched)
    page, whole = sizes["search.html"] + sizes[STYLE], sum(files) / 1e6
    told = f"each on a page just opened: {answered}"
    lines = [
        ("search page [kB]", f"{page / 1000:.0f}", "600", "with its stylesheet; what a search needs is read then"),
        ("search index [MB]", f"{whole:.1f}", "", f"{len(files)} files, the largest {max(files) / 1000:.0f} kB"),
        ("slowest of some searches [ms]", f"{slowest['milliseconds']:.0f}", "200", told),
    ]
    return [Row(set="site", measure=name, value=value, bar=bar, note=more) for name, value, bar, more in lines]


def search(page: Path, words: str) -> dict[str, Any]:
    """asked, found, and how long it took [milliseconds], the middle of three, each on a page just opened."""
    told = subprocess.run(["node", str(SEARCH), str(page), words], stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def looked(pages: Iterable[Path]) -> dict[str, Any]:
    """How many requests leave the pages, and what axe finds in them."""
    words = ["node", str(LOOKED), *map(str, pages)]
    found: dict[str, Any] = json.loads(subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True).stdout)
    return found


def _memory() -> int:
    """The most that this process ever held [kB]."""
    return getrusage(RUSAGE_SELF).ru_maxrss


def first_view(page: Path) -> int:
    """Until everything is shown [ms], the middle of three."""
    told = subprocess.run(["node", str(SCRIPT), str(page)], stdout=subprocess.PIPE, text=True, check=True)
    return round(float(told.stdout))


def invented(events: int = EVENTS) -> Material:
    """A register made by a seeded generator: one claim an event, ten events a document."""
    random = Random(SEED)
    shapes = natural_earth()
    places = {each.id: each for each in (_place(at, random) for at in range(PLACES))}
    documents = [_document(at) for at in range(DOCUMENTS)]
    findings, claims, texts = [], {}, dict.fromkeys((each.id for each in documents), "")
    for at in range(events):
        document, place = documents[at % DOCUMENTS], places[PlaceId(f"place_{random.randrange(PLACES)}")]
        persons = min(400, int(random.paretovariate(1.1)))
        words = f"At least {persons} people were killed in {place.name}."
        start = len(texts[document.id])
        texts[document.id] += words + "\n"
        claim = Claim(
            id=ClaimId(f"clm_{at}"),
            document=document.id,
            span=(start, start + len(words)),
            quote=words,
            stance=Stance.ASSERTS,
            act=ACTS[at % len(ACTS)],
            harm=Harm.KILLED,
            toll=Toll(text=f"At least {persons}", number=persons, low=persons),
            extractor="invented@1",
            confidence=1.0,
        )
        claims[claim.id] = claim
        findings.append(_finding(at, claim, place, persons, random))
    return Material(
        title="A conflict that does not exist",
        findings=findings,
        events={},
        claims=claims,
        documents={each.id: each for each in documents},
        texts=texts.get,
        places={str(known): each for known, each in places.items()},
        edition=Edition(profile=Profile.PUBLIC, number=1, as_of="2031-01-01"),
        outlines=shapes,
    )


def _place(at: int, random: Random) -> Place:
    kind = random.choice(("settlement", "settlement", "settlement", "district"))
    lat, lon = random.uniform(33.0, 37.0), random.uniform(36.0, 42.0)
    return Place(id=PlaceId(f"place_{at}"), name=f"Place {at}", kind=kind, lat=lat, lon=lon)


def _document(at: int) -> Document:
    return Document(
        id=DocumentId(f"doc_{at}"),
        name=f"report {at}",
        digest=Digest("0" * 64),
        locator="",
        media_type="text/plain",
        title=f"Report {at}",
        source=f"Source {at % 40}",
        published=(date(2028, 1, 1) + timedelta(days=at % 900)).isoformat(),
        captured="2031-01-01T00:00:00Z",
        language="en",
        state=State.OK,
    )


def _finding(at: int, claim: Claim, place: Place, persons: int, random: Random) -> Finding:
    day = (date(2028, 1, 1) + timedelta(days=random.randrange(900))).isoformat()
    toll = CasualtyRange(low=persons, policy="range", low_rests_on=(claim.id,))
    return Finding(
        id=EventId(f"evt_{at}"),
        title=f"At least {persons} killed, {place.name}, {day}",
        act=claim.act,
        when=Period(start=day, end=day, precision=Precision.DAY),
        where=Where(
            text=place.name, place=place.id, lat=place.lat, lon=place.lon, precision=PlacePrecision(place.kind)
        ),
        claims=(claim.id,),
        documents=(claim.document,),
        independent_sources=1,
        tolls={Harm.KILLED: toll},
        policies={"range": PolicyFinding(tolls={Harm.KILLED: toll}, grade=Grade())},
        attribution=(),
        contradictions=(),
    )
