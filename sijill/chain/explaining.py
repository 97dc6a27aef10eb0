"""A text explained with the names that packs or a case know: what extract reads and what resolve makes of it."""

from dataclasses import replace

from sijill.chain.knowledge import Known, known_of
from sijill.chain.register import Register
from sijill.chain.resolving import settled_names
from sijill.extract.explaining import Explained, explain
from sijill.model.claim import ClaimId, Reading
from sijill.model.document import Digest, Document, DocumentId
from sijill.resolve.claims import resolve_document
from sijill.resolve.knowledge import NOTHING_SETTLED, Settled, index_knowledge
from sijill.store.packs import load_pack, merge_packs

SENTENCE = DocumentId("doc_sentence")
"""A text that was typed in belongs to no case."""


def known_by(packs: tuple[str, ...]) -> Known:
    """What these packs know. Raises UnknownPack."""
    return known_of(merge_packs(map(load_pack, packs)))


def explain_text(text: str, known: Known, *, published: str | None) -> tuple[Explained, ...]:
    """Every sentence of a text. published: ISO day, month or year by which relative times are dated."""
    document = Document(id=SENTENCE, name="", digest=Digest(""), published=published, captured="")
    return _resolved(document, text, known, NOTHING_SETTLED)


def explain_document(register: Register, document: Document) -> tuple[Explained, ...]:
    """Every sentence of a document of a case, as the chain reads it now."""
    text = register.texts([document.id]).get(document.id, "")
    return _resolved(document, text, register.known, settled_names(register.decisions))


def _resolved(document: Document, text: str, known: Known, settled: Settled) -> tuple[Explained, ...]:
    read = tuple(explain(document.id, text, known.vocabulary))
    claims = [claim for each in read for claim in each.claims]
    readings: dict[ClaimId, Reading] = {reading.claim: reading for each in read for reading in each.readings}
    knowledge = index_knowledge(parties=known.parties, sources=known.sources, places=known.places, home=known.home)
    done, _ = resolve_document(document, text, claims, readings, knowledge=knowledge, settled=settled)
    by_id = {claim.id: claim for claim in done}
    return tuple(replace(each, claims=tuple(by_id[claim.id] for claim in each.claims)) for each in read)
