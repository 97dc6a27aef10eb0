"""Parquet, typed by the data dictionary; the same rows, the same bytes."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import islice

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
GROUP = 10_000
"""Rows that are in memory together, and in one row group of the file."""


def to_parquet(table: Table) -> Iterator[bytes]:
    """One file; each column carries what it means."""
    return written(schema_of(table), batches(table))


def schema_of(table: Table) -> pa.Schema:
    """The columns, typed, with what each means."""
    return pa.schema(
        [pa.field(each.name, ARROW[each.type], metadata={"means": each.means}) for each in table.columns],
        metadata={"means": table.means},
    )


def batches(table: Table) -> Iterator[pa.RecordBatch]:
    """The rows, a group of them at a time."""
    schema, cells = schema_of(table), iter(table.cells())
    while rows := list(islice(cells, GROUP)):
        arrays = [
            pa.array([None if value is None else _as(each.type, value) for value in values], type=ARROW[each.type])
            for each, values in zip(table.columns, zip(*rows, strict=True), strict=True)
        ]
        yield pa.RecordBatch.from_arrays(arrays, schema=schema)


def written(schema: pa.Schema, groups: Iterable[pa.RecordBatch]) -> Iterator[bytes]:
    """The bytes of a table, group by group: the same rows, the same bytes."""
    out = _Pieces()
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for each in groups:
            writer.write_batch(each)
            yield out.taken()
    yield out.taken()


class _Pieces(BytesIO):
    """What was written since it was last taken; places are those of the whole file."""

    def __init__(self) -> None:
        super().__init__()
        self._before = 0

    def taken(self) -> bytes:
        content = self.getvalue()
        self._before += len(content)
        self.seek(0)
        self.truncate()
        return content

    def tell(self) -> int:
        return self._before + super().tell()


def _as(kind: str, value: object) -> object:
    return str(value) if kind in ("string", "date") else value
