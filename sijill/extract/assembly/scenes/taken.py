"""The ground that changed hands shortly before: in fights told of next without a place, and in those told of there."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from sijill.extract.assembly.memory import Remembered, Telling, is_told, remembered
from sijill.extract.assembly.times.scene import is_elsewhere, tells_of_meanwhile
from sijill.extract.predicates.doer import Doer
from sijill.extract.predicates.draft import Draft
from sijill.extract.predicates.fighting.ground import Taken
from sijill.extract.read_by import doer_rule
from sijill.extract.syntax.parts import PARTY, PLACE, Cue, Spot
from sijill.extract.syntax.sentence import Sentence
from sijill.language.days import of_a_day
from sijill.language.fighting import OF_KIND
from sijill.language.folding import fold
from sijill.language.places.words import PROVINCE_WORDS
from sijill.model.claim import Act
from sijill.model.party import Actor, Role

KNOWN = "party:"
"""How the rule begins by which a party of the tables was read."""
LASTING = "lasting:"
"""How long a fight has gone on so far."""
NEAR = 3
"""Sentences from who took ground to the fight there."""

ADVANCES = frozenset("advance advances capture gain gains seizure takeover".split())
"""What the next sentence calls it that the ground was taken."""


def remember_ground(t: Telling, drafts: list[Draft]) -> None:
    """ "Fighters took eight villages in the hills near Kessa": where that is, and who took it."""
    taking = [draft for draft in drafts if _takes_it(t, draft)]
    t.memory.taken = _taken(t, taking) if taking else _with_others(t, t.memory.taken)
    spot = _ground_taken(t) if any(cue.row.act is Act.TERRITORIAL_CONTROL for cue in t.s.cues) else None
    t.memory.ground = remembered(t, spot.start, spot.end, spot.base or spot.text, spot.text) if spot else None


def _with_others(t: Telling, taken: Taken | None) -> Taken | None:
    """ "Guards advanced on it too": others who are named since."""
    names = {KNOWN + name.key for name in t.s.names if name.kind == PARTY and t.s.start <= name.start < t.s.stop}
    return taken if taken is None else replace(taken, others=taken.others | (names - taken.who.keys()))


def ground_fought_for(t: Telling, draft: Draft) -> Remembered | None:
    """ "The advance came after clashes that killed ten": where the ground is that the sentence before tells of."""
    fought = draft.act is Act.ARMED_CLASH and t.memory.ground is not None
    told = fought and not ADVANCES.isdisjoint(t.s.tokens.lows[t.s.start : draft.cue.start])
    return t.memory.ground if told and not (is_elsewhere(t) or tells_of_meanwhile(t)) else None


def who_took_ground_there(t: Telling, fell: list[Doer]) -> list[Actor]:
    """ "Troops took a village in the Kessa hills. Ten rebels were killed in fighting in these hills": the troops, if
    they can be none of those who fell, and nobody else is told to have lost that ground or done anything since.
    """
    taken, known = t.memory.taken, {doer_rule(t.s, doer) for doer in fell}
    if taken is None or t.number - taken.sentence > NEAR or not taken.others <= known:
        return []
    fresh = {rule: actor for rule, actor in taken.who.items() if rule not in known}
    took = [(rule, actor.name) for rule, actor in taken.who.items()]
    lost = [(doer_rule(t.s, doer), doer.name) for doer in fell]
    if any(_may_be_one(*one, *other) for one in took if one[0] in fresh for other in lost):
        return []
    if not all(any(_may_be_one(*other, *one) for one in took) for other in _since(t, known | taken.who.keys())):
        return []
    return [*fresh.values()] if _is_there(t, taken.words) else []


def _is_there(t: Telling, words: str) -> bool:
    """Does the sentence name a place that these words name, no country or province, and no time long ago? Not where
    they fought among themselves, or earlier."""
    if not (t.s.words.among_themselves | t.s.words.before_now).isdisjoint(t.s.tokens.lows[t.s.start : t.s.stop]):
        return False
    spots = [spot for spot in t.spots if spot.named and not spot.country]
    spots = [spot for spot in spots if PROVINCE_WORDS.isdisjoint(spot.text.lower().split())]
    names = [name for name in t.s.names if name.kind == PLACE]
    named = (t.s.text(n.start, n.end) for n in names if any(x.start <= n.start and n.end <= x.end for x in spots))
    times = (day for time in t.times() for day in time[2].split("/"))
    return all(day.startswith(LASTING) or of_a_day(day) for day in times) and any(n.lower() in words for n in named)


def _since(t: Telling, known: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """By rule and words, who else is told to have done something after the ground was taken."""
    at, text = t.memory.taken.at if t.memory.taken is not None else 0, t.s.tokens.text
    for claim, reading in zip(t.memory.claims[at:], t.memory.readings[at:], strict=True):
        acting = (
            [part for part in reading.parts if part.field == "actor" and not part.carried] if is_told(claim) else []
        )
        yield from ((part.rule, text[part.start : part.end]) for part in acting if part.rule not in known)


def _may_be_one(rule: str, name: str, other: str, its_name: str) -> bool:
    """ "Fighters" and "the Column militants", "troops" and "soldiers"; not two parties that are known."""
    if rule.startswith(KNOWN) and other.startswith(KNOWN):
        return False
    kinds, others = _kinds(name), _kinds(its_name)
    return not kinds or not others or bool(kinds & others)


def _kinds(name: str) -> set[str]:
    """For whom they fight, by the words: "rebels", "troops"."""
    return {kind for kind, words in OF_KIND.items() if not words.isdisjoint(fold(name).split())}


def _takes_it(t: Telling, draft: Draft) -> bool:
    verb = draft.cue.verbal and draft.cue.row.act is Act.TERRITORIAL_CONTROL and _has_happened(t.s, draft.cue)
    own = bool(draft.doers) and all(not doer.carried for doer in draft.doers)
    return verb and own and is_told(t.made.get(id(draft)))


def _taken(t: Telling, taking: list[Draft]) -> Taken | None:
    """None where it was taken in a week, a month or a year."""
    s = t.s
    if not all(of_a_day(time[2]) for time in t.times()):
        return None
    doers = [doer for draft in taking for doer in draft.doers if doer.role is Role.DIRECT]
    who = {doer_rule(s, doer): Actor(name=doer.name, role=Role.JOINT) for doer in doers}
    heard = {k for scope in t.said for voice in scope.voices for k in range(voice.start, voice.end)}
    names = (name for name in s.names if name.kind == PARTY and s.start <= name.start < s.stop)
    others = {KNOWN + name.key for name in names if name.start not in heard} - who.keys()
    to = next((spot.end for spot in t.spots if spot.named and spot.start >= taking[0].cue.end), s.stop)
    return Taken(who, frozenset(others), s.text(s.start, to).lower(), t.number, len(t.memory.claims))


def _ground_taken(t: Telling) -> Spot | None:
    """The first place behind the one verb that tells of it; not one of another time or that somebody only spoke of."""
    s = t.s
    taken = [cue for cue in s.cues if cue.verbal and cue.row.act is Act.TERRITORIAL_CONTROL]
    if len(taken) != 1 or not _has_happened(s, taken[0]) or not all(of_a_day(time[2]) for time in t.times()):
        return None
    named = (spot for spot in t.spots if spot.named and spot.start >= taken[0].end)
    spot = next(named, None)
    spoke = spot is not None and any(taken[0].end <= cue.start < spot.start for cue in s.speech)
    return spot if spot is not None and not spoke and not spot.country else None


def _has_happened(s: Sentence, cue: Cue) -> bool:
    group = s.grammar.verb_group(s, cue)
    perfect = not s.words.past_perfect.isdisjoint(s.tokens.lows[group.start : cue.start])
    return cue.form == "past" and not (group.negated or group.modal or group.passive or group.infinitive or perfect)
