"""Counts that a report tells as its news without a time: by its day, they were harmed on it or on the day before."""

import re
from dataclasses import replace

from sijill.extract.assembly.memory import LEAD, Telling, words_part
from sijill.extract.assembly.times.rounds import WEEKDAY, among, day_of_round
from sijill.extract.assembly.times.speaking import is_of_speech, tells_of_before
from sijill.extract.assembly.times.totals import is_cumulative
from sijill.extract.predicates.context import HURT
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.circumstances import in_the_perfect
from sijill.extract.syntax.classes import AUX, MARK, RELATIVE, SUBORDINATOR
from sijill.extract.syntax.parts import Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.language.days import LONG, of_a_day
from sijill.model.claim import Act, Harm, Part

ENDS = AUX | MARK | SUBORDINATOR
WHERE = 6
"""Tokens from "12 people killed" to the verb of their clause."""
NEWS = "told as news"
LATELY = re.compile(r"(?:\w+:)?(?:weekday-\d|day-[01])\Z")
"""A day or its night, told by the day of the report."""
HELD = frozenset({Act.DETENTION})
"""What becomes of whoever is tried for a deed."""
TAKEN = frozenset({Harm.ABDUCTED, Harm.DETAINED, Harm.MISSING})
"""Of "a worker kidnapped in Namar", or whoever is still held, the report tells as news what became of them."""


def news_part(t: Telling, draft: Draft, beside: Part | None) -> list[Part]:
    """The day on which it was said ("on Saturday a doctor said"), else that of the report; back to the day of the
    news beside which it is told.

    beside   the day of other news of the report; without, only headline and lead are sure to be news
    """
    s, toll, group = t.s, draft.harmed.toll if draft.harmed is not None else None, draft.group
    if (toll is None and not _are_several(t, draft)) or (group is not None and group.negated):
        return []
    if toll is not None and is_cumulative(s, toll.number, None):
        return []
    if _is_seen(s, draft):
        return []
    leads = s.tokens.starts[draft.cue.start] < LEAD
    news = None if leads or beside is not None else _news_without_a_time(t) or _news_of_a_round_up(t)
    if not leads and ((beside is None and news is None) or draft.harm not in HURT):
        return []
    if (draft.harm in TAKEN and group is not None and group.start == draft.cue.start) or _in_passing(s, draft):
        return []
    perfect = in_the_perfect(s) or (group is not None and group.present)
    goes_on = t.memory.day is not None and (perfect or not of_a_day(t.memory.day.value))
    if goes_on or tells_of_before(s, s.times, s.stop) or (perfect and _summed_up(t)):
        return []
    round_up = day_of_round(t) if any(spot.named for spot in t.spots) and not perfect else None
    if round_up is not None and (beside is None or round_up.value == among(beside.value)):
        return [round_up]
    if news is not None:
        return [] if perfect else [replace(news, carried=True)]
    said = next((time for time in s.times if is_of_speech(s, time, t.said)), None)
    words = (said[0], said[1]) if said is not None else (draft.cue.start, draft.cue.end)
    value = said[2] if said is not None else "day-0"
    first = beside.value if beside is not None and beside.value and WEEKDAY.match(beside.value) else None
    value = f"reported:{first}/{value}" if first is not None and first != value else f"reported:{value}"
    return [words_part(s, words, field="report", rule=NEWS, value=value, carried=True)]


def _news_without_a_time(t: Telling) -> Part | None:
    """That of a lead told as news, where no sentence so far told of any other time."""
    if t.memory.time is not None or t.memory.day is not None:
        return None
    return next((part for reading in t.memory.readings for part in reading.parts if part.field == "report"), None)


def _news_of_a_round_up(t: Telling) -> Part | None:
    """ "On Tuesday the army went on with its raids. ... In Namar many were killed in Kessa": what is told of a place by
    its name, where no sentence so far told of any day but those of the news.
    """
    day = t.memory.news or t.memory.day or t.memory.time
    if day is None or not LATELY.match(day.value) or not any(spot.named for spot in t.spots):
        return None
    times = (part for reading in t.memory.readings for part in reading.parts if part.field == "when")
    if any(part.value is None or not LATELY.match(part.value) for part in times):
        return None
    value = f"reported:{day.value}/day-0"
    return Part(field="report", start=day.start, end=day.end, rule=NEWS, value=value, carried=True)


def _are_several(t: Telling, draft: Draft) -> bool:
    """ "Killed rebels in Kessa": more than one, and nobody says how many. Not "the rebels", who were told of before,
    nor what somebody recalls in a report that told of no violence of these days, nor what "has been" done.
    """
    s = t.s
    phrase = s.at(draft.harmed.start) if draft.harmed is not None else None
    if phrase is None or phrase.victim is None or not phrase.victim.plural or not _has_dated_news(t):
        return False
    perfect = in_the_perfect(s) or (draft.group is not None and draft.group.present)
    return s.low(phrase.start) not in s.words.definite and not perfect


def _has_dated_news(t: Telling) -> bool:
    """Did the report tell of violence on these days, or as its news?"""
    parts = (part for reading in t.memory.readings for part in reading.parts if part.field in ("when", "report"))
    return any(part.value is not None and (part.rule == NEWS or LATELY.match(part.value)) for part in parts)


def _in_passing(s: Sentence, draft: Draft) -> bool:
    """ "A colonel who killed 12 people", "spoke of the blast that killed 12", "a memorial for 12 people killed", "12
    people killed were buried": the deed says whom or what the news is of, and is no news. Not "a blast that killed 12",
    what else is told of violence beside it, nor "12 people killed" of headlines.
    """
    group, harmed = draft.group, draft.harmed
    if group is None or harmed is None:
        return False
    before = group.start - 1
    if s.kind(before) & RELATIVE and s.low(before) not in s.words.where and harmed.start > before:
        return _is_known(s, s.at(before - 1))
    if group.start != draft.cue.start or harmed.end != draft.cue.start or not group.passive:
        return False
    if harmed.start == s.start:
        near = range(draft.cue.end, min(s.stop, draft.cue.end + WHERE))
        ends = next((k for k in near if s.kind(k) & ENDS), s.stop)
        return bool(s.kind(ends) & AUX)
    first = s.low(harmed.start - 1)
    known = s.low(harmed.start) in s.words.definite and first not in s.words.among
    return known or first in s.words.of | s.words.for_


def _is_seen(s: Sentence, draft: Draft) -> bool:
    """ "A video shows the killing of 12", "footage purporting to show": of whatever day."""
    shown = [k for k in range(s.start, draft.cue.start) if s.low(k) in s.words.showing]
    return any(s.low(k) in s.words.pictures for k in range(s.start, max(shown, default=s.start)))


def _is_known(s: Sentence, phrase: Phrase | None) -> bool:
    """Somebody, or an act that is spoken of as told already and beside which nothing else is told."""
    if phrase is None:
        return False
    if phrase.cue is None:
        return phrase.victim is not None or phrase.capital or phrase.force
    other = any(cue is not phrase.cue and cue.row.act not in HELD for cue in s.cues if cue.end <= phrase.start)
    return s.low(phrase.start) in s.words.definite and not other


def _summed_up(t: Telling) -> bool:
    """Did the report begin with what was done over a long time ("since August"), of which "has killed" may go on?"""
    parts = (part for reading in t.memory.readings for part in reading.parts if part.field == "when")
    return any(not part.carried and part.value and part.value.startswith(LONG) for part in parts)
