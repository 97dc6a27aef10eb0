"""Where people met to speak of what was done, or published it, is no place of that: "a session of the council in
Kessa", "a report issued in Kessa"."""

from sijill.extract.syntax.parts import Spot
from sijill.extract.syntax.sentence import Sentence


def without_talks(s: Sentence, spots: list[Spot]) -> list[Spot]:
    """The places of a sentence but those; one where a meeting was struck stays."""
    if not (s.has(s.words.talks) or s.has(s.words.shown)):
        return spots
    return [spot for spot in spots if not _is_of_talks(s, spot)]


def _is_of_talks(s: Sentence, spot: Spot) -> bool:
    before = spot.start - 1
    if s.low(before) not in s.words.at:
        return False
    if s.low(before - 1) in s.words.shown:
        return True
    phrase = s.at(before - 1)
    top = s.grammar.climb(s, phrase) if phrase is not None else None
    if top is None or s.words.talks.isdisjoint(s.tokens.lows[top.start : top.end]):
        return False
    struck = s.low(top.start - 1) in s.words.on_against | s.words.at
    near = (*range(top.start - 1, top.start), *range(spot.end, spot.end + 3))
    return not struck and not any(cue.start <= k < cue.end for cue in s.cues for k in near)
