"""Two deeds of one sentence: each in its own place that "in addition to" sets side by side, and both of one doer where
the second is told."""

from sijill.extract.syntax.parts import Spot
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Harm

FAR = 5
"""Tokens from "in addition to" to the noun of the other act."""
BOTH = 2


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


def of_both_deeds(s: Sentence, wide: Spot | None, spots: list[Spot], act: tuple[int, int] | None) -> Spot | None:
    """ "In Namar province the army killed ten men and burnt a mill in Oskar village": what follows the second of two
    deeds of one doer tells where both were done."""
    if wide is None or act is None or wide.start != s.start + 1 or not _is_wide(s, wide):
        return wide
    if len(s.times) > 1:
        return wide
    return next((spot for spot in spots if _follows_both(s, spot, act) and not _is_wide(s, spot)), wide)


def _is_wide(s: Sentence, spot: Spot) -> bool:
    return not s.words.wide_places.isdisjoint(s.tokens.lows[spot.start : spot.end])


def _follows_both(s: Sentence, spot: Spot, act: tuple[int, int]) -> bool:
    told = [cue for cue in s.cues if cue.verbal and act[0] <= cue.start < spot.start]
    if len(told) != BOTH or told[0].start != act[0] or not spot.named or spot.country:
        return False
    first, second = told
    goes_on = second.row.harm is Harm.NONE and second.form == first.form and s.low(second.start - 1) in s.words.and_
    there = s.low(spot.start - 1 - (s.low(spot.start - 1) == "the")) in s.words.at
    return goes_on and there and "," not in s.tokens.lows[act[0] : spot.start]
