"""Events as GeoJSON (RFC 7946): a point only where a place is known, and how wide the place is beside it.

An event whose place is not known has a null geometry: it is not left out. Nothing is drawn finer than it was said.
"""

import json
from collections.abc import Iterator
from typing import Any

from sijill.model.claim import Harm
from sijill.model.finding import Finding
from sijill.publish.material import Material
from sijill.publish.sealed import gathered, listed

DIGITS = 5
"""Decimals of a degree: about a metre."""


def to_geojson(material: Material) -> Iterator[bytes]:
    """A feature for every event, one a line."""
    features = (json.dumps(_feature(each), ensure_ascii=False, separators=(",", ":")) for each in material.findings)
    return gathered(listed('{"type":"FeatureCollection","features":[', features, "]}\n"))


def _feature(finding: Finding) -> dict[str, Any]:
    where = finding.where
    known = where.lat is not None and where.lon is not None
    point = {"type": "Point", "coordinates": [round(where.lon or 0, DIGITS), round(where.lat or 0, DIGITS)]}
    tolls = {
        f"{harm.value}_{end}": getattr(found, end)
        for harm, found in finding.tolls.items()
        if harm is not Harm.NONE
        for end in ("low", "high")
    }
    return {
        "type": "Feature",
        "id": finding.id,
        "geometry": point if known else None,
        "properties": {
            "title": finding.title,
            "act": finding.act.value,
            "start": finding.when.start,
            "end": finding.when.end,
            "date_precision": finding.when.precision.value,
            "place": where.text,
            "place_precision": where.precision.value,
            "status": finding.status.value,
            "independent_sources": finding.independent_sources,
            **tolls,
        },
    }
