"""Invented rows of datasets in their own columns, and a case's worth of material made of them."""

from sijill.assess.findings import assess_event
from sijill.assess.policies import POLICIES
from sijill.extract.document import extract
from sijill.language.vocabulary import Vocabulary
from sijill.link.events import link_events
from sijill.model.dataset import DatasetRow
from sijill.model.document import Document, DocumentId
from sijill.publish.coding.ucdp import COLUMNS
from sijill.publish.map.outlines import of_packs
from sijill.publish.material import Material
from tests.unit.link.claims import PARTIES, PLACES

OLD = [column for column in COLUMNS if column not in ("relid", "code_status", "where_description")]
ARTICLE = '"The Island Post,2031-05-04,Dead in ""Varna"" after shelling";"Coast Radio,2031-05-05,More\\dead"'


def ucdp(number="1", columns=COLUMNS, **said):
    """A one-sided event in Varna with five civilians dead, and what else is said."""
    cells = dict.fromkeys(columns, "") | {
        "id": number,
        "year": "2031",
        "type_of_violence": "3",
        "side_a": "Government of Norland",
        "side_b": "Civilians",
        "number_of_sources": "2",
        "source_article": ARTICLE,
        "source_date": "2031-05-04;2031-05-05",
        "where_prec": "1",
        "where_coordinates": "Varna town",
        "latitude": "10.000000",
        "longitude": "10.000000",
        "geom_wkt": "POINT (10.000000 10.000000)",
        "event_clarity": "1",
        "date_prec": "1",
        "date_start": "2031-05-03",
        "date_end": "2031-05-03",
        "deaths_a": "0",
        "deaths_b": "0",
        "deaths_civilians": "5",
        "deaths_unknown": "2",
        "low": "5",
        "best": "7",
        "high": "9",
    }
    return DatasetRow(dataset="ucdp_ged", cells={column: said.get(column, cells[column]) for column in columns})


def acled(number="NOR1", **said):
    """A battle with three dead."""
    cells = {
        "event_id_cnty": number,
        "event_date": "03 May 2031",
        "year": "2031",
        "time_precision": "1",
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "actor1": "Military Forces of Norland",
        "inter1": "State forces",
        "actor2": "Free Coast",
        "inter2": "Rebel group",
        "location": "Varna",
        "latitude": "10.0",
        "longitude": "10.0",
        "geo_precision": "1",
        "source": "The Island Post",
        "notes": "On 3 May, a clash\nnear Varna.",
        "fatalities": "3",
        "timestamp": "1935800000",
    }
    return DatasetRow(dataset="acled", cells=cells | said)


def airwars(number="NOR-1", **said):
    """Two to four civilians killed, one of them a child."""
    cells = {
        "code": number,
        "date": "2031-05-03",
        "location": "Varna",
        "latitude": "10.0",
        "longitude": "10.0",
        "belligerent": "Government of Norland",
        "strike_type": "Airstrike",
        "killed_min": "2",
        "killed_max": "4",
        "children_min": "1",
        "children_max": "1",
        "injured_min": "",
        "injured_max": "",
        "grading": "Fair",
    }
    return DatasetRow(dataset="airwars", cells=cells | said)


def claims_of(row, document="doc_1"):
    return extract(DocumentId(document), row.text(), Vocabulary()).claims


def material(*rows, policies=POLICIES):
    """The rows read, linked and assessed, as a house would publish them."""
    texts = {DocumentId(f"doc_{at}"): row.text() for at, row in enumerate(rows)}
    claims = {
        claim.id: claim for document, text in texts.items() for claim in extract(document, text, Vocabulary()).claims
    }
    papers = {
        each: Document(
            id=each, name="rows.csv", digest="0" * 64, captured="2032-01-01T00:00:00Z", published="2031-06-01"
        )
        for each in texts
    }
    linked = link_events(
        list(claims.values()),
        published=dict.fromkeys(texts, "2031-06-01"),
        order={each: at for at, each in enumerate(texts)},
        places=PLACES,
    )
    findings = [
        assess_event(each, claims, origins={}, documents=papers, parties=PARTIES, places=PLACES, policies=policies)
        for each in linked.events
    ]
    return Material(
        title="Varna",
        findings=findings,
        events={each.id: each for each in linked.events},
        claims=claims,
        documents=papers,
        texts=texts.get,
        parties=PARTIES,
        places=PLACES,
        outlines=of_packs(()),
    )
