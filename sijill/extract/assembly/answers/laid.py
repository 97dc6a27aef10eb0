""" "The rebels were responsible", "the army is to blame for it", "the Column claimed responsibility": who did what was
told before, in words that tell of nothing else.
"""

from collections.abc import Iterator
from dataclasses import replace

from sijill.extract.assembly.answers.echoes import OF_SPEECH, echo, last_harm, was_followed, words_at
from sijill.extract.assembly.memory import Telling
from sijill.extract.assembly.scope import Scope, around
from sijill.extract.assembly.voices import chained
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.classes import ADVERB, DET, PREP, SUBORDINATOR
from sijill.extract.syntax.parts import SpeechCue
from sijill.language.days import of_a_day
from sijill.model.claim import About, Claim, Modality, Reach, Reading, Stance
from sijill.model.party import Actor, Role

SAID = 2
"""Tokens from "claimed responsibility" to the day on which that was."""
NEAR = 600
"""Code points between what was told and who is said to have done it."""


def laid(t: Telling, drafts: list[Draft]) -> Iterator[tuple[Claim, Reading]]:
    """The last harm told, as done by whom this sentence lays it to, or who owns to it; nothing where the sentence
    tells of another place, day or act, or where it is said that it is not so."""
    for scope in t.said:
        actors = _actors(t, scope)
        heard = around(t.said, scope.cue[0])
        plain = all(each.stance is Stance.ASSERTS and each.note in ("", "toll") for each in heard)
        goes_on = any(draft.cue.start > scope.cue[0] for draft in drafts)
        model = last_harm(t.memory.claims) if actors and plain and not goes_on else None
        here = model is not None and model.span[0] >= t.s.tokens.starts[t.s.start]
        if model is None or not (here or _says_no_more_before(t, scope, heard)) or not _is_of(t, scope, model):
            continue
        voices = chained(each.tellings[0] for each in (*heard, scope))
        topic = None if scope.stance is Stance.ASSERTS else About.RESPONSIBILITY
        told = replace(model, actors=actors, stance=scope.stance, about=topic, reach=Reach.THIS_EVENT)
        cue = SpeechCue(*scope.cue, OF_SPEECH, "past")
        yield echo(t, told, cue, words_at(scope.cue[1] - 1, scope.cue[1]), replace(scope, voices=voices, together=1))


def _actors(t: Telling, scope: Scope) -> tuple[Actor, ...]:
    """Whom the scope lays it to where it says no more of what; who owns to it."""
    if scope.verb in t.s.words.owns_responsibility and scope.voices:
        return (Actor(name=scope.voices[-1].name, role=Role.DIRECT),)
    told = scope.accused if scope.start == scope.stop else ()
    return tuple(Actor(name=doer.name, role=doer.role) for doer in told)


def _says_no_more_before(t: Telling, scope: Scope, heard: list[Scope]) -> bool:
    """Not "bread is dear and the government is to blame": only who says it, when, stands before whom it is laid to."""
    s = t.s
    named = [doer.start for doer in scope.accused] or [voice.start for voice in scope.voices]
    first = min([scope.cue[0], *(at for at in named if at >= s.start)])
    spoken = {k for each in (*heard, scope) for k in range(*each.cue)}
    spoken |= {k for each in (*heard, scope) for voice in each.voices for k in range(voice.start, voice.end)}
    timed = {k for time in s.times for k in range(time[0] - 1, time[1])}
    light = DET | ADVERB | SUBORDINATOR | PREP
    return all(
        k in spoken | timed
        or s.kind(k) & light
        or not s.low(k)[:1].isalnum()
        or (k == s.start and s.low(k) in s.words.also)
        for k in range(s.start, first)
    )


def _is_of(t: Telling, scope: Scope, model: Claim) -> bool:
    """Can what was told last be what is meant?"""
    near = t.s.tokens.starts[t.s.start] - model.span[1] < NEAR
    real = model.stance is Stance.ASSERTS and model.modality is Modality.ACTUAL
    days = (time for time in t.times() if of_a_day(time[2]) and not 0 <= time[0] - scope.cue[1] <= SAID)
    elsewhere = any(spot.named for spot in t.spots) or next(days, None) is not None
    return near and real and not elsewhere and not was_followed(t, model)
