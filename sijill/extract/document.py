"""One document in, its claims and how they were read out. Pure: the same words give the same claims on any machine."""

from dataclasses import dataclass

from sijill.extract.assembly.memory import Memory
from sijill.extract.assembly.reader import EXTRACTOR, read
from sijill.extract.languages import GRAMMARS, sentences_of
from sijill.language.vocabulary import Vocabulary
from sijill.model.claim import Claim, Reading
from sijill.model.document import DocumentId

VERSION = EXTRACTOR
LANGUAGES = frozenset(GRAMMARS)
"""Languages whose sentences are read; a text in another one without a claim is unread, not silent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Claims in the order of their words, each with its reading. Names, places and times are as said: resolve
    settles them.
    """

    claims: tuple[Claim, ...]
    readings: tuple[Reading, ...]


def extract(document: DocumentId, text: str, vocabulary: Vocabulary) -> Extraction:
    """The claims of one text. Cost: linear in its length. Spans are code points of `text` as given."""
    memory = Memory(document)
    for number, sentence in enumerate(sentences_of(text, vocabulary)):
        read(sentence, memory, number=number)
    return Extraction(claims=tuple(memory.claims), readings=tuple(memory.readings))
