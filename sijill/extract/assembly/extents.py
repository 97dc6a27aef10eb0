"""Which words a voice covers: where content begins and ends beside its verb of speech."""

from sijill.extract.assembly.speakers import has_cue
from sijill.extract.assembly.voices import Voice
from sijill.extract.syntax.classes import AUX
from sijill.extract.syntax.parts import SpeechCue
from sijill.extract.syntax.sentence import Sentence
from sijill.language.tokens import APOSTROPHE, CLOSING, OPENING
from sijill.model.claim import Stance

LONGEST_ASIDE = 14
"""Tokens between the halves of a quotation: who says it, and who that is."""


def extent(
    s: Sentence, cue: SpeechCue, who: list[Voice], *, start: int, inverted: bool, onward: bool = False
) -> tuple[int, int] | None:
    """Tokens [start, end) of what is said; before the voice ("..., said X"), after its verb, or both.

    onward   the voice goes on from an earlier verb ("..., adding that"): only after
    """
    start = _content_start(s, cue, start)
    first = min(voice.start for voice in who)
    since = _since(s, min(first, cue.start))
    stop = _content_stop(s, start, cue.row.stance)
    told = has_cue(s, since, first) or _quoted_before(s, first)
    after = has_cue(s, start, stop) or _quotes_on(s, cue.end)
    told = told or (not after and s.low(first - 1) == "," and s.low(cue.end) in (".", ""))
    aside = told and _set_off(s, first - 1) and s.low(cue.end) in (",", ".", "")
    if onward or not (inverted or aside or (not after and told)):
        found = start, stop
    elif after and not inverted:
        found = since, stop
    elif inverted and _quotes_on(s, who[-1].end):
        found = since, s.stop
    else:
        found = since, cue.start if inverted else first
    return found if found[0] < found[1] else None


def _quoted_before(s: Sentence, first: int) -> bool:
    """ "“The road is closed,” X said": a quotation ends right before the voice."""
    return any(s.start <= k and s.tokens.words[k] in CLOSING - {APOSTROPHE} for k in (first - 1, first - 2))


def _set_off(s: Sentence, k: int) -> bool:
    """A comma, or the end of a quotation."""
    return s.low(k) == "," or (s.start <= k and s.tokens.words[k] in CLOSING)


def _quotes_on(s: Sentence, k: int) -> bool:
    """ "..., said X, "and ..." ": does a quotation go on behind the voice?"""
    for i in range(k, min(k + LONGEST_ASIDE, s.stop - 1)):
        if s.tokens.words[i] in OPENING:
            return i < k + 3 or s.low(i - 1) == ","
        if i >= k + 3 and any(cue.verbal and cue.start == i for cue in s.cues):
            return False
    return False


def _content_start(s: Sentence, cue: SpeechCue, start: int) -> int:
    limit = min(s.stop, start + 14)
    told = {c.start for c in s.cues if c.verbal} | {c.start for c in s.speech}
    for k in range(start, limit):
        if s.low(k) in s.words.that and s.at(k) is None:
            return k + 1
        if k in told or s.low(k) in s.words.while_ or (s.kind(k) & AUX and s.at(k) is None):
            break
    return start


def _content_stop(s: Sentence, start: int, stance: Stance) -> int:
    """To the end of the sentence, or to what another voice says; a denial ends before ", which ..." """
    spoken = {cue.start for cue in s.speech if cue.form == "ing"}
    for k in range(start, s.stop - 1):
        if k in spoken or parts_voices(s, k):
            return k
        if stance is Stance.DENIES and s.low(k) == "," and s.low(k + 1) in s.words.adds:
            return k
    return s.stop


def _since(s: Sentence, at: int) -> int:
    """The token after the last one before `at` that parts two voices."""
    return next((k + 1 for k in range(at - 1, s.start, -1) if parts_voices(s, k)), s.start)


def parts_voices(s: Sentence, k: int) -> bool:
    """Does a clause of another voice begin after token k: a semicolon, a contrast, "and Y said"?"""
    low = s.low(k)
    if low == ";" or (low in s.words.contrast and s.low(k - 1) == ","):
        return True
    if low in s.words.contrast or low in s.words.and_:
        return any(_speaks_next(s, k + 1, cue) for cue in s.speech)
    return False


def _speaks_next(s: Sentence, k: int, cue: SpeechCue) -> bool:
    """ "denied", "also denied", "state television said" at token k."""
    if cue.start in (k, k + 1) and s.at(k) is None:
        return True
    phrase = s.at(k)
    return phrase is not None and phrase.start == k and 0 <= cue.start - phrase.end <= 1
