"""What a sentence takes from the one before: the act that a bare number is laid to, the actor of "the strikes"."""

from dataclasses import replace

from sijill.extract.assembly.memory import RECENT, Done, Telling, names_act_told_of
from sijill.extract.predicates.counting import is_cumulative
from sijill.extract.predicates.doer import BOTH, Doer
from sijill.extract.predicates.draft import Draft
from sijill.extract.predicates.fights import are_fighters
from sijill.extract.syntax.parts import Spot
from sijill.model.claim import Act, Claim, Harm, Modality, Stance
from sijill.model.party import Role
from sijill.model.toll import Extent

OPEN = frozenset({Act.KILLING, Act.OTHER})
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


def lean(t: Telling, draft: Draft) -> None:
    """Give the draft the act or actor that only the sentence before names. "At least 12 people were killed." """
    if draft.rule == "part" and draft.whole is None and draft.act in OPEN:
        _as_the_whole(t, draft)
        return
    if draft.act is Act.EXECUTION and draft.harm is Harm.KILLED and not draft.doers and not _are_told_of(t, draft):
        draft.doers = _the_one_told(t, Act.EXECUTION)
    if draft.act is Act.ARMED_CLASH and draft.harm in HARMS and not draft.doers:
        draft.doers = _sides_told(t, draft)
    if draft.act is Act.AIRSTRIKE and draft.counted and not draft.doers and _is_told_of_the_same(t):
        draft.doers = _the_one_told(t, Act.AIRSTRIKE)
    done = t.memory.done
    if done is None or draft.harm not in HARMS or not draft.counted:
        return
    if draft.act in OPEN and _is_definite(t, draft) and _is_the_last_told(t, done):
        draft.act, draft.doers = done.act, draft.doers or [replace(doer, carried=True) for doer in done.doers]
        return
    if draft.act is Act.KILLING and _fought_on(t, draft, done):
        draft.act = Act.ARMED_CLASH
    if draft.doers:
        return
    if (
        draft.act is Act.EXECUTION
        and done.act is Act.EXECUTION
        and t.number - done.sentence <= FEW
        and _goes_on(t, draft)
    ):
        draft.doers = [replace(doer, carried=True) for doer in done.doers]
    if t.number - done.sentence != 1:
        return
    own = draft.act_words in (None, (draft.cue.start, draft.cue.end)) or draft.act in OPEN
    if (
        own
        and done.act not in NOT_DEADLY
        and draft.act in OPEN
        and draft.group is not None
        and draft.group.passive
        and not _is_of_more(t, draft, done)
        and not _are_their_own(t, draft, done)
    ):
        draft.act, draft.doers = done.act, [replace(doer, carried=True) for doer in done.doers]
    elif not own and draft.act is done.act and _is_definite(t, draft):
        draft.doers = [replace(doer, carried=True) for doer in done.doers]


def _fought_on(t: Telling, draft: Draft, done: Done) -> bool:
    """ "X fought Y in the town. X killed ten of Y": in the fight, if they were fighters and nothing lies between but
    who holds the ground.
    """
    last = t.memory.claims[-1] if t.memory.claims else None
    held = last is not None and last.act is Act.TERRITORIAL_CONTROL
    near = done.act is Act.ARMED_CLASH and t.number - done.sentence <= (FEW if held else 1)
    return near and draft.cue.row.lemma not in t.s.words.one_sided and are_fighters(t.s, draft)


def _goes_on(t: Telling, draft: Draft) -> bool:
    """ "A further 19 men were executed", "also in Kessa a ninth man was executed": by those told of before."""
    start = draft.harmed.start if draft.harmed is not None else t.s.start
    said = t.s.tokens.lows[start : start + 3]
    first = t.s.tokens.lows[t.s.start : t.s.start + 1]
    return not t.s.words.counts_on.isdisjoint(said) or not t.s.words.also.isdisjoint(first)


def _sides_told(t: Telling, draft: Draft) -> list[Doer]:
    """ "Ten were killed in the fighting", "in Monday's fighting": in the fight told of last, if both its sides are."""
    last = next((claim for claim in reversed(t.memory.claims) if claim.act is Act.ARMED_CLASH), None)
    sides = [each for each in last.actors if each.role is Role.JOINT] if last is not None and _is_told(last) else []
    if len(sides) < BOTH or draft.act_words is None or not names_act_told_of(t.s, draft.act_words, t.s.times):
        return []
    return [Doer(NOWHERE, NOWHERE, each.name, each.role, carried=True) for each in sides]


def _are_told_of(t: Telling, draft: Draft) -> bool:
    """ "The two victims were also crucified": those of before, by whoever killed them."""
    return draft.harmed is not None and t.s.low(draft.harmed.start) in t.s.words.definite


def _is_told_of_the_same(t: Telling) -> bool:
    """Does the sentence name no place, and tell of no time since something?"""
    return not any(spot.named for spot in t.spots) and not t.s.has(t.s.words.since)


def _the_one_told(t: Telling, act: Act) -> list[Doer]:
    """ "300 men were executed in Tarn": by the one party of which the report has told that it executed people. "In May
    60 died in air strikes on the town": in those of the one party whose air strikes were told of.
    """
    told = [
        (claim, frozenset(part.rule for part in reading.parts if part.field == "actor" and not part.carried))
        for claim, reading in zip(t.memory.claims, t.memory.readings, strict=True)
        if claim.act is act and claim.actors and _is_told(claim)
    ]
    named = {rule for _, who in told for rule in who}
    one = len(named) == 1 and all(rule.startswith(PARTY) for rule in named)
    return [Doer(NOWHERE, NOWHERE, each.name, each.role, carried=True) for each in told[-1][0].actors] if one else []


def _is_the_last_told(t: Telling, done: Done) -> bool:
    """ "The attack", after a bombing: the bombing, if nothing else was told of between."""
    if t.number - done.sentence > FEW or done.act not in ATTACKS:
        return False
    last = next((claim for claim in reversed(t.memory.claims) if claim.act is not Act.KILLING), None)
    return last is not None and last.act is done.act and _is_told(last)


def _are_others(t: Telling, draft: Draft) -> bool:
    """ "30 others were wounded": with those told of before."""
    phrase = t.s.at(draft.harmed.start) if draft.harmed is not None else None
    return phrase is not None and t.s.low(phrase.head) in t.s.words.others


def _are_their_own(t: Telling, draft: Draft, done: Done) -> bool:
    """ "X executed 20 men. Two X fighters were killed": not in that."""
    phrase = t.s.at(draft.harmed.start) if draft.harmed is not None else None
    own = phrase.party if phrase is not None else None
    name = t.s.name(own.start, own.end).lower() if own is not None else None
    return (
        name is not None and done.act is not Act.ARMED_CLASH and any(name in each.name.lower() for each in done.doers)
    )


def _as_the_whole(t: Telling, draft: Draft) -> None:
    """ "Four of them were children": killed as the others were, by whom they were."""
    tolls = [
        claim for claim in t.memory.claims[-RECENT:] if claim.toll is not None and claim.toll.extent is Extent.WHOLE
    ]
    like = [claim for claim in tolls if draft.of_those_told or claim.harm in (draft.harm, Harm.FOUND_DEAD)]
    if like and like[-1].harm is not Harm.NONE:
        draft.harm, draft.act = like[-1].harm, like[-1].act
        draft.doers = [Doer(NOWHERE, NOWHERE, actor.name, actor.role, carried=True) for actor in like[-1].actors]


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


def _is_told(claim: Claim | None) -> bool:
    return claim is not None and claim.stance is Stance.ASSERTS and claim.modality is Modality.ACTUAL


def _is_definite(t: Telling, draft: Draft) -> bool:
    """ "the strikes", "the attack": those already told of."""
    phrase = t.s.at(draft.act_words[0]) if draft.act_words is not None else None
    definite = phrase is not None and t.s.low(phrase.start) in t.s.words.definite
    return definite and phrase is not None and t.s.low(phrase.head) in t.s.words.told_again


def done_here(t: Telling, drafts: list[Draft]) -> Done | None:
    """The last act of the sentence that says how it was done, if it is asserted to have been done."""
    acts = [
        draft
        for draft in drafts
        if draft.act not in OPEN | {Act.TERRITORIAL_CONTROL} and _is_told(t.made.get(id(draft)))
    ]
    if acts:
        return Done(acts[-1].act, tuple(acts[-1].doers), t.number)
    named = [cue for cue in t.s.cues if cue.row.frame == "act" and cue.row.act in ATTACKS and not cue.row.note]
    return Done(named[-1].row.act, (), t.number) if named and not drafts else None
