"""A verb said once for two places: "killed 12 people in A on Monday and nine in B on Tuesday"."""

from collections.abc import Iterator
from dataclasses import replace

from sijill.extract.predicates.counting import harmed
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.classes import PREP
from sijill.extract.syntax.kinds import is_people
from sijill.extract.syntax.parts import Phrase
from sijill.extract.syntax.sentence import Sentence


def gapped(s: Sentence, draft: Draft) -> Iterator[Draft]:
    """The drafts that share the verb of a counted one, each with a number and a place of its own."""
    if not draft.counted or draft.harmed is None or not draft.cue.verbal:
        return
    k = max(draft.harmed.end, draft.cue.end, *(part.end for part in draft.harmed.parts))
    while (phrase := _after_gap(s, k)) is not None:
        victims = harmed(s, phrase, [])
        yield replace(draft, rule="gap", harmed=victims, whole=None)
        k = _after_parts(s, phrase)


def _after_gap(s: Sentence, k: int) -> Phrase | None:
    """The counted people after "and", if only places and times stand before it and a place comes after."""
    stop = k + 14
    moved = False
    while k < min(s.stop, stop):
        time = next((time for time in s.times if time[0] == k), None)
        phrase = s.at(k)
        if time is not None:
            k, moved = time[1], True
        elif phrase is not None and s.kind(phrase.start - 1) & PREP:
            k, moved = phrase.end, True
        elif s.low(k) in s.words.and_ or (s.low(k) == "," and moved and _is_counted(s, k + 1)):
            following = s.at(k + 1)
            return following if moved and following is not None and _stands_alone(s, following) else None
        elif s.kind(k) & PREP or s.low(k) == ",":
            k += 1
        else:
            return None
    return None


def _is_counted(s: Sentence, k: int) -> bool:
    """ "..., three in B and one in C": a bare number right after the comma."""
    phrase = s.at(k)
    return phrase is not None and phrase.start == k and phrase.count is not None and phrase.end == phrase.count.end


def _stands_alone(s: Sentence, phrase: Phrase) -> bool:
    if phrase.count is None or not is_people(phrase):
        return False
    end = _after_parts(s, phrase)
    place = s.at(end + 1) if s.low(end) in s.words.at | s.words.nearby else None
    verb = any(cue.verbal and end <= cue.start < end + 6 for cue in s.cues)
    return place is not None and not verb


def _after_parts(s: Sentence, phrase: Phrase) -> int:
    """After the phrase and the parts told of it: "23 people, among them 10 children, in B"."""
    end = max(phrase.end, *(part.end for part in harmed(s, phrase, []).parts), phrase.end)
    return end + 1 if end > phrase.end and s.low(end) == "," else end
