"""Two deeds of one sentence that "in addition to" sets side by side, each in its own place."""

from sijill.extract.syntax.parts import Spot
from sijill.extract.syntax.sentence import Sentence

FAR = 5
"""Tokens from "in addition to" to the noun of the other act."""


def of_its_half(s: Sentence, spots: list[Spot], at: int) -> list[Spot]:
    """Of "killing ten in Tarn in addition to wounding two in Kessa" the places told with the deed at token `at`; all,
    where that half names none but those from which somebody came."""
    k = _besides(s)
    if k is None:
        return spots
    if not any(spot.named and _behind_a_deed(s, spot, k) for spot in spots):
        return spots
    own = [spot for spot in spots if (spot.start > k) == (at > k)]
    there = any(spot.named and s.low(spot.start - 1) not in s.words.from_ for spot in own)
    return own if there else spots


def _behind_a_deed(s: Sentence, spot: Spot, k: int) -> bool:
    """Whether the first half tells of a deed before it names this place: not where somebody only spoke."""
    return spot.start < k and any(cue.start < spot.start for cue in s.cues)


def _besides(s: Sentence) -> int | None:
    """The token of these words where another deed follows, and not others who were harmed."""
    for words in s.likely(s.sayings.and_also):
        for k in range(s.start, s.stop):
            if s.low(k) == words[0] and s.reads(k, words) and _tells_a_deed(s, k + len(words)):
                return k
    return None


def _tells_a_deed(s: Sentence, k: int) -> bool:
    deed = next((cue for cue in s.cues if cue.start >= k), None)
    if deed is None:
        return False
    if deed.verbal:
        return deed.start == k and deed.form == "ing"
    counted = s.at(k)
    return deed.row.frame == "act" and deed.start - k <= FAR and (counted is None or counted.count is None)
