"""Verbs of speech, told from their noun twins ("the report", "their claims")."""

from dataclasses import dataclass

from sijill.extract.en.cues import Cue
from sijill.extract.en.words import ADVERB, DET, MODAL, PREP, VERB, bits
from sijill.extract.lexicon import Speech, speech
from sijill.language.tokens import Tokens

TOLLS = frozenset("toll number figure dead casualties".split())
NOUNS_TOO = frozenset("report claim state note show estimate document question doubt dispute quote reject".split())


@dataclass(frozen=True, slots=True)
class SpeechCue:
    """A verb of speech in tokens [start, end). form: base | s | past | participle | ing."""

    start: int
    end: int
    row: Speech
    form: str


def find_speech(tokens: Tokens, start: int, stop: int, cues: list[Cue]) -> list[SpeechCue]:
    """Left to right, none overlapping, none inside a predicate."""
    table, found, i = speech("en"), [], start
    taken = {k for cue in cues if cue.verbal for k in range(cue.start, cue.end)}
    while i < stop:
        bucket = table.get(tokens.lows[i]) if i not in taken else None
        cue = _read(tokens, i, start, stop, bucket) if bucket else None
        if cue is None:
            i += 1
        else:
            found.append(cue)
            i = cue.end
    return found


def _read(
    tokens: Tokens, i: int, start: int, stop: int, bucket: list[tuple[tuple[str, ...], Speech, str]]
) -> SpeechCue | None:
    for words, row, form in bucket:
        end = i + len(words)
        cue = SpeechCue(i, end, row, form)
        if end <= stop and tuple(tokens.lows[i:end]) == words and _is_verb(tokens, cue, start, stop):
            return cue
    return None


def _is_verb(tokens: Tokens, cue: SpeechCue, start: int, stop: int) -> bool:
    end, row, form = cue.end, cue.row, cue.form
    before = tokens.lows[cue.start - 1] if cue.start > start else ""
    kind = bits(before)
    after = tokens.lows[end] if end < stop else ""
    if row.note == "toll":
        return any(low in TOLLS for low in tokens.lows[end : min(stop, end + 4)])
    if form in ("past", "participle"):
        return not kind & DET or before in ("that", "all", "both", "some", "many")
    if form == "ing":
        return not kind & DET or before in ("some", "many", "all")
    if kind & (DET | PREP | VERB) or before.endswith("'s") or before == "":
        return False
    if row.lemma not in NOUNS_TOO:
        return True
    if form == "base":
        return bool(kind & (ADVERB | MODAL)) or (before.endswith("s") and after == "that")
    return after == "that" or (bool(bits(after) & DET) and kind == 0)
