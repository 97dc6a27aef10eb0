"""Who says what in a text, whether or not it tells of a harm: source, cue and content of every scope of speech, and
who thinks, wants, praises or promises what.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from sijill.extract.assembly.attribution import scopes
from sijill.extract.assembly.quotations import long_quotations, quoted_by
from sijill.extract.assembly.scope import GOES_ON, Quoted, Scope
from sijill.extract.assembly.speakers import group_start
from sijill.extract.assembly.voices import Voice
from sijill.extract.en.views import views
from sijill.extract.in_full import in_full
from sijill.extract.languages import sentences_of
from sijill.extract.syntax.sentence import Sentence
from sijill.extract.syntax.view import View
from sijill.language.sentences import ENDS
from sijill.language.tokens import CLOSING
from sijill.language.vocabulary import Vocabulary
from sijill.model.claim import Stance

Spans = tuple[tuple[int, int], ...]
"""Code points [start, end) of a text, in its order."""
VIEWS: dict[str, Callable[[Sentence], list[View]]] = {"en": views}
"""The languages in which it is read who thinks or wants what."""
FAR = 8
"""Tokens after a verb of speech in which the occasion stands: "said in a statement on Friday"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """`source` says `content`; `cue`: the words that tell so. depth 0 is nearest to the document's own voice.

    source and cue are empty where an earlier sentence names them: a quotation goes on. source is empty where it is not
    said who expects or fears it. It is the name in full, with what stands in commas behind it
    """

    source: Spans
    cue: Spans
    content: Spans
    stance: Stance
    depth: int


def utterances(text: str, vocabulary: Vocabulary) -> tuple[Utterance, ...]:
    """Every utterance of a text, in the order of its sentences. Cost: linear in its length."""
    found: list[Utterance] = []
    sentences = list(sentences_of(text, vocabulary))
    quotations = long_quotations(sentences)
    last: Voice | None = None
    quoted: Quoted | None = None
    for number, s in enumerate(sentences):
        if number in quotations:
            quoted = quoted_by(quotations[number], sentences, last)
        said = scopes(s, last, quoted)
        found += _told(s, said)
        if s.lexicon.language in VIEWS:
            found += _viewed(s, said, VIEWS[s.lexicon.language](s))
        last = next((replace(scope.voices[-1], carried=False) for scope in reversed(said) if scope.voices), last)
    return tuple(found)


def _told(s: Sentence, said: list[Scope]) -> Iterator[Utterance]:
    for scope in said:
        depth = sum(1 for other in said if other is not scope and other.start <= scope.cue[0] < other.stop)
        named = [] if scope.verb == GOES_ON else [range(voice.start, voice.end) for voice in scope.voices]
        cue = _said_in(s, scope)
        start = scope.start - 1 if s.low(scope.start - 1) in s.words.that else scope.start
        apart = {k for words in (cue, *named) for k in words}
        yield Utterance(
            source=tuple(_points(s, *in_full(s, (words.start, words.stop), cue)) for words in named),
            cue=_runs(s, cue),
            content=_runs(s, _content(s, range(start, scope.stop), apart)),
            stance=scope.stance,
            depth=depth,
        )


def _said_in(s: Sentence, scope: Scope) -> range:
    """The tokens of its cue; none where a quotation goes on."""
    return range(0) if scope.verb == GOES_ON else _cue(s, scope)


def _cue(s: Sentence, scope: Scope) -> range:
    """The verb with its auxiliaries and adverbs, and on which occasion it was said: "also said in a statement"."""
    start, end = scope.cue
    if s.low(start) in s.words.according:
        return range(start, end)
    start = group_start(s, start)
    for k in range(end, min(end + FAR, s.stop)):
        time = next((time for time in s.times if time[0] == k and k - end <= 1), None)
        phrase = s.at(k)
        if time is not None:
            end = time[1]
        elif phrase is not None and phrase.start == k == end + 1 and s.low(phrase.head) in s.words.occasions:
            end = phrase.end
    return range(start, end + 1 if s.low(end) == ":" else end)


def _viewed(s: Sentence, said: list[Scope], found: Iterable[View]) -> Iterator[Utterance]:
    """What is no part of what somebody says: a view inside it is the speaker's telling."""
    taken = {k for scope in said for k in (*_said_in(s, scope), *range(scope.start, scope.stop))}
    for view in found:
        if taken.isdisjoint(range(*view.cue)):
            content = _trimmed(s, list(range(*view.content)))
            source = tuple(_points(s, *in_full(s, words, range(*view.cue))) for words in view.source)
            yield Utterance(
                source=source, cue=_runs(s, range(*view.cue)), content=_runs(s, content), stance=view.stance, depth=0
            )


def _content(s: Sentence, covered: range, apart: set[int]) -> list[int]:
    """What is covered, before and after the words that tell who says it, each trimmed."""
    gaps = [covered.start - 1, *(k for k in covered if k in apart), covered.stop]
    pieces = (list(range(left + 1, right)) for left, right in pairwise(gaps))
    return [k for piece in pieces for k in _trimmed(s, piece)]


def _trimmed(s: Sentence, tokens: list[int]) -> list[int]:
    """Without the marks that part the content from who says it, and without the end of the sentence."""
    while tokens and s.low(tokens[0]) in (",", ":", ";"):
        tokens = tokens[1:]
    while tokens and (
        s.low(tokens[-1]) in (",", ";", ":", "")
        or (s.tokens.words[tokens[-1]] in ENDS and s.tokens.words[tokens[-1]] not in CLOSING)
    ):
        tokens = tokens[:-1]
    return tokens


def _runs(s: Sentence, tokens: Iterable[int]) -> Spans:
    """Tokens as spans of the text, those that follow each other as one."""
    found: list[list[int]] = []
    for k in tokens:
        if found and found[-1][1] == k:
            found[-1][1] = k + 1
        else:
            found.append([k, k + 1])
    return tuple(_points(s, start, end) for start, end in found)


def _points(s: Sentence, start: int, end: int) -> tuple[int, int]:
    return s.tokens.starts[start], s.tokens.ends[end - 1]
