"""Who speaks where the phrase before the verb cannot be its subject: a preposition or another verb governs it.

Text that lost its commas runs a speaker into the phrase before ("in Kessa state media said"); an aside stands between a
speaker and its verb ("an envoy at war with Kessa said").
"""

from dataclasses import replace

from sijill.extract.assembly.voices import is_name, kind_of
from sijill.extract.syntax.classes import DET, PREP, SUBORDINATOR
from sijill.extract.syntax.parts import Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.model.source import SpeakerKind

OPEN = (SpeakerKind.UNKNOWN, SpeakerKind.PARTY)
"""Kinds that a phrase has without a word for a speaker."""


def governed_speaker(s: Sentence, phrase: Phrase) -> Phrase | None:
    """The speaker in place of a phrase that is governed; None where it is none, or no better is known."""
    if not _is_governed(s, phrase):
        return None
    top = s.grammar.climb(s, phrase)
    if top is not phrase and (kind_of(s, top) not in OPEN or is_name(s, top)):
        return None
    return _subject_beyond(s, phrase) or _own_end(s, phrase)


def _is_governed(s: Sentence, phrase: Phrase) -> bool:
    before = phrase.start - 1
    if before < s.start or s.low(before) in s.words.for_:
        return False
    if s.kind(before) & PREP and not s.kind(before) & SUBORDINATOR:
        return True
    return any(cue.verbal and cue.end == phrase.start for cue in s.cues)


def _own_end(s: Sentence, phrase: Phrase) -> Phrase | None:
    """From "Kessa state media" to "state media", from "Kessa British minister Ada Tarn" to what follows the place."""
    if s.grammar.is_name(s, phrase.head):
        after = next((name.end for name in phrase.names if name.start == phrase.start), phrase.start)
        later = replace(phrase, start=after, names=tuple(name for name in phrase.names if name.start >= after))
        titled = phrase.start < after <= phrase.head and kind_of(s, later) is SpeakerKind.OFFICIAL
        return later if titled else None
    listed = _first_of_speaker(s, phrase)
    if listed is None:
        return None
    start = first = listed
    while start > phrase.start and _describes(s, start - 1, phrase):
        start -= 1
    bounded = start > phrase.start and not s.kind(start - 1) & DET
    if not bounded and first < phrase.head and first - phrase.start > 1:
        start, bounded = first, True
    names = tuple(name for name in phrase.names if name.start >= start)
    return replace(phrase, start=start, names=names) if bounded else None


def _first_of_speaker(s: Sentence, phrase: Phrase) -> int | None:
    """Where the longest listed speaker begins that ends with the phrase's head: "state television"."""
    table, end = s.lexicon.speakers, phrase.head + 1
    starts = (end - length for length in (3, 2, 1))
    return next((k for k in starts if k >= phrase.start and tuple(s.tokens.lows[k:end]) in table), None)


def _describes(s: Sentence, k: int, phrase: Phrase) -> bool:
    """A word in small letters that is no kind of place and no part of a name: it belongs to the speaker."""
    inside = any(name.start <= k < name.end for name in phrase.names)
    plain = not s.grammar.is_name(s, k) and s.kind(k) == 0 and s.low(k)[0].isalpha()
    return plain and not inside and s.low(k) not in s.words.place_words


def _subject_beyond(s: Sentence, phrase: Phrase) -> Phrase | None:
    """ "An envoy in talks with Kessa said": the first voice of the clause, if no verb stands between."""
    start = s.grammar.clause_start(s, phrase.start)
    for before in s.phrases:
        if before.start < start or before.end >= phrase.start:
            continue
        governed = s.kind(before.start - 1) & PREP and before.start > s.start
        named = is_name(s, before) and (before.start > s.start or before.end - before.start > 1)
        if governed or not (kind_of(s, before) is not SpeakerKind.UNKNOWN or named):
            continue
        told = any(
            cue.verbal and cue.form != "ing" and before.end <= cue.start < phrase.start for cue in s.cues
        ) or any(before.end <= cue.start < phrase.start and cue.form != "ing" for cue in s.speech)
        return None if told else before
    return None
