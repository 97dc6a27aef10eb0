"""Which place "the district", "the same square" or "the camp" is: the one of that kind that was named last."""

from sijill.extract.assembly.memory import Remembered, Telling
from sijill.extract.syntax.parts import Spot


def place_before(t: Telling, spot: Spot | None) -> Remembered | None:
    """The place that a sentence goes on from: the last one told, of "the district" the last quarter named, if later."""
    base, quarter = t.memory.place, t.memory.quarter
    later = quarter is not None and (base is None or quarter.sentence > base.sentence)
    return quarter if later and (spot is None or not spot.named) and _tells_of_the_quarter(t) else base


def told_by_its_name(t: Telling, spot: Spot) -> Remembered | None:
    """Of "the same square", "the besieged camp" the one of that kind that was named last."""
    s = t.s
    phrase = s.at(spot.start)
    if phrase is None or s.low(spot.start) not in s.words.definite:
        return None
    return t.memory.kinds.get(s.low(phrase.head))


def _tells_of_the_quarter(t: Telling) -> bool:
    """ "The district" and no more."""
    s = t.s
    plain = (each for each in s.phrases if each.end - each.start == 2 and s.low(each.start) in s.words.definite)
    return any(s.low(each.head) in s.words.quarters for each in plain)
