"""What a document has said so far, for what later sentences leave out; and one sentence with all that was read of
it.
"""

import re
from dataclasses import dataclass, field, replace

from sijill.extract.assembly.scope import Quoted, Scope
from sijill.extract.assembly.voices import Voice
from sijill.extract.predicates.actors import Doer
from sijill.extract.predicates.draft import Draft, Heard
from sijill.extract.syntax.circumstances import nearest_time
from sijill.extract.syntax.classes import BREAK
from sijill.extract.syntax.parts import Spot
from sijill.extract.syntax.sentence import Sentence
from sijill.language.dates import YEAR, Expression
from sijill.language.days import THEN, with_then
from sijill.model.claim import Act, Claim, Part, Reading
from sijill.model.document import DocumentId

RECENT = 40
DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
"""A full date in a sentence that tells of nothing is the date of the page."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A time or place said before: its words, its value, and its span in the text."""

    text: str
    value: str
    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Done:
    """An act told of before, and who did it."""

    act: Act
    doers: tuple[Doer, ...]
    sentence: int


@dataclass(slots=True)
class Memory:
    """Grows sentence by sentence. `spoken`: the claims that the last sentence with a voice put into it."""

    document: DocumentId
    heard: Heard = field(default_factory=Heard)
    voice: Voice | None = None
    quoted: Quoted | None = None
    place: Remembered | None = None
    time: Remembered | None = None
    done: Done | None = None
    claims: list[Claim] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    spoken: list[Claim] = field(default_factory=list)

    def add(self, claim: Claim, reading: Reading) -> None:
        """Keep a claim once."""
        if all(claim.id != other.id for other in self.claims[-RECENT:]):
            self.claims.append(claim)
            self.readings.append(reading)


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence: its places, its voices, what came before it; `made` holds its claims so far by draft."""

    s: Sentence
    number: int
    spots: list[Spot]
    said: list[Scope]
    memory: Memory
    made: dict[int, Claim] = field(default_factory=dict)

    def times(self) -> list[Expression]:
        """The times of what is said, without the days on which it was said."""
        return [time for time in self.s.times if not _is_of_speech(self.s, time, self.said)]


def words_part(
    s: Sentence, span: tuple[int, int], *, field: str, rule: str, value: str | None = None, carried: bool = False
) -> Part:
    """A part of a reading from tokens [start, end)."""
    start, end = s.tokens.starts[span[0]], s.tokens.ends[span[1] - 1]
    return Part(field=field, start=start, end=end, rule=rule, value=value, carried=carried)


def remember(t: Telling, drafts: list[Draft]) -> None:
    """Keep the last actor, voice, place and time. A sentence about another year moves neither place nor time."""
    memory = t.memory
    for draft in drafts:
        own = [doer for doer in draft.doers if not doer.carried]
        if draft.doers:
            memory.heard = Heard((own or draft.doers)[0])
    if t.said and t.said[-1].voices and t.said[-1].voices[-1].name.lower() not in t.s.words.pronouns:
        memory.voice = replace(t.said[-1].voices[-1], carried=False)
    times = t.times()
    elsewhen = any(YEAR.match(time[2]) for time in times)
    if times and not elsewhen and (drafts or not any(DAY.match(time[2]) for time in times)):
        time = (nearest_time(t.s, times, drafts[0].anchor) if drafts else None) or times[0]
        memory.time = _remembered(t, time[0], time[1], dated(t, time), t.s.text(time[0], time[1]))
    named = [
        spot
        for spot in t.spots
        if spot.named and (memory.place is None or t.s.low(spot.start - 1) not in t.s.words.from_)
    ]
    if named and (memory.place is None or (drafts and not elsewhen)):
        spot = next((spot for spot in named if spot.base is None or not spot.country), named[0])
        if memory.place is None or not spot.country:
            memory.place = _remembered(t, spot.start, spot.end, "", spot.base or spot.text)


def dated(t: Telling, time: Expression) -> str:
    """The value of a time; "that day" and "the day before" count from the one told before, here or in a sentence
    before.
    """
    if not time[2].endswith(THEN):
        return time[2]
    here = [other[2] for other in t.s.times if other[0] < time[0] and not other[2].endswith(THEN)]
    last = here[-1] if here else t.memory.time.value if t.memory.time is not None else None
    return with_then(time[2], last)


def _remembered(t: Telling, start: int, end: int, value: str, text: str) -> Remembered:
    return Remembered(text, value, t.s.tokens.starts[start], t.s.tokens.ends[end - 1], t.number)


def _is_of_speech(s: Sentence, time: Expression, said: list[Scope]) -> bool:
    """ "said on Saturday": the day of speaking."""
    for scope in said:
        end = scope.cue[1]
        if scope.verb in ("according to", "headline") or not 0 <= time[0] - end <= 1:
            continue
        if time[0] == end or s.low(end) in s.words.before_day:
            following = s.low(time[1])
            opens = following in s.words.after_day or following in s.words.pronouns
            closes = opens or bool(s.kind(time[1]) & BREAK)
            return closes or time[1] >= s.stop - 1 or len(s.times) > 1
    return False
