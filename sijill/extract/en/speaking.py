"""Verbs of speech, told from their noun twins ("the report", "their claims")."""

from sijill.extract.en.words import WORDS, bits
from sijill.extract.lexicon import Speech, lexicon, speech
from sijill.extract.syntax.classes import ADVERB, AUX, DET, MODAL, PREP, VERB
from sijill.extract.syntax.matching import matches
from sijill.extract.syntax.parts import Cue, SpeechCue
from sijill.language.numbers import TENS, UNITS
from sijill.language.tokens import CLOSING, Tokens

VICTIMS = lexicon("en").victims
NEAR = 7
"""Tokens from a verb in which a number of those killed is told, or what they did."""


def find_speech(tokens: Tokens, start: int, stop: int, cues: list[Cue]) -> list[SpeechCue]:
    """Left to right, none overlapping, none inside a predicate."""
    taken = {k for cue in cues if cue.verbal for k in range(cue.start, cue.end)}

    def accept(i: int, end: int, row: Speech, form: str) -> SpeechCue | None:
        cue = SpeechCue(i, end, row, form)
        return cue if i not in taken and _is_verb(tokens, cue, start, stop) else None

    return matches(tokens.lows, (start, stop), speech("en"), accept)


def _is_verb(tokens: Tokens, cue: SpeechCue, start: int, stop: int) -> bool:
    end, row, form = cue.end, cue.row, cue.form
    before = tokens.lows[cue.start - 1] if cue.start > start else ""
    kind = bits(before)
    after = tokens.lows[end] if end < stop else ""
    if row.note == "toll":
        return any(low in WORDS.tolls for low in tokens.lows[end : min(stop, end + 4)])
    if row.lemma == "claim" and form in ("ing", "s", "past") and _counts_dead(tokens, end, stop):
        return False
    if row.note == "retracts":
        return any(low in WORDS.takes_back for low in tokens.lows[end : min(stop, end + 4)])
    if row.note == "that" and not (after in WORDS.opens_content or before in CLOSING):
        return False
    describes = tokens.lows[cue.start] in WORDS.adjectives_in_ed and (kind & (DET | PREP) or _is_number(before))
    if form in ("past", "participle") and describes and bits(after) == 0 and after[:1].isalpha():
        return False
    if form in ("past", "participle"):
        return not kind & DET or before in ("that", "all", "both", "some", "many")
    if form == "ing":
        return not kind & DET or before in ("some", "many", "all")
    if kind & (DET | PREP | VERB) or before.endswith("'s") or before == "":
        return False
    if row.lemma in WORDS.puts_in and form == "base" and kind & MODAL and after not in WORDS.opens_content:
        return False
    if row.lemma not in WORDS.speech_nouns:
        return True
    if form == "base":
        return bool(kind & (ADVERB | MODAL)) or (before.endswith("s") and after == "that")
    return after == "that" or (bool(bits(after) & DET) and kind == 0)


def _counts_dead(tokens: Tokens, k: int, stop: int) -> bool:
    """ "claiming 4 lives", "claimed 12 victims and 30 injured": a toll, where no verb follows."""
    if k >= stop or not (_is_number(tokens.lows[k]) or tokens.lows[k] in ("dozens", "scores", "hundreds")):
        return False
    near = tokens.lows[k + 1 : min(stop, k + NEAR)]
    return any((low,) in VICTIMS for low in near) and not any(bits(low) & (AUX | VERB | MODAL) for low in near)


def _is_number(low: str) -> bool:
    return low[:1].isdigit() or low in UNITS or low in TENS
