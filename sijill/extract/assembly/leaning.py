"""What a sentence takes from the one before: the act that a bare number is laid to, the actor of "the strikes"."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace

from sijill.extract.assembly.memory import RECENT, Done, Telling, is_told, keep_told
from sijill.extract.assembly.scenes.campaigns import by_the_force
from sijill.extract.assembly.scenes.harmed import are_bystanders, is_armed, names_somebody, says_more
from sijill.extract.assembly.scenes.taken import who_took_ground_there
from sijill.extract.assembly.times.speaking import names_act_told_of
from sijill.extract.assembly.times.totals import is_cumulative
from sijill.extract.assembly.voices import Voice
from sijill.extract.predicates.beside import inside
from sijill.extract.predicates.doer import BOTH, Doer
from sijill.extract.predicates.draft import Draft
from sijill.extract.predicates.fighting.fights import are_fighters
from sijill.extract.predicates.fighting.sides import of_those_who_fell
from sijill.extract.read_by import doer_rule
from sijill.extract.syntax.parts import Spot
from sijill.model.claim import SAYS_NOT_HOW, Act, Harm
from sijill.model.party import Actor, Role
from sijill.model.toll import Extent

FEW = 3
"""Sentences back to the attack that "the attack" is."""
NOWHERE = -1
"""The token of an actor whom only an earlier sentence names."""
PARTY = "party:"
"""How the rule of an actor begins that names a known party."""
NOT_DEADLY = frozenset(
    {Act.ABDUCTION, Act.DETENTION, Act.DISPLACEMENT, Act.LOOTING, Act.AID_DELIVERY, Act.AID_OBSTRUCTION}
)
"""Acts that say nothing of how somebody was killed in the sentence after."""
ATTACKS = frozenset({Act.AIRSTRIKE, Act.SHELLING, Act.BOMBING, Act.CHEMICAL_ATTACK, Act.SHOOTING, Act.ARMED_CLASH})
"""Acts that "the attack" can be."""
HARMS = frozenset({Harm.KILLED, Harm.INJURED, Harm.CASUALTIES, Harm.MISSING})


def lean(t: Telling, draft: Draft, voices: tuple[Voice, ...] = ()) -> None:
    """Give the draft the act or actor that only sentences before name. "At least 12 people were killed." The first rule
    that says that nothing is left open ends it.
    """
    keep_told(t)
    told_by = frozenset(voice.name.lower() for voice in voices)
    draft.doers = draft.doers or _of_before(by_the_force(t, draft, voices))
    for rule in (
        _part_of_the_whole,
        _by_the_one_told,
        _fell_on_both_sides,
        _fell_in_the_fight_told,
        _fell_where_ground_was_taken,
        _in_the_attack_told,
    ):
        if rule(t, draft, told_by):
            return
    if draft.harm in HARMS and draft.counted:
        _go_on(t, draft, told_by)


def _part_of_the_whole(t: Telling, draft: Draft, told_by: AbstractSet[str]) -> bool:
    if draft.rule != "part" or draft.whole is not None or draft.act not in SAYS_NOT_HOW:
        return False
    _as_the_whole(t, draft)
    return True


def _by_the_one_told(t: Telling, draft: Draft, told_by: AbstractSet[str]) -> bool:
    """ "Some 70 were executed": by the one party of which the report has told that it executed people. "Raids
    from the air killed 40 in Kessa": in those of the one party whose air strikes were told of.
    """
    executed = draft.act is Act.EXECUTION and draft.harm is Harm.KILLED and not _are_told_of(t, draft)
    struck = draft.act is Act.AIRSTRIKE and draft.counted and _is_told_of_the_same(t)
    if not draft.doers and (executed or struck):
        draft.doers = _the_one_told(t, draft, told_by)
    return False


def _fell_in_the_fight_told(t: Telling, draft: Draft, told_by: AbstractSet[str]) -> bool:
    if draft.act is Act.ARMED_CLASH and draft.harm in HARMS and not draft.doers:
        sides = _sides_told(t, draft)
        draft.doers = [*sides, *_of_its_part(t, draft, sides)] if sides else []
    return False


def _fell_on_both_sides(t: Telling, draft: Draft, told_by: AbstractSet[str]) -> bool:
    """ "At least 20 on both sides were killed": of those who fought each other last, if both are told."""
    open_ = draft.act in SAYS_NOT_HOW or draft.act is Act.ARMED_CLASH
    if (
        open_
        and draft.harm in HARMS
        and draft.counted
        and not draft.doers
        and t.s.says(t.s.sayings.both_sides, t.s.start, t.s.stop)
    ):
        draft.doers = _of_before(_last_sides(t))
        draft.act = Act.ARMED_CLASH if draft.doers else draft.act
    return False


def _fell_where_ground_was_taken(t: Telling, draft: Draft, told_by: AbstractSet[str]) -> bool:
    """ "Ten rebels were killed in fighting in Kessa", right after who took ground there: they and the rebels fought."""
    fought = draft.act is Act.ARMED_CLASH and draft.harm in HARMS and not draft.negated
    if not fought or not are_fighters(t.s, draft) or _is_with_others(t, draft):
        return False
    fell = draft.doers or of_those_who_fell(t.s, draft)
    if all(doer.role is Role.JOINT and _is_counted(t, doer) for doer in fell):
        took = who_took_ground_there(t, fell) if fell else []
        draft.doers = [*fell, *_of_before(took)] if took else draft.doers
    return False


def _is_with_others(t: Telling, draft: Draft) -> bool:
    """ "Clashes among themselves", "with smugglers"."""
    k = draft.act_words[1] if draft.act_words is not None else t.s.stop
    timed = any(k <= time[0] <= k + 1 for time in t.s.times)
    return not timed and t.s.low(k) in t.s.words.fought | t.s.words.between | t.s.words.among


def _is_counted(t: Telling, doer: Doer) -> bool:
    """Is it by being counted among the harmed that he is a side?"""
    phrase = t.s.at(doer.start) if doer.start >= 0 else None
    return phrase is not None and phrase.count is not None


def _in_the_attack_told(t: Telling, draft: Draft, told_by: AbstractSet[str]) -> bool:
    """ "12 were killed in the attack": in the one told last."""
    done = t.memory.done
    if done is None or draft.act not in SAYS_NOT_HOW or not (draft.counted and draft.harm in HARMS):
        return False
    if not (_is_definite(t, draft) or _is_of_the_day(t, draft, done)) or not _is_the_last_told(t, done):
        return False
    draft.act, draft.doers = done.act, draft.doers or _again(done)
    return True


def _go_on(t: Telling, draft: Draft, told_by: AbstractSet[str]) -> None:
    """What a number takes from the act told last: of those told of before it, and of the sentence right before."""
    done = t.memory.done
    if done is None:
        return
    if draft.act is Act.KILLING and _fought_on(t, draft, done):
        draft.act = Act.ARMED_CLASH
    if draft.doers:
        return
    executed = draft.act is Act.EXECUTION and done.act is Act.EXECUTION
    if executed and t.number - done.sentence <= FEW and _goes_on(t, draft):
        draft.doers = _again(done)
    if t.number - done.sentence != 1:
        return
    own = draft.act_words in (None, (draft.cue.start, draft.cue.end)) or draft.act in SAYS_NOT_HOW
    if own and _is_bare(t, draft, done) and done.act not in NOT_DEADLY:
        if done.of_the_counted not in (None, done.act) and _goes_on(t, draft):
            draft.act = done.of_the_counted or draft.act
        elif _was_for_them(t, draft, done, told_by):
            draft.act, draft.doers = done.act, _again(done)
        elif done.act in ATTACKS or not is_armed(t.s, draft):
            draft.act = done.act
    elif not own and draft.act is done.act and _is_definite(t, draft):
        draft.doers = _again(done)


def _again(done: Done) -> list[Doer]:
    return [replace(doer, carried=True) for doer in done.doers]


def _of_before(actors: Iterable[Actor]) -> list[Doer]:
    """Those of an earlier claim, whom this sentence does not name."""
    return [Doer(NOWHERE, NOWHERE, actor.name, actor.role, carried=True) for actor in actors]


def _is_bare(t: Telling, draft: Draft, done: Done) -> bool:
    """ "12 people were killed": no more than that."""
    return (
        draft.act in SAYS_NOT_HOW
        and draft.group is not None
        and draft.group.passive
        and not _is_of_more(t, draft, done)
    )


def _was_for_them(t: Telling, draft: Draft, done: Done, told_by: AbstractSet[str]) -> bool:
    """Did whoever did the act told right before harm these? If it is told as a fact by the same voice, alone, and
    nothing else is said of how they came to harm. Of fighters that is sure only where both sides of a fight are told.
    """
    if _are_others(t, draft):
        return True
    sides = done.act is Act.ARMED_CLASH and sum(doer.role is Role.JOINT for doer in done.doers) >= BOTH
    there = {k for spot in t.spots if _is_there(t, spot, done) for k in range(spot.start - 1, spot.end)}
    alone = done.sure and done.voices == told_by and not says_more(t, draft, there)
    return alone and (sides or are_bystanders(t.s, draft))


def _fought_on(t: Telling, draft: Draft, done: Done) -> bool:
    """ "X fought Y in the town. X killed ten of Y": in the fight, if they were fighters and nothing lies between but
    who holds the ground. Not what has a time of its own, nor what was done "also" at a place of its own.
    """
    last = t.memory.claims[-1] if t.memory.claims else None
    held = last is not None and last.act is Act.TERRITORIAL_CONTROL
    apart = any(not time[2].startswith("since:") for time in t.s.times)
    also = not t.s.words.also.isdisjoint(t.s.tokens.lows[t.s.start : draft.cue.start])
    apart = apart or (also and _is_elsewhere(t, draft))
    near = done.act is Act.ARMED_CLASH and not apart and t.number - done.sentence <= (FEW if held else 1)
    return near and draft.cue.row.lemma not in t.s.words.one_sided and are_fighters(t.s, draft)


def _is_elsewhere(t: Telling, draft: Draft) -> bool:
    """Is the first place after the harm another than that which was told last?"""
    last = t.memory.place
    here = next((spot for spot in t.spots if spot.named and spot.start >= draft.cue.end), None)
    return last is not None and here is not None and (here.base or here.text).lower() not in last.text.lower()


def _goes_on(t: Telling, draft: Draft) -> bool:
    """ "A further 14 men were executed", "also in Kessa a ninth man was executed": by those told of before."""
    start = draft.harmed.start if draft.harmed is not None else t.s.start
    said = t.s.tokens.lows[start : start + 3]
    first = t.s.tokens.lows[t.s.start : t.s.start + 1]
    return not t.s.words.counts_on.isdisjoint(said) or not t.s.words.also.isdisjoint(first)


def _sides_told(t: Telling, draft: Draft) -> list[Doer]:
    """ "Ten were killed in the fighting", "in Monday's fighting": in the fight told of last, if both its sides are."""
    if draft.act_words is None or not names_act_told_of(t.s, draft.act_words, t.s.times):
        return []
    return _of_before(_last_sides(t))


def _of_its_part(t: Telling, draft: Draft, sides: list[Doer]) -> list[Doer]:
    """ "In the fighting, including a Column ambush": the Column too."""
    s, k = t.s, draft.act_words[1] if draft.act_words is not None else t.s.stop
    k += s.low(k) == ","
    part = s.at(k + 1) if s.low(k) in s.words.including else None
    act = part.cue if part is not None and part.start == k + 1 else None
    own = inside(s, part) if part is not None and act is not None and act.row.frame == "act" else None
    if own is None or _key(t, own) in {side.name.lower() for side in sides}:
        return []
    return [replace(own, role=Role.JOINT)]


def _last_sides(t: Telling) -> list[Actor]:
    """Both sides of the fight that was told of last; "it drove many from their homes" tells of no other fight."""
    fights = (claim for claim in reversed(t.memory.claims[-RECENT:]) if claim.act is Act.ARMED_CLASH)
    last = next((claim for claim in fights if claim.actors or claim.harm in HARMS), None)
    sides = [each for each in last.actors if each.role is Role.JOINT] if last is not None and is_told(last) else []
    return sides if len(sides) >= BOTH else []


def _are_told_of(t: Telling, draft: Draft) -> bool:
    """ "The four dead were also beheaded": those of before, by whoever killed them."""
    return draft.harmed is not None and t.s.low(draft.harmed.start) in t.s.words.definite


def _is_told_of_the_same(t: Telling) -> bool:
    """Does the sentence name no place, and tell of no time since something?"""
    return not any(spot.named for spot in t.spots) and not t.s.has(t.s.words.since)


def _the_one_told(t: Telling, draft: Draft, told_by: AbstractSet[str]) -> list[Doer]:
    """Of the act, if it is told by the same voice, a few sentences on at most, of people who are nobody's."""
    told = t.memory.told_of.get(draft.act)
    if told is None or len(told.rules) != 1 or not all(rule.startswith(PARTY) for rule in told.rules):
        return []
    near = t.number - told.sentence <= FEW and told.voices == told_by and not t.times()
    if not near or names_somebody(t, draft) or not are_bystanders(t.s, draft):
        return []
    return _of_before(told.last.actors)


def _is_the_last_told(t: Telling, done: Done) -> bool:
    """ "The attack", after a bombing: the bombing, if nothing else was told of between."""
    if t.number - done.sentence > FEW or done.act not in ATTACKS:
        return False
    last = t.memory.how
    return last is not None and last.act is done.act and is_told(last)


def _are_others(t: Telling, draft: Draft) -> bool:
    """ "30 others were wounded": with those told of before."""
    phrase = t.s.at(draft.harmed.start) if draft.harmed is not None else None
    return phrase is not None and t.s.low(phrase.head) in t.s.words.others


def _as_the_whole(t: Telling, draft: Draft) -> None:
    """ "Four of them were children": killed as the others were, by whom they were; of those of whom only the
    whole group says it, that is not said of a part."""
    tolls = [
        claim for claim in t.memory.claims[-RECENT:] if claim.toll is not None and claim.toll.extent is Extent.WHOLE
    ]
    like = [claim for claim in tolls if draft.of_those_told or claim.harm in (draft.harm, Harm.FOUND_DEAD)]
    if like and like[-1].harm is not Harm.NONE:
        draft.harm, draft.act = like[-1].harm, like[-1].act
        draft.doers = _of_before(actor for actor in like[-1].actors if actor.role is not Role.COLLECTIVE)


def _is_of_more(t: Telling, draft: Draft, done: Done) -> bool:
    """A total of more than the act before: of another place or time, or of a whole war."""
    toll = draft.harmed.toll if draft.harmed is not None else None
    cumulative = toll is not None and is_cumulative(t.s, toll.number, None)
    return cumulative or bool(t.times()) or any(spot.named and not _is_there(t, spot, done) for spot in t.spots)


def _is_there(t: Telling, spot: Spot, done: Done) -> bool:
    """Is it the place of the attack just told of? After other acts, who killed whom there is not said."""
    place = t.memory.place
    near = place is not None and place.sentence == t.number - 1 and done.act in ATTACKS
    return near and place is not None and (spot.base or spot.text).lower() in place.text.lower()


def _is_definite(t: Telling, draft: Draft) -> bool:
    """ "the strikes", "the attack": those already told of."""
    phrase = t.s.at(draft.act_words[0]) if draft.act_words is not None else None
    definite = phrase is not None and t.s.low(phrase.start) in t.s.words.definite
    return definite and phrase is not None and t.s.low(phrase.head) in t.s.words.told_again


def _is_of_the_day(t: Telling, draft: Draft, done: Done) -> bool:
    """ "Tuesday's attack", where what was told last was done on that day, and no other place or doer is named here."""
    words, last = draft.act_words, t.memory.how
    if words is None or last is None or t.memory.day is None or t.s.low(words[0]) not in t.s.words.told_again:
        return False
    days = [time for time in t.s.times if time[2] == t.memory.day.value]
    others = any(_key(t, doer) not in done.who for doer in draft.doers)
    if others or any(spot.named and not _is_there(t, spot, done) for spot in t.spots):
        return False
    return bool(days) and names_act_told_of(t.s, words, days)


def done_here(t: Telling, drafts: list[Draft]) -> Done | None:
    """The last act of the sentence that says how it was done, if it is asserted to have been done."""
    keep_told(t)
    acts = [
        draft
        for draft in drafts
        if draft.act not in SAYS_NOT_HOW | {Act.TERRITORIAL_CONTROL} and is_told(t.made.get(id(draft)))
    ]
    if acts:
        return _done(t, acts)
    named = [cue for cue in t.s.cues if cue.row.frame == "act" and cue.row.act in ATTACKS and not cue.row.note]
    return Done(named[-1].row.act, (), t.number, sure=False) if named and not drafts else None


def _done(t: Telling, acts: list[Draft]) -> Done:
    """Its doers are surely those of what comes next if it is a fact, and no act of others was told close before it."""
    last, claim, before = acts[-1], t.made[id(acts[-1])], t.memory.done
    who = frozenset(_key(t, doer) for draft in acts for doer in draft.doers)
    own = frozenset(_key(t, doer) for doer in last.doers)
    others = before is not None and t.number - before.sentence <= FEW and bool(before.who - own)
    fact = last.group is None or last.group.modal is None
    voices = frozenset(speaker.name.lower() for speaker in claim.speakers)
    hurt = next((draft.act for draft in reversed(acts) if draft.counted and draft.harm in HARMS), None)
    sure = fact and who == own and not others
    return Done(last.act, tuple(last.doers), t.number, sure=sure, voices=voices, who=who, of_the_counted=hurt)


def _key(t: Telling, doer: Doer) -> str:
    """The party, else the name."""
    rule = doer_rule(t.s, doer) if t.s.start <= doer.start < t.s.stop else ""
    return rule if rule.startswith(PARTY) else doer.name.lower()
