"""Verbs of speech in Arabic, told from nouns that are spelled like them ("said", "male")."""

from sijill.extract.ar.words import WORDS, bits, is_definite
from sijill.extract.lexicon import Speech, lexicon
from sijill.extract.syntax.classes import AUX, CONJ, DET, MARK, MODAL, NEGATION, PREP, RELATIVE, SUBORDINATOR
from sijill.extract.syntax.matching import matches
from sijill.extract.syntax.parts import Cue, Named, SpeechCue
from sijill.language.ar.letters import fold_word
from sijill.language.tokens import CLOSING, Tokens
from sijill.model.claim import Stance

TABLE = lexicon("ar").speech
OPENS = CONJ | MARK | MODAL | NEGATION | RELATIVE | SUBORDINATOR | AUX
NEAR, FAR = 8, 26
THAT = 8
"""Tokens from a verb that is one of speech only with a content to the word that opens it."""


def find_speech(tokens: Tokens, start: int, stop: int, cues: list[Cue], names: list[Named]) -> list[SpeechCue]:
    """Left to right, none overlapping, none inside a predicate or a name."""
    taken = {k for cue in cues for k in range(cue.start, cue.end)}
    taken |= {k for name in names for k in range(name.start, name.end)}

    def accept(i: int, end: int, row: Speech, form: str) -> SpeechCue | None:
        cue = SpeechCue(i, end, row, form)
        return cue if i not in taken and _is_verb(tokens, cue, start, stop) else None

    return matches(tokens.lows, (start, stop), TABLE, accept)


def _is_verb(tokens: Tokens, cue: SpeechCue, start: int, stop: int) -> bool:
    lows = tokens.lows
    before = lows[cue.start - 1] if cue.start > start else ""
    kind = bits(before)
    if kind & NEGATION and cue.row.stance is Stance.ASSERTS:
        return False
    if lows[cue.start] in WORDS.citing and cue.form == "past" and lows[cue.start].endswith("ا"):
        return False
    if cue.form in ("jussive", "jussive_passive"):
        return before == "لم"
    if not _has_what_it_needs(lows, cue, stop):
        return False
    if cue.row.note in ("that", "past only") and not _opens_content(lows, cue.end, stop):
        return False
    if cue.form == "ing":
        return not kind & PREP
    if kind & (PREP | DET) and before not in ("ل",) and before not in WORDS.according:
        return False
    if cue.form != "past" or before == "" or kind & OPENS or tokens.words[cue.start - 1] in CLOSING:
        return True
    if before in WORDS.according:
        return True
    return lows[cue.start] not in WORDS.ambiguous or is_definite(before)


def _has_what_it_needs(lows: list[str], cue: SpeechCue, stop: int) -> bool:
    """ "announced its responsibility", "withdrew its report", "called the reports false": verbs that alone say less."""
    near = lows[cue.end : min(stop, cue.end + NEAR)]
    if cue.row.note == "claims" and fold_word(cue.row.lemma) in WORDS.needs_responsibility:
        return not WORDS.responsibility.isdisjoint(near)
    if cue.row.note == "retracts":
        return not WORDS.takes_back.isdisjoint(near)
    if cue.row.note == "calls false":
        return not WORDS.false.isdisjoint(lows[cue.end : min(stop, cue.end + FAR)])
    return True


def _opens_content(lows: list[str], end: int, stop: int) -> bool:
    return any(lows[k] in WORDS.that or lows[k] == ":" for k in range(end, min(stop, end + THAT)))
