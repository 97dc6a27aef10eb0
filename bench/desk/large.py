"""A desk over a register of 100,000 claims in 20,000 events: the invented case many times over, each time under other
ids. It is not read by the chain (reading has its own benchmark): what is measured is the desk."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TypeVar

from sijill.case import read_case
from sijill.chain.keeping.opening import open_ledger, vault_of
from sijill.chain.run import run_chain
from sijill.cli.demo import build
from sijill.model.claim import Claim, ClaimId
from sijill.model.decision import Doubt
from sijill.model.document import Digest, Document, DocumentId, Text
from sijill.model.event import Event, Link
from sijill.model.exchange import from_json, to_json
from sijill.model.finding import Finding
from sijill.review.desk import Desk, settle_memory
from sijill.review.view import View, load_view
from sijill.store.ledger import Ledger

T = TypeVar("T")
CLAIMS, EVENTS = 100_000, 20_000
ID = re.compile(r"\b(doc|clm|evt|sit|psn|dbt)_[0-9a-z]+")
SMALL = 2
"""Claims of an event that is taken more often than the others, to come to so many events."""
AT_ONCE = 2000


def build_large(folder: Path, *, claims: int = CLAIMS, events: int = EVENTS) -> Desk:
    """A case in an empty folder, its ledger with the documents, and a desk that shows the whole of it."""
    build(folder)
    case = read_case(folder)
    run_chain(case, by="bench", at="2031-05-10T00:00:00Z", progress=lambda step, done, total: None)
    ledger = open_ledger(case)
    once = load_view(case, ledger, 1)
    few = _part(once, {each.id for each in once.findings if len(each.claims) <= SMALL})
    rest = max(0, events - len(once.findings) * (claims // len(once.claims)))
    parts = [*([once] * (claims // len(once.claims) + 1)), *([few] * (rest // len(few.findings) + 1))]
    whole = _many(once, parts, ledger, vault_of(case).put(b"many"))
    desk = Desk(case, ledger, alone_as="bench")
    desk._whole = whole
    desk._index()
    settle_memory()
    return desk


def _part(view: View, events: set[str]) -> View:
    findings = [each for each in view.findings if each.id in events]
    kept = {claim for each in findings for claim in each.claims}
    claims = {id_: each for id_, each in view.claims.items() if id_ in kept}
    held = {each.document for each in claims.values()}
    return replace(
        view,
        findings=findings,
        claims=claims,
        documents={id_: each for id_, each in view.documents.items() if id_ in held},
        events={id_: each for id_, each in view.events.items() if id_ in events},
        links=[], persons=[], situations=[], lasting={}, doubts=[], aside={},
    )  # fmt: skip


def _many(once: View, parts: Sequence[View], ledger: Ledger, digest: Digest) -> View:
    documents = [
        replace(each, digest=digest, locator=f"row:{number}")
        for number, each in enumerate(_copied(Document, lambda part: part.documents.values(), parts))
    ]
    _capture(documents, once, parts, ledger)
    origins = {
        ClaimId(_renamed(claim, number)): _renamed(origin, number)
        for number, part in enumerate(parts)
        for claim, origin in part.origins.items()
        if claim in part.claims
    }
    return replace(
        once,
        number=2,
        documents={each.id: each for each in documents},
        claims={each.id: each for each in _copied(Claim, lambda part: part.claims.values(), parts)},
        findings=_copied(Finding, lambda part: part.findings, parts),
        events={each.id: each for each in _copied(Event, lambda part: part.events.values(), parts)},
        links=_copied(Link, lambda part: part.links, parts),
        doubts=_copied(Doubt, lambda part: part.doubts, parts),
        origins=origins,
    )


def _copied(kind: type[T], things: Callable[[View], Iterable[T]], parts: Iterable[View]) -> list[T]:
    lines = (_renamed(to_json(each), number) for number, part in enumerate(parts) for each in things(part))
    return [from_json(kind, line) for line in lines]


def _capture(documents: Iterable[Document], once: View, parts: Iterable[View], ledger: Ledger) -> None:
    """The documents with the texts of those that they are copies of."""
    texts = once.texts(once.documents)
    told = (texts.get(id_) for part in parts for id_ in part.documents)
    rows = ((each, None if text is None else _text(each.id, text)) for each, text in zip(documents, told, strict=True))
    while batch := list(islice(rows, AT_ONCE)):
        ledger.capture(batch, by=ledger.account("bench"), means="bench")


def _text(document: DocumentId, text: str) -> Text:
    digest = Digest(sha256(text.encode()).hexdigest())
    return Text(document=document, text=text, reader="bench/1", digest=digest)


def _renamed(words: str, number: int) -> str:
    return ID.sub(lambda found: _other(found[0], number), words)


def _other(id_: str, number: int) -> str:
    return id_[:4] + sha256(f"{id_}/{number}".encode()).hexdigest()[:20]
