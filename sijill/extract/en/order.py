"""Where English puts what other languages put elsewhere: before the noun, before the verb, in capitals."""

from bisect import bisect_right
from collections.abc import Iterator

from sijill.extract.en.verbs import skip_adverbs
from sijill.extract.en.words import WORDS, bits
from sijill.extract.syntax.classes import ADVERB
from sijill.extract.syntax.kinds import is_agent
from sijill.extract.syntax.parts import Cue, Phrase, SpeechCue
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Stance

NEAR = 4
"""Tokens from a verb to its object, with adverbs between."""
CLAUSE_OPENERS = frozenset(
    "that while because when if although though whereas but whether where ; : \u2014 \u2013".split()
)
GOVERNS_OR_OPENS = frozenset("after before as until".split())
QUOTES = frozenset('\u201c\u201d"')


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


def clause_start(s: Sentence, i: int) -> int:
    """The token after the last word before i that opens a clause: "that", "when", "said" (not "was said"), a quote."""
    if s.clauses is None:
        s.clauses = [s.start, *_clause_starts(s)]
    return s.clauses[max(0, bisect_right(s.clauses, i) - 1)]


def _clause_starts(s: Sentence) -> Iterator[int]:
    told = (cue for cue in s.speech if cue.row.note == "" and cue.row.stance is Stance.ASSERTS)
    spoken = {cue.end for cue in told if s.low(cue.start - 1) not in WORDS.passive}
    for k in range(s.start, s.stop):
        opens = s.tokens.lows[k] in CLAUSE_OPENERS or s.tokens.words[k] in QUOTES or _opens_by_its_verb(s, k)
        if k + 1 in spoken or (opens and s.at(k) is None):
            yield k + 1


def _opens_by_its_verb(s: Sentence, k: int) -> bool:
    """ "after rebels fired at the town killing two": words that also govern nouns open a clause where who acts and a
    verb of violence follow; not where a comma leads back to what was told first.
    """
    subject = s.at(k + 1) if s.tokens.lows[k] in GOVERNS_OR_OPENS else None
    if subject is None or subject.start != k + 1 or not is_agent(subject) or subject.pronoun:
        return False
    acts = any(cue.verbal and cue.start == skip_adverbs(s, subject.end) for cue in s.cues)
    return acts and all(s.low(j) != "," for j in range(subject.end, s.stop))
