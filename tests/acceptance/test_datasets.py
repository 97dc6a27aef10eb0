"""Each form of the data is what its own standard says, as the tools of that standard see it."""

import json
import shutil
import sqlite3

import geoparquet_validator
import pyarrow.parquet as pq
import pytest
import rdflib
from csvw import CSVW
from frictionless import Package

from sijill.publish.formats.package import NOT_COUNTED
from tests.acceptance.command_line import sijill


@pytest.fixture(scope="module")
def data(belqara, tmp_path_factory):
    """The data of a public release."""
    out = tmp_path_factory.mktemp("released")
    case = shutil.copytree(belqara, tmp_path_factory.mktemp("datasets") / "case")
    assert sijill("publish", case, "--to", out).code == 0
    return out / "data"


def test_the_csv_files_are_a_frictionless_data_package(data):
    package = Package(str(data / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["name", "type", "note"])
    assert {each.path for each in package.resources} == {
        each.name for each in data.glob("*.csv") if each.name.count(".") == 1 and each.stem != "capture_histories"
    }


def test_the_csv_files_are_csv_on_the_web(data):
    read = CSVW(str(data / "csv-metadata.json"), validate=True)
    assert read.is_valid, read.warnings
    rows = {each.url.string: len(list(each)) for each in read.tables}
    assert rows["events.csv"] == len((data / "events.jsonl").read_bytes().splitlines())
    assert len(rows) == len(json.loads((data / "csv-metadata.json").read_bytes())["tables"])


def test_the_catalogue_and_the_provenance_are_linked_data(data):
    dcat, prov = rdflib.Namespace("http://www.w3.org/ns/dcat#"), rdflib.Namespace("http://www.w3.org/ns/prov#")
    catalogue = rdflib.Graph().parse(data / "catalogue.jsonld", format="json-ld")
    sizes = {each.toPython() for each in catalogue.objects(None, dcat.byteSize)}
    assert (data / "events.csv").stat().st_size in sizes
    assert (None, rdflib.DCTERMS.description, rdflib.Literal(NOT_COUNTED)) in catalogue
    provenance = rdflib.Graph().parse(data / "provenance.jsonld", format="json-ld")
    quoted = set(provenance.subjects(prov.wasQuotedFrom, None))
    claims = [json.loads(line)["id"] for line in (data / "claims.jsonl").read_text("utf-8").splitlines()]
    assert {str(each).rpartition(":")[2] for each in quoted} == set(claims)
    derived = {claim for _, claim in provenance.subject_objects(prov.wasDerivedFrom)}
    assert derived <= quoted, "no event is derived from what is not quoted"


def test_the_points_are_geoparquet_as_its_validator_reads_it(data):
    path = data / "events.geo.parquet"
    seen = geoparquet_validator.check(str(path))
    assert geoparquet_validator.conformant(seen), geoparquet_validator.failed(seen)
    rows = pq.read_table(path).to_pylist()
    table = pq.read_table(data / "events.parquet").to_pylist()
    assert [{name: row[name] for name in table[0]} for row in rows] == table
    features = json.loads((data / "events.geojson").read_bytes())["features"]
    points = {each["id"]: each["geometry"] and tuple(each["geometry"]["coordinates"]) for each in features}
    assert {row["id"]: row["bbox"] and (row["bbox"]["xmin"], row["bbox"]["ymax"]) for row in rows} == points


def test_the_database_is_whole_and_every_key_leads_somewhere(data):
    base = sqlite3.connect(f"file:{data / 'register.sqlite'}?mode=ro", uri=True)
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    described = set(base.execute("SELECT in_table, in_column FROM dictionary"))
    tables = [name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    columns = {(table, row[1]) for table in tables for row in base.execute(f'PRAGMA table_info("{table}")')}
    assert columns - described == {("dictionary", name) for name in ("in_table", "in_column", "means")}
