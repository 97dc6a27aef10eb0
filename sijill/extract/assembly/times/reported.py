"""Counts that a report tells as its news without a time: by its day, they were harmed on it or on the day before."""

import re

from sijill.extract.assembly.memory import LEAD, Telling, tells_of_before, words_part
from sijill.extract.assembly.times.speaking import is_of_speech
from sijill.extract.predicates.counting import is_cumulative
from sijill.extract.predicates.draft import Draft
from sijill.language.days import LONG, of_a_day
from sijill.model.claim import Harm, Part

NEWS = "told as news"
DAY = re.compile(r"weekday-\d\Z")
"""A day of the week before the report."""
HURT = frozenset({Harm.KILLED, Harm.INJURED, Harm.CASUALTIES})
TAKEN = frozenset({Harm.ABDUCTED, Harm.DETAINED, Harm.MISSING})
"""Of "a worker kidnapped in Namar", or whoever is still held, the report tells as news what became of them."""


def news_part(t: Telling, draft: Draft, beside: Part | None) -> list[Part]:
    """The day on which it was said ("a monitor said on Saturday"), else that of the report; back to the day of the
    news beside which it is told.

    beside   the day of other news of the report; without, only headline and lead are sure to be news
    """
    s, toll, group = t.s, draft.harmed.toll if draft.harmed is not None else None, draft.group
    if toll is None or is_cumulative(s, toll.number, None) or (group is not None and group.negated):
        return []
    leads = s.tokens.starts[draft.cue.start] < LEAD
    if not leads and (beside is None or draft.harm not in HURT):
        return []
    if draft.harm in TAKEN and group is not None and group.start == draft.cue.start:
        return []
    perfect = not s.vocabulary.isdisjoint(s.words.have) or (group is not None and group.present)
    goes_on = t.memory.day is not None and (perfect or not of_a_day(t.memory.day.value))
    if goes_on or tells_of_before(s, s.times, s.stop) or (perfect and _summed_up(t)):
        return []
    said = next((time for time in s.times if is_of_speech(s, time, t.said)), None)
    words = (said[0], said[1]) if said is not None else (draft.cue.start, draft.cue.end)
    value = said[2] if said is not None else "day-0"
    first = beside.value if beside is not None and beside.value and DAY.match(beside.value) else None
    value = f"reported:{first}/{value}" if first is not None and first != value else f"reported:{value}"
    return [words_part(s, words, field="report", rule=NEWS, value=value, carried=True)]


def _summed_up(t: Telling) -> bool:
    """Did the report begin with what was done over a long time ("since August"), of which "has killed" may go on?"""
    parts = (part for reading in t.memory.readings for part in reading.parts if part.field == "when")
    return any(not part.carried and part.value and part.value.startswith(LONG) for part in parts)
