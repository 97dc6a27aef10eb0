"""The ground that changed hands in the sentence before, in fights told of next without a place."""

from sijill.extract.assembly.memory import Remembered, Telling, remembered
from sijill.extract.assembly.times.scene import is_elsewhere, tells_of_meanwhile
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.parts import Cue, Spot
from sijill.extract.syntax.sentence import Sentence
from sijill.language.days import of_a_day
from sijill.model.claim import Act

ADVANCES = frozenset("advance advances capture gain gains seizure takeover".split())
"""What the next sentence calls it that the ground was taken."""


def remember_ground(t: Telling) -> None:
    """ "Fighters took eight villages in the hills near Kessa": where that is."""
    spot = _ground_taken(t) if any(cue.row.act is Act.TERRITORIAL_CONTROL for cue in t.s.cues) else None
    t.memory.ground = remembered(t, spot.start, spot.end, spot.base or spot.text, spot.text) if spot else None


def ground_fought_for(t: Telling, draft: Draft) -> Remembered | None:
    """ "The advance came after clashes that killed ten": where the ground is that the sentence before tells of."""
    fought = draft.act is Act.ARMED_CLASH and t.memory.ground is not None
    told = fought and not ADVANCES.isdisjoint(t.s.tokens.lows[t.s.start : draft.cue.start])
    return t.memory.ground if told and not (is_elsewhere(t) or tells_of_meanwhile(t)) else None


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
