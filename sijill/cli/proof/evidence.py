"""What a claim rests on: the words around it, the document they stand in, and whether the original still reads so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sijill.chain.keeping.opening import vault_of
from sijill.chain.register import Register
from sijill.language.sentences import sentences
from sijill.language.tokens import tokenize
from sijill.model.claim import Claim
from sijill.model.document import Digest, Document
from sijill.store.vault import OriginalDamaged, OriginalMissing, Vault

LONGEST = 600


class Kept(StrEnum):
    """What the vault says of an original."""

    SOUND = "sound"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A claim with its proof.

    before, after     the rest of the sentences that the quote stands in
    original          place of the original in the case     kept   whether its bytes hash as recorded
    reads_as_quoted   the span of the document's text is the quote, letter by letter
    """

    claim: Claim
    document: Document
    before: str
    after: str
    original: str
    kept: Kept
    reads_as_quoted: bool

    @property
    def sound(self) -> bool:
        return self.kept is Kept.SOUND and self.reads_as_quoted


def evidence(claims: Iterable[Claim], register: Register) -> tuple[Evidence, ...]:
    """The proof of each claim, in the order given; an original is hashed once."""
    asked = list(claims)
    documents = {each.document: register.document(each.document) for each in asked}
    texts = register.texts(list(documents))
    vault = vault_of(register.case)
    kept = {each.digest: check_original(vault, each) for each in documents.values()}
    return tuple(_evidence(each, documents[each.document], texts.get(each.document, ""), kept) for each in asked)


def _evidence(claim: Claim, document: Document, text: str, kept: Mapping[Digest, Kept]) -> Evidence:
    start, end = claim.span
    before, after = _around(text, start, end)
    return Evidence(
        claim=claim,
        document=document,
        before=before,
        after=after,
        original=f"vault/{document.digest[:2]}/{document.digest[2:]}",
        kept=kept[document.digest],
        reads_as_quoted=text[start:end] == claim.quote,
    )


def check_original(vault: Vault, document: Document) -> Kept:
    """Hash the original again."""
    try:
        vault.open(document.digest).close()
    except OriginalDamaged:
        return Kept.CHANGED
    except OriginalMissing:
        return Kept.MISSING
    return Kept.SOUND


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The rest of the sentences that a span touches, before it and after it."""
    offset = max(0, start - LONGEST)
    tokens = tokenize(text[offset : end + LONGEST])
    first, last = start, end
    for a, b in sentences(tokens):
        opens, closes = tokens.starts[a] + offset, tokens.ends[b - 1] + offset
        if opens < end and start < closes:
            first, last = min(first, opens), max(last, closes)
    return text[first:start], text[end:last]
