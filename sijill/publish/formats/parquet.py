"""Parquet, typed by the data dictionary; the same rows, the same bytes."""

from io import BytesIO

import pyarrow as pa
import pyarrow.parquet as pq

from sijill.publish.formats.column import Table

ARROW = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.string(),
}


def to_parquet(table: Table) -> bytes:
    """One file; each column carries what it means."""
    schema = pa.schema(
        [pa.field(each.name, ARROW[each.type], metadata={"means": each.means}) for each in table.columns],
        metadata={"means": table.means},
    )
    columns = [list(values) for values in zip(*table.cells(), strict=True)] or [[] for _ in table.columns]
    arrays = [
        pa.array([None if value is None else _as(each.type, value) for value in values], type=ARROW[each.type])
        for each, values in zip(table.columns, columns, strict=True)
    ]
    out = BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    return out.getvalue()


def _as(kind: str, value: object) -> object:
    return str(value) if kind in ("string", "date") else value
