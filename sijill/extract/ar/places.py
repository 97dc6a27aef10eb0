"""Where: places known to the case, names after a kind of place ("the town of X"), and descriptions ("a market")."""

from sijill.extract.ar.words import ATTACHED, WORDS, bits, is_adjective, is_definite, plain
from sijill.extract.lexicon import words
from sijill.extract.syntax.classes import PREP
from sijill.extract.syntax.parts import PLACE, Named, Phrase, Spot
from sijill.extract.syntax.sentence import Sentence

COUNTRIES = words("ar", "countries.csv")


def places(s: Sentence) -> list[Spot]:
    """Every place of the sentence, left to right, none inside another."""
    named = [name for name in s.names if name.kind == PLACE]
    found = [_extended(s, name) for name in named if not _is_of_another(s, name, named)]
    taken = {i for spot in found for i in range(spot.start, spot.end)}
    for phrase in s.phrases:
        if phrase.start not in taken and phrase.end - 1 not in taken:
            spot = _unlisted(s, phrase)
            if spot is not None:
                found.append(spot)
                taken.update(range(spot.start, spot.end))
    return sorted(found, key=lambda spot: spot.start)


def _is_of_another(s: Sentence, name: Named, named: list[Named]) -> bool:
    """ "X in the countryside of Y", "X in Y province": where X lies, and no place of its own."""
    k = name.start - 1
    while s.at(k) is s.at(name.start) and s.low(k) in WORDS.place_words:
        k -= 1
    wide = s.low(name.start) in WORDS.wide_places or any(
        s.low(j) in WORDS.wide_places for j in range(k + 1, name.start)
    )
    inside = s.low(k) in WORDS.at or s.low(k) == ","
    return wide and inside and any(other.end == k for other in named)


def _is_country(s: Sentence, start: int, end: int) -> bool:
    return tuple(s.tokens.lows[start:end]) in COUNTRIES


def _extended(s: Sentence, name: Named) -> Spot:
    """ "the city of X", "X the northern": the kind of place right before the name belongs to it."""
    start = name.start
    while start > s.start and s.at(start - 1) is s.at(name.start) and s.low(start - 1) in WORDS.place_words:
        start -= 1
    return Spot(
        start,
        name.end,
        s.name(start, name.end),
        True,
        s.name(name.start, name.end),
        _is_country(s, name.start, name.end),
    )


def _unlisted(s: Sentence, phrase: Phrase) -> Spot | None:
    if phrase.pronoun or phrase.measure or phrase.names or phrase.force or phrase.count is not None:
        return None
    if phrase.cue is not None or phrase.victim is not None:
        return None
    head = s.low(phrase.head)
    if plain(head) not in WORDS.place_words or s.low(phrase.start - 1) not in WORDS.place_after:
        return None
    if _is_country(s, phrase.start, phrase.end):
        return Spot(phrase.start, phrase.end, s.name(phrase.start, phrase.end), True, None, True)
    named = head in WORDS.generic_places and not is_definite(head) and _has_a_name(s, phrase)
    base = s.name(phrase.head + 1, phrase.end) if named else None
    return Spot(phrase.start, phrase.end, s.name(phrase.start, phrase.end), named, base, False)


def _has_a_name(s: Sentence, phrase: Phrase) -> bool:
    """Is what follows the kind of place a name: no adjective, and no word that a table lists?"""
    k = phrase.head + 1
    if k >= phrase.end or s.low(k) in ATTACHED or bits(s.low(k)) & PREP:
        return False
    low = s.low(k)
    known = plain(low) in s.lexicon.known or plain(low) in WORDS.place_words
    return not known and (is_definite(low) or not is_adjective(low))
