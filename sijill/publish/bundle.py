"""All files of a release: pages, data, what it was made by, and the manifest by which anybody can check them."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256

from sijill.model.document import Custody
from sijill.publish.coding.acled import to_acled
from sijill.publish.coding.airwars import to_airwars
from sijill.publish.coding.ucdp import to_ucdp
from sijill.publish.formats.delimited import to_csv
from sijill.publish.formats.follow_the_money import to_follow_the_money
from sijill.publish.formats.geojson import to_geojson
from sijill.publish.formats.histories import capture_histories
from sijill.publish.formats.hxl import to_hxl
from sijill.publish.formats.json_lines import to_lines
from sijill.publish.formats.package import catalogue, csv_on_the_web, data_package, dictionary
from sijill.publish.formats.parquet import to_parquet
from sijill.publish.formats.provenance import to_provenance
from sijill.publish.formats.sqlite import to_sqlite
from sijill.publish.formats.tables import tables
from sijill.publish.material import Material

MANIFEST = "manifest.json"


def data_files(material: Material, *, custody: Sequence[Custody]) -> dict[str, bytes]:
    """Everything under data/, by name."""
    flat = tables(material)
    delimited = {f"{each.name}.csv": to_csv(each) for each in flat}
    files = {
        **delimited,
        **{f"{each.name}.parquet": to_parquet(each) for each in flat},
        "register.sqlite": to_sqlite(flat),
        "events.jsonl": to_lines(material.findings),
        "claims.jsonl": to_lines(material.claims.values()),
        "datapackage.json": data_package(material.title, material.edition, flat, delimited),
        "csv-metadata.json": csv_on_the_web(material.title, flat),
        "provenance.jsonld": to_provenance(material, custody),
        "README.md": dictionary(flat),
        "events.geojson": to_geojson(material),
        "entities.ftm.json": to_follow_the_money(material),
        "events.hxl.csv": to_hxl(material),
        "events.ucdp_ged.csv": to_ucdp(material),
        "events.acled.csv": to_acled(material),
    }
    sheet = to_airwars(material)
    if sheet is not None:
        files["events.airwars.csv"] = sheet
    whole = next((each for each in material.overlaps if each.stratum == "" and each.replicate is None), None)
    histories = capture_histories(whole) if whole is not None else None
    if histories is not None:
        files["capture_histories.csv"] = histories
    files["catalogue.jsonld"] = catalogue(material.title, material.edition, files)
    return {f"data/{name}": content for name, content in files.items()}


def manifest(material: Material, files: Mapping[str, bytes], *, made_with: str, root: str) -> bytes:
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
        "files": {
            name: {"sha256": sha256(each).hexdigest(), "bytes": len(each)} for name, each in sorted(files.items())
        },
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
