"""What policy `airwars` makes of pages that a casualty recorder wrote about one incident each, beside its own codes.

Set `airwars`: JSON lines with the narrative and the recorder's own [min, max] of killed and injured, null where no
number is known, groups of victims, date, coordinates, belligerent and grade. A page is one document about one
incident, so nothing is linked: claims dated to other days are background. Places are looked up in the packaged
gazetteer alone, the parties are two rows.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from math import cos, hypot, radians
from pathlib import Path
from statistics import median

from bench.measure.page import DEAD, HURT, PAGE, Bounds, Told, day_of, of_incident, own, told
from bench.measure.reading import each, found, printed
from bench.measure.row import Row
from sijill.assess.attribution import attribution
from sijill.assess.policies import Evidence
from sijill.assess.policies.airwars import AIRWARS
from sijill.assess.testimony import Testimony
from sijill.language.dates import read_time
from sijill.language.days import anchor
from sijill.language.folding import fold
from sijill.language.tokens import tokenize
from sijill.language.vocabulary import Vocabulary
from sijill.link.pairs.sketch import sketch
from sijill.link.portrait import portrait
from sijill.model.claim import Claim, Harm
from sijill.model.finding import CasualtyRange
from sijill.model.party import Party, PartyId
from sijill.model.place import Place, PlaceId, Where
from sijill.resolve.knowledge import Gazetteer, index_parties, index_places
from sijill.resolve.parties import resolve_parties
from sijill.resolve.places import resolve_places
from sijill.store.places.gazetteer import load_places
from sijill.store.places.joining import join_lists

SET = "airwars"
COUNTRY, HOME = "PS", PlaceId("country:PS")
UNKNOWN: Bounds = (None, None)
GROUPS = {"children": r"child(?:ren)?", "women": r"wom[ae]n", "men": r"m[ae]n"}
NEAR_KM = 5.0
KM_PER_DEGREE = 111.2
PARTIES = (
    Party(
        id=PartyId("israel"),
        name="Israel",
        aliases=(
            "Israeli military",
            "Israeli army",
            "Israeli forces",
            "Israeli air force",
            "Israeli occupation forces",
            "IDF",
            "IOF",
            "the occupation",
        ),
        kind="state",
    ),
    Party(
        id=PartyId("palestinian-groups"),
        name="Palestinian armed groups",
        aliases=("Hamas", "Islamic Jihad", "Palestinian militants"),
        kind="armed_group",
    ),
)
"""As a recorder would write them in hand/parties.csv."""
THINGS = frozenset({"aircraft", "warplanes", "drones", "jets", "planes", "helicopters"})
"""What flew: names nobody."""
SAME = re.compile(r"israel|\bidf\b|\biof\b|occupation", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """What was read of one page beside what its recorder coded; (None, None) where no number is known.

    groups   (read, coded) of children, women and men, of those the recorder counted
    actors   names of those accused        named   whether the text names the coded belligerent at all
    """

    killed: Bounds
    injured: Bounds
    coded_killed: Bounds
    coded_injured: Bounds
    groups: tuple[tuple[str, Bounds, Bounds], ...]
    actors: tuple[str, ...]
    named: bool
    day: date | None
    coded_day: date | None
    off_km: float | None
    located: bool
    grade: str
    coded_grade: str


def run(data: Path) -> list[Row]:
    """Ranges, groups, actors, days, places and grades."""
    lines = [line for file in found(data, SET, "*.jsonl") for line in _lines(file)]
    pages = each(page_of, lines)
    if not pages:
        return []
    killed = [(page.killed, page.coded_killed) for page in pages]
    injured = [(page.injured, page.coded_injured) for page in pages]
    known = [pair for pair in killed if pair[1] != UNKNOWN]
    return [
        _row("killed, lowest number exact", [(a[0], b[0]) for a, b in known], "0.70"),
        _row("killed, range exact", known, "0.60"),
        _row("killed, ranges overlap", [(_overlap(a, b), True) for a, b in known], "0.90"),
        _row("killed, unknown left unknown", [pair for pair in killed if pair[1] == UNKNOWN]),
        _row("injured, lowest number exact", [(a[0], b[0]) for a, b in injured if b != UNKNOWN]),
        _row("injured, range exact", [pair for pair in injured if pair[1] != UNKNOWN], "0.55"),
        *(
            _row(f"{group}, range exact", [(a, b) for page in pages for name, a, b in page.groups if name == group])
            for group in GROUPS
        ),
        *_actors(pages),
        _row("date exact", [(page.day, page.coded_day) for page in pages if page.coded_day], "0.90"),
        *_places(pages),
        *_with_own_list(lines),
        *_grades(pages),
    ]


def _lines(file: Path) -> list[str]:
    return [line for line in file.read_text(encoding="utf-8").splitlines() if '"text"' in line]


def _row(measure: str, pairs: Sequence[tuple[object, object]], bar: str = "") -> Row:
    right = sum(said == coded for said, coded in pairs)
    value = f"{right / len(pairs):.3f}" if pairs else "-"
    return Row(set=SET, measure=measure, value=value, bar=bar, note=f"{right} of {len(pairs)}")


def _overlap(read: Bounds, coded: Bounds) -> bool:
    if None in read or None in coded:
        return False
    return (read[0] or 0) <= (coded[1] or 0) and (coded[0] or 0) <= (read[1] or 0)


def _actors(pages: Sequence[Page]) -> list[Row]:
    """Of the names that are given, how many are the coded belligerent; and who is named where the text names it not."""
    names = [name for page in pages for name in page.actors if name not in THINGS]
    right = sum(bool(SAME.search(name)) for name in names)
    naming = sum(bool(page.actors) for page in pages if page.named)
    silent = [page for page in pages if not page.named]
    return [
        Row(
            set=SET,
            measure="naming an actor, precision",
            value=f"{right / len(names):.3f}" if names else "-",
            bar="0.98",
            note=f"{right} of {len(names)}; an actor on {naming} of the {len(pages) - len(silent)} pages that name it",
        ),
        Row(
            set=SET,
            measure="naming nobody where the text names nobody",
            value=f"{sum(not page.actors for page in silent)} of {len(silent)}",
        ),
    ]


def _places(pages: Sequence[Page]) -> list[Row]:
    located = [page for page in pages if page.located]
    if not located:
        return []
    near = sum(page.off_km is not None and page.off_km <= NEAR_KM for page in located)
    none = sum(page.off_km is None for page in located)
    note = f"{near} of {len(located)}; no place found on {none}, for the gazetteer has no quarters, camps or facilities"
    return [Row(set=SET, measure="place within 5 km", value=f"{near / len(located):.3f}", bar="0.80", note=note)]


def _with_own_list(lines: Sequence[str]) -> list[Row]:
    """The same with a list of the recorder's own places, as `sijill places` takes it in: the names and points that it
    coded on every other page, for the pages between; and the other way round."""
    coded = [one for one in map(json.loads, lines) if one.get("geo")]
    halves = coded[::2], coded[1::2]
    asked = [(halves[1], page) for page in halves[0]] + [(halves[0], page) for page in halves[1]]
    lists = {id(half): _own_gazetteer(half) for half in halves}
    near = 0
    for half, page in asked:
        off = _off_km(_told_of(page), page, lists[id(half)])
        near += off is not None and off <= NEAR_KM
    note = f"{near} of {len(asked)}; places of the other half of the pages, joined to the gazetteer"
    value = f"{near / len(asked):.3f}" if asked else "-"
    return [Row(set=SET, measure="place within 5 km, with half of its list", value=value, bar="0.80", note=note)]


def _told_of(page: Mapping[str, str]) -> list[Told]:
    day = _day(page["date"])
    return told(page["text"], f"{day.year}-12-31" if day else None, relative=False, vocabulary=_vocabulary())


def _own_gazetteer(pages: Sequence[Mapping[str, str]]) -> Gazetteer:
    """The places of some pages: of one name the middle of its points, of a town of those coded as the town's."""
    points: dict[tuple[str, bool], list[tuple[float, float]]] = defaultdict(list)
    shown: dict[str, str] = {}
    for page in pages:
        lat, lon = (float(part) for part in page["geo"].split(","))
        for name in [part.strip() for part in page["location"].split(",")][:2]:
            if key := fold(name):
                points[key, page.get("accuracy", "") in ("Town", "City", "Village")].append((lat, lon))
                shown.setdefault(key, name)
    rows = [
        Place(
            id=PlaceId(f"list:own/{key}"),
            name=shown[key],
            lat=median(lat for lat, _ in at),
            lon=median(lon for _, lon in at),
            kind="settlement" if town else "site",
            within=(HOME,),
        )
        for (key, town), at in points.items()
        if town or (key, True) not in points
    ]
    return index_places(join_lists(load_places([COUNTRY]), [rows]), home=[HOME])


def _grades(pages: Sequence[Page]) -> list[Row]:
    """Agreement, and a row of the confusion table for each coded grade."""
    table = Counter((page.coded_grade, page.grade) for page in pages)
    agree = sum(number for (coded, read), number in table.items() if coded == read)
    rows = [Row(set=SET, measure="grade agrees", value=f"{agree / len(pages):.3f}", note=f"{agree} of {len(pages)}")]
    for coded in sorted({page.coded_grade for page in pages}):
        read = {grade: number for (c, grade), number in sorted(table.items()) if c == coded}
        note = ", ".join(f"{grade} {number}" for grade, number in read.items())
        rows.append(Row(set=SET, measure=f"coded {coded}, graded as", value=str(sum(read.values())), note=note))
    return rows


def page_of(line: str) -> Page:
    """One page read and compared with nothing yet."""
    coded = json.loads(line)
    day = _day(coded["date"])
    claims = told(coded["text"], f"{day.year}-12-31" if day else None, relative=False, vocabulary=_vocabulary())
    evidence = _evidence([*own(claims, day, DEAD), *own(claims, day, HURT)])
    ranges, grade = AIRWARS.ranges(evidence), AIRWARS.grade(evidence)
    killed, injured = ranges.get(Harm.KILLED), ranges.get(Harm.INJURED)
    return Page(
        killed=_bounds(killed),
        injured=_bounds(injured),
        coded_killed=tuple(coded["killed"] or UNKNOWN),
        coded_injured=tuple(coded["injured"] or UNKNOWN),
        groups=tuple(
            (name, _bounds(killed.by_group.get(name) if killed else None), bounds)
            for name, bounds in _coded_groups(coded.get("breakdown") or "").items()
        ),
        actors=tuple(str(row.party) for row in evidence.attribution if row.accused_by),
        named=bool(SAME.search(coded["text"])),
        day=day_of(claims, DEAD | HURT),
        coded_day=day,
        off_km=_off_km(claims, coded, _gazetteer()),
        located=bool(coded.get("geo")),
        grade=grade.value or "",
        coded_grade=(coded.get("grading") or "").casefold(),
    )


def _bounds(found: CasualtyRange | None) -> Bounds:
    return UNKNOWN if found is None else (found.low, found.high)


def _coded_groups(words: str) -> dict[str, Bounds]:
    """ "(2 children3–4 women1 man)" as bounds of each group."""
    read: dict[str, Bounds] = {}
    for name, pattern in GROUPS.items():
        match = re.search(
            rf"(\d+)(?:\s*[–-]\s*(\d+))?\s*{pattern}\b|(\d+)(?:\s*[–-]\s*(\d+))?\s*{pattern}(?=\d|\))", words
        )
        if match:
            low, high, low_, high_ = match.groups()
            read[name] = (int(low or low_), int(high or high_ or low or low_))
    return read


def _evidence(claims: Sequence[Claim]) -> Evidence:
    """The page is its recorder's own assessment; each voice that it cites is an origin of its own."""
    actors, _ = resolve_parties(claims, index_parties(PARTIES), {}, {claim.id: claim.speakers for claim in claims})
    testimonies = [
        Testimony(
            claim=replace(claim, actors=actors[claim.id]),
            origin=claim.speakers[-1].name if claim.speakers else PAGE,
            says_how=not claim.speakers,
            speaks_for=frozenset(),
            moment=None,
        )
        for claim in claims
    ]
    return Evidence(
        testimonies=testimonies, attribution=attribution(testimonies), parties={each.id: each for each in PARTIES}
    )


def _day(said: str) -> date | None:
    """The first day of the date at the head of the page."""
    tokens = tokenize(said)
    time = read_time(tokens, 0, len(tokens.lows))
    period = anchor(time[2], None) if time is not None else None
    return date.fromisoformat(period.start[:10]) if period is not None and period.start else None


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    return index_places(load_places([COUNTRY]), home=[HOME])


@lru_cache(maxsize=1)
def _vocabulary() -> Vocabulary:
    places = _gazetteer().by_id.values()
    return Vocabulary(places=tuple(name for place in places for name in (place.name, *place.aliases)))


def _off_km(claims: Sequence[Told], coded: Mapping[str, str], known: Gazetteer) -> float | None:
    """How far the place that a register gives the incident lies from the coded point; None where it gives none. It is
    the one that `link` chooses of an event, here of all that the page claims of it.
    """
    own_ = of_incident(claims, _day(coded["date"]))
    if not coded.get("geo") or not own_:
        return None
    wheres, _ = resolve_places([one.claim for one in claims], known, {})
    placed = [replace(claim, where=wheres.get(claim.id, claim.where)) for claim in own_]
    lat, lon = (float(part) for part in coded["geo"].split(","))
    return _km(portrait([sketch(claim, known.by_id) for claim in placed]).where, lat, lon)


def _km(where: Where, lat: float, lon: float) -> float | None:
    if where.lat is None or where.lon is None:
        return None
    middle = radians((where.lat + lat) / 2)
    return KM_PER_DEGREE * hypot(where.lat - lat, (where.lon - lon) * cos(middle))


if __name__ == "__main__":
    sys.exit(printed(run, sys.argv[1:]))
