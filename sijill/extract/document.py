"""One document in, its claims and how they were read out. Pure: the same words give the same claims on any machine."""

from dataclasses import dataclass

from sijill.extract.assembly.memory import Memory
from sijill.extract.assembly.reader import EXTRACTOR, read
from sijill.extract.en.datelines import without_datelines
from sijill.extract.en.names import names_of
from sijill.language.sentences import sentences
from sijill.language.tokens import tokenize
from sijill.language.vocabulary import Vocabulary
from sijill.model.claim import Claim, Reading
from sijill.model.document import DocumentId

VERSION = EXTRACTOR
LANGUAGES = frozenset({"en"})
"""Languages whose texts are read; a text in another one without a claim is unread, not silent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Claims in the order of their words, each with its reading. Names, places and times are as said: resolve
    settles them.
    """

    claims: tuple[Claim, ...]
    readings: tuple[Reading, ...]


def extract(document: DocumentId, text: str, vocabulary: Vocabulary) -> Extraction:
    """The claims of one text. Cost: linear in its length. Spans are code points of `text` as given."""
    tokens, names, memory = tokenize(text), names_of(vocabulary), Memory(document)
    cased = _is_cased(text)
    for number, span in enumerate(without_datelines(tokens, sentences(tokens))):
        read(tokens, span, names, memory, number=number, cased=cased)
    return Extraction(claims=tuple(memory.claims), readings=tuple(memory.readings))


def _is_cased(text: str) -> bool:
    """False for wire text in capitals only, where a capital tells nothing."""
    letters = [c for c in text[:4000] if c.isalpha()]
    return not letters or sum(c.isupper() for c in letters) < 0.7 * len(letters)
