"""The material of pages, filled by hand: documents with texts, and claims whose spans are looked up in them."""

from dataclasses import dataclass, field
from typing import Any

from sijill import demo
from sijill.model.claim import Act, Claim, Harm, identified
from sijill.model.document import Digest, Document, document_id
from sijill.model.event import Event
from sijill.model.finding import Finding
from sijill.model.place import PlaceId, PlacePrecision, Where
from sijill.model.when import Period, Precision
from sijill.publish.map.outlines import natural_earth
from sijill.publish.material import Material
from sijill.publish.pages import Pages, write_pages

BELQARA = Where(
    text="Belqara", place=PlaceId("demo-belqara"), lat=-45.72, lon=-126.42, precision=PlacePrecision.SETTLEMENT
)
MARKET_DAY = Period(start="2021-03-09", end="2021-03-09", precision=Precision.DAY, text="on Tuesday")


@dataclass
class Case:
    """Material to be changed by a test before it is written."""

    documents: list[Document] = field(default_factory=list)
    texts: dict[Any, str] = field(default_factory=dict)
    claims: dict[Any, Claim] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    more: dict[str, Any] = field(default_factory=dict)

    def report(self, name: str, text: str, **known: Any) -> Document:
        document = Document(
            id=document_id(Digest(name), known.pop("locator", "")),
            name=name,
            digest=Digest("ab" * 32),
            captured="2021-04-01T10:00:00Z",
            **known,
        )
        self.documents.append(document)
        self.texts[document.id] = text
        return document

    def says(self, document: Document, words: str, **content: Any) -> Claim:
        start = self.texts[document.id].index(words)
        content = {"act": Act.SHELLING, "harm": Harm.KILLED, "when": MARKET_DAY, "where": BELQARA, **content}
        claim = identified(
            Claim(
                id="",  # type: ignore[arg-type]
                document=document.id,
                span=(start, start + len(words)),
                quote=words,
                extractor="hand@1",
                **content,
            )
        )
        self.claims[claim.id] = claim
        return claim

    def material(self, **other: Any) -> Material:
        given = {
            "title": demo.TITLE,
            "findings": self.findings,
            "events": {each.id: each for each in self.events},
            "claims": self.claims,
            "documents": {each.id: each for each in self.documents},
            "texts": self.texts.get,
            "outlines": natural_earth(),
            **self.more,
            **other,
        }
        for name in ("places", "parties", "sources", "lasting"):
            if not isinstance(given.get(name, {}), dict):
                given[name] = {each.id: each for each in given[name]}
        return Material(**given)

    def write(self, out: Any, *, changed: Any = None, **other: Any) -> Pages:
        return write_pages(out, self.material(**other), changed=changed)
