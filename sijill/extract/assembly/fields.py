"""The fields of a claim that a predicate leaves open: who, whom, how many, when, where, in answer to what."""

from dataclasses import replace

from sijill.extract.assembly.memory import PEOPLE_HARMS, Telling, dated, words_part
from sijill.extract.assembly.scenes.capitals import capital_parts
from sijill.extract.assembly.scenes.countries import began_next_door, in_the_country, is_of_a_war, is_of_no_place_told
from sijill.extract.assembly.scenes.halves import of_both_deeds, of_its_half
from sijill.extract.assembly.scenes.quarters import place_before, told_by_its_name, with_its_town
from sijill.extract.assembly.scenes.taken import ground_fought_for
from sijill.extract.assembly.scenes.wholes import is_definite, last_whole, named_before
from sijill.extract.assembly.scope import Scope
from sijill.extract.assembly.stances import is_gerund, modality
from sijill.extract.assembly.times.chronicle import in_the_year_above, year_above
from sijill.extract.assembly.times.scene import (
    is_elsewhere,
    is_of_before,
    runs_on,
    since_it_began,
    tells_of_meanwhile,
    was_before,
)
from sijill.extract.assembly.times.speaking import before_it_grew, names_act_told_of, of_its_act
from sijill.extract.assembly.times.totals import at_least, have_died_of_want, is_cumulative
from sijill.extract.assembly.voices import Voice
from sijill.extract.predicates.counting import unit_for
from sijill.extract.predicates.doer import Doer
from sijill.extract.predicates.draft import BY_HIMSELF, Draft
from sijill.extract.read_by import doer_rule, toll_part, victims_rule
from sijill.extract.syntax.answered import response, without_answered
from sijill.extract.syntax.circumstances import (
    in_the_perfect,
    inner_place,
    just_generic,
    nearest_place,
    nearest_time,
    of_a_place,
)
from sijill.extract.syntax.classes import ADVERB, AUX, PREP
from sijill.extract.syntax.parts import Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.extract.syntax.told_from import told_from
from sijill.language.dates import Expression
from sijill.language.days import BEFORE, of_a_day, told_of_the_past
from sijill.model.claim import About, Act, Claim, ClaimId, Harm, Modality, Part, Stance, Status, Victims
from sijill.model.party import Actor, Role
from sijill.model.place import Where
from sijill.model.toll import Extent, Toll, Unit
from sijill.model.when import Period

TAKEN = frozenset({Harm.ABDUCTED, Harm.DETAINED, Harm.MISSING, Harm.DISPLACED})
ASIDE = 6
"""Tokens between who speaks and the verb of speech: where it is based."""
TOLD_BY = 8
"""Tokens from "an earlier toll" to the word of harm."""
GIVING = 4
"""Tokens from the verb that gives a number to the word of harm."""
COUNTED_ON = 5
"""Sentences after a time in which "another three" may go on from what was told with it."""
ONE_ACT = frozenset({Act.SIEGE, Act.DETENTION, Act.ABDUCTION})
"""Acts that last: "besieged, held for four months"."""
SINCE = "since:"
"""Of a sentence after it: what somebody "has" done since then."""
SCENE = 15
"""Sentences that the time of a scene may reach over."""


def actors_of(
    t: Telling, draft: Draft, heard: list[Scope], taken: Stance, *, topic: About | None
) -> tuple[tuple[Actor, ...], list[Part]]:
    """Whom the words name; of an acceptance or a denied "killing ...", the speaker; of an accusation, the accused."""
    parts = [
        words_part(t.s, (doer.start, doer.end), field="actor", rule=doer_rule(t.s, doer), carried=doer.carried)
        for doer in draft.doers
        if t.s.start <= doer.start < t.s.stop and not _is_harmed(draft, doer)
    ]
    inner = heard[-1] if heard else None
    named = [Actor(name=doer.name, role=doer.role) for doer in draft.doers if not _is_harmed(draft, doer)]
    named = [_speaking(actor, inner) if _is_of_the_voice(t.s, actor) else actor for actor in named]
    if inner is not None and inner.accused:
        named = [Actor(name=doer.name, role=doer.role) for doer in inner.accused]
    elif (
        inner is not None
        and inner.voices
        and _speaks_of_itself(t.s, draft, inner, taken, topic=topic, named=bool(named))
    ):
        named = [Actor(name=voice.name, role=Role.DIRECT) for voice in inner.voices[-inner.together :]]
    return tuple(dict.fromkeys(named)), parts


def _is_harmed(draft: Draft, doer: Doer) -> bool:
    """ "Ten of their soldiers killed in raids": whoever is told of as harmed did not do it."""
    harmed = draft.harmed if draft.rule != BY_HIMSELF else None
    own = harmed is not None and harmed.start <= doer.start and doer.end <= harmed.end
    return own and doer.role is Role.DIRECT and not doer.carried


def _is_of_the_voice(s: Sentence, actor: Actor) -> bool:
    first = actor.name.lower().partition(" ")[0]
    return first in s.words.our or actor.name.lower() in s.words.we


def _speaking(actor: Actor, inner: Scope | None) -> Actor:
    """ "We", "our forces": whoever says it."""
    return replace(actor, name=inner.voices[-1].name) if inner is not None and inner.voices else actor


def _speaks_of_itself(
    s: Sentence, draft: Draft, inner: Scope, taken: Stance, *, topic: About | None, named: bool
) -> bool:
    if taken is Stance.ACCEPTS_RESPONSIBILITY:
        return not named and topic is not About.HARM
    gerund = is_gerund(s, draft, inner)
    if inner.stance is Stance.DENIES:
        return gerund or (inner.note == "responsibility" and not named)
    return taken is Stance.DENIES and topic is About.RESPONSIBILITY and not named


def victims_of(t: Telling, draft: Draft, time: str | None) -> tuple[Victims | None, Toll | None, list[Part]]:
    """Who was harmed and how many; "others" and bare numbers take the status of those named before them.

    time   the value of the time that the claim was given
    """
    harmed = draft.harmed
    if harmed is None:
        return None, None, []
    span = (harmed.start, harmed.end)
    parts = [words_part(t.s, span, field="victims", rule=victims_rule(t.s, *span))]
    victims, toll = harmed.victims, harmed.toll or named_before(t, draft)
    before = next((c for c in reversed(t.made.values()) if _status(c) is not Status.UNKNOWN), None)
    taken = harmed.bare and victims.status is Status.UNKNOWN and draft.harm in PEOPLE_HARMS
    if taken and before is not None and not _in_other_words(t, draft, before):
        victims = replace(victims, status=_status(before), inferred=True)
    if toll is None or (draft.harm is Harm.NONE and toll.number is None):
        return victims, None if draft.harm is Harm.NONE else toll, parts
    whole = t.made.get(id(draft.whole)) if draft.whole is not None else last_whole(t, draft)
    number, vague = at_least(t.s, toll, draft.harm), toll.number is None
    total = is_cumulative(t.s, number, time, one_act=draft.act in ONE_ACT, vague=vague)
    toll = replace(
        toll,
        unit=unit_for(draft.harm.value, toll.unit is Unit.NAMED),
        extent=Extent.PART if draft.rule == "part" or whole is not None else Extent.WHOLE,
        subset_of=whole.id if whole else None,
        cumulative=total or have_died_of_want(t.s, draft, number, time),
    )
    return victims, toll, [*parts, toll_part(t.s, span, toll)]


def _in_other_words(t: Telling, draft: Draft, before: Claim) -> bool:
    """ "Killed three clerks, a doctor said a week after a paper said gunmen killed 60": of whom, nobody says."""
    first = draft.harmed.start if draft.harmed is not None else draft.cue.start
    active = draft.group is not None and not draft.group.passive
    if before.harm is not draft.harm or not active or draft.cue.form == "ing":
        return False
    said = [c for c in t.s.speech if c.end <= first and t.s.tokens.starts[c.start] >= before.span[1]]
    return len(said) > 1


def _status(claim: Claim) -> Status:
    return claim.victims.status if claim.victims is not None else Status.UNKNOWN


def when_of(t: Telling, draft: Draft, giving: tuple[int, int] | None) -> tuple[Period, bool, list[Part]]:
    """The time with its words, whether this sentence says it, and its part. Days are for resolve to find."""
    answered, times = response(t.s), t.times()
    if answered is not None and draft.cue.start > answered[1].end:
        inside = next((time for time in times if answered[0] <= time[0] < answered[1].end + 3), None)
        if inside is not None:
            return _timed(t, draft, inside, "after:")
    if giving is not None:
        times = [time for time in times if not giving[0] <= time[0] < giving[1]]
    time = nearest_time(t.s, before_it_grew(t.s, draft, times), draft.anchor)
    if time is None:
        return _carried_time(t, draft)
    own = draft.act_words if not draft.doers else None
    return _timed(t, draft, of_its_act(t.s, time, own), told_from(t.s, time, draft.anchor))


def given_before(s: Sentence, draft: Draft) -> tuple[int, int] | None:
    """ "On Thursday it had put the toll at 12", "initially reported 12 dead", "an earlier toll of 12": tokens
    [start, end) of the words that say of a number that it was current before the report, with their time."""
    giving = s.words.given_before | s.words.past_perfect
    if draft.harmed is None or draft.harmed.toll is None or not s.has(giving):
        return None
    near = range(max(s.start, draft.cue.start - TOLD_BY), draft.cue.end)
    tolls = [k for k in near if s.low(k) in s.words.tolls]
    beside = next((j for k in tolls for j in (k - 1, k + 1) if s.low(j) in s.words.given_before), None)
    if beside is not None:
        return beside, beside + 1
    said = next((cue for cue in reversed(s.speech) if cue.end <= draft.anchor[0]), None)
    if said is None or draft.cue.start - said.end > GIVING:
        return None
    start = said.start
    while start > s.start and s.at(start - 1) is None and s.kind(start - 1) & (AUX | ADVERB):
        start -= 1
    if giving.isdisjoint(s.tokens.lows[start : said.start]):
        return None
    opens = (time[0] - (s.kind(time[0] - 1) & PREP > 0) for time in s.times if time[1] == start)
    return next(opens, start), draft.cue.start


def as_of_parts(t: Telling, draft: Draft, giving: tuple[int, int] | None) -> list[Part]:
    """The time at which a number was current, where the words say that it was before the report."""
    if giving is None:
        told = _told_on(t.s, draft)
        return [words_part(t.s, told[:2], field="as_of", rule="told on", value=dated(t, told))] if told else []
    time = next((time for time in t.times() if giving[0] <= time[0] < giving[1]), None)
    value = dated(t, time) if time is not None else BEFORE
    return [words_part(t.s, giving, field="as_of", rule="given before", value=value)]


def _told_on(s: Sentence, draft: Draft) -> Expression | None:
    """ "On Wednesday the monitor reported that five had been killed": the day on which that was told, before the act
    was over for good."""
    group, harmed = draft.group, draft.harmed
    if group is None or harmed is None or harmed.toll is None:
        return None
    if s.words.past_perfect.isdisjoint(s.tokens.lows[group.start : draft.cue.start]):
        return None
    said = next((cue for cue in reversed(s.speech) if cue.end <= min(harmed.start, group.start)), None)
    voice = s.grammar.subjects(s, said.start) if said is not None else []
    if said is None or not voice:
        return None
    before = (time for time in s.times if time[1] == voice[0].start)
    after = (time for time in s.times if time[0] in (said.end, said.end + 1))
    return next(before, None) or next(after, None)


def _timed(t: Telling, draft: Draft, time: Expression, bound: str = "") -> tuple[Period, bool, list[Part]]:
    span, value = (time[0], time[1]), bound + in_the_year_above(t.memory, dated(t, time))
    value = told_of_the_past(value) if modality(t.s, draft) is Modality.ACTUAL else value
    return Period(text=t.s.text(*span)), True, [words_part(t.s, span, field="when", rule="time", value=value)]


def _carried_time(t: Telling, draft: Draft) -> tuple[Period, bool, list[Part]]:
    """The year above the items of a list; "since then", and for a count the time of the sentence before."""
    s, last = t.s, t.memory.time
    above = None if draft.group is not None and draft.group.present else year_above(t.memory)
    if above is not None:
        return above[0], False, above[1]
    if last is None:
        return Period(), False, []
    pairs = range(s.start, s.stop - 1) if s.has(s.words.then) else ()
    then = next((i for i in pairs if s.low(i) in s.words.since and s.low(i + 1) in s.words.then), None)
    if then is not None:
        part = words_part(s, (then, then + 2), field="when", rule="since then", value=f"since:{last.value}")
        return Period(text=s.text(then, then + 2)), True, [part]
    began = (each for each in (last, t.memory.since) if each is not None and each.value.startswith(SINCE))
    runs = next((each for each in began if t.number - each.sentence == 1 and in_the_perfect(s)), None)
    last = runs or (last if of_a_day(last.value) else t.memory.day)
    near = last is not None and (t.number - last.sentence == 1 or (draft.rule == "part" and draft.whole is None))
    if last is None or not near or not _goes_on(t, draft) or is_elsewhere(t):
        return Period(), False, []
    value = f"until:{last.value}" if was_before(s, draft) and of_a_day(last.value) else last.value
    part = Part(field="when", start=last.start, end=last.end, rule="carried time", value=value, carried=True)
    return Period(text=last.text), False, [part]


def _goes_on(t: Telling, draft: Draft) -> bool:
    """A count of what happened, not of a war or of every day: its time may be that of an earlier sentence."""
    group = draft.group
    if (group is not None and (group.negated or group.present)) or any(of_a_place(t.s, time) for time in t.times()):
        return False
    toll = draft.harmed.toll if draft.harmed is not None else None
    return (
        toll is not None and not is_cumulative(t.s, at_least(t.s, toll, draft.harm), None) and not runs_on(t.s, draft)
    )


def scene_of(t: Telling, draft: Draft) -> list[Part]:
    """For a count without a time: the one told last, at another place that of the news. Only where places lie is it
    known whether the time reaches there, so that resolve decides.
    """
    if runs_on(t.s, draft):
        return since_it_began(t, draft)
    adds, meanwhile = _goes_on_counting(t, draft), tells_of_meanwhile(t)
    last = t.memory.day if adds or not (meanwhile or is_elsewhere(t)) else None
    far = adds and last is not None and t.number - last.sentence > COUNTED_ON
    time = t.memory.news if last is None or far else last
    if time is None or t.number - time.sentence > SCENE:
        return []
    if not _goes_on(t, draft) or is_of_before(t):
        return []
    near = t.number - time.sentence == 1
    rule = "same time" if adds or meanwhile else "scene time" if near else "time of the scene"
    return [Part(field="scene", start=time.start, end=time.end, rule=rule, value=time.value, carried=True)]


def _goes_on_counting(t: Telling, draft: Draft) -> bool:
    """ "Another 14 people were killed in X", "shelling also killed three", "the blast killed three": more of what the
    sentences before told. What is "another five" after a count of its own sentence goes on from that one.
    """
    s = t.s
    if draft.rule == "part" or any(claim.toll is not None for claim in t.made.values()):
        return False
    if is_definite(t, draft):
        return True
    if names_act_told_of(s, draft.act_words or (draft.cue.start, draft.cue.end)):
        return True
    counted = s.at(draft.harmed.start) if draft.harmed is not None else None
    within = range(counted.start, counted.end) if counted is not None else range(0)
    beside = (s.start, draft.anchor[0] - 1, draft.anchor[1])
    return any(s.low(k) in s.words.counts_on for k in within) or any(s.low(k) in s.words.also for k in beside)


def where_of(t: Telling, draft: Draft, voices: tuple[Voice, ...]) -> tuple[Where, list[Part]]:
    """The place that governs the predicate, else the last one told; one that is part of the speaker's or the victims'
    name ("two men from X") only for want of another.
    """
    s, base = t.s, t.memory.place
    if (struck := _struck_elsewhere(s, draft)) is not None:
        span = (struck.start, struck.end)
        return Where(text=s.text(*span)), [words_part(s, span, field="where", rule="described place")]
    voiced = [_with_what_says_of_it(t, voice) for voice in voices]
    spots = [spot for spot in t.spots if draft.shared is None or spot.end <= draft.shared[0] or draft.rule == "gap"]
    spots = of_its_half(s, [spot for spot in spots if not began_next_door(s, spot, draft.anchor)], draft.cue.start)
    spots = without_answered(s, spots, draft.anchor[0])
    spoken = [spot for spot in spots if any(start <= spot.start < end for start, end in voiced)]
    within = list(voiced)
    homes = draft.harm in TAKEN
    apart = draft.harmed is not None and draft.rule != "gap" and not homes
    within += [(draft.harmed.start, draft.harmed.end)] if draft.harmed is not None and apart else []
    outside = [spot for spot in spots if not any(start <= spot.start < end for start, end in within)]
    at = [spot for spot in outside if homes or base is None or s.low(spot.start - 1) not in s.words.from_]
    if draft.rule == "gap" and draft.harmed is not None:  # "30 in A and another five outside B": right behind it
        behind = [spot for spot in at if 0 <= spot.start - draft.harmed.end <= 1]
        at = behind or [spot for spot in at if spot.end == draft.harmed.start] or at
    instead = spots if base is None else [] if outside else [spot for spot in spots if spot not in spoken]
    spot = inner_place(s, nearest_place(s, at or instead, draft.anchor, homes=homes), at, draft.act_words)
    spot = of_both_deeds(s, spot, at, draft.act_words)
    if spot is not None and spot.named:
        part = words_part(s, (spot.start, spot.end), field="where", rule="place")
        return Where(text=with_its_town(t, spot)), [part]
    again = told_by_its_name(t, spot) if spot is not None else None
    base = again or place_before(t, spot)
    spot = None if again is not None else spot
    if spot is not None and (base is None or not just_generic(s, spot)):
        other = not (s.words.counts_on | s.words.next_to).isdisjoint(s.tokens.lows[spot.start : spot.end])
        value = base.text if base is not None and not other else None
        span = (spot.start, spot.end)
        part = words_part(s, span, field="where", rule="described place", value=value, carried=value is not None)
        return Where(text=with_its_town(t, spot)), [part, *capital_parts(t, spot)]
    if _is_general(draft) or (draft.absent and in_the_perfect(s)) or is_of_a_war(t, draft):
        return Where(), []
    if base is not None and is_of_no_place_told(t, draft, voices, base.text):
        return Where(), []
    base = ground_fought_for(t, draft) or base
    wide = in_the_country(t, draft)
    if wide is not None or base is None:
        return wide or (Where(), [])
    part = Part(field="where", start=base.start, end=base.end, rule="carried place", carried=True)
    return Where(text=base.text), [part]


def _struck_elsewhere(s: Sentence, draft: Draft) -> Phrase | None:
    """ "Shelled a nearby village", "bombed another town": no place told of before."""
    others = s.words.next_to | s.words.counts_on
    if not draft.cue.verbal or not s.has(others):
        return None
    struck = next(iter(s.grammar.objects(s, draft.cue.end)), None)
    said = set(s.tokens.lows[struck.start : struck.end]) if struck is not None else set()
    return struck if said & s.words.place_words and said & others else None


def _with_what_says_of_it(t: Telling, voice: Voice) -> tuple[int, int]:
    """ "The Harbour Monitor based in Kessa said", "..., said Ada Brandt, a teacher in Kessa": tokens of the voice, to
    its verb where that follows, else to the end where nothing more is told."""
    cues = [scope.cue for scope in t.said if voice in scope.voices]
    if any(start < end == voice.start for start, end in cues):
        said_last = not any(cue.start >= voice.end for cue in t.s.cues)
        return voice.start, t.s.stop if said_last else voice.end
    return voice.start, max([voice.end, *(cue for cue, _ in cues if 0 <= cue - voice.end <= ASIDE)])


def _is_general(draft: Draft) -> bool:
    """ "has never targeted civilians" speaks of no place."""
    group = draft.group
    return group is not None and group.negated and not draft.counted and (group.present or group.never)


def follows(t: Telling, draft: Draft) -> ClaimId | None:
    """The claim that an act is said to answer: the last one before with the act that the words name."""
    answered = response(t.s)
    if answered is None or answered[1].cue is None or answered[0] <= draft.cue.start < answered[1].end:
        return None
    act = answered[1].cue.row.act
    earlier = (claim for claim in reversed(t.memory.claims) if claim.act is act and claim.harm is not Harm.NONE)
    return next((claim.id for claim in earlier), None)
