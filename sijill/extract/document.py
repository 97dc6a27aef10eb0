"""One document in, its claims and how they were read out. Pure: the same words give the same claims on any machine."""

from dataclasses import dataclass, replace

from sijill.extract.adding_up import parts_told, renamed_in
from sijill.extract.assembly.memory import Memory
from sijill.extract.assembly.quotations import long_quotations, quoted_by
from sijill.extract.assembly.reader import EXTRACTOR, read
from sijill.extract.assembly.times.again import date_what_is_told_again
from sijill.extract.datasets.rows import read_row
from sijill.extract.languages import GRAMMARS, sentences_of
from sijill.extract.syntax.sentence import Sentence
from sijill.extract.victims.reader import name_victims
from sijill.extract.victims.roll import Roll
from sijill.language.datelines import Order, printed_order
from sijill.language.vocabulary import Vocabulary
from sijill.model.claim import Claim, Reading
from sijill.model.document import DocumentId
from sijill.model.person import RecordReading, VictimRecord

VERSION = EXTRACTOR
LANGUAGES = frozenset(GRAMMARS)
"""Languages whose sentences are read; a text in another one without a claim is unread, not silent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Claims in the order of their words, each with its reading, and so the victims whom the text names. Names, places
    and times are as said: resolve settles them.

    order   of the numbers in the date that the page prints in its head, where they leave only one
    """

    claims: tuple[Claim, ...]
    readings: tuple[Reading, ...]
    victims: tuple[VictimRecord, ...] = ()
    victim_readings: tuple[RecordReading, ...] = ()
    order: Order | None = None


class Story:
    """A document while it is read, sentence by sentence."""

    def __init__(self, document: DocumentId, sentences: list[Sentence]) -> None:
        self.memory, self.roll = Memory(document), Roll(document)
        self._sentences, self._quotations, self._next = sentences, long_quotations(sentences), 0

    def go_on(self) -> None:
        """Read the next sentence."""
        memory, number, sentence = self.memory, self._next, self._sentences[self._next]
        before = len(memory.claims)
        if number in self._quotations:
            memory.quoted = quoted_by(self._quotations[number], self._sentences, memory.voice)
        read(sentence, memory, number=number)
        made = list(zip(memory.claims[before:], memory.readings[before:], strict=True))
        name_victims(sentence, self.roll, made, memory.claims)
        self._next += 1
        if self._next == len(self._sentences):
            date_what_is_told_again(memory, sentence.words.before_now)


def extract(document: DocumentId, text: str, vocabulary: Vocabulary) -> Extraction:
    """The claims of one text, or of a row of a known dataset. Cost: linear in its length. Spans are code points of
    `text` as given.
    """
    coded = read_row(document, text)
    if coded is not None:
        return Extraction(claims=tuple(claim for claim, _ in coded), readings=tuple(how for _, how in coded))
    sentences = list(sentences_of(text, vocabulary))
    story = Story(document, sentences)
    for _ in sentences:
        story.go_on()
    told, renamed = parts_told(story.memory.claims, story.memory.readings)
    return Extraction(
        claims=tuple(claim for claim, _ in told),
        readings=tuple(reading for _, reading in told),
        victims=tuple(replace(each, claim=renamed_in(each.claim, renamed)) for each in story.roll.records),
        victim_readings=tuple(story.roll.readings),
        order=printed_order(text),
    )
