"""Events, parties and documents as FollowTheMoney entities (schema Event, Organization, Document), one JSON a line.

An id of theirs has letters, digits, points and dashes only: evt_1f is evt-1f here.
An accused party is an Event's `involved`, never an owner or a suspect: nobody is judged. Source: followthemoney.tech.
"""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from sijill.model.finding import Finding, accused
from sijill.publish.material import Material
from sijill.publish.sealed import gathered

PLAIN = re.compile(r"[0-9a-zA-Z](?:[0-9a-zA-Z.\-]*[0-9a-zA-Z])?")


def to_follow_the_money(material: Material) -> Iterator[bytes]:
    """Parties first, then documents, then the events that refer to them."""
    return gathered(json.dumps(each, ensure_ascii=False, sort_keys=True) + "\n" for each in _entities(material))


def _entities(material: Material) -> Iterator[dict[str, Any]]:
    for party in material.parties.values():
        yield _entity(
            party.id, "Organization", name=[party.name], alias=list(party.aliases), classification=[party.kind]
        )
    for document in material.documents.values():
        yield _entity(
            document.id, "Document", title=[document.title], publisher=[document.source], date=[document.published]
        )
    for finding in material.findings:
        yield _event(finding, material)


def _event(finding: Finding, material: Material) -> dict[str, Any]:
    return _entity(
        finding.id,
        "Event",
        name=[finding.title],
        startDate=[finding.when.start],
        endDate=[finding.when.end],
        location=[material.where(finding.where)],
        involved=[plain_id(each) for each in accused(finding.attribution) if each in material.parties],
        keywords=[finding.act.value],
        proof=[plain_id(each) for each in finding.documents if each in material.documents],
        summary=[f"status {finding.status.value}; independent sources: {finding.independent_sources}"],
    )


def plain_id(known: str) -> str:
    """The id as FollowTheMoney takes it; one that cannot be written so by a digest of it."""
    dashed = known.replace("_", "-")
    return dashed if PLAIN.fullmatch(dashed) else sha256(known.encode()).hexdigest()[:20]


def _entity(id_: str, schema: str, **properties: list[str | None]) -> dict[str, Any]:
    said = {name: [each for each in values if each] for name, values in properties.items()}
    return {
        "id": plain_id(id_),
        "schema": schema,
        "properties": {name: values for name, values in said.items() if values},
    }
