"""Which place "the district", "the same square", "the camp" or "the town" is: the one of that kind that was named
last."""

from sijill.extract.assembly.memory import Remembered, Telling
from sijill.extract.syntax.parts import Spot
from sijill.language.places.words import OF_TOWNS

ARTICLE = "ال"
"""Arabic writes it on the word."""


def place_before(t: Telling, spot: Spot | None) -> Remembered | None:
    """The place that a sentence goes on from: the last one told, of "the district" the last quarter named, if later; of
    "in the town" the last one of that kind, if no other was told after it."""
    base, quarter = t.memory.place, t.memory.quarter
    town = _town_told_again(t) if spot is None or not spot.named else None
    if town is not None and (base is None or town.sentence >= base.sentence):
        return town
    later = quarter is not None and (base is None or quarter.sentence > base.sentence)
    return quarter if later and (spot is None or not spot.named) and _tells_of_the_quarter(t) else base


def told_by_its_name(t: Telling, spot: Spot) -> Remembered | None:
    """Of "the same square", "the besieged camp" the one of that kind that was named last."""
    s = t.s
    phrase = s.at(spot.start)
    if phrase is None or s.low(spot.start) not in s.words.definite or s.low(phrase.head) in OF_TOWNS:
        return None
    return t.memory.kinds.get(s.low(phrase.head))


def _tells_of_the_quarter(t: Telling) -> bool:
    """ "The district" and no more."""
    s = t.s
    plain = (each for each in s.phrases if each.end - each.start == 2 and s.low(each.start) in s.words.definite)
    return any(s.low(each.head) in s.words.quarters for each in plain)


def _town_told_again(t: Telling) -> Remembered | None:
    """ "In the town", "at a mill in the hamlet"."""
    s = t.s
    for phrase in s.phrases:
        low, last = s.low(phrase.start), phrase.end - 1
        plain = (last == phrase.start and low.startswith(ARTICLE)) or (
            last == phrase.start + 1 and low in s.words.definite
        )
        kind = s.low(last).removeprefix(ARTICLE)
        if plain and kind in OF_TOWNS and s.low(phrase.start - 1) in s.words.at | s.words.in_of_from:
            return t.memory.kinds.get(kind)
    return None
