"""Where it comes from: documents, claims and events as W3C PROV, the custody of evidence as CASE/UCO, in one JSON-LD.

Sources: W3C PROV-O (2013); CASE 1.4 and UCO 1.4 (caseontology.org). Who worked on it is a role, never a name.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from sijill.model.document import Custody
from sijill.publish.material import Material
from sijill.publish.sealed import gathered, listed

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "case-investigation": "https://ontology.caseontology.org/case/investigation/",
    "uco-core": "https://ontology.unifiedcyberontology.org/uco/core/",
    "uco-action": "https://ontology.unifiedcyberontology.org/uco/action/",
    "uco-observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
    "dct": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "kb": "urn:sijill:release:",
}


def to_provenance(material: Material, custody: Sequence[Custody]) -> Iterator[bytes]:
    """JSON-LD of the whole release, a node a line.

    custody   what happened to each published document, already as far as it may travel
    """
    graph = chain(_documents(material), _custody(custody), _claims(material), _events(material))
    nodes = (json.dumps(each, ensure_ascii=False) for each in graph)
    context = json.dumps(CONTEXT, ensure_ascii=False)
    return gathered(listed(f'{{"@context": {context}, "@graph": [', nodes, "]}\n"))


def _documents(material: Material) -> Iterator[dict[str, Any]]:
    for each in material.documents.values():
        yield _node(
            each.id,
            ["prov:Entity", "uco-observable:ObservableObject"],
            {
                "dct:title": each.title,
                "dct:publisher": each.source,
                "dct:issued": each.published,
                "dct:language": each.language,
            },
        )


def _custody(custody: Sequence[Custody]) -> Iterator[dict[str, Any]]:
    for number, each in enumerate(custody):
        yield _node(
            f"custody-{number}",
            ["prov:Activity", "case-investigation:InvestigativeAction"],
            {
                "uco-core:name": each.action,
                "uco-action:startTime": each.at,
                "prov:used": {"@id": f"kb:{each.document}"},
                "uco-action:object": {"@id": f"kb:{each.document}"},
            },
        )


def _claims(material: Material) -> Iterator[dict[str, Any]]:
    for each in material.claims.values():
        yield _node(
            each.id,
            ["prov:Entity"],
            {
                "prov:wasQuotedFrom": {"@id": f"kb:{each.document}"},
                "prov:value": each.quote,
                "prov:wasAttributedTo": each.extractor,
            },
        )


def _events(material: Material) -> Iterator[dict[str, Any]]:
    for each in material.findings:
        yield _node(
            each.id,
            ["prov:Entity"],
            {"dct:title": each.title, "prov:wasDerivedFrom": [{"@id": f"kb:{claim}"} for claim in each.claims]},
        )


def _node(known: str, kinds: Sequence[str], said: dict[str, Any]) -> dict[str, Any]:
    return {
        "@id": f"kb:{known}",
        "@type": list(kinds),
        **{name: value for name, value in said.items() if value is not None},
    }
