"""What is told of a whole country ("raids across the country"): not of the town told of before."""

from sijill.extract.assembly.memory import Memory, Telling, words_part
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.parts import Spot
from sijill.model.claim import Part
from sijill.model.place import Where


def in_the_country(t: Telling, draft: Draft) -> tuple[Where, list[Part]] | None:
    """ "Clashes in the country", "gangs operating across the country": the country named last, or no place. Not where
    who speaks is there ("a monitor with staff in the country said").
    """
    s = t.s
    if not s.has(s.words.country_words):
        return None
    start = s.grammar.clause_start(s, draft.anchor[0])
    start = max([start, *(cue.end for cue in s.speech if cue.end <= draft.anchor[0])])
    stop = min([s.stop, *(cue.start for cue in s.speech if cue.start >= draft.anchor[1])])
    for k in range(start, stop):
        phrase = s.at(k) if s.low(k) in s.words.country_words else None
        if phrase is None or phrase.head != k or not _is_located(t, phrase.start):
            continue
        if t.memory.country is None:
            return Where(), []
        value = t.memory.country
        return Where(text=value), [
            words_part(s, (phrase.start, phrase.end), field="where", rule="the country", value=value, carried=True)
        ]
    return None


def _is_located(t: Telling, start: int) -> bool:
    before = t.s.low(start - 1)
    return before in t.s.words.place_after | t.s.words.at and before not in t.s.words.from_


def remember_country(memory: Memory, spots: list[Spot]) -> None:
    """Keep the country named last."""
    named = (spot.base or spot.text for spot in reversed(spots) if spot.named and spot.country)
    memory.country = next(named, memory.country)
