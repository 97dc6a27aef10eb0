"""Who says what in a text, whether or not it tells of a harm: source, cue and content of every scope of speech."""

from collections.abc import Iterator
from dataclasses import dataclass

from sijill.extract.assembly.attribution import scopes
from sijill.extract.assembly.scope import Scope
from sijill.extract.assembly.voices import Voice
from sijill.extract.languages import sentences_of
from sijill.extract.syntax.sentence import Sentence
from sijill.language.vocabulary import Vocabulary
from sijill.model.claim import Stance

Spans = tuple[tuple[int, int], ...]
"""Code points [start, end) of a text, in its order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """`source` says `content`; `cue`: the words that tell so. depth 0 is nearest to the document's own voice."""

    source: Spans
    cue: Spans
    content: Spans
    stance: Stance
    depth: int


def utterances(text: str, vocabulary: Vocabulary) -> tuple[Utterance, ...]:
    """Every utterance of a text, in the order of its sentences. Cost: linear in its length."""
    found: list[Utterance] = []
    last: Voice | None = None
    for s in sentences_of(text, vocabulary):
        said = scopes(s, last)
        found += _told(s, said)
        last = next((scope.voices[-1] for scope in reversed(said) if scope.voices), last)
    return tuple(found)


def _told(s: Sentence, said: list[Scope]) -> Iterator[Utterance]:
    for scope in said:
        depth = sum(1 for other in said if other is not scope and other.start <= scope.cue[0] < other.stop)
        yield Utterance(
            source=tuple(_points(s, voice.start, voice.end) for voice in scope.voices),
            cue=(_points(s, *scope.cue),),
            content=(_points(s, scope.start, scope.stop),),
            stance=scope.stance,
            depth=depth,
        )


def _points(s: Sentence, start: int, end: int) -> tuple[int, int]:
    return s.tokens.starts[start], s.tokens.ends[end - 1]
