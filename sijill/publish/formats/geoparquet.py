"""Events as GeoParquet 1.1: the columns of the table of events, and a point for each place that is known.

A geometry is null where no place is known: nothing is left out, and nothing is drawn finer than it was said. Points are
WKB in degrees, longitude first (OGC:CRS84, which is what a reader assumes where no `crs` is named).
Source: geoparquet.org, version 1.1.0.
"""

import json
import struct
from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa

from sijill.model.finding import Finding
from sijill.publish.formats.column import Table
from sijill.publish.formats.geojson import DIGITS
from sijill.publish.formats.parquet import batches, schema_of, written

GEOMETRY, BOX = "geometry", "bbox"
EDGES = ("xmin", "ymin", "xmax", "ymax")
MEANS = "the centre of the place, as finely as it is published; null: not known"
LITTLE_ENDIAN, POINT = 1, 1
GEOMETRY_FIELD = pa.field(GEOMETRY, pa.binary(), metadata={"means": MEANS})
BOX_FIELD = pa.field(BOX, pa.struct([(edge, pa.float64()) for edge in EDGES]))
Point = tuple[float, float]
"""Longitude and latitude, in degrees."""


def to_geoparquet(events: Table) -> Iterator[bytes]:
    """events: the table of events, whose rows are findings."""
    points = [_point(each) for each in events.rows]
    known = [each for each in points if each is not None]
    schema = schema_of(events).append(GEOMETRY_FIELD).append(BOX_FIELD)
    return written(schema.with_metadata({**schema.metadata, "geo": json.dumps(_told(known))}), _groups(events, points))


def _told(known: Sequence[Point]) -> dict[str, Any]:
    """What a reader of GeoParquet must know of the points."""
    column: dict[str, Any] = {"encoding": "WKB", "geometry_types": ["Point"], "edges": "spherical"}
    column["covering"] = {"bbox": {edge: [BOX, edge] for edge in EDGES}}
    if known:
        column["bbox"] = [pick(axis) for pick in (min, max) for axis in zip(*known, strict=True)]
    return {"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}


def _groups(events: Table, points: Sequence[Point | None]) -> Iterator[pa.RecordBatch]:
    """The rows of the table, each with its point and the box around it."""
    schema, at = schema_of(events).append(GEOMETRY_FIELD).append(BOX_FIELD), 0
    for batch in batches(events):
        here = points[at : at + batch.num_rows]
        at += batch.num_rows
        shapes = [each and struct.pack("<BIdd", LITTLE_ENDIAN, POINT, *each) for each in here]
        boxes = [each and dict(zip(EDGES, (*each, *each), strict=True)) for each in here]
        more = (pa.array(shapes, type=GEOMETRY_FIELD.type), pa.array(boxes, type=BOX_FIELD.type))
        yield pa.RecordBatch.from_arrays([*batch.columns, *more], schema=schema)


def _point(finding: Finding) -> Point | None:
    """Longitude and latitude, in that order."""
    where = finding.where
    if where.lat is None or where.lon is None:
        return None
    return round(where.lon, DIGITS), round(where.lat, DIGITS)
