"""The day on which a force is told to have gone on with its operations in many places: that of what follows of it."""

import re

from sijill.extract.assembly.memory import Telling, remembered
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Part

WEEKDAY = re.compile(r"weekday-\d\Z")
"""A day of the week before the report."""
PART_OF_A_DAY = "night:"
SOON = 2
"""Sentences after "last night" that may go on from it."""


def keep_round(t: Telling) -> None:
    """ "On Monday the army continued its operations across the country"."""
    s = t.s
    if s.vocabulary.isdisjoint(s.words.habitual) or not s.says(s.sayings.everywhere, s.start, s.stop):
        return
    k = next((k for k in range(s.start, s.stop) if s.low(k) in s.words.habitual & s.words.sets_out), s.stop)
    operations = any(s.low(at) in s.words.lasting for at in range(k + 1, s.stop))
    days, who = t.times(), _forces(s, k)
    if len(days) == 1 and WEEKDAY.match(days[0][2]) and (operations or _acts_after(s, k)) and who:
        start, end, value = days[0]
        t.memory.round = remembered(t, start, end, value, " ".join(who))


def _acts_after(s: Sentence, k: int) -> bool:
    """ "Continued its raids"."""
    return any(cue.start > k and not cue.verbal and cue.row.frame == "act" for cue in s.cues)


def day_of_round(t: Telling) -> Part | None:
    """Where the sentence tells of that force by its name, and none told of another day since."""
    told, s = t.memory.round, t.s
    if told is None or told.sentence == t.number or not s.has(frozenset(told.text.split())):
        return None
    last = t.memory.time
    if last is not None and last.value != told.value and last.sentence > told.sentence:
        passing = last.value.startswith(PART_OF_A_DAY) and t.number - last.sentence > SOON
        if not passing:
            return None
    rule, value = "round of news", among(told.value)
    return Part(field="report", start=told.start, end=told.end, rule=rule, value=value, carried=True)


def among(day: str | None) -> str:
    """The time of what is told without one among the news of a day."""
    return f"among:{day}"


def _forces(s: Sentence, stop: int) -> list[str]:
    """The words of forces in the subject: "army" of "units of the army"."""
    phrases = (s.at(k) for k in range(s.start, stop))
    heads = [s.low(each.head) for each in phrases if each is not None and each.force]
    return list(dict.fromkeys(heads))
