"""Records for machines: exactly the export of the design, as lines of JSON, one array, or a table for spreadsheets."""

import csv
import json
import sys
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, TextIO

from sijill.model.exchange import to_json, to_plain

FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Format(StrEnum):
    """How records are shown."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def write(records: Iterable[Any], form: Format, out: TextIO | None = None) -> None:
    """The records on a stream. For Format.TABLE there are tables.py."""
    out = out or sys.stdout
    if form is Format.JSONL:
        for record in records:
            out.write(to_json(record) + "\n")
    elif form is Format.JSON:
        json.dump(to_plain(list(records)), out, ensure_ascii=False, allow_nan=False, indent=1)
        out.write("\n")
    else:
        _write_csv([to_plain(record) for record in records], out)


def _write_csv(records: list[Mapping[str, Any]], out: TextIO) -> None:
    """A column for each field of any record, nested fields by their path (`tolls.killed.low`), lists joined by |."""
    rows = [dict(_flat(record)) for record in records]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([neutral(each) for each in columns])
    writer.writerows([neutral(row.get(name)) for name in columns] for row in rows)


def _flat(value: Any, path: str = "") -> Iterable[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _flat(each, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list) and all(isinstance(each, str | int | float) for each in value):
        yield path, "|".join(str(each) for each in value)
    elif isinstance(value, list):
        yield path, json.dumps(value, ensure_ascii=False)
    else:
        yield path, value


def neutral(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula: text that begins like one gets an apostrophe in front."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA):
        return "'" + value
    return value
