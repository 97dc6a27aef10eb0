"""What a document has said so far, for what later sentences leave out; and one sentence with all that was read of
it.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from sijill.extract.assembly.scope import WITHHELD, Quoted, Scope
from sijill.extract.assembly.times.speaking import before_it_grew, names_act_told_of, tells_of_before
from sijill.extract.assembly.voices import Voice
from sijill.extract.predicates.doer import Doer
from sijill.extract.predicates.draft import Draft, Heard
from sijill.extract.predicates.fighting.ground import Taken
from sijill.extract.syntax.answered import without_answered
from sijill.extract.syntax.circumstances import (
    SINCE,
    before_an_act,
    began,
    is_of_its_clause,
    nearest_time,
    was_launched,
    where_it_raged,
)
from sijill.extract.syntax.parts import PLACE, Cue, Spot
from sijill.extract.syntax.sentence import Sentence
from sijill.language.dates import YEAR, Expression
from sijill.language.days import THEN, of_a_day, with_then
from sijill.language.places.words import DIRECTIONS, INNER_KEYS
from sijill.model.claim import Act, Claim, ClaimId, Harm, Modality, Part, Reading, Stance
from sijill.model.document import DocumentId
from sijill.model.party import Actor

PEOPLE_HARMS = frozenset({Harm.KILLED, Harm.INJURED, Harm.CASUALTIES, Harm.ABDUCTED, Harm.DETAINED, Harm.MISSING})
RECENT = 40
LEAD = 400
"""Code points of a headline and lead."""
HEAD = 1000
"""Code points in which a report tells the day of what its headline and lead tell."""
OPENING = 7
"""Words in which a sentence on pictures says of what they are: "footage of the aftermath of the raid"."""
ANY_ACT = frozenset({Act.KILLING, Act.OTHER, Act.DESTRUCTION})
"""Acts of claims that do not say how: "the blast" may be what killed."""
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
    """An act told of before, and who did it.

    sure    told as a fact, and no act of others in its sentence or close before it
    who     those who did that or another act of the sentence, by party where it is known
    of_the_counted   the act in which the last people whom it counts were harmed
    """

    act: Act
    doers: tuple[Doer, ...]
    sentence: int
    sure: bool = True
    voices: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    of_the_counted: Act | None = None


@dataclass(slots=True)
class ToldOf:
    """Who is told to have done one kind of act: the rules by which they were read, the last claim, its voices."""

    rules: set[str]
    last: Claim
    sentence: int
    voices: frozenset[str]


@dataclass(slots=True)
class Campaign:
    """The force whose operations in many places a report tells of: its name among those that the case knows
    (`parties`), its own `words` ("army"), and all words of the sentence that told so.

    sentence   that told last of something it did, or of its operations
    actors     what it was called there
    whom       what those whom it killed or wounded are called ("gunmen")
    """

    parties: frozenset[str]
    words: frozenset[str]
    said: frozenset[str]
    sentence: int
    actors: tuple[Actor, ...] = ()
    whom: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Memory:
    """Grows sentence by sentence. `spoken`: the claims that the last sentence with a voice put into it.

    time   told last
    day    of the last deed told of with one; a longer time at which people were harmed takes its place
    news   the first of these, that of the report
    since  when something lasting began, told last
    round  on which forces went on with operations in many places, with the words for these forces; `campaign`: what
           they are told to have done there, as long as nobody else did anything
    ground  that the last sentence told of as taken; `taken`: who took ground last
    quarter  the place of that kind told last         year  that above the items of a list
    kinds  of each kind of place ("square") the one of a name that was told last
    bodies "brigade" -> who was called so by name
    last     the last claim of each act; `how`: of those that say how
    told_of  who did each act, as far as `kept` of the claims tell
    """

    document: DocumentId
    heard: Heard = field(default_factory=Heard)
    voice: Voice | None = None
    quoted: Quoted | None = None
    place: Remembered | None = None
    time: Remembered | None = None
    day: Remembered | None = None
    news: Remembered | None = None
    since: Remembered | None = None
    round: Remembered | None = None
    campaign: Campaign | None = None
    year: Remembered | None = None
    capital: str | None = None
    country: str | None = None
    quarter: Remembered | None = None
    ground: Remembered | None = None
    taken: Taken | None = None
    kinds: dict[str, Remembered] = field(default_factory=dict)
    bodies: dict[str, Remembered] = field(default_factory=dict)
    done: Done | None = None
    claims: list[Claim] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    spoken: list[Claim] = field(default_factory=list)
    last: dict[Act, Claim] = field(default_factory=dict)
    how: Claim | None = None
    told_of: dict[Act, ToldOf] = field(default_factory=dict)
    kept: int = 0

    def add(self, claim: Claim, reading: Reading) -> None:
        """Keep a claim once."""
        if all(claim.id != other.id for other in self.claims[-RECENT:]):
            self.claims.append(claim)
            self.readings.append(reading)
            self.last[claim.act] = claim
            self.how = claim if claim.act is not Act.KILLING else self.how

    def tell(self, at: int, part: Part) -> None:
        """Add to the reading of a claim what a later sentence says of it."""
        reading = self.readings[at]
        rules = tuple(dict.fromkeys((*reading.rules, part.rule)))
        self.readings[at] = replace(reading, rules=rules, parts=(*reading.parts, part))


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence: its places, its voices, what came before it; `made` holds its claims so far by draft.

    twins   (id of a claim, the same said by another of those who speak together)
    whole   the number told before that those of this sentence make up, if they do
    """

    s: Sentence
    number: int
    spots: list[Spot]
    said: list[Scope]
    told_at: list[Expression]
    memory: Memory
    made: dict[int, Claim] = field(default_factory=dict)
    twins: list[tuple[ClaimId, Claim]] = field(default_factory=list)
    whole: Claim | None = None

    def times(self) -> list[Expression]:
        """The times of what is said, without the days on which it was said."""
        return self.told_at


def is_told(claim: Claim | None) -> bool:
    """Asserted, of what has happened."""
    return claim is not None and claim.stance is Stance.ASSERTS and claim.modality is Modality.ACTUAL


def keep_told(t: Telling) -> None:
    """Keep who did what by the claims that were added since."""
    memory = t.memory
    for claim, reading in zip(memory.claims[memory.kept :], memory.readings[memory.kept :], strict=True):
        if claim.actors and is_told(claim):
            rules = {part.rule for part in reading.parts if part.field == "actor" and not part.carried}
            voices = frozenset(speaker.name.lower() for speaker in claim.speakers)
            before = memory.told_of.get(claim.act)
            rules |= before.rules if before is not None else set()
            memory.told_of[claim.act] = ToldOf(rules, claim, t.number, voices)
    memory.kept = len(memory.claims)


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
    said = [scope for scope in t.said if scope.note != WITHHELD]
    if said and said[-1].voices and said[-1].voices[-1].name.lower() not in t.s.words.pronouns:
        memory.voice = replace(said[-1].voices[-1], carried=False)
    times = [time for time in t.times() if not is_of_its_clause(t.s, time)]
    times = before_it_grew(t.s, drafts[0], times) if drafts else times
    governs = nearest_time(t.s, times, drafts[0].anchor) if drafts else None
    harmed = any(draft.harm in PEOPLE_HARMS for draft in drafts)
    elsewhen = any(YEAR.match(time[2]) for time in ([governs] if governs is not None else times))
    of_the_page = not drafts and (any(DAY.match(time[2]) for time in times) or _is_dateline(t.s))
    if times and not elsewhen and not of_the_page:
        time = governs or times[0]
        if not _is_since(t, time):
            goes_on = began(t.s, time)
            told = remembered(t, time[0], time[1], dated(t, time), t.s.text(time[0], time[1]))
            since = replace(told, value=f"since:{told.value}") if goes_on else told
            memory.time = since if goes_on and not (of_a_day(told.value) and was_launched(t.s, time)) else told
            memory.since = since if goes_on else memory.since
            if (t.s.cues and (goes_on or of_a_day(memory.time.value))) or harmed:
                memory.day = memory.time
                _tell_the_news(t, drafts, times, memory.day)
    if governs is not None and elsewhen and harmed:
        memory.day = remembered(t, governs[0], governs[1], governs[2], t.s.text(*governs[:2]))
    first = memory.place is None
    named = [
        spot
        for spot in without_answered(t.s, t.spots, t.s.start - 1)
        if spot.named and (first or t.s.low(spot.start - 1) not in t.s.words.from_)
    ]
    there = (before_an_act(t.s, named) or _of_an_act(t, named)) if not t.made else None
    if named and (first or ((drafts or there is not None) and not elsewhen)):
        spot = there or next((spot for spot in named if spot.base is None or not spot.country), named[0])
        spot = _where_harmed(t, named) or spot if t.said and not _holds_a_claim(t, spot) else spot
        if memory.place is None or not spot.country:
            base = spot.base or spot.text
            memory.place = remembered(t, spot.start, spot.end, base, spot.text if _says_more(t.s, spot) else base)


def _of_an_act(t: Telling, named: Sequence[Spot]) -> Spot | None:
    """ "The incident occurred in Namar province", "the raid was made as they entered Kessa", "footage of the raid in
    Kessa": the first place known, or told of before.
    """
    s = t.s
    acts = [(cue.start, cue.end) for cue in s.cues if not cue.verbal and cue.row.frame == "act"]
    told = [words for words in acts if words[0] <= s.start + OPENING and names_act_told_of(s, words, t.times())]
    opens = any(words[0] <= s.start + 2 for words in told)
    if told and not opens and not s.words.pictures.isdisjoint(s.tokens.lows[s.start : s.start + 2]):
        named = [spot for spot in named if 0 <= spot.start - told[0][1] <= 2]
        opens = bool(named)
    happened = (s.at(k - 1) for k in range(s.start, s.stop) if s.low(k) in s.words.happened)
    if opens or any(phrase is not None and s.low(phrase.start) in s.words.definite for phrase in happened):
        listed = {name.start for name in s.names if name.kind == PLACE}
        known = (spot for spot in named if not spot.country and listed & {*range(spot.start, spot.end)})
        return next(known, None) or _told_before(t, named)
    if not all(of_a_day(time[2]) for time in t.times()):
        return None
    return next((spot for spot in named if where_it_raged(s, spot)), None)


def _told_before(t: Telling, named: Sequence[Spot]) -> Spot | None:
    """The first that nothing lists and of which a claim tells ("the town of Kessa")."""
    places = (claim.where.text for claim in t.memory.claims[-RECENT:] if claim.where.text)
    ends = {words.partition(",")[0].rpartition(" ")[2] for words in places}
    return next((spot for spot in named if not spot.country and spot.text in ends), None)


def _holds_a_claim(t: Telling, spot: Spot) -> bool:
    """Is anything that the sentence tells there? Not what is said there, nor what stood there that struck elsewhere."""
    return any(claim.where.text == spot.text for claim in t.made.values())


def _where_harmed(t: Telling, named: list[Spot]) -> Spot | None:
    harmed = {claim.where.text for claim in t.made.values() if claim.harm in PEOPLE_HARMS}
    return next((spot for spot in named if spot.text in harmed), None)


def _says_more(s: Sentence, spot: Spot) -> bool:
    """Is the name alone not the place: "Namar province", "Namar mosque", "near Ruritania", "Oskar village in Namar",
    which nothing lists?"""
    inner = any(s.low(k) in INNER_KEYS for k in range(spot.start, spot.end)) or _is_aside_of(s, spot)
    listed = any(name.kind == PLACE and s.text(name.start, name.end) == spot.base for name in s.names)
    return is_wide(s, spot.start, spot.end) or inner or spot.country or spot.own > 0 or not listed


def _is_aside_of(s: Sentence, spot: Spot) -> bool:
    """ "Northwest of Namar"."""
    return s.low(spot.start).replace("-", "") in DIRECTIONS and s.low(spot.start + 1) in s.words.of


def is_wide(s: Sentence, start: int, end: int) -> bool:
    """Does a word of these say that the place is a province or the like?"""
    return any(s.low(k) in s.words.wide_places for k in range(start, end))


def _tell_the_news(t: Telling, drafts: list[Draft], times: list[Expression], day: Remembered) -> None:
    """The first day of the report, which dates what led to it: where it tells of harm or of an act, or of "the attack"
    that was told without a day.
    """
    memory, s = t.memory, t.s
    act = _act_told_of(s, times) if of_a_day(day.value) and not any(began(s, time) for time in times) else None
    anchor = (act.start, act.end) if act is not None else drafts[0].anchor if drafts else None
    if memory.news is not None or anchor is None or _is_other_news(t, times, anchor[1]):
        return
    memory.news = day
    acts = frozenset() if act is None else frozenset({act.row.act, *(draft.act for draft in drafts)})
    _date_what_led_to(t, day, acts)


def _act_told_of(s: Sentence, times: list[Expression]) -> Cue | None:
    """The word of an act that is known already."""
    acts = (cue for cue in s.cues if not cue.verbal and cue.row.frame == "act")
    return next((cue for cue in acts if names_act_told_of(s, (cue.start, cue.end), times)), None)


def _is_other_news(t: Telling, times: list[Expression], told: int) -> bool:
    """ "An earlier attack killed", "meanwhile", "26 people were also killed": beside what is reported, where it stands
    before what is told. Words within a time ("in the past two days") say nothing of it.
    """
    s, stop = t.s, min(told + 1, t.s.stop)
    beside = any(s.low(k) in s.words.meanwhile | s.words.also for k in range(s.start, stop))
    said = s.says(s.sayings.meanwhile, s.start, told)
    return beside or said or tells_of_before(s, times, stop)


def _is_dateline(s: Sentence) -> bool:
    """ "KESSA May 12 (Agency) -": names and figures only, where names are written with capitals."""
    firsts = [s.tokens.words[k][0] for k in range(s.start, s.stop)]
    return s.cased and any(first.isupper() for first in firsts) and not any(first.islower() for first in firsts)


def _is_since(t: Telling, time: Expression) -> bool:
    """ "the deadliest day since the siege began in April": when something else began."""
    return any(t.s.low(k) in t.s.words.since for k in range(max(t.s.start, time[0] - SINCE), time[0]))


def _date_what_led_to(t: Telling, news: Remembered, acts: AbstractSet[Act]) -> None:
    """Headline and lead often leave the day to a sentence soon after: counts told there without a time get it as that
    of their scene.

    acts   what that sentence names as told of before: it may be further on, where no count with a time of its own lies
           between
    """
    memory, before_now, here = t.memory, t.s.words.before_now, t.s.tokens.starts[t.s.start]
    for at in reversed(range(len(memory.claims))):
        claim, reading = memory.claims[at], memory.readings[at]
        own = any(part.field == "when" and not part.carried for part in reading.parts)
        if own and claim.toll is not None and claim.span[0] < here:
            acts = frozenset()
        named = claim.act in acts or Act.OTHER in acts or (bool(acts) and claim.act in ANY_ACT)
        if not named and (claim.span[0] > LEAD or news.start > HEAD):
            continue
        rule = "time of the act" if named else "news time"
        part = Part(field="scene", start=news.start, end=news.end, rule=rule, value=news.value, carried=True)
        counted = claim.toll is not None and not claim.toll.cumulative and claim.harm is not Harm.NONE
        timed = any(each.field in ("when", "scene") for each in reading.parts)
        now = claim.modality is Modality.ACTUAL and before_now.isdisjoint(claim.quote.lower().split())
        if counted and now and not timed:
            memory.tell(at, part)


def dated(t: Telling, time: Expression) -> str:
    """The value of a time; "that day" and "the day before" count from the one told before, here or in a sentence
    before.
    """
    if not time[2].endswith(THEN):
        return time[2]
    here = [other[2] for other in t.s.times if other[0] < time[0] and not other[2].endswith(THEN)]
    last = here[-1] if here else t.memory.time.value if t.memory.time is not None else None
    return with_then(time[2], last)


def remembered(t: Telling, start: int, end: int, value: str, text: str) -> Remembered:
    """Tokens [start, end) of the sentence, with what they say."""
    return Remembered(text, value, t.s.tokens.starts[start], t.s.tokens.ends[end - 1], t.number)
