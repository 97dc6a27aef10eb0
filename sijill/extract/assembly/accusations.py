"""Who is accused, and of what a voice disclaims responsibility."""

from sijill.extract.assembly.scope import Scope
from sijill.extract.assembly.speakers import group_start
from sijill.extract.assembly.voices import Voice, voice_of
from sijill.extract.predicates.actors import doers
from sijill.extract.syntax.kinds import is_agent
from sijill.extract.syntax.parts import SpeechCue
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Stance


def held_responsible(s: Sentence) -> list[Scope]:
    """ "A held B responsible for the killing": B is accused by A."""
    if not s.has(s.words.responsible):
        return []
    at = next(i for i in range(s.start, s.stop) if s.low(i) in s.words.responsible)
    target = s.at(at - 1)
    if target is None or s.low(target.start - 1) not in s.words.held or not is_agent(target):
        return []
    verb = target.start - 1
    voices = [v for p in s.grammar.subjects(s, group_start(s, verb)) if (v := voice_of(s, p, None)) is not None]
    named = tuple(doers(s, s.grammar.coordinated_left(s, target), None))
    return [Scope(at, s.stop, tuple(voices), Stance.ASSERTS, (verb, verb + 1), "hold responsible", "accuse", named)]


def of_responsibility(s: Sentence, cue: SpeechCue) -> bool:
    """ "denied responsibility for", "denied any involvement in", "denied being behind"."""
    return (
        any(low in s.words.responsibility for low in s.tokens.lows[cue.end : cue.end + 4])
        and s.low(cue.end) not in s.words.that
    )


def accusation(s: Sentence, cue: SpeechCue, voices: tuple[Voice, ...]) -> Scope | None:
    """ "accused X of killing": X is the actor of all that follows."""
    if s.low(cue.end) in s.words.accused_of:
        named = tuple(doers(s, [p for p in s.grammar.subjects(s, group_start(s, cue.start)) if is_agent(p)], None))
        return Scope(cue.end, s.stop, (), Stance.ASSERTS, (cue.start, cue.end), cue.row.lemma, cue.row.note, named)
    target = s.at(cue.end)
    if target is not None and s.low(target.start) in s.words.nobody:
        return None
    if target is not None and not is_agent(target) and cue.row.note == "blame":
        on = next(
            (k for k in range(target.end, s.stop - 1) if s.low(k) in s.words.blamed_on and _agent_at(s, k + 1)), None
        )
        late = s.at(on + 1) if on is not None else None
        if late is not None:
            named = tuple(doers(s, s.grammar.coordinated_right(s, late), None))
            return Scope(
                cue.end, s.stop, voices, Stance.ASSERTS, (cue.start, cue.end), cue.row.lemma, cue.row.note, named
            )
    accused = (
        s.grammar.coordinated_right(s, target) if target is not None and is_agent(target) and not target.pronoun else []
    )
    start = accused[-1].end if accused else cue.end
    named = tuple(doers(s, accused, None))
    return Scope(start, s.stop, voices, Stance.ASSERTS, (cue.start, cue.end), cue.row.lemma, cue.row.note, named)


def _agent_at(s: Sentence, k: int) -> bool:
    phrase = s.at(k)
    return phrase is not None and phrase.start == k and is_agent(phrase) and not phrase.pronoun
