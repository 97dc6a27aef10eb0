"""Events, parties and documents as FollowTheMoney entities (schema Event, Organization, Document), one JSON a line.

An accused party is an Event's `involved`, never an owner or a suspect: nobody is judged. Source: followthemoney.tech.
"""

import json
from collections.abc import Iterator
from typing import Any

from sijill.model.finding import Finding
from sijill.publish.material import Material


def to_follow_the_money(material: Material) -> bytes:
    """Parties first, then documents, then the events that refer to them."""
    return b"".join(
        (json.dumps(each, ensure_ascii=False, sort_keys=True) + "\n").encode() for each in _entities(material)
    )


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
    place = material.places.get(finding.where.place) if finding.where.place else None
    known = {str(each.id) for each in material.parties.values()}
    accused = [str(row.party) for row in finding.attribution if row.accused_by or row.accepted_by]
    return _entity(
        finding.id,
        "Event",
        name=[finding.title],
        startDate=[finding.when.start],
        endDate=[finding.when.end],
        location=[place.name if place else finding.where.text],
        involved=[each for each in accused if each in known],
        keywords=[finding.act.value],
        proof=[each for each in finding.documents if each in material.documents],
        summary=[f"status {finding.status.value}; independent sources: {finding.independent_sources}"],
    )


def _entity(id_: str, schema: str, **properties: list[str | None]) -> dict[str, Any]:
    said = {name: [each for each in values if each] for name, values in properties.items()}
    return {"id": id_, "schema": schema, "properties": {name: values for name, values in said.items() if values}}
