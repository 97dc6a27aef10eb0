"""Where English puts what other languages put elsewhere: before the noun, before the verb, in capitals."""

from sijill.extract.en.words import WORDS, bits
from sijill.extract.syntax.classes import ADVERB
from sijill.extract.syntax.parts import Cue, Phrase, SpeechCue
from sijill.extract.syntax.sentence import Sentence

NEAR = 4
"""Tokens from a verb to its object, with adverbs between."""


def inside(s: Sentence, phrase: Phrase) -> tuple[int, int]:
    """ "Russian air strikes": what stands before the noun says whose they are."""
    return phrase.start, phrase.cue.start if phrase.cue is not None else phrase.head


def verb_before(s: Sentence, phrase: Phrase) -> int:
    """ "left 12 dead", "left behind 12 dead", "resulted in the deaths"."""
    k = phrase.start - 1
    return k - 1 if s.low(k) in s.words.behind | s.words.resulted_in else k


def intends(s: Sentence, cue: Cue, start: int) -> str:
    """ "threatened to shell": a word of threat or plan right before an infinitive."""
    group = s.grammar.verb_group(s, cue) if cue.verbal else None
    if group is None or not group.infinitive:
        return ""
    before = s.tokens.lows[max(s.start, start - 3) : start]
    threat = next((low for low in before if low in s.words.threats), "")
    return threat or next((low for low in before if low in s.words.plans), "")


def speakers(s: Sentence, cue: SpeechCue) -> list[Phrase] | None:
    """A speaker is a subject like any other."""
    return None


def is_name(s: Sentence, k: int) -> bool:
    """A word with a capital."""
    return s.tokens.words[k][0].isupper()


def befalls(s: Sentence, cue: Cue, span: tuple[int, int]) -> bool:
    """ "killed A": right after a verb of harm that is no passive."""
    between = range(cue.end, span[0])
    if (
        cue.row.frame == "dies"
        or not 0 <= span[0] - cue.end < NEAR
        or not all(bits(s.low(k)) & ADVERB for k in between)
    ):
        return False
    k = cue.start - 1
    while k > s.start and bits(s.low(k)) & ADVERB:
        k -= 1
    return not (cue.form == "past" and s.low(k) in WORDS.passive)
