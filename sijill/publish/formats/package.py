"""What the tables are, for machines: Frictionless data package, CSV on the Web, and DCAT for catalogues.

Sources: Frictionless Data Package v1 and Table Schema; W3C Metadata Vocabulary for Tabular Data (2015); W3C DCAT 3.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sijill.publish.formats.column import Column, Table
from sijill.publish.material import Edition
from sijill.publish.sealed import Sealed

XSD = {"string": "string", "date": "date", "integer": "integer", "number": "double", "boolean": "boolean"}
NOT_COUNTED = (
    "Empty is “not said”, never zero. Documented counts and estimates are in tables of their own and never added."
)


def data_package(title: str, edition: Edition, tables: Sequence[Table], files: Mapping[str, Sealed]) -> bytes:
    """datapackage.json beside the CSV files, which are in `files` under the name of each table + ".csv"."""
    return _json(
        {
            "profile": "tabular-data-package",
            "name": f"sijill-{edition.profile.value}-{edition.number}",
            "title": title,
            "description": NOT_COUNTED,
            "version": f"{edition.number}",
            "created": f"{edition.as_of}T00:00:00Z",
            "resources": [_resource(each, files[f"{each.name}.csv"]) for each in tables],
        }
    )


def _resource(table: Table, written: Sealed) -> dict[str, Any]:
    keys: dict[str, Any] = {"primaryKey": "id"} if table.columns[0].name == "id" else {}
    if table.refers:
        keys["foreignKeys"] = [
            {"fields": column, "reference": {"resource": other, "fields": "id"}} for column, other in table.refers
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.means,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "bytes": written.size,
        "hash": f"sha256:{written.sha256}",
        "dialect": {"lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": {"fields": [_field(each) for each in table.columns], "missingValues": [""], **keys},
    }


def _field(column: Column) -> dict[str, Any]:
    bare = {"trueValues": ["true"], "falseValues": ["false"]} if column.type == "boolean" else {}
    return {"name": column.name, "type": column.type, "description": column.means, **bare}


def csv_on_the_web(title: str, tables: Sequence[Table]) -> bytes:
    """csv-metadata.json, by which a reader of CSV on the Web knows every column."""
    return _json(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
            "dc:title": title,
            "tables": [_csvw(each) for each in tables],
        }
    )


def _csvw(table: Table) -> dict[str, Any]:
    keys = {"primaryKey": "id"} if table.columns[0].name == "id" else {}
    return {
        "url": f"{table.name}.csv",
        "dc:description": table.means,
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n", "\n"]},
        "tableSchema": {
            "columns": [
                {
                    "name": each.name,
                    "titles": each.name,
                    "dc:description": each.means,
                    "datatype": XSD[each.type],
                    "null": "",
                    "required": each.name == "id",
                }
                for each in table.columns
            ],
            **keys,
        },
    }


def catalogue(title: str, edition: Edition, files: Mapping[str, Sealed]) -> bytes:
    """catalogue.jsonld: the release as a DCAT dataset, each file a distribution with its digest."""
    return _json(
        {
            "@context": {
                "dcat": "http://www.w3.org/ns/dcat#",
                "dct": "http://purl.org/dc/terms/",
                "spdx": "http://spdx.org/rdf/terms#",
                "xsd": "http://www.w3.org/2001/XMLSchema#",
            },
            "@type": "dcat:Dataset",
            "dct:title": title,
            "dct:description": NOT_COUNTED,
            "dcat:version": str(edition.number),
            "dct:issued": {"@value": edition.as_of, "@type": "xsd:date"},
            "dcat:distribution": [
                {
                    "@type": "dcat:Distribution",
                    "dcat:downloadURL": {"@id": name},
                    "dcat:byteSize": written.size,
                    "spdx:checksum": {
                        "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                        "spdx:checksumValue": written.sha256,
                    },
                }
                for name, written in sorted(files.items())
            ],
        }
    )


def dictionary(tables: Sequence[Table]) -> bytes:
    """README.md of the data: every table and column in words."""
    lines = ["# Data dictionary", "", NOT_COUNTED, "", "Lists within a cell are separated by `|`."]
    for table in tables:
        lines += [
            "",
            f"## {table.name}",
            "",
            table.means.capitalize() + ".",
            "",
            "| column | type | means |",
            "|---|---|---|",
        ]
        lines += [f"| `{each.name}` | {each.type} | {each.means} |" for each in table.columns]
    return ("\n".join(lines) + "\n").encode()


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
