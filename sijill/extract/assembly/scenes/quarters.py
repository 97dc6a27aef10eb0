"""Which place "the district", "the same square", "the camp" or "the town" is: the one of that kind that was named
last."""

from sijill.extract.assembly.memory import Remembered, Telling, remembered
from sijill.extract.syntax.circumstances import just_generic_words
from sijill.extract.syntax.parts import PLACE, Phrase, Spot
from sijill.extract.syntax.sentence import Sentence
from sijill.language.places.reading import is_arabic
from sijill.language.places.words import OF_TOWNS, SITE_KEYS

KINDS = SITE_KEYS | OF_TOWNS
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


def remember_kinds(t: Telling) -> None:
    """The last place of each kind that was named: "Oskar square", "the suburb of Sabha", "the town of Kessa"."""
    words = t.s.words
    for spot in t.spots if t.s.has(KINDS) or t.s.has(words.quarters) else ():
        kinds = t.s.tokens.lows[spot.start : spot.own or spot.end] if spot.named else ()
        for low in kinds:
            if low in KINDS or low in words.quarters:
                told = remembered(t, spot.start, spot.end, spot.base or spot.text, spot.text)
                t.memory.kinds[low] = told
                t.memory.quarter = told if low in words.quarters else t.memory.quarter
                if low not in OF_TOWNS:
                    _keep_its_town(t, spot)


def _keep_its_town(t: Telling, spot: Spot) -> None:
    """ "The Oskar school in Namar": "the city", "the town" told next is Namar."""
    s = t.s
    inside = (name for name in s.names if name.kind == PLACE and spot.start < name.start and name.end == spot.end)
    town = next((name for name in inside if s.low(name.start - 1) in (*s.words.at, *s.words.of, ",")), None)
    if town is not None and tuple(s.tokens.lows[town.start : town.end]) not in s.lexicon.countries:
        words = s.text(town.start, town.end)
        told = remembered(t, town.start, town.end, words, words)
        t.memory.kinds |= dict.fromkeys(OF_TOWNS, told)


def _tells_of_the_quarter(t: Telling) -> bool:
    """ "The district" and no more."""
    return any(_quarter_told(t, phrase) is not None for phrase in t.s.phrases)


def _town_told_again(t: Telling) -> Remembered | None:
    """ "In the town", "at a mill in the hamlet", "in the central city"."""
    s = t.s
    for phrase in s.phrases:
        if s.low(phrase.start - 1) in s.words.at | s.words.in_of_from and _is_a_town_told(s, phrase):
            return t.memory.kinds.get(s.low(phrase.end - 1).removeprefix(ARTICLE))
    return None


def _is_a_town_told(s: Sentence, phrase: Phrase) -> bool:
    low, last = s.low(phrase.start), phrase.end - 1
    plain = (last == phrase.start and low.startswith(ARTICLE)) or (
        low in s.words.definite and just_generic_words(s, phrase.start, phrase.end)
    )
    return plain and s.low(last).removeprefix(ARTICLE) in OF_TOWNS


def with_its_town(t: Telling, spot: Spot) -> str:
    """ "A mill in the hamlet", "Mill Street in the neighbourhood": the words of the one, which no table lists, with the
    name of the other, which was told before."""
    s, phrase = t.s, t.s.at(spot.end + 1)
    if s.low(spot.end) not in s.words.at or phrase is None or phrase.start != spot.end + 1:
        return spot.text
    town = _town_told_again(t) if _is_a_town_told(s, phrase) else _quarter_told(t, phrase)
    listed = any(name.kind == PLACE and spot.start <= name.start < spot.end for name in s.names)
    comma = "، " if is_arabic(spot.text) else ", "
    return spot.text if town is None or listed else f"{spot.text}{comma}{town.text}"


def _quarter_told(t: Telling, phrase: Phrase) -> Remembered | None:
    """ "The neighbourhood" and no more."""
    s = t.s
    plain = s.low(phrase.start) in s.words.definite and phrase.end - phrase.start == 2
    return t.memory.quarter if plain and s.low(phrase.head) in s.words.quarters else None
