"""What a document has said so far, for what later sentences leave out; and one sentence with all that was read of
it.
"""

import re
from collections import defaultdict
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from sijill.extract.assembly.scope import Quoted, Scope
from sijill.extract.assembly.voices import Voice
from sijill.extract.predicates.context import NO_MEANS, OPEN_ACTS
from sijill.extract.predicates.doer import Doer
from sijill.extract.predicates.draft import Draft, Heard
from sijill.extract.syntax.circumstances import nearest_time
from sijill.extract.syntax.classes import BREAK
from sijill.extract.syntax.parts import Cue, Spot
from sijill.extract.syntax.sentence import Sentence
from sijill.language.dates import YEAR, Expression
from sijill.language.days import THEN, of_a_day, with_then
from sijill.model.claim import Act, Claim, ClaimId, Harm, Modality, Part, Reading
from sijill.model.document import DocumentId
from sijill.model.toll import Extent

RECENT = 40
SINCE = 16
"""Tokens from "since" to the time that it opens."""
LEAD = 400
"""Code points of a headline and lead, and from there to the first time that the report tells."""
FROM_AFAR = frozenset({Act.AIRSTRIKE, Act.SHELLING, Act.BOMBING})
DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
"""A full date in a sentence that tells of nothing is the date of the page."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A time or place said before: its words, its value, and its span in the text. The value of a place is its name,
    while its words are wider where they say so ("Namar province").
    """

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
    """Grows sentence by sentence. `spoken`: the claims that the last sentence with a voice put into it.

    time   told last
    day    of the last deed told of with one; a longer time at which people were harmed takes its place
    news   the first of these, that of the report
    """

    document: DocumentId
    heard: Heard = field(default_factory=Heard)
    voice: Voice | None = None
    quoted: Quoted | None = None
    place: Remembered | None = None
    time: Remembered | None = None
    day: Remembered | None = None
    news: Remembered | None = None
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
    """One sentence: its places, its voices, what came before it; `made` holds its claims so far by draft.

    twins   (id of a claim, the same said by another of those who speak together)
    """

    s: Sentence
    number: int
    spots: list[Spot]
    said: list[Scope]
    memory: Memory
    made: dict[int, Claim] = field(default_factory=dict)
    twins: list[tuple[ClaimId, Claim]] = field(default_factory=list)

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
    governs = nearest_time(t.s, times, drafts[0].anchor) if drafts else None
    elsewhen = any(YEAR.match(time[2]) for time in ([governs] if governs is not None else times))
    of_the_page = not drafts and (any(DAY.match(time[2]) for time in times) or _is_dateline(t.s))
    if times and not elsewhen and not of_the_page:
        time = governs or times[0]
        if not _is_since(t, time):
            memory.time = _remembered(t, time[0], time[1], dated(t, time), t.s.text(time[0], time[1]))
            if (t.s.cues and of_a_day(memory.time.value)) or any(draft.harm is not Harm.NONE for draft in drafts):
                memory.day = memory.time
                if memory.news is None and drafts and not _is_other_news(t, times, drafts[0].anchor[1]):
                    memory.news = memory.day
                    _date_what_led_to(memory, memory.news, t.s.words.before_now)
    fine = [spot for spot in t.spots if spot.named and not spot.country and not _is_province(t.s, spot)]
    if len({spot.base for spot in fine}) == 1 and not _of_another_time(t, fine[0]):
        _place_what_led_to(t, drafts, fine[0])
    named = [
        spot
        for spot in t.spots
        if spot.named and (memory.place is None or t.s.low(spot.start - 1) not in t.s.words.from_)
    ]
    if named and (memory.place is None or (drafts and not elsewhen)):
        spot = next((spot for spot in named if spot.base is None or not spot.country), named[0])
        if memory.place is None or not spot.country:
            base = spot.base or spot.text
            wide = _is_wide(t.s, spot) or spot.own
            memory.place = _remembered(t, spot.start, spot.end, base, spot.text if wide else base)


def _is_wide(s: Sentence, spot: Spot) -> bool:
    return any(s.low(k) in s.words.wide_places for k in range(spot.start, spot.end))


def _is_other_news(t: Telling, times: list[Expression], told: int) -> bool:
    """ "An earlier attack killed", "meanwhile", "26 people were also killed": beside what is reported, where it stands
    before what is told. Words within a time ("in the past two days") say nothing of it.
    """
    words = t.s.words
    beside = words.before_now | words.meanwhile | words.also
    inside = {k for start, end, _ in times for k in range(start, end)}
    return any(t.s.low(k) in beside for k in range(t.s.start, min(told + 1, t.s.stop)) if k not in inside)


def _is_dateline(s: Sentence) -> bool:
    """ "KESSA May 12 (Agency) -": names and figures only, where names are written with capitals."""
    firsts = [s.tokens.words[k][0] for k in range(s.start, s.stop)]
    return s.cased and any(first.isupper() for first in firsts) and not any(first.islower() for first in firsts)


def _is_since(t: Telling, time: Expression) -> bool:
    """ "the deadliest day since the siege began in April": when something else began."""
    return any(t.s.low(k) in t.s.words.since for k in range(max(t.s.start, time[0] - SINCE), time[0]))


def _date_what_led_to(memory: Memory, news: Remembered, before_now: AbstractSet[str]) -> None:
    """Headline and lead often leave the day to a sentence soon after: counts told there without a time get it as that
    of their scene.
    """
    part = Part(field="scene", start=news.start, end=news.end, rule="news time", value=news.value, carried=True)
    for at, (claim, reading) in enumerate(zip(memory.claims, memory.readings, strict=True)):
        if claim.span[0] > LEAD or news.start - claim.span[1] > LEAD:
            continue
        counted = claim.toll is not None and not claim.toll.cumulative and claim.harm is not Harm.NONE
        timed = any(each.field in ("when", "scene") for each in reading.parts)
        now = claim.modality is Modality.ACTUAL and before_now.isdisjoint(claim.quote.lower().split())
        if counted and now and not timed:
            rules = tuple(dict.fromkeys((*reading.rules, part.rule)))
            memory.readings[at] = replace(reading, rules=rules, parts=(*reading.parts, part))


def date_what_is_told_again(memory: Memory, before_now: AbstractSet[str]) -> None:
    """A number that is told once with its time and once without is one number, where no other time is told with it."""
    told: dict[tuple[Harm, int], dict[str | None, Part]] = defaultdict(dict)
    for claim, reading in zip(memory.claims, memory.readings, strict=True):
        when = next((part for part in reading.parts if part.field == "when" and not part.carried), None)
        if when is not None and when.value and (number := _number_of_now(claim, reading, before_now)):
            told[claim.harm, number][when.value] = when
    for at, (claim, reading) in enumerate(zip(memory.claims, memory.readings, strict=True)):
        times = told.get((claim.harm, _number_of_now(claim, reading, before_now)), {})
        if len(times) != 1 or any(part.field == "when" for part in reading.parts):
            continue
        part = replace(next(iter(times.values())), field="scene", rule="same number", carried=True)
        rules = tuple(dict.fromkeys((*reading.rules, part.rule)))
        memory.readings[at] = replace(reading, rules=rules, parts=(*reading.parts, part))


def _number_of_now(claim: Claim, reading: Reading, before_now: AbstractSet[str]) -> int:
    """How many a claim says were harmed now; 0 for what is told of before, of a part or of a war."""
    toll = claim.toll
    if toll is None or toll.cumulative or toll.extent is not Extent.WHOLE or claim.harm is Harm.NONE:
        return 0
    act = next(part for part in reading.parts if part.field == "act")
    before = claim.quote[: max(0, act.end - claim.span[0])]
    words = before.replace(claim.when.text or "", "").lower().split()  # "in the past two days" tells of now
    return toll.number or 0 if claim.modality is Modality.ACTUAL and before_now.isdisjoint(words) else 0


def _of_another_time(t: Telling, spot: Spot) -> bool:
    """A sentence of "last month" or of "an earlier attack", or a place from which something came or lies away."""
    before = not t.s.vocabulary.isdisjoint(t.s.words.before_now)
    coarse = any(not time[2].startswith(("weekday", "day", "hour")) for time in t.times())
    return before or coarse or t.s.low(spot.start - 1) in t.s.words.from_


def _is_province(s: Sentence, spot: Spot) -> bool:
    """Not where a town is named first: "Tabra in Namar province"."""
    own = next((k for k in range(spot.start, spot.end) if s.low(k) in s.words.at or s.low(k) == ","), spot.end)
    return any(s.low(k) in s.words.wide_places for k in range(spot.start, own))


def _place_what_led_to(t: Telling, drafts: list[Draft], spot: Spot) -> None:
    """Headline and lead often leave the place to a sentence soon after ("a town in the north ... The strikes hit
    Namar"): acts told there at no place, a described one or a province get it as that of their scene. Not from a
    sentence of another act, or one that counts others.
    """
    memory, start = t.memory, t.s.tokens.starts[spot.start]
    end = t.s.tokens.ends[spot.end - 1]
    part = Part(field="ground", start=start, end=end, rule="news place", value=spot.text, carried=True)
    here = {claim.id for claim in t.made.values()}
    for at, (claim, reading) in enumerate(zip(memory.claims, memory.readings, strict=True)):
        if claim.span[0] > 2 * LEAD:
            break
        grounded = any(each.field == "ground" for each in reading.parts)
        if claim.id in here or grounded or claim.span[0] > LEAD or start - claim.span[1] > LEAD:
            continue
        told = any(_speaks_of(cue, claim) for cue in t.s.cues) and not _counts_others(drafts, claim)
        if told and claim.modality is Modality.ACTUAL and _leaves_the_place_open(t.s, claim, reading):
            rules = tuple(dict.fromkeys((*reading.rules, part.rule)))
            memory.readings[at] = replace(reading, rules=rules, parts=(*reading.parts, part))


def _leaves_the_place_open(s: Sentence, claim: Claim, reading: Reading) -> bool:
    """No place, one that is only described, or a country."""
    where = next((each for each in reading.parts if each.field == "where"), None)
    words = tuple((claim.where.text or "").lower().split())
    return where is None or where.rule == "described place" or words in s.lexicon.countries


def _speaks_of(cue: Cue, claim: Claim) -> bool:
    """Can the word be one for the act of the claim: the same, "attack", or any for deaths told without a how?"""
    act = cue.row.act
    attack = act is Act.OTHER and cue.row.harm is Harm.NONE and not cue.verbal
    return act not in NO_MEANS and (
        attack or act is claim.act or claim.act in OPEN_ACTS or {act, claim.act} <= FROM_AFAR
    )


def _counts_others(drafts: list[Draft], claim: Claim) -> bool:
    """Does the sentence count people, and none of its numbers is that of the claim or a part?"""
    counts = [
        each for each in drafts if each.harmed is not None and each.harmed.toll is not None and each.rule != "part"
    ]
    numbers = {each.harmed.toll.number for each in counts if each.harmed is not None and each.harmed.toll is not None}
    number = claim.toll.number if claim.toll is not None else None
    return bool(numbers - {None, 1}) and number not in numbers


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
    """ "said on Saturday", "the mayor on Saturday said": the day of speaking."""
    if any(0 <= time[0] - cue.end <= 1 and s.low(time[1]) in s.words.that for cue in s.speech):
        return True
    for scope in said:
        if any(0 <= time[0] - voice.end <= 1 and time[1] == scope.cue[0] for voice in scope.voices):
            return True
        end = scope.cue[1]
        if scope.verb in ("according to", "headline") or not 0 <= time[0] - end <= 1:
            continue
        if time[0] == end or s.low(end) in s.words.before_day:
            following = s.low(time[1])
            opens = following in s.words.after_day or following in s.words.pronouns
            closes = opens or bool(s.kind(time[1]) & BREAK)
            return closes or time[1] >= s.stop - 1 or len(s.times) > 1
    return False
