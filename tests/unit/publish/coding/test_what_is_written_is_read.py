"""Every form is read back equal to what it can hold, over generated events: what it cannot hold is said here."""

import csv
import json
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from sijill.model.claim import Act, ClaimId, Harm
from sijill.model.dataset import DatasetRow
from sijill.model.document import Digest, Document, DocumentId
from sijill.model.event import EventId
from sijill.model.exchange import from_json
from sijill.model.finding import Attribution, CasualtyRange, Finding
from sijill.model.party import Party, PartyId, Role
from sijill.model.place import PlacePrecision, Where
from sijill.model.when import Period, Precision
from sijill.publish.coding.acled import TYPES, to_acled
from sijill.publish.coding.ucdp import to_ucdp
from sijill.publish.formats.column import Table
from sijill.publish.formats.delimited import as_said, to_csv
from sijill.publish.formats.follow_the_money import plain_id, to_follow_the_money
from sijill.publish.formats.geojson import DIGITS, to_geojson
from sijill.publish.formats.hxl import COLUMNS, to_hxl
from sijill.publish.formats.json_lines import to_lines
from sijill.publish.formats.tables import tables
from sijill.publish.map.outlines import natural_earth
from sijill.publish.material import Material
from tests.unit.publish.coding.rows import claims_of
from tests.unit.publish.in_memory import whole

MADE = natural_earth()
ARMY, FRONT = (
    Party(id=PartyId("army"), name="Army of Norland", kind="state"),
    Party(id=PartyId("front"), name="Coast Front", kind="armed_group"),
)
PAPER = Document(
    id=DocumentId("doc_1"),
    name="paper.txt",
    digest=Digest("ab" * 32),
    captured="2031-06-01T00:00:00Z",
    title='=1+1; "a, b"',
    source="The Island Post",
    published="2031-05-04",
)
WORDS = st.text(st.sampled_from("=+-@;,\"' \t\nabكل12"), min_size=1, max_size=10).map(str.strip).filter(bool)
COUNTS = st.integers(0, 3000)
DAYS = st.dates().map(lambda day: day.isoformat())


@st.composite
def ranges(draw):
    """Closed, open above, open below, or without a number."""
    low, high = sorted((draw(COUNTS), draw(COUNTS)))
    kind = draw(st.sampled_from(("closed", "above", "below", "unknown")))
    return CasualtyRange(
        low=low if kind in ("closed", "above") else None,
        high=high if kind in ("closed", "below") else None,
        unknown=kind == "unknown",
        policy="range",
        low_rests_on=(ClaimId("clm_1"),) if kind in ("closed", "above") else (),
        high_rests_on=(ClaimId("clm_1"),) if kind in ("closed", "below") else (),
    )


@st.composite
def wheres(draw):
    """A point with its precision, or words alone."""
    if not draw(st.booleans()):
        return Where(text=draw(st.none() | WORDS))
    degrees = [draw(st.integers(-top * 10**DIGITS, top * 10**DIGITS)) / 10**DIGITS for top in (90, 180)]
    precision = draw(st.sampled_from([each for each in PlacePrecision if each is not PlacePrecision.UNKNOWN]))
    return Where(text=draw(WORDS), lat=degrees[0], lon=degrees[1], precision=precision)


@st.composite
def findings(draw):
    """An event as a release tells it."""
    start, end = sorted((draw(DAYS), draw(DAYS)))
    one_day = draw(st.booleans())
    harms = draw(st.sets(st.sampled_from([Harm.KILLED, Harm.INJURED, Harm.ABDUCTED])))
    accused = draw(st.sets(st.sampled_from(("army", "front"))))
    return Finding(
        id=EventId("evt_1"),
        title=draw(WORDS),
        act=draw(st.sampled_from(Act)),
        when=Period(
            start=start, end=start if one_day else end, precision=Precision.DAY if one_day else Precision.RANGE
        ),
        where=draw(wheres()),
        claims=(ClaimId("clm_1"),),
        documents=(PAPER.id,),
        independent_sources=draw(st.integers(0, 9)),
        tolls={harm: draw(ranges()) for harm in sorted(harms)},
        policies={},
        attribution=tuple(
            Attribution(party=each, role=Role.DIRECT, accused_by=(ClaimId("clm_1"),), independent_accusers=1)
            for each in sorted(accused)
        ),
        contradictions=(),
    )


def material(finding):
    return Material(
        title="x",
        findings=[finding],
        events={},
        claims={},
        documents={PAPER.id: PAPER},
        texts={}.get,
        parties={each.id: each for each in (ARMY, FRONT)},
        outlines=MADE,
    )


def rows(content):
    return [
        {name: as_said(cell) for name, cell in row.items()}
        for row in csv.DictReader(StringIO(whole(content).decode("utf-8-sig"), newline=""))
    ]


def point(where):
    return None if where.lat is None else (where.lat, where.lon)


@given(findings())
def test_a_row_of_ged_holds_days_place_and_the_range_of_deaths(finding):
    """Not the act, the injured, or who is accused: UCDP codes sides of its own lists."""
    written = to_ucdp(material(finding))
    if Harm.KILLED not in finding.tolls:
        assert written is None
        return
    (cells,) = rows(written)
    claim = claims_of(DatasetRow(dataset="ucdp_ged", cells=cells))[0]
    killed = finding.tolls[Harm.KILLED]
    said = (None, None) if claim.toll is None else (claim.toll.low, claim.toll.high)
    assert said == (killed.low, killed.high)
    assert (claim.when.start, claim.when.end) == (finding.when.start, finding.when.end)
    assert point(claim.where) == point(finding.where)
    assert (cells["where_description"], cells["source_headline"]) == (finding.where.text or "", PAPER.title)


@given(findings())
def test_a_row_of_acled_holds_its_first_day_its_place_its_type_and_the_least_dead(finding):
    """Not the last day, the highest number, the injured, or a third party."""
    written = to_acled(material(finding))
    if finding.act not in TYPES:
        assert written is None
        return
    (cells,) = rows(written)
    (claim,) = claims_of(DatasetRow(dataset="acled", cells=cells))
    killed = finding.tolls.get(Harm.KILLED)
    assert (claim.toll.low if claim.toll else None) == (killed.low if killed else None)
    assert claim.when.start == finding.when.start
    assert point(claim.where) == point(finding.where)
    assert TYPES[claim.act] == TYPES[finding.act]
    assert cells["notes"] == finding.title


READ = {
    "string": str,
    "date": str,
    "integer": int,
    "number": float,
    "boolean": lambda cell: {"true": True, "false": False}[cell],
}


@given(findings())
def test_every_cell_of_a_csv_file_is_read_by_the_type_that_its_dictionary_says(finding):
    """An empty text and one that is not said are one."""
    for table in tables(material(finding)):
        assert [list(row.values()) for row in rows(to_csv(table))] == [
            ["" if cell is None else cell for cell in strings(table, row)] for row in table.cells()
        ]
        for row, cells in zip(rows(to_csv(table)), table.cells(), strict=True):
            for column, cell in zip(table.columns, cells, strict=True):
                read = READ[column.type](row[column.name]) if row[column.name] else None
                assert read == (cell if cell != "" else None), column.name


def strings(table: Table, cells):
    return [str(each).lower() if isinstance(each, bool) else None if each is None else str(each) for each in cells]


@given(findings())
def test_a_record_of_json_lines_is_the_finding(finding):
    (line,) = whole(to_lines([finding])).decode().splitlines()
    assert from_json(Finding, line) == finding


@given(findings())
def test_a_feature_holds_the_point_and_each_bound(finding):
    """Not the claims that a bound rests on."""
    (feature,) = json.loads(whole(to_geojson(material(finding))))["features"]
    told = feature["properties"]
    shape = feature["geometry"]
    assert (shape and tuple(reversed(shape["coordinates"]))) == point(finding.where)
    assert {harm: (told[f"{harm}_low"], told[f"{harm}_high"]) for harm in finding.tolls} == {
        harm: (each.low, each.high) for harm, each in finding.tolls.items()
    }
    assert (told["title"], told["act"], told["start"], told["end"], told["place"], told["place_precision"]) == (
        finding.title,
        finding.act,
        finding.when.start,
        finding.when.end,
        finding.where.text,
        finding.where.precision,
    )


@given(findings())
def test_an_entity_holds_title_days_place_act_and_who_is_accused(finding):
    """Not numbers: FollowTheMoney has no property for a range."""
    entities = {
        each["id"]: each for each in map(json.loads, whole(to_follow_the_money(material(finding))).splitlines())
    }
    event = entities[plain_id(finding.id)]["properties"]
    named = [entities[each]["properties"]["name"][0] for each in event.get("involved", [])]
    assert named == [{"army": ARMY.name, "front": FRONT.name}[row.party] for row in finding.attribution]
    assert (event["name"], event["startDate"], event["endDate"], event["keywords"]) == (
        [finding.title],
        [finding.when.start],
        [finding.when.end],
        [finding.act],
    )
    assert event.get("location", []) == ([finding.where.text] if finding.where.text else [])
    assert entities[event["proof"][0]]["properties"]["title"] == [PAPER.title]


@given(findings())
def test_a_row_of_hxl_holds_what_its_hashtags_say(finding):
    """Of harms: killed and injured."""
    tags, row = rows(to_hxl(material(finding)))
    assert [tags[name] for name, _, _ in COLUMNS] == [tag for _, tag, _ in COLUMNS]
    cells = {tags[name]: cell for name, cell in row.items()}

    def bound(harm, end):
        number = getattr(finding.tolls[harm], end) if harm in finding.tolls else None
        return "" if number is None else str(number)

    assert [cells[f"#affected+{h}+{e}"] for h in ("killed", "injured") for e in ("min", "max")] == [
        bound(harm, end) for harm in (Harm.KILLED, Harm.INJURED) for end in ("low", "high")
    ]
    place = (float(cells["#geo+lat"]), float(cells["#geo+lon"])) if cells["#geo+lat"] else None
    assert place == point(finding.where)
    assert (cells["#event+name"], cells["#loc+name"]) == (finding.title, finding.where.text or "")
