"""What a sentence says of the time that a count may take from before: the same, another, or a longer one."""

from sijill.extract.assembly.memory import Telling
from sijill.extract.assembly.times.speaking import tells_of_before
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.circumstances import in_the_perfect
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Act, Harm, Part

TAKEN = frozenset({Harm.ABDUCTED, Harm.DETAINED})
FAR = 8
"""Sentences that the beginning of a fight may be told before what it has cost so far."""


def tells_of_meanwhile(t: Telling) -> bool:
    """ "Meanwhile", "elsewhere", "the strikes came as": other news of the same time."""
    s = t.s
    return s.has(s.words.meanwhile) or s.says(s.sayings.meanwhile, s.start, s.stop)


def is_of_before(t: Telling) -> bool:
    """ "Has killed", "earlier", "a previous attack": not, or not only, what is reported now."""
    return in_the_perfect(t.s) or tells_of_before(t.s, t.s.times, t.s.stop)


def is_elsewhere(t: Telling) -> bool:
    """Does the sentence name a place other than the one of the scene, or than those that it names together? Then its
    time may be another too.
    """
    scene = t.memory.place
    names = [spot.base or spot.text for spot in t.spots if spot.named]
    if scene is None or not names:
        return False
    return scene.value not in names and not all(name in scene.text for name in names)


def runs_on(s: Sentence, draft: Draft) -> bool:
    """ "The battle has killed 30", "90 are said to have died of hunger", "the toll of three weeks of raids": on no one
    day.
    """
    lengths = s.words.weeks_on | s.words.long_times
    if s.has(lengths) and any(s.low(k) in lengths and s.low(k + 1) in s.words.of for k in range(s.start, s.stop)):
        return True
    words = draft.act_words or (draft.cue.start, draft.cue.end)
    lasting = draft.act is Act.DEPRIVATION or any(s.low(k) in s.words.lasting for k in range(*words))
    return lasting and in_the_perfect(s)


def was_before(s: Sentence, draft: Draft) -> bool:
    """ "Freed nine clerks who were abducted at noon": taken before that."""
    group = draft.group
    if group is None or not group.passive or s.low(group.start - 1) not in s.words.which:
        return False
    freed = not s.words.freeing.isdisjoint(s.tokens.lows[s.start : group.start])
    return draft.harm in TAKEN and freed


def since_it_began(t: Telling, draft: Draft) -> list[Part]:
    """What a fight has cost so far, it cost since the day on which it is told to have begun."""
    began = t.memory.since
    if began is None or draft.act is not Act.ARMED_CLASH or t.number - began.sentence > FAR:
        return []
    return [Part(field="scene", start=began.start, end=began.end, rule="same time", value=began.value, carried=True)]
