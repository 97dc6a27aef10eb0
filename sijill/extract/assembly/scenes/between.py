"""What lies between two places is one: "the road between Kessa and Tarn", "the area between Kessa and the border"."""

from collections.abc import Sequence
from dataclasses import replace

from sijill.extract.assembly.scenes.lists import JOINS
from sijill.extract.syntax.parts import Phrase, Spot
from sijill.extract.syntax.sentence import Sentence
from sijill.language.ar.clitics import bare

LONGEST = 6
"""Words of the first of the two: "the northern Ruritanian town of Kessa"."""


def with_between(s: Sentence, spots: list[Spot]) -> list[Spot]:
    """The places of a sentence, two between which a road or an area lies as one."""
    if s.words.between.isdisjoint(s.vocabulary) or not any(spot.named for spot in spots):
        return spots
    found = spots
    for k in range(s.start + 1, s.stop):
        spot = _lying_between(s, spots, k) if s.low(k) in s.words.between and _is_of_land(s, k - 1) else None
        if spot is not None:
            others = (each for each in found if each.end <= spot.start or each.start >= spot.end)
            found = sorted([*others, spot], key=lambda each: each.start)
    return found


def _is_of_land(s: Sentence, k: int) -> bool:
    return bare(s.low(k)) in s.words.ground | s.words.many_places


def _lying_between(s: Sentence, spots: Sequence[Spot], between: int) -> Spot | None:
    """With the words of its kind; None unless a place known by name, no country, is one of the two."""
    joint = next((k for k in range(between + 2, between + 2 + LONGEST) if s.low(k) in JOINS), None)
    if joint is None or joint >= s.stop:
        return None
    one = next((each for each in spots if between < each.start and each.end == joint), None)
    other = next((each for each in spots if joint < each.start and _is_plain(s, joint + 1, each.start)), None)
    first, second = s.at(joint - 1), s.at(joint + 1)
    known = [each for each in (one, other) if each is not None and each.named and not each.country]
    if not known or not (one is not None or _may_be_one(s, first)) or not (other is not None or _may_be_one(s, second)):
        return None
    last = other if other is not None else second
    if last is None:
        return None
    start, end = _kind_start(s, between), _with_the_country(s, spots, last.end)
    text = s.text(start, end)
    return replace(known[0], start=start, end=end, text=text, base=text, own=0)


def _is_plain(s: Sentence, start: int, stop: int) -> bool:
    """Are these words only an article or a kind of place: "the town of"?"""
    kinds = s.words.place_words | s.words.many_places | s.words.of | s.words.definite
    return stop - start <= LONGEST and kinds.issuperset(s.tokens.lows[start:stop])


def _may_be_one(s: Sentence, phrase: Phrase | None) -> bool:
    """A name that no table has, or a border: nobody, and nothing else that is known."""
    if (
        phrase is None
        or phrase.victim is not None
        or phrase.party is not None
        or phrase.force
        or phrase.count is not None
    ):
        return False
    if phrase.cue is not None or phrase.pronoun or phrase.measure:
        return False
    border = s.low(phrase.end - 1) in s.words.landmarks
    return border or any(word != word.lower() for word in s.tokens.words[phrase.start : phrase.end])


def _with_the_country(s: Sentence, spots: Sequence[Spot], end: int) -> int:
    """ "The border with Ruritania": the token after it."""
    border = s.low(end - 1) in s.words.landmarks
    return next((each.end for each in spots if border and each.country and each.start == end + 1), end)


def _kind_start(s: Sentence, between: int) -> int:
    phrase = s.at(between - 1)
    return phrase.start if phrase is not None else between - 1
