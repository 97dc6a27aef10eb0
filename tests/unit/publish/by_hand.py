"""What `write_pages` takes, filled by hand: documents with texts, and claims whose spans are looked up in them."""

from dataclasses import dataclass, field
from typing import Any

from sijill import demo
from sijill.model.claim import Act, Claim, Harm, identified
from sijill.model.document import Digest, Document, document_id
from sijill.model.event import Event
from sijill.model.finding import Finding
from sijill.model.place import PlaceId, PlacePrecision, Where
from sijill.model.when import Period, Precision
from sijill.publish.pages import Pages, write_pages

BELQARA = Where(
    text="Belqara", place=PlaceId("demo-belqara"), lat=-45.72, lon=-126.42, precision=PlacePrecision.SETTLEMENT
)
MARKET_DAY = Period(start="2021-03-09", end="2021-03-09", precision=Precision.DAY, text="on Tuesday")


@dataclass
class Case:
    """What `write_pages` takes, to be changed by a test before it writes."""

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

    def write(self, out: Any, **other: Any) -> Pages:
        given = {
            "title": demo.TITLE,
            "findings": self.findings,
            "events": self.events,
            "claims": self.claims,
            "documents": self.documents,
            "texts": self.texts,
            **self.more,
            **other,
        }
        return write_pages(out, **given)
