"""All files of a release: pages, data, what it was made by, and the manifest by which anybody can check them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from sijill.model.document import Custody
from sijill.publish.coding.acled import to_acled
from sijill.publish.coding.airwars import to_airwars
from sijill.publish.coding.ucdp import to_ucdp
from sijill.publish.formats.column import Table
from sijill.publish.formats.delimited import to_csv
from sijill.publish.formats.follow_the_money import to_follow_the_money
from sijill.publish.formats.geojson import to_geojson
from sijill.publish.formats.geoparquet import to_geoparquet
from sijill.publish.formats.histories import capture_histories
from sijill.publish.formats.hxl import to_hxl
from sijill.publish.formats.json_lines import to_lines
from sijill.publish.formats.package import catalogue, csv_on_the_web, data_package, dictionary
from sijill.publish.formats.parquet import to_parquet
from sijill.publish.formats.provenance import to_provenance
from sijill.publish.formats.sqlite import to_sqlite
from sijill.publish.formats.tables import tables
from sijill.publish.material import Material
from sijill.publish.sealed import Content, Sealed, Write

MANIFEST = "manifest.json"
CODED = {"ucdp_ged": to_ucdp, "acled": to_acled, "airwars": to_airwars}


def data_files(material: Material, write: Write, *, custody: Sequence[Custody]) -> dict[str, Sealed]:
    """Write everything under data/, file by file; what was written, by name."""
    flat = tables(material)
    written: dict[str, Sealed] = {}
    for name, content in chain(_tables(flat), _records(material, custody)):
        written[name] = write(f"data/{name}", content)
    for name, told in (
        ("datapackage.json", data_package(material.title, material.edition, flat, written)),
        ("csv-metadata.json", csv_on_the_web(material.title, flat)),
        ("README.md", dictionary(flat)),
    ):
        written[name] = write(f"data/{name}", told)
    last = "catalogue.jsonld"
    written[last] = write(f"data/{last}", catalogue(material.title, material.edition, written))
    return {f"data/{name}": each for name, each in written.items()}


def _tables(flat: Sequence[Table]) -> Iterator[tuple[str, Content]]:
    for each in flat:
        yield f"{each.name}.csv", to_csv(each)
        yield f"{each.name}.parquet", to_parquet(each)
    yield "register.sqlite", to_sqlite(flat)
    yield "events.geo.parquet", to_geoparquet(next(each for each in flat if each.name == "events"))


def _records(material: Material, custody: Sequence[Custody]) -> Iterator[tuple[str, Content]]:
    yield "events.jsonl", to_lines(material.findings)
    yield "claims.jsonl", to_lines(material.claims.values())
    yield "series.jsonl", to_lines(material.series)
    yield "patterns.jsonl", to_lines(material.patterns)
    yield "provenance.jsonld", to_provenance(material, custody)
    yield "events.geojson", to_geojson(material)
    yield "entities.ftm.json", to_follow_the_money(material)
    yield "events.hxl.csv", to_hxl(material)
    for dataset, to_rows in CODED.items():
        sheet = to_rows(material)
        if sheet is not None:
            yield f"events.{dataset}.csv", sheet
    whole = next((each for each in material.overlaps if each.stratum == "" and each.replicate is None), None)
    histories = capture_histories(whole) if whole is not None else None
    if histories is not None:
        yield "capture_histories.csv", histories


def manifest(material: Material, files: Mapping[str, Sealed], *, made_with: str, root: str) -> bytes:
    """What the release is and the SHA-256 of every file in it.

    made_with   "sijill/<version>"       root   hex of the log's Merkle root when it was made
    """
    edition = material.edition
    told = {
        "format": "sijill-release/1",
        "title": material.title,
        "profile": edition.profile.value,
        "release": edition.number,
        "as_of": edition.as_of,
        "made_with": made_with,
        "log_root": root,
        "files": {name: {"sha256": each.sha256, "bytes": each.size} for name, each in sorted(files.items())},
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
