"""Quotations that run over several sentences: one voice for all of them, named before, after, or in the sentence
before.
"""

from dataclasses import dataclass

from sijill.extract.assembly.attribution import scopes
from sijill.extract.assembly.scope import Quoted
from sijill.extract.assembly.voices import Voice
from sijill.extract.syntax.sentence import Sentence
from sijill.language.quotations import quotations

NEAR = 8
"""Tokens between a quotation and the verb of speech that is its own."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens [start, end) of the text, in sentences `first` to `last`."""

    start: int
    end: int
    first: int
    last: int


def long_quotations(sentences: list[Sentence]) -> dict[int, Quotation]:
    """Number of the first sentence -> the quotation that begins in it and ends in a later one."""
    found: dict[int, Quotation] = {}
    if not sentences:
        return found
    at = 0
    for start, end in quotations(sentences[0].tokens):
        while at < len(sentences) and sentences[at].stop <= start:
            at += 1
        last = at
        while last + 1 < len(sentences) and sentences[last + 1].start < end - 1:
            last += 1
        if at < len(sentences) and last > at and sentences[at].start <= start:
            found[at] = Quotation(start, end, at, last)
    return found


def quoted_by(quotation: Quotation, sentences: list[Sentence], last: Voice | None) -> Quoted | None:
    """The quotation with its voice, for the sentences that it runs over."""
    voice = _who(quotation, sentences, last)
    return Quoted(quotation.start, quotation.end, voice) if voice is not None else None


def _who(quotation: Quotation, sentences: list[Sentence], last: Voice | None) -> Voice | None:
    """The voice whose verb stands right after the quotation or right before it; else whoever spoke before it."""
    for scope in scopes(sentences[quotation.last], last):
        if scope.voices and 0 <= scope.cue[0] - quotation.end <= NEAR:
            return scope.voices[-1]
    first = sentences[quotation.first]
    for scope in scopes(first, last):
        if scope.voices and 0 <= quotation.start - scope.cue[1] <= NEAR:
            return scope.voices[-1]
    return last if quotation.start <= first.start + 1 else None
