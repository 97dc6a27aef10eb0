""" "X suggested the same", "X denied the accusations": words whose content is what was said before."""

from collections.abc import Iterator
from dataclasses import replace

from sijill.extract.assembly.memory import Telling, words_part
from sijill.extract.assembly.stances import ACCUSATION
from sijill.extract.en.phrases import Phrase
from sijill.extract.en.speaking import SpeechCue
from sijill.extract.predicates.draft import Draft
from sijill.model.claim import About, Claim, Harm, Modality, Reach, Reading, Stance, identified
from sijill.model.source import Speaker

SURE = 0.6


def echoes(t: Telling, drafts: list[Draft]) -> Iterator[tuple[Claim, Reading]]:
    """A claim with the content of an earlier one, in the voice of this sentence."""
    for cue in t.s.speech:
        phrase = t.s.at(cue.end)
        if phrase is None or phrase.start != cue.end or any(draft.cue.start > cue.start for draft in drafts):
            continue
        if t.s.low(phrase.head) == "same" and t.memory.spoken:
            yield _echo(t, t.memory.spoken[0], cue, phrase)
        elif cue.row.stance is not Stance.ASSERTS and t.s.low(phrase.head) in ACCUSATION:
            model = next((c for c in reversed(t.memory.claims) if c.actors and c.harm is not Harm.NONE), None)
            if model is not None:
                yield _echo(t, _answered(model, cue), cue, phrase)


def _answered(model: Claim, cue: SpeechCue) -> Claim:
    """The earlier claim as it stands when it is denied, doubted or accepted."""
    return replace(
        model, stance=cue.row.stance, about=About.RESPONSIBILITY, reach=Reach.THIS_EVENT, modality=Modality.ACTUAL
    )


def _echo(t: Telling, model: Claim, cue: SpeechCue, phrase: Phrase) -> tuple[Claim, Reading]:
    s = t.s
    scope = next((scope for scope in t.said if scope.cue == (cue.start, cue.end)), None)
    voices = scope.voices if scope is not None else ()
    near = [voice.start for voice in voices if cue.start - 20 < voice.start < cue.start]
    lo, hi = min([cue.start, *near]), phrase.end
    claim = identified(
        replace(
            model,
            document=t.memory.document,
            span=(s.tokens.starts[lo], s.tokens.ends[hi - 1]),
            quote=s.text(lo, hi),
            speakers=tuple(Speaker(name=voice.name, kind=voice.kind) for voice in voices),
            toll=None,
            confidence=SURE,
        )
    )
    part = words_part(s, (phrase.start, phrase.end), field="act", rule="echo")
    return claim, Reading(claim=claim.id, rules=("echo",), parts=(part,))
